"""A listing with the colours of its language, to be copied with one touch."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from scuola_digitale.domain.lesson import Code
from scuola_digitale.words import say
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.lesson.boxes import stands_in_callout
from ui.widgets.lesson.passages import Lit, Passage, Piece, cursor_over, document_pieces, lit_format
from ui.widgets.lesson.prose import code_font
from ui.widgets.lesson.stack import let_grow
from ui.widgets.theme import theme

_PADDING = 16
_TOKENS = (
    ("Token.Comment", "ink2"),
    ("Token.Keyword", "cultura"),
    ("Token.Operator.Word", "cultura"),
    ("Token.Literal.String", "success"),
    ("Token.Literal.Number", "formazione"),
    ("Token.Name.Function", "link"),
    ("Token.Name.Class", "link"),
    ("Token.Name.Tag", "link"),
    ("Token.Name.Builtin", "link"),
)
"""Pygments' families, each with its colour token; the first that fits."""


class CodeView(QWidget, Passage):
    """A listing that scrolls sideways where it is wide."""

    aloud = False

    def __init__(self, code: Code, parent: QWidget) -> None:
        super().__init__(parent)
        self._code = code
        # On the coloured ground of a callout a listing has a sheet of its own.
        self._ground = "foglio" if stands_in_callout(parent) else "incavo"
        self._lines = _Lines(self)
        self._copy = Button(say("Copia"), size="small", parent=self)
        self._copy.clicked.connect(self._copy_all)
        self._write()
        let_grow(self)

    def heightForWidth(self, width: int) -> int:
        wide = self._lines.widest() > width - 2 * _PADDING
        bar = self._lines.horizontalScrollBar().sizeHint().height() if wide else 0
        return max(self._lines.tall() + bar + 2 * _PADDING, self._copy.sizeHint().height() + 16)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(self.width() or 320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lines.setGeometry(self.rect().adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING // 2))
        hint = self._copy.sizeHint()
        self._copy.setGeometry(self.width() - hint.width() - 8, 8, hint.width(), hint.height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._write()
            self.updateGeometry()
        super().changeEvent(event)

    def recolour(self) -> None:
        """The colours of the look changed."""
        self._write()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        edge = worn.color("linea" if worn.high_contrast else self._ground)
        border = 2 if worn.high_contrast else 0
        paint.paper(painter, rect, worn.color(self._ground), edge, radius=12, border=border, lip=border)

    # A passage

    def pieces(self) -> Iterator[Piece]:
        return document_pieces(self._lines.document())

    def end_place(self) -> int:
        return self._lines.document().characterCount() - 1

    def place_at(self, point: QPoint) -> int:
        return self._lines.cursorForPosition(self._lines.mapFrom(self, point)).position()

    def area_of(self, place: int) -> QRect:
        area = self._lines.cursorRect(cursor_over(self._lines.document(), place, place))
        return area.translated(self._lines.pos())

    def choose(self, start: int, end: int) -> None:
        self._lines.setTextCursor(cursor_over(self._lines.document(), start, end))

    def light(self, lit: Sequence[Lit]) -> None:
        selections = []
        for one in lit:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor_over(self._lines.document(), one.start, one.end)
            selection.format = lit_format(one.light)
            selections.append(selection)
        self._lines.setExtraSelections(selections)

    def words_between(self, start: int, end: int) -> str:
        # In a listing the blanks at the head of a line say something.
        text = self._lines.toPlainText()
        return text[start:end]

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self._code.text)
        self._copy.setText(say("Copiato"))
        self._copy.updateGeometry()

    def _write(self) -> None:
        self._lines.write(self._code)
        language = self._code.language
        name = say("Codice in {language}", language=language) if language else say("Codice")
        self._lines.setAccessibleName(name)


class _Lines(QPlainTextEdit):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)

    def write(self, code: Code) -> None:
        """Writes the listing in the theme worn now."""
        self.setFont(code_font(theme().px(16)))
        self.clear()
        cursor = QTextCursor(self.document())
        for kind, words in _coloured(code):
            shape = QTextCharFormat()
            token = next((colour for family, colour in _TOKENS if kind.startswith(family)), "ink")
            shape.setForeground(theme().color(token))
            cursor.insertText(words, shape)

    def widest(self) -> int:
        """Width of the longest line, pixels."""
        lines = self.toPlainText().split("\n")
        return max(self.fontMetrics().horizontalAdvance(line) for line in lines)

    def tall(self) -> int:
        """Height of all lines, pixels."""
        return self.blockCount() * self.fontMetrics().lineSpacing() + 2

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if abs(event.angleDelta().x()) > abs(event.angleDelta().y()):
            super().wheelEvent(event)
        else:
            event.ignore()


def _coloured(code: Code) -> list[tuple[str, str]]:
    """The listing in pieces, each with the name of its family; of one piece where the language is not known."""
    text = code.text.rstrip("\n")
    if not code.language:
        return [("", text)]
    # Late: only lessons with code pay for it.
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(code.language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return [("", text)]
    return [(str(kind), words) for kind, words in lexer.get_tokens(text)]
