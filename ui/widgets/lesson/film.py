"""Where a film is seen: in its place in the lesson, or as large as the window; and the words under it."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from scuola_digitale.words import say
from ui.widgets import paint
from ui.widgets.lesson.stack import let_grow
from ui.widgets.lesson.tools import Tool
from ui.widgets.pictures import icon
from ui.widgets.theme import theme

_LINES = 2
"""How many lines captions have room for: nothing moves while they come and go."""
_PAD = 10
_STEP_S = 5


class FilmScreen(QWidget):
    """Shows the pictures of a film; a touch plays it."""

    accessible_role = QAccessible.Role.Graphic

    pressed = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setAccessibleName(say("Filmato: {title}", title=title))
        let_grow(self)

    def show_image(self, image: QImage) -> None:
        """Shows one picture of the film."""
        changes = image.size() != self._image.size()
        self._image = image
        if changes:
            self.updateGeometry()
        self.update()

    def image(self) -> QImage:
        """The picture shown."""
        return self._image

    def heightForWidth(self, width: int) -> int:
        size = self._image.size()
        return round(width * (size.height() / size.width() if not size.isEmpty() else 9 / 16))

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(self.width() or 320))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        painter.setBrush(worn.color("incavo"))
        painter.drawRoundedRect(rect, 16, 16)
        if not self._image.isNull():
            painter.drawImage(rect, self._image)
            return
        side = worn.px(56)
        drawn = icon("play", worn.color("ink2"), side)
        painter.drawPixmap(round(rect.center().x() - side / 2), round(rect.center().y() - side / 2), drawn)


class CaptionStrip(QWidget):
    """The words of the moment, in the middle of a strip that keeps its height."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        let_grow(self)

    def tell(self, words: str) -> None:
        """Shows these words, or none."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.update()

    def words(self) -> str:
        """The words shown."""
        return self._words

    def heightForWidth(self, width: int) -> int:
        return QFontMetrics(theme().font("large")).lineSpacing() * _LINES + 2 * _PAD

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        painter.setFont(worn.font("large"))
        painter.setPen(worn.color("ink"))
        room = self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._words)


class FilmViewer(QWidget):
    """A film as large as the window, over everything, until Esc or its cross.

    Space plays and waits, the arrows go five seconds on or back. `sought` gives by how many seconds.
    """

    accessible_role = QAccessible.Role.Dialog

    pressed = Signal()
    sought = Signal(float)

    def __init__(self, title: str, opener: QWidget, image: QImage) -> None:
        super().__init__(opener.window())
        self._opener, self._image = opener, image
        self.strip = CaptionStrip(self)
        self._close = Tool(say("Chiudi"), self, drawing="chiudi")
        self._close.clicked.connect(self.leave)
        self.setAccessibleName(say("Filmato: {title}", title=title))
        self.setAccessibleDescription(
            say("Spazio: parte e si ferma. Frecce: avanti e indietro. Esc: chiudi.")
        )
        # Tab goes about by `focusNextPrevChild` alone: a dialog is no stop among others.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        opener.destroyed.connect(self.deleteLater)
        self.window().installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_image(self, image: QImage) -> None:
        """Shows one picture of the film."""
        self._image = image
        self.update()

    def leave(self) -> None:
        """Closes it and gives the keyboard back."""
        self.hide()
        self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def focusNextPrevChild(self, forwards: bool) -> bool:  # Qt's own signature
        # What lies under the film cannot be seen: the keyboard stays with what can.
        other = self if self._close.hasFocus() else self._close
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        other.setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -_STEP_S, Qt.Key.Key_Right: _STEP_S}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_K}:
            self.pressed.emit()
        elif key in steps:
            self.sought.emit(float(steps[key]))
        # No other key goes on to the lesson under it.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme().color("foglio"))
        if not self._image.isNull():
            size = self._image.size().scaled(self._room().size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(self._room().topLeft(), size)
            place.moveCenter(self._room().center())
            painter.drawImage(place, self._image)

    def _room(self) -> QRect:
        """Where the picture stands: over the captions, under the cross."""
        return QRect(0, self._close.height() + 12, self.width(), self.strip.y() - self._close.height() - 18)

    def _fit(self) -> None:
        self.setGeometry(self.window().rect())
        tall = self.strip.heightForWidth(self.width())
        self.strip.setGeometry(0, self.height() - tall, self.width(), tall)
        self._close.resize(self._close.sizeHint())
        self._close.move(self.width() - self._close.width() - 12, 6)
