"""Promises of the page of a lesson."""

import gc
import threading
from collections.abc import Callable

import msgspec
import pytest
import shiboken6
from desk_in_memory import DeskInMemory
from lesson_pages import LESSON, Opened, SlowSchool, facts_of, focused, heading
from lesson_samples import clipped, worn
from lesson_shelf import LessonShelf, bundled_refs, lesson_of
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.lesson import AnyBlock, ExerciseBlock, Figure
from ui.resources import drawing
from ui.widgets.empty import Empty
from ui.widgets.lesson.blocks import units
from ui.widgets.lesson.ending import LessonEnd
from ui.widgets.lesson.notes import Sheet
from ui.widgets.lesson.page import LessonPage
from ui.widgets.lesson.run import TextRun


def test_a_lesson_that_is_missing_is_a_kind_sentence_with_a_way_back(
    qtbot: QtBot, opened: Callable[..., Opened]
) -> None:
    page, school = opened(ref="marche/non-esiste")
    qtbot.waitUntil(lambda: isinstance(page._message, Empty))

    with qtbot.waitSignal(page.left):
        assert isinstance(page._message, Empty)
        page._message.way_on.emit()
    assert school.recorded == []


def test_the_first_screen_does_not_wait_for_the_whole_column(qtbot: QtBot) -> None:
    from lesson_samples import surroundings

    from ui.widgets.lesson.column import Column

    with worn():
        column = Column(LESSON, surroundings())
        column.resize(800, 600)
        column.draw_down_to(600)
        assert column.laid_height() >= 600
        assert 1 < len(column.widgets()) <= len(units(LESSON.blocks)) // 2
        assert not column.is_complete()
        column.draw_all()
        assert column.is_complete()
        shiboken6.delete(column)


