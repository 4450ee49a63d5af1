"""The strip over a lesson that opens where its reader stopped."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.draft import Place
from scuola_digitale.words import Worded, say
from ui.widgets.buttons import Button
from ui.widgets.exercises.saying import announce
from ui.widgets.lesson.column import Column
from ui.widgets.lesson.scroll import LessonScroll
from ui.widgets.pictures import icon
from ui.widgets.text import Text
from ui.widgets.theme import theme

HERE = Worded(lambda: say("Sei rimasto qui."))
FROM_START = Worded(lambda: say("Dall’inizio"))
_DRAWING, _GAP = 20, 10
_AIR, _ABOVE = 3, 20
MOVED = 120
"""Pixels: who scrolled so far has seen where they are."""


class PlaceLine(QWidget):
    """A strip over the text; leads to where the reader stopped, says so and offers the beginning.

    Scrolling on takes it away; `gone` tells that its room is free.
    """

    accessible_role = QAccessible.Role.Note
    gone = Signal()

    def __init__(self, parent: QWidget, column: Column, scroll: LessonScroll) -> None:
        super().__init__(parent)
        self._column, self._scroll = column, scroll
        self._is_gone = False
        self._words = Text(HERE(), "strong", parent=self)
        self._begin = Button(FROM_START(), "quiet", size="small", parent=self)
        self._begin.clicked.connect(lambda: scroll.verticalScrollBar().setValue(0))
        self.setAccessibleName(HERE())

    def lead_to(self, place: Place) -> None:
        """Scrolls to a place of the lesson."""
        y = self._column.stand(place, above=_ABOVE, below=self._scroll.viewport().height())
        bar = self._scroll.verticalScrollBar()
        bar.setValue(max(0, y - _ABOVE))
        self._came_to = self._scroll.first_in_sight()
        bar.valueChanged.connect(self._scrolled)
        announce(self, HERE())

    def high(self) -> int:
        """How high it is, pixels; 0 once it is gone."""
        tall = max(self._words.sizeHint().height(), self._begin.sizeHint().height())
        return 0 if self._is_gone else tall + 2 * _AIR + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        words, button = self._words.sizeHint(), self._begin.sizeHint()
        left, tall = self._left() + theme().px(_DRAWING) + 8, self.height() - 1
        self._words.setGeometry(left, (tall - words.height()) // 2, words.width(), words.height())
        left += words.width() + _GAP
        self._begin.setGeometry(left, (tall - button.height()) // 2, button.width(), button.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        painter.fillRect(self.rect(), worn.color("primary_soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, worn.color("linea"))
        side = worn.px(_DRAWING)
        drawn = icon("segnalibro", worn.color("link"), side)
        painter.drawPixmap(self._left(), round((self.height() - 1 - side) / 2), drawn)

    def _left(self) -> int:
        """Where the lesson's own text begins."""
        return self._column.content_width(self._scroll.viewport().width())[0]

    def _scrolled(self) -> None:
        if self._came_to is None or self._scroll.way_from(self._came_to) <= MOVED:
            return
        bar, top, high = self._scroll.verticalScrollBar(), self._scroll.top(), self.high()
        bar.valueChanged.disconnect(self._scrolled)
        self._is_gone = True
        self.gone.emit()
        # The text keeps its height on the screen though its view now begins further up.
        bar.setValue(max(0, top - high) if top else 0)
        self.hide()
        self.deleteLater()
