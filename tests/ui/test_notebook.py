"""Quaderno: kept from inside a lesson, found again in memory, changed, thrown away and brought back."""

from collections.abc import Iterator

import pytest
from at_the_window import labels_of, show_window
from desk_in_memory import DeskInMemory, a_morning
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from scuola_digitale.domain.notebook import LONGEST_WORDS, Entry, read_page, written_entry
from ui import background
from ui.presenters.notebook import NotebookPresenter
from ui.widgets.lesson.page import LessonPage
from ui.widgets.lesson.run import TextRun
from ui.widgets.note_tray import CHOOSE_FIRST, DARK, LIGHT, NoteTray
from ui.widgets.notebook_page import NotebookView
from ui.widgets.session import Session
from ui.widgets.theme import Ways, dress
from ui.widgets.window import MainWindow

LUCIA = pupil("Lucia")
LESSON = "marche/acqua-che-scava"


@pytest.fixture
def parts() -> DeskInMemory:
    return a_morning(week_before=True)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, parts: DeskInMemory) -> Iterator[MainWindow]:
    dress(qapp, ways=Ways())
    shown = show_window(parts.desk, qtbot)
    shown.come_in(Session(pupil=LUCIA))
    yield shown
    background.wait_for_all()


def _read(window: MainWindow, qtbot: QtBot) -> tuple[LessonPage, NoteTray]:
    window.open_lesson(LESSON)
    page, tray = window.findChild(LessonPage), window.findChild(NoteTray)
    assert page is not None
    assert tray is not None
    qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete())
    return page, tray


def _choose(page: LessonPage, words: str) -> TextRun:
    """Chooses words that stand at the head of a run, with mouse and keys."""
    run = next(one for one in page.findChildren(TextRun) if one.toPlainText().startswith(words))
    QTest.mouseClick(run.viewport(), Qt.MouseButton.LeftButton, pos=run.area_of(0).center())
    for _ in words:
        QTest.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    return run


def _notebook(window: MainWindow) -> NotebookView:
    page = window.go_to("quaderno")
    assert isinstance(page, NotebookView)
    return page


