"""The window as people use it: with a finger, with the keyboard alone, one after the other."""

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_in_memory import DeskInMemory, a_morning
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from school_in_memory import PAOLA, SANDRO, Unlocked, answer, pupil

from scuola_digitale.domain.facts import TaskSet, WorkFieldSet
from ui import background
from ui.languages import BEGIN_AGAIN
from ui.presenters.sign_in import Teacher
from ui.widgets.assign_page import AssignPage
from ui.widgets.board_page import BoardPage
from ui.widgets.lit_words import LitWords
from ui.widgets.packs_page import PacksPage
from ui.widgets.pressable import Pressable
from ui.widgets.ring import FocusRing
from ui.widgets.search_page import SearchPage
from ui.widgets.session import Session
from ui.widgets.staff_door import StaffDoor
from ui.widgets.theme import dress, theme
from ui.widgets.tokens import ThemeName
from ui.widgets.window import MainWindow

TEACHER = Session(staff=Teacher(PAOLA, Unlocked(PAOLA.staff_id)))
TECHNICIAN = Session(staff=Teacher(SANDRO, Unlocked(SANDRO.staff_id)))


@pytest.fixture
def parts() -> DeskInMemory:
    return a_morning()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, parts: DeskInMemory) -> Iterator[MainWindow]:
    dress(qapp)
    shown = MainWindow(parts.desk)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    qtbot.waitActive(shown)
    yield shown
    background.wait_for_all()


def _touch(control: QWidget) -> None:
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)


def _face(window: MainWindow, name: str) -> Pressable:
    return next(face for face in window.sign_in.faces() if face.words() == name)


