"""A whole school day by keys alone, in every language: pupil, teacher and technician; the focus is never lost or hidden."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from answering import _answer, _tab_and_space, _type_after_tab, tab_to
from at_the_window import show_window
from desk_in_memory import DeskInMemory
from every_state import EVERYTHING, a_school
from keyboard import Keyboard
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.exercise import Open
from scuola_digitale.domain.facts import AnswerMarked, ExerciseAnswered, NotebookSet, TaskSet, WordSent
from scuola_digitale.words import ITALIAN, say
from ui import background
from ui.languages import known_languages
from ui.widgets.buttons import Button
from ui.widgets.exercises.card import ExerciseCard
from ui.widgets.lesson.page import LessonPage
from ui.widgets.review_page import ReviewPage
from ui.widgets.steps_dialog import StepsDialog
from ui.widgets.theme import dress
from ui.widgets.tongue import speak_in
from ui.widgets.writing import WritingSheet

RETURN, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


@pytest.fixture
def parts() -> DeskInMemory:
    return a_school()


@pytest.fixture(params=known_languages())
def keys(
    qapp: QApplication, qtbot: QtBot, parts: DeskInMemory, request: pytest.FixtureRequest
) -> Iterator[Keyboard]:
    dress(qapp)
    speak_in(request.param)
    window = show_window(parts.desk, qtbot)
    yield Keyboard(window)
    background.wait_for_all()
    speak_in(ITALIAN)


def _come_in(keys: Keyboard, name: str) -> None:
    keys.press(Qt.Key.Key_Tab)
    keys.enter(name)


def _answered(parts: DeskInMemory) -> dict[str, int | None]:
    given = [fact for fact in parts.school.recorded if isinstance(fact, ExerciseAnswered)]
    lesson = EVERYTHING.head.ref
    return {fact.exercise_ref: fact.score for fact in given if fact.exercise_ref.startswith(lesson)}


def test_a_pupil_comes_in_by_three_figures_reads_and_hands_over(keys: Keyboard) -> None:
    _come_in(keys, "Amina")
    for figure in ("sole", "luna", "goccia"):
        keys.enter(figure)
    assert keys.window.pupil_here().name == "Amina"
    assert keys.here() is keys.window.rail.entry("oggi")

    keys.enter("Amina,")

    assert not keys.window.rail.isVisible()
    keys.tab_to("Lucia")


def test_a_pupil_answers_all_ten_kinds_asks_for_a_hint_and_writes_a_note(
    keys: Keyboard, parts: DeskInMemory, qtbot: QtBot
) -> None:
    _come_in(keys, "Lucia")
    keys.enter("Biblioteca")
    keys.enter("Una prova")
    page = keys.window.findChild(LessonPage)
    assert page is not None
    qtbot.waitUntil(lambda: len(page.findChildren(ExerciseCard)) == 10, timeout=20_000)

    keys.enter("Un aiuto")
    for card in page.findChildren(ExerciseCard):
        _answer_by_keys(keys, card)
    qtbot.waitUntil(lambda: len(_answered(parts)) == 10)
    keys.enter("Appunto")
    keys.type("Il gambo porta l'acqua")
    keys.enter("Salva")

    scores = _answered(parts)
    assert scores.pop(f"{EVERYTHING.head.ref}/spiega") is None
    assert set(scores.values()) == {100}
    assert [fact.hints for fact in parts.school.recorded if isinstance(fact, ExerciseAnswered)][-10] == 1
    assert isinstance(parts.school.recorded[-1], NotebookSet)
    keys.look()


def _answer_by_keys(keys: Keyboard, card: ExerciseCard) -> None:
    """Answers rightly; an open question is written on its sheet."""
    exercise = card.presenter.exercise
    if isinstance(exercise, Open):
        paper = card.findChildren(WritingSheet)[0].paper
        tab_to(paper)
        keys.type("Il gambo porta l'acqua alla foglia.")
    else:
        _answer(card, right=True, choose=_tab_and_space, typed=_type_after_tab)
    tab_to(card._act)
    keys.wait()
    keys.look()
    keys.press(SPACE)


def test_a_word_is_looked_up_and_its_lesson_opened_and_left(keys: Keyboard) -> None:
    _come_in(keys, "Lucia")
    keys.enter("Cerca")
    keys.type("frazioni")
    keys.press(RETURN)
    keys.enter("Apri")
    assert keys.window.findChild(LessonPage) is not None
    keys.enter("Cerca")

    assert not any(page.isVisible() for page in keys.window.findChildren(LessonPage))
    keys.look()


def test_a_filter_that_is_pressed_keeps_the_focus_though_its_list_is_made_again(keys: Keyboard) -> None:
    _come_in(keys, "Lucia")
    keys.enter("Biblioteca")
    keys.tab_to("Classe {label}", label="IV")
    keys.press(SPACE)

    assert keys.here().accessibleName() == say("Classe {label}", label="IV")


def test_the_review_is_done_to_its_end(keys: Keyboard, qtbot: QtBot) -> None:
    _come_in(keys, "Lucia")
    keys.enter("Ripasso")
    keys.enter("Comincia")
    page = keys.window.go_to("ripasso")
    assert isinstance(page, ReviewPage)
    while page.card is not None:
        _answer_by_keys(keys, page.card)
        keys.enter("Avanti" if page.onwards.words() == say("Avanti") else "Ho finito")

    keys.enter("Torna a Oggi")
    assert keys.here() is keys.window.rail.entry("oggi")


def test_a_teacher_assigns_reads_an_answer_and_looks_at_board_and_pupils(
    keys: Keyboard, parts: DeskInMemory, qtbot: QtBot
) -> None:
    keys.press(Qt.Key.Key_Tab)
    keys.enter("Sono un’insegnante")
    keys.type("genziana")
    keys.press(RETURN)
    qtbot.waitUntil(lambda: keys.window.session is not None)
    keys.wait()
    keys.enter("Vai da {name}", name="Amina")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), StepsDialog))
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    # As a window system does; offscreen nobody does it.
    keys.window.activateWindow()
    keys.wait()
    here = keys.here()
    assert isinstance(here, Button)
    assert here.words() == say("Vai da {name}", name="Amina")
    keys.enter("Assegna")
    keys.tab_to("Acqua")
    keys.press(Qt.Key.Key_Right)
    assert keys.here().accessibleName().startswith("Frazioni")
    keys.press(SPACE)
    keys.enter("Assegna")
    qtbot.waitUntil(lambda: any(isinstance(fact, TaskSet) for fact in parts.school.recorded[-6:]))
    keys.enter("Da leggere")
    keys.tab_to(say("La tua parola per {}").format("Lucia"))
    keys.type("Hai osservato bene.")
    keys.enter("Va bene così")
    qtbot.waitUntil(lambda: isinstance(parts.school.recorded[-1], AnswerMarked))
    keys.wait()
    keys.look()
    keys.enter("Bambini")
    keys.enter("Scrivi una parola")
    keys.type("Bravo!")
    keys.enter("Manda")
    qtbot.waitUntil(lambda: isinstance(parts.school.recorded[-1], WordSent))
    keys.wait()
    keys.look()


def test_a_technician_installs_takes_out_syncs_and_lets_a_laptop_in(
    keys: Keyboard, parts: DeskInMemory, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The system's own dialog is the system's to test.
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    keys.press(Qt.Key.Key_Tab)
    keys.enter("Sono il tecnico")
    keys.type("faggio")
    keys.press(RETURN)
    qtbot.waitUntil(lambda: keys.window.session is not None)
    keys.wait()
    keys.enter("Installa da chiavetta")
    assert len(parts.shelf.packs()) == 5
    keys.enter(f"{say('Togli')} Scuola di montagna")
    assert keys.here() is keys.window.notice
    keys.press(Qt.Key.Key_Tab)
    keys.enter("Togli")
    qtbot.waitUntil(lambda: len(parts.shelf.packs()) == 4)
    keys.wait()
    keys.look()
    keys.enter("Sincronizzazione")
    keys.enter("Sincronizza ora")
    assert parts.sync.asked == 1
    keys.enter("Portatili")
    keys.tab_to("Nome del portatile")
    keys.type("Armadio 3")
    keys.enter("Con un codice a voce")
    qtbot.waitUntil(lambda: "Armadio 3" in keys.window.notice.message())
    keys.wait()
    keys.look()
