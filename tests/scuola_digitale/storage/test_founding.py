"""Founding: every laptop knows its school from the first minute, and holds just the keys it needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from format_samples import answered
from school_samples import PASSWORD, TestSchool, pass_on

from scuola_digitale.domain.facts import WordSent
from scuola_digitale.format.kinds import KINDS
from scuola_digitale.format.signing import id_of, public_key
from scuola_digitale.storage.errors import WrongPasswordError
from scuola_digitale.storage.school_store import School


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=3)
    yield school
    school.close()


def test_every_laptop_knows_the_site_and_its_staff(school: TestSchool) -> None:
    for laptop in school.laptops:
        assert laptop.plesso_name() == "Pian di Sasso"
        assert [member.name for member in laptop.staff()] == ["Elvio", "Nives"]
        assert laptop.quarantine() == ()


def test_a_laptop_added_later_knows_as_much(school: TestSchool, tmp_path: Path) -> None:
    late = school.founding.laptop(tmp_path / "ultimo", "L'ultimo")
    school.laptops.append(late)

    assert [member.name for member in late.staff()] == ["Elvio", "Nives"]
    assert late.unlock(school.teacher_id, PASSWORD).staff_id == school.teacher_id
    assert late.identity.label == "L'ultimo"


def test_the_ids_of_school_and_laptops_follow_from_their_keys(school: TestSchool) -> None:
    assert school.founding.school_id == id_of(school.founding.root_key)
    assert {laptop.school_id for laptop in school.laptops} == {school.founding.school_id}
    devices = {laptop.identity.device for laptop in school.laptops}
    assert devices == {id_of(public_key(laptop.identity.device_seed)) for laptop in school.laptops}
    assert len(devices) == 3


def test_the_roots_key_opens_with_the_technicians_password_alone(school: TestSchool) -> None:
    for laptop in school.laptops:
        technician = laptop.unlock(school.technician_id, PASSWORD)

        [root] = laptop.keys_given(technician.staff_id, "radice", technician.box_seed)

        assert public_key(root) == school.founding.root_key
        with pytest.raises(WrongPasswordError):
            laptop.unlock(school.technician_id, "indovinata")
    assert not school.first.keys_given(school.technician_id, "radice", school.teacher.box_seed)


def test_what_one_laptop_writes_is_read_on_another_with_names_and_words(school: TestSchool) -> None:
    first, second, third = school.laptops
    person = school.pupil("Ortensia")
    school.assign()
    pass_on(first.replica, second.replica)
    second.record([answered(person=person, answer=("tre quarti",), typed=True)])

    pass_on(second.replica, third.replica)

    assert [pupil.name for pupil in third.pupils()] == ["Ortensia"]
    assert third.works()[0].theme == "Le frazioni"
    assert third.progress(person).stones() == 1
    assert third.replica.states(third.replica.scopes()) == second.replica.states(second.replica.scopes())


def test_a_staff_fact_written_on_any_laptop_counts_on_all(school: TestSchool) -> None:
    second = school.laptops[1]
    teacher = second.unlock(school.teacher_id, PASSWORD)
    person = school.pupil("Zeno")
    pass_on(school.first.replica, second.replica)

    second.record([WordSent(person=person, text="Ciao!")], author=teacher)
    pass_on(second.replica, school.first.replica)

    assert [word.text for word in school.first.words_for(person)] == ["Ciao!"]


def test_answers_of_the_same_moment_are_in_the_same_order_everywhere(school: TestSchool) -> None:
    first, second, third = school.laptops
    for round_ in range(4):
        school.clock.pass_ms(60_000)
        second.record([answered(score=0, exercise_ref=f"marche/x/{round_}")])
        third.record([answered(score=100, exercise_ref=f"marche/x/{round_}")])
    pass_on(second.replica, first.replica)
    pass_on(third.replica, first.replica)
    pass_on(second.replica, third.replica)
    pass_on(third.replica, second.replica)

    seen = [laptop.progress(answered().person) for laptop in school.laptops]

    assert seen[0] == seen[1] == seen[2]
    assert {one.attempts for one in seen[0].exercises.values()} == {2}


def test_a_laptop_with_an_older_program_passes_on_what_it_cannot_read_and_reads_it_after_its_update(
    school: TestSchool,
) -> None:
    first, second, third = school.laptops
    first.record([answered()])
    second.close()
    older = School.open(second.folder, clock=school.clock, random=school.random, kinds=KINDS.without(9))
    pass_on(first.replica, older.replica)
    assert older.progress(answered().person).exercises == {}
    assert older.quarantine() == (("unknown-kind", 1),)

    pass_on(older.replica, third.replica)
    older.close()
    updated = school.reopen(1)

    assert third.progress(answered().person).stones() == 1
    assert updated.progress(answered().person) == third.progress(answered().person)
    assert updated.quarantine() == ()
