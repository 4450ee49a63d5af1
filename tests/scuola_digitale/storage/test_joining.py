"""Joining by files: nothing secret is in them, and they let in the laptop they were made for alone."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from format_samples import answered
from hypothesis import given, settings
from hypothesis import strategies as st
from school_samples import PASSWORD, QUICK, TestSchool, pass_on

from scuola_digitale.format.boxes import box_up
from scuola_digitale.storage.connection import DATABASE
from scuola_digitale.storage.errors import AlreadyInSchoolError
from scuola_digitale.storage.identity import WAITING
from scuola_digitale.storage.joining import (
    BadJoiningError,
    JoinRequest,
    admit,
    ask_to_join,
    join,
    open_answer,
    read_request,
)
from scuola_digitale.storage.school_store import School


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path / "scuola")
    yield school
    school.close()


def _admitted(school: TestSchool, request: bytes, label: str = "Il portatile di Ortensia") -> bytes:
    office = school.first.office(school.technician, effort=QUICK)
    return admit(school.first, office, read_request(request), label)


def _joined(school: TestSchool, folder: Path) -> School:
    answer = _admitted(school, ask_to_join(folder, school.random))
    laptop = join(folder, open_answer(folder, answer), clock=school.clock, random=school.random)
    school.laptops.append(laptop)
    return laptop


def test_a_laptop_that_joined_knows_pupils_staff_and_work_before_any_line(
    school: TestSchool, tmp_path: Path
) -> None:
    person = school.pupil("Ortensia")
    school.assign()

    new = _joined(school, tmp_path / "nuovo")

    assert [pupil.name for pupil in new.pupils()] == ["Ortensia"]
    assert new.works()[0].theme == "Le frazioni"
    assert new.unlock(school.teacher_id, PASSWORD).staff_id == school.teacher_id
    assert new.identity.label == "Il portatile di Ortensia"
    new.record([answered(person=person)])
    pass_on(new.replica, school.first.replica)
    assert school.first.progress(person).stones() == 1


def test_a_laptop_that_joined_tells_others_itself_that_it_belongs(school: TestSchool, tmp_path: Path) -> None:
    other = school.founding.laptop(tmp_path / "altro", "Altro")
    school.laptops.append(other)
    new = _joined(school, tmp_path / "nuovo")
    new.record([answered()])

    taken = pass_on(new.replica, other.replica)

    assert not taken.refused
    assert other.progress(answered().person).stones() == 1


def test_names_and_keys_are_in_no_byte_of_a_request_or_an_answer(school: TestSchool, tmp_path: Path) -> None:
    school.pupil("Ortensia")
    folder = tmp_path / "nuovo"
    request = ask_to_join(folder, school.random)
    answer = _admitted(school, request)
    seeds = msgspec.msgpack.decode((folder / WAITING).read_bytes())[1:]
    secrets = [*seeds, *school.first.school_keys, b"Ortensia", b"Nives", b"Elvio", b"Pian di Sasso"]

    for secret in secrets:
        assert secret not in request
        assert secret not in answer


def test_an_answer_opens_on_the_laptop_that_asked_alone(school: TestSchool, tmp_path: Path) -> None:
    answer = _admitted(school, ask_to_join(tmp_path / "uno", school.random))
    ask_to_join(tmp_path / "due", school.random)

    with pytest.raises(BadJoiningError) as caught:
        open_answer(tmp_path / "due", answer)

    assert "per un altro portatile" in str(caught.value)
    with pytest.raises(BadJoiningError):
        open_answer(tmp_path / "tre", answer)


def test_an_answer_is_good_once(school: TestSchool, tmp_path: Path) -> None:
    folder = tmp_path / "nuovo"
    answer = _admitted(school, ask_to_join(folder, school.random))
    admission = open_answer(folder, answer)
    join(folder, admission, clock=school.clock, random=school.random).close()

    with pytest.raises(BadJoiningError):
        open_answer(folder, answer)
    with pytest.raises(BadJoiningError):
        join(folder, admission, clock=school.clock, random=school.random)


def test_a_certificate_of_another_laptop_packed_by_a_forger_is_refused(
    school: TestSchool, tmp_path: Path
) -> None:
    folder = tmp_path / "nuovo"
    request = read_request(ask_to_join(folder, school.random))
    admission = msgspec.msgpack.encode(
        [1, school.founding.root_key, "piandisasso", "x", [bytes(32)], _certificate(school), []]
    )
    forged = msgspec.msgpack.encode([1, request.device, box_up(admission, request.box_key, os.urandom)])

    with pytest.raises(BadJoiningError):
        open_answer(folder, forged)


def _certificate(school: TestSchool) -> bytes:
    from scuola_digitale.domain.facts import CertificateIssued
    from scuola_digitale.storage.root import Root

    root = Root(b"r" * 32, clock=school.clock, random=school.random, effort=QUICK)
    issued = root.certify("dispositivo", signing_key=bytes(32), box_key=bytes(32))
    assert isinstance(issued, CertificateIssued)
    return issued.certificate


def test_a_request_stays_the_same_while_it_waits_and_shows_the_same_digits(
    school: TestSchool, tmp_path: Path
) -> None:
    first = ask_to_join(tmp_path / "nuovo", school.random)

    assert ask_to_join(tmp_path / "nuovo", school.random) == first
    assert read_request(first).digits == read_request(first).digits
    assert len(read_request(first).digits) == 7


def test_a_request_with_another_box_key_is_refused(school: TestSchool, tmp_path: Path) -> None:
    request = read_request(ask_to_join(tmp_path / "nuovo", school.random))
    swapped = JoinRequest(1, request.signing_key, bytes(32), request.signature)

    with pytest.raises(BadJoiningError):
        read_request(msgspec.msgpack.encode(swapped))


def test_a_laptop_in_a_school_asks_no_other(school: TestSchool) -> None:
    with pytest.raises(AlreadyInSchoolError):
        ask_to_join(school.first.folder, school.random)


def test_power_that_fails_while_joining_leaves_an_answer_that_can_be_taken_again(
    school: TestSchool, tmp_path: Path
) -> None:
    school.pupil("Ortensia")
    folder = tmp_path / "nuovo"
    answer = _admitted(school, ask_to_join(folder, school.random))
    waiting = (folder / WAITING).read_bytes()
    join(folder, open_answer(folder, answer), clock=school.clock, random=school.random).close()
    # As if the power had failed before the last step.
    (folder / WAITING).write_bytes(waiting)

    again = join(folder, open_answer(folder, answer), clock=school.clock, random=school.random)
    school.laptops.append(again)
    again.record([answered()])
    taken = pass_on(again.replica, school.first.replica)

    assert not taken.refused
    assert (folder / DATABASE).exists()
    assert [pupil.name for pupil in again.pupils()] == ["Ortensia"]


@settings(max_examples=50, deadline=None)
@given(rubbish=st.binary(max_size=200))
def test_rubbish_is_no_request(rubbish: bytes) -> None:
    with pytest.raises(BadJoiningError):
        read_request(rubbish)
