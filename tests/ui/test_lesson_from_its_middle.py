"""A lesson that opens in its middle shows its place at once, and stands whole afterwards as if begun at its top."""

import threading
from collections.abc import Callable, Iterator

import exercise_samples as samples
import pytest
from desk_in_memory import DeskInMemory
from lesson_pages import LUCIA, Opened, SlowSchool, heading
from lesson_samples import BLOCKS, RICH, says, worn
from lesson_shelf import LessonShelf, lesson_of
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.draft import Draft, Place
from scuola_digitale.domain.lesson import ExerciseBlock, Figure, Note
from ui import background
from ui.resources import drawing
from ui.widgets.lesson.blocks import units
from ui.widgets.lesson.column import Column
from ui.widgets.lesson.page import LessonPage
from ui.widgets.lesson.passages import passages_in
from ui.widgets.lesson.place_line import PlaceLine

LESSON = lesson_of(
    heading("Prima"),
    RICH,
    Figure(path="goccia.svg", alt="una goccia"),
    *(block for number in range(4) for block in (says(f"Riga {number}. " + "parole " * 90), BLOCKS["rule"])),
    ExerciseBlock(exercise=samples.CHOICE),
    heading("Seconda"),
    BLOCKS["table"],
    ExerciseBlock(exercise=samples.NUMBER),
    BLOCKS["callout ricorda"],
    heading("Terza"),
    *(block for number in range(4) for block in (says(f"Ora {number}. " + "parole " * 90), BLOCKS["rule"])),
    ExerciseBlock(exercise=samples.WORDS),
    heading("Quarta"),
    *(says(f"Fine {number}. " + "parole " * 90) for number in range(3)),
    heading("Quinta"),
    says("E basta."),
    notes=(Note("n1", (says("Una nota."),)),),
)
THIRD = 17
"""The block that is the heading «Terza»: the title is the first one."""


class LatePictures(LessonShelf):
    """Gives its pictures when it is let: until then the rest of a lesson does not come."""

    def __init__(self) -> None:
        super().__init__(LESSON, files={"goccia.svg": drawing("figura-goccia")})
        self.may_read = threading.Event()

    def file(self, pack_id: str, path: str) -> bytes:
        assert self.may_read.wait(10)
        return super().file(pack_id, path)


@pytest.fixture
def shelf() -> Iterator[LatePictures]:
    shelf = LatePictures()
    yield shelf
    shelf.may_read.set()


@pytest.fixture
def school() -> SlowSchool:
    school = SlowSchool()
    school.keep_draft(LUCIA.person, LESSON.head.ref, Draft(edition=1, place=Place(block=THIRD)))
    return school


@pytest.fixture
def page(qtbot: QtBot, school: SlowSchool, shelf: LatePictures) -> Iterator[LessonPage]:
    """The lesson at its third part, the rest still on its way."""
    with worn():
        yield shown(qtbot, school, shelf)


def shown(qtbot: QtBot, school: SlowSchool, shelf: LatePictures) -> LessonPage:
    page = LessonPage(DeskInMemory(school=school, shelf=shelf).desk, LUCIA, LESSON.head.ref)
    qtbot.addWidget(page)
    page.resize(1282, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.column is not None)
    return page


def column_of(page: LessonPage) -> Column:
    assert page.column is not None
    return page.column


def height_in_sight(page: LessonPage, anchor: str) -> int:
    """How far under the reading bar a heading is, pixels: the strip of the place takes some of it while it is there."""
    return column_of(page).anchors[anchor].mapTo(page, QPoint(0, 0)).y() - page._bar.height()


def complete(qtbot: QtBot, page: LessonPage, shelf: LatePictures) -> None:
    shelf.may_read.set()
    qtbot.waitUntil(column_of(page).is_complete)


class Seen(QObject):
    """Notes where a heading stood whenever the column was painted."""

    def __init__(self, page: LessonPage, anchor: str) -> None:
        super().__init__(page)
        self._page, self._anchor = page, anchor
        self.heights: set[int] = set()
        column_of(page).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.heights.add(height_in_sight(self._page, self._anchor))
        return False


def test_its_place_is_shown_at_once_and_does_not_move_while_the_rest_arrives(
    qtbot: QtBot, page: LessonPage, shelf: LatePictures
) -> None:
    column = column_of(page)
    shown = height_in_sight(page, "terza")
    assert 0 <= shown < 120
    assert "prima" not in column.anchors
    assert not column.is_complete()
    seen = Seen(page, "terza")

    complete(qtbot, page, shelf)
    column.repaint()

    assert seen.heights == {shown}
    assert page._scroll.top() > 1_000
    assert page.anchor_in_sight() == "terza"
    line = page.findChild(PlaceLine)
    assert line is not None
    assert line.isVisible()


def test_near_the_end_no_more_is_drawn_than_the_view_shows(
    qtbot: QtBot, school: SlowSchool, shelf: LatePictures
) -> None:
    last = len(units(LESSON.blocks))
    school.keep_draft(LUCIA.person, LESSON.head.ref, Draft(edition=1, place=Place(block=last)))
    with worn():
        page = shown(qtbot, school, shelf)
        column = column_of(page)
        assert "prima" not in column.anchors
        assert page._scroll.at_foot()
        read = column.widgets()[-1]
        before = read.mapTo(page, QPoint(0, 0))

        complete(qtbot, page, shelf)

        assert read.mapTo(page, QPoint(0, 0)) == before


