"""Footnotes at the end of a lesson, and the little sheet that opens under a word."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

from scuola_digitale.domain.lesson import AnyBlock, Lesson, Listing, Note, Paragraph, Term
from scuola_digitale.domain.text import Mark, Span
from scuola_digitale.words import say
from ui.presenters.formula_words import spoken_spans
from ui.widgets import paint
from ui.widgets.exercises.saying import announce
from ui.widgets.lesson.blocks import fill
from ui.widgets.lesson.run import TextRun, is_running_text
from ui.widgets.lesson.stack import Padding, Stack
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.pictures import icon
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text
from ui.widgets.theme import theme


class NotesView(Stack):
    """All the footnotes, numbered."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, notes: tuple[Note, ...], around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, padding=Padding(top=18))
        self.setAccessibleName(say("Note della lezione"))
        self.add(Text(say("Note"), "section", parent=self), below=6)
        listed = tuple(note.blocks if all(map(is_running_text, note.blocks)) else () for note in notes)
        self.add(TextRun((Listing(ordered=True, items=listed),), around, self, voice="feedback"))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.line(QPainter(self), QRectF(0, 0, self.width(), 1))


def meaning_of(lesson: Lesson, word: str) -> tuple[AnyBlock, ...] | None:
    """What the glossary says of a word, the word in front; None where it does not know it."""
    term: Term | None = next((one for one in lesson.terms if one.word.casefold() == word.casefold()), None)
    if term is None:
        return None
    return (Paragraph(spans=(Span(term.word, Mark.STRONG), Span("  "), *term.meaning)),)


def note_of(lesson: Lesson, note_id: str) -> tuple[AnyBlock, ...] | None:
    """What a footnote says; None where there is no such note."""
    note = next((one for one in lesson.notes if one.note_id == note_id), None)
    return note.blocks if note else None


class Sheet(Stack):
    """A small sheet that opens under a word and closes with Esc, its cross, or a touch elsewhere."""

    accessible_role = QAccessible.Role.StaticText
    floats = True

    def __init__(
        self, blocks: tuple[AnyBlock, ...], around: Surroundings, opener: QWidget, column: QWidget
    ) -> None:
        super().__init__(column, padding=Padding(18, 11, 52, 11))
        self._opener = opener
        if all(map(is_running_text, blocks)):
            self.add(TextRun(blocks, around, self, voice="feedback"))
        else:
            fill(around, self, blocks)
        self._cross = _Cross(self)
        self._cross.clicked.connect(self.close_sheet)
        said = " ".join(
            spoken_spans(block.spans, around.language) for block in blocks if isinstance(block, Paragraph)
        )
        self.setAccessibleName(said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.installEventFilter(self)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setOffset(0, 6)
        shadow.setBlurRadius(24)
        ink = QColor("#1A1A1A")
        ink.setAlphaF(0.18)
        shadow.setColor(ink)
        self.setGraphicsEffect(shadow)

    def open_at(self, left: int, top: int, width: int) -> None:
        """Opens under a line of the column, and takes the keyboard."""
        self.setGeometry(left, top, width, self.heightForWidth(width))
        side = self._cross.sizeHint().width()
        self._cross.setGeometry(width - side - 8, 6, side, side)
        self.show()
        self.raise_()
        self._cross.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accessibleName())

    def close_sheet(self) -> None:
        """Closes it and gives the keyboard back to where it came from."""
        if self.isVisible():
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A touch on the sheet is none on the column under it, which would close it.
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.Resize}:
            self.close_sheet()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        paint.paper(painter, rect, worn.color("foglio"), worn.color("primary"), radius=14, border=2, lip=2)


class _Cross(Pressable):
    """Closes the sheet."""

    radius = 10

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", name=say("Chiudi"), parent=parent)

    def sizeHint(self) -> QSize:
        return QSize(36, 36)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        if self.underMouse():
            painter.setBrush(worn.color("primary_soft"))
            painter.drawRoundedRect(rect, self.radius, self.radius)
        drawn = icon("chiudi", worn.color("link"), 20)
        painter.drawPixmap(round(rect.center().x() - 10), round(rect.center().y() - 10), drawn)
