"""`aperta`: a text in one's own words, what it waits for, and what the teacher said."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.exercise import Answer, Open
from scuola_digitale.domain.judging import Verdict
from scuola_digitale.domain.open_answers import Mark, OpenAnswer
from scuola_digitale.domain.text import words
from ui.presenters.formula_words import spoken_spans
from ui.presenters.open_answers import MARKED, NAME, WAITS, comment_words
from ui.widgets import paint
from ui.widgets.chips import Chip
from ui.widgets.exercises.body import Body
from ui.widgets.lesson.label import RichLabel
from ui.widgets.lesson.stack import Padding, Stack
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.pictures import icon
from ui.widgets.text import Text
from ui.widgets.theme import theme
from ui.widgets.writing import WritingSheet


class OpenBody(Body):
    """A sheet; what was handed in before stands on it, with the teacher's word under it."""

    def __init__(
        self, exercise: Open, written: OpenAnswer | None, around: Surroundings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.sheet = WritingSheet(NAME(), lines=exercise.lines, parent=self)
        self.sheet.paper.setAccessibleDescription(spoken_spans(exercise.question, around.language))
        self._state = Chip(WAITS(), "plain", "orologio")
        self._state.setParent(self)
        self._comment = CommentBox(self)
        self.add(self.sheet, below=10)
        self.add(_Left(self._state, self), below=8)
        self.add(self._comment)
        self._state.hide()
        self._comment.hide()
        if written is not None:
            self.sheet.set_text(written.text)
            self._show(written.mark)
        self.sheet.changed.connect(self._edited)
        self.sheet.submitted.connect(self.submitted)

    def answer(self) -> Answer:
        return (self.sheet.text(),)

    def restore(self, answer: Answer) -> None:
        self.sheet.blockSignals(True)
        self.sheet.set_text("".join(answer))
        self.sheet.blockSignals(False)
        self._state.hide()
        self.sheet.set_edge("bordo", "foglio")

    def show_verdict(self, verdict: Verdict) -> None:
        self._show(None)

    def reopen(self) -> None:
        self._state.hide()

    def first_control(self) -> QWidget:
        return self.sheet.paper

    def _show(self, mark: Mark | None) -> None:
        if mark is None:
            self._state.tell(WAITS(), "plain", "orologio")
            self.sheet.set_edge("bordo", "carta")
        else:
            done = mark.score == 100
            said = MARKED()["fatto" if done else "quasi"]
            self._state.tell(said, "ok" if done else "warn", "fatto" if done else "riprova")
            self.sheet.set_edge("success" if done else "warning", "foglio")
            self._comment.show_comment(mark)
        self._state.show()
        self._comment.setVisible(mark is not None and bool(mark.comment))
        self.updateGeometry()

    def _edited(self) -> None:
        self._state.hide()
        self.sheet.set_edge("bordo", "foglio")
        self.touched.emit()


class _Left(QWidget):
    """Holds a chip at its own width."""

    def __init__(self, chip: Chip, parent: QWidget) -> None:
        super().__init__(parent)
        chip.setParent(self)
        self._chip = chip

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._chip.isHidden():
            return 0
        hint = self._chip.sizeHint()
        self._chip.setGeometry(0, 0, min(width, hint.width()), hint.height())
        return hint.height()


class CommentBox(Stack):
    """What the teacher wrote under an answer."""

    accessible_role = QAccessible.Role.Note

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, padding=Padding(52, 10, 18, 12))
        self._who = Text("", "small-strong", "ink2", parent=self)
        self._words = RichLabel((), "feedback", self)
        self.add(self._who)
        self.add(self._words, above=2)

    def show_comment(self, mark: Mark) -> None:
        """Shows a mark's comment."""
        self._who.setText(comment_words())
        self._words.show_spans(words(mark.comment))
        self.setAccessibleName(f"{comment_words()} {mark.comment}")

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        ground, edge = worn.color("warning_soft"), worn.color("warning_edge")
        border = worn.border()
        paint.paper(painter, rect, ground, edge, radius=14, border=border, lip=border)
        painter.drawPixmap(worn.px(18), worn.px(12), icon("messaggio", worn.color("formazione"), worn.px(22)))