def test_who_scrolls_up_before_the_rest_is_there_goes_as_far_as_they_scroll(
    qtbot: QtBot, page: LessonPage, shelf: LatePictures
) -> None:
    shelf.may_read.set()
    before, bar = height_in_sight(page, "terza"), page._scroll.verticalScrollBar()

    bar.setValue(bar.value() - 300)

    assert height_in_sight(page, "terza") == before + 300
    assert "prima" in column_of(page).anchors


def test_who_wants_the_beginning_at_once_is_at_the_beginning(
    qtbot: QtBot, page: LessonPage, shelf: LatePictures
) -> None:
    shelf.may_read.set()
    line = page.findChild(PlaceLine)
    assert line is not None

    QTest.mouseClick(line._begin, Qt.MouseButton.LeftButton)

    assert page._scroll.top() == 0
    assert 0 < height_in_sight(page, "prima") < 200
    complete(qtbot, page, shelf)
    assert page._scroll.top() == 0


@pytest.mark.parametrize("anchor", ["prima", "seconda", "quarta"])
def test_every_part_is_reached_before_the_rest_is_there(
    page: LessonPage, shelf: LatePictures, anchor: str
) -> None:
    shelf.may_read.set()

    page.go_to(anchor)

    assert 0 <= height_in_sight(page, anchor) < 80


def tab_stops(column: Column) -> list[tuple[str, str]]:
    """Where Tab goes in a column, in its order."""
    stops: list[tuple[str, str]] = []
    widget = column.nextInFocusChain()
    while widget is not None and widget is not column:
        if column.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append((type(widget).__name__, widget.accessibleName()))
        widget = widget.nextInFocusChain()
    return stops


def parts_of(column: Column) -> list[str]:
    """The blocks of a column in the order in which a screen reader goes through them."""
    return [type(one).__name__ for one in column.children() if isinstance(one, QWidget) and one.isVisible()]


def test_it_stands_in_the_end_as_one_that_was_begun_at_its_top(
    qtbot: QtBot, page: LessonPage, shelf: LatePictures, opened: Callable[..., Opened]
) -> None:
    complete(qtbot, page, shelf)
    from_top, _ = opened(LESSON)
    mine, other = column_of(page), column_of(from_top)

    assert [one.geometry() for one in mine.widgets()] == [one.geometry() for one in other.widgets()]
    assert parts_of(mine) == parts_of(other)
    assert tab_stops(mine) == tab_stops(other)
    words = [
        [passage.words_between(0, passage.end_place()) for _, passage in passages_in(column)]
        for column in (mine, other)
    ]
    assert words[0] == words[1]
    assert page.cards is not None
    assert from_top.cards is not None
    assert [card.presenter.ref for card in page.cards.cards] == [
        card.presenter.ref for card in from_top.cards.cards
    ]


def test_words_chosen_before_the_rest_is_there_stay_chosen_and_can_be_carried_upwards(
    qtbot: QtBot, page: LessonPage, shelf: LatePictures
) -> None:
    assert page.choosing is not None
    title = column_of(page).anchors["terza"]
    QTest.mouseDClick(title, Qt.MouseButton.LeftButton, pos=QPoint(20, 16))
    assert page.choosing.words() == "Terza"

    complete(qtbot, page, shelf)
    assert page.choosing.words() == "Terza"
    page.setFocus()
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)

    # What stands above was not there when the word was chosen.
    assert "Poi." in page.choosing.words()


@pytest.mark.parametrize("whole", [False, True])
def test_who_leaves_without_having_moved_comes_back_to_the_same_place(
    qtbot: QtBot, page: LessonPage, shelf: LatePictures, school: SlowSchool, whole: bool
) -> None:
    if whole:
        complete(qtbot, page, shelf)

    page.leave()
    shelf.may_read.set()
    background.wait_for_all()

    draft = school.draft(LUCIA.person, LESSON.head.ref)
    assert draft is not None
    assert draft.place == Place(block=THIRD)


def test_who_moved_on_before_the_rest_is_there_comes_back_to_where_they_went(
    page: LessonPage, shelf: LatePictures, school: SlowSchool
) -> None:
    page.go_to("quarta")
    page.leave()
    shelf.may_read.set()
    background.wait_for_all()

    draft = school.draft(LUCIA.person, LESSON.head.ref)
    assert draft is not None
    assert draft.place is not None
    assert draft.place.block > THIRD


def test_the_lesson_is_read_and_printed_whole_though_most_of_it_was_not_there_yet(
    page: LessonPage, shelf: LatePictures
) -> None:
    assert page.choosing is not None
    shelf.may_read.set()

    page.choosing.choose_all()

    words = page.choosing.words()
    assert words.index("Riga 0") < words.index("Ora 0") < words.index("Fine 2") < words.index("Una nota.")
    assert column_of(page).is_complete()


def test_a_page_that_was_left_draws_no_more(qtbot: QtBot, page: LessonPage, shelf: LatePictures) -> None:
    page.leave()
    shelf.may_read.set()
    background.wait_for_all()
    for _ in range(20):
        QApplication.processEvents()

    assert not column_of(page).is_complete()
