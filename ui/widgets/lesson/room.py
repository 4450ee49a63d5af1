"""The room that is kept for the part of a lesson above its reader, until it is drawn."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.lesson import (
    AnyBlock,
    Callout,
    Code,
    ExerciseBlock,
    Figure,
    Heading,
    Paragraph,
    Quote,
    Table,
)
from scuola_digitale.domain.text import plain
from ui.presenters.lesson import inner_columns
from ui.widgets.lesson.blocks import Unit, gaps_of
from ui.widgets.lesson.stack import let_grow
from ui.widgets.theme import theme

_LINE, _LETTERS = 31, 72
"""A line of reading at 100 %: its height in pixels, and how many letters it holds."""
_FIGURE, _EXERCISE, _ROW, _OTHER = 380, 340, 46, 60


class Room(QWidget):
    """Empty, about as high as the blocks it stands for: so the scroll bar tells from the first moment where one is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._height = 0
        let_grow(self)

    def keep_for(self, units: Sequence[Unit]) -> None:
        """Keeps room for these."""
        self._height = sum(map(_height_of, units))

    def heightForWidth(self, width: int) -> int:
        return theme().px(self._height)

    def sizeHint(self) -> QSize:
        return QSize(40, theme().px(self._height))


def _height_of(unit: Unit) -> int:
    """About how high a unit is at 100 %, with half of its gaps, pixels: the words are counted, not set."""
    return sum(map(_block_height, unit)) + sum(gaps_of(unit)) // 2


def _block_height(block: AnyBlock) -> int:
    match block:
        case Paragraph() | Heading():
            return _LINE * (1 + len(plain(block.spans)) // _LETTERS)
        case Figure():
            return _FIGURE * block.width // 100
        case ExerciseBlock():
            return _EXERCISE
        case Table():
            return _ROW * (1 + len(block.rows))
        case Code():
            return _LINE * (2 + block.text.count("\n"))
        case Callout() | Quote():
            return _OTHER + _columns_height(inner_columns(block))
        case _:
            return max(_OTHER, _columns_height(inner_columns(block)))


def _columns_height(columns: Iterable[Sequence[AnyBlock]]) -> int:
    return sum(_block_height(block) for column in columns for block in column)
