"""The column of a lesson: drawn in chunks, so that the first screen is there at once."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.draft import Place
from scuola_digitale.domain.lesson import Lesson
from ui.widgets.lesson.blocks import FIRST_CHUNK, Unit, put, units
from ui.widgets.lesson.heading import HeadingView, TitleView
from ui.widgets.lesson.stack import Padding, Stack
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.theme import theme

NEXT_CHUNK = 3
TURN_SECONDS = 0.016
"""How long the drawing of the rest may hold one turn of the event loop."""
READING_WIDTH = 640
_SIDE, _NARROW_SIDE = 32, 20
NARROW_COLUMN = 860
"""Width of the view in pixels under which the title is smaller and nearer the edge."""


class Column(Stack):
    """The blocks of a lesson under its title, at most 640 px wide at 100 %, in the middle.

    `complete` is told when the last block stands. One that `waits` draws what is first seen, then waits for
    `go_on`.
    """

    accessible_role = QAccessible.Role.Document
    complete = Signal()

    def __init__(
        self, lesson: Lesson, around: Surroundings, parent: QWidget | None = None, *, waits: bool = False
    ) -> None:
        super().__init__(parent, padding=Padding(top=28, bottom=64))
        self.setAccessibleName(lesson.head.title)
        self.anchors: dict[str, QWidget] = {}
        self._around = around
        self._waiting: list[Unit] = units(lesson.blocks)
        self._feet: list[Callable[[Stack], QWidget | None]] = []
        self._title = TitleView(lesson.head.title, self)
        self.add(self._title, below=16)
        self._complete = False
        self._draw(FIRST_CHUNK)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._draw_next)
        if not waits:
            self.go_on()

    def go_on(self) -> None:
        """Draws the rest, some blocks at each turn of the event loop."""
        if not self._complete:
            self._timer.start(0)

    def at_foot(self, make: Callable[[Stack], QWidget | None]) -> None:
        """Has something put under the last block, once that stands."""
        self._feet.append(make)

    def is_complete(self) -> bool:
        """Whether every block stands."""
        return self._complete

    def draw_all(self) -> None:
        """Draws what is waiting, now."""
        self._draw(len(self._waiting))
        self._finish()

    def draw_until(self, anchor: str) -> QWidget | None:
        """Draws up to a heading, now; gives it, or None where there is no such heading."""
        while anchor not in self.anchors and self._waiting:
            self._draw(NEXT_CHUNK)
        return self.anchors.get(anchor)

    def place_at(self, y: int) -> Place:
        """How far into the lesson a height of the column is."""
        widgets = self.widgets()
        number = next(
            (at for at, one in enumerate(widgets) if one.geometry().bottom() >= y), len(widgets) - 1
        )
        block = widgets[number]
        return Place(block=number, part=min(1.0, max(0.0, (y - block.y()) / max(1, block.height()))))

    def height_of_place(self, place: Place) -> int:
        """The height at which a place of the lesson stands; what is before it is drawn, now."""
        while len(self.widgets()) <= place.block and self._waiting:
            self._draw(NEXT_CHUNK)
        self.relay()
        block = self.widgets()[min(place.block, len(self.widgets()) - 1)]
        return block.y() + round(block.height() * place.part)

    def draw_down_to(self, y: int) -> None:
        """Draws at least down to a height, now: a page cannot be scrolled beyond what stands."""
        while self._waiting and self._walk(self.width(), move=True) < y:
            self._draw(NEXT_CHUNK)
        self.relay()

    def anchor_at(self, y: int) -> str:
        """The anchor of the last heading above a height of the column; empty before the first."""
        above = [(widget.mapTo(self, QPoint(0, 0)).y(), anchor) for anchor, widget in self.anchors.items()]
        return max((one for one in above if one[0] <= y), default=(0, ""))[1]

    def heightForWidth(self, width: int) -> int:
        self._set_narrow(width)
        return super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        # The scroll area asks at every change of height, and makes nothing of it.
        return self.size()

    def content_width(self, width: int) -> tuple[int, int]:
        side = _NARROW_SIDE if width < 760 else _SIDE
        room = min(theme().px(READING_WIDTH), width - 2 * side)
        return (width - room) // 2, max(40, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._set_narrow(self.width())
            super().resizeEvent(event)

    def relay(self) -> None:
        height = self._walk(self.width(), move=True)
        if height != self.height():
            self.resize(self.width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().color("foglio"))

    def _set_narrow(self, width: int) -> None:
        narrow = width < NARROW_COLUMN
        self._title.set_voice("title-narrow" if narrow else "title")
        self.padding = Padding(top=16 if narrow else 28, bottom=64)

    def _draw_next(self) -> None:
        if not self._waiting:
            self._finish()
        until = time.monotonic() + TURN_SECONDS
        while self._waiting and time.monotonic() < until:
            self._draw(1)

    def _finish(self) -> None:
        if self._complete:
            return
        self._complete = True
        self._timer.stop()
        for make in self._feet:
            make(self)
        self._feet.clear()
        self.relay()
        self.complete.emit()

    def _draw(self, count: int) -> None:
        chunk, self._waiting = self._waiting[:count], self._waiting[count:]
        if not chunk:
            return
        self.setUpdatesEnabled(False)
        for unit in chunk:
            widget = put(unit, self._around, self)
            if isinstance(widget, HeadingView):
                self.anchors[widget.anchor] = widget
        self._lay_chunk()
        self.setUpdatesEnabled(True)

    def _lay_chunk(self) -> None:
        if not self.isVisible():
            return
        height = self.lay_new()
        # Qt asks for the whole column to be laid for every widget that comes: with many that is slow.
        QCoreApplication.removePostedEvents(self, QEvent.Type.LayoutRequest.value)
        if height > self.height():
            self.resize(self.width(), height)
