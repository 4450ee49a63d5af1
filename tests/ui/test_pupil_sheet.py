"""A pupil's sheet in the teacher's hands: changed, brought back, handed over, moved, taken off, forgotten."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from format_samples import answered
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from real_school import RealSchool

from scuola_digitale.clock import SystemClock
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.joining import admit, ask_to_join, join, open_answer, read_request
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import UnlockedStaff
from ui import background
from ui.home import Home
from ui.laptop import Laptop
from ui.people_keeping import PeopleKeeper
from ui.presenters.arrivals import ArrivalsPresenter
from ui.presenters.sign_in import Teacher
from ui.widgets.buttons import Button
from ui.widgets.history_dialog import HistoryDialog
from ui.widgets.people_page import PeoplePage
from ui.widgets.pupil_sheet import ErasePanel, HandPanel, MovePanel, SheetPanel
from ui.widgets.pupils_page import PupilsPage
from ui.widgets.session import Session
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow

TEACHER, TECHNICIAN = "genziana", "sasso e prugnolo"


class TeachersSchool(RealSchool):
    """With a class, three pupils and a teacher."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        care, author = self.laptop.care, self.technician.author
        self.laptop.people = PeopleKeeper(self.laptop.school, effort=self.laptop.care._effort)
        care.set_group(author, "pluriclasse I–V", [Grade.P1, Grade.P3, Grade.P5])
        for name, grade, animal in (
            ("Ortensia", Grade.P3, "gufo"),
            ("Tobia", Grade.P1, "tasso"),
            ("Zeno", Grade.P5, "lupo"),
        ):
            care.add_pupil(author, name, grade, animal)
        care.add_staff(author, "Nives", "maestra", "insegnante", TEACHER)

    @property
    def teacher(self) -> Teacher:
        [member] = [one for one in self.laptop.school.staff() if one.role == "insegnante"]
        return Teacher(member, self.laptop.school.unlock(member.staff_id, TEACHER))

    def names(self) -> list[str]:
        return [one.name for one in self.laptop.school.pupils()]


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TeachersSchool]:
    school = TeachersSchool(tmp_path / "casa")
    yield school
    school.close()


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, school: TeachersSchool) -> Iterator[PupilsPage]:
    dress(qapp)
    window = MainWindow(school.laptop.desk())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.come_in(Session(staff=school.teacher))
    page = window.go_to("bambini")
    assert isinstance(page, PupilsPage)
    qtbot.waitUntil(lambda: not background.is_busy())
    yield page
    background.wait_for_all()


def _words(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def _sheet(page: PupilsPage, name: str) -> SheetPanel:
    page.row(name).buttons["sheet"].click()
    panel = page.row(name).panel
    assert isinstance(panel, SheetPanel)
    return panel


def _calm(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.is_busy())
    QApplication.processEvents()


def test_a_pupil_is_given_another_name_grade_and_animal(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot
) -> None:
    panel = _sheet(page, "Ortensia")
    panel.name.set_text("  Ortensia B. ")
    panel.grade.choose("P5")
    panel.animal.choose("volpe")

    panel.save.click()

    qtbot.waitUntil(lambda: "Ortensia B." in _words(page))
    [pupil] = [one for one in school.laptop.school.pupils() if one.name == "Ortensia B."]
    assert (pupil.grade, pupil.avatar) == (Grade.P5, "volpe")
    assert page.row("Ortensia B.").panel is None


def test_a_name_is_not_emptied(page: PupilsPage, school: TeachersSchool, qtbot: QtBot) -> None:
    panel = _sheet(page, "Ortensia")
    panel.name.set_text("   ")

    panel.save.click()

    qtbot.waitUntil(lambda: "Manca il nome" in panel.trouble.text())
    assert panel.save.isEnabled()
    assert "Ortensia" in school.names()


def test_only_what_differs_is_written(page: PupilsPage, school: TeachersSchool, qtbot: QtBot) -> None:
    person = page.row("Tobia").pupil.person
    before = len(school.laptop.school.history("pupil", person, "name"))
    panel = _sheet(page, "Tobia")
    panel.grade.choose("P3")

    panel.save.click()
    _calm(qtbot)

    assert len(school.laptop.school.history("pupil", person, "name")) == before
    assert len(school.laptop.school.history("pupil", person, "grade")) == 2


def test_another_pupils_animal_is_not_offered(page: PupilsPage) -> None:
    sheet = page._presenter.sheet

    offered = [key for key, _ in sheet.animals_for(page.row("Ortensia").pupil)]

    assert "gufo" in offered
    assert not {"tasso", "lupo"} & set(offered)


def _dialog(page: PupilsPage, name: str, qtbot: QtBot) -> HistoryDialog:
    _sheet(page, name).before.click()
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
    _calm(qtbot)

    dialog = _dialog(page, "Ortenzia", qtbot)
    assert "Nome | Ortenzia | maestra Nives" in _words(dialog)
    assert "tecnico Elvio" in _words(dialog)
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
    _calm(qtbot)
    dialog = _dialog(page, "Ortensia", qtbot)
    gone: list[bool] = []
    dialog.finished.connect(lambda _: gone.append(True))

    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: gone == [True])
    assert len(school.laptop.school.history("pupil", person, "grade")) == 2


