"""A pupil leaves the list or the school and comes from another one, by the teacher's page: nothing of theirs is lost."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from at_the_window import calm, labels_of, show_window
from format_samples import answered
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from teachers_school import TEACHER_PASSWORD, TeachersSchool, open_sheet, pupils_page

from scuola_digitale.clock import SystemClock
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.joining import admit, ask_to_join, join, open_answer, read_request
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import UnlockedStaff
from ui import background
from ui.home import Home
from ui.laptop import Laptop
from ui.presenters.arrivals import ArrivalsPresenter
from ui.presenters.sign_in import Teacher
from ui.widgets.buttons import Button
from ui.widgets.pupil_sheet import MovePanel
from ui.widgets.pupils_page import PupilsPage
from ui.widgets.session import Session
from ui.widgets.theme import dress


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


def test_a_pupil_taken_off_the_list_comes_back_with_a_touch(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot
) -> None:
    person = page.row("Tobia").pupil.person
    school.laptop.school.record([answered(person=person)])
    open_sheet(page, "Tobia").remove.click()
    qtbot.waitUntil(lambda: "Tobia" not in school.names())
    qtbot.waitUntil(lambda: len(page.former.rows) == 1)
    calm(qtbot)
    assert "Non sono più nell’elenco" in labels_of(page.former)

    [back] = page.former.rows[0].findChildren(Button)
    assert back.accessibleName() == "Rimetti nell’elenco: Tobia"
    back.click()

    qtbot.waitUntil(lambda: "Tobia" in school.names())
    qtbot.waitUntil(lambda: not page.former.isVisible())
    assert school.laptop.school.progress(person).exercises


def test_a_pupil_leaves_for_another_school_with_a_file_and_a_code(
    page: PupilsPage, school: TeachersSchool, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sheet(page, "Ortensia").move_on.click()
    panel = page.row("Ortensia").panel
    assert isinstance(panel, MovePanel)

    panel.hand_over(tmp_path / "chiavetta")
    qtbot.waitUntil(lambda: "passaggio-" in labels_of(panel), timeout=10_000)

    [file] = (tmp_path / "chiavetta").iterdir()
    assert b"Ortensia" not in file.read_bytes()
    assert school.laptop.care.digits() in labels_of(panel)
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
    qtbot.waitUntil(lambda: digits in labels_of(page.school))
    assert "Gelsomina viene da «Scuola di Pian di Sasso»" in labels_of(page.school)
    assert "Gelsomina" not in school.names()
    next(
        one for one in page.school.below.findChildren(Button) if one.words().startswith("Sono le stesse")
    ).click()

    qtbot.waitUntil(lambda: "Gelsomina" in school.names(), timeout=10_000)
    pupil = next(one for one in school.laptop.school.pupils() if one.name == "Gelsomina")
    assert school.laptop.school.progress(pupil.person).exercise("marche/frazioni/quarti").attempts == 2


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
    window = show_window(far.desk(), qtbot)
    [nives] = [one for one in far.school.staff() if one.role == "insegnante"]
    window.come_in(Session(staff=Teacher(nives, far.school.unlock(nives.staff_id, TEACHER_PASSWORD))))
    page = window.go_to("bambini")
    assert isinstance(page, PupilsPage)
    qtbot.waitUntil(lambda: len(page.arriving.rows) == 1)
    calm(qtbot)
    assert "Zeno | classe V · da «Scuola di Pian di Sasso»" in labels_of(page.arriving)

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
    calm(qtbot)
    far.close()


def _share(giver: School, taker: School) -> None:
    """What the whole school shares goes across."""
    giver.replica.sign_heads()
    held = PeerVector.of(taker.replica.states(["scuola"]))
    taker.replica.take(giver.replica.segments_after(held, ["scuola"]), ["scuola"])
