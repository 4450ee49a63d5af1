"""What stands inside a line of text without being letters: formulas on the baseline, small pictures, gaps."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFontMetrics,
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

PictureOf = Callable[[str, int], QPixmap | None]
"""Draws a picture of the pack at a height in pixels; None where it is missing."""


class _InlineObjects(QPyTextObject):
    """Measures and draws the objects of every document."""

    def intrinsicSize(self, _doc: QTextDocument, _at: int, given: QTextFormat) -> QSizeF:
        kind = given.objectType()
        if kind == MATHS:
            drawn = _formula(given)
            below = QFontMetrics(given.toCharFormat().font()).descent()
            return QSizeF(drawn.width, drawn.ascent + below)
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
            _formula(given).paint(painter, baseline, theme().color(given.property(INK)))
        elif kind == PICTURE:
            painter.drawPixmap(rect.topLeft(), given.property(PIXMAP))


@cache
def _objects() -> _InlineObjects:
    return _InlineObjects()


def serve(document: QTextDocument) -> None:
    """Lets a document hold the objects of this module."""
    for kind in (MATHS, PICTURE, GAP):
        document.documentLayout().registerHandler(kind, _objects())


def maths_format(tex: str, text_pixels: int, ink: str, *, low: bool) -> QTextCharFormat | None:
    """The format of an inline formula beside text of `text_pixels`; None where the formula cannot be read.

    `low` fractions keep the lines of a paragraph apart by the same measure; others are easier to read.
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
    return shape


def picture_format(pixmap: QPixmap, words: str) -> QTextCharFormat:
    """The format of a small picture in the line."""
    shape = _format(PICTURE, words)
    shape.setProperty(PIXMAP, pixmap)
    shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return shape


def gap_format(width: float, height: float) -> QTextCharFormat:
    """The format of a place in the line over which a field stands."""
    shape = _format(GAP, "…")
    shape.setProperty(ROOM, QSizeF(width, height))
    shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return shape


def _format(kind: int, words: str) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setObjectType(kind)
    shape.setProperty(SOURCE, words)
    shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    return shape


def _formula(given: QTextFormat) -> Formula:
    drawn = formula(given.property(SOURCE), given.property(SIZE), inline=given.property(LOW))
    if drawn is None:
        raise ValueError("a formula that cannot be read has no format")
    return drawn
