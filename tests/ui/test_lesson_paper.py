"""A lesson on paper keeps its words, breaks its pages between blocks, and leaves the window as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lesson_samples import BLOCKS, says, surroundings, worn
from lesson_shelf import lesson_of
from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.lesson import AnyBlock, Heading
from scuola_digitale.domain.text import words
from ui.widgets.lesson.column import Column
from ui.widgets.lesson.heading import HeadingView
from ui.widgets.lesson.paper import PaperRefusedError, page_cuts, print_lesson
from ui.widgets.lesson.scroll import LessonScroll
from ui.widgets.theme import theme

LONG = tuple(
    block
    for number in range(12)
    for block in (
        Heading(level=2, spans=words(f"Parte {number}"), anchor=f"p{number}"),
        says(f"Il numero è {number}. " + "La neve scende piano sul paese. " * 25),
        BLOCKS["table"],
    )
)


KEPT: list[LessonScroll] = []
"""The views of the test that runs: a column goes with its view."""


def column_of(qtbot: QtBot, *blocks: AnyBlock) -> Column:
    scroll = LessonScroll()
    KEPT.append(scroll)
    qtbot.addWidget(scroll)
    scroll.resize(900, 600)
    column = Column(lesson_of(*blocks), surroundings())
    scroll.show_column(column)
    scroll.show()
    column.draw_all()
    return column


@pytest.fixture(autouse=True)
def dressed() -> Iterator[None]:
    with worn():
        yield
    KEPT.clear()


def text_of(where: Path) -> str:
    document = QPdfDocument()
    document.load(str(where))
    found = "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    return found


def test_the_words_on_paper_are_words(qtbot: QtBot, tmp_path: Path) -> None:
    where = tmp_path / "lezione.pdf"

    pages = print_lesson(column_of(qtbot, *LONG), where)

    document = QPdfDocument()
    document.load(str(where))
    assert document.pageCount() == pages > 1
    said = " ".join(text_of(where).split())
    assert all(f"Il numero è {number}." in said for number in range(12))
    assert document.pagePointSize(0).toSize() == QSize(595, 842)


def test_a_page_never_ends_with_a_heading_nor_runs_over(qtbot: QtBot) -> None:
    column = column_of(qtbot, *LONG)
    headings = [widget.geometry() for widget in column.widgets() if isinstance(widget, HeadingView)]

    cuts = page_cuts(column, 700)

    assert len(cuts) > 3
    assert all(0 < bottom - top <= 700 for top, bottom in cuts)
    for top, bottom in cuts:
        inside = [one for one in headings if top <= one.top() and one.bottom() < bottom]
        below = [w for w in column.widgets() if not isinstance(w, HeadingView) and top <= w.y() < bottom]
        assert not inside or max(w.y() for w in below) > max(one.top() for one in inside)


def test_paper_is_light_and_the_window_stays_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    with worn("scuro", scale=1.5):
        column = column_of(qtbot, *LONG)
        before = column.size()

        print_lesson(column, tmp_path / "lezione.pdf")

        assert theme().name == "scuro"
        assert column.size() == before
    document = QPdfDocument()
    document.load(str(tmp_path / "lezione.pdf"))
    corner = document.render(0, QSize(300, 424)).pixelColor(150, 3)
    assert corner.alpha() == 0 or corner.lightness() > 240


def test_a_file_that_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(PaperRefusedError, match="Non riesco a scrivere «lezione"):
        print_lesson(column_of(qtbot, says("Ciao.")), tmp_path / "manca" / "lezione.pdf")