def test_a_note_is_written_with_the_keys_alone_and_stands_in_the_notebook(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    page, tray = _read(window, qtbot)
    QTest.keyClick(page, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: tray.sheet is not None)
    sheet = tray.sheet
    assert sheet is not None
    assert QApplication.focusWidget() is sheet.words.paper

    QTest.keyClicks(sheet.words.paper, "Goccia dopo goccia")
    QTest.keyClick(sheet.words.paper, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: tray.sheet is None)
    entry = parts.school.notebook(LUCIA.person)[0].entry
    assert (entry.kind, entry.lesson_ref, entry.words) == ("appunto", LESSON, "Goccia dopo goccia")
    assert "Goccia dopo goccia" in labels_of(_notebook(window))


def test_chosen_words_are_lit_and_without_any_it_is_said_how(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    page, tray = _read(window, qtbot)
    before = len(parts.school.notebook(LUCIA.person))
    tray.light.click()
    assert window.notice.message() == CHOOSE_FIRST()
    run = _choose(page, "Una lezione")

    tray.light.click()

    qtbot.waitUntil(lambda: len(parts.school.notebook(LUCIA.person)) == before + 1)
    entry = parts.school.notebook(LUCIA.person)[0].entry
    assert (entry.kind, entry.quote) == ("evidenza", "Una lezione")
    qtbot.waitUntil(lambda: bool(run.extraSelections()))


def test_lit_words_shine_when_the_lesson_opens_again_and_can_be_darkened(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    page, tray = _read(window, qtbot)
    before = len(parts.school.notebook(LUCIA.person))
    _choose(page, "Una lezione")
    tray.light.click()
    qtbot.waitUntil(lambda: len(parts.school.notebook(LUCIA.person)) == before + 1)

    window.go_to("oggi")
    window.open_lesson(LESSON)
    again = window.findChildren(LessonPage)[-1]
    tray = window.findChildren(NoteTray)[-1]
    qtbot.waitUntil(lambda: again.column is not None and again.column.is_complete())
    lit = next(one for one in again.findChildren(QTextEdit) if one.extraSelections())
    assert lit.extraSelections()[0].cursor.selectedText() == "Una lezione"

    _choose(again, "Una")
    assert tray.light.words() == DARK()
    tray.light.click()

    qtbot.waitUntil(lambda: len(parts.school.notebook(LUCIA.person)) == before)
    qtbot.waitUntil(lambda: not lit.extraSelections())
    assert tray.light.words() == LIGHT()


def test_a_bookmark_leads_back_to_its_lesson(window: MainWindow, qtbot: QtBot) -> None:
    page = _notebook(window)
    card = next(one for one in page.cards if "Segnalibro" in labels_of(one))

    with qtbot.waitSignal(page.lesson_wanted) as told:
        card.opened.emit()

    assert told.args == ["marche/sibilla-e-fate", "che-cosa-vedi"]
    assert window.findChild(LessonPage) is not None


def test_an_open_answer_stands_there_with_the_teachers_word(window: MainWindow) -> None:
    words = labels_of(_notebook(window))

    assert "La goccia porta via" in words
    assert "quel velo bianco è la stalattite" in words
    assert "aspetta di essere letta" in words


@pytest.mark.parametrize(
    ("query", "found"), [("grotta cento", 1), ("CENTO", 1), ("perche", 0), ("stalattite", 1), ("", 5)]
)
def test_every_word_searched_is_found_whatever_its_case_and_accents(
    parts: DeskInMemory, query: str, found: int
) -> None:
    assert len(NotebookPresenter(parts.desk, LUCIA).leaves("", query)) == found


def test_filters_keep_a_kind_and_say_so_when_there_is_none(window: MainWindow, qtbot: QtBot) -> None:
    page = _notebook(window)
    page._choose("evidenza")
    assert [card._leaf.kind for card in page.cards] == ["evidenza"]

    QTest.keyClicks(page.field.line, "zzz")
    qtbot.waitUntil(lambda: "Qui non c’è" in labels_of(page))


def test_a_note_is_changed_in_its_place(window: MainWindow, parts: DeskInMemory, qtbot: QtBot) -> None:
    page = _notebook(window)
    card = next(one for one in page.cards if "cento anni" in labels_of(one))
    card.change.click()
    assert card._sheet is not None
    card._sheet.set_text("La grotta cresce piano.")
    card.keep.click()

    qtbot.waitUntil(lambda: "La grotta cresce piano." in labels_of(page))
    assert "cento anni" not in labels_of(page)


def test_what_is_thrown_away_can_be_brought_back(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    page = _notebook(window)
    before = len(parts.school.notebook(LUCIA.person))
    next(one for one in page.cards if "cento anni" in labels_of(one)).throw.click()
    qtbot.waitUntil(window.notice.isVisible)
    assert len(parts.school.notebook(LUCIA.person)) == before - 1

    window.notice._act.click()

    qtbot.waitUntil(lambda: len(parts.school.notebook(LUCIA.person)) == before)


def test_the_next_pupil_finds_a_white_notebook(window: MainWindow) -> None:
    _notebook(window)
    window.hand_over()
    window.come_in(Session(pupil=pupil("Elia")))

    page = _notebook(window)

    assert page.cards == []
    assert "ancora bianco" in labels_of(page)


def test_a_guest_has_no_tray(window: MainWindow, qtbot: QtBot) -> None:
    window.hand_over()
    window.come_in(Session())
    window.open_lesson(LESSON)

    assert window.findChild(NoteTray) is None


def test_a_very_long_note_is_kept_within_a_fact() -> None:
    entry = Entry(kind="appunto", lesson_ref=LESSON, words="è" * 20_000, quote="«" * 5_000)
    text = written_entry(entry)

    assert len(text.encode()) < 12_000
    page = read_page("a", text, 1)
    assert page is not None
    assert len(page.entry.words) == LONGEST_WORDS


@pytest.mark.parametrize("text", ["", "{", "[]", '{"kind":"boh","lesson_ref":"x"}', '{"kind":"appunto"}'])
def test_a_page_of_a_broken_or_newer_program_is_passed_over(text: str) -> None:
    assert read_page("a", text, 1) is None
