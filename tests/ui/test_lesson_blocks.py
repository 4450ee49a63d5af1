"""Promises of the blocks of a lesson, drawn by Qt."""

from collections.abc import Iterator

import pytest
import shiboken6
from lesson_samples import BLOCKS, HALF, NESTED, RICH, clipped, says, surroundings, worn
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QSize
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.lesson import AnyBlock, Details, Figure, Heading, Paragraph
from scuola_digitale.domain.text import Mark, Span, words
from ui.widgets.lesson import maths
from ui.widgets.lesson.blocks import fill, units
from ui.widgets.lesson.boxes import DetailsView
from ui.widgets.lesson.code import CodeView
from ui.widgets.lesson.drawings import picture_size
from ui.widgets.lesson.equation import Equation
from ui.widgets.lesson.figure import MissingPicture, PictureView
from ui.widgets.lesson.label import RichLabel
from ui.widgets.lesson.media import MediaView
from ui.widgets.lesson.passages import Lit
from ui.widgets.lesson.run import TextRun
from ui.widgets.lesson.stack import Stack
from ui.widgets.lesson.table import column_widths
from ui.widgets.theme import theme
from ui.widgets.tokens import TOKENS, ThemeName

_KEPT: list[Stack] = []
"""Columns held for the length of a test: Qt's children go with their parent, and Python's hold ends sooner."""


@pytest.fixture(autouse=True)
def _dressed(qtbot: QtBot) -> Iterator[None]:
    with worn():
        yield
    for stack in _KEPT:
        shiboken6.delete(stack)
    _KEPT.clear()


def drawn(qtbot: QtBot, *blocks: AnyBlock, width: int = 640) -> Stack:
    stack = Stack()
    fill(surroundings(), stack, blocks)
    stack.resize(width, max(1, stack.heightForWidth(width)))
    stack.show()
    _KEPT.append(stack)
    return stack


