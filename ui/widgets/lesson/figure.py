"""A picture with its caption; where it is missing, what it showed, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.lesson import Figure
from scuola_digitale.domain.text import words
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import Worded, say
from ui.widgets import paint
from ui.widgets.lesson.drawings import Shown, is_drawing, picture_at, picture_size
from ui.widgets.lesson.label import RichLabel
from ui.widgets.lesson.stack import Padding, Stack, let_grow
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.pictures import icon, pixel_ratio
from ui.widgets.ring import Ringed
from ui.widgets.theme import theme
from ui.widgets.tokens import TOKENS

if TYPE_CHECKING:
    from ui.widgets.lesson.viewer import PictureViewer

GROWS = Worded(lambda: say("Invio o un tocco per vederla grande"))
MISSING = Worded(lambda: say("Questo disegno non si apre."))
_TALLEST = 560
_RADIUS = 16


class FigureView(Stack):
    """A figure of the lesson."""

    def __init__(self, figure: Figure, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        data, size = read_picture(around, figure.path)
        if size is None:
            self.add(MissingPicture(figure.alt, self), below=8)
        else:
            shown = Shown(data, size, figure.alt, figure.caption)
            self.add(GrowingPicture(shown, self, share=figure.width), below=8)
        if figure.caption:
            self.add(RichLabel(figure.caption, "caption", self, around=around))


def read_picture(around: Surroundings, path: str) -> tuple[bytes, QSize | None]:
    """A picture's bytes and size; no size where it is missing or cannot be shown."""
    try:
        data = around.read(path)
    except ScuolaError:
        return b"", None
    return data, picture_size(data)


class PictureView(QWidget):
    """A picture, `share` hundredths of the width, with round corners; decoded when it is first in sight."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(
        self, data: bytes, size: QSize, alt: str, parent: QWidget | None = None, *, share: int = 100
    ) -> None:
        super().__init__(parent)
        self._data, self._size, self._share = data, size, share
        # A drawing of lines may grow; a photograph only shows its grain.
        self._widest = 10_000 if is_drawing(data) else size.width()
        self.setAccessibleName(alt)
        let_grow(self)

    def heightForWidth(self, width: int) -> int:
        return self._fitted(width).height()

    def sizeHint(self) -> QSize:
        return self._fitted(self.width() or 320)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, size, rect = QPainter(self), self._fitted(self.width()), self.shown_rect()
        paint.begin(painter)
        radius = min(_RADIUS, size.height() * 0.16)
        if theme().name != "chiaro":
            # Pictures keep their own paper in the dark, so that their colours stay true.
            paper = TOKENS["chiaro"].foglio
            painter.setBrush(paper)
            painter.drawRoundedRect(rect, radius, radius)
        pixmap = picture_at(self._data, size.width(), size.height(), pixel_ratio())
        if pixmap is not None:
            paint.rounded_pixmap(painter, rect, pixmap, radius)

    def shown_rect(self) -> QRectF:
        """Where the picture is drawn: it may be narrower than its place."""
        size = self._fitted(self.width())
        return QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())

    def _fitted(self, width: int) -> QSize:
        wide = min(round(width * self._share / 100), self._widest)
        tall = round(wide * self._size.height() / self._size.width())
        if tall > theme().px(_TALLEST):
            tall = theme().px(_TALLEST)
            wide = round(tall * self._size.width() / self._size.height())
        return QSize(max(1, wide), max(1, tall))


class GrowingPicture(Ringed, PictureView):
    """A picture that fills the window at a touch, Return or the space bar."""

    ring_radius = _RADIUS

    def __init__(self, shown: Shown, parent: QWidget | None = None, *, share: int = 100) -> None:
        super().__init__(shown.data, shown.size, shown.alt, parent, share=share)
        self._shown = shown
        self.setAccessibleDescription(GROWS())
        self.setToolTip(GROWS())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def grow(self) -> "PictureViewer":
        """Shows it over the whole window."""
        from ui.widgets.lesson.viewer import PictureViewer  # late: most pictures are seen in their place

        return PictureViewer(self._shown, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.grow()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.underMouse() and not self.hasFocus():
            return
        worn, painter = theme(), QPainter(self)
        paint.begin(painter)
        side, corner = worn.px(40), self.shown_rect().topRight()
        tile = QRectF(corner.x() - side - 10, corner.y() + 10, side, side)
        paint.paper(painter, tile, worn.color("foglio"), worn.color("bordo"), radius=10, border=2, lip=2)
        drawn = worn.px(22)
        at = tile.center()
        picture = icon("cerca", worn.color("link"), drawn)
        painter.drawPixmap(round(at.x() - drawn / 2), round(at.y() - drawn / 2), picture)


class MissingPicture(Stack):
    """In place of a picture that does not open: what it showed."""

    def __init__(self, alt: str, parent: QWidget) -> None:
        super().__init__(parent, padding=Padding(60, 14, 20, 14))
        said = say("{missing} Mostrava: {alt}", missing=MISSING(), alt=alt) if alt else MISSING()
        self.add(RichLabel(words(said), "feedback", self))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        painter.setBrush(worn.color("incavo"))
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        paint.dashed(painter, rect, worn.color("bordo"), radius=_RADIUS)
        painter.drawPixmap(worn.px(20), worn.px(16), icon("aiuto", worn.color("ink2"), worn.px(24)))
