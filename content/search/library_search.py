"""The search over a library: the same questions, order and snippets whatever engine holds the index."""

import logging
import threading
import time
from collections.abc import Callable
from typing import NamedTuple, TypeVar

import msgspec

from content.library import index_records
from content.library.library import Library
from content.library.records import InstalledPack
from content.search.completing import begun_titles, begun_words, completions
from content.search.engine import Completion, Hit, Kind, PackHit, SearchResult
from content.search.engines import available, kind_of
from content.search.index import Alternatives, Found, IndexReader, Wish
from content.search.index_folder import CurrentIndex, IndexFolder
from content.search.index_upkeep import IndexUpkeep
from content.search.pack_cards import found_packs
from content.search.question import Asked, Asking, Question, read_question
from content.search.ranking import Sections, Typed, by_lesson, reordered, with_phrases
from content.search.snippets import snippet
from content.search.spelling import Vocabulary, nearest_title
from content.search.words import all_words
from scuola_digitale.domain.lesson import LessonHead, Section
from scuola_digitale.domain.school_terms import Area, Grade

_log = logging.getLogger(__name__)
_WEIGHED = 40
"""Sections whose order is looked at closely."""
_HEADED = 20
"""Sections looked at for their heading, whatever their text is worth."""
_WITH_PHRASES = 200
_TITLES = 8
_BEGUN_WORTH = 0.8
"""Of a heading that goes on as it was begun, against the best that was found."""
_PARTS = {Kind.EXERCISE: "exercises", Kind.PICTURE: "pictures"}
T = TypeVar("T")


class _Narrow(NamedTuple):
    only: dict[str, str]
    kind: Kind | None
    near: Grade | None
    lessons: int


class _Opened(msgspec.Struct, frozen=True):
    index: CurrentIndex
    reader: IndexReader
    vocabulary: Vocabulary
    asking: Asking
    packs: tuple[InstalledPack, ...]


