"""The answer that is judged right, exercise by exercise: for who helps with it."""

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


def solution(exercise: Exercise) -> Answer:
    """A right answer to a variant (domain/variants.py), the first of several; empty where a person judges."""
    match exercise:
        case Choice() | Choices() | Spotting():
            return tuple(option.option_id for option in exercise.options if option.correct)
        case Open():
            return ()
        case TrueFalse():
            return tuple("v" if statement.true else "f" for statement in exercise.statements)
        case Number():
            return (exercise.answer.replace(".", ","),)
        case Words():
            return (exercise.accepted[0],)
        case Cloze():
            return tuple(gap.accepted[0] for gap in exercise.gaps)
        case Matching():
            return tuple(right.item_id for right in exercise.right_items[: len(exercise.left_items)])
        case Ordering():
            return tuple(item.item_id for item in exercise.items)
