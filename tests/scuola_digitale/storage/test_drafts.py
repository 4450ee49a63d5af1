"""What was begun is kept on its laptop, sealed, for its pupil alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from school_samples import QUICK, TestSchool

from scuola_digitale.domain.draft import LONGEST_DRAFT, Draft, Place, read_draft, written_draft
from scuola_digitale.storage.drafts import FOLDER, MOST_LESSONS

REF = "marche/frazioni-meta"
BEGUN = Draft(edition=3, place=Place(block=7, part=0.25), answers={"meta": ("la metà esatta",)})


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path)
    yield school
    school.close()


def files(school: TestSchool) -> list[Path]:
    """What lies on the disk of drafts."""
    return [one for one in (school.first.folder / FOLDER).rglob("*") if one.is_file()]


def test_a_draft_is_there_again_and_only_for_its_pupil_and_lesson(school: TestSchool) -> None:
    zeno, bice = school.pupil("Zeno"), school.pupil("Bice")
    assert school.first.draft(zeno, REF) is None

    school.first.keep_draft(zeno, REF, BEGUN)

    assert school.first.draft(zeno, REF) == BEGUN
    assert school.first.draft(bice, REF) is None
    assert school.first.draft(zeno, "marche/piceni") is None


def test_nothing_of_a_draft_can_be_read_on_the_disk(school: TestSchool) -> None:
    zeno = school.pupil("Zeno")
    school.first.keep_draft(zeno, REF, BEGUN)

    path = files(school)[0]
    assert b"esatta" not in path.read_bytes()
    assert zeno.hex() not in str(path)
    assert "frazioni" not in str(path)


def test_the_next_draft_takes_the_place_and_an_empty_one_takes_it_away(school: TestSchool) -> None:
    zeno = school.pupil("Zeno")
    school.first.keep_draft(zeno, REF, BEGUN)
    later = Draft(edition=3, answers={"meta": ("un terzo",)})

    school.first.keep_draft(zeno, REF, later)
    assert school.first.draft(zeno, REF) == later

    school.first.keep_draft(zeno, REF, Draft(edition=3))
    assert school.first.draft(zeno, REF) is None
    assert files(school) == []


def test_a_damaged_draft_is_as_none(school: TestSchool) -> None:
    zeno = school.pupil("Zeno")
    school.first.keep_draft(zeno, REF, BEGUN)
    path = files(school)[0]
    path.write_bytes(path.read_bytes()[:-3])

    assert school.first.draft(zeno, REF) is None


def test_who_is_erased_leaves_no_draft(school: TestSchool) -> None:
    zeno, bice = school.pupil("Zeno"), school.pupil("Bice")
    for person in (zeno, bice):
        school.first.keep_draft(person, REF, BEGUN)

    school.first.office(school.technician, effort=QUICK).erase(zeno)

    assert school.first.draft(zeno, REF) is None
    assert school.first.draft(bice, REF) == BEGUN
    assert len(files(school)) == 1


def test_only_the_lessons_touched_last_are_kept(school: TestSchool) -> None:
    zeno = school.pupil("Zeno")
    for number in range(MOST_LESSONS + 3):
        school.first.keep_draft(zeno, f"marche/lezione-{number}", BEGUN)

    assert len(files(school)) == MOST_LESSONS
    assert school.first.draft(zeno, f"marche/lezione-{MOST_LESSONS + 2}") == BEGUN


@given(some.dictionaries(some.text(), some.lists(some.text()).map(tuple)), some.integers(0, 400))
def test_every_draft_is_read_as_it_was_written(answers: dict[str, tuple[str, ...]], block: int) -> None:
    draft = Draft(edition=1, place=Place(block=block), answers=answers)

    assert read_draft(written_draft(draft)) == draft


def test_a_very_long_text_keeps_its_beginning() -> None:
    draft = Draft(edition=1, answers={"spiega": ("a" * (LONGEST_DRAFT + 5),)})

    kept = read_draft(written_draft(draft))

    assert kept is not None
    assert kept.answers["spiega"] == ("a" * LONGEST_DRAFT,)


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"edition": "tre"}'])
def test_a_text_that_is_no_draft_is_as_none(text: str) -> None:
    assert read_draft(text) is None
