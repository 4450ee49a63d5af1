"""What closed pages leave behind goes when nobody waits, and never on another thread."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.widgets.tidying import Tidying


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QObject]:
    window = QObject()
    yield window
    window.deleteLater()
    qtbot.waitUntil(gc.isenabled)


def test_python_looks_by_itself_only_while_there_is_no_window(qtbot: QtBot, window: QObject) -> None:
    assert gc.isenabled()

    Tidying(window)

    qtbot.waitUntil(lambda: not gc.isenabled())
    assert gc.get_freeze_count()


def test_a_lesson_that_stands_frees_the_one_before(qtbot: QtBot, window: QObject) -> None:
    tidying = Tidying(window)
    qtbot.waitUntil(lambda: not gc.isenabled())
    before = gc.get_stats()[2]["collections"]

    tidying.page_stands()
    assert gc.get_stats()[2]["collections"] == before

    tidying.page_closed()
    tidying.page_stands()
    assert gc.get_stats()[2]["collections"] == before + 1
