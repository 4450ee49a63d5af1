"""Decides what a search shows: passages gathered by lesson, filters, and what was perhaps meant."""

import re

import msgspec

from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.school_terms import AREA_LABELS, Area, Grade, subject_label
from ui.presenters.desk import Desk, Found, Hit
from ui.presenters.italian import count_words
from ui.presenters.lesson_cards import LessonCard, lesson_card

MOST_HITS = 40
PASSAGES_SHOWN = 3


class Passage(msgspec.Struct, frozen=True):
    """A section found: its heading, its words with those to light, and where it opens."""

    heading: str
    snippet: tuple[tuple[str, bool], ...]
    anchor: str


class FoundLesson(msgspec.Struct, frozen=True, kw_only=True):
    """A lesson with the passages found in it."""

    card: LessonCard
    passages: tuple[Passage, ...]
    more: int


class SearchPresenter:
    """A search being made; results come from off the GUI thread through `find` and `take`."""

    title = "Cerca"
    field = "Cerca nelle lezioni"
    placeholder = "Una parola, un luogo, una storia"
    button = "Cerca"
    area_title, grade_title = "Area", "Classe"
    every_area = "Tutte"
    start = "Che cosa vuoi scoprire?"
    start_detail = "Scrivi una parola: cerco in tutte le lezioni di questo portatile, anche senza linea."
    nothing_detail = "Prova con una parola più corta, o togli un filtro."

    def __init__(self, desk: Desk, pupil: Pupil | None) -> None:
        self._desk = desk
        self._pupil = pupil
        self._heads = {head.ref: head for head in desk.library.lessons()}
        self.query = ""
        self.area: Area | None = None
        self.grade: Grade | None = None
        self.found: Found | None = None

    def grades(self) -> tuple[Grade, ...]:
        """Grades to filter by: those that lessons are for."""
        present = {grade for head in self._heads.values() for grade in head.grades}
        return tuple(grade for grade in Grade if grade in present)

    def find(self, query: str, area: Area | None, grade: Grade | None) -> Found:
        """Searches; takes some milliseconds, the first time more, so it runs off the GUI thread."""
        return self._desk.search().find(query, area, grade, MOST_HITS)

    def take(self, found: Found) -> None:
        """Takes the answer of a search, unless something else is asked by now."""
        if found.query.strip() == self.query.strip():
            self.found = found

    def headline(self) -> str:
        """How much was found."""
        if self.found is None:
            return ""
        lessons = len({hit.lesson_ref for hit in self.found.hits})
        passages = count_words(len(self.found.hits), "passo", "passi")
        return f"{passages} in {count_words(lessons, 'lezione', 'lezioni')}"

    def nothing(self) -> str:
        """What is said when nothing was found."""
        return f"Non ho trovato «{self.query.strip()}»"

    def nothing_words(self) -> str:
        """What could be done about it."""
        return "Forse è scritta in un altro modo." if self.suggestion() else self.nothing_detail

    def also_words(self) -> str:
        """What was searched besides the words typed: mistakes are mended without being asked."""
        return f"Ho cercato anche «{self.suggestion()}»."

    def try_words(self) -> str:
        """The word on the button that searches what was perhaps meant, empty for nothing better."""
        return f"Cerca «{self.suggestion()}»" if self.suggestion() else ""

    def suggestion(self) -> str:
        """What was perhaps meant, empty for nothing better."""
        return self.found.suggestion if self.found else ""

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
            more=max(0, len(hits) - PASSAGES_SHOWN),
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


def _bare_card(hit: Hit) -> LessonCard:
    """The card of a lesson whose pack was removed while the search was on its way."""
    return LessonCard(
        ref=hit.lesson_ref,
        area=hit.area,
        kicker=subject_label(hit.subject) if hit.subject else AREA_LABELS[hit.area],
        title=hit.lesson_title,
        detail="",
        pack="",
        cover=None,
    )
