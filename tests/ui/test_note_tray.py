"""The tools beside a lesson cover nothing of it, in any window and at any size of the text."""

from collections.abc import Iterator

import pytest
from desk_in_memory import DeskInMemory, a_morning
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from scuola_digitale.domain.draft import Draft, Place
from ui import background
from ui.widgets.lesson.page import LessonPage
from ui.widgets.lesson.place_line import PlaceLine
from ui.widgets.lesson.tools import Tool
from ui.widgets.note_tray import NoteTray
from ui.widgets.session import Session
from ui.widgets.theme import Ways, dress
from ui.widgets.window import MainWindow

LUCIA = pupil("Lucia")
LESSON = "marche/frazioni-parti-uguali"
WINDOWS = [(1366, 768), (911, 512)]


@pytest.fixture
def parts() -> DeskInMemory:
    return a_morning(week_before=True)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, parts: DeskInMemory) -> Iterator[MainWindow]:
    dress(qapp, ways=Ways())
    shown = MainWindow(parts.desk)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitActive(shown)
    shown.come_in(Session(pupil=LUCIA))
    yield shown
    background.wait_for_all()
    dress(qapp)


def _read(window: MainWindow, qtbot: QtBot) -> LessonPage:
    page = window.open_lesson(LESSON)
    qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete())
    QTest.qWait(30)
    return page


def _place(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _text(page: LessonPage, window: MainWindow) -> QRect:
    """Where words of the lesson may stand."""
    assert page.column is not None
    left, wide = page.column.content_width(page.column.width())
    view = _place(page._scroll.viewport(), window)
    return QRect(view.left() + left, view.top(), wide, view.height())


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("size", WINDOWS)
def test_the_tray_lies_over_no_word_and_over_no_other_tool(
    window: MainWindow, qapp: QApplication, qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    dress(qapp, scale=scale)
    window.resize(*size)
    page = _read(window, qtbot)
    tray = page.findChild(NoteTray)
    assert tray is not None

    own = _place(tray, window)
    assert tray.isVisible()
    assert QRect(QPoint(0, 0), window.size()).contains(own)
    assert not own.intersects(_text(page, window))
    for tool in page.findChildren(Tool):
        assert not tool.isVisible() or not own.intersects(_place(tool, window))
    for button in (tray.note, tray.light, tray.mark):
        assert min(button.width(), button.height()) >= 44


def test_the_tray_follows_the_text_when_it_grows(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    window.resize(911, 512)
    page = _read(window, qtbot)
    tray = page.findChild(NoteTray)
    assert tray is not None

    page._bar.step(1)
    qtbot.waitUntil(lambda: not _place(tray, window).intersects(_text(page, window)))

    assert _place(tray, window).intersects(_place(page._bar, window))


def test_a_note_takes_the_trays_place_while_it_is_written(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(911, 512)
    tray = _read(window, qtbot).findChild(NoteTray)
    assert tray is not None

    tray.note.click()
    assert tray.sheet is not None
    assert not tray.isVisible()

    QTest.mouseClick(tray.sheet.left, Qt.MouseButton.LeftButton)
    assert tray.isVisible()
    assert QApplication.focusWidget() is tray.note


@pytest.mark.parametrize("size", WINDOWS)
def test_the_strip_that_says_where_one_stopped_covers_nothing_and_goes_without_a_jump(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    parts.school.keep_draft(LUCIA.person, LESSON, Draft(edition=1, place=Place(block=3)))
    page = _read(window, qtbot)
    strip, bar = page.findChild(PlaceLine), page._scroll.verticalScrollBar()
    assert strip is not None
    assert page.column is not None
    assert not _place(strip, window).intersects(_place(page._scroll, window))

    bar.setValue(bar.value() + 100)
    block = page.column.widgets()[4]
    before = _place(block, window).top()
    bar.setValue(bar.value() + 40)

    assert page.findChild(PlaceLine) is None or not strip.isVisible()
    assert _place(block, window).top() == before - 40


def _tray(window: MainWindow) -> NoteTray:
    found = window.findChild(NoteTray)
    assert found is not None
    return found


def test_a_note_that_was_begun_lies_there_again_and_the_next_pupil_does_not_see_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    _read(window, qtbot)
    _tray(window).note.click()
    sheet = _tray(window).sheet
    assert sheet is not None
    sheet.words.set_text("La striscia di Samir")
    window.hand_over()
    background.wait_for_all()

    window.come_in(Session(pupil=pupil("Tommaso")))
    _read(window, qtbot)
    assert _tray(window).sheet is None
    window.hand_over()
    background.wait_for_all()
    window.come_in(Session(pupil=LUCIA))
    _read(window, qtbot)
    again = _tray(window).sheet
    assert again is not None
    assert again.words.text() == "La striscia di Samir"

    again.kept.click()
    qtbot.waitUntil(lambda: _tray(window).sheet is None)
    window.go_to("oggi")
    background.wait_for_all()
    _read(window, qtbot)
    assert _tray(window).sheet is None
