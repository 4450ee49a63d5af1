"""The words of a lesson that its reader lit, where they stand now."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.notebook import NotebookPage
from ui.presenters.highlights import find_quote
from ui.widgets.lesson.choosing import Choosing
from ui.widgets.lesson.column import Column
from ui.widgets.lesson.heading import HeadingView
from ui.widgets.lesson.passages import Letters, Lights, Lit, Passage, passages_in

_BETWEEN = "\n"


class Highlights:
    """What is lit in a column; each page of the notebook keeps the places it lights."""

    def __init__(self, column: Column, choosing: Choosing, lights: Lights) -> None:
        self._column, self._choosing, self._lights = column, choosing, lights
        self._places: dict[str, list[tuple[Passage, Lit]]] = {}

    def show(self, pages: Sequence[NotebookPage]) -> None:
        """Lights the words of these pages, and no others; words that the lesson has no more stay dark."""
        for passage in self._lit_passages():
            self._lights.show(passage, "luce", [])
        self._places = {}
        if not pages:
            return
        text = _Whole(self._column)
        for page in pages:
            span = find_quote(text.text, page.entry.quote, text.start_of(page.entry.anchor))
            if span is not None:
                self._places[page.page_id] = text.places(*span)
        for passage in self._lit_passages():
            held = [lit for places in self._places.values() for one, lit in places if one is passage]
            self._lights.show(passage, "luce", held)

    def touched(self) -> list[str]:
        """The pages whose words are chosen now, be it in part, or under the cursor."""
        chosen = {id(passage): (start, end) for _, passage, start, end in self._choosing.stretches()}
        return [
            page_id
            for page_id, places in self._places.items()
            if any(id(passage) in chosen and _meets(lit, *chosen[id(passage)]) for passage, lit in places)
        ]

    def _lit_passages(self) -> list[Passage]:
        lit = {id(passage): passage for places in self._places.values() for passage, _ in places}
        return list(lit.values())


class _Whole:
    """All the words of a column as one text."""

    def __init__(self, column: Column) -> None:
        self.text = ""
        self._parts: list[tuple[int, QWidget, Passage, Letters]] = []
        for widget, passage in passages_in(column):
            letters = Letters(passage)
            self._parts.append((len(self.text), widget, passage, letters))
            self.text += letters.text + _BETWEEN

    def start_of(self, anchor: str) -> int:
        """Where the part under a heading begins."""
        starts = (
            at
            for at, widget, _, _ in self._parts
            if isinstance(widget, HeadingView) and widget.anchor == anchor
        )
        return next(starts, 0)

    def places(self, start: int, end: int) -> list[tuple[Passage, Lit]]:
        """The places of the letters from `start` up to `end`."""
        found: list[tuple[Passage, Lit]] = []
        for at, _, passage, letters in self._parts:
            first, last = max(start - at, 0), min(end - at, len(letters.text))
            if first < last:
                found.append((passage, Lit(*letters.places(first, last))))
        return found


def _meets(lit: Lit, start: int, end: int) -> bool:
    return lit.start < end and start < lit.end if start < end else lit.start <= start < lit.end
