"""The window's side of the program: opens it, plays the demo in it, draws its pages."""

import os
import sys
from pathlib import Path
from typing import Any

from ui.home import Home


class QtStage:
    """What the command line asks of the window's side; Qt is imported when something is to be drawn."""

    def display_missing(self) -> str:
        """Why no window can open here, one Italian sentence; empty when one can."""
        screenless = os.environ.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}
        if screenless or (sys.platform.startswith("linux") and not _has_display()):
            return "Qui non c'è uno schermo."
        return ""

    def open_demo(self, home: Home) -> int:
        """Opens the window on the demo school; returns the exit code."""
        from ui.demo.window import open_demo

        return open_demo(home)

    def play_day(self, home: Home, pictures: Path) -> dict[str, Any]:
        """Plays the demo's day offscreen through the real window; returns what happened, as data."""
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from ui.demo.day import play_day

        return play_day(home.folder / "giornata", pictures)

    def screenshots(self, home: Home, out: Path) -> int:
        """Draws every page into `out`; returns how many pictures."""
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from ui.demo.pictures import draw_pictures

        return draw_pictures(home, out)


def _has_display() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