def _words(widget: QWidget) -> str:
    """Everything that is shown or said inside a widget."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    said = [part.accessibleName() for part in widget.findChildren(QWidget) if part.isVisible()]
    return " | ".join([*labels, *said])


def _button(widget: QWidget, words: str) -> Pressable:
    QApplication.processEvents()
    buttons = widget.findChildren(Pressable)
    return next(one for one in buttons if one.words() == words and one.isVisible())


def test_a_pupil_touches_their_animal_and_is_in(window: MainWindow, qtbot: QtBot) -> None:
    _touch(_face(window, "Lucia"))

    assert window.session == Session(pupil=pupil("Lucia"))
    assert "Buongiorno, Lucia" in _words(window)


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
    _touch(_face(window, "Lucia"))
    window.go_to("sassi")
    window.search("acqua")

    _touch(window.rail.me)
    _touch(_face(window, "Elia"))
    for key in ("oggi", "sassi", "cerca"):
        page = window.go_to(key)
        assert "Lucia" not in _words(window)
        assert "Tommaso perché" not in _words(window)
        if isinstance(page, SearchPage):
            assert page.field.text() == ""


def test_a_teacher_comes_in_with_her_password(window: MainWindow, qtbot: QtBot) -> None:
    _touch(_button(window, "Sono un’insegnante"))
    door = window.findChild(StaffDoor)
    assert door is not None

    QTest.keyClicks(door.key.field.line, "genziana")
    QTest.keyClick(door.key.field.line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.session is not None)
    assert window.rail.entry("classe").is_current()


def test_a_wrong_password_is_told_beside_its_field(window: MainWindow, qtbot: QtBot) -> None:
    _touch(_button(window, "Sono il tecnico"))
    door = window.findChild(StaffDoor)
    assert door is not None

    QTest.keyClicks(door.key.field.line, "sbagliata")
    _touch(door.enter)

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
    assert before.startswith("Mattia, al lavoro")

    for place in (3, 4):
        parts.school.record([answer(pupil("Mattia").person, f"marche/dove-la-troviamo/es{place}", 100)])
    parts.sync.tell()

    qtbot.waitUntil(lambda: page.columns[0].cells[1].accessibleName().startswith("Mattia, ha finito"))


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
    _touch(page.button)
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

    _touch(_button(window.notice, "Annulla"))

    work_id = tasks[0].work_id
    closed = WorkFieldSet(work_id=work_id, field="closed", value="1")
    qtbot.waitUntil(lambda: parts.school.recorded[-1] == closed)


def test_typing_searches_after_a_pause_and_lights_the_words(window: MainWindow, qtbot: QtBot) -> None:
    window.come_in(Session(pupil=pupil("Lucia")))
    page = window.go_to("cerca")
    assert isinstance(page, SearchPage)

    QTest.keyClicks(page.field.line, "frazioni")
    qtbot.waitUntil(lambda: bool(page.findChildren(LitWords)))

    assert {words for found in page.findChildren(LitWords) for words in found.lit()} == {
        "frazioni",
        "Frazioni",
    }


def test_another_word_is_offered_and_searched_at_a_touch(window: MainWindow, qtbot: QtBot) -> None:
    window.come_in(Session(pupil=pupil("Lucia")))
    window.search("frazzioni")
    qtbot.waitUntil(lambda: "Non ho trovato «frazzioni»" in _words(window))

    _touch(_button(window, "Cerca «frazioni»"))

    qtbot.waitUntil(lambda: "4 passi in 2 lezioni" in _words(window))


def test_installing_shows_the_new_pack_and_a_stop_is_told(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    window.come_in(TECHNICIAN)
    page = window.go_to("contenuti")
    assert isinstance(page, PacksPage)

    page.install_from(tmp_path_factory.mktemp("pacco"))
    qtbot.waitUntil(window.notice.isVisible)

    assert window.notice.message() == "«Nuovo» è installato: 3 lezioni pronte."
    assert not page.progress.isVisible()

    parts.shelf.gate.clear()
    page.install_from(tmp_path_factory.mktemp("pacco"))
    _touch(page.progress.stop_button)
    parts.shelf.gate.set()
    qtbot.waitUntil(lambda: window.notice.message() == "L’installazione è stata fermata.")
    assert len(parts.shelf.packs()) == 5


def test_a_pack_comes_after_its_difference_was_told_and_goes_on_after_a_pause(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    window.come_in(TECHNICIAN)
    page = window.go_to("contenuti")
    assert isinstance(page, PacksPage)
    _touch(_button(page, "Cerca novità"))
    qtbot.waitUntil(lambda: "Mestieri del legno" in _words(page))

    _touch(_button(page, "Aggiorna"))
    qtbot.waitUntil(window.notice.isVisible)
    assert "1 lezione nuova («La Sibilla»), 2 lezioni cambiate" in _words(window.notice)
    assert "Da scaricare 480 kB, circa 30 secondi." in _words(window.notice)
    _touch(_button(window.notice, "Aggiorna"))
    qtbot.waitUntil(lambda: "12 MB di 30 MB" in _words(page))
    assert "La linea è caduta una volta: si riprende da dove era." in _words(page)

    _touch(_button(page, "Sospendi"))
    qtbot.waitUntil(page.progress.is_suspended)
    assert parts.travel.got == []
    _touch(_button(page, "Riprendi"))
    qtbot.waitUntil(lambda: parts.travel.got == ["marche/cultura"])
    qtbot.waitUntil(lambda: not page.progress.isVisible())
    assert "installato" in window.notice.message()


def test_a_stick_goes_both_ways(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot, tmp_path: Path
) -> None:
    window.come_in(TECHNICIAN)
    page = window.go_to("contenuti")
    assert isinstance(page, PacksPage)

    page.write_stick(tmp_path)
    qtbot.waitUntil(window.notice.isVisible)
    assert window.notice.message() == "Sulla chiavetta: 3 pacchetti pronti, 212 MB scritti adesso."

    page.install_from(tmp_path / "usb")
    qtbot.waitUntil(lambda: window.notice.message() == "Dalla chiavetta: «Storie dell’Appennino».")


def test_a_broken_pack_is_mended_from_the_line(window: MainWindow, parts: DeskInMemory, qtbot: QtBot) -> None:
    parts.shelf.broken = {"marche/cultura"}
    window.come_in(TECHNICIAN)
    page = window.go_to("contenuti")
    assert isinstance(page, PacksPage)

    page.verify(next(row for row in page._presenter.rows() if row.pack_id == "marche/cultura"))
    qtbot.waitUntil(window.notice.isVisible)
    _touch(_button(window.notice, "Ripara"))

    qtbot.waitUntil(lambda: "di nuovo intero" in window.notice.message())
    assert parts.travel.got == ["marche/cultura"]


def test_a_pack_goes_only_after_a_yes(window: MainWindow, parts: DeskInMemory, qtbot: QtBot) -> None:
    window.come_in(TECHNICIAN)
    page = window.go_to("contenuti")

    _touch(_button(page, "Togli"))
    assert len(parts.shelf.packs()) == 4

    _touch(_button(window.notice, "Togli"))
    qtbot.waitUntil(lambda: len(parts.shelf.packs()) == 3)


def test_the_sync_button_asks_and_waits(window: MainWindow, parts: DeskInMemory, qtbot: QtBot) -> None:
    window.come_in(TECHNICIAN)
    page = window.go_to("sincronizzazione")

    _touch(_button(page, "Sincronizza ora"))

    qtbot.waitUntil(lambda: "Sto sincronizzando" in [one.words() for one in page.findChildren(Pressable)])
    assert not _button(page, "Sto sincronizzando").isEnabled()
    assert parts.sync.asked == 1


def test_news_that_changes_nothing_leaves_the_focus_where_it_is(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    window.come_in(Session(pupil=pupil("Lucia")))
    go_on = _button(window, "Continua")
    go_on.setFocus(Qt.FocusReason.TabFocusReason)

    parts.sync.tell()
    QApplication.processEvents()
    assert QApplication.focusWidget() is go_on

    parts.school.record([answer(pupil("Lucia").person, "marche/acqua-che-scava/es3", 100)])
    parts.sync.tell()
    qtbot.waitUntil(lambda: "3 di 5" in _words(window))


def test_the_first_page_offers_other_colours_and_larger_text(window: MainWindow, qapp: QApplication) -> None:
    acts = {act.text(): act for act in window.sign_in.look.menu_now().actions()}
    assert acts["Chiaro"].isChecked()
    try:
        acts["Alto contrasto"].trigger()
        acts["Testo doppio"].trigger()

        assert (theme().name, theme().scale) == ("contrasto", 2.0)
    finally:
        dress(qapp)


def test_the_first_page_offers_the_languages_and_begins_again_in_the_chosen_one(
    qapp: QApplication, qtbot: QtBot, parts: DeskInMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCUOLA_DIGITALE_LINGUA", "it")
    remembered: list[str] = []
    window = MainWindow(dataclasses.replace(parts.desk, remember_language=remembered.append))
    qtbot.addWidget(window)
    acts = {act.text(): act for act in window.sign_in.look.menu_now().actions()}
    assert acts["Italiano"].isChecked()

    QTimer.singleShot(0, acts["English"].trigger)

    assert qapp.exec() == BEGIN_AGAIN
    assert remembered == [os.environ["SCUOLA_DIGITALE_LINGUA"]] == ["en"]


def test_handing_over_forgets_what_could_be_undone(window: MainWindow, qtbot: QtBot) -> None:
    window.come_in(TEACHER)
    page = window.go_to("assegna")
    assert isinstance(page, AssignPage)
    page.choose_theme("acqua")
    _touch(page.button)
    qtbot.waitUntil(window.notice.isVisible)

    window.hand_over()

    assert not window.notice.isVisible()
    assert window.notice.message() == ""


def _every_page(window: MainWindow) -> Iterator[str]:
    yield "chi-sei"
    window.sign_in.open_door("insegnante")
    yield "insegnante"
    window.sign_in.close_door()
    for session in (Session(pupil=pupil("Lucia")), TEACHER, TECHNICIAN):
        window.come_in(session)
        for place in session.places():
            page = window.go_to(place.key)
            if isinstance(page, AssignPage):
                page.choose_theme("acqua")
            QApplication.processEvents()
            yield place.key
        window.hand_over()


def test_no_control_is_nameless(window: MainWindow) -> None:
    nameless = [
        f"{where}: {control.metaObject().className()}"
        for where in _every_page(window)
        for control in window.findChildren(QWidget)
        if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus and not _spoken(control)
    ]

    assert nameless == []


class _Windows(QObject):
    """Notes every window that opens."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(watched.metaObject().className())
        return False


