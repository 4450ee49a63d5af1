"""A pupil's sheet in the hands of the teacher and the technician: changed, brought back, handed over, forgotten."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from at_the_window import calm, labels_of, show_window
from format_samples import answered
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from real_school import TECHNICIAN_PASSWORD
from teachers_school import TEACHER_PASSWORD, TeachersSchool, open_sheet, pupils_page

from scuola_digitale.domain.school_terms import Grade
from ui import background
from ui.widgets.buttons import Button
from ui.widgets.history_dialog import HistoryDialog
from ui.widgets.people_page import PeoplePage
from ui.widgets.pupil_sheet import ErasePanel, HandPanel, SheetPanel
from ui.widgets.pupils_page import PupilsPage
from ui.widgets.session import Session
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TeachersSchool]:
    school = TeachersSchool(tmp_path / "casa")
    yield school
    school.close()


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, school: TeachersSchool) -> Iterator[PupilsPage]:
    dress(qapp)
    yield pupils_page(school, qtbot)
    background.wait_for_all()


def test_a_pupil_is_given_another_name_grade_and_animal(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot
) -> None:
    panel = open_sheet(page, "Ortensia")
    panel.name.set_text("  Ortensia B. ")
    panel.grade.choose("P5")
    panel.animal.choose("volpe")

    panel.save.click()

    qtbot.waitUntil(lambda: "Ortensia B." in labels_of(page))
    [pupil] = [one for one in school.laptop.school.pupils() if one.name == "Ortensia B."]
    assert (pupil.grade, pupil.avatar) == (Grade.P5, "volpe")
    assert page.row("Ortensia B.").panel is None


def test_a_name_is_not_emptied(page: PupilsPage, school: TeachersSchool, qtbot: QtBot) -> None:
    panel = open_sheet(page, "Ortensia")
    panel.name.set_text("   ")

    panel.save.click()

    qtbot.waitUntil(lambda: "Manca il nome" in panel.trouble.text())
    assert panel.save.isEnabled()
    assert "Ortensia" in school.names()


def test_only_what_differs_is_written(page: PupilsPage, school: TeachersSchool, qtbot: QtBot) -> None:
    person = page.row("Tobia").pupil.person
    before = len(school.laptop.school.history("pupil", person, "name"))
    panel = open_sheet(page, "Tobia")
    panel.grade.choose("P3")

    panel.save.click()
    calm(qtbot)

    assert len(school.laptop.school.history("pupil", person, "name")) == before
    assert len(school.laptop.school.history("pupil", person, "grade")) == 2


def test_another_pupils_animal_is_not_offered(page: PupilsPage) -> None:
    sheet = page._presenter.sheet

    offered = [key for key, _ in sheet.animals_for(page.row("Ortensia").pupil)]

    assert "gufo" in offered
    assert not {"tasso", "lupo"} & set(offered)


def _dialog(page: PupilsPage, name: str, qtbot: QtBot) -> HistoryDialog:
    open_sheet(page, name).before.click()
    [dialog] = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, HistoryDialog) and one.isVisible()
    ]
    qtbot.waitExposed(dialog)
    return dialog


def test_an_earlier_name_comes_back_with_one_key(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot
) -> None:
    person = page.row("Ortensia").pupil.person
    school.laptop.people.change_pupil(school.teacher.author, person, {"name": "Ortenzia"})
    page.refresh()
    calm(qtbot)

    dialog = _dialog(page, "Ortenzia", qtbot)
    assert "Nome | Ortenzia | maestra Nives" in labels_of(dialog)
    assert "tecnico Elvio" in labels_of(dialog)
    [back] = dialog.backs
    assert back.accessibleName().startswith("Rimetti: Nome «Ortensia», tecnico Elvio")
    assert back.hasFocus() or dialog.focusWidget() is back
    QTest.keyClick(back, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: "Ortensia" in school.names())
    assert school.laptop.school.history("pupil", person, "name")[0].author == school.teacher.member.staff_id
    assert len(school.laptop.school.history("pupil", person, "name")) == 3


def test_esc_closes_the_earlier_values_and_changes_nothing(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot
) -> None:
    person = page.row("Ortensia").pupil.person
    school.laptop.people.change_pupil(school.teacher.author, person, {"grade": "P5"})
    page.refresh()
    calm(qtbot)
    dialog = _dialog(page, "Ortensia", qtbot)
    gone: list[bool] = []
    dialog.finished.connect(lambda _: gone.append(True))

    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: gone == [True])
    assert len(school.laptop.school.history("pupil", person, "grade")) == 2


def test_what_never_changed_says_so(page: PupilsPage, qtbot: QtBot) -> None:
    dialog = _dialog(page, "Zeno", qtbot)

    assert "non è mai cambiato niente" in labels_of(dialog)
    assert dialog.backs == []
    dialog.close_button.click()


def test_all_that_is_held_goes_into_a_folder(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot, tmp_path: Path
) -> None:
    person = page.row("Ortensia").pupil.person
    school.laptop.school.record([answered(person=person)])
    panel = open_sheet(page, "Ortensia")
    panel.hand.click()
    hand = page.row("Ortensia").panel
    assert isinstance(hand, HandPanel)

    hand.hand_over(tmp_path / "fuori")
    qtbot.waitUntil(lambda: (tmp_path / "fuori").exists() and not background.is_busy(), timeout=20_000)

    [folder] = (tmp_path / "fuori").iterdir()
    assert json.loads((folder / "dati.json").read_text("utf-8"))["persona"]["nome"] == "Ortensia"
    assert folder.name in page.window().notice.message()  # type: ignore[attr-defined]


def test_a_folder_that_cannot_be_written_is_said_under_the_button(
    page: PupilsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "pieno").write_text("un file, non una cartella", encoding="utf-8")
    open_sheet(page, "Ortensia").hand.click()
    hand = page.row("Ortensia").panel
    assert isinstance(hand, HandPanel)

    hand.hand_over(tmp_path / "pieno")

    qtbot.waitUntil(lambda: "Non riesco" in hand.trouble.text(), timeout=20_000)
    assert hand.choose.isEnabled()


def _erase(page: PupilsPage, name: str) -> ErasePanel:
    open_sheet(page, name).erase.click()
    panel = page.row(name).panel
    assert isinstance(panel, ErasePanel)
    return panel


def test_forgetting_takes_two_steps_a_name_and_the_technician(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot
) -> None:
    person = page.row("Zeno").pupil.person
    school.laptop.school.record([answered(person=person)])
    panel = _erase(page, "Zeno")
    assert "Nessuno può tornare indietro" in labels_of(panel)
    assert not panel.erase.isVisible()
    assert panel.keep.hasFocus()

    panel.go_on.click()
    panel.name.set_text("Tobia")
    panel.erase.click()
    assert "non è quello di questa scheda" in panel._named.error.text()
    panel.name.set_text("zeno")
    panel.password.set_text(TEACHER_PASSWORD)
    panel.erase.click()
    qtbot.waitUntil(lambda: "non è quella giusta" in panel.trouble.text(), timeout=10_000)
    assert "Zeno" in school.names()
    panel.password.set_text(TECHNICIAN_PASSWORD)
    panel.erase.click()

    qtbot.waitUntil(lambda: "Zeno" not in school.names(), timeout=10_000)
    assert school.laptop.school.erased() == {person}
    assert school.laptop.school.former_pupils() == ()
    qtbot.waitUntil(lambda: "Zeno" not in labels_of(page))


def test_who_thinks_again_forgets_nobody(page: PupilsPage, school: TeachersSchool) -> None:
    panel = _erase(page, "Zeno")
    panel.keep.click()

    assert isinstance(page.row("Zeno").panel, SheetPanel)
    assert "Zeno" in school.names()


def test_every_control_of_the_sheet_has_a_name_and_the_keyboard_reaches_it(page: PupilsPage) -> None:
    for kind in ("sheet", "hand", "move", "erase"):
        page.row("Ortensia").open_panel(kind)
        QApplication.processEvents()
        panel = page.row("Ortensia").panel
        assert panel is not None
        for control in panel.findChildren(QAbstractButton):
            assert control.accessibleName() or control.text(), kind
            assert control.focusPolicy() != Qt.FocusPolicy.NoFocus, kind


@pytest.mark.parametrize("size", [(911, 512), (1366, 768)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_sheet_is_never_wider_than_the_window(
    page: PupilsPage, size: tuple[int, int], scale: float
) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.resize(*size)
    window.set_text_scale(scale)
    for kind in ("sheet", "hand", "move", "erase"):
        page.row("Ortensia").open_panel(kind)
        QApplication.processEvents()
        assert page.horizontalScrollBar().maximum() == 0, kind


def test_a_technician_opens_a_pupils_sheet_on_the_page_of_people(
    qapp: QApplication, qtbot: QtBot, school: TeachersSchool
) -> None:
    dress(qapp)
    window = show_window(school.laptop.desk(), qtbot, size=(911, 512))
    window.come_in(Session(staff=school.technician))
    people = window.go_to("persone")
    assert isinstance(people, PeoplePage)
    [button] = [one for one in people.findChildren(Button) if one.accessibleName() == "Scheda: Tobia"]
    button.click()
    assert people.sheet is not None
    panel = people.sheet.panel
    assert isinstance(panel, SheetPanel)
    qtbot.waitUntil(panel.name.line.hasFocus)

    panel.name.set_text("Tobia M.")
    panel.save.click()

    qtbot.waitUntil(lambda: "Tobia M." in school.names())
    qtbot.waitUntil(lambda: people.sheet is None)
    calm(qtbot)
    assert people.horizontalScrollBar().maximum() == 0
