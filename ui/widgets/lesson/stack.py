"""Columns and rows of widgets that take the height their width asks for; lighter than layouts in long pages."""

from abc import abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.abstract import AbstractWidget
from ui.widgets.theme import theme


@dataclass(frozen=True, slots=True)
class Padding:
    """Room inside a box, pixels at 100 %."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


@dataclass(slots=True)
class _Place:
    widget: QWidget
    above: int
    below: int
    left: int


@dataclass(frozen=True, slots=True)
class _End:
    """How far a column is laid: how many widgets, for which width, at which height, and the gap asked under it."""

    width: int
    count: int
    y: int
    below: int | None


def let_grow(widget: QWidget) -> None:
    """Says that a widget's height follows from its width."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def height_of(widget: QWidget, width: int) -> int:
    """The height a widget needs at a width, pixels."""
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()


def shift_of(widget: QWidget) -> int:
    """How far down a widget asks to be placed, pixels: Qt puts all the air of a line of text over it."""
    shift = getattr(widget, "shift", 0)
    return int(shift)


class Walked(QWidget, metaclass=AbstractWidget):
    """Places its children itself: `_walk` goes through them once, to measure or to move them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        let_grow(self)

    def heightForWidth(self, width: int) -> int:
        return self._walk(width, move=False)

    def sizeHint(self) -> QSize:
        width = self.width() or 320
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.lay_now()

    def lay_now(self) -> None:
        """Places its children at once, without waiting for Qt to ask."""
        self._walk(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._walk(self.width(), move=True) != self.height():
            self.updateGeometry()
        return super().event(event)

    @abstractmethod
    def _walk(self, width: int, *, move: bool) -> int:
        """The height that the children take at a width, pixels; with `move` they are placed so."""


class Stack(Walked):
    """Widgets one under another. Gaps do not add up: between two the larger one counts.

    Gaps and padding are pixels at 100 % and grow with the text. Hidden widgets take no room.
    """

    def __init__(self, parent: QWidget | None = None, *, padding: Padding = Padding()) -> None:
        super().__init__(parent)
        self.padding = padding
        self._places: list[_Place] = []
        self._end: _End | None = None

    def add(
        self, widget: QWidget, *, above: int = 0, below: int = 0, left: int = 0, at: int | None = None
    ) -> None:
        """Puts a widget at the foot, or before the one that stands at a place."""
        if widget.parentWidget() is not self:
            widget.setParent(self)
        follower = self._places[at].widget if at is not None and at < len(self._places) else None
        if follower is not None:
            # Among the children as well: a screen reader goes through them in their order.
            widget.stackUnder(follower)
            self._end = None
        self._places.insert(len(self._places) if at is None else at, _Place(widget, above, below, left))
        widget.show()

    def clear(self) -> None:
        """Takes everything out and destroys it."""
        for place in self._places:
            place.widget.hide()
            place.widget.deleteLater()
        self._places.clear()
        self._end = None

    def widgets(self) -> list[QWidget]:
        """What stands in it, from the top."""
        return [place.widget for place in self._places]

    def take_out(self, widget: QWidget) -> None:
        """Takes a widget out and destroys it."""
        self._places = [place for place in self._places if place.widget is not widget]
        self._end = None
        widget.hide()
        widget.deleteLater()

    def laid_height(self) -> int:
        """The height of what was placed so far, pixels."""
        return 0 if self._end is None else self._end.y + theme().px(self.padding.bottom)

    def content_width(self, width: int) -> tuple[int, int]:
        """Left edge and width of what it holds, inside `width`."""
        left, right = theme().px(self.padding.left), theme().px(self.padding.right)
        return left, max(40, width - left - right)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.relay()
        elif event.type() == QEvent.Type.StyleChange:
            # The text's size may have changed, and the gaps with it; children tell of themselves later.
            self.updateGeometry()
        return QWidget.event(self, event)

    def relay(self) -> None:
        """Something inside changed its height: places all anew and says so to the parent."""
        if self._walk(self.width(), move=True) != self.height():
            self.updateGeometry()

    def lay_new(self) -> int:
        """Places what was added since all was placed, without measuring the rest again; gives the height."""
        if self._end is None or self._end.width != self.width():
            return self._walk(self.width(), move=True)
        self._end = self._walk_from(self._end, move=True)
        return self.laid_height()

    def _walk(self, width: int, *, move: bool) -> int:
        px = theme().px
        end = self._walk_from(_End(width, 0, px(self.padding.top), None), move=move)
        if move:
            self._end = end
        return end.y + px(self.padding.bottom)

    def _walk_from(self, end: _End, *, move: bool) -> _End:
        px = theme().px
        left, room = self.content_width(end.width)
        y, below = end.y, end.below
        for place in self._places[end.count :]:
            if place.widget.isHidden():
                continue
            y += 0 if below is None else px(max(below, place.above))
            indent = px(place.left)
            own = _own_width(place.widget, room - indent)
            height = height_of(place.widget, own)
            if move:
                place.widget.setGeometry(left + indent, y + shift_of(place.widget), own, height)
            y, below = y + height, place.below
        return _End(end.width, len(self._places), y, below)


def _own_width(widget: QWidget, room: int) -> int:
    fixed = widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
    return min(room, widget.sizeHint().width()) if fixed else room


class Flow(Walked):
    """Widgets side by side that go to a new line where they do not fit."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 12, line_gap: int = 8) -> None:
        super().__init__(parent)
        self._gap, self._line_gap = gap, line_gap
        self._widgets: list[QWidget] = []

    def add(self, widget: QWidget) -> None:
        """Puts a widget at the end."""
        if widget.parentWidget() is not self:
            widget.setParent(self)
        self._widgets.append(widget)
        widget.show()

    def _walk(self, width: int, *, move: bool) -> int:
        y = 0
        for line in self._lines(width):
            tall = max(size.height() for _, size in line)
            if move:
                self._place_line(line, y, tall)
            y += tall + self._line_gap
        return max(0, y - self._line_gap)

    def _place_line(self, line: list[tuple[QWidget, QSize]], y: int, tall: int) -> None:
        x = 0
        for widget, size in line:
            widget.setGeometry(x, y + (tall - size.height()) // 2, size.width(), size.height())
            x += size.width() + self._gap

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        lines: list[list[tuple[QWidget, QSize]]] = []
        x = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            own = min(widget.sizeHint().width(), width)
            if not lines or x + own > width:
                lines.append([])
                x = 0
            lines[-1].append((widget, QSize(own, height_of(widget, own))))
            x += own + self._gap
        return lines
