"""Fields to write in, with their error said in words under them."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets import paint
from ui.widgets.cards import Icon
from ui.widgets.fonts import Role
from ui.widgets.text import Text
from ui.widgets.theme import theme

LONGEST_LINE = 500
"""Letters that fit: an address is shorter, and no name or question is that long."""


class _Line(QLineEdit):
    focus_changed = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()


class Field(QFrame):
    """A line to write in: `name` is its label for a screen reader, `icon` stands before the words."""

    submitted = Signal(str)
    changed = Signal(str)

    def __init__(
        self, name: str, placeholder: str = "", *, icon: str = "", secret: bool = False, big: bool = False
    ) -> None:
        super().__init__()
        self._big, self._wrong = big, False
        self.line = _Line()
        self.line.setFrame(False)
        self.line.setMaxLength(LONGEST_LINE)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.setFocusProxy(self.line)
        self._lay(icon)
        self.line.focus_changed.connect(self.update)
        self.line.textEdited.connect(self.changed)
        self.line.returnPressed.connect(lambda: self.submitted.emit(self.text()))
        self._dress()

    def text(self) -> str:
        """What is written."""
        return self.line.text()

    def set_text(self, words: str) -> None:
        """Writes into it."""
        self.line.setText(words)

    def mark_wrong(self, *, wrong: bool) -> None:
        """Shows the red edge of an error."""
        self._wrong = wrong
        self.update()

    def add_last(self, widget: QWidget) -> None:
        """Puts a small control at the end of the line."""
        self._row.addWidget(widget)

    def sizeHint(self) -> QSize:
        least = 52 if self._big else 44
        return QSize(320, max(least, QFontMetrics(theme().font(self._role())).height() + 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def recolour(self) -> None:
        """The colours of the look changed."""
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        focused = self.line.hasFocus()
        edge = theme().color("danger" if self._wrong else "focus" if focused else "bordo")
        width = 3 if focused else 2
        paint.paper(
            painter, QRectF(self.rect()), theme().color("foglio"), edge, radius=14, border=width, lip=width
        )

    def _role(self) -> Role:
        return "large" if self._big else "field"

    def _lay(self, icon: str) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 8, 4)
        self._row.setSpacing(12)
        if icon:
            self._row.addWidget(Icon(icon, "link", 24 if self._big else 20))
        self._row.addWidget(self.line, 1)

    def _dress(self) -> None:
        self.line.setFont(theme().font(self._role()))
        palette = QPalette(QApplication.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.line.setPalette(palette)
        self.setFixedHeight(self.sizeHint().height())


class LabelledField(QWidget):
    """A field under its label, with the error in words below, tied to it for a screen reader."""

    def __init__(self, label: str, field: Field) -> None:
        super().__init__()
        self.field = field
        self._name = label
        self.error = Text("", "small-strong", "danger", wrap=True)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        shown = Text(label, "label", "ink2")
        shown.setBuddy(field.line)
        column.addWidget(shown)
        column.addWidget(field)
        column.addWidget(self.error)

    def say_error(self, words: str) -> None:
        """Shows what is wrong, or nothing when `words` is empty."""
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.field.mark_wrong(wrong=bool(words))
        self.field.line.setAccessibleDescription(words)
        if words:
            self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
