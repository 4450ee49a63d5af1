"""What stands inside a line of text without being letters: formulas on the baseline, small pictures, gaps."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPixmap,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from ui.widgets.lesson.maths import Formula, font_with_descent, formula, text_size
from ui.widgets.theme import theme

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
MATHS = QTextFormat.ObjectTypes.UserObject.value + 1
PICTURE = QTextFormat.ObjectTypes.UserObject.value + 2
GAP = QTextFormat.ObjectTypes.UserObject.value + 3

SOURCE = QTextFormat.Property.UserProperty.value + 1
"""TeX of a formula, or the words of a picture: what is copied and read aloud in its place."""
SIZE = QTextFormat.Property.UserProperty.value + 2
INK = QTextFormat.Property.UserProperty.value + 3
PIXMAP = QTextFormat.Property.UserProperty.value + 4
ROOM = QTextFormat.Property.UserProperty.value + 5
LOW = QTextFormat.Property.UserProperty.value + 6
TAIL = QTextFormat.Property.UserProperty.value + 7
"""The full stop or the comma behind a formula: Qt breaks a line after every object, whatever follows."""
TAIL_FONT = QTextFormat.Property.UserProperty.value + 8

PictureOf = Callable[[str, int], QPixmap | None]
"""Draws a picture of the pack at a height in pixels; None where it is missing."""


class _InlineObjects(QPyTextObject):
    """Measures and draws the objects of every document."""

    def intrinsicSize(self, _doc: QTextDocument, _at: int, given: QTextFormat) -> QSizeF:
        kind = given.objectType()
        if kind == MATHS:
            drawn = _formula(given)
            below = QFontMetrics(given.toCharFormat().font()).descent()
            return QSizeF(drawn.width + _tail_width(given), drawn.ascent + below)
        if kind == PICTURE:
            pixmap = given.property(PIXMAP)
            return QSizeF(pixmap.deviceIndependentSize())
        room: QSizeF = given.property(ROOM)
        return room

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _doc: QTextDocument, _at: int, given: QTextFormat
    ) -> None:
        kind = given.objectType()
        if kind == MATHS:
            below = QFontMetrics(given.toCharFormat().font()).descent()
            box = QRectF(rect)
            baseline = QPointF(box.left(), box.bottom() - below)
            drawn, ink = _formula(given), _ink(given)
            drawn.paint(painter, baseline, ink)
            if tail := given.property(TAIL):
                painter.setFont(given.property(TAIL_FONT))
                painter.setPen(ink)
                painter.drawText(baseline + QPointF(drawn.width, 0), tail)
        elif kind == PICTURE:
            painter.drawPixmap(rect.topLeft(), given.property(PIXMAP))


@cache
def _objects() -> _InlineObjects:
    return _InlineObjects()


def serve(document: QTextDocument) -> None:
    """Lets a document hold the objects of this module."""
    for kind in (MATHS, PICTURE, GAP):
        document.documentLayout().registerHandler(kind, _objects())


def maths_format(
    tex: str, text_pixels: int, ink: str, *, low: bool, tail: str = "", font: QFont | None = None
) -> QTextCharFormat | None:
    """The format of an inline formula beside text of `text_pixels`; None where the formula cannot be read.

    `low` fractions keep the lines of a paragraph apart by the same measure; others are easier to read. The
    `tail` is what stays on the same line behind it, set in `font`.
    """
    size = text_size(text_pixels, low=low)
    drawn = formula(tex, size, inline=low)
    if drawn is None:
        return None
    shape = _format(MATHS, tex)
    shape.setFont(font_with_descent(drawn.depth))
    shape.setProperty(SIZE, size)
    shape.setProperty(INK, ink)
    shape.setProperty(LOW, low)
    if tail:
        shape.setProperty(TAIL, tail)
        shape.setProperty(TAIL_FONT, font)
    return shape


def picture_format(pixmap: QPixmap, words: str) -> QTextCharFormat:
    """The format of a small picture in the line."""
    shape = _format(PICTURE, words)
    shape.setProperty(PIXMAP, pixmap)
    shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return shape


def gap_format(width: float, height: float, depth: float) -> QTextCharFormat:
    """The format of a place in the line over which a field stands, `depth` pixels of it below the baseline."""
    shape = _format(GAP, "…")
    shape.setProperty(ROOM, QSizeF(width, height))
    shape.setFont(font_with_descent(depth))
    return shape


def _format(kind: int, words: str) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setObjectType(kind)
    shape.setProperty(SOURCE, words)
    shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    return shape


def source_of(shape: QTextFormat) -> str | None:
    """The words that stand for an object when it is copied; None where a format is of plain words."""
    source = shape.property(SOURCE)
    return None if source is None else f"{source}{shape.property(TAIL) or ''}"


def _tail_width(given: QTextFormat) -> float:
    tail = given.property(TAIL)
    return QFontMetricsF(given.property(TAIL_FONT)).horizontalAdvance(tail) if tail else 0.0


def _ink(given: QTextFormat) -> QColor:
    """The colour of a formula: its own, or, where it is chosen or lit, the one that goes with that ground."""
    lit = given.background().style() != Qt.BrushStyle.NoBrush
    return given.foreground().color() if lit else theme().color(given.property(INK))


def _formula(given: QTextFormat) -> Formula:
    drawn = formula(given.property(SOURCE), given.property(SIZE), inline=given.property(LOW))
    if drawn is None:
        raise ValueError("a formula that cannot be read has no format")
    return drawn
