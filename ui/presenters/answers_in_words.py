"""Exercises and what was answered to them in words, as far as their lessons are installed here."""

from collections.abc import Mapping

from scuola_digitale.domain.arithmetic import SumError
from scuola_digitale.domain.exercise import (
    Choice,
    Choices,
    Exercise,
    Matching,
    Ordering,
    Spotting,
    TrueFalse,
)
from scuola_digitale.domain.lesson import Lesson
from scuola_digitale.domain.text import Spans, plain
from scuola_digitale.domain.variants import variant
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import Worded, say
from ui.presenters.desk import Shelf
from ui.presenters.formula_words import spoken_spans
from ui.presenters.lesson import exercises_in

JUDGED = Worded(lambda: {"v": say("vero"), "f": say("falso"), "-": say("non detto")})


class Lessons:
    """What lessons and exercises are called; each lesson is opened once."""

    def __init__(self, library: Shelf) -> None:
        self._library = library
        self._heads = {head.ref: head for head in library.lessons()}
        self._opened: dict[str, Lesson | None] = {}

    def title(self, ref: str) -> str:
        """A lesson's title, or its ref where it is not installed."""
        head = self._heads.get(ref)
        return head.title if head is not None else ref

    def exercise_ids(self, ref: str) -> tuple[str, ...]:
        """A lesson's exercises, in order; none where it is not installed."""
        head = self._heads.get(ref)
        return head.exercises if head is not None else ()

    def exercise(self, ref: str, seed: int) -> Exercise | None:
        """An exercise as it was shown; None where its lesson is not here or has it no more."""
        lesson_ref, _, exercise_id = ref.rpartition("/")
        lesson = self._lesson(lesson_ref)
        blocks = exercises_in(lesson.blocks) if lesson else ()
        found = next((one.exercise for one in blocks if one.exercise.exercise_id == exercise_id), None)
        try:
            return variant(found, seed) if found else None
        except SumError:
            return found

    def _lesson(self, ref: str) -> Lesson | None:
        if ref not in self._opened:
            try:
                self._opened[ref] = self._library.lesson(ref) if ref in self._heads else None
            except ScuolaError:
                self._opened[ref] = None
        return self._opened[ref]


def question_words(exercise: Exercise | None) -> str:
    """What was asked; empty where the exercise is not here."""
    return spoken_spans(exercise.question) if exercise else ""


def answer_words(
    exercise: Exercise | None, answer: tuple[str, ...], judged: Mapping[str, str] | None = None
) -> str:
    """An answer in words: ids become what they stand for, where the exercise is here.

    `judged` says how true, false and neither are called; without it as the window calls them.
    """
    called = JUDGED() if judged is None else judged
    match exercise:
        case Choice() | Choices() | Spotting():
            names = {one.option_id: _said(one.spans) for one in exercise.options}
        case Ordering():
            names = {one.item_id: _said(one.spans) for one in exercise.items}
        case Matching():
            rights = {one.item_id: _said(one.spans) for one in exercise.right_items}
            pairs = zip(exercise.left_items, answer, strict=False)
            return " · ".join(f"{_said(left.spans)} → {rights.get(one, one) or '…'}" for left, one in pairs)
        case TrueFalse():
            pairs_told = zip(exercise.statements, answer, strict=False)
            return " · ".join(f"{_said(one.spans)}: {called.get(said, said)}" for one, said in pairs_told)
        case _:
            names = {}
    return " · ".join(names.get(one, one) for one in answer if one)


def _said(spans: Spans) -> str:
    return spoken_spans(spans) or plain(spans)
