"""What can be pressed: mouse, touch, space and return alike, with a ring when the keyboard leads."""

from abc import abstractmethod
from weakref import ReferenceType, ref

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui.widgets import paint
from ui.widgets.abstract import AbstractWidget
from ui.widgets.fonts import Role
from ui.widgets.ring import FocusRing, came_by_keyboard
from ui.widgets.theme import theme

_UP_AND_DOWN = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


class Pressable(QPushButton, metaclass=AbstractWidget):
    """The base of every control that acts when pressed; subclasses draw themselves in `draw`.

    `name` is what a screen reader says, where it differs from the words shown.
    """

    radius: float = 12

    def __init__(self, words: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._ring: FocusRing | None = None
        # Weakly: what had the focus may be a page that is long closed.
        self._left_for: ReferenceType[QWidget] | None = None
        self._left_while_off, self._left_ringed = False, False
        self._measured: tuple[object, QSize] = (None, QSize())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if name:
            self.setAccessibleName(name)

    def is_ringed(self) -> bool:
        """Whether the keyboard led here."""
        return self._ring is not None

    def words(self) -> str:
        """The words shown."""
        return self.text().replace("&&", "&")

    def words_size(self, role: Role) -> QSize:
        """The room its words take on one line in the font of a role, pixels; a layout asks for it many times over."""
        asked = (role, self.text(), theme().measures())
        if self._measured[0] != asked:
            metrics = QFontMetrics(theme().font(role))
            self._measured = asked, QSize(metrics.horizontalAdvance(self.words()), metrics.height())
        return self._measured[1]

    @abstractmethod
    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draws the control in its rectangle."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        self.draw(painter, QRectF(self.rect()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        elif event.type() == QEvent.Type.EnabledChange:
            self._come_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in _UP_AND_DOWN and not self.is_ringed():
            # Who pressed it by mouse reads on by the arrows; who goes by keys goes on to its neighbour.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if came_by_keyboard(event):
            self._ring = FocusRing(self, self.radius)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._left_while_off, self._left_ringed = not self.isEnabled(), self.is_ringed()
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None

    def _come_back(self) -> None:
        """What was switched off while it worked takes the focus back, unless somebody moved it meanwhile."""
        here = QApplication.focusWidget()
        if not self.isEnabled():
            self._left_for = None if here is None else ref(here)
        elif self._left_while_off and here in {None, self._left_for() if self._left_for else None}:
            ringed = Qt.FocusReason.TabFocusReason if self._left_ringed else Qt.FocusReason.OtherFocusReason
            self.setFocus(ringed)
            self._left_while_off = False
