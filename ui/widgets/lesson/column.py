"""The column of a lesson: drawn in chunks, so that the first screen is there at once."""

import time
from collections import deque
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.draft import Place
from scuola_digitale.domain.lesson import Heading, Lesson
from ui.widgets.lesson.blocks import Unit, put, units
from ui.widgets.lesson.heading import HeadingView, TitleView
from ui.widgets.lesson.passages import passages_in
from ui.widgets.lesson.room import Room
from ui.widgets.lesson.stack import Padding, Stack
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.tab_order import laid_out
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

    It is drawn from where its reader begins: what a view shows at once, the rest above and below when it is told
    to `go_on`. `complete` is told when the last block stands, `grew_above` by how many pixels what stood before
    was moved down by what was drawn over it.
    """

    accessible_role = QAccessible.Role.Document
    complete = Signal()
    grew_above = Signal(int)

    def __init__(
        self, lesson: Lesson, around: Surroundings, parent: QWidget | None = None, *, begin: int = 0
    ) -> None:
        """Shows nothing but the title yet; `begin` is the number of the unit (see `blocks.units`) to draw first."""
        super().__init__(parent, padding=Padding(top=28, bottom=64))
        self.setAccessibleName(lesson.head.title)
        self.anchors: dict[str, QWidget] = {}
        self._around = around
        self._units: list[Unit] = units(lesson.blocks)
        # The units from the first up to the next stand, each with its widget.
        self._first = self._next = begin
        self._standing: deque[QWidget | None] = deque()
        self._feet: list[Callable[[Stack], QWidget | None]] = []
        self._title = TitleView(lesson.head.title, self)
        self.add(self._title, below=16)
        self._room: Room | None = None
        if begin:
            self._room = Room(self)
            self._room.keep_for(self._units[:begin])
            self.add(self._room)
        self._complete = self._is_left = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._draw_next)

    def takes_hold(self, at: QPoint) -> bool:
        """Whether a finger that rests there rests on words that can be chosen."""
        rects = (QRect(one.mapTo(self, QPoint(0, 0)), one.size()) for one, _ in passages_in(self))
        return any(rect.contains(at) for rect in rects)

    def go_on(self) -> None:
        """Draws the rest, some blocks at each turn of the event loop."""
        if not self._complete and not self._is_left:
            self._timer.start(0)

    def leave(self) -> None:
        """Draws no more by itself: nobody reads it any longer."""
        self._is_left = True
        self._timer.stop()

    def at_foot(self, make: Callable[[Stack], QWidget | None]) -> None:
        """Has something put under the last block, once that stands."""
        self._feet.append(make)

    def is_complete(self) -> bool:
        """Whether every block stands."""
        return self._complete

    # What stands is drawn

    def draw_all(self) -> None:
        """Draws what is waiting, now."""
        self._draw_above(self._first)
        self._draw_below(len(self._units) - self._next)
        self._finish()

    def draw_down_to(self, y: int) -> None:
        """Draws at least down to a height, now: a page cannot be scrolled beyond what stands."""
        while self._next < len(self._units) and self.laid_height() < y:
            self._draw_below(1)

    def draw_up_to(self, y: int) -> None:
        """Draws all that is above, now, if a height is reached where nothing is drawn yet."""
        if y < self._foot_of_room():
            self._draw_above(self._first)

    def stand(self, place: Place, *, above: int = 0, below: int = 0) -> int:
        """The height at which a place of the lesson stands; it is drawn, now, with so many pixels around it.

        Where less than `below` stands under it, as near the end, as much more is drawn above: a view shows that.
        """
        unit = place.block - 1
        self._draw_above(self._first - max(0, unit))
        self._draw_below(unit + 1 - self._next)
        self.draw_down_to(self._height_of(place) + below)
        while self._foot_of_room() > min(self._height_of(place) - above, self.laid_height() - below):
            self._draw_above(1)
        return self._height_of(place)

    # Places

    def place_of(self, anchor: str) -> Place | None:
        """Where a heading stands in the lesson, be it drawn or not; None where there is no such heading."""
        found = (number for number, unit in enumerate(self._units) if _anchor(unit) == anchor)
        unit = next(found, None)
        return None if unit is None else Place(block=unit + 1)

    def place_at(self, y: int) -> Place:
        """How far into the lesson a height of the column is."""
        numbered = self._numbered()
        number, block = next((one for one in numbered if one[1].geometry().bottom() >= y), numbered[-1])
        return Place(block=number, part=min(1.0, max(0.0, (y - block.y()) / max(1, block.height()))))

    def anchor_at(self, y: int) -> str:
        """The anchor of the last heading above a height of the column; empty before the first."""
        reached = max((number for number, block in self._numbered() if block.y() <= y), default=0)
        above = (_anchor(unit) for unit in reversed(self._units[:reached]))
        return next(filter(None, above), "")

    def _numbered(self) -> list[tuple[int, QWidget]]:
        """What stands, from the top: the title is block 0, then each unit, then what stands at the foot."""
        blocks = [
            (at, one) for at, one in enumerate(self._standing, start=self._first + 1) if one is not None
        ]
        feet = self.widgets()[self._top() + len(blocks) :]
        return [(0, self._title), *blocks, *enumerate(feet, start=len(self._units) + 1)]

    def _top(self) -> int:
        """How many widgets stand over the first block: the title, and the room for what waits."""
        return 1 if self._room is None else 2

    def _foot_of_room(self) -> int:
        return 0 if self._room is None else self._room.geometry().bottom() + 1

    def _height_of(self, place: Place) -> int:
        numbered = self._numbered()
        block = next((one for number, one in numbered if number >= place.block), numbered[-1][1])
        return block.y() + round(block.height() * place.part)

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
        until = time.monotonic() + TURN_SECONDS
        while self._first and time.monotonic() < until:
            self._draw_above(NEXT_CHUNK)
        if self._next == len(self._units):
            self._finish()
        while self._next < len(self._units) and time.monotonic() < until:
            self._draw_below(1)

    def _finish(self) -> None:
        if self._complete or self._first:
            return
        self._complete = True
        self._timer.stop()
        for make in self._feet:
            make(self)
        self._feet.clear()
        self._be_laid_once()
        self.relay()
        self.complete.emit()

    def _draw_below(self, count: int) -> None:
        if count <= 0:
            return
        self.setUpdatesEnabled(False)
        for unit in self._units[self._next : self._next + count]:
            self._next += 1
            self._standing.append(self._put(unit))
        self._take_height(self.lay_new())
        self.setUpdatesEnabled(True)

    def _draw_above(self, count: int) -> None:
        """Draws the last units of those above, and has what stood before stay where it is seen."""
        if count <= 0 or self._room is None:
            return
        self.setUpdatesEnabled(False)
        stood = next(filter(None, self._standing), None)
        before = stood.y() if stood is not None else 0
        for _ in range(min(count, self._first)):
            self._first -= 1
            self._standing.appendleft(self._put(self._units[self._first], at=2))
        self._room.keep_for(self._units[: self._first])
        if not self._first:
            self.take_out(self._room)
            self._room = None
            self._lead_tab()
        self._take_height(self._walk(self.width(), move=True))
        if stood is not None:
            self.grew_above.emit(stood.y() - before)
        self.resize(self.width(), self.laid_height())
        self.setUpdatesEnabled(True)

    def _put(self, unit: Unit, *, at: int | None = None) -> QWidget | None:
        widget = put(unit, self._around, self, at=at)
        if isinstance(widget, HeadingView):
            self.anchors[widget.anchor] = widget
        return widget

    def _be_laid_once(self) -> None:
        # Qt asks for the whole column to be laid for every widget that comes: with many that is slow.
        QCoreApplication.removePostedEvents(self, QEvent.Type.LayoutRequest.value)

    def _take_height(self, height: int) -> None:
        self._be_laid_once()
        if height > self.height():
            self.resize(self.width(), height)

    def _lead_tab(self) -> None:
        """Has Tab go through the blocks as they stand: Qt goes through them in the order in which they were made."""
        stops = [
            widget
            for block in self.widgets()
            for widget in laid_out(block)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)


def _anchor(unit: Unit) -> str:
    block = unit[0]
    return block.anchor if isinstance(block, Heading) else ""
