"""The line over a lesson that opens where its reader stopped."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.draft import Place
from scuola_digitale.words import Worded, say
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.exercises.saying import announce
from ui.widgets.lesson.column import Column
from ui.widgets.lesson.scroll import LessonScroll
from ui.widgets.pictures import icon
from ui.widgets.text import Text
from ui.widgets.theme import theme

HERE = Worded(lambda: say("Sei rimasto qui."))
FROM_START = Worded(lambda: say("Dall’inizio"))
_SIDE, _GAP = 14, 10
_ABOVE, _ASIDE = 10, 24
MOVED = 120
"""Pixels: who scrolled so far has seen where they are."""


class PlaceLine(QWidget):
    """Leads to where the reader stopped, says so and offers the beginning; scrolling on takes it away."""

    accessible_role = QAccessible.Role.Note

    def __init__(self, parent: QWidget, column: Column, scroll: LessonScroll) -> None:
        super().__init__(parent)
        self._column, self._scroll = column, scroll
        self._words = Text(HERE(), "strong", parent=self)
        self._begin = Button(FROM_START(), "quiet", size="small", parent=self)
        self._begin.clicked.connect(lambda: scroll.verticalScrollBar().setValue(0))
        self.setAccessibleName(HERE())

    def lead_to(self, place: Place) -> None:
        """Scrolls to a place of the lesson."""
        bar, y = self._scroll.verticalScrollBar(), self._column.height_of_place(place)
        self._column.draw_down_to(y + self._scroll.viewport().height())
        # Under this line, not covered by it.
        bar.setValue(max(0, y - self.geometry().height() - 2 * _ABOVE))
        self._from = bar.value()
        bar.valueChanged.connect(self._scrolled)
        announce(self, HERE())

    def _scrolled(self, top: int) -> None:
        # What is still being drawn may move the page a little: that is no wish of the reader.
        if abs(top - self._from) > MOVED:
            self._scroll.verticalScrollBar().valueChanged.disconnect(self._scrolled)
            self.hide()
            self.deleteLater()

    def open_at(self, left: int, top: int, room: int) -> None:
        """Shows it under a height, at the right end of `room` pixels from `left`: beside a heading, not over it."""
        words, button = self._words.sizeHint(), self._begin.sizeHint()
        wide = self._lead() + words.width() + _GAP + button.width() + 6
        tall = max(words.height(), button.height()) + 10
        self.setGeometry(left + max(0, room - wide - _ASIDE), top + _ABOVE, min(wide, room), tall)
        self.show()
        self.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        words, button = self._words.sizeHint(), self._begin.sizeHint()
        tall = self.height() - 3
        self._words.setGeometry(self._lead(), (tall - words.height()) // 2, words.width(), words.height())
        left = self.width() - button.width() - 6
        self._begin.setGeometry(left, (tall - button.height()) // 2, button.width(), button.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        paint.paper(
            painter, rect, worn.color("foglio"), worn.color("linea"), radius=14, border=worn.border(), lip=3
        )
        side = worn.px(20)
        drawn = icon("segnalibro", worn.color("link"), side)
        painter.drawPixmap(_SIDE, round((rect.height() - 3 - side) / 2), drawn)

    def _lead(self) -> int:
        return _SIDE + theme().px(20) + 8
