"""Stretches of the lesson that can be chosen, lit and read aloud, place by place."""

import re
from abc import abstractmethod
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QMouseEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from scuola_digitale.words import Worded, say
from ui.languages import in_language
from ui.presenters.formula_words import spoken
from ui.widgets.abstract import AbstractWidget
from ui.widgets.lesson import inline
from ui.widgets.lesson.prose import JOINER
from ui.widgets.theme import theme

Light = Literal["luce", "voce"]
"""What lights words: the reader's own highlight, or the voice that says them."""

GAP = Worded(lambda: say("spazio vuoto"))
"""What a voice says of a gap to fill."""
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*[’']?")
_GROUNDS: dict[Light, tuple[str, str]] = {"luce": ("luce", "on_luce"), "voce": ("primary", "on_primary")}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a passage, a letter for each place from `place` on; the words of a `whole` piece share one place.

    Attributes:
        said: what is read aloud instead, as for a formula.
    """

    text: str
    place: int
    whole: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class Lit:
    """Places from `start` up to `end` that are lit."""

    start: int
    end: int
    light: Light = "luce"


class Passage(metaclass=AbstractWidget):
    """A part of the column that holds words; mixed into its widget. Places run from 0 to `end_place()`.

    Attributes:
        aloud: whether a voice reads it; a listing is looked at, not listened to.
        rank: in one block the higher comes later, wherever it stands: the second of two columns to join.
    """

    aloud = True
    rank = 0

    @abstractmethod
    def pieces(self) -> Iterator[Piece]:
        """Its words, in order."""

    @abstractmethod
    def end_place(self) -> int:
        """The place after its last word."""

    @abstractmethod
    def place_at(self, point: QPoint) -> int:
        """The place nearest to a point of the widget."""

    @abstractmethod
    def area_of(self, place: int) -> QRect:
        """Where a place stands in the widget: as high as its line."""

    @abstractmethod
    def choose(self, start: int, end: int) -> None:
        """Shows the places from `start` up to `end` as chosen; none where they are one."""

    @abstractmethod
    def light(self, lit: Sequence[Lit]) -> None:
        """Lights some places, and no others."""

    def words_between(self, start: int, end: int) -> str:
        """The words from one place up to another, a line for each paragraph."""
        found = ""
        for piece in self.pieces():
            if piece.whole:
                found += piece.text if start <= piece.place < end else ""
            else:
                found += piece.text[max(0, start - piece.place) : max(0, end - piece.place)]
        lines = found.replace("\t", " ").replace("\N{LINE SEPARATOR}", "\n").split("\n")
        return "\n".join(line.strip(" ") for line in lines)

    def word_around(self, place: int) -> tuple[int, int]:
        """Where the word at a place begins and ends; a place alone where no word stands."""
        letters = Letters(self)
        for match in _WORD.finditer(letters.text):
            start, end = letters.places(match.start(), match.end())
            if start <= place <= end:
                return start, end
        return place, place


class Letters:
    """All the words of a passage as one text, and the place of each letter."""

    def __init__(self, passage: Passage, *, aloud: bool = False) -> None:
        self.text = ""
        self._from: list[int] = []
        self._to: list[int] = []
        for piece in passage.pieces():
            words = piece.said if aloud and piece.said else piece.text
            self.text += words
            count = range(len(words))
            self._from += [piece.place + (0 if piece.whole else at) for at in count]
            self._to += [piece.place + (1 if piece.whole else at + 1) for at in count]

    def places(self, start: int, end: int) -> tuple[int, int]:
        """The places of the letters from `start` up to `end`, which are at least one."""
        return self._from[start], self._to[end - 1]

    def letters(self, start: int, end: int) -> tuple[int, int]:
        """The letters that stand at the places from `start` up to `end`."""
        return bisect_left(self._from, start), bisect_left(self._from, end)


class Lights:
    """What lights the passages of a column: each kind of light by itself, so that none puts out another."""

    def __init__(self) -> None:
        self._lit: dict[int, dict[Light, Sequence[Lit]]] = {}

    def show(self, passage: Passage, light: Light, lit: Sequence[Lit]) -> None:
        """Lights places of a passage in one way, and no others in that way."""
        if not isValid(passage):
            return
        kinds = self._lit.setdefault(id(passage), {})
        kinds[light] = lit
        # The voice comes last, and is seen over the reader's own light.
        passage.light([*kinds.get("luce", ()), *kinds.get("voce", ())])


def passages_in(column: QWidget) -> list[tuple[QWidget, Passage]]:
    """The passages that stand in a column now, from the top."""
    found = [
        (widget, widget)
        for widget in column.findChildren(QWidget)
        if isinstance(widget, Passage) and widget.isVisibleTo(column) and widget.end_place()
        if not _floats(widget, column)
    ]

    def order(one: tuple[QWidget, Passage]) -> tuple[int, int, int, int]:
        widget, passage = one
        corner = widget.mapTo(column, QPoint(0, 0))
        return block_of(widget, column).y(), passage.rank, corner.y(), corner.x()

    return sorted(found, key=order)


def block_of(widget: QWidget, column: QWidget) -> QWidget:
    """What stands in the column itself and holds a widget."""
    parent = widget.parentWidget()
    while parent is not None and parent is not column:
        widget, parent = parent, parent.parentWidget()
    return widget


def _floats(widget: QWidget, column: QWidget) -> bool:
    """Whether it stands on a sheet that lies over the column, and not in it."""
    parent = widget.parentWidget()
    while parent is not None and parent is not column:
        if getattr(parent, "floats", False):
            return True
        parent = parent.parentWidget()
    return False


def document_pieces(document: QTextDocument, language: str = "") -> Iterator[Piece]:
    """The words of a document, formulas and pictures in the words that stand for them, as the lesson's language has them."""
    block = document.begin()
    while block.isValid():
        yield from _block_pieces(block, language)
        block = block.next()
        if block.isValid():
            yield Piece("\n", block.position() - 1, whole=True)


def _block_pieces(block: QTextBlock, language: str) -> Iterator[Piece]:
    steps = block.begin()
    while not steps.atEnd():
        yield from _fragment_pieces(steps.fragment(), language)
        steps += 1


def _fragment_pieces(fragment: QTextFragment, language: str) -> Iterator[Piece]:
    shape, place = fragment.charFormat(), fragment.position()
    source = inline.source_of(shape)
    if source is not None:
        said = ""
        if shape.objectType() == inline.GAP:
            with in_language(language):
                said = f" {GAP()} "
        elif shape.objectType() == inline.MATHS:
            said = spoken(str(shape.property(inline.SOURCE)), language) + str(
                shape.property(inline.TAIL) or ""
            )
        yield from (Piece(source, place + at, whole=True, said=said) for at in range(fragment.length()))
        return
    text = fragment.text()
    if len(text) == fragment.length() and JOINER not in text:
        yield Piece(text, place)
        return
    for letter in text:
        if letter != JOINER:
            yield Piece(letter, place, whole=True)
        # Qt counts two places for a sign beyond the first 65,536.
        place += 2 if ord(letter) > 0xFFFF else 1


def cursor_over(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """A cursor that holds the places from `start` up to `end`."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def lit_format(light: Light) -> QTextCharFormat:
    """How lit words look in the theme worn now."""
    ground, ink = _GROUNDS[light]
    shape = QTextCharFormat()
    shape.setBackground(theme().color(ground))
    shape.setForeground(theme().color(ink))
    return shape


def chosen_format() -> QTextCharFormat:
    """How chosen words look in the theme worn now."""
    return lit_format("voce")


def drags(event: QMouseEvent) -> bool:
    """Whether the mouse moves with its left button held."""
    return bool(event.buttons() & Qt.MouseButton.LeftButton)


def shown_selections(
    document: QTextDocument, lit: Sequence[Lit], chosen: tuple[int, int]
) -> list[QAbstractTextDocumentLayout.Selection]:
    """What a document that is painted by hand shows as lit and as chosen."""
    shown = [(one.start, one.end, lit_format(one.light)) for one in lit]
    if chosen[0] < chosen[1]:
        shown.append((*chosen, chosen_format()))
    selections = []
    for start, end, shape in shown:
        selection = QAbstractTextDocumentLayout.Selection()
        selection.cursor, selection.format = cursor_over(document, start, end), shape
        selections.append(selection)
    return selections