def ink_of(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("theme_name", ["chiaro", "scuro", "contrasto"])
def test_every_block_is_drawn_in_every_theme(qtbot: QtBot, name: str, theme_name: ThemeName) -> None:
    with worn(theme_name):
        stack = drawn(qtbot, BLOCKS[name])

        picture = stack.grab().toImage()

        assert stack.height() > 8
        assert len(ink_of(picture)) > 1


@pytest.mark.parametrize("width", [640, 300])
def test_nothing_is_cut_at_twice_the_size(qtbot: QtBot, width: int) -> None:
    stack = drawn(qtbot, *BLOCKS.values(), width=width)
    with worn(scale=2.0):
        QGuiApplication.processEvents()
        stack.resize(width, stack.heightForWidth(width))
        QGuiApplication.processEvents()

        assert clipped(stack) == []


def test_a_new_theme_recolours_what_is_shown(qtbot: QtBot) -> None:
    stack = drawn(qtbot, RICH)
    assert TOKENS["chiaro"].link.lower() in ink_of(stack.grab().toImage().scaled(stack.size()))

    with worn("scuro"):
        QGuiApplication.processEvents()
        colours = ink_of(stack.grab().toImage())

    assert TOKENS["scuro"].link.lower() in colours
    assert TOKENS["chiaro"].link.lower() not in colours


def test_larger_text_makes_the_same_widgets_higher(qtbot: QtBot) -> None:
    stack = drawn(qtbot, RICH, BLOCKS["callout ricorda"], BLOCKS["table"])
    before, widgets = stack.heightForWidth(640), stack.widgets()

    with worn(scale=2.0):
        assert stack.heightForWidth(640) > before * 1.6
        assert stack.widgets() == widgets


def test_neighbouring_words_share_one_view() -> None:
    assert [len(unit) for unit in units((says("a"), NESTED, says("b"), BLOCKS["rule"], says("c")))] == [
        3,
        1,
        1,
    ]


def test_a_missing_picture_says_what_it_showed(qtbot: QtBot) -> None:
    stack = drawn(qtbot, Figure(path="manca.svg", alt="un mulino visto dal ponte"))

    box = stack.findChild(MissingPicture)
    assert box is not None
    assert "un mulino visto dal ponte" in box.findChildren(RichLabel)[0].accessibleName()


def test_a_picture_speaks_its_description_and_takes_its_share_of_the_width(qtbot: QtBot) -> None:
    stack = drawn(qtbot, Figure(path="goccia.svg", alt="una goccia", width=50))

    picture = stack.findChild(PictureView)
    assert picture is not None
    assert picture.accessibleName() == "una goccia"
    assert picture._fitted(640).width() == 320


def test_a_picture_that_would_fill_the_memory_is_not_decoded(qtbot: QtBot) -> None:
    huge = b'<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>'
    around = surroundings()
    around.read = lambda _path: huge
    stack = Stack()
    qtbot.addWidget(stack)
    fill(around, stack, (Figure(path="x.svg", alt="una mappa"),))

    assert stack.findChild(MissingPicture) is not None


def test_a_formula_is_said_in_words_and_keeps_its_source(qtbot: QtBot) -> None:
    equation = drawn(qtbot, BLOCKS["maths"]).findChild(Equation)

    assert equation is not None
    assert equation.accessibleName() == "Formula: 3 fratto 8 più 2 fratto 8 uguale a 5 fratto 8"
    assert equation.accessibleDescription() == r"\frac38+\frac28=\frac58"


def test_formulas_are_heard_in_the_lessons_language_whatever_the_window_speaks(qtbot: QtBot) -> None:
    sample = surroundings()
    sample.language = "en"
    stack = Stack()
    _KEPT.append(stack)
    fill(sample, stack, (BLOCKS["maths"], Paragraph(spans=(Span("Half is "), HALF))))

    equation, run = stack.findChildren(Equation)[0], stack.findChildren(TextRun)[0]
    assert equation.accessibleName() == "Formula: 3 over 8 plus 2 over 8 equals 5 over 8"
    assert run.accessibleName() == "Half is 1 over 2"
    assert "".join(piece.said or piece.text for piece in run.pieces()) == "Half is 1 over 2"


def test_a_broken_formula_shows_its_source(qtbot: QtBot) -> None:
    run = drawn(qtbot, Paragraph(spans=(Span("Ecco "), Span(r"\frac{3}{", maths=True)))).findChild(TextRun)

    assert run is not None
    assert run.toPlainText() == r"Ecco \frac{3}{"


def test_a_formula_stands_on_the_line_of_its_words() -> None:
    low, tall = maths.formula("x", 20), maths.formula(r"\frac{x}{y}", 20)

    assert low is not None
    assert tall is not None
    assert low.depth < 1
    assert tall.depth > 8
    assert tall.ascent > low.ascent


def test_copied_text_holds_formulas_and_pictures_in_words(qtbot: QtBot) -> None:
    run = drawn(qtbot, RICH).findChild(TextRun)
    assert run is not None
    run.selectAll()

    copied: QMimeData = run.createMimeDataFromSelection()

    assert r"cioè \frac12. Il denominatore" in copied.text()
    assert "una goccia" in copied.text()
    assert "￼" not in copied.text()
    assert not copied.hasHtml()


def test_part_of_a_list_is_copied_with_its_marker(qtbot: QtBot) -> None:
    run = drawn(qtbot, NESTED).findChild(TextRun)
    assert run is not None
    cursor = run.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    run.setTextCursor(cursor)

    assert run.createMimeDataFromSelection().text() == "1. Prima.\n– Dentro.\n2. Poi."


def test_a_run_with_a_formula_has_its_words_as_name_and_one_without_reads_itself(qtbot: QtBot) -> None:
    stack = drawn(qtbot, RICH, BLOCKS["rule"], says("Solo parole."))

    with_formula, plain = stack.findChildren(TextRun)
    assert "cioè 1 fratto 2" in with_formula.accessibleName()
    assert plain.accessibleName() == ""


def test_only_text_that_leads_somewhere_stops_the_keyboard(qtbot: QtBot) -> None:
    from PySide6.QtCore import Qt

    stack = drawn(qtbot, RICH, BLOCKS["rule"], says("Solo parole."))

    linked, plain = stack.findChildren(TextRun)
    assert linked.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert plain.focusPolicy() == Qt.FocusPolicy.ClickFocus


def test_an_outside_address_is_told_not_followed(qtbot: QtBot) -> None:
    outside = Span("il museo", link="https://museo.example")
    run = drawn(qtbot, Paragraph(spans=(outside,))).findChild(TextRun)

    assert run is not None
    assert run.toPlainText() == "il museo (https://museo.example)"
    assert run.anchorAt(run.rect().center()) == ""


def test_punctuation_never_begins_a_line_after_a_formula(qtbot: QtBot) -> None:
    spans = (Span("a" * 10 + " "), Span(r"\frac12", maths=True), Span(". Poi."))
    run = drawn(qtbot, Paragraph(spans=spans)).findChild(TextRun)
    assert run is not None

    for width in range(120, 200):
        run.document().setTextWidth(width)
        layout = run.document().firstBlock().layout()
        starts = [layout.lineAt(number).textStart() for number in range(layout.lineCount())]
        assert all(run.document().characterAt(start) != "." for start in starts)


def test_a_part_that_opens_makes_its_blocks_when_asked(qtbot: QtBot) -> None:
    stack = drawn(qtbot, Details(title="Di più", blocks=(says("Ecco."),)))
    details = stack.findChild(DetailsView)
    assert details is not None
    closed = details.heightForWidth(640)
    assert details.findChildren(TextRun) == []

    details._opener.click()

    assert len(details.findChildren(TextRun)) == 1
    assert details.heightForWidth(640) > closed
    assert details._opener.accessibleDescription() == "aperto"


def test_a_listing_is_copied_whole_with_one_touch(qtbot: QtBot) -> None:
    view = drawn(qtbot, BLOCKS["code"]).findChild(CodeView)
    assert view is not None

    view._copy.click()

    assert QGuiApplication.clipboard().text() == "print(1)  # uno\n" * 3


def test_a_sound_that_is_missing_says_so_in_a_sentence(qtbot: QtBot) -> None:
    view = drawn(qtbot, BLOCKS["sound"]).findChild(MediaView)
    assert view is not None

    view.play_or_pause()

    assert view._trouble.isVisible()
    assert "non si trova" in view._trouble.text()


def test_a_heading_says_its_level(qtbot: QtBot) -> None:
    stack = drawn(qtbot, Heading(level=3, spans=words("Ancora"), anchor="ancora"))

    assert stack.widgets()[0].accessibleName() == "Ancora"
    assert stack.widgets()[0].accessibleDescription() == "Titolo di livello 3"


def test_columns_of_a_table_share_the_room_and_break_no_word() -> None:
    assert column_widths([50, 50], [100, 100], 300) == [150, 150]
    assert column_widths([50, 50], [100, 300], 300) == [83, 216]
    assert column_widths([200, 200], [300, 300], 300) == [200, 200]


def test_strong_words_are_set_strong_in_a_face_of_many_weights(qtbot: QtBot) -> None:
    plain = RichLabel(words("parti uguali"), "reading")
    strong = RichLabel((Span("parti uguali", Mark.STRONG),), "reading")
    for label in (plain, strong):
        qtbot.addWidget(label)

    assert strong._text.natural_width() > plain._text.natural_width()


def test_the_size_of_a_photograph_is_read_again_and_again_without_a_crash() -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(480, 360, QImage.Format.Format_RGB32)
    image.fill(0xFF8800)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # a device is taken too
    data = bytes(buffer.data().data())

    # Once the reader's buffer was gone before it was read: a crash in one program of a few.
    assert {picture_size(data) for _ in range(300)} == {QSize(480, 360)}


def test_a_formula_drawn_ahead_is_not_drawn_again() -> None:
    maths.warm([(r"7+\frac{1}{19}", 27, False)])

    ahead = maths.formula(r"7+\frac{1}{19}", 27, inline=False)

    assert maths.formula(r"7+\frac{1}{19}", 27) is ahead


def test_a_full_stop_never_leaves_its_formula(qtbot: QtBot) -> None:
    spans = (Span("Milo ne mangia "), HALF, Span("). Ne resta "), HALF, Span("!"), Span(" E poi"))
    run = drawn(qtbot, Paragraph(spans=spans)).findChild(TextRun)
    assert run is not None

    assert run.toPlainText().startswith("Milo ne mangia ￼ Ne resta ￼")
    run.selectAll()
    assert run.createMimeDataFromSelection().text().startswith(r"Milo ne mangia \frac12). Ne resta \frac12")
    narrow = run.document()
    for width in range(60, 400, 7):
        narrow.setTextWidth(width)
        layout = narrow.firstBlock().layout()
        heads = [run.toPlainText()[layout.lineAt(at).textStart()] for at in range(layout.lineCount())]
        assert not {".", ")"} & set(heads)


def test_a_formula_that_is_chosen_takes_the_colour_of_chosen_words(qtbot: QtBot) -> None:
    run = drawn(qtbot, Paragraph(spans=(HALF, Span(".")))).findChild(TextRun)
    assert run is not None
    plain = run.grab().toImage()

    run.light([Lit(0, 1, "voce")])

    lit = run.grab().toImage()
    dark = theme().color("ink").lightness() + 20
    darkest = min(lit.pixelColor(x, y).lightness() for x in range(2, 16) for y in range(4, 24))
    assert lit != plain
    assert darkest > dark
