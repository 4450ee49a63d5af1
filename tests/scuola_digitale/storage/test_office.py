"""The technician's office: who is admitted comes in on every laptop, and nothing of it can be read outside the school."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import zstandard
from format_samples import answered
from school_samples import NEW_PASSWORD, PASSWORD, QUICK, TestSchool, pass_on, staff_names

from scuola_digitale.domain.facts import KeyShared, NoteWritten, StaffFieldSet, WordSent
from scuola_digitale.format.boxes import box_up, unbox
from scuola_digitale.format.errors import MissingKeyError
from scuola_digitale.format.signing import public_box_key
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.errors import (
    NotATechnicianError,
    StaffExpiredError,
    WeakPasswordError,
    WrongPasswordError,
)
from scuola_digitale.storage.root import DAY_MS
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import UnlockedStaff


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=3)
    yield school
    school.close()


def test_a_new_teacher_comes_in_on_every_laptop_with_her_password_alone(school: TestSchool) -> None:
    newcomer = school.founder().admit_staff("Ginevra", "maestra", "insegnante", NEW_PASSWORD)
    second = school.laptops[1]
    pass_on(school.first.replica, second.replica)

    author = second.unlock(newcomer, NEW_PASSWORD)
    person = school.pupil("Zeno")
    second.record([WordSent(person=person, text="Ciao!")], author=author)

    assert staff_names(second) == ["Elvio", "Ginevra", "Nives"]
    assert [word.author for word in second.words_for(person)] == ["Ginevra"]
    with pytest.raises(WrongPasswordError):
        second.unlock(newcomer, PASSWORD)


def test_only_a_technician_has_an_office(school: TestSchool) -> None:
    with pytest.raises(NotATechnicianError):
        school.first.office(school.teacher)


def test_a_second_technician_keeps_the_root_too(school: TestSchool) -> None:
    second = school.founder().admit_staff("Amalia", "tecnica", "tecnico", NEW_PASSWORD)

    office = school.first.office(school.first.unlock(second, NEW_PASSWORD), effort=QUICK)

    office.admit_staff("Ginevra", "maestra", "insegnante", NEW_PASSWORD)
    assert "Ginevra" in staff_names(school.first)


@pytest.mark.parametrize(("role", "password"), [("insegnante", "sette77"), ("tecnico", "undici11111")])
def test_a_password_that_is_too_short_is_refused_before_anything_is_written(
    school: TestSchool, role: str, password: str
) -> None:
    before = school.first.replica.states(school.first.replica.scopes())

    with pytest.raises(WeakPasswordError):
        school.founder().admit_staff("Ginevra", "maestra", role, password)  # type: ignore[arg-type]

    assert school.first.replica.states(school.first.replica.scopes()) == before


def test_a_substitute_comes_in_for_her_days_and_what_she_wrote_stays(school: TestSchool) -> None:
    person = school.pupil("Zeno")
    substitute = school.founder().admit_staff("Ginevra", "maestra", "insegnante", NEW_PASSWORD, days=5)
    author = school.first.unlock(substitute, NEW_PASSWORD)
    school.first.record([WordSent(person=person, text="Ciao!")], author=author)

    school.clock.pass_ms(5 * DAY_MS + 1)

    with pytest.raises(StaffExpiredError):
        school.first.unlock(substitute, NEW_PASSWORD)
    assert "Ginevra" not in staff_names(school.first)
    school.first.rebuild()
    assert [(word.text, word.author) for word in school.first.words_for(person)] == [("Ciao!", "Ginevra")]


def test_a_technician_comes_in_after_the_end_to_renew_the_school(school: TestSchool) -> None:
    school.clock.pass_ms(4 * 365 * DAY_MS)
    office = school.founder()

    office.renew(school.technician_id)
    office.renew(school.first.identity.device)

    ends = {one.device: one.until_ms for one in school.first.devices()}
    assert ends[school.first.identity.device] > school.clock.now_ms()
    assert school.first.quarantine() == ()


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
    assert "Nives" in staff_names(school.first)


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


def _without_staff_keys(school: TestSchool, laptop: School) -> UnlockedStaff:
    unlocked = laptop.unlock(school.technician_id, PASSWORD)
    return UnlockedStaff(unlocked.staff_id, unlocked.seed, unlocked.box_seed, laptop.school_keys)


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
    box = box_up(b"la chiave", public_box_key(b"a" * 32), school.random)

    assert unbox(box, b"a" * 32) == b"la chiave"
    for bad in (box[:-1], bytes([box[0] ^ 1]) + box[1:], b""):
        with pytest.raises(MissingKeyError):
            unbox(bad, b"a" * 32)
    with pytest.raises(MissingKeyError):
        unbox(box, b"b" * 32)


def test_no_name_or_password_is_in_clear_in_what_leaves_the_school(school: TestSchool) -> None:
    school.founder().admit_staff("Ginevra", "maestra", "insegnante", NEW_PASSWORD)
    school.first.replica.sign_heads()

    for segment in school.first.replica.segments_after(PeerVector({}), school.first.replica.scopes()):
        clear = zstandard.ZstdDecompressor().decompress(msgspec.msgpack.decode(segment)[-1], 1 << 22)
        for word in ("Ginevra", "Nives", "Elvio", NEW_PASSWORD, PASSWORD, "Portatile 1"):
            assert word.encode() not in clear
