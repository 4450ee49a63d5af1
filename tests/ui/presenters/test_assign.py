"""Assigning turns a theme and a task per grade into facts, and can be taken back."""

from desk_in_memory import DeskInMemory

from scuola_digitale.domain.facts import TaskSet, WorkFieldSet
from scuola_digitale.domain.school_terms import Grade
from ui.presenters.assign import AssignPresenter

WORK = "a" * 16


def _water() -> AssignPresenter:
    presenter = AssignPresenter(DeskInMemory().desk)
    presenter.choose_theme("acqua")
    return presenter


def test_the_theme_for_most_grades_comes_first() -> None:
    themes = AssignPresenter(DeskInMemory().desk).themes()

    assert [theme.title for theme in themes] == ["Acqua", "Frazioni"]
    assert themes[0].detail == "5 lezioni · classe I–V"


def test_each_grade_gets_its_own_lesson_of_the_theme() -> None:
    tasks = [fact for fact in _water().facts(WORK) if isinstance(fact, TaskSet)]

    assert {task.grade: task.lesson_ref for task in tasks} == {
        Grade.P1: "marche/dove-la-troviamo",
        Grade.P2: "marche/giro-della-goccia",
        Grade.P3: "marche/liquida-solida-gas",
        Grade.P4: "marche/acqua-che-scava",
        Grade.P5: "marche/quanta-ne-usiamo",
    }
    assert all(task.exercises == () for task in tasks)


def test_fields_say_theme_group_and_date() -> None:
    presenter = _water()
    presenter.due = "2026-01-16"

    fields = {fact.field: fact.value for fact in presenter.facts(WORK) if isinstance(fact, WorkFieldSet)}

    assert fields == {"theme": "Acqua", "group": "pluriclasse", "due": "2026-01-16"}


def test_a_grade_without_lessons_of_the_theme_gets_none_but_may_do_anothers() -> None:
    presenter = AssignPresenter(DeskInMemory().desk)
    presenter.choose_theme("frazioni")
    first = presenter.plan()[0]
    assert first.chosen is None

    presenter.choose_lesson(Grade.P1, "marche/frazioni-parti-uguali")

    assert presenter.plan()[0].chosen == "marche/frazioni-parti-uguali"


def test_exercises_left_out_are_not_in_the_task_and_the_last_one_stays() -> None:
    presenter = _water()
    for exercise in ("es1", "es2", "es3", "es4"):
        presenter.set_exercise(Grade.P1, exercise, wanted=False)

    task = next(
        fact for fact in presenter.facts(WORK) if isinstance(fact, TaskSet) and fact.grade == Grade.P1
    )

    assert task.exercises == ("es4",)
    assert presenter.plan()[0].summary == "1 di 4 esercizi"


def test_nothing_can_be_assigned_before_a_theme_is_chosen() -> None:
    presenter = AssignPresenter(DeskInMemory().desk)
    assert presenter.missing() == presenter.needs_theme

    presenter.choose_theme("acqua")
    for grade in presenter.grades():
        presenter.choose_lesson(grade, None)

    assert presenter.missing() == presenter.needs_task


def test_taking_back_closes_the_work() -> None:
    assert _water().undo_facts(WORK) == (WorkFieldSet(work_id=WORK, field="closed", value="1"),)
