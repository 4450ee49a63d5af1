"""Who reads by the keyboard scrolls with it: wherever the focus is, what nobody else wants moves the page."""

from collections.abc import Iterator

import pytest
from every_state import a_school, seen, shown, states
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QScrollArea, QSlider, QWidget
from pytestqt.qtbot import QtBot

from ui.demo.state import NARROW, State
from ui.widgets.key_scrolling import scrolls
from ui.widgets.window import MainWindow

LONG_PAGES = ("3-lezione-tutto", "3-biblioteca", "2-quaderno", "6-bambini")
"""States with more than a small screen holds."""

_WANTS_IT = (QLineEdit, QPlainTextEdit, QSlider)
"""Who has a use of its own for the key."""

Keys = Qt.Key


def _state(name: str) -> State:
    return next(state for state in states() if state.name == name)


def _area(window: QWidget) -> QScrollArea:
    """What scrolls in a window: the page itself, or the lesson's column."""
    assert isinstance(window, MainWindow)
    room = window._rooms.currentWidget()
    area = room if isinstance(room, QScrollArea) else room.reading_room()  # type: ignore[union-attr]
    assert isinstance(area, QScrollArea)
    return area


def _stops(window: QWidget) -> Iterator[QWidget]:
    """What may have the focus in a window, the window's page itself among it."""
    for widget in seen(window):
        takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if takes and widget.isEnabled() and not isinstance(widget, _WANTS_IT):
            yield widget


@pytest.mark.parametrize("name", LONG_PAGES)
def test_the_page_key_scrolls_wherever_the_focus_is(qtbot: QtBot, name: str) -> None:
    with shown(a_school().desk, _state(name), NARROW) as window:
        area = _area(window)
        bar = area.verticalScrollBar()
        assert bar.maximum() > 0
        stuck = []
        for stop in _stops(window):
            bar.setValue(0)
            QTest.keyClick(stop, Keys.Key_PageDown)
            if bar.value() == 0:
                stuck.append(stop)
        assert stuck == []


def test_a_lesson_just_opened_scrolls_by_every_key_that_a_reader_tries(qtbot: QtBot) -> None:
    with shown(a_school().desk, _state("3-lezione-tutto"), NARROW) as window:
        bar = _area(window).verticalScrollBar()
        window.begin_page()  # type: ignore[attr-defined]
        lesson = window._lesson  # type: ignore[attr-defined]
        for key in (Keys.Key_Down, Keys.Key_PageDown, Keys.Key_Space, Keys.Key_End):
            before = bar.value()
            QTest.keyClick(lesson, key)
            assert bar.value() > before, key
        assert bar.value() == bar.maximum()
        for key in (Keys.Key_Up, Keys.Key_PageUp, Keys.Key_Home):
            before = bar.value()
            QTest.keyClick(lesson, key)
            assert bar.value() < before, key
        assert bar.value() == bar.minimum()


def test_some_of_a_screen_is_seen_again_on_the_next(qtbot: QtBot) -> None:
    with shown(a_school().desk, _state("3-biblioteca"), NARROW) as window:
        area = _area(window)
        QTest.keyClick(area, Keys.Key_PageDown)
        assert 0 < area.verticalScrollBar().value() < area.viewport().height()
        QTest.keyClick(area, Keys.Key_Space, Qt.KeyboardModifier.ShiftModifier)
        assert area.verticalScrollBar().value() == 0


def test_after_a_press_by_mouse_the_arrows_read_on(qtbot: QtBot) -> None:
    with shown(a_school().desk, _state("3-biblioteca"), NARROW) as window:
        bar = _area(window).verticalScrollBar()
        chosen = next(one for one in seen(window) if isinstance(one, QAbstractButton) and one.isChecked())
        QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)
        before = bar.value()
        QTest.keyClick(chosen, Keys.Key_Down)
        assert bar.value() > before


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_keys_that_are_held_with_others_are_left_to_who_wants_them(held: Qt.KeyboardModifier) -> None:
    assert not scrolls(QKeyEvent(QEvent.Type.KeyPress, Keys.Key_Down, held))
