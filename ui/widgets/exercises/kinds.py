"""The body of each kind of exercise."""

from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.exercise import (
    Choice,
    Choices,
    Cloze,
    Matching,
    Number,
    Open,
    Ordering,
    Spotting,
    TrueFalse,
    Words,
)
from ui.presenters.exercise import ExercisePresenter
from ui.widgets.exercises.body import Body
from ui.widgets.exercises.choosing import ChoiceBody, ChoicesBody
from ui.widgets.exercises.cloze import BankBody, TypedGapsBody
from ui.widgets.exercises.matching import MatchingBody
from ui.widgets.exercises.open_text import OpenBody
from ui.widgets.exercises.ordering import OrderingBody
from ui.widgets.exercises.spotting import SpottingBody
from ui.widgets.exercises.true_false import TrueFalseBody
from ui.widgets.exercises.typing import TypedBody
from ui.widgets.lesson.surroundings import Surroundings


def body_for(presenter: ExercisePresenter, around: Surroundings, parent: QWidget) -> Body:
    """Makes the place where an exercise is answered."""
    exercise, offered = presenter.exercise, presenter.offered
    match exercise:
        case Choice():
            return ChoiceBody(exercise, offered, around, parent)
        case Choices():
            return ChoicesBody(exercise, offered, around, parent)
        case TrueFalse():
            return TrueFalseBody(exercise, around, parent)
        case Number() | Words():
            return TypedBody(exercise, around, parent)
        case Cloze():
            return _gaps(exercise, presenter, around, parent)
        case Matching():
            return MatchingBody(exercise, offered, around, parent)
        case Ordering():
            return OrderingBody(exercise, offered, around, parent)
        case Spotting() | Open():
            if isinstance(exercise, Open):
                return OpenBody(exercise, presenter.written, around, parent)
            return SpottingBody(exercise, around, parent)


def _gaps(exercise: Cloze, presenter: ExercisePresenter, around: Surroundings, parent: QWidget) -> Body:
    if exercise.bank:
        return BankBody(exercise, presenter.offered, around, parent)
    return TypedGapsBody(exercise, around, parent)
