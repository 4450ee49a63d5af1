"""A finger on the glass: it scrolls what is read, a tap presses, and resting for a moment it takes what lies under it."""

import time
from collections import deque
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPointingDevice, QTouchEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QWidget,
)
from shiboken6 import isValid

from ui.widgets.pulled import Pulled, Run, pulled_from, upwards
from ui.widgets.ring import Led
from ui.widgets.theme import theme

_WAVER = 14
"""How far a finger may stray and still tap, pixels."""
_REST_MS = 500
"""How long it rests before it takes what lies under it."""
_LOOK_BACK = 0.1
"""Seconds before a finger leaves the glass that tell how fast it went."""
_FASTEST = 4000.0
"""Pixels a second: no page runs faster than that."""
_Kind = QEvent.Type


@runtime_checkable
class TakesHold(Protocol):
    """A widget that can be dragged, or whose words can be chosen, once a finger has rested on it."""

    def takes_hold(self, at: QPoint) -> bool:
        """Whether there is something to take at a place of the widget."""
        ...


class _Way(Enum):
    """What a finger does: it has not moved yet, scrolls, is a mouse that drags, or does nothing any more."""

    WAITS = auto()
    SCROLLS = auto()
    HOLDS = auto()
    NOTHING = auto()


@dataclass(slots=True)
class _Touch:
    """One finger from the moment it comes down."""

    number: int
    began: QPoint
    target: QWidget
    device: QPointingDevice
    event_ms: int
    at: QPoint
    way: _Way = _Way.WAITS
    upright: bool = True
    pulled: Pulled | None = None
    trail: deque[tuple[float, QPoint]] = field(default_factory=lambda: deque(maxlen=12))

    def speed(self) -> float:
        """How fast it scrolls as it leaves, pixels a second."""
        now = time.monotonic()
        recent = [(at, place) for at, place in self.trail if now - at <= _LOOK_BACK]
        if len(recent) < 2:
            return 0.0
        (first, before), (last, after) = recent[0], recent[-1]
        speed = _along(before - after, upright=self.upright) / max(0.001, last - first)
        return max(-_FASTEST, min(_FASTEST, speed))


