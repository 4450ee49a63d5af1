"""Ripasso: a few exercises a day, one at a time, and why they come back."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.domain.exercise import Answer, Exercise
from scuola_digitale.domain.lesson import Lesson
from scuola_digitale.domain.people import Pupil
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui import background
from ui.presenters.desk import Desk, Shelf
from ui.presenters.exercise import ExercisePresenter
from ui.presenters.lesson import ExerciseState, Stone, ask_whom, exercises_in
from ui.presenters.review import Question, ReviewPresenter, ending_words
from ui.widgets.accessible import tell_parts
from ui.widgets.begun import Begun
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.empty import Empty
from ui.widgets.exercises.card import ExerciseCard
from ui.widgets.layouts import clear
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.page import Page
from ui.widgets.recording import saver
from ui.widgets.stones import Cairn
from ui.widgets.text import Text
from ui.widgets.theme import theme

_WIDEST = 760


@dataclass(frozen=True, slots=True)
class _Ready:
    """A question with its exercise, read from its lesson."""

    question: Question
    exercise: Exercise
    lesson: Lesson


class ReviewPage(Page):
    """Begins with what there is to do, ends with a word; between them one exercise at a time."""

    today_wanted = Signal()

    def __init__(self, desk: Desk, pupil: Pupil) -> None:
        super().__init__(desk, ReviewPresenter.title, ReviewPresenter.detail)
        tell_parts()
        self._pupil = pupil
        self._teacher = ask_whom(desk.school.staff())
        self._queue: tuple[Question, ...] = ()
        self._stones: list[Stone] = []
        self._place = -1
        self._answered: dict[str, bool] = {}
        self.card: ExerciseCard | None = None
        self.start: Button | None = None
        self._begun = Begun(desk.school, pupil.person, "ripasso", self._read_begun, self)
        self._plan()

    def leave(self) -> None:
        """The page is left: an answer that was begun is kept."""
        self._begun.keep()

    def refresh(self) -> None:
        super().refresh()
        # In the middle of a review nothing is planned anew.
        if self._place < 0:
            self._plan()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        if self.card is not None:
            self.card.setMaximumWidth(theme().px(_WIDEST))

    def _plan(self) -> None:
        desk, pupil = self.desk, self._pupil
        background.run("plan the review", lambda: ReviewPresenter(desk, pupil), self._show_plan, owner=self)

    def _show_plan(self, presenter: ReviewPresenter) -> None:
        self._queue = presenter.questions()
        if self._place >= 0 or not self.is_new((self._queue, presenter.next_time())):
            return
        self._clear()
        if not self._queue:
            empty = Empty(presenter.nothing, presenter.next_time(), presenter.to_today)
            empty.way_on.connect(self.today_wanted)
            self.body.addWidget(empty)
            return
        self.body.addWidget(self._invitation(presenter))

    def _invitation(self, presenter: ReviewPresenter) -> Card:
        card = Card()
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(Text(presenter.amount(), "heading", wrap=True))
        words.addWidget(Text(presenter.why_title, "strong", wrap=True))
        words.addWidget(Text(presenter.why, "ui", "ink2", wrap=True))
        words.addSpacing(12)
        self.start = Button(presenter.begin, "primary", size="big", icon="ripasso")
        self.start.clicked.connect(self._next)
        words.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addLayout(words, 1)
        line.addWidget(Cairn(3, 6, width=104), 0, Qt.AlignmentFlag.AlignVCenter)
        card.column.addLayout(line)
        return card

    def _next(self) -> None:
        self._place += 1
        if self._place >= len(self._queue):
            self._end()
            return
        if not self._stones:
            self._stones = ["empty"] * len(self._queue)
        question, library = self._queue[self._place], self.desk.library
        background.run(
            "read a question",
            lambda: _read(library, question),
            self._show_question,
            self._skip_missing,
            owner=self,
        )

    def _skip_missing(self, _problem: ScuolaError) -> None:
        # A pack was removed meanwhile, or a new edition has no such exercise: there are others.
        self._next()

    def _show_question(self, ready: _Ready) -> None:
        self._clear()
        self.body.addWidget(Text(ready.question.lesson_title, "section", wrap=True))
        self.body.addWidget(Text(ready.question.why, "ui", "ink2", wrap=True))
        self.body.addSpacing(12)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self.card = self._make_card(ready, holder)
        column.addWidget(self.card)
        self.body.addWidget(holder)
        self.body.addSpacing(12)
        self.onwards = Button(ReviewPresenter.skip, "quiet", icon="avanti", icon_last=True)
        self.onwards.clicked.connect(self._next)
        self.body.addWidget(self.onwards, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_narrow(narrow=self.narrow)
        self.verticalScrollBar().setValue(0)
        if self.isVisible():  # whoever went on to another page meanwhile writes there
            self.card.take_focus()

    def _make_card(self, ready: _Ready, parent: QWidget) -> ExerciseCard:
        pack, library = ready.lesson.head.pack, self.desk.library
        around = Surroundings(
            read=lambda path: library.file(pack, path),
            media=lambda path: library.media_path(pack, path),
            language=ready.lesson.head.language,
        )
        earlier = self.desk.school.progress(self._pupil.person).exercise(ready.question.ref)
        presenter = ExercisePresenter(
            ready.exercise,
            ref=ready.question.ref,
            edition=ready.lesson.head.edition,
            person=self._pupil.person,
            earlier=earlier,
            save=saver(self.desk.school),
            clock=self.desk.clock,
            again=earlier.attempts,
        )
        card = ExerciseCard(presenter, around, parent, teacher=self._teacher)
        card.show_place(self._state())
        card.answered.connect(self._was_answered)
        card.onwards.connect(self._next)
        card.changed.connect(self._begun.keep_soon)
        if (begun := self._begun.earlier.get(ready.question.ref)) is not None:
            card.go_on_with(begun)
        return card

    def _read_begun(self) -> dict[str, Answer]:
        """What stands in the question in hand and was not handed in."""
        begun = self.card.begun() if self.card is not None else None
        return {self.card.presenter.ref: begun} if self.card is not None and begun is not None else {}

    def _state(self) -> ExerciseState:
        stones = list(self._stones)
        if stones[self._place] == "empty":
            stones[self._place] = "now"
        return ExerciseState(number=self._place + 1, total=len(self._queue), stones=tuple(stones))

    def _was_answered(self, ref: str, right: bool) -> None:  # the signal's own signature
        # The first answer tells whether it was remembered; the later ones are practice.
        self._answered.setdefault(ref, right)
        if right:
            self._stones[self._place] = "done"
        if self.card is not None:
            self.card.show_place(self._state())
        last = self._place == len(self._queue) - 1
        self.onwards.setText(ReviewPresenter.finish if last else ReviewPresenter.onwards)
        self.onwards.updateGeometry()

    def _end(self) -> None:
        self._clear()
        right = sum(self._answered.values())
        card = Card()
        line = QHBoxLayout()
        line.setSpacing(24)
        laid = self._stones.count("done")
        line.addWidget(Cairn(laid, max(1, len(self._queue)), width=104), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        words.addWidget(Text(ReviewPresenter.done_title, "heading", wrap=True))
        words.addWidget(Text(ending_words(len(self._answered), right), "ui", "ink2", wrap=True))
        words.addSpacing(12)
        back = Button(ReviewPresenter.to_today, "primary", size="big")
        back.clicked.connect(self.today_wanted)
        words.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        line.addLayout(words, 1)
        card.column.addLayout(line)
        self.body.addWidget(card)
        self._place, self._stones, self._answered = -1, [], {}
        self.is_new(None)
        back.setFocus(Qt.FocusReason.TabFocusReason)

    def _clear(self) -> None:
        self.card = self.start = None
        clear(self.body)


def _read(library: Shelf, question: Question) -> _Ready:
    lesson = library.lesson(question.lesson_ref)
    for block in exercises_in(lesson.blocks):
        if block.exercise.exercise_id == question.exercise_id:
            return _Ready(question, block.exercise, lesson)
    raise _NoSuchExerciseError


class _NoSuchExerciseError(ScuolaError):
    """The lesson that is installed has no exercise of this id any more."""

    def __init__(self) -> None:
        super().__init__(say("Questa domanda non c’è più."), remedy=say("Passa alla prossima."))
