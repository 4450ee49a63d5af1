"""The teacher reads open answers, sends a word, says how a pupil comes in, closes a piece of work."""

from collections.abc import Iterator

import pytest
from at_the_window import TEACHER, labels_of, show_window
from desk_in_memory import DeskInMemory, a_morning
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from school_in_memory import PAOLA, Unlocked, pupil

from scuola_digitale.domain.facts import AnswerMarked, WordSent
from ui import background
from ui.presenters.figures import owner_of_card
from ui.presenters.open_answers import ReadingPresenter
from ui.presenters.pupils import PupilsPresenter
from ui.widgets.board_page import BoardPage
from ui.widgets.marking_page import MarkingPage
from ui.widgets.pupil_panels import CardPanel, FiguresPanel, WordPanel
from ui.widgets.pupils_page import PupilsPage
from ui.widgets.session import Session
from ui.widgets.theme import Ways, dress
from ui.widgets.window import MainWindow

LUCIA = pupil("Lucia")


@pytest.fixture
def parts() -> DeskInMemory:
    return a_morning(week_before=True)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, parts: DeskInMemory) -> Iterator[MainWindow]:
    dress(qapp, ways=Ways())
    shown = show_window(parts.desk, qtbot)
    shown.come_in(TEACHER)
    yield shown
    background.wait_for_all()


def _marking(window: MainWindow, qtbot: QtBot) -> MarkingPage:
    page = window.go_to("da-leggere")
    assert isinstance(page, MarkingPage)
    qtbot.waitUntil(lambda: len(page.cards) == 2 and page.cards[0].isVisible())
    return page


def test_the_oldest_answer_is_read_first_and_marked_with_a_word(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    page = _marking(window, qtbot)
    card = page.cards[0]
    assert card.told.pupil.name == "Lucia"
    QTest.keyClicks(card.comment.paper, "Bello il disegno!")

    card.done.click()

    qtbot.waitUntil(lambda: len(page.cards) == 1)
    fact = parts.school.recorded[-1]
    assert isinstance(fact, AnswerMarked)
    assert (fact.person, fact.mark) == (LUCIA.person, "100 Bello il disegno!")
    assert parts.school.authors[-1] == Unlocked(PAOLA.staff_id)
    assert "Bello il disegno!" in labels_of(page)


def test_who_may_add_something_is_told_what(window: MainWindow, parts: DeskInMemory, qtbot: QtBot) -> None:
    page = _marking(window, qtbot)
    before = len(parts.school.recorded)
    card = page.cards[1]

    card.again.click()

    assert ReadingPresenter.needs_comment in labels_of(card)
    assert QApplication.focusWidget() is card.comment.paper
    assert len(parts.school.recorded) == before
    QTest.keyClicks(card.comment.paper, "Pietre di che cosa?")
    card.again.click()
    qtbot.waitUntil(lambda: len(page.cards) == 1)
    assert parts.school.open_answers(pupil("Tommaso").person)[0].mark is not None


def test_a_word_half_written_stays_while_answers_arrive(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    page = _marking(window, qtbot)
    QTest.keyClicks(page.cards[1].comment.paper, "Pietre di")
    page.cards[0].done.click()

    qtbot.waitUntil(lambda: len(page.cards) == 1)

    assert page.cards[0].comment.text() == "Pietre di"


def test_an_answer_of_a_lesson_that_is_not_here_can_be_read_all_the_same(parts: DeskInMemory) -> None:
    parts.shelf.without = {"marche/acqua-che-scava"}

    told = ReadingPresenter(parts.desk).waiting

    assert [one.lesson_title for one in told] == ["Una lezione che qui non c’è"] * 2


def _pupils(window: MainWindow) -> PupilsPage:
    page = window.go_to("bambini")
    assert isinstance(page, PupilsPage)
    return page


def test_a_word_to_a_pupil_is_found_in_their_morning(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    page = _pupils(window)
    page.row("Elia").buttons["word"].click()
    panel = page.row("Elia").panel
    assert isinstance(panel, WordPanel)
    panel.send.click()  # nothing is written: nothing is sent

    QTest.keyClicks(panel.words.paper, "Bravo, Elia!")
    panel.send.click()

    qtbot.waitUntil(lambda: isinstance(parts.school.recorded[-1], WordSent))
    window.hand_over()
    window.come_in(Session(pupil=pupil("Elia")))
    assert "Bravo, Elia!" in labels_of(window)


def test_the_teacher_chooses_figures_or_none(window: MainWindow, parts: DeskInMemory, qtbot: QtBot) -> None:
    page = _pupils(window)
    page.row("Sofia").buttons["figures"].click()
    panel = page.row("Sofia").panel
    assert isinstance(panel, FiguresPanel)
    assert not panel.save.isEnabled()
    for figure in ("luna", "luna", "fungo"):
        next(button for button in panel.figures if button.figure == figure).click()
    panel.save.click()
    sofia = PupilsPresenter(parts.desk, Unlocked(PAOLA.staff_id)).rows[0].pupil
    qtbot.waitUntil(
        lambda: PupilsPresenter(parts.desk, Unlocked(PAOLA.staff_id)).rows[0].pupil.figures != sofia.figures
    )
    assert next(one for one in parts.school.pupils() if one.name == "Sofia").figures == (
        "luna",
        "luna",
        "fungo",
    )
    assert "luna" not in labels_of(page)

    page.row("Sofia").buttons["figures"].click()
    panel = page.row("Sofia").panel
    assert isinstance(panel, FiguresPanel)
    panel.none.click()
    qtbot.waitUntil(lambda: next(one for one in parts.school.pupils() if one.name == "Sofia").figures == ())


def test_a_new_card_lets_in_and_the_old_one_no_more(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    page = _pupils(window)
    page.row("Elia").buttons["card"].click()
    panel = page.row("Elia").panel
    assert isinstance(panel, CardPanel)
    assert "lepre-faggio-27" in labels_of(panel)
    panel.new.click()

    qtbot.waitUntil(lambda: owner_of_card(parts.school.pupils(), "lepre-faggio-27") is None)
    elia = next(one for one in parts.school.pupils() if one.name == "Elia")
    assert owner_of_card(parts.school.pupils(), elia.card) == elia


def test_one_panel_at_a_time(window: MainWindow) -> None:
    page = _pupils(window)
    page.row("Elia").buttons["card"].click()
    page.row("Nora").buttons["word"].click()

    assert page.row("Elia").panel is None
    assert isinstance(page.row("Nora").panel, WordPanel)


def test_a_piece_of_work_is_closed_and_opened_again(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    page = window.go_to("classe")
    assert isinstance(page, BoardPage)
    theme = parts.school.works()[0].theme
    before = len(parts.school.works())
    page.close_work()
    qtbot.waitUntil(window.notice.isVisible)
    assert len(parts.school.works()) == before - 1
    assert window.notice.message() == f"«{theme}» è chiuso: non è più tra i compiti."

    QTest.mouseClick(window.notice._act, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(parts.school.works()) == before)
