"""The demo as a person starts it: a real window on a real (virtual) screen, a hand, an eye, and out again."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from virtual_screen import VirtualScreen, colours, wait_for

from ui.home import Home
from ui.laptop import Laptop
from ui.widgets.opening import application
from ui.widgets.session import Session
from ui.widgets.window import MainWindow

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="Xvfb or xdotool is not installed"
    ),
]

PUPIL = "Lucia"


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[VirtualScreen]:
    with VirtualScreen.opened(tmp_path) as screen:
        yield screen


class Demo:
    """`python -m ui.main demo`, running on a screen."""

    def __init__(self, screen: VirtualScreen, home: Path) -> None:
        self.began = time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable, "-X", "faulthandler", "-m", "ui.main", "demo"],
            env={**screen.environment, "SCUOLA_DIGITALE_HOME": str(home)},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip

    def end(self) -> tuple[int, str, str]:
        """Waits for its end; gives exit code and what it said and complained of."""
        said, complained = self._process.communicate(timeout=30)
        return self._process.returncode, said, complained

    def sweep(self) -> None:
        """Ends it and its helpers, where a test failed before."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.communicate()


def middle_of(widget: QWidget, window: QWidget) -> tuple[int, int]:
    """Where to touch a widget, in the window."""
    place = widget.mapTo(window, QPoint(widget.width() // 2, widget.height() // 2))
    return place.x(), place.y()


def places(home: Home, size: QSize) -> dict[str, tuple[int, int]]:
    """Where the pupil's animal and the search's button stand, from the same window drawn in memory."""
    application()
    with Laptop.opened(home) as laptop:
        window = MainWindow(laptop.desk())
        window.resize(size)
        window.show()
        QApplication.processEvents()
        face = next(card for card in window.sign_in.faces() if card.words() == PUPIL)
        found = {"face": middle_of(face, window)}
        pupil = next(one for one in laptop.school.pupils() if one.name == PUPIL)
        window.come_in(Session(pupil=pupil))
        QApplication.processEvents()
        found["search"] = middle_of(window.rail.entry("cerca"), window)
        window.close()
        window.deleteLater()
    return found


def founded(home: Path) -> dict[str, int]:
    """The school's own files, told apart by their inodes."""
    return {path.name: path.stat().st_ino for path in (home / "prova").glob("*/scuola/scuola.db")} | {
        "pronta": (home / "prova" / "pronta").stat().st_mtime_ns
    }


def test_the_demo_opens_is_used_and_closes_and_the_school_is_there_the_next_time(
    qtbot: QtBot, screen: VirtualScreen, tmp_path: Path
) -> None:
    home = tmp_path / "casa"
    demo = Demo(screen, home)
    try:
        window = screen.window("Scuola Digitale")
        first = time.monotonic() - demo.began
        asked = screen.wait_until_still()
        assert colours(asked) > 100
        where = places(Home(home / "prova" / "portatile-1"), asked.size())
        screen.click(*where["face"])
        today = screen.wait_for_change(asked, "the pupil's page")
        today = screen.wait_until_still()
        screen.click(*where["search"])
        empty = screen.wait_for_change(today, "the search")
        empty = screen.wait_until_still()
        screen.hand("windowfocus", window)
        screen.hand("type", "--delay", 20, "frazioni")
        typed = screen.wait_for_change(empty, "what was typed", least=0.0005)
        screen.hand("key", "Return")
        screen.wait_for_change(typed, "what was found")
        found = screen.wait_until_still()
        assert colours(found) > 100
        found.save(str(tmp_path / "trovato.png"))
        screen.ask_to_close(window)
        code, said, complained = demo.end()
    finally:
        demo.sweep()
    assert (code, complained) == (0, "")
    assert "prima volta" in said
    before = founded(home)

    again = Demo(screen, home)
    try:
        window = screen.window("Scuola Digitale")
        second = time.monotonic() - again.began
        screen.wait_until_still()
        screen.ask_to_close(window)
        code, said, complained = again.end()
    finally:
        again.sweep()
    assert (code, said, complained) == (0, "", "")
    assert founded(home) == before
    wait_for("no file held aside", lambda: not list(home.rglob("*.nuovo")))
    print(f"window after {first:.1f} s the first time, {second:.1f} s the second")
