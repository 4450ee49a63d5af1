"""Who forgets a password is given another, by the technician or from a sheet of paper, and stays who they were."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from school_samples import NEW_PASSWORD, PASSWORD, QUICK, TestSchool, pass_on

from scuola_digitale.domain.facts import NoteWritten, WordSent
from scuola_digitale.storage.errors import (
    StaffExpiredError,
    WrongPasswordError,
    WrongSheetError,
)
from scuola_digitale.storage.office import change_password, recover_from_sheet
from scuola_digitale.storage.root import DAY_MS
from scuola_digitale.storage.school_store import School


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=3)
    yield school
    school.close()


def test_a_password_is_changed_on_all_laptops_and_the_keys_stay_the_same(school: TestSchool) -> None:
    before = school.teacher

    change_password(
        school.first, school.teacher_id, PASSWORD, NEW_PASSWORD, random=school.random, effort=QUICK
    )
    pass_on(school.first.replica, school.laptops[2].replica)

    assert school.laptops[2].unlock(school.teacher_id, NEW_PASSWORD) == before
    with pytest.raises(WrongPasswordError):
        school.laptops[2].unlock(school.teacher_id, PASSWORD)
    with pytest.raises(WrongPasswordError):
        change_password(
            school.first, school.teacher_id, PASSWORD, NEW_PASSWORD, random=school.random, effort=QUICK
        )


def test_who_forgot_her_password_is_herself_again_and_signed_history_stays_hers(school: TestSchool) -> None:
    person = school.pupil("Zeno")
    school.first.record([WordSent(person=person, text="Prima")], author=school.teacher)
    school.first.record([NoteWritten(person=person, text="Tra noi")], author=school.teacher)
    [nives] = [one for one in school.first.staff() if one.name == "Nives"]

    new_id = school.founder().recover(nives, NEW_PASSWORD)
    author = school.first.unlock(new_id, NEW_PASSWORD)
    school.clock.pass_ms(1000)
    school.first.record([WordSent(person=person, text="Dopo")], author=author)
    school.first.rebuild()

    assert [one.staff_id for one in school.first.staff() if one.name == "Nives"] == [new_id]
    assert [(word.text, word.author) for word in school.first.words_for(person)] == [
        ("Dopo", "Nives"),
        ("Prima", "Nives"),
    ]
    assert [note.text for note in school.first.notes_on(person, author)] == ["Tra noi"]
    assert school.first.quarantine() == ()


def test_a_recovered_teachers_old_key_signs_nothing_more_that_counts(school: TestSchool) -> None:
    person, old = school.pupil("Zeno"), school.teacher
    [nives] = [one for one in school.first.staff() if one.name == "Nives"]
    school.founder().recover(nives, NEW_PASSWORD)

    school.clock.pass_ms(2 * DAY_MS)
    school.laptops[1].record([WordSent(person=person, text="Con la chiave vecchia")], author=old)
    pass_on(school.laptops[1].replica, school.first.replica)
    pass_on(school.first.replica, school.laptops[1].replica)

    for laptop in school.laptops[:2]:
        assert laptop.words_for(person) == ()
        assert [reason for reason, _ in laptop.quarantine()] == ["author-revoked"]
        laptop.rebuild()
        assert [reason for reason, _ in laptop.quarantine()] == ["author-revoked"]
    with pytest.raises(StaffExpiredError):
        school.first.unlock(nives.staff_id, PASSWORD)


def test_what_was_signed_before_on_a_laptop_that_was_away_for_weeks_still_counts(school: TestSchool) -> None:
    """Nobody knows what stands on the other laptop when the password is recovered here."""
    person, away = school.pupil("Zeno"), school.laptops[2]
    away.record([WordSent(person=person, text="Lontano dalla linea")], author=school.teacher)
    school.clock.pass_ms(7 * DAY_MS)
    [nives] = [one for one in school.first.staff() if one.name == "Nives"]

    school.founder().recover(nives, NEW_PASSWORD)
    school.clock.pass_ms(30 * DAY_MS)
    pass_on(away.replica, school.first.replica)
    pass_on(school.first.replica, away.replica)

    for laptop in (school.first, away):
        assert [word.text for word in laptop.words_for(person)] == ["Lontano dalla linea"]
        assert laptop.quarantine() == ()


def _from_sheet(school: TestSchool, laptop: School, sheet: str, password: str = NEW_PASSWORD) -> bytes:
    return recover_from_sheet(
        laptop, sheet, "Elvio", password, clock=school.clock, random=school.random, effort=QUICK
    )


def test_a_school_whose_only_technician_forgot_begins_again_from_a_sheet_of_paper(school: TestSchool) -> None:
    person = school.pupil("Zeno")
    school.first.record([NoteWritten(person=person, text="Tra noi")], author=school.teacher)
    sheet = school.founder().new_sheet()
    school.founder().change_keys(without=[])
    second = school.laptops[1]
    pass_on(school.first.replica, second.replica)

    elvio = _from_sheet(school, second, f" {sheet.lower()} ")
    author = second.unlock(elvio, NEW_PASSWORD)
    newcomer = second.office(author, effort=QUICK).admit_staff("Ginevra", "maestra", "insegnante", "genziana")
    pass_on(second.replica, school.first.replica)

    assert [one.staff_id for one in school.first.staff() if one.role == "tecnico"] == [elvio]
    assert school.first.unlock(newcomer, "genziana").staff_id == newcomer
    assert [note.text for note in second.notes_on(person, author)] == ["Tra noi"]
    assert len(author.staff_keys) == 2
    assert school.first.quarantine() == ()


def test_the_forgotten_technicians_key_signs_nothing_more_after_a_rescue(school: TestSchool) -> None:
    person, old, away = school.pupil("Zeno"), school.technician, school.laptops[1]
    sheet = school.founder().new_sheet()
    pass_on(school.first.replica, away.replica)
    away.record([NoteWritten(person=person, text="Lontano")], author=old)

    elvio = _from_sheet(school, school.first, sheet)
    school.clock.pass_ms(2 * DAY_MS)
    away.record([NoteWritten(person=person, text="Dopo")], author=old)
    pass_on(away.replica, school.first.replica)

    author = school.first.unlock(elvio, NEW_PASSWORD)
    assert [note.text for note in school.first.notes_on(person, author)] == ["Lontano"]
    assert [reason for reason, _ in school.first.quarantine()] == ["author-revoked"]


def test_only_the_newest_sheet_opens_and_nothing_else_does(school: TestSchool) -> None:
    with pytest.raises(WrongSheetError):
        _from_sheet(school, school.first, "7K3M")
    old, new = school.founder().new_sheet(), school.founder().new_sheet()

    for wrong in (old, "", new[:-1], PASSWORD):
        with pytest.raises(WrongSheetError):
            _from_sheet(school, school.first, wrong)

    assert _from_sheet(school, school.first, new)


def test_a_sheet_has_a_hundred_and_thirty_bits_and_is_written_nowhere(school: TestSchool) -> None:
    sheet = school.founder().new_sheet()
    code = sheet.replace("-", "")

    assert len(code) == 26
    for path in school.first.folder.rglob("*"):
        if path.is_file():
            assert code.encode() not in path.read_bytes()
            assert sheet.encode() not in path.read_bytes()
