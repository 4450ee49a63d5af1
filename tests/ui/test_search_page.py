"""The page that searches: as one types, with another word, on to the lesson, its part and the place where one left off."""

from collections.abc import Iterator

import pytest
from at_the_window import button_of, show_window, touch, words_of
from desk_in_memory import DeskInMemory, a_morning
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from ui import background
from ui.widgets.lit_words import LitWords
from ui.widgets.search_page import SearchPage
from ui.widgets.session import Session
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow


@pytest.fixture
def parts() -> DeskInMemory:
    return a_morning()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, parts: DeskInMemory) -> Iterator[MainWindow]:
    dress(qapp)
    yield show_window(parts.desk, qtbot)
    background.wait_for_all()


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
    qtbot.waitUntil(lambda: "Non ho trovato «frazzioni»" in words_of(window))

    touch(button_of(window, "Cerca «frazioni»"))

    qtbot.waitUntil(lambda: "4 passi in 2 lezioni" in words_of(window))


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
        touch(page.completions.rows()[0])
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
        touch(page.findChildren(LitWords)[1])
    assert wanted.args == ["marche/frazioni-parti-uguali", "parte-1"]
    with qtbot.waitSignal(page.lesson_wanted) as wanted:
        touch(button_of(page, "Apri"))
    assert wanted.args == ["marche/frazioni-parti-uguali", None]
