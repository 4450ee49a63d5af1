"""What was begun in a lesson is kept however the lesson is left."""

import gc
from collections.abc import Iterator
from weakref import ref

import exercise_samples as samples
import pytest
from at_the_window import show_window
from desk_in_memory import DeskInMemory
from lesson_samples import says
from lesson_shelf import LessonShelf, lesson_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from school_in_memory import SchoolInMemory, pupil

from content.disk import DiskFullError
from scuola_digitale.domain.lesson import ExerciseBlock
from ui import background
from ui.widgets.exercises.answers import AnswerButton
from ui.widgets.lesson.page import LessonPage
from ui.widgets.session import Session
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow

LUCIA = pupil("Lucia")
LESSON = lesson_of(says("Leggi."), ExerciseBlock(exercise=samples.CHOICE))


@pytest.fixture
def school() -> SchoolInMemory:
    return SchoolInMemory()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, school: SchoolInMemory) -> Iterator[MainWindow]:
    dress(qapp)
    yield show_window(DeskInMemory(school=school, shelf=LessonShelf(LESSON)).desk, qtbot)
    background.wait_for_all()


@pytest.mark.parametrize("way", ["close", "hand over", "another page"])
def test_what_was_begun_is_kept_however_the_lesson_is_left(
    window: MainWindow, school: SchoolInMemory, qtbot: QtBot, way: str
) -> None:
    window.come_in(Session(pupil=LUCIA))
    page = window.open_lesson(LESSON.head.ref)
    qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete())
    assert page.cards is not None
    card = page.cards.cards[0]
    QTest.mouseClick(card.findChildren(AnswerButton)[0], Qt.MouseButton.LeftButton)
    begun = card.begun()
    assert begun

    if way == "close":
        window.close()
    elif way == "hand over":
        window.hand_over()
    else:
        window.go_to("oggi")
    background.wait_for_all()

    draft = school.draft(LUCIA.person, LESSON.head.ref)
    assert draft is not None
    assert draft.answers == {samples.CHOICE.exercise_id: begun}


def _opened_whole(window: MainWindow, qtbot: QtBot) -> LessonPage:
    page = window.open_lesson(LESSON.head.ref)
    qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete())
    return page


def test_lessons_read_one_after_another_leave_nothing_of_themselves(window: MainWindow, qtbot: QtBot) -> None:
    window.come_in(Session(pupil=LUCIA))
    # What stands when the window settles is spared from Python's looking.
    qtbot.waitUntil(lambda: not gc.isenabled())
    pages = [ref(_opened_whole(window, qtbot)) for _ in range(4)]
    background.wait_for_all()
    qtbot.waitUntil(lambda: not background.is_busy())
    gc.collect()

    assert [one() is not None for one in pages] == [False, False, False, True]


def test_what_found_no_room_on_the_disk_is_kept_once_there_is_room_again(
    window: MainWindow, school: SchoolInMemory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.come_in(Session(pupil=LUCIA))
    page = window.open_lesson(LESSON.head.ref)
    qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete())
    assert page.cards is not None
    assert page._keeping is not None
    QTest.mouseClick(page.cards.cards[0].findChildren(AnswerButton)[0], Qt.MouseButton.LeftButton)
    with monkeypatch.context() as full:
        full.setattr(school, "keep_draft", _no_room)
        page._keeping.keep()
        qtbot.waitUntil(lambda: not background.is_busy())
    assert school.draft(LUCIA.person, LESSON.head.ref) is None

    window.hand_over()
    background.wait_for_all()

    assert school.draft(LUCIA.person, LESSON.head.ref) is not None


def _no_room(*_: object) -> None:
    raise DiskFullError
