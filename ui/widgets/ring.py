"""The focus ring: shown around a control while the keyboard leads, 2 px away from it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.widgets import paint

_MARGIN = 6

_KEYBOARD = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


_BY_ITSELF = frozenset(
    {Qt.FocusReason.OtherFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
)


class Led:
    """Whether the last thing that was touched is a key; the window's keeper of the focus sees to it.

    Attributes:
        pressed_by_finger: whether a finger presses something right now.
    """

    by_keyboard = False
    pressed_by_finger = False


def came_by_keyboard(event: QFocusEvent) -> bool:
    """Whether the focus arrived by a key rather than by a touch, or was put there while keys lead."""
    return event.reason() in _KEYBOARD or (event.reason() in _BY_ITSELF and Led.by_keyboard)


def _path_to_host(control: QWidget) -> list[QWidget]:
    """The control and its ancestors up to the one that scrolls with it, or the window: rings are drawn there.

    A nearer parent would cut the ring where the control stands at its edge.
    """
    path = [control]
    while (above := path[-1].parentWidget()) is not None and not path[-1].isWindow():
        path.append(above)
        viewport = above.parentWidget()
        if viewport is not None and isinstance(viewport.parentWidget(), QScrollArea):
            break
    return path


class FocusRing(QWidget):
    """A drawn ring that follows its control; it stands beside it, so that no control needs an empty margin."""

    def __init__(self, control: QWidget, radius: float) -> None:
        path = _path_to_host(control)
        super().__init__(path[-1])
        self._control = control
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in path[:-1]:
            widget.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._follow()
        elif event.type() == QEvent.Type.Hide and watched is self._control:
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        control = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint.ring(painter, control, self._radius)

    def _follow(self) -> None:
        host = self.parentWidget()
        if host is not None:
            place = QRect(self._control.mapTo(host, QPoint(0, 0)), self._control.size())
            self.setGeometry(place.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))


if TYPE_CHECKING:
    _Control = QWidget
else:
    _Control = object


class Ringed(_Control):
    """Stands before a control's Qt class among its bases: a ring shows while the keyboard leads.

    Attributes:
        ring_radius: how round the control is, pixels.
    """

    ring_radius: float = 12
    _ring: FocusRing | None = None

    def is_ringed(self) -> bool:
        """Whether the keyboard led here."""
        return self._ring is not None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if came_by_keyboard(event) and self._ring is None:
            self._ring = FocusRing(self, self.ring_radius)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None
