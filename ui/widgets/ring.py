"""The focus ring: shown around a control while the keyboard leads, 2 px away from it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.widgets import paint

_MARGIN = 6

_KEYBOARD = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


def came_by_keyboard(event: QFocusEvent) -> bool:
    """Whether the focus arrived by a key rather than by a touch."""
    return event.reason() in _KEYBOARD


class FocusRing(QWidget):
    """A drawn ring that follows its control; it stands beside it, so that no control needs an empty margin."""

    def __init__(self, control: QWidget, radius: float) -> None:
        super().__init__(control.parentWidget())
        self._control = control
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        control.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._follow()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        control = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint.ring(painter, control, self._radius)

    def _follow(self) -> None:
        self.setGeometry(self._control.geometry().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
