"""Promises of the presenter of an exercise, without a window."""

from collections.abc import Callable, Sequence

import msgspec
import pytest
from exercise_samples import CHOICE, NUMBER

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.exercise import Exercise
from scuola_digitale.domain.facts import ExerciseAnswered, Fact, HelpAsked
from scuola_digitale.domain.progress import ExerciseProgress
from scuola_digitale.domain.text import words
from scuola_digitale.domain.variants import seed_for
from scuola_digitale.errors import ScuolaError
from ui.presenters.exercise import LONGEST_SECONDS, ExercisePresenter, Saving

LUCIA, TOMMASO = b"l" * 16, b"t" * 16
REF = "marche/frazioni/fette"
FULL = ScuolaError("Il disco è pieno.", remedy="Chiama il tecnico.")


class Disk:
    """Takes facts, and answers when it is told to."""

    def __init__(self) -> None:
        self.written: list[Fact] = []
        self._waiting: list[tuple[Sequence[Fact], Callable[[], None], Callable[[ScuolaError], None]]] = []

    def __call__(
        self, facts: Sequence[Fact], *, saved: Callable[[], None], failed: Callable[[ScuolaError], None]
    ) -> None:
        self._waiting.append((facts, saved, failed))

    def commit(self) -> None:
        """The oldest that waits is written."""
        facts, saved, _ = self._waiting.pop(0)
        self.written += facts
        saved()

    def refuse(self) -> None:
        """The oldest that waits finds the disk full."""
        self._waiting.pop(0)[2](FULL)

    @property
    def asked(self) -> int:
        """How many wait."""
        return len(self._waiting)


def presenter_of(
    exercise: Exercise = CHOICE,
    disk: Disk | None = None,
    *,
    person: bytes | None = LUCIA,
    earlier: ExerciseProgress | None = None,
    clock: SetClock | None = None,
) -> ExercisePresenter:
    """An exercise in front of Lucia."""
    return ExercisePresenter(
        exercise,
        ref=REF,
        edition=3,
        person=person,
        earlier=earlier or ExerciseProgress(exercise_ref=REF),
        save=disk or Disk(),
        clock=clock or SetClock(1_000_000),
    )


def test_a_verdict_is_given_before_anything_is_written() -> None:
    disk = Disk()
    presenter = presenter_of(disk=disk)

    verdict = presenter.check(("b",))

    assert verdict.right
    assert presenter.saving is Saving.WAITING
    assert disk.written == []


def test_saved_is_said_only_after_the_commit() -> None:
    disk = Disk()
    presenter = presenter_of(disk=disk)
    told: list[Saving] = []
    presenter.changed = lambda: told.append(presenter.saving)

    presenter.check(("b",))
    assert told == [Saving.WAITING]
    disk.commit()

    assert told == [Saving.WAITING, Saving.SAVED]


def test_the_fact_says_who_what_when_and_how_well() -> None:
    disk, clock = Disk(), SetClock(1_000_000)
    earlier = ExerciseProgress(exercise_ref=REF, attempts=2)
    exercise = msgspec.structs.replace(CHOICE, hints=(words("Conta."), words("Conta ancora.")))
    presenter = presenter_of(exercise, disk, earlier=earlier, clock=clock)

    presenter.begin()
    clock.pass_ms(21_400)
    presenter.hint()
    presenter.check(("a",))
    disk.commit()

    fact = disk.written[0]
    assert fact == ExerciseAnswered(
        person=LUCIA,
        exercise_ref=REF,
        answer=("a",),
        typed=False,
        score=0,
        seconds=21,
        hints=1,
        attempt=3,
        edition=3,
        seed=0,
    )


def test_what_could_not_be_written_is_kept_and_goes_with_the_next_try() -> None:
    disk = Disk()
    presenter = presenter_of(disk=disk)
    presenter.check(("a",))

    disk.refuse()
    assert (presenter.saving, presenter.problem) == (Saving.FAILED, FULL)
    assert presenter.answer == ("a",)

    presenter.save_again()
    disk.commit()
    assert (presenter.saving, presenter.problem) == (Saving.SAVED, None)
    assert [type(fact) for fact in disk.written] == [ExerciseAnswered]


