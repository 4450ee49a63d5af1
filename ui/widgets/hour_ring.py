"""The ring that shows how much is left of the hour with a grade."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets import paint
from ui.widgets.pictures import icon as icon_pixmap
from ui.widgets.theme import theme


class HourRing(QWidget):
    """How much is left of the hour with a grade, as a ring."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self._side = 58
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float) -> None:
        """Shows the part left, 0–1."""
        self._part = part
        self.update()

    def set_side(self, side: int) -> None:
        """Changes its size, pixels."""
        self._side = side
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        worn = theme()
        side = min(self.width(), self.height())
        thick = max(5.0, side * 0.13)
        circle = QRectF(thick / 2, thick / 2, side - thick, side - thick)
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setWidthF(thick)
        pen.setColor(worn.color("incavo"))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if self._part <= 0:
            drawn = icon_pixmap("persone", worn.color("ink2"), round(side * 0.4))
            at = round(side * 0.3)
            painter.drawPixmap(at, at, drawn)
            return
        pen.setColor(worn.color("primary"))
        painter.setPen(pen)
        painter.drawArc(circle, 90 * 16, -round(360 * 16 * self._part))
