"""Ripasso: what is due today, a few at most, one at a time, by mouse and by keys, with a kind end."""

from collections.abc import Iterator

import pytest
from at_the_window import labels_of, show_window
from desk_in_memory import DeskInMemory, a_morning
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot
from school_in_memory import answer, pupil

from scuola_digitale.domain.facts import ExerciseAnswered
from ui import background
from ui.demo.hands import give
from ui.presenters.review import MOST_A_DAY, ReviewPresenter, amount_words, ending_words
from ui.widgets.buttons import Button
from ui.widgets.exercises.card import ExerciseCard
from ui.widgets.review_page import ReviewPage
from ui.widgets.session import Session
from ui.widgets.theme import Ways, dress
from ui.widgets.window import MainWindow

LUCIA = pupil("Lucia")
DAY_MS = 86_400_000


@pytest.fixture
def parts() -> DeskInMemory:
    return a_morning(week_before=True)


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, parts: DeskInMemory) -> Iterator[ReviewPage]:
    dress(qapp, ways=Ways())
    window = show_window(parts.desk, qtbot)
    window.come_in(Session(pupil=LUCIA))
    opened = window.go_to("ripasso")
    assert isinstance(opened, ReviewPage)
    qtbot.waitUntil(lambda: opened.start is not None)
    yield opened
    background.wait_for_all()


def _stands_at(page: ReviewPage, number: int) -> bool:
    return page.card is not None and f"Prova tu · {number} di 4" in page.card.accessibleName()


def test_yesterdays_mistake_comes_first_and_says_why(parts: DeskInMemory) -> None:
    presenter = ReviewPresenter(parts.desk, LUCIA)
    first = presenter.questions()[0]

    assert presenter.amount() == "4 domande · 3 minuti"
    assert (first.ref, first.why) == (
        "marche/camoscio/es4",
        "5 giorni fa non era ancora venuta: riprova adesso.",
    )


def test_no_more_than_a_few_minutes_a_day(parts: DeskInMemory) -> None:
    school = parts.school
    for lesson in ("quanta-ne-usiamo", "sentiero-sicuro", "frazioni-confronto"):
        school.record([answer(LUCIA.person, f"marche/{lesson}/es{one}", 0) for one in range(1, 4)])
    school.clock.ms += 2 * DAY_MS
    assert len(ReviewPresenter(parts.desk, LUCIA).questions()) == MOST_A_DAY

    for question in ReviewPresenter(parts.desk, LUCIA).questions():
        school.record([answer(LUCIA.person, question.ref, 100)])

    after = ReviewPresenter(parts.desk, LUCIA)
    assert after.questions() == ()
    assert after.next_time() == "Per oggi basta così. Domani ce ne sono altre."


def test_who_has_done_nothing_yet_is_told_how_it_begins(parts: DeskInMemory) -> None:
    presenter = ReviewPresenter(parts.desk, pupil("Elia"))

    assert presenter.questions() == ()
    assert presenter.next_time() == presenter.begin_first


def test_a_lesson_that_was_removed_is_not_asked_about(parts: DeskInMemory) -> None:
    parts.shelf.without = {"marche/camoscio"}

    assert "camoscio" not in " ".join(one.ref for one in ReviewPresenter(parts.desk, LUCIA).questions())


def test_words_of_amounts_and_ends() -> None:
    assert [amount_words(count) for count in (0, 1, 6)] == [
        "",
        "1 domanda · un minuto",
        "6 domande · 5 minuti",
    ]
    assert len({ending_words(0, 0), ending_words(4, 4), ending_words(4, 1), ending_words(4, 0)}) == 4


def test_a_whole_review_with_the_keyboard_alone(page: ReviewPage, parts: DeskInMemory, qtbot: QtBot) -> None:
    assert page.start is not None
    page.start.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.start, Qt.Key.Key_Return)
    before = len(parts.school.recorded)
    for number in range(1, 5):
        qtbot.waitUntil(lambda number=number: _stands_at(page, number))  # type: ignore[misc]
        card = page.card
        assert card is not None
        focus = QApplication.focusWidget()
        assert focus is not None
        assert card.isAncestorOf(focus)
        give(card, ("a",))
        qtbot.waitUntil(lambda: page.onwards.words() in {"Avanti", "Ho finito"})
        page.onwards.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(page.onwards, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Ripasso fatto!" in labels_of(page))

    assert "Le ricordavi tutte." in labels_of(page)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.words() == "Torna a Oggi"
    qtbot.waitUntil(lambda: len(parts.school.recorded) == before + 4)
    assert all(isinstance(fact, ExerciseAnswered) for fact in parts.school.recorded[before:])


def test_questions_can_be_skipped_and_nothing_is_written(
    page: ReviewPage, parts: DeskInMemory, qtbot: QtBot
) -> None:
    assert page.start is not None
    before = len(parts.school.recorded)
    page.start.click()
    for _ in range(4):
        qtbot.waitUntil(lambda: page.card is not None)
        shown = page.card
        page.onwards.click()
        qtbot.waitUntil(lambda shown=shown: page.card is not shown)  # type: ignore[misc]

    qtbot.waitUntil(lambda: "Ripasso fatto!" in labels_of(page))
    assert len(parts.school.recorded) == before


def test_oggi_invites_to_the_review_that_is_due(
    qapp: QApplication, qtbot: QtBot, parts: DeskInMemory
) -> None:
    window = MainWindow(parts.desk)
    qtbot.addWidget(window)
    window.show()
    window.come_in(Session(pupil=LUCIA))
    qtbot.waitUntil(lambda: "4 domande · 3 minuti" in [label.text() for label in window.findChildren(QLabel)])

    begin = next(one for one in window.findChildren(Button) if "Comincia il ripasso" in one.accessibleName())
    begin.click()

    assert window.rail.entry("ripasso").is_current()


def test_an_answer_that_was_begun_is_there_again_after_another_pupil(
    page: ReviewPage, parts: DeskInMemory, qtbot: QtBot
) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    before = len(parts.school.recorded)
    _begin(page, qtbot)
    card = page.card
    assert card is not None
    ref = card.presenter.ref
    _tick(card)
    begun = card.begun()
    assert begun is not None
    window.hand_over()
    background.wait_for_all()

    window.come_in(Session(pupil=LUCIA))
    again = window.go_to("ripasso")
    assert isinstance(again, ReviewPage)
    _begin(again, qtbot)
    assert again.card is not None
    assert (again.card.presenter.ref, again.card.begun()) == (ref, begun)
    assert len(parts.school.recorded) == before, "nothing was handed in"


def test_a_question_that_comes_late_leaves_the_keyboard_where_its_pupil_went(
    page: ReviewPage, qtbot: QtBot
) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    assert page.start is not None
    page.start.click()
    window.go_to("quaderno")
    here = QApplication.focusWidget()

    qtbot.waitUntil(lambda: page.card is not None)

    assert here is not None
    assert QApplication.focusWidget() is here


def _begin(page: ReviewPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.start is not None)
    assert page.start is not None
    page.start.click()
    qtbot.waitUntil(lambda: page.card is not None)


def _tick(card: ExerciseCard) -> None:
    """Chooses the first option, and hands nothing in."""
    option = next(one for one in card.findChildren(QAbstractButton) if one.isCheckable())
    option.click()