class Finger(QObject):
    """What one finger does in a window; where nothing scrolls it is a mouse, as Qt makes one of it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._touch: _Touch | None = None
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(self._take_hold)
        self._run = Run(self)

    def takes(self, event: QTouchEvent) -> bool:
        """Does what a finger asks; gives whether the event is done with."""
        kind = event.type()
        if kind == _Kind.TouchBegin:
            return self._come_down(event)
        if self._touch is None:
            return False
        if kind == _Kind.TouchUpdate:
            self._move(self._touch, event)
        else:
            touch, self._touch = self._touch, None
            self._resting.stop()
            if kind == _Kind.TouchEnd:
                self._leave(touch)
            elif touch.way is _Way.HOLDS:
                # Taken away by the system: let go where nothing is.
                self._mouse(touch, _Kind.MouseButtonRelease, QPoint(-1, -1))
        return True

    def _come_down(self, event: QTouchEvent) -> bool:
        ran = self._run.stop()
        self._touch = None
        point = event.points()[0]
        at = point.position().toPoint()
        target = self._window.childAt(at) or self._window
        if isinstance(target, QAbstractSlider) or not (_scrolls(target) or _may_hold(target)):
            return False
        self._touch = _Touch(point.id(), at, target, event.pointingDevice(), event.timestamp(), at)
        self._touch.trail.append((time.monotonic(), at))
        if ran:
            # Who stops a page that runs means no button.
            self._touch.way = _Way.NOTHING
            self._begin_scrolling(self._touch, at)
        else:
            self._resting.start()
        return True

    def _move(self, touch: _Touch, event: QTouchEvent) -> None:
        points = event.points()
        if len(points) > 1 and touch.way is not _Way.HOLDS:
            touch.way = _Way.NOTHING
            self._resting.stop()
        place = next((one.position().toPoint() for one in points if one.id() == touch.number), touch.at)
        before, touch.at = touch.at, place
        touch.trail.append((time.monotonic(), place))
        if touch.way is _Way.HOLDS:
            self._mouse(touch, _Kind.MouseMove, place)
        elif touch.way is _Way.SCROLLS and touch.pulled is not None and isValid(touch.pulled.bar):
            touch.pulled.pull(_along(before - place, upright=touch.upright))
        elif touch.way is _Way.WAITS and (place - touch.began).manhattanLength() > _WAVER:
            self._resting.stop()
            self._begin_scrolling(touch, place)

    @staticmethod
    def _begin_scrolling(touch: _Touch, place: QPoint) -> None:
        """From now on what goes that way goes with the finger: the nearest that is not at its end."""
        moved = touch.began - place
        touch.way = _Way.SCROLLS
        touch.upright = abs(moved.y()) >= abs(moved.x())
        pixels = _along(moved, upright=touch.upright)
        ways = [*pulled_from(touch.target, upright=touch.upright)] if isValid(touch.target) else []
        touch.pulled = next((one for one in ways if one.goes(pixels)), next(iter(ways), None))
        if touch.pulled is not None:
            touch.pulled.pull(pixels)

    def _take_hold(self) -> None:
        touch = self._touch
        if touch is None or touch.way is not _Way.WAITS or not isValid(touch.target):
            return
        holder = _holder(touch.target)
        if holder is None or not holder.takes_hold(_place_in(holder, self._window, touch.began)):
            return
        touch.way = _Way.HOLDS
        self._mouse(touch, _Kind.MouseButtonPress, touch.began)
        # As with a mouse, pressing twice takes the word; what is dragged does not mind.
        self._mouse(touch, _Kind.MouseButtonDblClick, touch.began)

    def _leave(self, touch: _Touch) -> None:
        if touch.way is _Way.WAITS:
            self._mouse(touch, _Kind.MouseButtonPress, touch.began)
            self._mouse(touch, _Kind.MouseButtonRelease, touch.began)
        elif touch.way is _Way.HOLDS:
            self._mouse(touch, _Kind.MouseButtonRelease, touch.at)
        elif touch.way is _Way.SCROLLS and touch.pulled is not None and not theme().ways.still:
            self._run.start(touch.pulled, touch.speed())

    def _mouse(self, touch: _Touch, kind: QEvent.Type, at: QPoint) -> None:
        handle: QWindow | None = self._window.windowHandle() if isValid(self._window) else None
        if handle is None:
            return
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        place, release = QPointF(at), kind == _Kind.MouseButtonRelease
        event = QMouseEvent(
            kind,
            place,
            place,
            QPointF(handle.mapToGlobal(at)),
            none if kind == _Kind.MouseMove else left,
            none if release else left,
            QApplication.keyboardModifiers(),
            Qt.MouseEventSource.MouseEventSynthesizedByApplication,
            touch.device,
        )
        event.setTimestamp(touch.event_ms)
        # The focus that a press gives is no reason to scroll: what has it is under the finger.
        Led.pressed_by_finger = not release
        QCoreApplication.sendEvent(handle, event)
        Led.pressed_by_finger = False


def _along(way: QPoint, *, upright: bool) -> int:
    return way.y() if upright else way.x()


def _scrolls(target: QWidget) -> bool:
    return any(True for upright in (True, False) for _ in pulled_from(target, upright=upright))


def _holder(target: QWidget) -> TakesHold | None:
    """Who takes hold of what lies under a finger; a button that cannot be dragged is none of it."""
    for one in upwards(target):
        if isinstance(one, TakesHold):
            return one
        if isinstance(one, QAbstractButton):
            return None
    return None


def _may_hold(target: QWidget) -> bool:
    return _holder(target) is not None


def _place_in(holder: TakesHold, window: QWidget, at: QPoint) -> QPoint:
    return holder.mapFrom(window, at) if isinstance(holder, QWidget) else at
