"""The square of a picture that becomes a photo: moved by mouse or arrows, nearer by wheel, plus and minus."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.presenters.photo_cut import PhotoCut
from ui.widgets import paint
from ui.widgets.exercises.saying import announce
from ui.widgets.theme import theme

_SIDE, _EDGE = 224, 6
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_NEARER = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal})
_FARTHER = frozenset({Qt.Key.Key_Minus, Qt.Key.Key_Underscore})


class PhotoSquare(QWidget):
    """Shows the square as the photo will be; the arrows move it, as a hand moves a paper under a window."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, image: QImage, name: str, how: str) -> None:
        super().__init__()
        self.image = image
        self.cut = PhotoCut.of(image.width(), image.height())
        self._held: QPointF | None = None
        self.setAccessibleName(name)
        self.setAccessibleDescription(how)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE + 2 * _EDGE, _SIDE + 2 * _EDGE)

    def zoom(self, steps: float) -> None:
        """Nearer, or farther with fewer than no steps."""
        self._show(self.cut.zoomed(steps))

    def walk(self, across: int, down: int) -> None:
        """Further by steps."""
        self._show(self.cut.walked(across, down))

    def _show(self, cut: PhotoCut) -> None:
        if cut != self.cut:
            self.cut = cut
            self.update()
            announce(self, f"{round(100 * min(cut.width, cut.height) / cut.side)} %")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WAYS:
            self.walk(*_WAYS[key])
        elif key in _NEARER or key in _FARTHER:
            self.zoom(1 if key in _NEARER else -1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(event.angleDelta().y() / 120)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        way = (self._held - event.position()) * (self.cut.side / _SIDE)
        self._held = event.position()
        self.cut = self.cut.moved(way.x(), way.y())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        inside = QRectF(_EDGE, _EDGE, _SIDE, _SIDE)
        radius = _SIDE * 0.25
        path = QPainterPath()
        path.addRoundedRect(inside, radius, radius)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(inside, theme().color("incavo"))
        cut = self.cut
        painter.drawImage(inside, self.image, QRectF(cut.left, cut.top, cut.side, cut.side))
        painter.restore()
        if self.hasFocus():
            paint.ring(painter, inside.adjusted(1, 1, -1, -1), radius)
