"""Fills a text document with a lesson's spans, and paints what Qt's rich text cannot: chips and dotted lines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal, cast

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPainter,
    QPen,
    QPixmap,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QTextOption,
)

from scuola_digitale.domain.text import Mark, Span, Spans
from ui.widgets.lesson import inline
from ui.widgets.lesson.style import TextStyle
from ui.widgets.theme import theme

JOINER = "\N{WORD JOINER}"
CLOSING = frozenset(".,;:!?)]}»”’%°")
CHIP_SIDE = 5
"""Room left and right of the letters in the chip of a code, pixels."""
LINE_SEPARATOR = "\N{LINE SEPARATOR}"
MarkKind = Literal["code", "term"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a document that is painted apart: from `start` to `end`, positions in the document."""

    start: int
    end: int
    kind: MarkKind


@dataclass(slots=True)
class Prose:
    """A writer of rich text in one style.

    Attributes:
        document: where it writes.
        style: how plain words are set.
        note_number: the number of a footnote by its id.
        picture: draws a small picture of the pack at a height.
        linked: whether links, terms and notes are set as such; else they are plain words.
        marks: what `paint_marks` paints.
        coloured: whether a colour is written into the document, so that a new theme needs it written anew.
        has_links: whether the keyboard has somewhere to go.
    """

    document: QTextDocument
    style: TextStyle
    note_number: Callable[[str], int] = lambda _note: 0
    picture: Callable[[str, int], QPixmap | None] = lambda _path, _height: None
    linked: bool = True
    marks: list[Marked] = field(default_factory=list)
    coloured: bool = False
    has_links: bool = False
    _begun: bool = False
    _after_object: bool = False

    def clear(self) -> None:
        """Empties the document and makes it ready to be written."""
        self.document.clear()
        self.document.setDocumentMargin(0)
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(self.style.font())
        inline.serve(self.document)
        self.marks.clear()
        self.coloured = self.has_links = self._begun = self._after_object = False

    def paragraph(
        self,
        spans: Spans,
        *,
        above: int = 0,
        indent: int = 0,
        marker: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Writes a paragraph `above` pixels under the one before, its left edge at `indent`.

        A `marker` hangs to the left of the edge, as text: so it is copied, coloured and read aloud.
        """
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        shape = self._block(above, indent, align)
        if marker:
            hang = round(self.style.pixels * 1.5)
            stop, right = QTextOption.Tab(indent, QTextOption.TabType.LeftTab), QTextOption.TabType.RightTab
            shape.setTextIndent(-hang)
            shape.setTabPositions([QTextOption.Tab(indent - self.style.pixels * 0.45, right), stop])
        if self._begun:
            cursor.insertBlock(shape)
        else:
            cursor.setBlockFormat(shape)
        self._begun = True
        if marker:
            cursor.insertText(f"\t{marker}\t", self._coloured(self._plain(), "link", strong=True))
        self.write(cursor, spans)

    def write(self, cursor: QTextCursor, spans: Spans) -> None:
        """Writes spans at a cursor."""
        for span, tail in _with_tails(spans):
            if self._after_object and span.text[:1] in CLOSING:
                # A line may break after an object: the full stop would stand at the head of the next one.
                cursor.insertText(JOINER, self._plain())
            self._span(cursor, span, tail)
            self._after_object = span.image is not None

    def _block(self, above: int, indent: int, align: Qt.AlignmentFlag) -> QTextBlockFormat:
        shape = QTextBlockFormat()
        # Proportional heights multiply the face's own line, which differs from face to face.
        shape.setLineHeight(self.style.line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        shape.setTopMargin(above)
        shape.setLeftMargin(indent)
        shape.setAlignment(align)
        return shape

    def _span(self, cursor: QTextCursor, span: Span, tail: str) -> None:
        if span.maths:
            self._maths(cursor, span.text, tail)
        elif span.image is not None:
            self._image(cursor, span)
        elif span.note is not None:
            self._note(cursor, span.note)
        elif span.marks & Mark.LINE_BREAK:
            cursor.insertText(LINE_SEPARATOR, self._plain())
        else:
            self._words(cursor, span)

    def _maths(self, cursor: QTextCursor, tex: str, tail: str) -> None:
        worn = self.style
        shape = inline.maths_format(
            tex, worn.pixels, worn.ink, low=worn.low_maths, tail=tail, font=worn.font()
        )
        if shape is None:
            self._marked(cursor, tex, self._code(self._plain()), "code")
            cursor.insertText(tail, self._plain())
        else:
            cursor.insertText(inline.OBJECT, shape)

    def _image(self, cursor: QTextCursor, span: Span) -> None:
        pixmap = self.picture(span.image or "", round(self.style.pixels * 1.5))
        if pixmap is None:
            cursor.insertText(span.text, self._italic(self._plain()))
        else:
            cursor.insertText(inline.OBJECT, inline.picture_format(pixmap, span.text))

    def _note(self, cursor: QTextCursor, note: str) -> None:
        if not self.linked:
            return
        shape = self._coloured(self._plain(), "link", strong=True)
        shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        self._anchor(shape, f"nota:{note}")
        cursor.insertText(str(self.note_number(note)), shape)

    def _words(self, cursor: QTextCursor, span: Span) -> None:
        shape = self._plain(span.marks)
        if span.marks & Mark.CODE:
            self._marked(cursor, span.text, self._code(shape), "code")
        elif span.term is not None and self.linked:
            term = self._coloured(shape, "link", strong=True)
            self._anchor(term, f"termine:{span.term}")
            self._marked(cursor, span.text, term, "term")
        elif span.link is not None and self.linked and not _leads_inside(span.link):
            # The school may have no line: an address outside is told, not followed.
            told = span.text if span.link.endswith(span.text) else f"{span.text} ({span.link})"
            cursor.insertText(told, shape)
        elif span.link is not None and self.linked:
            link = self._coloured(shape, "link", strong=False)
            link.setFontUnderline(True)
            self._anchor(link, span.link)
            cursor.insertText(span.text, link)
        else:
            cursor.insertText(span.text, shape)

    def _plain(self, marks: int = 0) -> QTextCharFormat:
        shape = QTextCharFormat()
        strong, italic = bool(marks & Mark.STRONG), bool(marks & Mark.EMPHASIS)
        shape.setFont(self.style.font(strong=strong, italic=italic))
        if marks & Mark.STRIKE:
            shape.setFontStrikeOut(True)
        if marks & Mark.SUPERSCRIPT:
            shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if marks & Mark.SUBSCRIPT:
            shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        if self.style.ink != "ink":
            self.coloured = True
            shape.setForeground(theme().color(self.style.ink))
        return shape

    def _italic(self, shape: QTextCharFormat) -> QTextCharFormat:
        shape.setFont(self.style.font(italic=True))
        return shape

    def _code(self, shape: QTextCharFormat) -> QTextCharFormat:
        shape.setFont(code_font(round(self.style.pixels * 0.86)))
        return shape

    def _coloured(self, shape: QTextCharFormat, token: str, *, strong: bool) -> QTextCharFormat:
        if strong:
            shape.setFont(self.style.font(strong=True, italic=shape.fontItalic()))
        shape.setForeground(theme().color(token))
        self.coloured = True
        return shape

    def _anchor(self, shape: QTextCharFormat, to: str) -> None:
        shape.setAnchor(True)
        shape.setAnchorHref(to)
        self.has_links = True

    def _marked(self, cursor: QTextCursor, text: str, shape: QTextCharFormat, kind: MarkKind) -> None:
        start = cursor.position()
        if kind == "code" and text:
            self._make_room_before(cursor)
            cursor.insertText(text[:-1], shape)
            cursor.insertText(text[-1], _spaced(shape))
        else:
            cursor.insertText(text, shape)
        self.marks.append(Marked(start, cursor.position(), kind))

    @staticmethod
    def _make_room_before(cursor: QTextCursor) -> None:
        """The chip of a code is wider than its letters: the sign before it stands away."""
        if not cursor.atBlockStart():
            before = QTextCursor(cursor)
            before.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
            before.mergeCharFormat(_spaced(QTextCharFormat()))


def _with_tails(spans: Spans) -> Iterator[tuple[Span, str]]:
    """Each span with the signs that close it where it is a formula; they are left out of the span after it."""
    tail = ""
    for span, after in zip_longest(spans, spans[1:]):
        rest = span.text[len(tail) :]
        if rest or not tail:
            own = msgspec.structs.replace(span, text=rest) if tail else span
            tail = _closing(after) if span.maths and after is not None else ""
            yield own, tail
        else:
            tail = ""


def _closing(span: Span) -> str:
    """The signs at the head of plain words that close what stands before them."""
    if span.maths or span.image is not None or span.note is not None or span.marks or span.link or span.term:
        return ""
    return span.text[: len(span.text) - len(span.text.lstrip("".join(CLOSING)))]


def _spaced(shape: QTextCharFormat) -> QTextCharFormat:
    spaced = QTextCharFormat(shape)
    spaced.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    spaced.setFontLetterSpacing(CHIP_SIDE)
    return spaced


def _leads_inside(link: str) -> bool:
    return link.startswith(("#", "lezione:"))


def code_font(pixels: int) -> QFont:
    """The machine's own typewriter face."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(pixels)
    return font


def paint_marks(
    painter: QPainter, document: QTextDocument, marks: list[Marked], offset: QPointF, *, chip: str = "incavo"
) -> None:
    """Paints chips under code, of the token `chip`, and dotted lines under terms; the document's corner is at `offset`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for marked in marks:
        for rect, baseline in _lines(document, marked):
            if marked.kind == "code":
                _chip(painter, rect.translated(offset), chip)
            else:
                _dots(painter, rect.translated(offset), baseline + offset.y())


def _chip(painter: QPainter, rect: QRectF, token: str) -> None:
    worn = theme()
    painter.setPen(QPen(worn.color("linea"), 1) if worn.high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(worn.color(token))
    painter.drawRoundedRect(rect.adjusted(-min(CHIP_SIDE, rect.left()), 1, 0, -1), 5, 5)


def _dots(painter: QPainter, rect: QRectF, baseline: float) -> None:
    pen = QPen(QColor(theme().color("primary")), 2)
    pen.setDashPattern([1, 1])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    under = round(baseline + rect.height() * 0.2)
    painter.drawLine(QPointF(rect.left(), under), QPointF(rect.right(), under))


def _lines(document: QTextDocument, marked: Marked) -> list[tuple[QRectF, float]]:
    """The rectangles of a stretch, one a line, each with the height of its baseline."""
    block = document.findBlock(marked.start)
    layout = block.layout()
    corner = layout.position()
    start, end = marked.start - block.position(), marked.end - block.position()
    found: list[tuple[QRectF, float]] = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = x_of(line, first), x_of(line, last)
        top = corner.y() + line.y()
        rect = QRectF(corner.x() + left, top, right - left, line.ascent() + line.descent())
        found.append((rect, top + line.ascent()))
    return found


def x_of(line: QTextLine, position: int) -> float:
    """How far from the left of its paragraph a position of a line stands, pixels."""
    # PySide6 gives the position back beside the coordinate.
    told: object = line.cursorToX(position)
    return float(told[0] if isinstance(told, tuple) else cast("float", told))
