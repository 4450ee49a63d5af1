"""Decides what a search shows: passages gathered by lesson, packs, filters, and what was perhaps meant."""

import re
import textwrap

import msgspec

from content.search.engine import Completion, Hit, Kind, PackHit, SearchResult, Snippet
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.school_terms import AREA_LABELS, Area, Grade, subject_label
from scuola_digitale.words import Worded, say
from ui.presenters.desk import Desk
from ui.presenters.italian import count_words
from ui.presenters.lesson_cards import LessonCard, lesson_card

MOST_LESSONS = 40
PASSAGES_SHOWN = 3
COMPLETIONS = 6
_ON_A_BUTTON = 24
"""How many letters of a suggestion a button shows: a whole title would be wider than a small window."""

KINDS: Worded[tuple[tuple[Kind | None, str], ...]] = Worded(
    lambda: (
        (None, say("Tutto")),
        (Kind.LESSON, say("Lezioni")),
        (Kind.EXERCISE, say("Esercizi")),
        (Kind.PICTURE, say("Figure")),
        (Kind.PACK, say("Pacchetti")),
    )
)
_LANGUAGES = Worded(lambda: {"it": say("Italiano"), "en": say("Inglese")})


def _on_a_button(words: str) -> str:
    """The first whole words of a suggestion, at least one."""
    first = words.split(" ", maxsplit=1)[0]
    return textwrap.shorten(words, max(_ON_A_BUTTON, len(first) + 1), placeholder="…")


class Filters(msgspec.Struct, frozen=True):
    """What narrows a search; None lets everything through."""

    area: Area | None = None
    grade: Grade | None = None
    kind: Kind | None = None
    language: str | None = None


class Passage(msgspec.Struct, frozen=True):
    """A section found: its heading, its words with those to light, and where it opens."""

    heading: str
    snippet: Snippet
    anchor: str


class FoundLesson(msgspec.Struct, frozen=True, kw_only=True):
    """A lesson with the passages found in it."""

    card: LessonCard
    passages: tuple[Passage, ...]


