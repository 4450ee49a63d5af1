"""What closed pages leave behind goes when nobody waits, and never on another thread."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.widgets.tidying import Tidying


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QObject]:
    # Windows of tests before this one go first.
    qtbot.waitUntil(gc.isenabled)
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

    page = QWidget()
    tidying.page_closed(page)
    assert isValid(page)
    tidying.page_stands()
    assert not isValid(page)
    assert gc.get_stats()[2]["collections"] == before + 1


def test_a_closed_lesson_goes_by_itself_and_at_once_when_its_reader_goes(
    qtbot: QtBot, window: QObject
) -> None:
    tidying = Tidying(window)
    qtbot.waitUntil(lambda: not gc.isenabled())

    left, handed_over = QWidget(), QWidget()
    tidying.page_closed(left)
    qtbot.waitUntil(lambda: not isValid(left))
    tidying.page_closed(handed_over)
    tidying.person_left()

    assert not isValid(handed_over)
