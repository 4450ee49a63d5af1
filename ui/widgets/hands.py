"""What hands do in a window, before any widget hears of it: fingers scroll, and a second click does not fall through."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from ui.widgets.second_press import SecondPress
    from ui.widgets.touch import Finger


class Hands(QObject):
    """Watches the touches and presses of one window; keys pass untouched."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Show:
                # The handle gets them first; other events of it are few.
                self._window.windowHandle().installEventFilter(self)
            return False
        if QApplication.activePopupWidget() is not None:
            # A menu over the window has its own way with both.
            return False
        if isinstance(event, QTouchEvent):
            return self._finger.takes(event)
        return isinstance(event, QMouseEvent) and self._presses.swallows(event)

    @cached_property
    def _finger(self) -> "Finger":
        from ui.widgets.touch import Finger  # late: most laptops have no glass to touch

        return Finger(self._window)

    @cached_property
    def _presses(self) -> "SecondPress":
        from ui.widgets.second_press import SecondPress  # late: nobody presses before the first paint

        return SecondPress(self._window)
