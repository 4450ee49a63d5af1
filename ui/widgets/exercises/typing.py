"""`numero` and `testo`: one line to write on."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scuola_digitale.domain.exercise import Answer, Number, Words
from scuola_digitale.domain.judging import Verdict
from scuola_digitale.words import say
from ui.presenters.formula_words import spoken_spans
from ui.widgets import paint
from ui.widgets.exercises import states
from ui.widgets.exercises.body import Body
from ui.widgets.exercises.lines import AnswerLine
from ui.widgets.exercises.states import AnswerState, state_of
from ui.widgets.lesson.stack import Flow
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.theme import theme


class TypedBody(Body):
    """A line for a number or for a few words."""

    def __init__(self, exercise: Number | Words, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        unit = exercise.unit if isinstance(exercise, Number) else ""
        letters = 10 if isinstance(exercise, Number) else 26
        name = say("Risposta, in {unit}", unit=unit) if unit else say("Risposta")
        row = Flow(self)
        self._line = AnswerLine(name, row, unit=unit, letters=letters)
        self._line.setPlaceholderText(say("scrivi qui"))
        self._line.setAccessibleDescription(spoken_spans(exercise.question, around.language))
        self._note = Note(row)
        row.add(self._line)
        row.add(self._note)
        self._note.hide()
        self._line.textEdited.connect(self._edited)
        self._line.returnPressed.connect(self.submitted)
        self.add(row)

    def answer(self) -> Answer:
        return (self._line.text(),)

    def restore(self, answer: Answer) -> None:
        self._line.setText("".join(answer))

    def show_verdict(self, verdict: Verdict) -> None:
        state = state_of(right=verdict.right)
        self._line.show_state(state)
        self._line.setReadOnly(verdict.right)
        self._note.show_state(state)

    def reopen(self) -> None:
        self._line.selectAll()

    def first_control(self) -> QWidget:
        return self._line

    def _edited(self) -> None:
        self._note.show_state("choose")
        self.touched.emit()


class Note(QWidget):
    """The word that says how an answer was, beside it."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state: AnswerState = "choose"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_state(self, state: AnswerState) -> None:
        """Shows another word, or none."""
        self._state = state
        self.setAccessibleName(states.SAID()[state])
        self.setVisible(bool(states.SAID()[state]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(states.note_width(self._state), max(48, theme().px(48)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        states.draw_note(painter, QRectF(self.rect()), self._state)
