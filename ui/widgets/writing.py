"""A sheet to write more than a line on: in the reader's own face, and Tab leaves it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets import paint
from ui.widgets.theme import theme

_SIDE, _ABOVE = 12, 8
LONGEST_TEXT = 4_000
"""Letters that fit: a fact holds 16 KB, and no child writes more."""


class _Paper(QPlainTextEdit):
    submitted = Signal()
    focus_changed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)
        # Whatever is pressed here is meant for the words.
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()


class WritingSheet(QFrame):
    """`lines` lines to write on; `name` is what a screen reader says. Ctrl and return hand it in."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, name: str, *, lines: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.edge = "bordo"
        self.ground = "foglio"
        self.paper = _Paper()
        self.paper.setFrameShape(QFrame.Shape.NoFrame)
        self.paper.setTabChangesFocus(True)
        self.paper.setAccessibleName(name)
        self.paper.viewport().setAutoFillBackground(False)
        self.setFocusProxy(self.paper)
        self.paper.textChanged.connect(self._shorten)
        self.paper.submitted.connect(self.submitted)
        self.paper.focus_changed.connect(self.update)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _ABOVE, _SIDE, _ABOVE + 3)
        column.addWidget(self.paper)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()

    def text(self) -> str:
        """What is written."""
        return self.paper.toPlainText()

    def set_text(self, words: str) -> None:
        """Writes into it, as if it had always stood there."""
        self.paper.blockSignals(True)
        self.paper.setPlainText(words)
        self.paper.blockSignals(False)

    def set_edge(self, edge: str, ground: str) -> None:
        """Changes edge and ground, by their tokens: how the answer stands."""
        self.edge, self.ground = edge, ground
        self.update()

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self.paper.font()).lineSpacing()
        return QSize(420, line * self._lines + 2 * _ABOVE + 16)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def recolour(self) -> None:
        """Takes the colours of the theme worn now."""
        palette = QPalette(self.paper.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, theme().color("ink"))
        self.paper.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        focused = self.paper.hasFocus()
        edge = worn.color("focus" if focused else self.edge)
        width = 3 if focused else 2
        paint.paper(painter, rect, worn.color(self.ground), edge, radius=14, border=width, lip=width)

    def _shorten(self) -> None:
        words = self.text()
        if len(words) > LONGEST_TEXT:
            cursor = self.paper.textCursor()
            self.set_text(words[:LONGEST_TEXT])
            cursor.setPosition(LONGEST_TEXT)
            self.paper.setTextCursor(cursor)
        self.changed.emit()

    def _dress(self) -> None:
        self.paper.setFont(theme().font("reading"))
        self.recolour()
        self.updateGeometry()
