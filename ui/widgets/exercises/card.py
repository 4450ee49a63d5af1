"""The card of an exercise: question, answer, verdict, hints, and what was saved of it."""

import shiboken6
from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from scuola_digitale.domain.exercise import Answer, Open, Spotting
from scuola_digitale.domain.judging import Verdict
from scuola_digitale.domain.text import plain
from scuola_digitale.words import say
from ui.presenters.exercise import ExercisePresenter, Saving
from ui.presenters.formula_words import spoken_spans
from ui.presenters.lesson import ExerciseState
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.exercises.feedback import CardHead, FeedbackBox, HintBox
from ui.widgets.exercises.kinds import body_for
from ui.widgets.exercises.saying import announce
from ui.widgets.lesson.drawings import Shown
from ui.widgets.lesson.figure import GrowingPicture, read_picture
from ui.widgets.lesson.label import RichLabel
from ui.widgets.lesson.stack import Flow, Padding, Stack, Walked, height_of
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.text import Text
from ui.widgets.theme import theme

_AIR = 16
"""Pixels over what is brought into sight."""


class ExerciseCard(Stack):
    """An exercise in its place in the lesson; `goes_on` tells whether something is to come after the last one, too.

    `answered` tells its ref and whether the answer was right; `onwards` that the pupil is done here; `changed`
    that an answer was begun, changed, or judged.
    """

    accessible_role = QAccessible.Role.Grouping
    answered = Signal(str, bool)
    onwards = Signal()
    changed = Signal()

    def __init__(
        self,
        presenter: ExercisePresenter,
        around: Surroundings,
        parent: QWidget,
        *,
        teacher: str = "",
        goes_on: bool = False,
    ) -> None:
        super().__init__(parent, padding=Padding(24, 15, 24, 26))
        self._goes_on = goes_on
        self.presenter = presenter
        self._around = around
        self._state = ExerciseState(number=1, total=1, stones=("now",))
        self._is_begun = False
        self._head = CardHead(self)
        self.add(self._head, below=3)
        self.add(_question(presenter, around, self), below=16)
        self._body = body_for(presenter, around, self)
        self.add(self._body, below=16)
        self._nudge = Text("", "strong", "ink", wrap=True, parent=self)
        self.add(self._nudge, below=16)
        self._hints = Stack(self)
        self.add(self._hints, below=16)
        self._feedback = FeedbackBox(around, self)
        self.add(self._feedback, below=16)
        self._make_buttons(teacher or say("alla maestra"))
        self._make_saving()
        self._hints.hide()
        self._feedback.hide()
        self._nudge.hide()
        self._body.touched.connect(self._touched)
        self._body.submitted.connect(self._press)
        presenter.changed = self._show_saving
        self._show_buttons()

    @property
    def language(self) -> str:
        """The language of its lesson, in which formulas are said."""
        return self._around.language

    def show_place(self, state: ExerciseState) -> None:
        """Shows where it stands in its lesson."""
        self._state = state
        self._head.show_place(state.label, state.stones, state.spoken_stones)
        self.setAccessibleName(
            f"{state.label}: {spoken_spans(self.presenter.exercise.question, self._around.language)}"
        )

    def begun(self) -> Answer | None:
        """The answer as it stands, if the pupil changed it and nobody has judged it yet."""
        return self._body.answer() if self._is_begun else None

    def go_on_with(self, answer: Answer) -> None:
        """Puts back an answer that was begun another time."""
        self._body.restore(answer)
        self._is_begun = True

    def take_focus(self) -> None:
        """Brings the keyboard to where the answer is given."""
        self._body.first_control().setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._press()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Painted means in sight: the time of the try runs from here.
        self.presenter.begin()
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        paint.paper(
            painter, rect, worn.color("carta"), worn.color("linea"), radius=20, border=worn.border(), lip=3
        )

    def _make_buttons(self, teacher: str) -> None:
        row = Flow(self)
        self._act = Button(say("Controlla"), "primary", parent=row)
        self._hint = Button(say("Un aiuto"), icon="aiuto", parent=row)
        self._help = Button(say("Chiedi {teacher}", teacher=teacher), "quiet", icon="mano", parent=row)
        for widget in (self._act, self._hint, self._help):
            row.add(widget)
        self._act.clicked.connect(self._press)
        self._hint.clicked.connect(self._show_hint)
        self._help.clicked.connect(self._ask_help)
        self.add(row)

    def _make_saving(self) -> None:
        self._problem = Stack(self)
        self._problem_words = Text("", "small-strong", "danger", wrap=True, parent=self._problem)
        again = Button(say("Riprova a salvare"), size="small", icon="riprova", parent=self._problem)
        again.clicked.connect(self.presenter.save_again)
        self._problem.add(self._problem_words)
        self._problem.add(again, above=8)
        self.add(self._problem, above=14)
        self._problem.hide()

    def _press(self) -> None:
        presenter = self.presenter
        if presenter.verdict is not None and (presenter.verdict.right or presenter.verdict.waits):
            self.onwards.emit()
        elif presenter.open:
            self._check()
        else:
            self._retry()

    def _check(self) -> None:
        verdict = self.presenter.check(self._body.answer())
        if verdict.score is None and not verdict.waits:
            self._show_nudge(plain(verdict.feedback))
            return
        self._nudge.hide()
        self._is_begun = False
        self._body.show_verdict(verdict)
        self.answered.emit(self.presenter.ref, verdict.right or verdict.waits)
        self._show_feedback(verdict)
        self._show_buttons()
        self.changed.emit()

    def _retry(self) -> None:
        self.presenter.retry()
        self._body.reopen()
        self._show_buttons()
        self.take_focus()

    def _touched(self) -> None:
        self._nudge.hide()
        self._is_begun = True
        if not self.presenter.open:
            self._feedback.setVisible(self._feedback.isVisible() and not self._hands_in())
            # Who goes straight on to another answer need not press «Riprova» first.
            self.presenter.retry()
            self._show_buttons()
        self.changed.emit()

    def _hands_in(self) -> bool:
        return isinstance(self.presenter.exercise, Open)

    def _show_nudge(self, words: str) -> None:
        self._nudge.setText(words)
        self._nudge.show()
        self._nudge.updateGeometry()
        self.take_focus()
        self._bring_into_sight(self._body.first_control(), self._nudge)
        announce(self, words)

    def _show_feedback(self, verdict: Verdict) -> None:
        done = self._state.stones.count("done")
        said = self._feedback.show_verdict(verdict, done, self._state.total)
        self._feedback.show()
        self._bring_into_sight(self._feedback)
        announce(self, said)

    def _show_hint(self) -> None:
        spans = self.presenter.hint()
        if spans is None:
            return
        number = len(self.presenter.hints)
        self._hints.add(HintBox(spans, number, self._around, self._hints), above=10)
        self._hints.show()
        self._hints.updateGeometry()
        self._show_buttons()
        self._bring_into_sight(self._hints.widgets()[-1])
        announce(
            self,
            say("Aiuto {number}: {hint}", number=number, hint=spoken_spans(spans, self._around.language)),
        )

    def _ask_help(self) -> None:
        self.presenter.ask_help()
        self._show_buttons()
        announce(self, self._help.words())

    def _show_buttons(self) -> None:
        presenter = self.presenter
        right = presenter.verdict is not None and (presenter.verdict.right or presenter.verdict.waits)
        last = self._state.number == self._state.total
        words, icon = say("Consegna") if self._hands_in() else say("Controlla"), ""
        if right:
            words = say("Avanti")
        elif not presenter.open:
            words, icon = say("Riprova"), "riprova"
        self._act.setText(words)
        self._act.set_icon(icon)
        focused = next((one for one in (self._act, self._hint, self._help) if one.hasFocus()), None)
        self._act.setVisible(self._goes_on or not (right and last))
        self._hint.setText(say("Un altro aiuto") if presenter.hints else say("Un aiuto"))
        self._hint.setVisible(bool(presenter.hints_left) and not right)
        self._help.setVisible(presenter.can_ask_for_help and not right)
        if presenter.help_asked:
            self._help.setText(say("Ho chiesto aiuto"))
        self._help.setEnabled(not presenter.help_asked)
        for button in (self._act, self._hint, self._help):
            button.updateGeometry()
        if focused is not None and (focused.isHidden() or not focused.isEnabled()):
            # Qt would hand the keyboard to whatever comes next, in another exercise or out of the lesson.
            (self if self._act.isHidden() else self._act).setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_into_sight(self, first: QWidget, last: QWidget | None = None) -> None:
        """Once all has its place, what stands from `first` to `last` is in sight, `first` before all.

        Without a `last` all down to the card's foot, so that the buttons are there.
        """

        def scroll() -> None:
            area = self.parentWidget()
            while area is not None and not isinstance(area, QScrollArea):
                area = area.parentWidget()
            held = area.widget() if area is not None else None
            if area is None or held is None:
                return
            bar, tall = area.verticalScrollBar(), area.viewport().height()
            top = first.mapTo(held, QPoint(0, -_AIR)).y()
            end = self if last is None else last
            foot = end.mapTo(held, QPoint(0, end.height() + _AIR)).y()
            if foot > bar.value() + tall or top < bar.value():
                bar.setValue(min(foot - tall, top))

        QTimer.singleShot(0, self, scroll)

    def _show_saving(self) -> None:
        if not shiboken6.isValid(self):
            # The lesson was closed while its answer was on the way to the disk.
            return
        saving, problem = self.presenter.saving, self.presenter.problem
        if saving is Saving.WAITING:
            self._head.tell_saving(say("Sto salvando…"), saved=False)
        elif saving is Saving.SAVED:
            self._head.tell_saving(say("Salvato qui"), saved=True)
        else:
            self._head.tell_saving("", saved=False)
        if problem is not None:
            self._problem_words.setText(str(problem))
            announce(self, str(problem))
        self._problem.setVisible(problem is not None)


