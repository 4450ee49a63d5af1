"""A picture of the lesson fills the window, and the keyboard walks about in it."""

from collections.abc import Iterator

import pytest
from lesson_samples import worn
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.text import words
from ui.resources import drawing
from ui.widgets.lesson.drawings import Shown, picture_size
from ui.widgets.lesson.figure import GrowingPicture
from ui.widgets.lesson.viewer import PictureViewer


def dots() -> bytes:
    """A small photograph."""
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # takes a device as well
    return bytes(buffer.data().data())


@pytest.fixture(params=["lines", "dots"])
def picture(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[GrowingPicture]:
    data = drawing("figura-goccia") if request.param == "lines" else dots()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(911, 512)
    size = picture_size(data)
    assert size is not None
    with worn():
        shown = Shown(data, size, "Una goccia che cade", words("La goccia, ogni dieci secondi."))
        picture = GrowingPicture(shown)
        QVBoxLayout(window).addWidget(picture)
        window.show()
        qtbot.waitExposed(window)
        yield picture


def viewer_of(picture: GrowingPicture) -> PictureViewer | None:
    """The viewer that stands over the window, if one does."""
    return picture.window().findChild(PictureViewer)


@pytest.fixture
def viewer(picture: GrowingPicture) -> PictureViewer:
    return picture.grow()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_picture_fills_the_window_at_a_key_and_gives_the_keyboard_back(
    picture: GrowingPicture, key: Qt.Key, qtbot: QtBot
) -> None:
    picture.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(picture, key)
    viewer = viewer_of(picture)
    assert viewer is not None
    assert viewer.size() == picture.window().size()
    assert viewer.accessibleName() == "Una goccia che cade"

    QTest.keyClick(viewer, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: viewer_of(picture) is None)
    assert QApplication.focusWidget() is picture


def test_a_touch_opens_it_too(picture: GrowingPicture) -> None:
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.rect().center())

    assert viewer_of(picture) is not None


def test_plus_and_minus_go_near_and_far_and_never_past_the_whole(viewer: PictureViewer) -> None:
    QTest.keyClick(viewer, Qt.Key.Key_Plus)
    assert viewer.view.nearness == pytest.approx(1.25)

    for _ in range(30):
        QTest.keyClick(viewer, Qt.Key.Key_Plus)
    assert viewer.view.nearness == 8

    QTest.keyClick(viewer, Qt.Key.Key_0)
    QTest.keyClick(viewer, Qt.Key.Key_Minus)
    assert viewer.view.nearness == 1


def test_the_arrows_walk_over_a_near_picture_up_to_its_edge(viewer: PictureViewer) -> None:
    whole = viewer.view.grab().toImage()
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.view.grab().toImage() == whole

    viewer.zoom(4)
    before = viewer.view.place()
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.view.place().left() < before.left()

    for _ in range(60):
        QTest.keyClick(viewer, Qt.Key.Key_Right)
        QTest.keyClick(viewer, Qt.Key.Key_Down)
    assert viewer.view.place().right() >= viewer.view.width() - 1


def test_the_wheel_keeps_what_is_under_the_pointer(viewer: PictureViewer) -> None:
    viewer.zoom(4)
    before, at = viewer.view.place(), QPointF(300, 200)
    part = (at.x() - before.left()) / before.width()
    nowhere = QPoint(0, 0)
    there = viewer.view.mapTo(viewer, at)
    turn = QWheelEvent(
        there,
        QPointF(viewer.mapToGlobal(there)),
        nowhere,
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # Qt's own signature
    )
    QApplication.sendEvent(viewer, turn)

    after = viewer.view.place()
    assert after.width() > before.width()
    assert after.left() + part * after.width() == pytest.approx(at.x(), abs=1)


def test_the_keyboard_stays_with_what_can_be_seen(viewer: PictureViewer) -> None:
    met = set()
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget() or viewer, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert isinstance(here, QPushButton)
        assert viewer.isAncestorOf(here)
        met.add(here.accessibleName() or here.text())

    assert met == {"Più vicino", "Chiudi"}


def test_it_follows_its_window_and_is_never_left_without_room(viewer: PictureViewer, qtbot: QtBot) -> None:
    viewer.window().resize(1366, 768)

    qtbot.waitUntil(lambda: viewer.size() == QSize(1366, 768))
    assert viewer.view.height() > 400
