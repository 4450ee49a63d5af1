"""A pupil's photo on the teacher's page: chosen from a file or taken, cut by mouse or keys, taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from at_the_window import calm, labels_of
from held_camera import HeldCamera
from photo_samples import colour_at, square_of, two_colours, written
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from teachers_school import TeachersSchool, give_photo, open_sheet, pupil, pupils_page

from scuola_digitale.storage.photos import want_photos
from ui import background
from ui.demo.portraits import photo_of
from ui.widgets import photo_panel as photo_panel_module
from ui.widgets.camera import CameraEye, CameraMissingError, open_eye
from ui.widgets.photo_panel import PhotoPanel
from ui.widgets.pupils_page import PupilsPage
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow


@pytest.fixture
def school(tmp_path: Path, qapp: QApplication) -> Iterator[TeachersSchool]:
    dress(qapp)
    school = TeachersSchool(tmp_path / "casa")
    yield school
    background.wait_for_all()
    school.close()


@pytest.fixture
def page(qtbot: QtBot, school: TeachersSchool) -> PupilsPage:
    want_photos(school.laptop.school, school.technician.author, wanted=True)
    return pupils_page(school, qtbot)


def photo_panel(page: PupilsPage, name: str) -> PhotoPanel:
    open_sheet(page, name).photo.click()
    panel = page.row(name).panel
    assert isinstance(panel, PhotoPanel)
    return panel


def test_a_photo_is_chosen_cut_with_the_mouse_and_saved(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "foto.jpg"
    file.write_bytes(written(two_colours()))
    panel = photo_panel(page, "Ortensia")
    panel.use_file(file)
    qtbot.waitUntil(lambda: panel.square is not None)
    square = panel.square
    assert square is not None
    assert square.hasFocus()

    wheel = QWheelEvent(
        QPointF(100, 100), QPointF(square.mapToGlobal(QPoint(100, 100))), QPoint(), QPoint(0, 480),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(square, wheel)
    QTest.mousePress(square, Qt.MouseButton.LeftButton, pos=QPoint(40, 100))
    QTest.mouseMove(square, QPoint(220, 100))
    QTest.mouseMove(square, QPoint(230, 100))
    QTest.mouseRelease(square, Qt.MouseButton.LeftButton, pos=QPoint(230, 100))
    assert panel.save is not None
    panel.save.click()

    qtbot.waitUntil(lambda: bool(pupil(school, "Ortensia").photo))
    assert colour_at(square_of(pupil(school, "Ortensia").photo), 0.2, 0.5) == "red"
    qtbot.waitUntil(lambda: "tocca la sua foto" in labels_of(page))
    assert pupil(school, "Tobia").photo == b""


def test_a_photo_is_cut_with_the_keys_alone(page: PupilsPage, school: TeachersSchool, qtbot: QtBot) -> None:
    panel = photo_panel(page, "Ortensia")
    panel.cut(two_colours())
    square = panel.square
    assert square is not None

    for key in [Qt.Key.Key_Plus] * 5 + [Qt.Key.Key_Right] * 20:
        QTest.keyClick(square, key)
    assert panel.save is not None
    panel.save.setFocus()
    QTest.keyClick(panel.save, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(pupil(school, "Ortensia").photo))
    assert colour_at(square_of(pupil(school, "Ortensia").photo), 0.5, 0.5) == "blue"


def test_the_buttons_bring_it_nearer_and_farther_too(page: PupilsPage) -> None:
    panel = photo_panel(page, "Ortensia")
    panel.cut(two_colours())
    assert panel.square is not None
    whole = panel.square.cut

    panel.nearer.click()
    assert panel.square.cut.side < whole.side
    panel.farther.click()
    panel.farther.click()
    assert panel.square.cut == whole


def test_a_file_that_is_no_photo_is_told_and_another_may_be_chosen(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "lettera.jpg"
    file.write_bytes(b"Cara nonna, " * 99)
    panel = photo_panel(page, "Ortensia")

    panel.use_file(file)

    qtbot.waitUntil(lambda: "non è una foto che so leggere" in panel.trouble.text())
    assert "lettera" not in panel.trouble.text()
    assert panel.choose.isEnabled()
    assert panel.square is None
    assert pupil(school, "Ortensia").photo == b""


def test_a_photo_is_taken_away_and_the_animal_is_back(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot
) -> None:
    give_photo(school, "Tobia")
    page.refresh()
    panel = photo_panel(page, "Tobia")

    panel.take_away.click()

    qtbot.waitUntil(lambda: school.laptop.school.photographed() == {})
    qtbot.waitUntil(lambda: "Entra così: tocca il suo animale." in labels_of(page.row("Tobia")))


def test_who_is_taken_off_the_list_leaves_no_photo_behind(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot
) -> None:
    give_photo(school, "Tobia")
    page.refresh()

    open_sheet(page, "Tobia").remove.click()

    qtbot.waitUntil(lambda: "Tobia" not in school.names())
    qtbot.waitUntil(lambda: school.laptop.school.photographed() == {})
    calm(qtbot)


def test_who_leaves_for_another_site_takes_the_photo_along_off_the_list_or_not(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot
) -> None:
    give_photo(school, "Tobia")
    person = pupil(school, "Tobia").person
    people, author = school.laptop.people, school.teacher.author
    people.send(author, person)

    people.remove_pupil(author, person)

    assert school.laptop.school.photo_on_the_way(person) == photo_of(0)


def _held(monkeypatch: pytest.MonkeyPatch) -> HeldCamera:
    """A camera that sees red at its left and blue at its right."""
    camera = HeldCamera(two_colours(640, 480))
    monkeypatch.setattr(
        photo_panel_module, "open_eye", lambda make, parent, _remedy: make(camera.multimedia(), parent)
    )
    return camera


def test_a_camera_that_another_program_has_leaves_the_file(
    page: PupilsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    camera = _held(monkeypatch)
    panel = photo_panel(page, "Ortensia")
    panel.camera.click()

    camera.errorOccurred.emit(1, "busy")

    assert not camera.running
    assert panel.eye is None
    assert "Scegli una foto da un file" in panel.trouble.text()


def test_a_photo_is_taken_with_the_camera_which_then_looks_no_more(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    camera = _held(monkeypatch)
    panel = photo_panel(page, "Ortensia")
    panel.camera.click()
    assert panel.eye is not None
    qtbot.waitUntil(lambda: camera.running)
    qtbot.waitUntil(lambda: panel.eye is not None and not panel.eye.frame.isNull())

    panel.shoot()

    assert not camera.running
    assert panel.square is not None
    assert colour_at(panel.square.image, 0.1, 0.5) == "red"  # as others see it, not as in a mirror
    assert panel.save is not None
    panel.save.click()
    qtbot.waitUntil(lambda: bool(pupil(school, "Ortensia").photo))


@pytest.mark.qt_log_ignore("pipewire")
def test_without_a_camera_the_file_is_offered(
    page: PupilsPage, school: TeachersSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = photo_panel(page, "Ortensia")
    try:
        open_eye(CameraEye, panel)
    except CameraMissingError:
        pass
    else:
        pytest.skip("this machine has a camera")

    panel.camera.click()

    assert "Scegli una foto da un file" in panel.trouble.text()


def test_where_the_school_shows_animals_there_is_no_photo_to_set(
    school: TeachersSchool, qtbot: QtBot
) -> None:
    page = pupils_page(school, qtbot)

    sheet = open_sheet(page, "Ortensia")

    assert not sheet.photo.isVisible()
    assert "Foto" not in [button.words() for button in sheet._buttons]


def test_a_photo_still_kept_can_be_taken_away_while_it_is_not_shown(
    school: TeachersSchool, qtbot: QtBot
) -> None:
    give_photo(school, "Tobia")
    page = pupils_page(school, qtbot)

    panel = photo_panel(page, "Tobia")

    assert "nessuno la vede" in labels_of(panel)
    assert not panel.choose.isVisible()
    panel.take_away.click()
    qtbot.waitUntil(lambda: school.laptop.school.photographed() == {})


@pytest.mark.parametrize("size", [(911, 512), (1366, 768)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_panel_is_never_wider_than_the_window_and_every_control_has_a_name(
    page: PupilsPage, size: tuple[int, int], scale: float
) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.resize(*size)
    window.set_text_scale(scale)
    panel = photo_panel(page, "Ortensia")
    panel.cut(two_colours())
    QApplication.processEvents()

    assert page.horizontalScrollBar().maximum() == 0
    for control in panel.findChildren(QAbstractButton):
        assert control.accessibleName().endswith("Ortensia")
    assert panel.square is not None
    assert panel.square.accessibleName() == "Foto: Ortensia"
    assert "frecce" in panel.square.accessibleDescription()


def test_the_log_knows_nothing_of_a_photo(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    file = tmp_path / "ortensia-al-mare.jpg"
    file.write_bytes(b"no photo")
    panel = photo_panel(page, "Ortensia")

    panel.use_file(file)
    qtbot.waitUntil(lambda: bool(panel.trouble.text()))
    panel.cut(two_colours())
    assert panel.save is not None
    panel.save.click()
    qtbot.waitUntil(lambda: bool(pupil(school, "Ortensia").photo))

    assert "mare" not in caplog.text
    assert "Ortensia" not in caplog.text
    assert not [path for path in (tmp_path / "casa").rglob("*") if "foto" in path.name or "mare" in path.name]
