"""The technician's office: whoever is admitted, recovered or lost, nothing that was signed or sealed is."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from format_samples import answered
from school_samples import PASSWORD, QUICK, TestSchool, pass_on

from scuola_digitale.domain.facts import KeyShared, NoteWritten, StaffFieldSet, WordSent
from scuola_digitale.format.boxes import box_up
from scuola_digitale.format.errors import MissingKeyError
from scuola_digitale.format.sealing import key_id
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.errors import (
    NotATechnicianError,
    OwnDismissalError,
    StaffExpiredError,
    WeakPasswordError,
    WrongPasswordError,
    WrongSheetError,
)
from scuola_digitale.storage.office import Office, change_password, recover_from_sheet
from scuola_digitale.storage.school_store import School

NEW_PASSWORD = "tre rane e un fosso"
DAY_MS = 86_400_000


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=3)
    yield school
    school.close()


def _office(school: TestSchool) -> Office:
    return school.first.office(school.technician, effort=QUICK)


def _names(school: School) -> list[str]:
    return [member.name for member in school.staff()]


def _stolen(school: TestSchool, number: int) -> School:
    """Everything on a laptop's disk, in a thief's hands, as it is now."""
    away = school.folder / "ladro"
    shutil.copytree(school.laptops[number].folder, away)
    return School.open(away, clock=school.clock, random=school.random)


def test_a_new_teacher_comes_in_on_every_laptop_with_her_password_alone(school: TestSchool) -> None:
    newcomer = _office(school).admit_staff("Ginevra", "maestra", "insegnante", NEW_PASSWORD)
    second = school.laptops[1]
    pass_on(school.first.replica, second.replica)

    author = second.unlock(newcomer, NEW_PASSWORD)
    person = school.pupil("Zeno")
    second.record([WordSent(person=person, text="Ciao!")], author=author)

    assert _names(second) == ["Elvio", "Ginevra", "Nives"]
    assert [word.author for word in second.words_for(person)] == ["Ginevra"]
    with pytest.raises(WrongPasswordError):
        second.unlock(newcomer, PASSWORD)


def test_only_a_technician_has_an_office(school: TestSchool) -> None:
    with pytest.raises(NotATechnicianError):
        school.first.office(school.teacher)


def test_a_second_technician_keeps_the_root_too(school: TestSchool) -> None:
    second = _office(school).admit_staff("Amalia", "tecnica", "tecnico", NEW_PASSWORD)

    office = school.first.office(school.first.unlock(second, NEW_PASSWORD), effort=QUICK)

    office.admit_staff("Ginevra", "maestra", "insegnante", NEW_PASSWORD)
    assert "Ginevra" in _names(school.first)


@pytest.mark.parametrize(("role", "password"), [("insegnante", "sette77"), ("tecnico", "undici11111")])
def test_a_password_that_is_too_short_is_refused_before_anything_is_written(
    school: TestSchool, role: str, password: str
) -> None:
    before = school.first.replica.states(school.first.replica.scopes())

    with pytest.raises(WeakPasswordError):
        _office(school).admit_staff("Ginevra", "maestra", role, password)  # type: ignore[arg-type]

    assert school.first.replica.states(school.first.replica.scopes()) == before


def test_a_substitute_comes_in_for_her_days_and_what_she_wrote_stays(school: TestSchool) -> None:
    person = school.pupil("Zeno")
    substitute = _office(school).admit_staff("Ginevra", "maestra", "insegnante", NEW_PASSWORD, days=5)
    author = school.first.unlock(substitute, NEW_PASSWORD)
    school.first.record([WordSent(person=person, text="Ciao!")], author=author)

    school.clock.pass_ms(5 * DAY_MS + 1)

    with pytest.raises(StaffExpiredError):
        school.first.unlock(substitute, NEW_PASSWORD)
    assert "Ginevra" not in _names(school.first)
    school.first.rebuild()
    assert [(word.text, word.author) for word in school.first.words_for(person)] == [("Ciao!", "Ginevra")]


def test_a_technician_comes_in_after_the_end_to_renew_the_school(school: TestSchool) -> None:
    school.clock.pass_ms(4 * 365 * DAY_MS)
    office = _office(school)

    office.renew(school.technician_id)
    office.renew(school.first.identity.device)

    ends = {one.device: one.until_ms for one in school.first.devices()}
    assert ends[school.first.identity.device] > school.clock.now_ms()
    assert school.first.quarantine() == ()


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

    new_id = _office(school).recover(nives, NEW_PASSWORD)
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
    _office(school).recover(nives, NEW_PASSWORD)

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

    _office(school).recover(nives, NEW_PASSWORD)
    school.clock.pass_ms(30 * DAY_MS)
    pass_on(away.replica, school.first.replica)
    pass_on(school.first.replica, away.replica)

    for laptop in (school.first, away):
        assert [word.text for word in laptop.words_for(person)] == ["Lontano dalla linea"]
        assert laptop.quarantine() == ()


def test_who_works_here_no_more_signs_and_reads_nothing_new_and_what_was_signed_stays(
    school: TestSchool,
) -> None:
    person, old = school.pupil("Zeno"), school.teacher
    school.first.record([WordSent(person=person, text="Prima")], author=old)
    [nives] = [one for one in school.first.staff() if one.name == "Nives"]

    _office(school).dismiss(nives)
    _office(school).change_keys(without=[nives.staff_id])
    school.clock.pass_ms(1000)
    school.first.record([WordSent(person=person, text="Dopo")], author=old)

    assert [word.text for word in school.first.words_for(person)] == ["Prima"]
    assert _names(school.first) == ["Elvio"]
    assert [one.gone for one in school.first.all_staff()] == [False, True]
    assert len(school.first.refreshed(old).staff_keys) == len(old.staff_keys)


def test_a_stolen_key_counts_only_as_far_as_it_was_heard_of(school: TestSchool) -> None:
    """With a date in the past it could still write: only what is held when it is taken back counts."""
    person, away, thief = school.pupil("Zeno"), school.laptops[2], school.teacher
    school.first.record([WordSent(person=person, text="Prima")], author=thief)
    away.record([WordSent(person=person, text="Con una data vecchia")], author=thief)

    _office(school).revoke(school.teacher_id)
    pass_on(away.replica, school.first.replica)

    assert [word.text for word in school.first.words_for(person)] == ["Prima"]


def test_nobody_dismisses_themselves(school: TestSchool) -> None:
    [elvio] = [one for one in school.first.staff() if one.name == "Elvio"]
    with pytest.raises(OwnDismissalError) as refusal:
        _office(school).dismiss(elvio)
    assert refusal.value.remedy
    assert elvio.staff_id not in school.first.revoked()


def test_who_was_dismissed_for_theft_is_not_given_more_by_a_later_word(school: TestSchool) -> None:
    person, away, thief = school.pupil("Zeno"), school.laptops[2], school.teacher
    away.record([WordSent(person=person, text="Con una data vecchia")], author=thief)
    _office(school).revoke(school.teacher_id)
    school.clock.pass_ms(DAY_MS)

    [nives] = [one for one in school.first.all_staff() if one.name == "Nives"]
    _office(school).dismiss(nives)
    _office(school).recover(nives, NEW_PASSWORD)
    pass_on(away.replica, school.first.replica)

    assert school.first.words_for(person) == ()


def test_a_teacher_can_neither_hand_keys_round_nor_name_her_own_successor(school: TestSchool) -> None:
    device = school.certificate_of(school.first)
    forged = KeyShared(
        name="scuola",
        recipient=device.subject_id,
        box=box_up(bytes(32), device.box_key, school.random),
    )
    takeover = StaffFieldSet(staff_id=school.teacher_id, field="successor", value=school.technician_id.hex())
    keys = school.first.school_keys

    school.first.record([forged, takeover], author=school.teacher)

    assert school.first.quarantine() == (("author-not-entitled", 2),)
    assert school.first.school_keys == keys
    assert "Nives" in _names(school.first)


def test_a_note_of_staff_opens_with_a_staff_password_and_with_no_key_that_lies_on_the_disk(
    school: TestSchool,
) -> None:
    person = school.pupil("Zeno")
    school.first.record([NoteWritten(person=person, text="Da tenere d'occhio")], author=school.teacher)
    second = school.laptops[1]
    pass_on(school.first.replica, second.replica)

    notes = second.notes_on(person, second.unlock(school.technician_id, PASSWORD))
    thief = second.notes_on(person, _without_staff_keys(school, second))

    assert [(note.text, note.author) for note in notes] == [("Da tenere d'occhio", "Nives")]
    assert [note.text for note in thief] == [""]


def _without_staff_keys(school: TestSchool, laptop: School):  # type: ignore[no-untyped-def]
    unlocked = laptop.unlock(school.technician_id, PASSWORD)
    return type(unlocked)(unlocked.staff_id, unlocked.seed, unlocked.box_seed, laptop.school_keys)


def test_after_a_loss_the_stolen_laptop_reads_nothing_new_and_the_others_read_all(school: TestSchool) -> None:
    first, second, third = school.laptops
    old = school.pupil("Ortensia")
    for one in (second, third):
        pass_on(first.replica, one.replica)
    thief = _stolen(school, 2)

    _office(school).change_keys(without=[third.identity.device])
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
    _office(school).change_keys(without=[third.identity.device])
    before = key_id(third.school_keys[0])

    third.record([answered(person=person, answer=("ultima",), typed=True)])
    pass_on(third.replica, school.first.replica)

    assert before == key_id(school.first.school_keys[1])
    assert school.first.progress(person).stones() == 1


def test_from_the_change_on_every_laptop_seals_with_the_new_key(school: TestSchool) -> None:
    first, second, _ = school.laptops
    _office(school).change_keys(without=[])
    pass_on(first.replica, second.replica)
    newest = key_id(first.school_keys[0])

    person = second_pupil(school, second)

    assert key_id(second.school_keys[0]) == newest
    sealed = [row for row in _bodies(second) if newest in row]
    assert sealed, "nothing was sealed with the new key"
    assert person in {pupil.person for pupil in second.pupils()}


def second_pupil(school: TestSchool, laptop: School) -> bytes:
    """A pupil added from another laptop."""
    from scuola_digitale.domain.facts import PupilAdded, PupilFieldSet

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
    import sqlite3

    connection = sqlite3.connect(school.folder / "scuola.db")
    try:
        return [body for (body,) in connection.execute("SELECT body FROM fact")]
    finally:
        connection.close()


def test_two_technicians_who_change_keys_at_once_leave_every_laptop_with_the_same_key(
    school: TestSchool,
) -> None:
    first, second, third = school.laptops
    other = _office(school).admit_staff("Amalia", "tecnica", "tecnico", NEW_PASSWORD)
    pass_on(first.replica, second.replica)

    _office(school).change_keys(without=[])
    second.office(second.unlock(other, NEW_PASSWORD), effort=QUICK).change_keys(without=[])
    for giver, taker in ((first, second), (second, first), (first, third)):
        pass_on(giver.replica, taker.replica)

    assert first.school_keys == second.school_keys == third.school_keys
    assert len(first.school_keys) == 3


def test_the_devices_are_listed_with_label_end_and_when_they_were_last_seen(school: TestSchool) -> None:
    school.clock.pass_ms(3 * DAY_MS)
    second = school.laptops[1]
    second.record([answered()])
    pass_on(second.replica, school.first.replica)

    devices = {one.label: one for one in school.first.devices()}

    assert list(devices) == ["Portatile 1", "Portatile 2", "Portatile 3"]
    assert devices["Portatile 2"].seen_ms == school.clock.now_ms()
    assert devices["Portatile 3"].seen_ms < school.clock.now_ms()
    assert devices["Portatile 1"].until_ms > school.clock.now_ms() + 900 * DAY_MS


def test_a_box_opens_for_its_owner_alone(school: TestSchool) -> None:
    from scuola_digitale.format.boxes import unbox
    from scuola_digitale.format.signing import public_box_key

    box = box_up(b"la chiave", public_box_key(b"a" * 32), school.random)

    assert unbox(box, b"a" * 32) == b"la chiave"
    for bad in (box[:-1], bytes([box[0] ^ 1]) + box[1:], b""):
        with pytest.raises(MissingKeyError):
            unbox(bad, b"a" * 32)
    with pytest.raises(MissingKeyError):
        unbox(box, b"b" * 32)


def test_no_name_or_password_is_in_clear_in_what_leaves_the_school(school: TestSchool) -> None:
    _office(school).admit_staff("Ginevra", "maestra", "insegnante", NEW_PASSWORD)
    school.first.replica.sign_heads()

    import zstandard

    for segment in school.first.replica.segments_after(PeerVector({}), school.first.replica.scopes()):
        import msgspec

        clear = zstandard.ZstdDecompressor().decompress(msgspec.msgpack.decode(segment)[-1], 1 << 22)
        for word in ("Ginevra", "Nives", "Elvio", NEW_PASSWORD, PASSWORD, "Portatile 1"):
            assert word.encode() not in clear


def _from_sheet(school: TestSchool, laptop: School, sheet: str, password: str = NEW_PASSWORD) -> bytes:
    return recover_from_sheet(
        laptop, sheet, "Elvio", password, clock=school.clock, random=school.random, effort=QUICK
    )


def test_a_school_whose_only_technician_forgot_begins_again_from_a_sheet_of_paper(school: TestSchool) -> None:
    person = school.pupil("Zeno")
    school.first.record([NoteWritten(person=person, text="Tra noi")], author=school.teacher)
    sheet = _office(school).new_sheet()
    _office(school).change_keys(without=[])
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
    sheet = _office(school).new_sheet()
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
    old, new = _office(school).new_sheet(), _office(school).new_sheet()

    for wrong in (old, "", new[:-1], PASSWORD):
        with pytest.raises(WrongSheetError):
            _from_sheet(school, school.first, wrong)

    assert _from_sheet(school, school.first, new)


def test_a_sheet_has_a_hundred_and_thirty_bits_and_is_written_nowhere(school: TestSchool) -> None:
    sheet = _office(school).new_sheet()
    code = sheet.replace("-", "")

    assert len(code) == 26
    for path in school.first.folder.rglob("*"):
        if path.is_file():
            assert code.encode() not in path.read_bytes()
            assert sheet.encode() not in path.read_bytes()
