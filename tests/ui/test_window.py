"""The window as people use it: with a finger, with the keyboard alone, one after the other."""

import dataclasses
import os
from collections.abc import Iterator

import pytest
from at_the_window import TEACHER, TECHNICIAN, button_of, show_window, touch, words_of
from desk_in_memory import DeskInMemory, a_morning
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from school_in_memory import PAOLA, Unlocked, answer, pupil

from scuola_digitale.domain.facts import TaskSet, WorkFieldSet
from scuola_digitale.words import language
from ui import background
from ui.widgets.assign_page import AssignPage
from ui.widgets.board_page import BoardPage
from ui.widgets.pressable import Pressable
from ui.widgets.ring import FocusRing
from ui.widgets.search_page import SearchPage
from ui.widgets.session import Session
from ui.widgets.staff_door import StaffDoor
from ui.widgets.text import Text
from ui.widgets.theme import dress, theme
from ui.widgets.tongue import speak_in
from ui.widgets.window import MainWindow


@pytest.fixture
def parts() -> DeskInMemory:
    return a_morning()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, parts: DeskInMemory) -> Iterator[MainWindow]:
    dress(qapp)
    yield show_window(parts.desk, qtbot)
    background.wait_for_all()


def _face(window: MainWindow, name: str) -> Pressable:
    return next(face for face in window.sign_in.faces() if face.words() == name)


def test_a_pupil_touches_their_animal_and_is_in(window: MainWindow, qtbot: QtBot) -> None:
    touch(_face(window, "Lucia"))

    assert window.session == Session(pupil=pupil("Lucia"))
    assert "Buongiorno, Lucia" in words_of(window)


def test_a_pupil_comes_in_with_the_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is _face(window, "Lucia"):
            break
    assert QApplication.focusWidget() is _face(window, "Lucia")
    assert window.findChildren(FocusRing)

    QTest.keyClick(_face(window, "Lucia"), Qt.Key.Key_Return)

    assert window.session == Session(pupil=pupil("Lucia"))


def test_handing_over_leaves_nothing_of_who_was_here(window: MainWindow, qtbot: QtBot) -> None:
    touch(_face(window, "Lucia"))
    window.go_to("sassi")
    window.search("acqua")

    touch(window.rail.me)
    touch(_face(window, "Elia"))
    for key in ("oggi", "sassi", "cerca"):
        page = window.go_to(key)
        assert "Lucia" not in words_of(window)
        assert "Tommaso perché" not in words_of(window)
        if isinstance(page, SearchPage):
            assert page.field.text() == ""


def test_a_teacher_comes_in_with_her_password(window: MainWindow, qtbot: QtBot) -> None:
    touch(button_of(window, "Sono un’insegnante"))
    door = window.findChild(StaffDoor)
    assert door is not None

    QTest.keyClicks(door.key.field.line, "genziana")
    QTest.keyClick(door.key.field.line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.session is not None)
    assert window.rail.entry("classe").is_current()


def test_a_wrong_password_is_told_beside_its_field(window: MainWindow, qtbot: QtBot) -> None:
    touch(button_of(window, "Sono il tecnico"))
    door = window.findChild(StaffDoor)
    assert door is not None

    QTest.keyClicks(door.key.field.line, "sbagliata")
    touch(door.enter)

    qtbot.waitUntil(door.key.error.isVisible)
    assert door.key.error.text().startswith("La parola d’ordine non è giusta.")
    assert door.key.field.line.accessibleDescription() == door.key.error.text()
    assert window.session is None


