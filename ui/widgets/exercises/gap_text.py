"""A text with places in its lines over which controls stand, wherever the lines break."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QAccessible,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.text import Spans
from ui.presenters.formula_words import spoken_spans
from ui.widgets.exercises.lines import AnswerLine
from ui.widgets.exercises.tiles import Tile
from ui.widgets.lesson.inline import OBJECT, gap_format
from ui.widgets.lesson.passages import Lit, Passage, Piece, document_pieces, shown_selections
from ui.widgets.lesson.prose import CLOSING, JOINER, Prose, paint_marks, x_of
from ui.widgets.lesson.stack import let_grow
from ui.widgets.lesson.style import style
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.theme import theme

_AIR = 4
"""Room left and right of a control, pixels."""
_BETWEEN = 3
"""Room over and under it."""

Control = AnswerLine | Tile
"""What stands in a gap; its letters stand on the line of the words around it."""


class GapText(QWidget, Passage):
    """`pieces` with a control between each two of them; the controls' size hints make the room."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, pieces: tuple[Spans, ...], around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._pieces, self._around = pieces, around
        self._controls: list[Control] = []
        self._document = QTextDocument()
        self._prose: Prose
        self._at: list[int] = []
        self._chosen = (0, 0)
        self._lit: tuple[Lit, ...] = ()
        self.setAccessibleName(" … ".join(spoken_spans(piece, around.language).strip() for piece in pieces))
        let_grow(self)

    def hold(self, controls: Sequence[Control]) -> None:
        """Takes the controls, one fewer than the pieces; they are its children."""
        self._controls = list(controls)
        self.write()

    def write(self) -> None:
        """Sets the text anew: a control changed its size, or the theme did."""
        self._prose = Prose(document=self._document, style=style("option"), linked=False)
        self._prose.picture = self._around.small_picture
        self._prose.clear()
        self._prose.paragraph(self._pieces[0])
        self._at = []
        for piece, control in zip(self._pieces[1:], self._controls, strict=True):
            cursor = QTextCursor(self._document)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self._at.append(cursor.position())
            hint = control.sizeHint()
            depth = hint.height() - control.baseline() + _BETWEEN
            room = gap_format(hint.width() + 2 * _AIR, hint.height() + 2 * _BETWEEN, depth)
            cursor.insertText(OBJECT, room)
            if piece and piece[0].text[:1] in CLOSING:
                cursor.insertText(JOINER, QTextCharFormat())
            self._prose.write(cursor, piece)
        self._place()
        self.updateGeometry()
        self.update()

    # A passage

    def pieces(self) -> Iterator[Piece]:
        return document_pieces(self._document, self._around.language)

    def end_place(self) -> int:
        return self._document.characterCount() - 1

    def place_at(self, point: QPoint) -> int:
        return self._document.documentLayout().hitTest(QPointF(point), Qt.HitTestAccuracy.FuzzyHit)

    def area_of(self, place: int) -> QRect:
        block = self._document.findBlock(place)
        line = block.layout().lineForTextPosition(place - block.position())
        left = x_of(line, place - block.position()) if line.isValid() else 0.0
        top = block.layout().position().y() + (line.y() if line.isValid() else 0.0)
        return QRectF(left, top, 1, line.height() if line.isValid() else 1).toRect()

    def choose(self, start: int, end: int) -> None:
        self._chosen = (start, end)
        self.update()

    def light(self, lit: Sequence[Lit]) -> None:
        self._lit = tuple(lit)
        self.update()

    def heightForWidth(self, width: int) -> int:
        self._document.setTextWidth(width)
        return round(self._document.size().height()) + 4

    def sizeHint(self) -> QSize:
        width = self.width() or 320
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.write()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.write()
        super().changeEvent(event)

    def recolour(self) -> None:
        """The colours of the look changed."""
        if self._prose.coloured:
            self.write()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_marks(painter, self._document, self._prose.marks, QPointF(0, 0))
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(context.palette)
        palette.setColor(QPalette.ColorRole.Text, theme().color("ink"))
        context.palette = palette
        context.selections = shown_selections(self._document, self._lit, self._chosen)
        self._document.documentLayout().draw(painter, context)

    def _place(self) -> None:
        self._document.setTextWidth(max(40, self.width()))
        # Asking for the size has the document laid out.
        self._document.size()
        for at, control in zip(self._at, self._controls, strict=True):
            block = self._document.findBlock(at)
            line = block.layout().lineForTextPosition(at - block.position())
            left = x_of(line, at - block.position())
            hint = control.sizeHint()
            top = block.layout().position().y() + line.y() + line.ascent() - control.baseline()
            width = min(hint.width(), max(40, self.width() - 2 * _AIR))
            control.setGeometry(round(left) + _AIR, round(top), width, hint.height())
