"""A button of the tray beside a lesson: its word beside the drawing, under it, or told alone."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from ui.widgets import paint
from ui.widgets.pictures import icon
from ui.widgets.pressable import Pressable
from ui.widgets.theme import theme

Wording = Literal["beside", "under", "none"]

_DRAWING, _SIDE, _GAP = 20, 12, 8
_LEAST = 44


class TrayButton(Pressable):
    """A drawing and its word, as much of it as there is room for."""

    radius = 10

    def __init__(self, words: str, drawing: str, parent: QWidget) -> None:
        super().__init__(words, parent=parent)
        self._drawing = drawing
        self._wording: Wording = "beside"
        # A touch leaves the words in the lesson chosen.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_words(self, words: str) -> None:
        """It does something else now."""
        self.setText(words)
        self.setToolTip(words if self._wording == "none" else "")

    def word_it(self, wording: Wording) -> None:
        """Puts its word elsewhere."""
        self._wording = wording
        self.show_words(self.words())
        self.update()

    def size_for(self, wording: Wording) -> QSize:
        """Its size with the word there, pixels."""
        side, words = theme().px(_DRAWING), self._metrics(wording).horizontalAdvance(self.words())
        high = self._metrics(wording).height()
        if wording == "beside":
            return QSize(side + _GAP + words + 2 * _SIDE, max(_LEAST, high + 12))
        if wording == "under":
            return QSize(max(_LEAST, words + 8), side + high + 14)
        return QSize(max(_LEAST, side + 12), max(_LEAST, side + 12))

    def sizeHint(self) -> QSize:
        return self.size_for(self._wording)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        if self.underMouse() or self.isDown():
            painter.setBrush(worn.color("primary_soft"))
            painter.drawRoundedRect(rect, self.radius, self.radius)
        ink, side, centre = worn.color("link"), worn.px(_DRAWING), rect.center()
        left, top = centre.x() - side / 2, centre.y() - side / 2
        if self._wording == "beside":
            left = rect.left() + _SIDE
            room = rect.adjusted(_SIDE + side + _GAP, 0, 0, 0)
            painter.setFont(worn.font("small-strong"))
            paint.text(painter, room, self.words(), ink)
        elif self._wording == "under":
            top = rect.top() + 6
            room = rect.adjusted(0, 6 + side, 0, -6)
            painter.setFont(worn.font("tiny-strong"))
            paint.text(painter, room, self.words(), ink, align=Qt.AlignmentFlag.AlignCenter)
        painter.drawPixmap(round(left), round(top), icon(self._drawing, ink, side))

    def _metrics(self, wording: Wording) -> QFontMetrics:
        return QFontMetrics(theme().font("tiny-strong" if wording == "under" else "small-strong"))
