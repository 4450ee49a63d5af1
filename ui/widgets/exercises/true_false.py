"""`vero-falso`: sentences to judge one by one."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from scuola_digitale.domain.exercise import Answer, Statement, TrueFalse
from scuola_digitale.domain.judging import Verdict
from scuola_digitale.words import say
from ui.widgets import paint
from ui.widgets.exercises import states
from ui.widgets.exercises.body import Body
from ui.widgets.exercises.heard import HeardWords
from ui.widgets.exercises.lockable import Lockable
from ui.widgets.exercises.states import AnswerState, state_of
from ui.widgets.lesson.label import RichText
from ui.widgets.lesson.stack import Walked
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.theme import theme

_SIDE, _ABOVE = 16, 12
_MARK = 16
"""Room of the dot beside the word that is chosen."""


class TrueFalseBody(Body):
    """A sentence a row, each with «Vero» and «Falso»."""

    def __init__(self, exercise: TrueFalse, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = [_Row(statement, around, self) for statement in exercise.statements]
        for row in self._rows:
            self.add(row, above=10)
            for button in row.buttons:
                button.clicked.connect(self.touched)

    def answer(self) -> Answer:
        return tuple(row.answer() for row in self._rows)

    def restore(self, answer: Answer) -> None:
        for row, sign in zip(self._rows, answer, strict=False):
            row.take(sign)

    def show_verdict(self, verdict: Verdict) -> None:
        for row, right in zip(self._rows, verdict.parts, strict=True):
            row.show_state(state_of(right=right) if row.answer() != "-" or verdict.right else "choose")
            row.lock(locked=verdict.right)

    def reopen(self) -> None:
        for row in self._rows:
            if row.state == "not-yet":
                row.forget()

    def first_control(self) -> QWidget:
        waiting = (row for row in self._rows if row.state != "right")
        return next(waiting, self._rows[0]).buttons[0]


class _Row(HeardWords, Walked):
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, statement: Statement, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.rich = RichText(statement.spans, "option", around=around)
        self.state: AnswerState = "choose"
        self.buttons = (
            _Segment(say("Vero"), self.rich.spoken, self),
            _Segment(say("Falso"), self.rich.spoken, self),
        )
        self._group = QButtonGroup(self)
        for button in self.buttons:
            self._group.addButton(button)
            button.clicked.connect(lambda: self.show_state("choose"))
        self.setAccessibleName(self.rich.spoken)

    def answer(self) -> str:
        """`v`, `f`, or `-` while nothing is chosen."""
        return next((sign for sign, one in zip("vf", self.buttons, strict=True) if one.isChecked()), "-")

    def take(self, sign: str) -> None:
        """Chooses as `answer` says."""
        for own, button in zip("vf", self.buttons, strict=True):
            if own == sign:
                button.setChecked(True)

    def show_state(self, state: AnswerState) -> None:
        """Shows how it was judged."""
        self.state = state
        for button in self.buttons:
            button.state = state
            button.setAccessibleDescription(states.SAID()[state] if button.isChecked() else "")
            button.update()
        self.updateGeometry()
        self.update()

    def lock(self, *, locked: bool) -> None:
        """Keeps it from being changed."""
        for button in self.buttons:
            button.locked = locked

    def forget(self) -> None:
        """Takes the choice back; the mark stays until the next one."""
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(False)
        self._group.setExclusive(True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.rich.refresh()
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        edge = worn.color("linea" if self.state == "choose" else states.EDGES[self.state])
        border = worn.border() if self.state == "choose" else 2
        paint.paper(
            painter, rect, worn.color("foglio"), edge, radius=states.RADIUS, border=border, lip=border
        )
        wide = self._text_width(self.width())
        tall, note = self.rich.height(wide), self._note_height()
        top = worn.px(_ABOVE) if self._stacked(self.width()) else (rect.height() - tall - note) / 2
        side = worn.px(_SIDE)
        self.rich.paint(painter, QRectF(side, top, wide, tall))
        if note:
            room = QRectF(side, top + tall, states.note_width(self.state), note)
            states.draw_note(painter, room, self.state)

    def _note_height(self) -> int:
        return theme().px(26) if states.SAID()[self.state] else 0

    def _buttons_width(self) -> int:
        return sum(button.sizeHint().width() for button in self.buttons) + 8

    def _stacked(self, width: int) -> bool:
        return width - self._buttons_width() - 3 * theme().px(_SIDE) < theme().px(220)

    def _text_width(self, width: int) -> int:
        side = theme().px(_SIDE)
        return max(40, width - 2 * side if self._stacked(width) else width - self._buttons_width() - 3 * side)

    def _walk(self, width: int, *, move: bool) -> int:
        worn = theme()
        above, side = worn.px(_ABOVE), worn.px(_SIDE)
        text = self.rich.height(self._text_width(width)) + self._note_height()
        tall = max(button.sizeHint().height() for button in self.buttons)
        stacked = self._stacked(width)
        height = text + tall + 3 * above if stacked else max(text, tall) + 2 * above
        if move:
            x = side if stacked else width - side - self._buttons_width()
            y = 2 * above + text if stacked else (height - tall) // 2
            for button in self.buttons:
                hint = button.sizeHint()
                button.setGeometry(x, y, hint.width(), tall)
                x += hint.width() + 8
        return height


class _Segment(Lockable, QRadioButton):
    """«Vero» or «Falso» beside a sentence."""

    def __init__(self, words: str, statement: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.state: AnswerState = "choose"
        self.locked = False
        self.setAccessibleName(f"{words}: {statement}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font("strong"))
        return QSize(
            metrics.horizontalAdvance(say("Falso")) + theme().px(36 + _MARK), max(44, metrics.height() + 18)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        state: AnswerState = "choose"
        if self.isChecked():
            state = "chosen" if self.state == "choose" else self.state
        states.draw_ground(painter, rect, state, hovered=self.underMouse() and not self.locked, radius=12)
        painter.setFont(worn.font("strong"))
        ink = worn.color("ink" if state == "choose" else "link" if state == "chosen" else states.EDGES[state])
        room = rect.adjusted(0, 0, 0, -3)
        if self.isChecked():
            # Neither «chosen» nor how it was is told by colour alone.
            words, side = painter.fontMetrics().horizontalAdvance(self.text()), worn.px(_MARK - 6)
            room = room.adjusted(worn.px(_MARK), 0, 0, 0)
            dot = QRectF(
                room.center().x() - words / 2 - worn.px(_MARK), room.center().y() - side / 2, side, side
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(dot)
        paint.text(painter, room, self.text(), ink, align=Qt.AlignmentFlag.AlignCenter)
