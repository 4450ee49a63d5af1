"""Open answers: what a pupil wrote for the teacher to read, and what the teacher said of it."""

import msgspec

from scuola_digitale.domain.facts import PersonId

READ_SCORE = {"fatto": 100, "quasi": 50}
"""What a teacher's word is worth: done is a stone, almost is an invitation to try again."""


class Mark(msgspec.Struct, frozen=True):
    """A teacher's word on an open answer: its score, 0..100, and a comment for the pupil."""

    score: int
    comment: str


class OpenAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """An open answer: `mark` is None while it waits to be read."""

    person: PersonId
    exercise_ref: str
    at_ms: int
    text: str
    mark: Mark | None = None


def written_mark(mark: Mark) -> str:
    """A mark as `AnswerMarked` holds it."""
    return f"{mark.score} {mark.comment}"


def read_mark(text: str) -> Mark | None:
    """The mark in such a text; None where it holds none."""
    score, _, comment = text.partition(" ")
    return Mark(min(int(score), 100), comment) if score.isascii() and score.isdecimal() else None


def read_place(field: str) -> tuple[str, int] | None:
    """Exercise ref and ms of the answer that a saying of thing `mark` speaks of."""
    exercise_ref, _, at = field.rpartition("@")
    return (exercise_ref, int(at)) if at.isascii() and at.isdecimal() else None
