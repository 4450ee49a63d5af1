"""Promises of what a lesson's page shows around its blocks, without a window."""

import msgspec
import pytest
from exercise_samples import CHOICE, CHOICES, NUMBER
from lesson_shelf import lesson_of
from school_in_memory import PAOLA, SANDRO

from scuola_digitale.domain.lesson import Callout, ExerciseBlock, Heading, Paragraph
from scuola_digitale.domain.progress import ExerciseProgress, Progress
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.domain.text import words
from ui.presenters.lesson import LessonPresenter, ask_whom, grades_words


def heading(title: str, level: int = 2) -> Heading:
    """A heading with its anchor."""
    return Heading(level=level, spans=words(title), anchor=title.lower())


LESSON = lesson_of(
    Paragraph(spans=words("Prima.")),
    heading("Guarda"),
    Paragraph(spans=words("Leggi.")),
    heading("Prova"),
    ExerciseBlock(exercise=CHOICE),
    heading("Ancora", 3),
    Callout(kind="esempio", blocks=(ExerciseBlock(exercise=CHOICES),)),
    heading("Chiudi"),
    ExerciseBlock(exercise=NUMBER),
)
REFS = tuple(f"marche/prova/{one}" for one in ("fette", "pari", "perimetro"))


def progress(**best: int) -> Progress:
    """The best score in each exercise that was tried."""
    exercises = {
        f"marche/prova/{name}": ExerciseProgress(exercise_ref=f"marche/prova/{name}", attempts=1, best=score)
        for name, score in best.items()
    }
    return Progress(exercises=exercises, visits={})


def done(presenter: LessonPresenter) -> list[bool]:
    """Which parts of the lesson are done."""
    return [presenter.is_done(part) for part in presenter.parts]


def test_parts_are_the_headings_of_the_highest_level_with_the_exercises_under_them() -> None:
    presenter = LessonPresenter(LESSON)

    assert [(part.number, part.title) for part in presenter.parts] == [
        (1, "Guarda"),
        (2, "Prova"),
        (3, "Chiudi"),
    ]
    assert presenter.exercise_refs == REFS
    assert presenter.parts[1].exercises == REFS[:2]


def test_a_part_is_done_when_all_its_exercises_are() -> None:
    assert done(LessonPresenter(LESSON, progress(fette=100))) == [True, False, False]
    assert done(LessonPresenter(LESSON, progress(fette=100, pari=100))) == [True, True, False]


def test_a_part_without_exercises_is_done_once_read() -> None:
    presenter = LessonPresenter(LESSON)
    assert done(presenter) == [False, False, False]

    presenter.read_until("prova")

    assert done(presenter) == [True, False, False]


def test_a_right_answer_lays_a_stone_at_once() -> None:
    presenter = LessonPresenter(LESSON, progress(fette=100))
    assert presenter.stones() == ("done", "now", "empty")

    presenter.answered(REFS[1], right=True)

    assert presenter.stones() == ("done", "done", "now")
    assert presenter.progress_of(REFS[2]).label == "Prova tu · 3 di 3"
    assert presenter.progress_of(REFS[2]).spoken_stones == "2 sassi su 3"


def test_a_wrong_answer_takes_no_stone_away() -> None:
    presenter = LessonPresenter(LESSON, progress(fette=100))

    presenter.answered(REFS[0], right=False)

    assert presenter.stones()[0] == "done"


def test_a_lesson_begun_goes_on_at_the_first_exercise_not_done() -> None:
    assert LessonPresenter(LESSON).go_on_at() is None
    assert LessonPresenter(LESSON, progress(fette=100)).go_on_at() == "prova"
    assert LessonPresenter(LESSON, progress(fette=100, pari=100)).go_on_at() == "chiudi"
    assert LessonPresenter(LESSON, progress(fette=100, pari=100, perimetro=100)).go_on_at() is None


def test_a_lesson_without_headings_or_exercises_has_neither_parts_nor_stones() -> None:
    presenter = LessonPresenter(lesson_of(Paragraph(spans=words("Solo parole."))))

    assert presenter.parts == ()
    assert presenter.stones() == ()
    assert presenter.go_on_at() is None


def test_help_is_asked_of_the_teacher_as_pupils_call_them() -> None:
    maestro = msgspec.structs.replace(PAOLA, title="maestro")

    assert ask_whom([PAOLA, SANDRO]) == "alla maestra"
    assert ask_whom([maestro]) == "al maestro"
    assert ask_whom([PAOLA, maestro]) == "all’insegnante"
    assert ask_whom([]) == "all’insegnante"


@pytest.mark.parametrize(
    ("grades", "said"),
    [
        ("P4", "IV"),
        ("P3 P2", "II III"),
        ("P1 P2 P3 P4 P5", "I–V"),
        ("P5 S1", "V · I media"),
        ("S1 S2 S3", "I–III media"),
        ("P1 P3 P4 P5 S2 S3", "I III–V · II III media"),
        ("", ""),
    ],
)
def test_grades_are_told_in_few_words(grades: str, said: str) -> None:
    assert grades_words([Grade(one) for one in grades.split()]) == said
