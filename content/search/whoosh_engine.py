"""The search by Whoosh: reads and writes whole index folders, and survives whatever it finds in them."""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from whoosh.index import open_dir

from content.disk import DiskFullError, full_disk_told
from content.library import index_records
from content.library.library import Library
from content.search import asking
from content.search.engine import Hit, SearchResult
from content.search.index_folder import IndexFolder
from content.search.italian import composed, tokens
from content.search.snippets import snippet
from content.search.spelling import Speller, nearest
from content.search.writing import write_pack
from scuola_digitale.domain.lesson import LessonHead, Section
from scuola_digitale.domain.school_terms import Area, Grade

_log = logging.getLogger(__name__)
_MAX_QUERY = 1000
_MAX_TERMS = 12
T = TypeVar("T")


class _Opened(msgspec.Struct, frozen=True):
    folder: Path
    searcher: Any
    speller: Speller

    def knows(self, term: str) -> bool:
        reader = self.searcher.reader()
        return ("body", term) in reader or ("title", term) in reader


class WhooshEngine:
    """A `SearchEngine` over the index beside the library; notices by itself when another process renews it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._folder = IndexFolder(library.folder / "indice")
        self._opened: _Opened | None = None
        self._lock = threading.RLock()

    def search(
        self,
        query: str,
        *,
        area: Area | None = None,
        subject: str | None = None,
        grade: Grade | None = None,
        lessons: int = 10,
    ) -> SearchResult:
        """The best sections of at most so many `lessons` that pass the filters."""
        started = time.perf_counter()
        filters = {"area": area and area.value, "subject": subject, "grade": grade and grade.value}
        chosen = {field: value for field, value in filters.items() if value}
        mended = self.suggest(query)
        # A mended query still asks for what was typed: the word may be right and only rare.
        terms = _terms(f"{mended or ''} {query[:_MAX_QUERY]}")
        nothing: list[asking.Found] = []
        found = self._read(
            lambda opened: asking.best_sections(opened.searcher, terms, chosen, lessons), nothing
        )
        hits = self._hits(found, frozenset(terms))
        if not hits and query.strip():
            mended = self._nearest(query, area, subject, grade)
        spent = (time.perf_counter() - started) * 1000
        return SearchResult(query=query, hits=hits, suggestion=mended, milliseconds=spent)

    def suggest(self, query: str) -> str | None:
        """The query with its mistakes mended, or None when it has none that can be mended."""
        short = query[:_MAX_QUERY]
        return self._read(lambda opened: opened.speller.mend(short, opened.knows), None)

    def complete(self, prefix: str, *, limit: int = 8) -> tuple[str, ...]:
        """Titles whose words begin as the words typed so far; nothing for a single letter."""
        begun = asking.title_words(prefix[:_MAX_QUERY])
        nothing: list[str] = []
        ids = self._read(lambda opened: asking.titles_with(opened.searcher, begun), nothing)
        titles = (each[1].heading for each in self._sections(ids).values())
        return asking.fitting_titles(titles, begun)[:limit]

    def add_pack(self, pack_id: str) -> int:
        """Takes in the compiled sections of a pack, instead of what it knew of it; gives how many."""
        pack = self._library.pack(pack_id)
        sections = self._library.sections(pack_id)
        count, words = self._write(lambda folder: write_pack(folder, pack_id, sections))
        lineage = self._folder.lineage() or ""
        index_records.record(self._library.connection(), pack_id, pack.sha256, lineage, words)
        return count

    def remove_pack(self, pack_id: str) -> None:
        """Forgets a pack."""
        if self._folder.current():
            self._write(lambda folder: write_pack(folder, pack_id, ()))
        index_records.forget(self._library.connection(), pack_id)

    def _write(self, change: Callable[[Path], T]) -> T:
        """Changes the index; one that cannot be read is dropped, and the change starts a new one.

        Raises:
            DiskFullError: there is no room; the index is as it was.
        """
        try:
            with full_disk_told(), self._folder.renewed() as folder:
                return change(folder)
        except DiskFullError:
            raise
        except Exception as error:
            if self._folder.current() is None:
                raise
            self._drop(error)
        with full_disk_told(), self._folder.renewed() as folder:
            return change(folder)

    def _drop(self, error: Exception) -> None:
        _log.warning("The search index cannot be read and will be made again: %s", repr(error))
        self._folder.drop()

    def rebuild(self) -> None:
        """Starts anew from what the library holds."""
        self._folder.drop()
        for pack in self._library.packs():
            self.add_pack(pack.head.pack_id)

    def close(self) -> None:
        """Lets go of files and memory."""
        with self._lock:
            if self._opened:
                self._opened.searcher.close()
                self._opened = None

    def _hits(self, found: list[asking.Found], terms: frozenset[str]) -> tuple[Hit, ...]:
        sections = self._sections([each.section_id for each in found])
        return tuple(
            _hit(each, *sections[each.section_id], terms) for each in found if each.section_id in sections
        )

    def _sections(self, ids: list[str]) -> dict[str, tuple[LessonHead, Section]]:
        return index_records.found_sections(self._library.connection(), ids)

    def _nearest(self, query: str, area: Area | None, subject: str | None, grade: Grade | None) -> str | None:
        heads = self._library.lessons(area, subject, grade) or self._library.lessons()
        return nearest(query[:_MAX_QUERY], (head.title for head in heads))

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
        used = self._opened.folder if self._opened else self._folder.current()
        self._opened = None
        if used is not None and self._folder.current() not in (None, used):
            return self._read(ask, otherwise)  # another process renewed the index under our hands
        self._drop(error)
        return otherwise

    def _open(self) -> _Opened | None:
        current = self._folder.current()
        if current is None or self._opened is None or self._opened.folder != current:
            self.close()
            if current is not None:
                words = index_records.vocabulary(self._library.connection())
                self._opened = _Opened(current, open_dir(current, readonly=True).searcher(), Speller(words))
        return self._opened


def _terms(text: str) -> list[str]:
    return list(dict.fromkeys(token.term for token in tokens(composed(text))))[:_MAX_TERMS]


def _hit(found: asking.Found, head: LessonHead, section: Section, terms: frozenset[str]) -> Hit:
    return Hit(
        section_id=section.section_id,
        lesson_ref=section.lesson_ref,
        lesson_title=head.title,
        heading=section.heading,
        snippet=snippet(section.text, terms),
        area=head.area,
        subject=head.subject,
        grades=head.grades,
        score=found.score,
    )