def test_the_board_follows_facts_as_they_arrive(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    window.come_in(TEACHER)
    page = window.go_to("classe")
    assert isinstance(page, BoardPage)
    assert len([cell for column in page.columns for cell in column.cells]) == 12
    before = page.columns[0].cells[1].accessibleName()
    assert before.startswith("Mattia, classe I, al lavoro")

    for place in (3, 4):
        parts.school.record([answer(pupil("Mattia").person, f"marche/dove-la-troviamo/es{place}", 100)])
    parts.sync.tell()

    qtbot.waitUntil(
        lambda: page.columns[0].cells[1].accessibleName().startswith("Mattia, classe I, ha finito")
    )


def test_only_who_waits_first_has_the_primary_button(window: MainWindow) -> None:
    window.come_in(TEACHER)
    page = window.go_to("classe")
    assert isinstance(page, BoardPage)

    waiting = [cell.go for column in page.columns for cell in column.cells if cell.go]

    assert [button.words() for button in waiting] == ["Vai da Amina", "Vai da Irene"]
    assert [button.kind() for button in waiting] == ["primary", "secondary"]


def test_assigning_records_the_plan_in_the_teachers_name_and_can_be_undone(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    window.come_in(TEACHER)
    page = window.go_to("assegna")
    assert isinstance(page, AssignPage)
    before = len(parts.school.recorded)

    page.choose_theme("frazioni")
    touch(page.button)
    qtbot.waitUntil(window.notice.isVisible)

    written = parts.school.recorded[before:]
    tasks = [fact for fact in written if isinstance(fact, TaskSet)]
    assert {task.grade.value: task.lesson_ref for task in tasks} == {
        "P3": "marche/frazioni-parti-uguali",
        "P4": "marche/frazioni-parti-uguali",
        "P5": "marche/frazioni-confronto",
    }
    assert parts.school.authors[-1] == Unlocked(PAOLA.staff_id)
    assert window.notice.message() == "«Frazioni» è assegnato: classe III–V."

    touch(button_of(window.notice, "Annulla"))

    work_id = tasks[0].work_id
    closed = WorkFieldSet(work_id=work_id, field="closed", value="1")
    qtbot.waitUntil(lambda: parts.school.recorded[-1] == closed)


def test_the_sync_button_asks_and_waits(window: MainWindow, parts: DeskInMemory, qtbot: QtBot) -> None:
    window.come_in(TECHNICIAN)
    page = window.go_to("sincronizzazione")

    touch(button_of(page, "Sincronizza ora"))

    qtbot.waitUntil(lambda: "Sto sincronizzando" in [one.words() for one in page.findChildren(Pressable)])
    assert not button_of(page, "Sto sincronizzando").isEnabled()
    assert parts.sync.asked == 1


def test_news_that_changes_nothing_leaves_the_focus_where_it_is(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    window.come_in(Session(pupil=pupil("Lucia")))
    go_on = button_of(window, "Continua")
    go_on.setFocus(Qt.FocusReason.TabFocusReason)

    parts.sync.tell()
    QApplication.processEvents()
    assert QApplication.focusWidget() is go_on

    parts.school.record([answer(pupil("Lucia").person, "marche/acqua-che-scava/es3", 100)])
    parts.sync.tell()
    qtbot.waitUntil(lambda: "3 di 5" in words_of(window))


def test_the_first_page_offers_other_colours_and_larger_text(window: MainWindow, qapp: QApplication) -> None:
    acts = {act.text(): act for act in window.sign_in.look.menu_now().actions()}
    assert acts["Chiaro"].isChecked()
    try:
        acts["Alto contrasto"].trigger()
        acts["Testo doppio"].trigger()

        assert (theme().name, theme().scale) == ("contrasto", 2.0)
    finally:
        dress(qapp)


def test_the_first_page_offers_the_languages_and_speaks_the_chosen_one_at_once(
    qtbot: QtBot, parts: DeskInMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCUOLA_DIGITALE_LINGUA", "it")
    remembered: list[str] = []
    window = MainWindow(dataclasses.replace(parts.desk, remember_language=remembered.append))
    qtbot.addWidget(window)
    acts = {act.text(): act for act in window.sign_in.look.menu_now().actions()}
    assert acts["Italiano"].isChecked()

    try:
        acts["English"].trigger()

        assert remembered == [os.environ["SCUOLA_DIGITALE_LINGUA"]] == ["en"]
        assert "Who are you?" in [one.text() for one in window.sign_in.findChildren(Text)]
        window.come_in(Session(pupil=pupil("Lucia")))
        assert window.rail.entry("oggi").words() == "Today"
        window.hand_over()
        assert window.sign_in.isVisibleTo(window)
        assert language() == "en"
    finally:
        speak_in("it")


def test_handing_over_forgets_what_could_be_undone(window: MainWindow, qtbot: QtBot) -> None:
    window.come_in(TEACHER)
    page = window.go_to("assegna")
    assert isinstance(page, AssignPage)
    page.choose_theme("acqua")
    touch(page.button)
    qtbot.waitUntil(window.notice.isVisible)

    window.hand_over()

    assert not window.notice.isVisible()
    assert window.notice.message() == ""
