"""What goes along with a finger: the scroll bars around a widget, and how a page runs on after a swipe."""

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QScrollArea, QScrollBar, QWidget
from shiboken6 import isValid

_FRAME_MS = 16
_SLOWEST = 60.0
"""Pixels a second: slower nothing runs on."""
_BRAKE = 3.5
"""A run loses this many times its speed a second: e⁻³·⁵ of it is left after one."""


@dataclass(slots=True)
class Pulled:
    """A scroll bar under a finger.

    Attributes:
        step: how many pixels one step of the bar is.
        rest: pixels pulled that do not make a step yet.
    """

    bar: QScrollBar
    step: float
    rest: float = 0.0

    def goes(self, pixels: float) -> bool:
        """Whether there is something to see that way; below 0 is up or left."""
        return self.bar.value() < self.bar.maximum() if pixels > 0 else self.bar.value() > self.bar.minimum()

    def pull(self, pixels: float) -> None:
        """Scrolls."""
        self.rest += pixels
        steps = math.trunc(self.rest / self.step)
        self.rest -= steps * self.step
        self.bar.setValue(self.bar.value() + steps)


class Run(QObject):
    """What was swiped runs on a little and comes to rest."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pulled: Pulled | None = None
        self._speed = self._last = 0.0
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._go)

    def start(self, pulled: Pulled, speed: float) -> None:
        """Lets it run; `speed` in pixels a second."""
        if abs(speed) > _SLOWEST:
            self._pulled, self._speed, self._last = pulled, speed, time.monotonic()
            self._timer.start()

    def stop(self) -> bool:
        """Stops it; gives whether it ran."""
        ran = self._timer.isActive()
        self._timer.stop()
        self._pulled = None
        return ran

    def _go(self) -> None:
        now = time.monotonic()
        gone, self._last = now - self._last, now
        pulled = self._pulled
        if pulled is None or not isValid(pulled.bar) or not pulled.goes(self._speed):
            self.stop()
            return
        pulled.pull(self._speed * gone)
        self._speed *= math.exp(-_BRAKE * gone)
        if abs(self._speed) < _SLOWEST:
            self.stop()


def upwards(widget: QWidget) -> Iterator[QWidget]:
    """The widget and what it stands in, up to its window."""
    one: QWidget | None = widget
    while one is not None:
        yield one
        one = None if one.isWindow() else one.parentWidget()


def pulled_from(target: QWidget, *, upright: bool) -> Iterator[Pulled]:
    """What scrolls around a widget, the nearest first."""
    for area in upwards(target):
        if isinstance(area, QAbstractScrollArea):
            bar = area.verticalScrollBar() if upright else area.horizontalScrollBar()
            policy = area.verticalScrollBarPolicy() if upright else area.horizontalScrollBarPolicy()
            # What hides its bar may scroll all the same, as the rail does; a line of text within a page does not.
            free = isinstance(area, QScrollArea) or policy != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if free and bar.maximum() > bar.minimum():
                by_lines = upright and isinstance(area, QPlainTextEdit)
                yield Pulled(bar, area.fontMetrics().lineSpacing() if by_lines else 1)