def test_a_lesson_opens_at_the_part_that_was_found(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, _ = opened(anchor="prova")
    assert page.column is not None

    title = page.column.anchors["prova"]
    top = title.mapTo(page._scroll.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < 60


def test_a_word_of_the_glossary_opens_and_closes(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, _ = opened()
    assert page.column is not None
    run = page.column.findChild(TextRun)
    assert run is not None

    run._around.follow("termine:denominatore", run, QPoint(10, 10))
    sheet = page.column.findChild(Sheet)
    assert sheet is not None
    assert "Il numero sotto" in sheet.accessibleName()
    assert QApplication.focusWidget() is sheet
    QTest.keyClick(sheet, Qt.Key.Key_Escape)

    assert not sheet.isVisible()
    assert QApplication.focusWidget() is run


def test_the_keyboard_reaches_a_word_of_the_glossary(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, _ = opened()
    assert page.column is not None
    run = page.column.findChild(TextRun)
    assert run is not None

    run.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(run, Qt.Key.Key_Tab)
    QTest.keyClick(run, Qt.Key.Key_Return)

    assert page.column.findChild(Sheet) is not None


def test_a_footnote_opens_where_it_is_called_and_stands_at_the_end(
    qtbot: QtBot, opened: Callable[..., Opened]
) -> None:
    page, _ = opened()
    assert page.column is not None
    runs = page.column.findChildren(TextRun)
    assert any("Una nota." in run.toPlainText() for run in runs)

    runs[0]._around.follow("nota:n1", runs[0], QPoint(0, 0))

    sheet = page.column.findChild(Sheet)
    assert sheet is not None
    assert sheet.accessibleName() == "Una nota."


def test_a_link_to_another_lesson_asks_for_it(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, _ = opened()

    with qtbot.waitSignal(page.lesson_asked) as asked:
        page._around.follow("lezione:marche/grotte-frasassi#dentro", page, QPoint(0, 0))

    assert asked.args == ["marche/grotte-frasassi", "dentro"]


def test_keys_go_from_exercise_to_exercise(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, _ = opened()
    assert page.cards is not None
    first, second = page.cards.cards
    qtbot.waitActive(page)

    page.go_to_exercise(1)
    assert first.isAncestorOf(focused())
    page.go_to_exercise(1)
    assert second.isAncestorOf(focused())
    page.go_to_exercise(1)
    end = page.findChild(LessonEnd)
    assert end is not None
    assert end.isAncestorOf(focused())
    page.go_to_exercise(-1)
    assert second.isAncestorOf(focused())
    page.go_to_exercise(-1)
    assert first.isAncestorOf(focused())


def test_every_control_of_the_page_has_a_name(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, _ = opened()

    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.isVisibleTo(page)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (
            widget.accessibleName() or getattr(widget, "text", str)() or getattr(widget, "toPlainText", str)()
        )
    ]
    assert nameless == []


def told_of(widget: QWidget) -> tuple[QAccessible.Role, str]:
    # Asked of each widget, not walked by `child`: PySide takes what that gives for its own, and deletes it.
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name)


def test_a_screen_reader_meets_a_document_with_its_parts(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, _ = opened()
    assert page.column is not None

    named = {told_of(widget) for widget in page.column.findChildren(QWidget) if widget.isVisibleTo(page)}

    role = QAccessible.Role
    assert told_of(page.column) == (role.Document, "Una prova")
    assert (role.Heading, "Guarda") in named
    assert (role.Equation, "Formula: 3 fratto 8 più 2 fratto 8 uguale a 5 fratto 8") in named
    assert (role.Graphic, "una goccia") in named
    assert (role.Note, "Ricorda") in named
    assert (role.Grouping, "Prova tu · 1 di 2: Quante fette restano?") in named
    assert (role.Table, "Tabella di 2 righe e 2 colonne") in named
    letters = {name[:2] for kind, name in named if kind == role.RadioButton}
    assert letters == {"A.", "B.", "C."}


def test_twenty_lessons_leave_no_widget_behind(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    counts: list[int] = []
    for number in range(20):
        lesson = msgspec.structs.replace(
            LESSON, head=msgspec.structs.replace(LESSON.head, ref=f"marche/l{number}")
        )
        page, school = opened(lesson)
        facts_of(qtbot, school, 1)
        page.close()
        page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not shiboken6.isValid(page)
        gc.collect()
        counts.append(len(QApplication.allWidgets()))

    assert counts[-1] == counts[3]


@pytest.mark.parametrize("ref", bundled_refs())
def test_every_bundled_lesson_is_drawn_whole(qtbot: QtBot, opened: Callable[..., Opened], ref: str) -> None:
    page, _ = opened(ref=ref)
    assert page.column is not None
    assert page.cards is not None

    missing = [widget for widget in page.findChildren(QWidget) if type(widget).__name__ == "MissingPicture"]
    assert missing == []
    assert clipped(page) == []
    blocks: tuple[AnyBlock, ...] = page._loaded.lesson.blocks if page._loaded else ()
    assert len(page.cards.cards) >= sum(isinstance(block, ExerciseBlock) for block in blocks)


def test_a_lesson_is_shown_before_its_last_pictures_are_read(
    qtbot: QtBot, opened: Callable[..., Opened]
) -> None:
    late = Figure(path="goccia.svg", alt="una goccia")
    asked: list[str] = []

    class Slow(LessonShelf):
        def file(self, pack_id: str, path: str) -> bytes:
            asked.append(path)
            may_read.wait(10)
            return super().file(pack_id, path)

    may_read = threading.Event()
    lesson = lesson_of(*(heading(f"Parte {number}") for number in range(20)), late)
    page = LessonPage(
        DeskInMemory(
            school=SlowSchool(), shelf=Slow(lesson, files={"goccia.svg": drawing("figura-goccia")})
        ).desk,
        None,
        lesson.head.ref,
    )
    qtbot.addWidget(page)
    page.show()

    qtbot.waitUntil(lambda: page.column is not None and bool(asked))
    assert page.column is not None
    assert not page.column.is_complete()

    may_read.set()
    qtbot.waitUntil(page.column.is_complete)


def test_blocks_laid_one_by_one_stand_where_they_would_stand_together(opened: Callable[..., Opened]) -> None:
    page, _ = opened()
    column = page.column
    assert column is not None
    stood = [widget.geometry() for widget in column.widgets()]

    column.relay()

    assert [widget.geometry() for widget in column.widgets()] == stood
