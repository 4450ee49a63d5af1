"""What is done in a lesson is written down before it is called saved."""

from collections.abc import Callable

import shiboken6
from answering import by_mouse
from lesson_pages import LUCIA, Opened, facts_of
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.facts import ExerciseAnswered, LessonOpened
from ui import background


def test_opening_a_lesson_is_written_down_for_a_pupil(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    _, school = opened()

    assert facts_of(qtbot, school, 1) == [
        LessonOpened(person=LUCIA.person, lesson_ref="marche/prova", edition=1)
    ]


def test_nothing_is_written_for_a_guest(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, school = opened(who=None)
    assert page.cards is not None

    by_mouse(page.cards.cards[0], right=True)
    background.wait_for_all()

    assert school.recorded == []


def test_an_answer_is_on_the_disk_before_it_is_called_saved(
    qtbot: QtBot, opened: Callable[..., Opened]
) -> None:
    page, school = opened()
    facts_of(qtbot, school, 1)
    assert page.cards is not None
    card = page.cards.cards[0]
    school.may_write.clear()

    by_mouse(card, right=True)
    QTest.qWait(30)
    assert card._feedback.isVisible()
    assert "Salvato" not in card._head.saved.text()
    assert not page._outline.saved.isVisible()

    school.may_write.set()
    qtbot.waitUntil(lambda: card._head.saved.text() == "Salvato qui")
    assert isinstance(school.recorded[-1], ExerciseAnswered)
    assert page._outline.saved.isVisible()


def test_a_full_disk_keeps_the_answer_on_the_page(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, school = opened()
    facts_of(qtbot, school, 1)
    assert page.cards is not None
    card = page.cards.cards[0]
    school.full = True

    by_mouse(card, right=True)
    qtbot.waitUntil(card._problem.isVisible)
    assert not page._outline.saved.isVisible()

    school.full = False
    card.presenter.save_again()
    qtbot.waitUntil(lambda: card._head.saved.text() == "Salvato qui")
    assert [type(fact) for fact in school.recorded] == [LessonOpened, ExerciseAnswered]


def test_a_page_closed_while_saving_still_saves(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, school = opened()
    facts_of(qtbot, school, 1)
    assert page.cards is not None
    school.may_write.clear()
    by_mouse(page.cards.cards[0], right=True)

    shiboken6.delete(page)
    school.may_write.set()

    assert [type(fact) for fact in facts_of(qtbot, school, 2)] == [LessonOpened, ExerciseAnswered]
    QTest.qWait(20)


def test_a_failure_after_the_page_is_closed_is_still_told(
    qtbot: QtBot, opened: Callable[..., Opened]
) -> None:
    told: list[str] = []
    background.tell_troubles_to(lambda message, _remedy: told.append(message))
    page, school = opened()
    facts_of(qtbot, school, 1)
    assert page.cards is not None
    school.may_write.clear()
    by_mouse(page.cards.cards[0], right=True)

    shiboken6.delete(page)
    school.full = True
    school.may_write.set()

    qtbot.waitUntil(lambda: told == ["Il disco è pieno."])


def test_a_right_answer_lays_a_stone_and_ticks_its_part(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, _ = opened()
    assert page.cards is not None

    for card in page.cards.cards:
        by_mouse(card, right=True)

    assert page.cards.cards[0]._state.stones == ("done", "done")
    rows = {row.part.title: row.accessibleDescription() for row in page._outline._rows}
    assert "fatta" in rows["Prova"]