class LibrarySearch:
    """The `SearchEngine`; notices by itself when another process renews the index."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._folder = IndexFolder(library.folder / "indice", available())
        self._upkeep = IndexUpkeep(library, self._folder)
        self._opened: _Opened | None = None
        self._lock = threading.RLock()

    def search(
        self,
        query: str,
        *,
        area: Area | None = None,
        subject: str | None = None,
        grade: Grade | None = None,
        language: str | None = None,
        kind: Kind | None = None,
        near: Grade | None = None,
        lessons: int = 10,
    ) -> SearchResult:
        """See `SearchEngine.search`."""
        started = time.perf_counter()
        filters = {"area": area, "subject": subject, "grade": grade, "language": language}
        only = {field: str(value) for field, value in filters.items() if value}
        question = read_question(query)
        asked = self._asked(question)
        found, sections = self._found(question, asked, _Narrow(only, kind, near, lessons))
        packs = (
            self._packs(question, area)
            if kind is Kind.PACK or (kind is None and not only.keys() - {"area"})
            else ()
        )
        hits = tuple(_hit(each, *sections[each.section_id], asked.words, kind) for each in found)
        suggestion = asked.mended
        if not hits and not packs and question.typed.strip():
            suggestion = self._nearest(question, area, subject, grade)
        spent = (time.perf_counter() - started) * 1000
        return SearchResult(query=query, hits=hits, packs=packs, suggestion=suggestion, milliseconds=spent)

    def suggest(self, query: str) -> str | None:
        """See `SearchEngine.suggest`."""
        return self._asked(read_question(query)).mended

    def complete(self, prefix: str, *, limit: int = 8) -> tuple[Completion, ...]:
        """See `SearchEngine.complete`."""
        question = read_question(prefix)
        begun = all_words(question.text)
        nothing: list[str] = []
        ids = self._read(lambda opened: begun_titles(begun, opened.reader), nothing)
        words = self._read(lambda opened: begun_words(begun, opened.vocabulary), nothing)
        return completions(self._sections(ids), question.text, begun, words, limit)

    def add_pack(self, pack_id: str) -> int:
        """See `IndexUpkeep.add_pack`."""
        return self._upkeep.add_pack(pack_id)

    def remove_pack(self, pack_id: str) -> None:
        """See `IndexUpkeep.remove_pack`."""
        self._upkeep.remove_pack(pack_id)

    def rebuild(self) -> None:
        """See `IndexUpkeep.rebuild`."""
        self._upkeep.rebuild()

    def close(self) -> None:
        """Lets go of files and memory."""
        with self._lock:
            if self._opened:
                self._opened.reader.close()
                self._opened = None

    def _asked(self, question: Question) -> Asked:
        return self._read(lambda opened: opened.asking.asked(question), Asked([], [], None))

    def _found(self, question: Question, asked: Asked, narrow: _Narrow) -> tuple[list[Found], Sections]:
        if not asked.words or narrow.kind is Kind.PACK:
            return [], {}
        limit = _WITH_PHRASES if question.phrases else max(_WEIGHED, 3 * narrow.lessons)
        part = _PARTS.get(narrow.kind, "words") if narrow.kind else "words"
        wish = Wish(words=asked.words, without=asked.without, only=narrow.only, part=part, limit=limit)
        typed = all_words(question.text)
        begun = typed if question.is_open and not narrow.only and part == "words" else []
        found = self._read(lambda opened: _candidates(opened.reader, wish, begun), list[Found]())
        sections = self._sections([each.section_id for each in found])
        found = with_phrases(found, sections, question.phrases)
        as_typed = Typed(frozenset(typed), typed[-1] if question.is_open else "")
        return by_lesson(
            reordered(found, sections, asked.words, as_typed, narrow.near), narrow.lessons
        ), sections

    def _packs(self, question: Question, area: Area | None) -> tuple[PackHit, ...]:
        nothing: tuple[InstalledPack, ...] = ()
        return found_packs(question, self._read(lambda opened: opened.packs, nothing), area)

    def _sections(self, ids: list[str]) -> dict[str, tuple[LessonHead, Section]]:
        return index_records.found_sections(self._library.connection(), ids)

    def _nearest(
        self, question: Question, area: Area | None, subject: str | None, grade: Grade | None
    ) -> str | None:
        connection = self._library.connection()
        titles = index_records.titles(connection, area, subject, grade) or index_records.titles(connection)
        return nearest_title(question.typed, titles)

    def _read(self, ask: Callable[[_Opened], T], otherwise: T) -> T:
        """Asks the index; one that cannot be read is dropped, to be made again from the library."""
        with self._lock:
            try:
                opened = self._open()
                return ask(opened) if opened else otherwise
            # Whoosh unpickles what a power cut may have left: there is no error that cannot come out of it.
            except Exception as error:  # noqa: BLE001
                return self._after(error, ask, otherwise)

    def _after(self, error: Exception, ask: Callable[[_Opened], T], otherwise: T) -> T:
        current = self._folder.current()
        used = self._opened.index if self._opened else current
        self._opened = None
        if used is not None and current not in (None, used):
            return self._read(ask, otherwise)  # another process renewed the index under our hands
        self._upkeep.drop(error)
        return otherwise

    def _open(self) -> _Opened | None:
        current = self._folder.current()
        if current is None or self._opened is None or self._opened.index != current:
            self.close()
            if current is not None:
                self._opened = self._opened_at(current)
        return self._opened

    def _opened_at(self, current: CurrentIndex) -> _Opened:
        self._folder.verify(current)
        vocabulary = Vocabulary.of(index_records.words(self._library.connection()))
        reader = kind_of(current.engine).open(current.path)
        asking = Asking(vocabulary, reader.count, has_english=reader.has_language("en"))
        return _Opened(current, reader, vocabulary, asking, self._library.packs())


def _candidates(reader: IndexReader, wish: Wish, begun: list[str]) -> list[Found]:
    """The best sections for the wish, and those whose heading goes on as it was begun."""
    found = reader.best(wish)
    if not found:
        return found
    known = {each.section_id for each in found}
    if wish.part == "words":
        headed = reader.best(msgspec.structs.replace(wish, part="headings", limit=_HEADED))
        found += [Found(each.section_id, found[-1].score) for each in headed if each.section_id not in known]
        known.update(each.section_id for each in headed)
    if wish.without:
        return found
    titles = begun_titles(begun, reader, _TITLES)
    return found + [Found(each, found[0].score * _BEGUN_WORTH) for each in titles if each not in known]


def _hit(
    found: Found, head: LessonHead, section: Section, words: list[Alternatives], kind: Kind | None
) -> Hit:
    terms = frozenset(term for word in words for term in word)
    text = {Kind.EXERCISE: section.exercises, Kind.PICTURE: section.pictures}.get(
        kind or Kind.LESSON, section.text
    )
    return Hit(
        section_id=section.section_id,
        lesson_ref=section.lesson_ref,
        lesson_title=head.title,
        heading=section.heading,
        snippet=snippet(text, terms, head.language),
        area=head.area,
        subject=head.subject,
        grades=head.grades,
        score=found.score,
    )
