"""The parts of a lesson as readers meet them: sound, film, maths, code, tables, what opens, the lesson alone."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.demo.lesson_states import open_whole
from ui.demo.settling import settle
from ui.widgets.lesson.bar import ReadingBar
from ui.widgets.lesson.boxes import CalloutView, DetailsView
from ui.widgets.lesson.code import CodeView
from ui.widgets.lesson.equation import Equation
from ui.widgets.lesson.media import MediaView
from ui.widgets.lesson.page import LessonPage
from ui.widgets.lesson.run import TextRun
from ui.widgets.lesson.scroll import LessonScroll
from ui.widgets.lesson.table import TableView
from ui.widgets.pressable import Pressable
from ui.widgets.window import MainWindow

_ABOVE = 90


class BlockScene(NamedTuple):
    """A block of a bundled lesson to come to, the first of its kind, and what the reader does there."""

    name: str
    lesson_ref: str
    kind: type[QWidget]
    act: Callable[[LessonPage, QWidget], None]

    def play(self, window: MainWindow) -> None:
        """Opens the lesson, scrolls there, and does it."""
        page = open_whole(window, self.lesson_ref)
        block, scroll = page.findChild(self.kind), page.findChild(LessonScroll)
        if block is not None and scroll is not None:
            scroll.scroll_to(block, margin=_ABOVE)
            settle()
            self.act(page, block)


def _look(_page: LessonPage, _block: QWidget) -> None:
    """Nothing is to be done."""


def _open_parts(page: LessonPage, _block: QWidget) -> None:
    """Every part that opens is opened."""
    for part in page.findChildren(DetailsView):
        for line in part.findChildren(Pressable):
            line.click()


def _see_a_moment(_page: LessonPage, block: QWidget) -> None:
    """The film is begun and stopped."""
    if isinstance(block, MediaView):
        block.play_or_pause()
        settle(1.2)
        block.play_or_pause()


def _see_it_large(page: LessonPage, block: QWidget) -> None:
    """The film is stopped at a moment and seen as large as the window."""
    _see_a_moment(page, block)
    if isinstance(block, MediaView):
        block.see_larger()


def _open_word(page: LessonPage, _block: QWidget) -> None:
    """A word of the glossary is touched."""
    _touch(page, "termine:calcare")


def _open_note(page: LessonPage, _block: QWidget) -> None:
    """The sign of a footnote is touched."""
    _touch(page, "nota:")


def _read_alone(page: LessonPage, _block: QWidget) -> None:
    """Only the lesson is left."""
    bar = page.findChild(ReadingBar)
    if bar is not None:
        bar.read_alone(alone=True)


def _touch(page: LessonPage, link: str) -> None:
    for run in page.findChildren(TextRun):
        place = _place_of(run, link)
        if place is not None:
            QTest.mouseClick(run.viewport(), Qt.MouseButton.LeftButton, pos=place)
            return


def _place_of(run: TextRun, link: str) -> QPoint | None:
    """Where a link's first letters stand in a run of text."""
    cursor = QTextCursor(run.document())
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        if cursor.charFormat().anchorHref().startswith(link):
            return run.cursorRect(cursor).center() - QPoint(1, 0)
    return None


_CAVE, _WOOD = "marche/acqua-grotta", "marche/ascolta-bosco"
SCENES = (
    BlockScene("3-lezione-suono", _WOOD, MediaView, _open_parts),
    BlockScene("3-lezione-filmato", _CAVE, MediaView, _see_a_moment),
    BlockScene("3-lezione-filmato-intero", _CAVE, MediaView, _see_it_large),
    BlockScene("3-lezione-formula", "marche/presa-di-rete", Equation, _look),
    BlockScene("3-lezione-codice", "marche/foglio-orto", CodeView, _look),
    BlockScene("3-lezione-tabella", "marche/foglio-orto", TableView, _look),
    BlockScene("3-lezione-glossario", _CAVE, TextRun, _open_word),
    BlockScene("3-lezione-nota", _CAVE, TextRun, _open_note),
    BlockScene("3-lezione-riquadri", "marche/chiamare-aiuto", CalloutView, _look),
    BlockScene("3-lezione-solo", "marche/frazioni-confronto", TextRun, _read_alone),
)
