"""Words of a lesson are chosen across its blocks, with the mouse and with the keys."""

from collections.abc import Iterator

import pytest
from desk_in_memory import DeskInMemory
from lesson_samples import BLOCKS, NESTED, RICH, says, worn
from lesson_shelf import LessonShelf, lesson_of
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from scuola_digitale.domain.lesson import Heading
from scuola_digitale.domain.text import words
from ui.presenters.highlights import find_quote
from ui.resources import drawing
from ui.widgets.lesson.choosing import Choosing
from ui.widgets.lesson.equation import Equation
from ui.widgets.lesson.heading import HeadingView, TitleView
from ui.widgets.lesson.page import LessonPage
from ui.widgets.lesson.passages import Passage
from ui.widgets.lesson.run import TextRun
from ui.widgets.lesson.table import TableView

LESSON = lesson_of(
    Heading(level=2, spans=words("Prima parte"), anchor="prima"),
    says("Il muro di pietra."),
    BLOCKS["maths"],
    Heading(level=2, spans=words("Seconda parte"), anchor="seconda"),
    RICH,
    NESTED,
    BLOCKS["table"],
    BLOCKS["code"],
    *(says(f"Riga {number}. " + "parole " * 60) for number in range(9)),
    says("La fine."),
)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[LessonPage]:
    shelf = LessonShelf(LESSON, files={"goccia.svg": drawing("figura-goccia")})
    with worn():
        page = LessonPage(DeskInMemory(shelf=shelf).desk, pupil("Lucia"), LESSON.head.ref)
        qtbot.addWidget(page)
        page.resize(1282, 768)
        page.show()
        qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete())
        yield page


def choosing(page: LessonPage) -> Choosing:
    """What chooses in a lesson that stands."""
    assert page.choosing is not None
    return page.choosing


def receiver(widget: QWidget) -> QWidget:
    """Who hears of the mouse over a widget."""
    return widget.viewport() if isinstance(widget, TextRun) else widget


def part(page: LessonPage, kind: type[QWidget], number: int = 0) -> QWidget:
    """One of the widgets of a kind, in the order of the lesson."""
    assert page.column is not None
    return page.column.findChildren(kind)[number]


def begins(widget: QWidget) -> QPoint:
    """Just before its first letter."""
    assert isinstance(widget, Passage)
    area = widget.area_of(0)
    return QPoint(area.left(), area.center().y())


def ends(widget: QWidget) -> QPoint:
    """Just behind its last letter."""
    assert isinstance(widget, Passage)
    area = widget.area_of(widget.end_place())
    return QPoint(area.right() + 2, area.center().y())


def send(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    """The mouse does something at a point, as Qt tells it."""
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    keys, place = Qt.KeyboardModifier.NoModifier, QPointF(at)
    glob = QPointF(widget.mapToGlobal(at))
    QApplication.sendEvent(widget, QMouseEvent(kind, place, glob, button, held, keys))


def drag(page: LessonPage, start: QWidget, end: QWidget, *, at: QPoint, to: QPoint) -> None:
    """Presses in one widget and lets go over another: Qt tells all of it to the first."""
    first = receiver(start)
    there = first.mapFromGlobal(end.mapToGlobal(to))
    send(first, QEvent.Type.MouseButtonPress, at)
    send(first, QEvent.Type.MouseMove, (at + there) / 2)
    send(first, QEvent.Type.MouseMove, there)
    send(first, QEvent.Type.MouseButtonRelease, there)


def test_words_are_chosen_from_a_title_through_a_formula_into_a_list(page: LessonPage) -> None:
    first, last = part(page, HeadingView), part(page, TextRun, 1)

    drag(page, first, last, at=begins(first), to=ends(last))

    chosen = choosing(page).words().split("\n\n")
    assert chosen[:4] == ["Prima parte", "Il muro di pietra.", r"\frac38+\frac28=\frac58", "Seconda parte"]
    assert chosen[4].startswith(r"Nonna Delia taglia otto fette uguali, cioè \frac12.")
    assert chosen[4].endswith("1. Prima.\n– Dentro.\n2. Poi.")


def test_dragging_upwards_chooses_the_same(page: LessonPage) -> None:
    first, last = part(page, TitleView), part(page, TextRun)

    drag(page, last, first, at=ends(last), to=begins(first))

    assert choosing(page).words().split("\n\n")[1:] == ["Prima parte", "Il muro di pietra."]


def test_a_table_is_copied_cell_by_cell(page: LessonPage) -> None:
    table = part(page, TableView)
    before = part(page, TextRun, 1)

    drag(page, before, table, at=ends(before), to=ends(table))
    choosing(page).copy()

    copied = QGuiApplication.clipboard().text().strip()
    assert "\t" in copied
    assert copied.count("\n") == len(BLOCKS["table"].rows)  # type: ignore[union-attr]


def test_a_press_elsewhere_chooses_nothing_any_more(page: LessonPage) -> None:
    first, last = part(page, HeadingView), part(page, Equation)
    drag(page, first, last, at=begins(first), to=ends(last))
    assert choosing(page).words()

    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=begins(first))

    assert choosing(page).words() == ""


