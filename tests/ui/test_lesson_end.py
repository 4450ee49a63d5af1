"""After an exercise one knows what was said and where to go on, down to the last one and the end of the lesson."""

from collections.abc import Callable, Iterator

import exercise_samples as samples
import msgspec
import pytest
import shiboken6
from answering import by_keys, by_mouse, click
from desk_in_memory import DeskInMemory
from lesson_samples import says, worn
from lesson_shelf import LessonShelf, lesson_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from scuola_digitale.domain.lesson import ExerciseBlock, Heading, Lesson
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.domain.text import words
from ui import background
from ui.presenters.lesson import LessonPresenter, Neighbours, neighbours
from ui.resources import drawing
from ui.widgets.exercises.card import ExerciseCard
from ui.widgets.lesson.ending import LessonEnd
from ui.widgets.lesson.page import LessonPage

TWO = lesson_of(
    Heading(level=2, spans=words("Prova"), anchor="prova"),
    ExerciseBlock(exercise=samples.SPOTTING),
    ExerciseBlock(exercise=samples.TRUE_FALSE),
    says("parole " * 60),
)
NO_EXERCISE = lesson_of(says("Una storia."))


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Callable[[Lesson], LessonPage]]:
    pages: list[LessonPage] = []

    def open_page(lesson: Lesson) -> LessonPage:
        shelf = LessonShelf(lesson, files={"goccia.svg": drawing("figura-goccia")})
        page = LessonPage(DeskInMemory(shelf=shelf).desk, pupil("Lucia"), lesson.head.ref)
        pages.append(page)
        page.resize(827, 512)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete(), timeout=10_000)
        qtbot.waitActive(page)
        return page

    with worn():
        yield open_page
        for page in pages:
            page.leave()
        background.wait_for_all()
        for page in pages:
            shiboken6.delete(page)


def _cards(page: LessonPage) -> list[ExerciseCard]:
    assert page.cards is not None
    return page.cards.cards


def _end(page: LessonPage) -> LessonEnd:
    end = page.findChild(LessonEnd)
    assert end is not None
    return end


def _holds_keyboard(card: ExerciseCard) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and card.isAncestorOf(focused)


