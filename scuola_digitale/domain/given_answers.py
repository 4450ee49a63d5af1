"""What a pupil answered at an exercise, try by try: for the teacher who comes to help."""

import msgspec


class GivenAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """One try.

    Attributes:
        at_ms: when.
        answer: as in domain/exercise.py; empty where no key here opens what was typed.
        score: 0..100, None while the teacher has not read it.
        hints: how many were shown before.
        seed: of the variant shown, 0 without variables.
    """

    exercise_ref: str
    at_ms: int
    answer: tuple[str, ...]
    score: int | None
    hints: int = 0
    seed: int = 0