def test_no_part_of_a_page_flashes_up_as_a_window_of_its_own(window: MainWindow, qapp: QApplication) -> None:
    windows = _Windows()
    qapp.installEventFilter(windows)
    try:
        visited = list(_every_page(window))
    finally:
        qapp.removeEventFilter(windows)

    assert len(visited) == 19
    assert windows.opened == []


def _spoken(control: QObject) -> str:
    interface = QAccessible.queryAccessibleInterface(control)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_the_keyboard_goes_round_every_page_and_out_of_it(window: MainWindow) -> None:
    for where in _every_page(window):
        first: QWidget | None = None
        seen: set[int] = set()
        for _ in range(120):
            QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
            here = QApplication.focusWidget()
            if here is None or id(here) in seen:
                break
            first = first or here
            seen.add(id(here))
        assert len(seen) >= 3, where
        assert here is first or here is None, where


@pytest.mark.parametrize(("name", "scale"), [("chiaro", 2.0), ("scuro", 1.0), ("contrasto", 1.5)])
def test_text_to_twice_its_size_needs_no_sideways_scrolling(
    window: MainWindow, qapp: QApplication, name: ThemeName, scale: float
) -> None:
    dress(qapp, name, scale=scale)
    window.resize(911, 512)
    try:
        for session in (Session(pupil=pupil("Lucia")), TEACHER, TECHNICIAN):
            window.come_in(session)
            for place in session.places():
                page = window.go_to(place.key)
                assert isinstance(page, QScrollArea)
                for _ in range(4):
                    QApplication.processEvents()
                assert page.horizontalScrollBar().maximum() == 0, place.key
    finally:
        dress(qapp)