def test_what_never_changed_says_so(page: PupilsPage, qtbot: QtBot) -> None:
    dialog = _dialog(page, "Zeno", qtbot)

    assert "non è mai cambiato niente" in _words(dialog)
    assert dialog.backs == []
    dialog.close_button.click()


def test_all_that_is_held_goes_into_a_folder(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot, tmp_path: Path
) -> None:
    person = page.row("Ortensia").pupil.person
    school.laptop.school.record([answered(person=person)])
    panel = _sheet(page, "Ortensia")
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
    _sheet(page, "Ortensia").hand.click()
    hand = page.row("Ortensia").panel
    assert isinstance(hand, HandPanel)

    hand.hand_over(tmp_path / "pieno")

    qtbot.waitUntil(lambda: "Non riesco" in hand.trouble.text(), timeout=20_000)
    assert hand.choose.isEnabled()


def test_a_pupil_taken_off_the_list_comes_back_with_a_touch(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot
) -> None:
    person = page.row("Tobia").pupil.person
    school.laptop.school.record([answered(person=person)])
    _sheet(page, "Tobia").remove.click()
    qtbot.waitUntil(lambda: "Tobia" not in school.names())
    qtbot.waitUntil(lambda: len(page.former.rows) == 1)
    _calm(qtbot)
    assert "Non sono più nell’elenco" in _words(page.former)

    [back] = page.former.rows[0].findChildren(Button)
    assert back.accessibleName() == "Rimetti nell’elenco: Tobia"
    back.click()

    qtbot.waitUntil(lambda: "Tobia" in school.names())
    qtbot.waitUntil(lambda: not page.former.isVisible())
    assert school.laptop.school.progress(person).exercises


def _erase(page: PupilsPage, name: str) -> ErasePanel:
    _sheet(page, name).erase.click()
    panel = page.row(name).panel
    assert isinstance(panel, ErasePanel)
    return panel


def test_forgetting_takes_two_steps_a_name_and_the_technician(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot
) -> None:
    person = page.row("Zeno").pupil.person
    school.laptop.school.record([answered(person=person)])
    panel = _erase(page, "Zeno")
    assert "Nessuno può tornare indietro" in _words(panel)
    assert not panel.erase.isVisible()
    assert panel.keep.hasFocus()

    panel.go_on.click()
    panel.name.set_text("Tobia")
    panel.erase.click()
    assert "non è quello di questa scheda" in panel._named.error.text()
    panel.name.set_text("zeno")
    panel.password.set_text(TEACHER)
    panel.erase.click()
    qtbot.waitUntil(lambda: "non è quella giusta" in panel.trouble.text(), timeout=10_000)
    assert "Zeno" in school.names()
    panel.password.set_text(TECHNICIAN)
    panel.erase.click()

    qtbot.waitUntil(lambda: "Zeno" not in school.names(), timeout=10_000)
    assert school.laptop.school.erased() == {person}
    assert school.laptop.school.former_pupils() == ()
    qtbot.waitUntil(lambda: "Zeno" not in _words(page))


def test_who_thinks_again_forgets_nobody(page: PupilsPage, school: TeachersSchool) -> None:
    panel = _erase(page, "Zeno")
    panel.keep.click()

    assert isinstance(page.row("Zeno").panel, SheetPanel)
    assert "Zeno" in school.names()


def test_a_pupil_leaves_for_another_school_with_a_file_and_a_code(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot, tmp_path: Path
) -> None:
    _sheet(page, "Ortensia").move_on.click()
    panel = page.row("Ortensia").panel
    assert isinstance(panel, MovePanel)

    panel.hand_over(tmp_path / "chiavetta")
    qtbot.waitUntil(lambda: "passaggio-" in _words(panel), timeout=10_000)

    [file] = (tmp_path / "chiavetta").iterdir()
    assert b"Ortensia" not in file.read_bytes()
    assert school.laptop.care.digits() in _words(panel)
    code = next(one.text() for one in panel.findChildren(QLabel) if one.text().count("-") == 3)
    assert school.laptop.people.look_into(file, code).passage.name == "Ortensia"


