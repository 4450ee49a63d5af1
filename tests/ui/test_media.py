"""Sounds and films: captions stand under them, keys move the time, a film grows as large as the window."""

from collections.abc import Iterator

import pytest
import shiboken6
from lesson_samples import worn
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.lesson import Media
from scuola_digitale.errors import ScuolaError
from ui.widgets.lesson.film import FilmViewer
from ui.widgets.lesson.media import MediaView
from ui.widgets.lesson.surroundings import Surroundings

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nL'acqua cade.\n\n00:05.000 --> 00:08.000\nCresce.\n"
FILM = Media(kind="video", path="media/grotta.webm", title="La grotta")
SOUND = Media(kind="audio", path="media/grotta.opus", title="La grotta")


_KEPT: list[QWidget] = []
"""Windows held for the length of a test: Python's hold ends sooner."""


@pytest.fixture(autouse=True)
def _dressed(qtbot: QtBot) -> Iterator[None]:
    with worn():
        yield
    for window in _KEPT:
        shiboken6.delete(window)
    _KEPT.clear()


def _view(qtbot: QtBot, media: Media, captions: str | None = CAPTIONS) -> MediaView:
    def read(path: str) -> bytes:
        if path == "media/grotta.vtt" and captions is not None:
            return captions.encode()
        raise ScuolaError("Il file non si trova.", remedy="Installa di nuovo il pacchetto.")

    window = QWidget()
    window.resize(911, 512)
    view = MediaView(media, Surroundings(read=read), window)
    view.resize(640, view.heightForWidth(640))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    view.show()
    _KEPT.append(window)
    return view


def _shown(view: MediaView) -> str:
    return view.strip.words() if view.strip is not None else ""


def test_captions_come_and_go_with_the_time_set_as_in_a_book(qtbot: QtBot) -> None:
    view = _view(qtbot, FILM)
    seen = []
    for now_ms in (0, 1_999, 2_000, 5_000, 9_000):
        view.show_time(now_ms, 10_000, playing=True)
        seen.append(_shown(view))
    assert seen == ["L’acqua cade.", "L’acqua cade.", "", "Cresce.", ""]


def test_nothing_moves_while_captions_come_and_go(qtbot: QtBot) -> None:
    view = _view(qtbot, FILM)
    heights = set()
    for now_ms in (0, 3_000, 6_000):
        view.show_time(now_ms, 10_000, playing=True)
        heights.add(view.heightForWidth(640))
    assert len(heights) == 1


def test_who_wants_no_captions_switches_them_off(qtbot: QtBot) -> None:
    view = _view(qtbot, FILM)
    assert view.strip is not None
    tall = view.heightForWidth(640)

    view.bar.captions.click()
    view.show_time(0, 10_000, playing=True)

    assert not view.strip.isVisible()
    assert _shown(view) == ""
    assert view.heightForWidth(640) < tall


@pytest.mark.parametrize("captions", [None, "non sono sottotitoli"])
def test_without_captions_there_is_no_switch(qtbot: QtBot, captions: str | None) -> None:
    view = _view(qtbot, FILM, captions)

    assert view.strip is None
    assert not view.bar.captions.isVisible()


def test_over_a_sound_that_nobody_plays_there_is_no_hole(qtbot: QtBot) -> None:
    view = _view(qtbot, SOUND)

    assert view.strip is not None
    assert not view.strip.isVisible()
    assert view.bar.captions.isVisible()
    assert not view.bar.larger.isVisible()


@pytest.mark.parametrize(
    ("key", "second"),
    [
        (Qt.Key.Key_Right, 65.0),
        (Qt.Key.Key_Left, 55.0),
        (Qt.Key.Key_Up, 65.0),
        (Qt.Key.Key_PageUp, 75.0),
        (Qt.Key.Key_PageDown, 45.0),
        (Qt.Key.Key_Home, 0.0),
        (Qt.Key.Key_End, 120.0),
    ],
)
def test_every_key_that_moves_a_slider_moves_the_time(qtbot: QtBot, key: Qt.Key, second: float) -> None:
    view = _view(qtbot, SOUND)
    view.show_time(60_000, 120_000, playing=False)
    asked: list[float] = []
    view.bar.sought.connect(asked.append)

    QTest.keyClick(view.bar.line, key)

    assert asked == [second]


def test_the_time_is_told_in_minutes_not_in_thousandths(qtbot: QtBot) -> None:
    view = _view(qtbot, SOUND)
    view.show_time(62_000, 120_000, playing=False)

    assert view.bar.line.accessibleName() == "Punto dell’ascolto, 1:02 di 2:00"
    assert (view.bar.line.value(), view.bar.line.maximum()) == (62, 120)


def test_a_film_grows_as_large_as_the_window_with_its_captions_and_gives_the_keys_back(qtbot: QtBot) -> None:
    view = _view(qtbot, FILM)
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    view.show_image(image)
    view.bar.larger.click()
    viewer = view.window().findChild(FilmViewer)
    assert viewer is not None
    view.show_time(500, 10_000, playing=True)

    assert viewer.size() == view.window().size()
    assert viewer.strip.words() == "L’acqua cade."
    assert viewer.grab().toImage().pixelColor(455, 250).red() > 200
    view.window().resize(1200, 700)
    assert viewer.size() == view.window().size()

    QTest.keyClick(viewer, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget() or viewer, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is viewer
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view.bar.larger
    qtbot.waitUntil(lambda: view.window().findChild(FilmViewer) is None)
    view.bar.larger.click()
    assert view.window().findChild(FilmViewer) is not None


def test_in_the_large_film_space_plays_and_the_arrows_go_on_and_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed: list[bool] = []
    monkeypatch.setattr(MediaView, "play_or_pause", lambda _view: pressed.append(True))
    view = _view(qtbot, FILM)
    view.see_larger()
    viewer = view.window().findChild(FilmViewer)
    assert viewer is not None
    gone: list[float] = []
    viewer.sought.connect(gone.append)

    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(viewer, key)

    assert (pressed, gone) == ([True], [5.0, -5.0])