def test_what_is_typed_may_go_on_by_arrows_and_return(window: MainWindow, qtbot: QtBot) -> None:
    window.come_in(Session(pupil=pupil("Lucia")))
    page = window.go_to("cerca")
    assert isinstance(page, SearchPage)
    QTest.keyClicks(page.field.line, "il giro")
    qtbot.waitUntil(lambda: bool(page.completions.rows()))
    assert [row.words() for row in page.completions.rows()] == [
        "Il giro della goccia",
        "il giro…",
    ]
    assert page.completions.rows()[0].accessibleName() == "Apri: Il giro della goccia"

    QTest.keyClick(page.field.line, Qt.Key.Key_Down)
    QTest.keyClick(page.completions.rows()[0], Qt.Key.Key_Down)
    assert page.completions.rows()[1].hasFocus()
    QTest.keyClick(page.completions.rows()[1], Qt.Key.Key_Down)
    QTest.keyClick(page.completions.rows()[1], Qt.Key.Key_Return)

    assert page.field.text() == "il giro…"
    assert page.completions.rows() == ()
    assert page.field.line.hasFocus()


def test_escape_closes_what_may_go_on_and_a_touch_opens_its_lesson(window: MainWindow, qtbot: QtBot) -> None:
    window.come_in(Session(pupil=pupil("Lucia")))
    page = window.go_to("cerca")
    assert isinstance(page, SearchPage)
    QTest.keyClicks(page.field.line, "il giro")
    qtbot.waitUntil(lambda: bool(page.completions.rows()))
    QTest.keyClick(page.field.line, Qt.Key.Key_Down)
    QTest.keyClick(page.completions.rows()[0], Qt.Key.Key_Escape)
    assert page.completions.rows() == ()
    assert page.field.line.hasFocus()

    QTest.keyClicks(page.field.line, " ")
    QTest.keyClick(page.field.line, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: bool(page.completions.rows()))
    with qtbot.waitSignal(page.lesson_wanted) as wanted:
        _touch(page.completions.rows()[0])
    assert wanted.args == ["marche/giro-della-goccia", "parte-1"]


def test_a_passage_opens_its_lesson_at_its_part_and_the_button_where_one_left_off(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.come_in(Session(pupil=pupil("Lucia")))
    window.search("frazioni")
    page = window.go_to("cerca")
    assert isinstance(page, SearchPage)
    qtbot.waitUntil(lambda: bool(page.findChildren(LitWords)))
    page.lesson_wanted.disconnect()

    with qtbot.waitSignal(page.lesson_wanted) as wanted:
        _touch(page.findChildren(LitWords)[1])
    assert wanted.args == ["marche/frazioni-parti-uguali", "parte-1"]
    with qtbot.waitSignal(page.lesson_wanted) as wanted:
        _touch(_button(page, "Apri"))
    assert wanted.args == ["marche/frazioni-parti-uguali", None]


def test_packs_are_looked_for_by_a_chip(window: MainWindow, qtbot: QtBot) -> None:
    window.come_in(Session(pupil=pupil("Lucia")))
    window.search("frazioni")
    qtbot.waitUntil(lambda: "4 passi in 2 lezioni" in _words(window))

    _touch(_button(window, "Pacchetti"))

    qtbot.waitUntil(lambda: "4 passi in 2 lezioni, 1 pacchetto" in _words(window))
