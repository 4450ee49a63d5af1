"""The sync page's quarantine, and the earlier values of a class and a piece of work, over a real school."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from at_the_window import labels_of, show_window
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from real_school import RealSchool

from scuola_digitale.domain.facts import GroupFieldSet, TaskSet, WorkFieldSet
from scuola_digitale.domain.school_terms import Grade
from ui import background
from ui.presenters.history import HistoryPresenter
from ui.presenters.sign_in import Teacher
from ui.widgets.board_page import BoardPage
from ui.widgets.history_dialog import HistoryDialog
from ui.widgets.people_page import PeoplePage
from ui.widgets.session import Session
from ui.widgets.sync_page import SyncPage
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow


@pytest.fixture
def school(tmp_path: Path) -> Iterator[RealSchool]:
    school = RealSchool(tmp_path / "casa")
    school.laptop.care.set_group(school.technician.author, "pluriclasse", [Grade.P1, Grade.P3])
    school.laptop.care.add_staff(school.technician.author, "Nives", "maestra", "insegnante", "genziana")
    yield school
    school.close()


def _window(school: RealSchool, qtbot: QtBot, teacher: Teacher) -> MainWindow:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    window = show_window(school.laptop.desk(), qtbot)
    window.come_in(Session(staff=teacher))
    return window


def _dialog() -> HistoryDialog:
    [dialog] = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, HistoryDialog) and one.isVisible()
    ]
    return dialog


def _nives(school: RealSchool) -> Teacher:
    [member] = [one for one in school.laptop.school.staff() if one.role == "insegnante"]
    return Teacher(member, school.laptop.school.unlock(member.staff_id, "genziana"))


def _assign(school: RealSchool) -> str:
    work = secrets.token_hex(8)
    for theme in ("Le frazioni", "I numeri rotti"):
        school.laptop.school.record(
            [WorkFieldSet(work_id=work, field="theme", value=theme)], author=_nives(school).author
        )
    for ref in ("marche/frazioni-parti-uguali", "marche/frazioni-confronto"):
        school.laptop.school.record(
            [TaskSet(work_id=work, grade=Grade.P3, lesson_ref=ref, exercises=("uno",))],
            author=_nives(school).author,
        )
    return work


def test_nothing_set_aside_shows_no_list(school: RealSchool, qtbot: QtBot) -> None:
    page = _window(school, qtbot, school.technician).go_to("sincronizzazione")
    assert isinstance(page, SyncPage)

    assert not page.aside.isVisible()


def test_what_stands_in_quarantine_says_why_and_what_to_do(school: RealSchool, qtbot: QtBot) -> None:
    # A technician may not assign work: the fact is kept, relayed, and has no effect.
    school.laptop.school.record(
        [WorkFieldSet(work_id="00112233aabbccdd", field="theme", value="Mio")],
        author=school.technician.author,
    )
    page = _window(school, qtbot, school.technician).go_to("sincronizzazione")
    assert isinstance(page, SyncPage)

    said = labels_of(page.aside)

    assert "1 cosa: firmate da chi non può scriverle" in said
    assert "Da: Armadio 1. È giusto così." in said
    assert "Niente va perso" in said
    assert page.horizontalScrollBar().maximum() == 0


def test_a_class_gets_its_earlier_name_back(school: RealSchool, qtbot: QtBot) -> None:
    group = school.laptop.school.groups()[0].group_id
    school.laptop.school.record(
        [GroupFieldSet(group_id=group, field="name", value="pluri")], author=school.technician.author
    )
    page = _window(school, qtbot, school.technician).go_to("persone")
    assert isinstance(page, PeoplePage)
    assert page.class_form.before.isVisibleTo(page)

    page.class_form.before.click()
    dialog = _dialog()
    assert "Nome della classe | pluri" in labels_of(dialog)
    dialog.backs[0].click()

    qtbot.waitUntil(lambda: school.laptop.school.groups()[0].name == "pluriclasse")
    qtbot.waitUntil(lambda: not background.is_busy())


def test_a_piece_of_work_gets_its_earlier_theme_back(school: RealSchool, qtbot: QtBot) -> None:
    _assign(school)
    page = _window(school, qtbot, _nives(school)).go_to("classe")
    assert isinstance(page, BoardPage)

    page.show_before()
    dialog = _dialog()
    assert "Tema | I numeri rotti" in labels_of(dialog)
    dialog.backs[0].click()

    qtbot.waitUntil(lambda: school.laptop.school.works()[0].theme == "Le frazioni")
    qtbot.waitUntil(lambda: not background.is_busy())


def test_a_task_comes_back_with_its_exercises(school: RealSchool) -> None:
    _assign(school)
    [work] = school.laptop.school.works()
    history = HistoryPresenter.of_work(school.laptop.desk(), work)

    tasks = next(field for field in history.fields if field.label == "Compito della III")
    fact = tasks.values[1].fact

    assert fact == TaskSet(
        work_id=work.work_id, grade=Grade.P3, lesson_ref="marche/frazioni-parti-uguali", exercises=("uno",)
    )


def test_the_same_value_twice_is_offered_once(school: RealSchool) -> None:
    group = school.laptop.school.groups()[0]
    for name in ("pluri", "pluriclasse", "pluri", "pluriclasse"):
        school.laptop.school.record(
            [GroupFieldSet(group_id=group.group_id, field="name", value=name)],
            author=school.technician.author,
        )

    [field] = HistoryPresenter.of_group(school.laptop.desk(), group).fields

    assert [one.value for one in field.values] == ["pluriclasse", "pluri"]
    assert [one.fact is None for one in field.values] == [True, False]
