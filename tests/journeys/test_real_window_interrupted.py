"""A real window on a virtual screen: a pupil answers by keys, the power goes, and nothing is lost; they go on elsewhere."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from answering import _answer, _tab_and_space, _type_after_tab, tab_to
from at_the_window import show_window
from demo_school import found_demo
from keyboard import Keyboard
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from virtual_screen import VirtualScreen, wait_for

from sync.region.serving import EmbeddedRegion
from ui import background
from ui.home import Home
from ui.laptop import Laptop
from ui.widgets.exercises.card import ExerciseCard
from ui.widgets.review_page import ReviewPage
from ui.widgets.theme import dress

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="Xvfb or xdotool is not installed"
    ),
]

PUPIL = "Lucia"
_NAMES = {Qt.Key.Key_Tab: "Tab", Qt.Key.Key_Return: "Return", Qt.Key.Key_Space: "space",
          Qt.Key.Key_Down: "Down", Qt.Key.Key_Right: "Right", Qt.Key.Key_Up: "Up"}  # fmt: skip


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[VirtualScreen]:
    with VirtualScreen.opened(tmp_path) as screen:
        yield screen


class Score(QObject):
    """Writes down every key, as xdotool names it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and watched is self._listener():
            key = Qt.Key(event.key())
            self.keys.append(_NAMES.get(key) or event.text())
        return False

    @staticmethod
    def _listener() -> QObject | None:
        here = QApplication.focusWidget()
        return here if here is not None else QApplication.activeWindow()


def rehearse(qapp: QApplication, qtbot: QtBot, home: Home) -> tuple[list[str], str]:
    """Goes the way by keys in memory: the keys, and which exercise was answered."""
    dress(qapp)
    with Laptop.opened(home) as laptop:
        window = show_window(laptop.desk(), qtbot)
        keys, score = Keyboard(window), Score()
        qapp.installEventFilter(score)
        keys.press(Qt.Key.Key_Tab)
        keys.enter(PUPIL)
        keys.enter("Ripasso")
        keys.enter("Comincia")
        page = window.findChild(ReviewPage)
        assert isinstance(page, ReviewPage)
        card = page.findChild(ExerciseCard)
        assert card is not None
        _answer(card, right=True, choose=_tab_and_space, typed=_type_after_tab)
        tab_to(card._act)
        keys.press(Qt.Key.Key_Space)
        qapp.removeEventFilter(score)
        ref = card.presenter.ref
        background.wait_for_all()
        window.close()
    return score.keys, ref


def play(screen: VirtualScreen, keys: list[str]) -> None:
    """Plays the keys; after those that open something the window comes to rest first."""
    for key in keys:
        screen.hand("key", key)
        if key in {"Return", "space"}:
            screen.wait_until_still()


def attempts(home: Home, ref: str) -> int:
    """How often the pupil answered an exercise, as this laptop knows it."""
    with Laptop.opened(home) as laptop:
        person = next(one.person for one in laptop.school.pupils() if one.name == PUPIL)
        return laptop.school.progress(person).exercise(ref).attempts


def test_the_answer_survives_a_kill_and_is_there_on_another_laptop(
    qapp: QApplication, qtbot: QtBot, screen: VirtualScreen, tmp_path: Path
) -> None:
    demo = found_demo(tmp_path / "valdoro")
    home = demo.laptop(0)
    trial = Home(tmp_path / "prova-generale")
    shutil.copytree(home.folder, trial.folder)
    keys, ref = rehearse(qapp, qtbot, trial)
    before = attempts(home, ref)

    program = subprocess.Popen(
        [sys.executable, "-m", "ui.main"],
        env={**screen.environment, "SCUOLA_DIGITALE_HOME": str(home.folder)}, start_new_session=True,
    )  # fmt: skip
    try:
        window = screen.window("Scuola Digitale")
        screen.wait_until_still()
        screen.hand("windowfocus", window)
        play(screen, keys)
        wait_for("the answer on the disk", lambda: attempts(home, ref) > before)
    finally:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()

    assert attempts(home, ref) == before + 1
    other, region = demo.laptop(1), EmbeddedRegion(demo.region)
    try:
        region.register(*demo.card())
        address = region.start()
        for place in (home, other):
            with Laptop.opened(place) as laptop:
                laptop.line.sync_once(address)
    finally:
        region.stop()
    assert attempts(other, ref) == before + 1
