"""A teacher who comes to help sees what was asked, what the child answered, and what would be right."""

import exercise_samples as samples
import msgspec
import pytest
from desk_in_memory import DeskInMemory, a_morning
from lesson_shelf import LessonShelf, lesson_of
from school_in_memory import answer, pupil

from scuola_digitale.domain.exercise import Exercise, Open
from scuola_digitale.domain.facts import HelpAsked
from scuola_digitale.domain.judging import judge
from scuola_digitale.domain.lesson import ExerciseBlock, LessonHead
from scuola_digitale.domain.school_terms import Area, Grade
from scuola_digitale.domain.solving import solution
from scuola_digitale.domain.variants import variant
from scuola_digitale.domain.work import Task
from ui.presenters.answers_in_words import answer_words
from ui.presenters.pupil_steps import PupilSteps, read_steps

LESSON = lesson_of(*(ExerciseBlock(exercise=one) for one in samples.ONE_OF_EACH), ref="marche/prova")
HEAD = msgspec.structs.replace(LESSON.head, exercises=tuple(one.exercise_id for one in samples.ONE_OF_EACH))
TASK = Task(grade=Grade.P3, lesson_ref="marche/prova")


class _Shelf(LessonShelf):
    """One lesson, which is installed."""

    def lessons(
        self, area: Area | None = None, subject: str | None = None, grade: Grade | None = None
    ) -> tuple[LessonHead, ...]:
        return (HEAD,)


def _school() -> DeskInMemory:
    parts = a_morning()
    parts.shelf = _Shelf(LESSON)
    return parts


def _steps(parts: DeskInMemory, task: Task = TASK) -> PupilSteps:
    return read_steps(parts.desk, pupil("Amina"), task)


@pytest.mark.parametrize("exercise", samples.ONE_OF_EACH, ids=lambda one: type(one).__name__)
def test_the_solution_of_every_kind_is_judged_right_and_can_be_said(exercise: Exercise) -> None:
    shown = variant(exercise, 7)

    assert judge(shown, solution(shown)).score == 100
    assert answer_words(shown, solution(shown))


def test_what_a_person_judges_has_no_solution() -> None:
    assert isinstance(samples.OPEN, Open)
    assert solution(samples.OPEN) == ()


def test_every_step_says_what_was_asked_and_what_is_right() -> None:
    told = _steps(_school())

    assert told.name == "Amina"
    assert len(told.steps) == len(samples.ONE_OF_EACH)
    assert [step.title for step in told.steps] == [f"Passo {one}" for one in range(1, len(told.steps) + 1)]
    assert all(step.question and step.right_answer and not step.tries for step in told.steps)


def test_every_try_stands_there_the_latest_first_in_words_not_in_signs() -> None:
    parts = _school()
    choice = samples.CHOICE
    wrong = next(option for option in choice.options if not option.correct)
    for option_id, score in ((wrong.option_id, 0), (solution(choice)[0], 100)):
        parts.school.clock.ms += 60_000
        given = answer(pupil("Amina").person, f"marche/prova/{choice.exercise_id}", score)
        parts.school.record([msgspec.structs.replace(given, answer=(option_id,), hints=1)])

    [first, *_] = _steps(parts).steps

    assert [one.right for one in first.tries] == [True, False]
    assert first.tries[1].answer == answer_words(choice, (wrong.option_id,)) != wrong.option_id
    assert "non ancora" in first.tries[1].told
    assert "1 aiuto" in first.tries[1].told
    assert first.chip.words == "fatto"


def test_where_somebody_waits_is_told_apart() -> None:
    parts = _school()
    ref = f"marche/prova/{samples.NUMBER.exercise_id}"
    parts.school.record([HelpAsked(person=pupil("Amina").person, exercise_ref=ref)])

    waiting = [step for step in _steps(parts).steps if step.waits]

    assert [step.chip.words for step in waiting] == ["chiede aiuto"]


def test_two_wrong_tries_in_a_row_wait_for_the_teacher_too() -> None:
    parts = _school()
    ref = f"marche/prova/{samples.NUMBER.exercise_id}"
    parts.school.record([answer(pupil("Amina").person, ref, 0)] * 2)

    assert [step.chip.words for step in _steps(parts).steps if step.waits] == ["ti aspetta"]


def test_only_the_exercises_of_the_task_are_told() -> None:
    chosen = samples.WORDS.exercise_id
    task = msgspec.structs.replace(TASK, exercises=(chosen,))

    assert len(_steps(_school(), task).steps) == 1


def test_a_lesson_that_is_not_here_still_shows_what_was_done() -> None:
    parts = a_morning()
    task = Task(grade=Grade.P3, lesson_ref="altrove/lezione", exercises=("es1",))
    parts.school.record([answer(pupil("Amina").person, "altrove/lezione/es1", 0)])

    [step] = _steps(parts, task).steps

    assert (step.question, step.right_answer) == ("", "")
    assert [one.answer for one in step.tries] == ["a"]