def _question(presenter: ExercisePresenter, around: Surroundings, parent: QWidget) -> QWidget:
    exercise = presenter.exercise
    words = RichLabel(exercise.question, "question", None, around=around)
    # A picture to touch is the place of the answer itself.
    if exercise.picture is None or isinstance(exercise, Spotting):
        words.setParent(parent)
        return words
    data, size = read_picture(around, exercise.picture)
    if size is None:
        words.setParent(parent)
        return words
    return _Beside(words, GrowingPicture(Shown(data, size, exercise.picture_alt)), parent)


class _Beside(Walked):
    """A question with its drawing beside it, or under it where the card is narrow."""

    def __init__(self, words: QWidget, picture: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._picture = words, picture
        for widget in (words, picture):
            widget.setParent(self)

    def _walk(self, width: int, *, move: bool) -> int:
        drawn = min(width, theme().px(190))
        beside = width - drawn - 20 >= theme().px(260)
        own = width - drawn - 20 if beside else width
        tall, high = height_of(self._words, own), height_of(self._picture, drawn)
        if move:
            self._words.setGeometry(0, 0, own, tall)
            left, top = (width - drawn, 0) if beside else ((width - drawn) // 2, tall + 12)
            self._picture.setGeometry(left, top, drawn, high)
        return max(tall, high) if beside else tall + 12 + high
