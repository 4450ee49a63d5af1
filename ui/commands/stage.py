"""What the command line asks of the window's side, so that it can stay without Qt."""

from pathlib import Path
from typing import Any, Protocol

from ui.home import Home


class Stage(Protocol):
    """The window's side of the commands that draw."""

    def display_missing(self) -> str:
        """Why no window can open here, one Italian sentence; empty when one can."""
        ...

    def open_demo(self, home: Home) -> int:
        """Opens the window on the demo school; returns the exit code."""
        ...

    def play_day(self, home: Home, pictures: Path) -> dict[str, Any]:
        """Plays the demo's day offscreen through the real window; returns what happened, as data."""
        ...

    def screenshots(self, home: Home, out: Path) -> int:
        """Draws every page into `out`; returns how many pictures."""
        ...
