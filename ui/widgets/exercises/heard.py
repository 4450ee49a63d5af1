"""Words of an exercise that a voice reads: answers to choose, papers to join, sentences with gaps."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from ui.widgets.lesson.passages import Lit, Passage, Piece

if TYPE_CHECKING:
    from ui.widgets.lesson.label import RichText

    class _Words(QWidget, Passage):
        """A control of Qt's that holds words."""

else:
    _Words = Passage


class HeardWords(_Words):
    """Stands before a control's Qt class among its bases; its words are chosen as a whole and lit one by one.

    Attributes:
        rich: the words.
    """

    rich: "RichText"

    def pieces(self) -> Iterator[Piece]:
        return self.rich.pieces()

    def end_place(self) -> int:
        return self.rich.end_place()

    def place_at(self, point: QPoint) -> int:
        return 0 if point.x() < self.width() / 2 else self.end_place()

    def area_of(self, place: int) -> QRect:
        return self.rect()

    def choose(self, start: int, end: int) -> None:
        if self.rich.choose(start, end):
            self.update()

    def light(self, lit: Sequence[Lit]) -> None:
        self.rich.light(lit)
        self.update()