def _in_sight(page: LessonPage, widget: QWidget) -> bool:
    view = page._scroll.viewport()
    top = widget.mapTo(view, QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= view.height()


def test_the_end_of_a_lesson_says_what_is_missing_and_leads_there(
    opened: Callable[[Lesson], LessonPage],
) -> None:
    page = opened(TWO)
    first, last = _cards(page)
    assert _end(page).accessibleName() == "Mancano 2 sassi."
    by_mouse(last, right=True)
    assert _end(page).accessibleName() == "Manca un sasso."

    click(last._act)
    assert QApplication.focusWidget() is _end(page)._way
    click(_end(page)._way)

    assert _holds_keyboard(first)


def test_who_has_done_all_is_told_and_goes_back(qtbot: QtBot, opened: Callable[[Lesson], LessonPage]) -> None:
    page = opened(TWO)
    for card in _cards(page):
        by_mouse(card, right=True)

    assert _end(page).accessibleName() == "Hai finito la lezione."
    with qtbot.waitSignal(page.left):
        click(_end(page)._way)


def test_a_lesson_without_exercises_ends_too(qtbot: QtBot, opened: Callable[[Lesson], LessonPage]) -> None:
    page = opened(NO_EXERCISE)

    assert _end(page).accessibleName() == "La lezione finisce qui."
    with qtbot.waitSignal(page.left):
        click(_end(page)._way)


def test_the_lessons_around_one_share_its_theme_and_stand_by_grade() -> None:
    change = msgspec.structs.replace
    water = change(TWO.head, theme="acqua", subject="scienze", grades=(Grade.P4, Grade.P5))
    heads = [
        change(water, ref="marche/quinta", grades=(Grade.P5,)),
        change(water, ref="marche/quarta"),
        change(TWO.head, ref="marche/altro"),
        change(water, ref="marche/prima", grades=(Grade.P1,), pack="marche/cultura"),
    ]

    around = neighbours(heads, heads[1])

    assert (around.before, around.after) == (heads[3], heads[0])
    assert neighbours(heads, heads[0]).after is None
    assert neighbours(heads, heads[3]).before is None


def test_without_a_theme_they_are_those_of_its_subject_as_the_pack_has_them() -> None:
    change = msgspec.structs.replace
    heads = [
        change(TWO.head, ref="marche/uno"),
        change(TWO.head, ref="marche/storia", subject="storia"),
        change(TWO.head, ref="marche/altrove", pack="marche/cultura"),
        change(TWO.head, ref="marche/due"),
    ]

    assert neighbours(heads, heads[0]).after == heads[3]
    assert neighbours(heads, heads[1]) == Neighbours()
    assert neighbours(heads, TWO.head) == Neighbours()


def test_the_lessons_around_are_offered_and_open(
    qtbot: QtBot, opened: Callable[[Lesson], LessonPage]
) -> None:
    page = opened(NO_EXERCISE)
    background.wait_for_all()
    QApplication.processEvents()
    end = _end(page)
    assert not end._next.isVisible()

    change = msgspec.structs.replace
    after = change(TWO.head, ref="marche/dopo", title="Il mulino")
    end.offer(Neighbours(change(after, ref="marche/prima"), after))

    assert end._next.accessibleName() == "Alla lezione dopo: Il mulino"
    for button, ref in ((end._next, "marche/dopo"), (end._before, "marche/prima")):
        with qtbot.waitSignal(page.lesson_asked) as asked:
            click(button)
        assert asked.args == [ref, ""]


def test_the_part_done_is_told_as_a_share() -> None:
    lesson = LessonPresenter(TWO)
    assert (lesson.ending().part, lesson.ending().todo) == (0.0, lesson.exercise_refs[0])

    lesson.answered(lesson.exercise_refs[0], right=True)

    assert (lesson.ending().part, lesson.ending().todo) == (0.5, lesson.exercise_refs[1])


def test_what_is_said_of_an_answer_comes_into_sight_with_the_way_on(
    qtbot: QtBot, opened: Callable[[Lesson], LessonPage]
) -> None:
    page = opened(TWO)
    card = _cards(page)[0]
    page.go_to_exercise(1)
    assert not _in_sight(page, card._act)

    by_keys(card, right=False)

    qtbot.waitUntil(lambda: _in_sight(page, card._feedback) and _in_sight(page, card._act))


def test_the_keyboard_stays_in_its_exercise_when_its_button_is_spent(
    opened: Callable[[Lesson], LessonPage],
) -> None:
    card = _cards(opened(TWO))[0]
    card._help.setFocus()

    click(card._help)
    QTest.qWait(10)

    assert not card._help.isEnabled()
    assert _holds_keyboard(card)


def test_escape_ends_the_lesson_alone(qtbot: QtBot, opened: Callable[[Lesson], LessonPage]) -> None:
    page = opened(TWO)
    page._bar.read_alone(alone=True)

    with qtbot.waitSignal(page.alone_asked) as asked:
        QTest.keyClick(page, Qt.Key.Key_Escape)

    assert asked.args == [False]


def test_what_is_missing_is_said_beside_where_it_goes(
    qtbot: QtBot, opened: Callable[[Lesson], LessonPage]
) -> None:
    hints = tuple(words("parole " * 40) for _ in range(3))
    page = opened(lesson_of(ExerciseBlock(exercise=msgspec.structs.replace(samples.WORDS, hints=hints))))
    card = _cards(page)[0]
    for _ in hints:
        click(card._hint)
    QTest.qWait(10)

    click(card._act)

    qtbot.waitUntil(lambda: _in_sight(page, card._nudge))
    assert _in_sight(page, card._body.first_control())
    assert QApplication.focusWidget() is card._body.first_control()
