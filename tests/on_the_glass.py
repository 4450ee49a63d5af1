"""A finger on the glass of a window in a test: it taps, swipes, and rests before it drags."""

from functools import cache

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_STEPS = 12
REST_MS = 650
"""Longer than a finger must rest to take what lies under it."""


@cache
def _glass() -> QPointingDevice:
    return QTest.createTouchDevice()


class OneFinger:
    """A finger on a window, as the system tells of it; places are pixels of a widget."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def tap(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Touches it, in its middle unless told where."""
        place = self._place(widget, at)
        self._down(place)
        self._up(place)

    def swipe(self, widget: QWidget, way: QPoint, at: QPoint | None = None) -> None:
        """Comes down there, moves as far as `way` at once, and leaves."""
        place = self._place(widget, at)
        self._down(place)
        self._go(place, way)
        self._up(place + way)

    def drag(self, widget: QWidget, way: QPoint, at: QPoint | None = None) -> None:
        """Comes down there, rests, moves as far as `way`, and leaves."""
        place = self._place(widget, at)
        self._down(place)
        QTest.qWait(REST_MS)
        self._go(place, way)
        self._up(place + way)

    def pinch(self, widget: QWidget) -> None:
        """Two fingers come down on it and leave."""
        place, window = self._place(widget, None), self._window.windowHandle()
        beside = place + QPoint(20, 0)
        self._down(place)
        QTest.touchEvent(window, _glass()).stationary(0).press(1, beside).commit()
        QTest.touchEvent(window, _glass()).release(0, place).release(1, beside).commit()
        QApplication.processEvents()

    def _place(self, widget: QWidget, at: QPoint | None) -> QPoint:
        return widget.mapTo(self._window, widget.rect().center() if at is None else at)

    def _down(self, place: QPoint) -> None:
        QTest.touchEvent(self._window.windowHandle(), _glass()).press(0, place).commit()
        QApplication.processEvents()

    def _go(self, place: QPoint, way: QPoint) -> None:
        for step in range(1, _STEPS + 1):
            there = place + QPoint(way.x() * step // _STEPS, way.y() * step // _STEPS)
            QTest.touchEvent(self._window.windowHandle(), _glass()).move(0, there).commit()
            QApplication.processEvents()

    def _up(self, place: QPoint) -> None:
        QTest.touchEvent(self._window.windowHandle(), _glass()).release(0, place).commit()
        QApplication.processEvents()