def test_who_comes_from_another_school_is_taken_in_after_a_comparison(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot, tmp_path: Path
) -> None:
    other = TeachersSchool(tmp_path / "altra")
    person = next(one.person for one in other.laptop.school.pupils() if one.name == "Zeno")
    other.laptop.people.change_pupil(other.teacher.author, person, {"name": "Gelsomina"})
    other.laptop.school.record([answered(person=person), answered(person=person, attempt=2)])
    handed = other.laptop.people.hand_over(other.teacher.author, person, tmp_path / "chiavetta")
    digits = other.laptop.care.digits()
    other.close()

    page.school.look()
    assert "Prima scegli" in page.school.trouble.text()
    page.school.use(tmp_path / "chiavetta")
    page.school.code.set_text("AAAA-AAAA-AAAA-AAAA")
    page.school.look()
    qtbot.waitUntil(lambda: "codice è sbagliato" in page.school.trouble.text())
    page.school.code.set_text(handed.code)
    page.school.look()
    qtbot.waitUntil(lambda: digits in _words(page.school))
    assert "Gelsomina viene da «Scuola di Pian di Sasso»" in _words(page.school)
    assert "Gelsomina" not in school.names()
    next(
        one for one in page.school.below.findChildren(Button) if one.words().startswith("Sono le stesse")
    ).click()

    qtbot.waitUntil(lambda: "Gelsomina" in school.names(), timeout=10_000)
    pupil = next(one for one in school.laptop.school.pupils() if one.name == "Gelsomina")
    assert school.laptop.school.progress(pupil.person).exercise("marche/frazioni/quarti").attempts == 2


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


# The technician's page


def test_a_technician_opens_a_pupils_sheet_on_the_page_of_people(
    qapp: QApplication, qtbot: QtBot, school: TeachersSchool
) -> None:
    dress(qapp)
    window = MainWindow(school.laptop.desk())
    qtbot.addWidget(window)
    window.resize(911, 512)
    window.show()
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
    _calm(qtbot)
    assert people.horizontalScrollBar().maximum() == 0


# Between two sites of one school


def test_who_comes_from_another_site_stands_among_the_arrivals_and_is_welcomed(
    qapp: QApplication, qtbot: QtBot, school: TeachersSchool, tmp_path: Path
) -> None:
    here = school.laptop.school
    person = next(one.person for one in here.pupils() if one.name == "Zeno")
    here.record([answered(person=person)])
    home = Home(tmp_path / "lago").ready()
    request = read_request(ask_to_join(home.school, os.urandom))
    author = school.technician.author
    assert isinstance(author, UnlockedStaff)
    answer = admit(here, here.office(author), request, "Lago 1", site="montelago")
    join(home.school, open_answer(home.school, answer), clock=SystemClock(), random=os.urandom).close()
    school.laptop.people.send(school.teacher.author, person)
    far = Laptop(home)
    _share(here, far.school)
    dress(qapp)
    window = MainWindow(far.desk())
    qtbot.addWidget(window)
    window.show()
    [nives] = [one for one in far.school.staff() if one.role == "insegnante"]
    window.come_in(Session(staff=Teacher(nives, far.school.unlock(nives.staff_id, TEACHER))))
    page = window.go_to("bambini")
    assert isinstance(page, PupilsPage)
    qtbot.waitUntil(lambda: len(page.arriving.rows) == 1)
    _calm(qtbot)
    assert "Zeno | classe V · da «Scuola di Pian di Sasso»" in _words(page.arriving)

    page.arriving.rows[0].findChildren(Button)[0].click()
    qtbot.waitUntil(lambda: [one.name for one in far.school.pupils()] == ["Zeno"])
    qtbot.waitUntil(lambda: page.arriving.rows == [])
    _share(far.school, here)

    assert far.school.progress(person).exercises
    assert "Zeno" not in school.names()
    former = ArrivalsPresenter(school.laptop.desk(), school.teacher.author)
    [zeno] = former.former()
    assert former.former_words(zeno) == "classe V · ora in un altro plesso"
    assert former.is_away(zeno)
    _calm(qtbot)
    far.close()


def _share(giver: School, taker: School) -> None:
    """What the whole school shares goes across."""
    giver.replica.sign_heads()
    held = PeerVector.of(taker.replica.states(["scuola"]))
    taker.replica.take(giver.replica.segments_after(held, ["scuola"]), ["scuola"])