def test_a_double_click_chooses_the_word(page: LessonPage) -> None:
    run = part(page, TextRun)
    assert isinstance(run, TextRun)

    QTest.mouseDClick(run.viewport(), Qt.MouseButton.LeftButton, pos=run.area_of(4).center())

    assert choosing(page).words() == "muro"
    assert run.textCursor().selectedText() == "muro"


def test_shift_and_a_touch_reach_further(page: LessonPage) -> None:
    first, last = part(page, HeadingView), part(page, HeadingView, 1)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=begins(first))

    QTest.mouseClick(last, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, ends(last))

    assert choosing(page).words().startswith("Prima parte\n\nIl muro")
    assert choosing(page).words().endswith("Seconda parte")


def test_the_keys_alone_choose_letters_words_lines_and_all(page: LessonPage) -> None:
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    for _ in LESSON.head.title:
        QTest.keyClick(page, Qt.Key.Key_Right, shift)
    assert choosing(page).words() == LESSON.head.title

    QTest.keyClick(page, Qt.Key.Key_Right, shift)
    QTest.keyClick(page, Qt.Key.Key_Right, shift | control)
    assert choosing(page).words() == f"{LESSON.head.title}\n\nPrima"

    QTest.keyClick(page, Qt.Key.Key_Down, shift)
    QTest.keyClick(page, Qt.Key.Key_End, shift)
    assert choosing(page).words().endswith("Il muro di pietra.")

    QTest.keyClick(page, Qt.Key.Key_A, control)
    QTest.keyClick(page, Qt.Key.Key_C, control)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(LESSON.head.title)
    assert copied.endswith("La fine.")
    assert "￼" not in copied


def test_words_are_chosen_where_the_page_was_scrolled(page: LessonPage) -> None:
    page.go_to("seconda")
    QTest.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    assert choosing(page).words() == "S"


def test_a_link_is_still_followed_by_a_touch(page: LessonPage, qtbot: QtBot) -> None:
    run = part(page, TextRun, 1)
    assert isinstance(run, TextRun)
    place = run.toPlainText().index("grotte") + 1

    with qtbot.waitSignal(page.lesson_asked) as told:
        QTest.mouseClick(run.viewport(), Qt.MouseButton.LeftButton, pos=run.area_of(place).center())

    assert told.args == ["marche/grotte-frasassi", ""]


@pytest.mark.parametrize(
    ("text", "quote", "after", "span"),
    [
        ("uno due\ntre due", "due tre", 0, (4, 11)),
        ("uno due\ntre due", "due", 8, (12, 15)),
        ("uno due", "due", 6, (4, 7)),
        ("uno due", "quattro", 0, None),
        ("uno due", "   ", 0, None),
        ("1 + (2)", "+ (2)", 0, (2, 7)),
    ],
)
def test_a_quote_is_found_where_it_stands_now(
    text: str, quote: str, after: int, span: tuple[int, int] | None
) -> None:
    assert find_quote(text, quote, after) == span
