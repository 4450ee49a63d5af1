"""The camera looks on: after a code that is nobody's it reads the next one, and a camera in other hands is told of."""

from collections.abc import Iterator

import pytest
from at_the_window import show_window
from desk_in_memory import CARD, a_morning
from held_camera import HeldCamera
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import background
from ui.presenters.figures import card_code
from ui.widgets import camera
from ui.widgets.camera import CameraMissingError
from ui.widgets.card_camera import CardEye
from ui.widgets.card_door import CardDoor
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow

MILK = "https://latte.example"


def picture_of(words: str) -> QImage:
    """What a camera sees of a card with these words; of none where there are no words."""
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    if words:
        card = QImage(300, 300, QImage.Format.Format_RGB32)
        card.fill(Qt.GlobalColor.white)
        painter = QPainter(card)
        QSvgRenderer(QByteArray(card_code(words))).render(painter)
        painter.end()
        painter = QPainter(image)
        painter.drawImage(150, 80, card)
        painter.end()
    return image


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp)
    shown = show_window(a_morning().desk, qtbot)
    shown.sign_in.open_card_door()
    yield shown
    background.wait_for_all()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> HeldCamera:
    held = HeldCamera(picture_of(""))
    monkeypatch.setattr(CardEye, "look_every_ms", 1)
    monkeypatch.setattr(camera, "_DARK_MS", 50)
    monkeypatch.setattr(camera, "open_eye", lambda make, parent: make(held.multimedia(), parent))
    return held


def _door(window: MainWindow) -> CardDoor:
    door = window.findChild(CardDoor)
    assert door is not None
    return door


def _eye(window: MainWindow) -> CardEye:
    eye = window.findChild(CardEye)
    assert eye is not None
    return eye


def test_after_a_milk_carton_the_card_is_still_read(
    window: MainWindow, held: HeldCamera, qtbot: QtBot
) -> None:
    door = _door(window)
    door.camera.click()
    held.image = picture_of(MILK)
    qtbot.waitUntil(lambda: door.word.error.text() != "")

    held.image = picture_of(CARD)

    qtbot.waitUntil(lambda: window.session is not None)
    assert window.pupil_here().name == "Elia"
    assert not held.running


def test_a_code_held_there_is_told_once_and_again_when_it_comes_back(
    window: MainWindow, held: HeldCamera, qtbot: QtBot
) -> None:
    door, told = _door(window), list[str]()
    door.camera.click()
    eye = _eye(window)
    eye.read.connect(told.append)
    looks = [0]
    eye._timer.timeout.connect(lambda: looks.__setitem__(0, looks[0] + 1))

    held.image = picture_of(MILK)
    qtbot.waitUntil(lambda: looks[0] > 10)
    assert told == [MILK]

    held.image, before = picture_of(""), looks[0]
    qtbot.waitUntil(lambda: looks[0] > before + 12)
    held.image = picture_of(MILK)
    qtbot.waitUntil(lambda: told == [MILK, MILK])


def test_a_camera_in_other_hands_is_told_kindly(window: MainWindow, held: HeldCamera, qtbot: QtBot) -> None:
    door = _door(window)
    door.camera.click()
    qtbot.waitUntil(lambda: held.running)

    held.errorOccurred.emit(1, "busy")

    assert not held.running
    assert door._told.text() == str(CameraMissingError())
    assert door._told.isVisible()
    assert door.camera.isVisible()
    assert not _eye(window).isVisible()
    assert QApplication.focusWidget() is door.word.field.line


def test_a_camera_that_shows_nothing_for_long_is_told_as_missing(
    window: MainWindow, held: HeldCamera, qtbot: QtBot
) -> None:
    door = _door(window)
    held.image = QImage()
    door.camera.click()

    qtbot.waitUntil(door._told.isVisible)
    assert door._told.text() == str(CameraMissingError())


def test_a_camera_hidden_for_a_while_looks_on_when_it_is_seen_again(
    window: MainWindow, held: HeldCamera, qtbot: QtBot
) -> None:
    _door(window).camera.click()
    qtbot.waitUntil(lambda: held.running)
    window.hide()
    assert not held.running

    window.show()

    assert held.running
