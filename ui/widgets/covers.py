"""Covers of lessons: the pack's own picture, else a tile in the area's colours."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from scuola_digitale.errors import ScuolaError
from ui.presenters.desk import Shelf
from ui.presenters.lesson_cards import LessonCard
from ui.widgets import paint
from ui.widgets.pictures import icon as icon_pixmap
from ui.widgets.pictures import picture, pixel_ratio, pixmap_of
from ui.widgets.theme import theme
from ui.widgets.tokens import AREA_ICONS


class Covers:
    """The covers of a page's lessons, each read and drawn when first shown."""

    def __init__(self, library: Shelf) -> None:
        self._library = library
        self._drawn: dict[tuple[str, str, int, int, float], QPixmap | None] = {}

    def draw(self, painter: QPainter, rect: QRectF, card: LessonCard, radius: float) -> None:
        """Draws a lesson's cover into `rect`, its corners round."""
        shown = self._pixmap(card, round(rect.width()), round(rect.height()))
        if shown is not None:
            paint.rounded_pixmap(painter, rect, shown, radius)
        else:
            _draw_tile(painter, rect, card, radius)

    def _pixmap(self, card: LessonCard, width: int, height: int) -> QPixmap | None:
        if not card.cover:
            return None
        key = (card.pack, card.cover, width, height, pixel_ratio())
        if key not in self._drawn:
            source = self._bytes(card.pack, card.cover)
            self._drawn[key] = pixmap_of(source, width, height) if source else None
        return self._drawn[key]

    def _bytes(self, pack: str, path: str) -> bytes | None:
        """None where it is missing or broken: a lesson is readable without its cover."""
        try:
            return self._library.file(pack, path)
        except ScuolaError:
            return None


def _draw_tile(painter: QPainter, rect: QRectF, card: LessonCard, radius: float) -> None:
    """A lesson without a cover shows its area: the scene, or the icon where there is little room."""
    worn = theme()
    painter.setBrush(worn.area_soft(card.area))
    painter.drawRoundedRect(rect, radius, radius)
    if rect.width() < 100:
        size = round(min(rect.width(), rect.height()) * 0.5)
        drawn = icon_pixmap(AREA_ICONS[card.area], worn.area(card.area), size)
        painter.drawPixmap(round(rect.center().x() - size / 2), round(rect.center().y() - size / 2), drawn)
        return
    scene = picture(f"area-{card.area}", round(rect.width()))
    tall = scene.deviceIndependentSize().height()
    top = rect.top() + (rect.height() - tall) / 2
    paint.rounded_pixmap(painter, QRectF(rect.left(), top, rect.width(), tall), scene, min(radius, 8))


class Cover(QWidget):
    """A lesson's cover, `width` × `height` pixels; a drawing beside its title, a screen reader skips it."""

    def __init__(
        self, card: LessonCard, covers: Covers, width: int, height: int, *, radius: float = 8
    ) -> None:
        super().__init__()
        self._card, self._covers, self._radius = card, covers, radius
        self._size = QSize(width, height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_size(self, width: int, height: int) -> None:
        """Makes it bigger or smaller."""
        self._size = QSize(width, height)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        self._covers.draw(painter, QRectF(self.rect()), self._card, self._radius)
