"""Promises of the page of a lesson."""

import gc
import threading
from collections.abc import Callable, Iterator, Sequence

import exercise_samples as samples
import msgspec
import pytest
import shiboken6
from answering import by_mouse
from desk_in_memory import DeskInMemory
from lesson_samples import BLOCKS, RICH, clipped, says, worn
from lesson_shelf import LessonShelf, bundled_refs, lesson_of
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from school_in_memory import SchoolInMemory, pupil

from scuola_digitale.domain.facts import ExerciseAnswered, Fact, LessonOpened
from scuola_digitale.domain.lesson import AnyBlock, ExerciseBlock, Figure, Heading, Lesson, Note, Term
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.text import words
from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import Author
from ui import background
from ui.resources import drawing
from ui.widgets.empty import Empty
from ui.widgets.exercises.lines import AnswerLine
from ui.widgets.lesson.blocks import FIRST_CHUNK
from ui.widgets.lesson.ending import LessonEnd
from ui.widgets.lesson.notes import Sheet
from ui.widgets.lesson.page import LessonPage
from ui.widgets.lesson.place_line import PlaceLine
from ui.widgets.lesson.run import TextRun
from ui.widgets.theme import Ways, theme

LUCIA = pupil("Lucia")


def heading(title: str) -> Heading:
    return Heading(level=2, spans=words(title), anchor=title.lower())


LESSON = lesson_of(
    heading("Guarda"),
    RICH,
    *(says(f"Riga {number}. " + "parole " * 60) for number in range(3)),
    BLOCKS["figure"],
    BLOCKS["maths"],
    BLOCKS["table"],
    BLOCKS["callout ricorda"],
    heading("Prova"),
    ExerciseBlock(exercise=samples.CHOICE),
    ExerciseBlock(exercise=samples.NUMBER),
    heading("Chiudi"),
    *(block for name, block in BLOCKS.items() if "heading" not in name),
    notes=(Note("n1", (says("Una nota."),)),),
    terms=(Term("denominatore", words("Il numero sotto.")),),
)


class SlowSchool(SchoolInMemory):
    """Writes only when it is let, or refuses."""

    def __init__(self) -> None:
        super().__init__()
        self.may_write = threading.Event()
        self.may_write.set()
        self.full = False

    def record(self, facts: Sequence[Fact], *, author: Author | None = None) -> None:
        assert self.may_write.wait(10)
        if self.full:
            raise ScuolaError("Il disco è pieno.", remedy="Chiama il tecnico.")
        super().record(facts, author=author)


Opened = tuple[LessonPage, SlowSchool]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Callable[..., Opened]]:
    pages: list[LessonPage] = []

    def open_page(
        lesson: Lesson = LESSON,
        *,
        who: Pupil | None = LUCIA,
        anchor: str | None = None,
        width: int = 1282,
        ref: str = "",
        school: SlowSchool | None = None,
    ) -> Opened:
        school = school or SlowSchool()
        shelf = LessonShelf(lesson, files={"goccia.svg": drawing("figura-goccia")})
        page = LessonPage(DeskInMemory(school=school, shelf=shelf).desk, who, ref or lesson.head.ref, anchor)
        pages.append(page)
        page.resize(width, 768)
        page.show()
        page.activateWindow()
        if not ref or ref in bundled_refs():
            qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete(), timeout=10_000)
        return page, school

    with worn():
        yield open_page
        for page in pages:
            if shiboken6.isValid(page):
                shiboken6.delete(page)
    background.tell_troubles_to(None)
    background.wait_for_all()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def facts_of(qtbot: QtBot, school: SlowSchool, count: int) -> list[Fact]:
    qtbot.waitUntil(lambda: len(school.recorded) >= count)
    return school.recorded


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


def test_a_lesson_that_is_missing_is_a_kind_sentence_with_a_way_back(
    qtbot: QtBot, opened: Callable[..., Opened]
) -> None:
    page, school = opened(ref="marche/non-esiste")
    qtbot.waitUntil(lambda: isinstance(page._message, Empty))

    with qtbot.waitSignal(page.left):
        assert isinstance(page._message, Empty)
        page._message.way_on.emit()
    assert school.recorded == []


def test_a_right_answer_lays_a_stone_and_ticks_its_part(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, _ = opened()
    assert page.cards is not None

    for card in page.cards.cards:
        by_mouse(card, right=True)

    assert page.cards.cards[0]._state.stones == ("done", "done")
    rows = {row.part.title: row.accessibleDescription() for row in page._outline._rows}
    assert "fatta" in rows["Prova"]


def test_the_first_screen_does_not_wait_for_the_whole_column(qtbot: QtBot) -> None:
    from lesson_samples import surroundings

    from ui.widgets.lesson.column import Column

    with worn():
        column = Column(LESSON, surroundings())
        # The title stands above the first chunk.
        assert len(column.widgets()) == FIRST_CHUNK + 1
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


def test_in_a_narrow_window_the_outline_is_the_first_button(
    qtbot: QtBot, opened: Callable[..., Opened]
) -> None:
    page, _ = opened(width=827)
    assert not page._outline.isVisible()
    assert page._bar._outline.isVisible()

    page._bar._outline.click()
    assert page._outline.isVisible()
    page._outline.went.emit("chiudi")

    assert not page._outline.isVisible()
    assert page._scroll.top() > 0


def test_larger_text_keeps_the_place_and_cuts_nothing(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, _ = opened(anchor="prova")
    assert page.column is not None
    assert page.cards is not None
    by_mouse(page.cards.cards[0], right=False)
    QTest.qWait(30)
    page.go_to("prova")

    for _ in range(5):
        page._bar.step(1)
    QTest.qWait(30)

    assert theme().scale == 2.0
    assert clipped(page) == []
    assert page.cards.cards[0].presenter.verdict is not None
    title = page.column.anchors["prova"]
    assert abs(title.mapTo(page._scroll.viewport(), QPoint(0, 0)).y()) < 120
    assert page.column.width() <= page._scroll.viewport().width()


def test_the_face_and_the_colours_are_chosen_in_the_bar(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, _ = opened()

    page._bar.wear("contrasto")
    assert (theme().name, theme().reading_face) == ("contrasto", "Atkinson Hyperlegible")
    page._bar.wear("chiaro")
    assert theme().reading_face == "Lora"
    page._bar.read_in("Lexend")
    page._bar.wear("scuro")

    assert (theme().name, theme().reading_face) == ("scuro", "Lexend")


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


def test_spaces_ruler_and_calm_colours_are_chosen_in_the_bar(opened: Callable[..., Opened]) -> None:
    page, _ = opened()

    spaces = {act.text(): act for act in page._bar.spaces_menu().actions()}
    spaces["Lettere: di più"].trigger()
    spaces["Righe: molto"].trigger()
    page._bar._ruler.click()
    more = {act.text(): act for act in page._bar.more_menu().actions()}
    more["Colori calmi"].trigger()
    more["Meno movimento"].trigger()

    assert theme().ways == Ways(letters=2, lines=3, ruler=True, calm=True, still=True)
    assert page._bar._ruler.accessibleDescription() == "in uso"
    page._bar.read_with(letters=0, lines=0, ruler=False, calm=False, still=False)


def test_a_lesson_alone_has_nothing_beside_it(opened: Callable[..., Opened]) -> None:
    page, _ = opened()
    assert page._outline.isVisible()

    page._bar.read_alone(alone=True)
    assert not page._outline.isVisible()

    page._bar.read_alone(alone=False)
    assert page._outline.isVisible()


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
