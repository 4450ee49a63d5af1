"""The window's side of the program: opens it, plays the demo in it, draws its pages."""

import os
import sys
from pathlib import Path
from typing import Any

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui.home import Home


class NoScreenError(ScuolaError):
    """There is no screen to open a window on."""

    def __init__(self) -> None:
        super().__init__(
            say("Qui non c’è uno schermo, e la finestra non può aprirsi."),
            remedy=say("Aprila da un computer con lo schermo; i comandi li elenca «scuola-digitale --help»."),
        )


class QtStage:
    """What the command line asks of the window's side; Qt is imported when something is to be drawn."""

    def display_missing(self) -> str:
        """Why no window can open here, one Italian sentence; empty when one can."""
        screenless = os.environ.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}
        if screenless or (sys.platform.startswith("linux") and not _has_display()):
            return say("Qui non c’è uno schermo.")
        return ""

    def open_demo(self, home: Home) -> int:
        """Opens the window on the demo school; returns the exit code."""
        from ui.demo.window import open_demo

        return open_demo(home)

    def play_day(self, home: Home, pictures: Path) -> dict[str, Any]:
        """Plays the demo's day offscreen through the real window; returns what happened, as data."""
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from ui.demo.alone import alone
        from ui.demo.day import play_day

        with alone(home.folder / "giornata"):
            return play_day(home.folder / "giornata", pictures)

    def screenshots(self, home: Home, out: Path) -> int:
        """Draws every page into `out`; returns how many pictures."""
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from ui.demo.alone import alone
        from ui.demo.pictures import draw_pictures

        with alone(home.folder / "immagini-scuola"):
            return draw_pictures(home, out)


def _has_display() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ask_for_screen() -> None:
    """Looks for a screen before Qt does, which would end the process without a word of ours.

    Raises:
        NoScreenError: there is none, and nobody chose where else to draw.
    """
    if sys.platform.startswith("linux") and not _has_display() and "QT_QPA_PLATFORM" not in os.environ:
        raise NoScreenError
