"""A pupil's laptop writes marks: they travel like any fact, have no effect anywhere, and hold nobody up."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from format_samples import seed
from school_samples import TestSchool

from scuola_digitale.domain.facts import AnswerMarked, ExerciseAnswered, PersonId
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import UnlockedStaff
from sync.region.serving import EmbeddedRegion
from sync.syncer import Syncer

OPEN, CLOSED = "marche/frazioni/spiega", "marche/frazioni/quarti"


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=2)
    yield school
    school.close()


@pytest.fixture
def url(tmp_path: Path, school: TestSchool) -> Iterator[str]:
    region = EmbeddedRegion(tmp_path / "region", clock=school.clock)
    region.register(school.founding.school_id.hex(), school.founding.root_key)
    yield region.start()
    region.stop()


def _sync(school: TestSchool, laptop: School, url: str) -> None:
    with closing(Syncer(laptop, url, school.clock)) as syncer:
        assert syncer.sync_once().problem is None


def _answer(laptop: School, pupil: PersonId, ref: str, *, typed: bool) -> None:
    answer = ("sono tre quarti",) if typed else ("b",)
    score = None if typed else 100
    fact = ExerciseAnswered(
        person=pupil, exercise_ref=ref, answer=answer, typed=typed, score=score, seconds=9, hints=0,
        attempt=1, edition=1,
    )  # fmt: skip
    laptop.record([fact])


@pytest.mark.parametrize(
    ("pretender", "reason"), [("teacher", "author-signature-wrong"), ("itself", "author-not-entitled")]
)
def test_marks_by_a_pupils_laptop_have_no_effect_and_honest_answers_behind_them_arrive(
    school: TestSchool, url: str, pretender: str, reason: str
) -> None:
    teachers, pupils = school.laptops
    pupil = school.pupil("Tobia")
    for laptop in (teachers, pupils):
        _sync(school, laptop, url)
    identity = pupils.identity
    hand = {
        "teacher": UnlockedStaff(school.teacher_id, seed("guessed"), b""),
        "itself": UnlockedStaff(identity.device, identity.device_seed, b""),
    }[pretender]
    _answer(pupils, pupil, OPEN, typed=True)
    answered_ms = pupils.open_answers(pupil)[0].at_ms
    mark = AnswerMarked(person=pupil, exercise_ref=OPEN, answered_ms=answered_ms, mark="100 Perfetto!")
    pupils.record([mark], author=hand)
    _answer(pupils, pupil, CLOSED, typed=False)

    for laptop in (pupils, teachers):
        _sync(school, laptop, url)

    for laptop in (pupils, teachers):
        assert laptop.quarantine() == ((reason, 1),)
        assert laptop.progress(pupil).exercise(OPEN).waits
        assert laptop.open_answers(pupil)[0].mark is None
        assert laptop.progress(pupil).exercise(CLOSED).done
