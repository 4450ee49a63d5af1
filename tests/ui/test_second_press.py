"""A child clicks everything twice: the second click is for what got the first, never for what came in its place."""

from collections.abc import Iterator
from itertools import islice

import pytest
from at_the_window import show_window
from desk_in_memory import DeskInMemory, a_morning
from lesson_samples import says
from lesson_shelf import LessonShelf, lesson_of
from on_the_glass import OneFinger
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from ui import background
from ui.demo.settling import settle
from ui.presenters.figures import PictureLock
from ui.widgets.card_door import CardDoor
from ui.widgets.faces import FaceCard
from ui.widgets.lesson.page import LessonPage
from ui.widgets.lesson.run import TextRun
from ui.widgets.pressable import Pressable
from ui.widgets.session import Session
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow

LUCIA = Session(pupil=pupil("Lucia"))
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp)
    yield show_window(a_morning().desk, qtbot)
    background.wait_for_all()


def _click(window: MainWindow, place: QPoint) -> None:
    """Clicks as the system does: whatever stands there now gets it."""
    QTest.mouseClick(window.windowHandle(), LEFT, NONE, place)


def _middle(window: MainWindow, widget: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


def _face(window: MainWindow, name: str) -> FaceCard:
    return next(face for face in window.sign_in.faces() if face.words() == name)


def _let_time_pass() -> None:
    QTest.qWait(QApplication.doubleClickInterval() + 50)


def test_who_clicks_their_own_face_twice_hands_over_and_asks_for_no_card(window: MainWindow) -> None:
    window.come_in(LUCIA)
    settle()
    place = _middle(window, window.rail.me)

    _click(window, place)
    _click(window, place)

    assert window.session is None
    assert window.sign_in.findChild(CardDoor) is None
    _let_time_pass()
    _click(window, place)
    assert window.sign_in.findChild(CardDoor) is not None


@pytest.mark.parametrize("by", ["mouse", "finger"])
def test_who_clicks_their_face_twice_comes_in_and_opens_nothing(window: MainWindow, by: str) -> None:
    places = [*islice(_faces_over_something(window), 3)]
    assert places
    for place in places:
        _let_time_pass()
        for _ in range(3):
            if by == "mouse":
                _click(window, place)
            else:
                OneFinger(window).tap(window, place)
        assert window.session is not None
        assert window._lesson is None
        assert window._key == "oggi"
        window.hand_over()


def _faces_over_something(window: MainWindow) -> Iterator[QPoint]:
    """Places where a face is touched, and where the page that comes then has something else to press."""
    for face in window.sign_in.faces():
        if PictureLock.guards(face.pupil):
            continue
        window.come_in(Session(pupil=face.pupil))
        settle()
        controls = [one for one in window.findChildren(Pressable) if one.isVisible()]
        under = [QRect(one.mapTo(window, QPoint(0, 0)), one.size()) for one in controls]
        window.hand_over()
        settle()
        room = QRect(face.mapTo(window, QPoint(0, 0)), face.size())
        yield from (room.intersected(one).center() for one in under if room.intersects(one))


def test_a_click_elsewhere_is_never_too_soon(window: MainWindow) -> None:
    _click(window, _middle(window, _face(window, "Lucia")))
    _click(window, _middle(window, window.rail.entry("biblioteca")))

    assert window._key == "biblioteca"


def test_keys_are_never_too_soon(window: MainWindow) -> None:
    _face(window, "Lucia").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert window.session is not None
    window.rail.entry("biblioteca").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)

    assert window._key == "biblioteca"


def test_a_button_is_pressed_as_fast_as_one_likes(window: MainWindow) -> None:
    window.come_in(LUCIA)
    settle()
    entry, times = window.rail.entry("biblioteca"), []
    entry.clicked.connect(lambda: times.append(1))

    for _ in range(4):
        _click(window, _middle(window, entry))

    assert len(times) == 4


def test_a_double_click_still_chooses_a_word(window: MainWindow) -> None:
    lesson = lesson_of(says("Il muro di pietra."))
    window.desk = DeskInMemory(shelf=LessonShelf(lesson)).desk
    window.come_in(LUCIA)
    page = window.open_lesson(lesson.head.ref)
    settle()
    assert isinstance(page, LessonPage)
    assert page.choosing is not None
    run = next(one for one in page.findChildren(TextRun) if "muro" in one.toPlainText())
    place = run.viewport().mapTo(window, QPoint(30, 12))

    _click(window, place)
    QTest.mouseDClick(window.windowHandle(), LEFT, NONE, place)

    assert page.choosing.words() == "muro"
