"""The teacher's board: a column a grade, a cell a pupil, from the same progress the pupil sees."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import msgspec

from scuola_digitale.domain.facts import PersonId
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.progress import ExerciseProgress, Progress
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.domain.work import Task, Work

CellState = Literal["da-iniziare", "al-lavoro", "bloccata", "ha-finito"]

STUCK_AFTER = 2
"""Wrong tries in a row at one exercise after which a pupil is shown as waiting for the teacher."""


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """Where one pupil stands in the task.

    Attributes:
        steps: one entry an exercise of the task: True done (or handed in), False tried and not yet, None not tried.
        step: the exercise in hand, from 1; 0 before the start, the last one when finished.
        asked_help: whether a hand is raised now.
        last_ms: the pupil's latest act in this lesson, 0 for none.
    """

    pupil: Pupil
    state: CellState
    steps: tuple[bool | None, ...]
    step: int
    asked_help: bool
    last_ms: int


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One grade: its task and its pupils, those who wait for the teacher first."""

    grade: Grade
    task: Task | None
    cells: tuple[Cell, ...]


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of work as it stands."""

    work: Work
    columns: tuple[Column, ...]

    def count(self, state: CellState) -> int:
        """How many pupils are in a state."""
        return sum(1 for column in self.columns for cell in column.cells if cell.state == state)


def board(
    work: Work,
    grades: Iterable[Grade],
    pupils: Sequence[Pupil],
    progress_of: Callable[[PersonId], Progress],
    exercises_of: Callable[[str], tuple[str, ...]],
) -> Board:
    """Draws up the board of `work`; `exercises_of` gives a lesson's exercise ids from its ref."""
    columns = []
    for grade in grades:
        task = work.task_for(grade)
        steps = _step_refs(task, exercises_of)
        cells = [
            _cell(pupil, task, steps, progress_of(pupil.person)) for pupil in pupils if pupil.grade == grade
        ]
        cells.sort(key=lambda cell: cell.state != "bloccata")
        columns.append(Column(grade=grade, task=task, cells=tuple(cells)))
    return Board(work=work, columns=tuple(columns))


def _step_refs(task: Task | None, exercises_of: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    if task is None:
        return ()
    chosen = task.exercises or exercises_of(task.lesson_ref)
    return tuple(f"{task.lesson_ref}/{exercise}" for exercise in chosen)


def _cell(pupil: Pupil, task: Task | None, refs: tuple[str, ...], progress: Progress) -> Cell:
    tried = [progress.exercise(ref) for ref in refs]
    visit = progress.visits.get(task.lesson_ref) if task else None
    steps = tuple(one.passed if one.attempts else None for one in tried)
    asked = any(one.help_ms for one in tried)
    stuck = any(map(is_stuck, tried))
    last_ms = max(
        [one.last_ms for one in tried] + [one.help_ms for one in tried] + [visit.opened_ms if visit else 0]
    )
    return Cell(
        pupil=pupil,
        state=_state(steps, stuck=stuck, begun=last_ms > 0),
        steps=steps,
        step=_step(steps) if last_ms else 0,
        asked_help=asked,
        last_ms=last_ms,
    )


def is_stuck(one: ExerciseProgress) -> bool:
    """Whether a pupil waits for the teacher at an exercise: a hand raised, or several wrong tries in a row."""
    return bool(one.help_ms) or (one.wrong_in_a_row >= STUCK_AFTER and not one.passed)


def _state(steps: tuple[bool | None, ...], *, stuck: bool, begun: bool) -> CellState:
    if stuck:
        return "bloccata"
    if steps and all(steps):
        return "ha-finito"
    return "al-lavoro" if begun else "da-iniziare"


def _step(steps: tuple[bool | None, ...]) -> int:
    return next((place for place, done in enumerate(steps, start=1) if not done), len(steps))
