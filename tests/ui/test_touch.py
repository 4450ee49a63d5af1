"""A finger scrolls whatever scrolls, a tap presses, and words and papers are taken by a finger that rests on them first."""

from collections.abc import Iterator

import exercise_samples as samples
import pytest
from answering import by_touch
from desk_in_memory import DeskInMemory, a_morning
from exercise_bench import KINDS
from lesson_samples import says
from lesson_shelf import LessonShelf, lesson_of
from on_the_glass import OneFinger
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from scuola_digitale.domain.exercise import Exercise
from scuola_digitale.domain.lesson import ExerciseBlock
from ui import background
from ui.demo.settling import settle
from ui.resources import drawing
from ui.widgets.book_cards import BookCard
from ui.widgets.exercises.answers import AnswerButton
from ui.widgets.exercises.ordering import OrderingBody
from ui.widgets.key_scrolling import SideArea
from ui.widgets.lesson.page import LessonPage
from ui.widgets.lesson.run import TextRun
from ui.widgets.lesson.scroll import LessonScroll
from ui.widgets.session import Session
from ui.widgets.sheet_dialog import SheetDialog
from ui.widgets.text import Text
from ui.widgets.theme import Ways, dress
from ui.widgets.window import MainWindow

UP = QPoint(0, -300)
LUCIA = Session(pupil=pupil("Lucia"))
LONG = lesson_of(*(says(f"Riga {number}. " + "parole " * 60) for number in range(12)), says("La fine."))


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp, ways=Ways())
    shown = MainWindow(a_morning().desk)
    yield from _stand(shown, qtbot)
    dress(qapp, ways=Ways())


