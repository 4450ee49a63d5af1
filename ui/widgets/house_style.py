"""The little of Qt's own style that the look changes: scroll bars as quiet pills, room in a menu.

Painted here and not by a style sheet: with an application's style sheet every change of theme polishes every
widget again, half a second in a long lesson.
"""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOptionComplex, QStyleOptionSlider, QWidget

_THIN = 8
_LEAST = 40
"""Thickness of a scroll bar's pill and the least length of it, pixels."""

_Sub = QStyle.SubControl


class HouseStyle(QProxyStyle):
    """Fusion, with scroll bars of our own: no arrows, a pill in the colour of edges.

    It overrides only what is seldom asked: every question to Python costs Qt a microsecond.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control != QStyle.ComplexControl.CC_ScrollBar or not isinstance(option, QStyleOptionSlider):
            super().drawComplexControl(control, option, painter, widget)
            return
        pill, lies = QRectF(_part_of_bar(option, _Sub.SC_ScrollBarSlider)), _lies(option)
        thick = pill.height() if lies else pill.width()
        slim = (thick - _THIN) / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(
            pill.adjusted(2, slim, -2, -slim) if lies else pill.adjusted(slim, 2, -slim, -2), 4, 4
        )
        painter.restore()

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control != QStyle.ComplexControl.CC_ScrollBar or not isinstance(option, QStyleOptionSlider):
            return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # may be None
        return _part_of_bar(option, part)


def _lies(option: QStyleOptionSlider) -> bool:
    return bool(option.orientation == Qt.Orientation.Horizontal)


def _part_of_bar(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """Where a part of a scroll bar lies: no arrows, and the pill as long as the share in sight."""
    whole: QRect = option.rect
    lies = _lies(option)
    length = whole.width() if lies else whole.height()
    low, high = option.minimum, option.maximum
    at, step = option.sliderPosition, option.pageStep
    span = high - low
    pill = length if span <= 0 else min(length, max(_LEAST, length * step // max(1, span + step)))
    start = QStyle.sliderPositionFromValue(low, high, at, length - pill, option.upsideDown)
    first, size = {
        _Sub.SC_ScrollBarSlider: (start, pill),
        _Sub.SC_ScrollBarSubPage: (0, start),
        _Sub.SC_ScrollBarAddPage: (start + pill, length - start - pill),
        _Sub.SC_ScrollBarGroove: (0, length),
    }.get(part, (0, 0))
    if lies:
        return QRect(whole.left() + first, whole.top(), size, whole.height())
    return QRect(whole.left(), whole.top() + first, whole.width(), size)
