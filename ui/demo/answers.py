"""Right and wrong answers to any exercise, for the pupils of the demo school."""

from scuola_digitale.domain.exercise import (
    Answer,
    Choice,
    Choices,
    Cloze,
    Exercise,
    Matching,
    Number,
    Open,
    Ordering,
    Spotting,
    TrueFalse,
    Words,
)
from scuola_digitale.domain.solving import solution

_WRITTEN = "Ho guardato bene e ho capito che succede piano piano, un po’ alla volta."


def right_answer(exercise: Exercise) -> Answer:
    """What a pupil who knows would answer; `exercise` is a variant already (domain/variants.py)."""
    return solution(exercise) or (_WRITTEN,)


def wrong_answer(exercise: Exercise) -> Answer:
    """What a pupil who is still looking for it would answer."""
    match exercise:
        case Open():
            return ("Non so.",)
        case Choice() | Choices() | Spotting():
            return tuple(option.option_id for option in exercise.options if not option.correct)[:1] or _first(
                exercise
            )
        case TrueFalse():
            return tuple("f" if statement.true else "v" for statement in exercise.statements)
        case Number():
            return ("0",) if exercise.answer != "0" else ("1",)
        case Words():
            return ("non so",)
        case Cloze():
            return tuple("boh" for _ in exercise.gaps)
        case Matching() | Ordering():
            return tuple(reversed(right_answer(exercise)))


def _first(exercise: Choice | Choices | Spotting) -> Answer:
    """Where every option is right, too few of them is wrong."""
    return (exercise.options[0].option_id,)
