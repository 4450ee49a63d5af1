"""Whoever opens the program a second time is told kindly, and the first window comes to the front."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.demo.school import READY, DemoSchool
from ui.demo.window import open_demo
from ui.home import Home
from ui.main import open_window
from ui.one_window import WindowOpenError, call_file, only_window
from ui.widgets.called import ComesWhenCalled
from ui.widgets.refusal import Refusal


def test_a_second_window_is_refused_and_after_the_first_one_closed_the_next_opens(tmp_path: Path) -> None:
    home = Home(tmp_path).ready()
    with only_window(home), pytest.raises(WindowOpenError), only_window(home):
        pass

    with only_window(home):
        assert call_file(home).is_file()


def test_the_first_window_comes_to_the_front(qtbot: QtBot, tmp_path: Path) -> None:
    home = Home(tmp_path).ready()
    window = QWidget()
    qtbot.addWidget(window)
    with only_window(home):
        ComesWhenCalled(window, call_file(home))
        window.showMinimized()
        with pytest.raises(WindowOpenError), only_window(home):
            pass

        qtbot.waitUntil(lambda: not window.isMinimized())


def test_the_second_one_says_so_in_a_small_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCUOLA_DIGITALE_HOME", str(tmp_path))
    seen: list[str] = []

    def read_and_close() -> None:
        refusal = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Refusal))
        seen.extend(label.text() for label in refusal.findChildren(QLabel))
        refusal.close_it.click()

    QTimer.singleShot(0, read_and_close)
    with only_window(Home(tmp_path).ready()):
        assert open_window() == 1

    assert any("già aperta" in words for words in seen)


@pytest.mark.usefixtures("qapp")
def test_a_second_demo_is_refused_before_it_touches_the_first_ones_region(tmp_path: Path) -> None:
    home = Home(tmp_path).ready()
    demo = DemoSchool(home.demo)
    demo.folder.mkdir(parents=True)
    (demo.folder / READY).write_text("00 00", encoding="ascii")

    with only_window(demo.laptop(0).ready()), pytest.raises(WindowOpenError):
        open_demo(home)
    assert not demo.region.exists()
