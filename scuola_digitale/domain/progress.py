"""How far a pupil got, exercise by exercise and lesson by lesson."""

from collections.abc import Mapping

import msgspec


class Try(msgspec.Struct, frozen=True, gc=False):
    """One answer: when, its score 0..100, hints shown before it.

    `by_teacher` tells an open answer: its score is None until the teacher has read it.
    """

    exercise_ref: str
    at_ms: int
    score: int | None
    hints: int = 0
    by_teacher: bool = False


class ExerciseProgress(msgspec.Struct, frozen=True, kw_only=True):
    """All tries of one pupil at one exercise, summed up.

    Attributes:
        attempts: how many answers.
        best: the best score, 0..100, None before any is scored.
        last: the score of the latest answer.
        hints: hints shown in all.
        wrong_in_a_row: tries since the last right one.
        help_ms: when help was last asked and not followed by an answer; 0 for never.
        last_ms: when the latest answer was given.
    """

    exercise_ref: str
    attempts: int = 0
    best: int | None = None
    last: int | None = None
    hints: int = 0
    seconds: int = 0
    wrong_in_a_row: int = 0
    help_ms: int = 0
    last_ms: int = 0

    @property
    def done(self) -> bool:
        """Whether it was once answered rightly: a stone of the cairn."""
        return self.best == 100

    @property
    def passed(self) -> bool:
        """Whether the pupil has done their part: done, or handed in and waiting to be read."""
        return self.done or self.waits

    @property
    def waits(self) -> bool:
        """Whether the latest answer waits for the teacher to read it."""
        return self.attempts > 0 and self.last is None


class LessonVisit(msgspec.Struct, frozen=True, kw_only=True):
    """A pupil's visits to one lesson."""

    lesson_ref: str
    opened_ms: int
    times: int


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one pupil did: exercises by exercise ref, visits by lesson ref."""

    exercises: Mapping[str, ExerciseProgress]
    visits: Mapping[str, LessonVisit]

    def exercise(self, exercise_ref: str) -> ExerciseProgress:
        """What is known of an exercise; an empty one before the first try."""
        return self.exercises.get(exercise_ref) or ExerciseProgress(exercise_ref=exercise_ref)

    def stones(self) -> int:
        """How many exercises were done rightly."""
        return sum(1 for one in self.exercises.values() if one.done)
