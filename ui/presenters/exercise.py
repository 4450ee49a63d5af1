"""Leads one exercise: its variant, the tries, the hints, and what was written down of them."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Protocol

from scuola_digitale.clock import Clock
from scuola_digitale.domain.exercise import TYPED_KINDS, Answer, Cloze, Exercise
from scuola_digitale.domain.facts import ExerciseAnswered, Fact, HelpAsked, PersonId
from scuola_digitale.domain.judging import Verdict, judge
from scuola_digitale.domain.open_answers import OpenAnswer
from scuola_digitale.domain.progress import ExerciseProgress
from scuola_digitale.domain.text import Spans
from scuola_digitale.domain.variants import seed_for, shuffled, variant
from scuola_digitale.errors import ScuolaError

LONGEST_SECONDS = 1800
"""A lid closed over a question for the afternoon is not half a day of work."""

GUEST = bytes(16)
"""Stands for who tries exercises without a name: always the same variant."""


class Saving(Enum):
    """Where the facts of an exercise are."""

    NOTHING = "nothing"
    WAITING = "waiting"
    SAVED = "saved"
    FAILED = "failed"


class SaveFacts(Protocol):
    """Writes facts off the GUI thread; calls one of the two back on the thread it was called from."""

    def __call__(
        self, facts: Sequence[Fact], *, saved: Callable[[], None], failed: Callable[[ScuolaError], None]
    ) -> None:
        """Takes the facts and returns at once."""


class ExercisePresenter:
    """One exercise in front of one person.

    A verdict is given at once; `saving` turns SAVED only when the facts are on disk. What could not be
    written is kept and goes with `save_again`. Without a person nothing is written.

    Attributes:
        exercise: the variant shown.
        offered: ids or words in the order to show them, for kinds that mix what they offer.
        answer: the latest answer judged; `verdict` is None until there is one.
        hints: the hints shown so far.
        help_asked: whether the teacher was called at this try.
        written: the open answer given before, with the teacher's word on it.
        saving: where the facts are; `problem` is what went wrong with them.
        changed: called whenever `saving` changes.
    """

    def __init__(
        self,
        exercise: Exercise,
        *,
        ref: str,
        edition: int,
        person: PersonId | None,
        earlier: ExerciseProgress,
        save: SaveFacts,
        clock: Clock,
        again: int = 0,
        written: OpenAnswer | None = None,
    ) -> None:
        # Each pupil finds the same numbers again; who reviews (`again`, from 1) gets others.
        seed = seed_for(person or GUEST, ref, again)
        self._seed = seed if exercise.variables else 0
        self.exercise = variant(exercise, seed)
        self.offered = shuffled(self.exercise, seed)
        self._ref, self._edition, self._person = ref, edition, person
        self._save, self._clock = save, clock
        self._attempts = earlier.attempts
        self._began_ms: int | None = None
        self._unsaved: tuple[Fact, ...] = ()
        self._hints_told = 0
        self.done = earlier.done
        self.written = written
        self.answer: Answer = ()
        self.verdict: Verdict | None = None
        self.hints: tuple[Spans, ...] = ()
        self.help_asked = False
        self.saving = Saving.NOTHING
        self.problem: ScuolaError | None = None
        self.changed: Callable[[], None] = _nothing

    @property
    def ref(self) -> str:
        """`PUBLISHER/LESSON/EXERCISE`."""
        return self._ref

    @property
    def can_ask_for_help(self) -> bool:
        """Whether somebody is here whom the teacher can come to."""
        return self._person is not None

    @property
    def hints_left(self) -> int:
        """How many hints were not shown yet."""
        return len(self.exercise.hints) - len(self.hints)

    @property
    def open(self) -> bool:
        """Whether an answer may be given now: before the first, and after «Riprova»."""
        return self.verdict is None or (self.verdict.score is None and not self.verdict.waits)

    def begin(self) -> None:
        """The question came into sight; the time of this try runs from the first call."""
        if self._began_ms is None:
            self._began_ms = self._clock.now_ms()

    def check(self, answer: Answer) -> Verdict:
        """Judges an answer and has it written down; an empty or unreadable one is neither a try nor written.

        Raises:
            ValueError: there is a verdict already; `retry` comes first.
        """
        if not self.open:
            raise ValueError("the exercise was answered; retry it first")
        self.answer, self.verdict = answer, judge(self.exercise, answer)
        if self.verdict.score is not None or self.verdict.waits:
            self._attempts += 1
            self.done = self.done or self.verdict.right
            self._write(self._answered(self.verdict.score))
            self._hints_told = len(self.hints)
        return self.verdict

    def retry(self) -> None:
        """Opens the exercise for another try; hints shown stay shown."""
        self.verdict, self.help_asked = None, False
        self._began_ms = self._clock.now_ms()

    def hint(self) -> Spans | None:
        """Shows the next hint, or None where there is no other."""
        if not self.hints_left:
            return None
        self.hints = self.exercise.hints[: len(self.hints) + 1]
        return self.hints[-1]

    def ask_help(self) -> None:
        """Raises a hand; once a try."""
        if self._person is not None and not self.help_asked:
            self.help_asked = True
            self._write(HelpAsked(person=self._person, exercise_ref=self._ref))

    def save_again(self) -> None:
        """Tries to write what could not be written."""
        if self._unsaved and self.saving is Saving.FAILED:
            self._send()

    def _answered(self, score: int | None) -> ExerciseAnswered | None:
        if self._person is None:
            return None
        return ExerciseAnswered(
            person=self._person,
            exercise_ref=self._ref,
            answer=self.answer,
            typed=_typed(self.exercise),
            score=score,
            seconds=self._seconds(),
            hints=len(self.hints) - self._hints_told,
            attempt=self._attempts,
            edition=self._edition,
            seed=self._seed,
        )

    def _seconds(self) -> int:
        now = self._clock.now_ms()
        began = now if self._began_ms is None else self._began_ms
        return min(max(now - began, 0) // 1000, LONGEST_SECONDS)

    def _write(self, fact: Fact | None) -> None:
        if fact is None:
            return
        self._unsaved = (*self._unsaved, fact)
        # While one call is on its way the next fact waits for its end: facts keep their order.
        if self.saving is not Saving.WAITING:
            self._send()

    def _send(self) -> None:
        facts = self._unsaved
        self.problem = None
        self._turn(Saving.WAITING)
        self._save(facts, saved=lambda: self._saved(len(facts)), failed=self._failed)

    def _saved(self, count: int) -> None:
        self._unsaved = self._unsaved[count:]
        if self._unsaved:
            self._send()
        else:
            self._turn(Saving.SAVED)

    def _failed(self, problem: ScuolaError) -> None:
        self.problem = problem
        self._turn(Saving.FAILED)

    def _turn(self, saving: Saving) -> None:
        self.saving = saving
        self.changed()


def _typed(exercise: Exercise) -> bool:
    if isinstance(exercise, Cloze) and exercise.bank:
        return False
    return exercise.__struct_config__.tag in TYPED_KINDS


def _nothing() -> None:
    pass
