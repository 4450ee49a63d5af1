"""The ridge of the Apennines at the foot of open pages."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.pictures import picture
from ui.widgets.theme import theme

_WIDTH, _HEIGHT = 1366, 200


def draw_skyline(painter: QPainter, rect: QRectF, *, sunk: int = 40) -> None:
    """Draws the ridge along the foot of `rect`, its lowest `sunk` pixels hidden below it."""
    width = max(_WIDTH, round(rect.width()))
    height = round(_HEIGHT * width / _WIDTH)
    shown = picture(f"profilo-{theme().name}", width, height)
    painter.save()
    painter.setClipRect(rect)
    painter.drawPixmap(round(rect.left()), round(rect.bottom() - height + sunk), shown)
    painter.restore()


class Ridged(QWidget):
    """A page's ground with the ridge at its foot, wherever the foot is."""

    def __init__(self, *, sunk: int = 40) -> None:
        super().__init__()
        self._sunk = sunk

    def set_sunk(self, sunk: int) -> None:
        """How much of the ridge is hidden below the page, pixels."""
        self._sunk = sunk
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().color("carta"))
        draw_skyline(painter, QRectF(self.rect()), sunk=self._sunk)
