"""A lesson goes on where its reader stopped."""

from collections.abc import Callable

import exercise_samples as samples
import msgspec
import shiboken6
from lesson_pages import LUCIA, Opened, heading
from lesson_samples import BLOCKS, says
from lesson_shelf import lesson_of
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from scuola_digitale.domain.lesson import ExerciseBlock
from ui import background
from ui.widgets.exercises.lines import AnswerLine
from ui.widgets.lesson.place_line import PlaceLine

LONG = lesson_of(
    heading("Guarda"),
    *(says(f"Riga {number}. " + "parole " * 60) for number in range(4)),
    BLOCKS["rule"],
    *(says(f"Ancora {number}. " + "parole " * 60) for number in range(4)),
    heading("Prova"),
    ExerciseBlock(exercise=samples.WORDS),
    *(says(f"Fine {number}. " + "parole " * 60) for number in range(6)),
)


def test_a_lesson_opens_where_its_reader_stopped_with_what_they_had_begun(
    qtbot: QtBot, opened: Callable[..., Opened]
) -> None:
    page, school = opened(LONG)
    page.go_to("prova")
    assert page.cards is not None
    line = page.cards.cards[0].findChild(AnswerLine)
    assert line is not None
    QTest.keyClicks(line, "evapo")
    top = page._scroll.top()
    assert top > 400
    page.leave()
    background.wait_for_all()
    shiboken6.delete(page)

    again, _ = opened(LONG, school=school)

    line_shown = again.findChild(PlaceLine)
    assert line_shown is not None
    assert line_shown.isVisible()
    # Where the reader stopped stands right under the strip that says so, which covers nothing.
    assert abs(top - again._scroll.top()) <= 30
    assert again._scroll.y() >= line_shown.geometry().bottom()
    assert again.cards is not None
    written = again.cards.cards[0].findChild(AnswerLine)
    assert written is not None
    assert written.text() == "evapo"

    again._scroll.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: again.findChild(PlaceLine) is None)


def test_what_was_begun_is_kept_without_waiting_for_the_end(
    qtbot: QtBot, opened: Callable[..., Opened]
) -> None:
    page, school = opened(LONG)
    assert page.cards is not None
    line = page.cards.cards[0].findChild(AnswerLine)
    assert line is not None

    QTest.keyClicks(line, "va")

    qtbot.waitUntil(lambda: bool(school.drafts))
    draft = school.drafts[LUCIA.person, "marche/prova"]
    assert draft.answers == {samples.WORDS.exercise_id: ("va",)}


def test_the_next_one_at_the_laptop_finds_nothing_of_it(opened: Callable[..., Opened]) -> None:
    page, school = opened(LONG)
    page.go_to("prova")
    page.leave()
    background.wait_for_all()

    other, _ = opened(LONG, who=pupil("Tommaso"), school=school)
    guest, _ = opened(LONG, who=None, school=school)

    assert other._scroll.top() == guest._scroll.top() == 0


def test_a_new_edition_and_a_part_that_was_asked_for_open_as_always(opened: Callable[..., Opened]) -> None:
    page, school = opened(LONG)
    page.go_to("prova")
    page.leave()
    background.wait_for_all()
    head = msgspec.structs.replace(LONG.head, edition=2)

    rewritten, _ = opened(msgspec.structs.replace(LONG, head=head), school=school)
    asked, _ = opened(LONG, anchor="guarda", school=school)

    assert rewritten._scroll.top() == 0
    assert rewritten.findChild(PlaceLine) is asked.findChild(PlaceLine) is None
