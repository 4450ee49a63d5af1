"""Every bundled exercise can be solved, and what its author calls wrong is wrong, whatever the numbers."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from content.reading import read_pack
from scuola_digitale.domain.arithmetic import evaluate
from scuola_digitale.domain.exercise import (
    Answer,
    Cloze,
    Exercise,
    Number,
)
from scuola_digitale.domain.judging import folded, judge
from scuola_digitale.domain.lesson import AnyBlock, Callout, Details, ExerciseBlock
from scuola_digitale.domain.solving import solution
from scuola_digitale.domain.variants import variant

PACKS = sorted((Path(__file__).parents[2] / "content/packs").glob("*/pacchetto.yml"))
SEEDS = (0, 1, 2, 3, 5, 8, 13, 21, 34, 55)


def exercises(blocks: tuple[AnyBlock, ...]) -> Iterator[Exercise]:
    """The exercises of a lesson, those in boxes too."""
    for block in blocks:
        if isinstance(block, ExerciseBlock):
            yield block.exercise
        elif isinstance(block, Callout | Details):
            yield from exercises(block.blocks)


def solved(exercise: Exercise) -> Answer:
    """A right answer; in gaps, what can be placed there."""
    if isinstance(exercise, Cloze):
        return tuple(_offered(gap.accepted, exercise.bank) for gap in exercise.gaps)
    return solution(exercise) or ("Con parole mie.",)


def _offered(accepted: tuple[str, ...], bank: tuple[str, ...]) -> str:
    """What can be placed in a gap: a word of the bank, where there is one."""
    forms = set(map(folded, accepted))
    same = (word for word in bank if word in accepted)
    return next(same, next((word for word in bank if folded(word) in forms), accepted[0]))


@pytest.mark.parametrize("card", PACKS, ids=lambda card: card.parent.name)
def test_every_bundled_exercise_can_be_solved(card: Path) -> None:
    source, problems = read_pack(card.parent)
    assert source is not None
    assert [problem for problem in problems if problem.blocking] == []
    for lesson in source.lessons:
        for exercise in exercises(lesson.blocks):
            for seed in SEEDS if exercise.variables else (0,):
                filled = variant(exercise, seed)
                verdict = judge(filled, solved(filled))
                assert verdict.right or verdict.waits, (lesson.head.ref, filled, verdict)


@pytest.mark.parametrize("card", PACKS, ids=lambda card: card.parent.name)
def test_no_bundled_bank_word_is_needed_more_often_than_it_stands_there(card: Path) -> None:
    source, _ = read_pack(card.parent)
    assert source is not None
    for lesson in source.lessons:
        for exercise in exercises(lesson.blocks):
            if isinstance(exercise, Cloze) and exercise.bank:
                placed = solved(exercise)
                assert all(placed.count(word) <= exercise.bank.count(word) for word in placed), (
                    lesson.head.ref,
                    exercise,
                )


@pytest.mark.parametrize("card", PACKS, ids=lambda card: card.parent.name)
def test_feedback_is_never_given_to_the_right_number_alone(card: Path) -> None:
    source, _ = read_pack(card.parent)
    assert source is not None
    for lesson in source.lessons:
        for exercise in exercises(lesson.blocks):
            if isinstance(exercise, Number):
                worth: dict[str, set[Fraction]] = {said.answer: set() for said in exercise.feedback}
                for seed in range(40):
                    filled = variant(exercise, seed)
                    assert isinstance(filled, Number)
                    for written, said in zip(exercise.feedback, filled.feedback, strict=True):
                        worth[written.answer].add(evaluate(said.answer) - evaluate(filled.answer))
                assert all(differences != {0} for differences in worth.values()), (lesson.head.ref, exercise)
