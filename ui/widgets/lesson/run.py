"""A run of paragraphs, lists and definitions: one transparent text view, to read, select and follow links in."""

from collections.abc import Iterator, Sequence

import msgspec
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from scuola_digitale.domain.lesson import AnyBlock, Definitions, Listing, Paragraph
from scuola_digitale.domain.text import Mark, Spans
from ui.presenters.formula_words import spoken_spans
from ui.widgets.key_scrolling import scrolls
from ui.widgets.lesson import inline
from ui.widgets.lesson.boxes import stands_in_callout
from ui.widgets.lesson.passages import Lit, Passage, Piece, cursor_over, document_pieces, drags, lit_format
from ui.widgets.lesson.prose import Prose, paint_marks
from ui.widgets.lesson.stack import let_grow
from ui.widgets.lesson.style import Voice, style
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.theme import theme

BULLETS = ("•", "–", "·")


def is_running_text(block: AnyBlock) -> bool:
    """Whether a block is words alone, so that it can stand in a run."""
    match block:
        case Paragraph():
            return True
        case Listing():
            return all(is_running_text(inner) for item in block.items for inner in item)
        case Definitions():
            return all(isinstance(inner, Paragraph) for _, meaning in block.items for inner in meaning)
        case _:
            return False


class TextRun(QTextBrowser, Passage):
    """Running text of the lesson.

    Attributes:
        shift: how far up (below 0) it asks to be placed, so that the air of its lines is above and below alike.
    """

    def __init__(
        self,
        blocks: Sequence[AnyBlock],
        around: Surroundings,
        parent: QWidget | None = None,
        *,
        voice: Voice = "reading",
    ) -> None:
        super().__init__(parent)
        self._blocks, self._around, self._voice = tuple(blocks), around, voice
        self._heights: dict[int, int] = {}
        self._touched: QPoint | None = None
        self._lit: tuple[Lit, ...] = ()
        # On the coloured ground of a callout a piece of code has a sheet of its own.
        self._chip = "foglio" if stands_in_callout(parent) else "incavo"
        self.shift = 0
        self._settle()
        self._write()
        self.anchorClicked.connect(self._follow)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self.document().setTextWidth(width)
            self._heights[width] = round(self.document().size().height())
        return self._heights[width]

    def line_at(self, y: int) -> tuple[int, int]:
        """Top and foot of the line nearest to a height, pixels of the run."""
        cursor = self.cursorForPosition(QPoint(1, y))
        line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
        block = self.document().documentLayout().blockBoundingRect(cursor.block())
        top = block.top() + line.y()
        return round(top), round(top + line.height())

    def sizeHint(self) -> QSize:
        width = self.width() or 320
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and self._dressed_as() != self._worn:
            self._write()
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dressed_as() != self._worn:
            # New colours of the same measures: what is out of sight waits until it is seen.
            self._write()
        if self._prose.marks:
            painter = QPainter(self.viewport())
            paint_marks(painter, self.document(), self._prose.marks, QPointF(0, 0), chip=self._chip)
            painter.end()
        super().paintEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The page scrolls, never a run inside it.
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Words that are chosen would be dragged along; the column chooses, across blocks.
        self.choose(0, 0)
        super().mousePressEvent(event)
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if drags(event):
            event.ignore()
        else:
            super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # Where a link is touched, its line is known by the touch; by the keyboard, by the text's cursor.
        self._touched = event.position().toPoint()
        super().mouseReleaseEvent(event)
        self._touched = None
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if event.matches(keys.Copy) or event.matches(keys.SelectAll) or scrolls(event):
            # The page's own: what is chosen may begin in another block, and the page scrolls, never a run in it.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        # Nothing is ever fetched from a place named in a lesson.
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: formulas and pictures in words, where the text holds a sign that says nothing."""
        cursor = self.textCursor()
        copied = QMimeData()
        copied.setText(self.words_between(cursor.selectionStart(), cursor.selectionEnd()))
        return copied

    # A passage

    def pieces(self) -> Iterator[Piece]:
        return document_pieces(self.document(), self._around.language)

    def end_place(self) -> int:
        return self.document().characterCount() - 1

    def place_at(self, point: QPoint) -> int:
        return self.cursorForPosition(point).position()

    def area_of(self, place: int) -> QRect:
        return self.cursorRect(cursor_over(self.document(), place, place))

    def choose(self, start: int, end: int) -> None:
        self.setTextCursor(cursor_over(self.document(), start, end))

    def light(self, lit: Sequence[Lit]) -> None:
        self._lit = tuple(lit)
        self._show_lit()

    def _show_lit(self) -> None:
        selections = []
        for one in self._lit:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor_over(self.document(), one.start, one.end)
            selection.format = lit_format(one.light)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _settle(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setOpenLinks(False)
        let_grow(self)

    def _dressed_as(self) -> tuple[object, ...]:
        worn = theme()
        # Plain text follows the palette; only written colours need the words written anew.
        coloured = (worn.name, worn.ways.calm) if self._prose.coloured or self._lit else ()
        return (worn.scale, worn.reading_face, worn.ways.letters, worn.ways.lines, coloured)

    def _write(self) -> None:
        worn = style(self._voice)
        around = self._around
        self._prose = Prose(self.document(), worn, around.note_number, around.small_picture)
        self._prose.clear()
        self._write_blocks(self._blocks, indent=0, depth=0, first=True)
        frame = QTextFrameFormat()
        frame.setMargin(0)
        self.document().rootFrame().setFrameFormat(frame)
        self._heights.clear()
        self.shift = -round(worn.air)
        self._worn = self._dressed_as()
        if self._lit:
            self._show_lit()
        policy = Qt.FocusPolicy.StrongFocus if self._prose.has_links else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        # What Tab comes to has a name; formulas and pictures are told in words.
        is_told = self._prose.has_links or inline.OBJECT in self.toPlainText()
        self.setAccessibleName(" ".join(_spoken(self._blocks, self._around.language)) if is_told else "")

    def _write_blocks(self, blocks: Sequence[AnyBlock], *, indent: int, depth: int, first: bool) -> None:
        gap = round(self._prose.style.pixels * (1.05 if depth == 0 else 0.32))
        for place, block in enumerate(blocks):
            above = 0 if first and place == 0 else gap
            match block:
                case Paragraph():
                    self._prose.paragraph(block.spans, above=above, indent=indent)
                case Listing():
                    self._write_list(block, above=above, indent=indent, depth=depth)
                case Definitions():
                    self._write_definitions(block, above=above, indent=indent)

    def _write_list(self, listing: Listing, *, above: int, indent: int, depth: int) -> None:
        inner = indent + round(self._prose.style.pixels * 1.5)
        between = round(self._prose.style.pixels * 0.32)
        for place, item in enumerate(listing.items):
            marker = f"{listing.start + place}." if listing.ordered else BULLETS[min(depth, 2)]
            gap = above if place == 0 else between
            opening = item[0] if item else None
            if isinstance(opening, Paragraph):
                self._prose.paragraph(opening.spans, above=gap, indent=inner, marker=marker)
                self._write_blocks(item[1:], indent=inner, depth=depth + 1, first=False)
            else:
                self._prose.paragraph((), above=gap, indent=inner, marker=marker)
                self._write_blocks(item, indent=inner, depth=depth + 1, first=False)

    def _write_definitions(self, definitions: Definitions, *, above: int, indent: int) -> None:
        pixels = self._prose.style.pixels
        for place, (term, meaning) in enumerate(definitions.items):
            self._prose.paragraph(
                _strong(term), above=above if place == 0 else round(pixels * 0.7), indent=indent
            )
            for block in meaning:
                if isinstance(block, Paragraph):
                    self._prose.paragraph(block.spans, indent=indent + round(pixels * 1.5))

    def _follow(self, url: QUrl) -> None:
        link = QUrl.fromPercentEncoding(url.toEncoded())
        cursor = self.textCursor() if self._touched is None else self.cursorForPosition(self._touched)
        self._around.follow(link, self, self.cursorRect(cursor).bottomLeft())


def _strong(spans: Spans) -> Spans:
    return tuple(msgspec.structs.replace(span, marks=span.marks | Mark.STRONG) for span in spans)


def _spoken(blocks: Sequence[AnyBlock], language: str) -> list[str]:
    said: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                said.append(spoken_spans(block.spans, language))
            case Listing():
                for item in block.items:
                    said += _spoken(item, language)
            case Definitions():
                for term, meaning in block.items:
                    said.append(f"{spoken_spans(term, language)}:")
                    said += _spoken(meaning, language)
    return said