def test_an_answer_after_a_failure_takes_the_lost_one_along_in_order() -> None:
    disk = Disk()
    presenter = presenter_of(disk=disk)
    presenter.check(("a",))
    disk.refuse()

    presenter.retry()
    presenter.check(("b",))
    disk.commit()

    answered = [fact for fact in disk.written if isinstance(fact, ExerciseAnswered)]
    assert [(fact.answer, fact.attempt) for fact in answered] == [(("a",), 1), (("b",), 2)]


def test_facts_made_while_others_are_on_their_way_wait_for_them() -> None:
    disk = Disk()
    presenter = presenter_of(disk=disk)

    presenter.check(("a",))
    presenter.ask_help()
    assert disk.asked == 1
    disk.commit()
    saving_between = presenter.saving
    disk.commit()

    assert [type(fact) for fact in disk.written] == [ExerciseAnswered, HelpAsked]
    assert (saving_between, presenter.saving) == (Saving.WAITING, Saving.SAVED)


def test_an_empty_answer_is_neither_a_try_nor_written() -> None:
    disk = Disk()
    presenter = presenter_of(disk=disk)

    verdict = presenter.check(())

    assert verdict.score is None
    assert verdict.feedback
    assert presenter.open
    assert disk.asked == 0


def test_an_answered_exercise_waits_for_another_try() -> None:
    presenter = presenter_of()
    presenter.check(("a",))

    with pytest.raises(ValueError, match="retry"):
        presenter.check(("b",))


def test_the_same_child_finds_the_same_numbers_and_another_finds_others() -> None:
    lucia, again, tommaso = (presenter_of(NUMBER, person=who) for who in (LUCIA, LUCIA, TOMMASO))

    assert lucia.exercise == again.exercise
    assert seed_for(LUCIA, REF) != seed_for(TOMMASO, REF)
    assert lucia.exercise != tommaso.exercise


def test_a_variant_writes_its_seed() -> None:
    disk = Disk()
    presenter = presenter_of(NUMBER, disk)

    presenter.check((getattr(presenter.exercise, "answer", ""),))
    disk.commit()

    fact = disk.written[0]
    assert isinstance(fact, ExerciseAnswered)
    assert (fact.seed, fact.typed, fact.score) == (seed_for(LUCIA, REF), True, 100)


def test_who_has_no_name_here_may_try_and_nothing_is_written() -> None:
    disk = Disk()
    presenter = presenter_of(disk=disk, person=None)

    assert presenter.check(("b",)).right
    presenter.ask_help()

    assert disk.asked == 0
    assert presenter.saving is Saving.NOTHING
    assert not presenter.can_ask_for_help


def test_hints_come_one_by_one_and_stay() -> None:
    presenter = presenter_of(msgspec.structs.replace(CHOICE, hints=(words("uno"), words("due"))))

    assert presenter.hint() == words("uno")
    presenter.check(("a",))
    presenter.retry()

    assert presenter.hints == (words("uno"),)
    assert presenter.hint() == words("due")
    assert presenter.hint() is None


def test_a_hand_is_raised_once_a_try() -> None:
    disk = Disk()
    presenter = presenter_of(disk=disk)

    presenter.ask_help()
    presenter.ask_help()
    disk.commit()

    assert disk.written == [HelpAsked(person=LUCIA, exercise_ref=REF)]
    assert disk.asked == 0


def test_there_is_all_the_time_that_one_needs() -> None:
    """No exercise has a time limit: who answers ten days later is judged as who answers at once."""
    disk, clock = Disk(), SetClock(1_000_000)
    at_once, much_later = presenter_of(disk=disk, clock=clock), presenter_of(disk=disk, clock=clock)
    at_once.begin()
    much_later.begin()
    at_once.check(("b",))
    disk.commit()
    clock.pass_ms(10 * 24 * 3_600_000)

    much_later.check(("b",))
    disk.commit()

    first, last = (fact for fact in disk.written if isinstance(fact, ExerciseAnswered))
    assert (last.score, much_later.verdict) == (first.score, at_once.verdict)


def test_a_laptop_closed_for_the_afternoon_is_not_half_a_day_of_work() -> None:
    disk, clock = Disk(), SetClock(1_000_000)
    presenter = presenter_of(disk=disk, clock=clock)
    presenter.begin()
    clock.pass_ms(4 * 3_600_000)

    presenter.check(("b",))
    disk.commit()

    fact = disk.written[0]
    assert isinstance(fact, ExerciseAnswered)
    assert fact.seconds == LONGEST_SECONDS