def _stand(shown: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    qtbot.addWidget(shown)
    shown.resize(1000, 560)
    shown.show()
    qtbot.waitActive(shown)
    shown.come_in(LUCIA)
    settle()
    yield shown
    background.wait_for_all()


def _reading(window: MainWindow, *exercises: Exercise) -> LessonPage:
    """A lesson of those exercises, or a long one of words, open in the window."""
    blocks = [ExerciseBlock(exercise=one) for one in exercises]
    lesson = lesson_of(*blocks, *LONG.blocks)
    shelf = LessonShelf(lesson, files={"goccia.svg": drawing("figura-goccia")})
    window.desk = DeskInMemory(shelf=shelf).desk
    page = window.open_lesson(lesson.head.ref)
    settle()
    return page


def _area(page: LessonPage) -> LessonScroll:
    area = page.reading_room()
    assert isinstance(area, LessonScroll)
    return area


def _place(area: QScrollArea) -> int:
    return area.verticalScrollBar().value()


def test_a_swipe_scrolls_a_lesson_and_chooses_no_word(window: MainWindow) -> None:
    page = _reading(window)
    area = _area(page)

    OneFinger(window).swipe(area.viewport(), UP)

    assert _place(area) >= 280
    assert page.choosing is not None
    assert page.choosing.words() == ""


def test_the_page_runs_on_after_a_swipe_and_stops_under_a_finger_that_presses_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = _reading(window, KINDS["scelta"])
    area = _area(page)
    area.verticalScrollBar().setValue(600)
    finger = OneFinger(window)

    finger.swipe(area.viewport(), -UP)
    left = _place(area)
    qtbot.waitUntil(lambda: _place(area) < left)
    finger.tap(page.findChildren(AnswerButton)[0])
    stopped = _place(area)
    settle()

    assert 0 < _place(area) == stopped
    assert not page.findChildren(AnswerButton)[0].isChecked()


def test_nothing_runs_on_for_who_wants_less_movement(window: MainWindow, qapp: QApplication) -> None:
    dress(qapp, ways=Ways(still=True))
    page = _reading(window)
    area = _area(page)

    OneFinger(window).swipe(area.viewport(), UP)
    left = _place(area)
    settle()

    assert _place(area) == left


def test_a_swipe_that_begins_on_a_lesson_scrolls_the_library_and_opens_nothing(window: MainWindow) -> None:
    page = window.go_to("biblioteca")
    assert isinstance(page, QScrollArea)
    settle()
    book = _first_book(window)

    OneFinger(window).swipe(book, UP)

    assert _place(page) >= 200
    assert window._lesson is None


def test_a_tap_opens_a_lesson(window: MainWindow) -> None:
    window.go_to("biblioteca")
    settle()

    OneFinger(window).tap(_first_book(window))

    assert isinstance(window._lesson, LessonPage)


def _first_book(window: MainWindow) -> BookCard:
    books = [one for one in window.findChildren(BookCard) if not one.visibleRegion().isEmpty()]
    return books[0]


def test_a_swipe_scrolls_the_rail_where_it_is_longer_than_the_window(
    window: MainWindow, qapp: QApplication
) -> None:
    dress(qapp, scale=2.0)
    window.resize(1000, 512)
    settle()
    rail = window.rail.findChild(SideArea)
    assert rail is not None
    assert rail.verticalScrollBar().maximum() > 0

    OneFinger(window).swipe(rail.viewport(), QPoint(0, -120))

    assert _place(rail) > 0
    assert window._key == "oggi"
    dress(qapp)


def test_a_swipe_scrolls_a_sheet_over_the_window(window: MainWindow, qtbot: QtBot) -> None:
    sheet = SheetDialog("Molte righe", parent=window)
    for number in range(60):
        sheet.column.addWidget(Text(f"Riga {number}", "ui"))
    sheet.fit(600, 400)
    sheet.show()
    qtbot.waitExposed(sheet)

    OneFinger(sheet).swipe(sheet.area.viewport(), QPoint(0, -150))

    assert _place(sheet.area) >= 130
    sheet.close()


def test_words_are_chosen_by_a_finger_that_rests_first(window: MainWindow) -> None:
    page = _reading(window)
    run = next(one for one in page.findChildren(TextRun) if "Riga 0" in one.toPlainText())
    place = _place(_area(page))

    OneFinger(window).drag(run.viewport(), QPoint(120, 0), at=QPoint(80, 12))

    assert page.choosing is not None
    assert "parole parole" in page.choosing.words()
    assert _place(_area(page)) == place


def test_a_paper_is_dragged_by_a_finger_that_rests_on_it(window: MainWindow) -> None:
    page = _reading(window, KINDS["ordina"])
    body = page.findChild(OrderingBody)
    assert body is not None
    _area(page).scroll_to(body)
    settle()
    before = body.answer()
    row = body._rows.order[0]

    OneFinger(window).drag(row, QPoint(0, row.height() + 10), at=QPoint(60, row.height() // 2))

    assert body.answer() == (before[1], before[0], *before[2:])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_answered_by_taps_in_a_lesson_that_scrolls(window: MainWindow, kind: str) -> None:
    window.resize(1366, 1200)
    page = _reading(window, KINDS[kind])
    assert page.cards is not None
    card = page.cards.cards[0]
    _area(page).scroll_to(card)
    settle()

    by_touch(card, right=True)

    assert card.presenter.verdict is not None
    assert card.presenter.verdict.right


def test_a_swipe_scrolls_what_is_written_and_at_its_end_the_lesson(window: MainWindow) -> None:
    page = _reading(window, samples.OPEN)
    paper = page.findChild(QPlainTextEdit)
    assert paper is not None
    paper.setPlainText("\n".join(f"Riga {number}" for number in range(60)))
    _area(page).scroll_to(paper, margin=200)
    settle()
    place, bar = _place(_area(page)), paper.verticalScrollBar()
    finger = OneFinger(window)

    finger.swipe(paper.viewport(), QPoint(0, -90))
    assert 1 <= bar.value() <= 8
    assert _place(_area(page)) == place

    window._hands._finger._run.stop()
    bar.setValue(bar.maximum())
    finger.swipe(paper.viewport(), QPoint(0, -90))
    assert _place(_area(page)) > place
    assert not paper.textCursor().hasSelection()


def test_the_scroll_bar_is_dragged_by_a_finger(window: MainWindow) -> None:
    area = _area(_reading(window))
    bar = area.verticalScrollBar()

    OneFinger(window).swipe(bar, QPoint(0, 120), at=QPoint(bar.width() // 2, 12))

    assert bar.value() > 200


def test_a_tap_on_words_gives_no_reason_to_scroll(window: MainWindow) -> None:
    page = _reading(window)
    area = _area(page)
    area.verticalScrollBar().setValue(400)

    OneFinger(window).tap(area.viewport())
    settle()

    assert _place(area) == 400


def test_two_fingers_press_nothing(window: MainWindow) -> None:
    window.go_to("biblioteca")
    settle()

    OneFinger(window).pinch(_first_book(window))

    assert window._lesson is None
