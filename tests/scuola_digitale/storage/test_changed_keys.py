"""After a laptop is lost, keys are changed: it reads nothing new, and all the others read everything."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from format_samples import answered
from school_samples import NEW_PASSWORD, PASSWORD, QUICK, TestSchool, pass_on

from scuola_digitale.domain.facts import (
    NoteWritten,
    PupilAdded,
    PupilFieldSet,
)
from scuola_digitale.format.sealing import key_id
from scuola_digitale.storage.school_store import School


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=3)
    yield school
    school.close()


def _stolen(school: TestSchool, number: int) -> School:
    """Everything on a laptop's disk, in a thief's hands, as it is now."""
    away = school.folder / "ladro"
    shutil.copytree(school.laptops[number].folder, away)
    return School.open(away, clock=school.clock, random=school.random)


def test_after_a_loss_the_stolen_laptop_reads_nothing_new_and_the_others_read_all(school: TestSchool) -> None:
    first, second, third = school.laptops
    old = school.pupil("Ortensia")
    for one in (second, third):
        pass_on(first.replica, one.replica)
    thief = _stolen(school, 2)

    school.founder().change_keys(without=[third.identity.device])
    new = school.pupil("Zeno")
    first.record([answered(person=new, answer=("tre quarti",), typed=True)])
    first.record([NoteWritten(person=new, text="Tra noi")], author=school.teacher)
    for one in (second, thief):
        pass_on(first.replica, one.replica)

    assert {pupil.name for pupil in second.pupils()} == {"Ortensia", "Zeno"}
    assert {pupil.name for pupil in thief.pupils()} == {"Ortensia", ""}
    assert old in {pupil.person for pupil in thief.pupils()}
    assert len(second.school_keys) == 2
    assert len(thief.school_keys) == 1
    thief.close()


def test_even_with_a_cracked_staff_password_the_lost_laptop_seals_for_nobody_but_itself(
    school: TestSchool,
) -> None:
    """A laptop that was left out still holds the old key; what it seals with it the school can read."""
    third = school.laptops[2]
    person = school.pupil("Ortensia")
    pass_on(school.first.replica, third.replica)
    school.founder().change_keys(without=[third.identity.device])
    before = key_id(third.school_keys[0])

    third.record([answered(person=person, answer=("ultima",), typed=True)])
    pass_on(third.replica, school.first.replica)

    assert before == key_id(school.first.school_keys[1])
    assert school.first.progress(person).stones() == 1


def test_from_the_change_on_every_laptop_seals_with_the_new_key(school: TestSchool) -> None:
    first, second, _ = school.laptops
    school.founder().change_keys(without=[])
    pass_on(first.replica, second.replica)
    newest = key_id(first.school_keys[0])

    person = second_pupil(school, second)

    assert key_id(second.school_keys[0]) == newest
    sealed = [row for row in _bodies(second) if newest in row]
    assert sealed, "nothing was sealed with the new key"
    assert person in {pupil.person for pupil in second.pupils()}


def second_pupil(school: TestSchool, laptop: School) -> bytes:
    """A pupil added from another laptop."""
    person = school.random(16)
    laptop.record(
        [
            PupilAdded(person=person),
            PupilFieldSet(person=person, field="name", value="Berenice"),
            PupilFieldSet(person=person, field="grade", value="P2"),
        ],
        author=laptop.unlock(school.teacher_id, PASSWORD),
    )
    return person


def _bodies(school: School) -> list[bytes]:
    connection = sqlite3.connect(school.folder / "scuola.db")
    try:
        return [body for (body,) in connection.execute("SELECT body FROM fact")]
    finally:
        connection.close()


def test_two_technicians_who_change_keys_at_once_leave_every_laptop_with_the_same_key(
    school: TestSchool,
) -> None:
    first, second, third = school.laptops
    other = school.founder().admit_staff("Amalia", "tecnica", "tecnico", NEW_PASSWORD)
    pass_on(first.replica, second.replica)

    school.founder().change_keys(without=[])
    second.office(second.unlock(other, NEW_PASSWORD), effort=QUICK).change_keys(without=[])
    for giver, taker in ((first, second), (second, first), (first, third)):
        pass_on(giver.replica, taker.replica)

    assert first.school_keys == second.school_keys == third.school_keys
    assert len(first.school_keys) == 3