class SearchPresenter:
    """A search being made; results come from off the GUI thread through `find` and `take`."""

    title = Worded(lambda: say("Cerca"))
    field = Worded(lambda: say("Cerca nelle lezioni"))
    placeholder_short = Worded(lambda: say("Che cosa cerchi?"))
    placeholder = Worded(lambda: say("Una parola, un luogo, una storia"))
    button = Worded(lambda: say("Cerca"))
    kind_title = Worded(lambda: say("Che cosa"))
    area_title = Worded(lambda: say("Area"))
    grade_title = Worded(lambda: say("Classe"))
    language_title = Worded(lambda: say("Lingua"))
    every_area = Worded(lambda: say("Tutte"))
    every_language = Worded(lambda: say("Tutte"))
    completions_name = Worded(lambda: say("Suggerimenti"))
    start = Worded(lambda: say("Che cosa vuoi scoprire?"))
    start_detail = Worded(
        lambda: say("Scrivi una parola: cerco in tutte le lezioni di questo portatile, anche senza linea.")
    )
    nothing_detail = Worded(lambda: say("Prova con una parola più corta, o togli un filtro."))

    def __init__(self, desk: Desk, pupil: Pupil | None) -> None:
        self._desk = desk
        self._near = pupil.grade if pupil else None
        self._heads = {head.ref: head for head in desk.library.lessons()}
        self.query = ""
        self.filters = Filters()
        self.found: SearchResult | None = None

    def grades(self) -> tuple[Grade, ...]:
        """Grades to filter by: those that lessons are for."""
        present = {grade for head in self._heads.values() for grade in head.grades}
        return tuple(grade for grade in Grade if grade in present)

    def languages(self) -> tuple[tuple[str | None, str], ...]:
        """Languages to filter by with their names, all of them first; none where all lessons are in one."""
        present = sorted({head.language for head in self._heads.values()} - {"it"})
        if not present:
            return ()
        named = ((tag, _LANGUAGES().get(tag.partition("-")[0], tag)) for tag in ("it", *present))
        return ((None, self.every_language), *named)

    def narrow(self, **changes: object) -> None:
        """Changes some of the filters; the same value again takes a filter off."""
        filters = self.filters
        for name, value in changes.items():
            taken_off = getattr(filters, name) == value
            filters = msgspec.structs.replace(filters, **{name: None if taken_off else value})
        self.filters = filters

    def find(self, query: str, filters: Filters) -> SearchResult:
        """Searches; takes some milliseconds, the first time more, so it runs off the GUI thread."""
        return self._desk.search().search(
            query,
            area=filters.area,
            grade=filters.grade,
            kind=filters.kind,
            language=filters.language,
            near=self._near,
            lessons=MOST_LESSONS,
        )

    def complete(self, begun: str) -> tuple[str, tuple[Completion, ...]]:
        """What is typed so far and how it may go on; runs off the GUI thread too."""
        return begun, self._desk.search().complete(begun, limit=COMPLETIONS)

    def completion_words(self, completion: Completion) -> str:
        """What a screen reader says of a completion."""
        return (
            say("Apri: {text}", text=completion.text)
            if completion.section_id
            else say("Cerca: {text}", text=completion.text)
        )

    def place(self, completion: Completion) -> tuple[str, str]:
        """The lesson and the anchor that a title opens."""
        ref, _, anchor = completion.section_id.partition("#")
        return ref, anchor

    def take(self, found: SearchResult) -> None:
        """Takes the answer of a search, unless something else is asked by now."""
        if found.query.strip() == self.query.strip():
            self.found = found

    def headline(self) -> str:
        """How much was found."""
        if self.found is None:
            return ""
        lessons = len({hit.lesson_ref for hit in self.found.hits})
        packs = count_words(len(self.found.packs), "pacchetto", "pacchetti")
        if not lessons:
            return packs
        passages = count_words(len(self.found.hits), "passo", "passi")
        words = say(
            "{passages} in {count}", passages=passages, count=count_words(lessons, "lezione", "lezioni")
        )
        return f"{words}, {packs}" if self.found.packs else words

    def nothing(self) -> str:
        """What is said when nothing was found."""
        return say("Non ho trovato «{query}»", query=self.query.strip())

    def nothing_words(self) -> str:
        """What could be done about it."""
        return say("Forse è scritta in un altro modo.") if self.suggestion() else self.nothing_detail

    def try_words(self) -> str:
        """The word on the button that searches what was perhaps meant, empty for nothing better."""
        suggestion = self.suggestion()
        return say("Cerca «{suggestion}»", suggestion=_on_a_button(suggestion)) if suggestion else ""

    def suggestion(self) -> str:
        """What was perhaps meant, empty for nothing better."""
        return (self.found.suggestion or "") if self.found else ""

    def also_words(self) -> str:
        """What was searched besides the words typed: mistakes are mended without being asked."""
        return say("Ho cercato anche «{suggestion}».", suggestion=self.suggestion())

    def packs(self) -> tuple[PackHit, ...]:
        """The packs found."""
        return self.found.packs if self.found else ()

    def first_lesson(self, pack: PackHit) -> str:
        """The ref of the first lesson that a pack brings, empty where it brings none."""
        return next((head.ref for head in self._heads.values() if head.pack == pack.pack_id), "")

    def lessons(self) -> tuple[FoundLesson, ...]:
        """The lessons found, best first, each with its passages."""
        groups: dict[str, list[Hit]] = {}
        for hit in self.found.hits if self.found else ():
            groups.setdefault(hit.lesson_ref, []).append(hit)
        return tuple(self._lesson(hits) for hits in groups.values())

    def _lesson(self, hits: list[Hit]) -> FoundLesson:
        head = self._heads.get(hits[0].lesson_ref)
        return FoundLesson(
            card=lesson_card(head) if head else _bare_card(hits[0]),
            passages=tuple(
                Passage(
                    hit.heading if hit.heading != hit.lesson_title else "",
                    tuple((readable(words), lit) for words, lit in hit.snippet),
                    hit.section_id.partition("#")[2],
                )
                for hit in hits[:PASSAGES_SHOWN]
            ),
        )


def _bare_card(hit: Hit) -> LessonCard:
    """The card of a lesson whose pack was removed while the search was on its way."""
    return LessonCard(
        ref=hit.lesson_ref,
        area=hit.area,
        kicker=subject_label(hit.subject) if hit.subject else AREA_LABELS()[hit.area],
        title=hit.lesson_title,
        detail="",
        pack="",
        cover=None,
    )


_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_SIGNS = {r"\cdot": "·", r"\times": "×", r"\div": ":", r"\,": " ", r"\%": "%"}
_COMMAND = re.compile(r"\\[A-Za-z]+\s?")


def readable(text: str) -> str:
    r"""A passage with its formulas as one writes them on a line: `\frac{3}{4}` becomes `3/4`."""
    text = _FRACTION.sub(r"\1/\2", text)
    for tex, sign in _SIGNS.items():
        text = text.replace(tex, sign)
    return _COMMAND.sub("", text).replace("{", "").replace("}", "")
