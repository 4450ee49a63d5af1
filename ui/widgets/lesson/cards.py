"""The exercises of a lesson at work: makes their cards, has what is done written down, tells the page."""

from bisect import insort
from collections.abc import Callable, Mapping, Sequence

import shiboken6
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.exercise import Answer, Open
from scuola_digitale.domain.facts import Fact, LessonOpened
from scuola_digitale.domain.lesson import ExerciseBlock
from scuola_digitale.domain.open_answers import OpenAnswer
from scuola_digitale.domain.people import Pupil
from scuola_digitale.errors import ScuolaError
from ui import background
from ui.presenters.desk import Desk
from ui.presenters.exercise import ExercisePresenter
from ui.presenters.lesson import LessonPresenter, ask_whom
from ui.widgets.exercises.card import ExerciseCard
from ui.widgets.lesson.surroundings import Surroundings


class Cards(QObject):
    """All the cards of one lesson.

    `answered` is told at every verdict, `changed` at every change of an answer, `onwards` when a pupil wants
    the next exercise, `saved` whether all that was done so far is on the disk.
    """

    answered = Signal()
    onwards = Signal()
    changed = Signal()
    saved = Signal(bool)

    def __init__(
        self, desk: Desk, pupil: Pupil | None, lesson: LessonPresenter, around: Surroundings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._pupil, self._lesson, self._around = desk, pupil, lesson, around
        self._teacher = ask_whom(desk.school.staff())
        self._begun: dict[str, Answer] = {}
        self._on_their_way = 0
        self._failed = 0
        self.cards: list[ExerciseCard] = []

    def make(self, block: ExerciseBlock, parent: QWidget) -> QWidget:
        """The card of an exercise."""
        ref = f"{self._lesson.lesson.head.ref}/{block.exercise.exercise_id}"
        presenter = ExercisePresenter(
            block.exercise,
            ref=ref,
            edition=self._lesson.lesson.head.edition,
            person=self._pupil.person if self._pupil else None,
            earlier=self._lesson.earlier(ref),
            save=self._save,
            clock=self._desk.clock,
            written=self._written(block, ref),
        )
        card = ExerciseCard(presenter, self._around, parent, teacher=self._teacher, goes_on=True)
        card.show_place(self._lesson.progress_of(ref))
        card.answered.connect(self._was_answered)
        card.onwards.connect(self.onwards)
        card.changed.connect(self.changed)
        if (begun := self._begun.get(block.exercise.exercise_id)) is not None:
            card.go_on_with(begun)
        # In the order of the lesson, which may be drawn from its middle.
        insort(self.cards, card, key=self._number)
        return card

    def _number(self, card: ExerciseCard) -> int:
        return self._lesson.exercise_refs.index(card.presenter.ref)

    def _written(self, block: ExerciseBlock, ref: str) -> OpenAnswer | None:
        if self._pupil is None or not isinstance(block.exercise, Open):
            return None
        answers = self._desk.school.open_answers(self._pupil.person)
        return next((answer for answer in answers if answer.exercise_ref == ref), None)

    def go_on_with(self, begun: Mapping[str, Answer]) -> None:
        """Has the cards made from now on hold what was begun in them another time, by exercise id."""
        self._begun = dict(begun)

    def begun(self) -> dict[str, Answer]:
        """The answers begun and not handed in, by exercise id; those of cards that were not made yet, too."""
        made = {card.presenter.ref.rpartition("/")[2]: card.begun() for card in self.cards}
        waiting = {key: answer for key, answer in self._begun.items() if key not in made}
        return waiting | {key: answer for key, answer in made.items() if answer is not None}

    def card(self, exercise_ref: str) -> ExerciseCard | None:
        """The card of an exercise, once it stands."""
        return next((card for card in self.cards if card.presenter.ref == exercise_ref), None)

    def neighbour(self, focus: QWidget | None, step: int, top: int) -> ExerciseCard | None:
        """The next (1) or previous (-1) card of the one that has the focus, else of the height in sight."""
        held = next((at for at, card in enumerate(self.cards) if focus and card.isAncestorOf(focus)), None)
        if held is not None:
            place = held + step
            return self.cards[place] if 0 <= place < len(self.cards) else None
        column = self.cards[0].parentWidget() if self.cards else None
        if column is None:
            return None
        below = [card for card in self.cards if card.mapTo(column.window(), QPoint(0, 0)).y() >= 0]
        above = [card for card in self.cards if card not in below]
        return (below[0] if below else None) if step > 0 else (above[-1] if above else None)

    def record_opening(self) -> None:
        """Writes down that the lesson was opened."""
        if self._pupil is not None:
            head = self._lesson.lesson.head
            opened = LessonOpened(person=self._pupil.person, lesson_ref=head.ref, edition=head.edition)
            self._save([opened], saved=lambda: None, failed=background.show_trouble)

    def _was_answered(self, ref: str, right: bool) -> None:  # the signal's own signature
        self._lesson.answered(ref, right=right)
        for card in self.cards:
            card.show_place(self._lesson.progress_of(card.presenter.ref))
        self.answered.emit()

    def _save(
        self, facts: Sequence[Fact], *, saved: Callable[[], None], failed: Callable[[ScuolaError], None]
    ) -> None:
        school, kept = self._desk.school, list(facts)
        self._on_their_way += 1
        self._tell(ok=False)

        def done(_: None) -> None:
            saved()
            self._arrived(well=True)

        def not_done(problem: ScuolaError) -> None:
            if shiboken6.isValid(self):
                failed(problem)
            else:
                # The card that would show it is gone; somebody must still be told.
                background.show_trouble(problem)
            self._arrived(well=False)

        background.run("record", lambda: school.record(kept), done, not_done)

    def _arrived(self, *, well: bool) -> None:
        self._on_their_way -= 1
        self._failed = 0 if well else self._failed + 1
        self._tell(ok=self._on_their_way == 0 and not self._failed)

    def _tell(self, *, ok: bool) -> None:
        if shiboken6.isValid(self):
            self.saved.emit(ok)
