"""Waits until a window is at rest: for pictures of it and for tests."""

import time

from PySide6.QtWidgets import QApplication

from ui import background

CALM_SECONDS = 0.15
_MOST_SECONDS = 20.0
_LEAST_TURNS = 20


def settle(calm: float = CALM_SECONDS) -> None:
    """Lets the work under way come back and the layouts find their place, within `calm` seconds of quiet."""
    app = QApplication.instance()
    if app is None:
        return
    ends = time.monotonic() + _MOST_SECONDS
    while background.is_busy() and time.monotonic() < ends:
        app.processEvents()
    quiet, turns = time.monotonic() + calm, 0
    # Layouts inside of layouts find their place one turn after the other, however slow the computer is.
    while time.monotonic() < quiet or turns < _LEAST_TURNS:
        turns += 1
        app.processEvents()
