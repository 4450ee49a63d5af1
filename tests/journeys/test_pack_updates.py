"""What pupils did outlives every update: lessons renamed and moved, exercises removed and added, the pack gone and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from format_samples import answered
from lesson_sources import fence
from packs import lesson_text, write_source
from school_samples import TestSchool

from content.library.library import Library
from content.packing.build import build_from_folder
from scuola_digitale.domain.facts import LessonOpened, PersonId
from ui.presenters.lesson_cards import lesson_steps

LESSON = "marche/acqua"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "biblioteca")
    yield library
    library.close()


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path)
    yield school
    school.close()


def exercise(name: str) -> str:
    """A sum, as it stands in a lesson."""
    return fence(f"id: {name}\ntipo: numero\ndomanda: Quanto fa 2 + 2?\nrisposta: 4")


def install(library: Library, folder: Path, edition: int, lessons: dict[str, str]) -> None:
    """An edition of the pack with these lessons."""
    source = write_source(folder / f"edizione-{edition}", lessons, edition=edition)
    library.install(build_from_folder(source, folder / "pacchetti").folder)


def first(library: Library, folder: Path) -> None:
    """The first edition: two lessons, three exercises."""
    water = lesson_text("acqua", "L'acqua", exercise("uno") + "\n" + exercise("due"))
    old = lesson_text("neve", "La neve", exercise("fiocco"))
    install(library, folder, 1, {"acqua.md": water, "neve.md": old})


def second(library: Library, folder: Path) -> None:
    """The lesson has another file, title and order; one exercise went, one came; the other lesson is gone."""
    water = lesson_text("acqua", "L'acqua che scorre", exercise("tre") + "\n" + exercise("uno"))
    install(library, folder, 2, {"10-acqua.md": water})


def steps(library: Library, school: TestSchool, pupil: PersonId) -> tuple[bool | None, ...]:
    """How far a pupil is in the lesson, exercise by exercise."""
    head = library.head(LESSON)
    return lesson_steps(head.ref, head.exercises, school.first.progress(pupil))


def test_progress_outlives_an_update_with_renamed_and_removed_exercises(
    school: TestSchool, library: Library, tmp_path: Path
) -> None:
    pupil = school.pupil("Irene")
    first(library, tmp_path)
    school.first.record(
        [
            LessonOpened(person=pupil, lesson_ref=LESSON, edition=1),
            answered(person=pupil, exercise_ref=f"{LESSON}/uno", answer=("4",), edition=1),
            answered(person=pupil, exercise_ref=f"{LESSON}/due", answer=("4",), edition=1),
            answered(person=pupil, exercise_ref="marche/neve/fiocco", answer=("4",), edition=1),
        ]
    )
    assert steps(library, school, pupil) == (True, True)
    before = school.first.progress(pupil)

    second(library, tmp_path)

    assert library.head(LESSON).title == "L’acqua che scorre"
    assert steps(library, school, pupil) == (None, True)
    assert school.first.progress(pupil) == before
    assert before.exercises[f"{LESSON}/due"].best == 100
    assert before.exercises["marche/neve/fiocco"].best == 100

    school.first.record([answered(person=pupil, exercise_ref=f"{LESSON}/tre", answer=("4",), edition=2)])
    assert steps(library, school, pupil) == (True, True)


def test_progress_outlives_a_pack_that_is_removed_and_comes_back(
    school: TestSchool, library: Library, tmp_path: Path
) -> None:
    pupil = school.pupil("Irene")
    first(library, tmp_path)
    school.first.record([answered(person=pupil, exercise_ref=f"{LESSON}/uno", answer=("4",), edition=1)])

    library.remove("marche/prova")
    assert school.first.progress(pupil).exercises[f"{LESSON}/uno"].best == 100
    second(library, tmp_path)

    assert steps(library, school, pupil) == (None, True)
