"""The second press of a double click is for what got the first; never for what has come in its place."""

import time
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.pressable import Pressable

_NEAR = 24
"""How far from the first press a second one is still the same hand's, pixels."""
_KEPT_MS = 3000
"""How long a press is remembered: as long as a slow laptop may let the second click wait."""
_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})


@dataclass(frozen=True, slots=True)
class _Press:
    """A press: on what, where on the screen, and when, by the event's clock and by the machine's."""

    under: QWidget
    kind: type
    name: str
    at: QPoint
    event_ms: int
    seconds: float


class _Last:
    """The last press that somebody got, in whatever window."""

    press: ClassVar[_Press | None] = None


class SecondPress:
    """Looks at the presses of a window, and swallows those that are for something that is gone.

    The last press is known to all windows: a dialog may have come in the place of a page.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._swallowing = False

    def swallows(self, event: QMouseEvent) -> bool:
        """Whether an event is part of a press that is for nobody."""
        if event.type() not in _PRESSES:
            swallowed = self._swallowing
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._swallowing = False
            return swallowed
        press = self._press(event)
        first = _Last.press
        # The press that began it is kept: a third click, too, falls within its time.
        self._swallowing = first is not None and self._is_second(press, first)
        if not self._swallowing:
            _Last.press = press
            # What was pressed may be somebody's page: it is not kept for who comes next.
            QTimer.singleShot(_KEPT_MS, lambda: _forget(press))
        return self._swallowing

    def _press(self, event: QMouseEvent) -> _Press:
        under = self._window.childAt(event.position().toPoint()) or self._window
        at = event.globalPosition().toPoint()
        return _Press(under, type(under), _named(under), at, event.timestamp(), time.monotonic())

    def _is_second(self, press: _Press, first: _Press) -> bool:
        """Soon after the first, as near to it, while something else stands where the first one was."""
        passed = 1000 * (press.seconds - first.seconds)
        if press.event_ms != first.event_ms:
            # A page that was long in coming has the second click wait: its own clock knows when it was.
            passed = min(passed, abs(press.event_ms - first.event_ms))
        if passed > QApplication.doubleClickInterval() or (press.at - first.at).manhattanLength() > _NEAR:
            return False
        there = self._window.childAt(self._window.mapFromGlobal(first.at)) or self._window
        if there is first.under:
            return False
        # A button that is made again by what it does, as those that count, may be pressed as fast as one likes.
        return not (first.name and type(there) is first.kind and _named(there) == first.name)


def _forget(press: _Press) -> None:
    if _Last.press is press:
        _Last.press = None


def _named(widget: QWidget) -> str:
    if not isinstance(widget, Pressable):
        return ""
    return widget.accessibleName() or widget.words()
