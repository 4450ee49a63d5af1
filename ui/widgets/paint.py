"""The few strokes that every component shares: paper with an edge, a ring, a chip, stones."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from ui.widgets.theme import theme

StoneState = Literal["done", "now", "empty"]


def begin(painter: QPainter) -> None:
    """Smooth edges and no pen, as all the strokes here expect."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)


def paper(
    painter: QPainter,
    rect: QRectF,
    fill: QColor,
    edge: QColor,
    *,
    radius: float,
    border: float = 1,
    lip: float = 3,
) -> None:
    """Cut paper: a rounded sheet in the edge's colour and, on top, a second one shorter by `lip` at the foot."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(edge)
    painter.drawRoundedRect(rect, radius, radius)
    sheet = rect.adjusted(border, border, -border, -max(lip, border))
    inner = max(0.0, radius - border)
    painter.setBrush(fill)
    painter.drawRoundedRect(sheet, inner, inner)


def dashed(painter: QPainter, rect: QRectF, edge: QColor, *, radius: float, width: float = 2) -> None:
    """A dashed outline: what is not there yet."""
    pen = QPen(edge, width, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)


def ring(painter: QPainter, control: QRectF, radius: float) -> None:
    """The focus ring of a control: 3 px thick, 2 px away from it."""
    painter.setPen(QPen(theme().color("focus"), 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(control.adjusted(-3.5, -3.5, 3.5, 3.5), radius + 3.5, radius + 3.5)
    painter.setPen(Qt.PenStyle.NoPen)


def pill(painter: QPainter, rect: QRectF, fill: QColor | None, edge: QColor | None = None) -> None:
    """A lozenge with round ends, filled, outlined or both."""
    width = theme().border() if edge is not None else 0
    half = width / 2
    painter.setPen(QPen(edge, width) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)


def spine(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """The coloured bar that tells an area or a callout."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, rect.width() / 2, rect.width() / 2)


def rounded_pixmap(painter: QPainter, rect: QRectF, pixmap: QPixmap, radius: float) -> None:
    """A picture with round corners, filling `rect`."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.save()
    painter.setClipPath(path)
    painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()))
    painter.restore()


def stones(
    painter: QPainter,
    top_left: QPointF,
    states: Sequence[StoneState],
    *,
    width: float = 17,
    height: float = 12,
    gap: float = 4,
) -> None:
    """A row of stones: laid, the one in hand, and those to come."""
    worn = theme()
    for place, state in enumerate(states):
        rect = QRectF(top_left.x() + place * (width + gap), top_left.y(), width, height)
        if state == "now":
            pill_stroke(painter, rect, worn.color("foglio"), worn.color("primary"), 2.5)
        elif worn.high_contrast:
            pill_stroke(
                painter, rect, worn.color("sasso" if state == "done" else "foglio"), worn.color("ink"), 2
            )
        else:
            pill(painter, rect, worn.color("sasso" if state == "done" else "sasso_vuoto"))


def pill_stroke(painter: QPainter, rect: QRectF, fill: QColor, edge: QColor, width: float) -> None:
    """A lozenge with an edge of a given thickness."""
    painter.setPen(QPen(edge, width))
    painter.setBrush(fill)
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)


def line(painter: QPainter, rect: QRect | QRectF) -> None:
    """A dividing line."""
    painter.fillRect(QRectF(rect), theme().color("linea"))


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    colour: QColor,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    wrap: bool = False,
) -> None:
    """Words in the painter's font; one line is cut with an ellipsis where it does not fit."""
    painter.setPen(colour)
    if wrap:
        painter.drawText(rect, int(align | Qt.TextFlag.TextWordWrap), words)
    else:
        fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
        painter.drawText(rect, int(align), fitted)
    painter.setPen(Qt.PenStyle.NoPen)
