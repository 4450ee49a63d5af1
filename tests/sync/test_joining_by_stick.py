"""Joining by stick: two files on FAT32, in any hands, that let in one laptop and tell nothing."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from school_samples import QUICK, TestSchool

from scuola_digitale.storage.joining import admit, ask_to_join, join, open_answer
from sync.joining_stick import (
    FOLDER,
    NoAnswerError,
    StickUnwritableError,
    answer_on,
    leave_answer,
    leave_request,
    requests_on,
    take_away,
)


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path / "scuola")
    yield school
    school.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "chiavetta"
    stick.mkdir()
    return stick


def _answer_all(school: TestSchool, stick: Path) -> None:
    office = school.first.office(school.technician, effort=QUICK)
    for number, request in enumerate(requests_on(stick), start=1):
        leave_answer(stick, request, admit(school.first, office, request, f"Nuovo {number}"))


def test_two_laptops_join_with_one_stick(school: TestSchool, stick: Path, tmp_path: Path) -> None:
    school.pupil("Ortensia")
    folders = [tmp_path / "uno", tmp_path / "due"]
    requests = [ask_to_join(folder, os.urandom) for folder in folders]
    for request in requests:
        leave_request(stick, request)

    _answer_all(school, stick)
    for folder, request in zip(folders, requests, strict=True):
        admission = open_answer(folder, answer_on(stick, request))
        school.laptops.append(join(folder, admission, clock=school.clock, random=os.urandom))
        take_away(stick, request)

    assert [one.pupils()[0].name for one in school.laptops] == ["Ortensia"] * 3
    assert requests_on(stick) == ()
    assert list((stick / FOLDER).iterdir()) == []


def test_no_name_key_or_label_is_in_any_byte_or_name_on_the_stick(
    school: TestSchool, stick: Path, tmp_path: Path
) -> None:
    school.pupil("Ortensia")
    leave_request(stick, ask_to_join(tmp_path / "nuovo", os.urandom))
    _answer_all(school, stick)

    files = list((stick / FOLDER).iterdir())

    assert len(files) == 2
    for path in files:
        assert re.fullmatch(r"[A-Z]+-[0-9A-F]{8}\.SD", path.name)
        held = path.read_bytes()
        for secret in (b"Ortensia", b"Nives", b"Nuovo 1", b"Pian di Sasso", *school.first.school_keys):
            assert secret not in held


def test_a_stick_without_an_answer_says_what_to_do(stick: Path, tmp_path: Path) -> None:
    request = ask_to_join(tmp_path / "nuovo", os.urandom)

    with pytest.raises(NoAnswerError) as caught:
        answer_on(stick, request)

    assert "portatile del tecnico" in caught.value.remedy


def test_a_stick_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StickUnwritableError):
        leave_request(tmp_path / "niente", ask_to_join(tmp_path / "nuovo", os.urandom))


def test_rubbish_on_a_stick_is_passed_over(school: TestSchool, stick: Path, tmp_path: Path) -> None:
    leave_request(stick, ask_to_join(tmp_path / "nuovo", os.urandom))
    (stick / FOLDER / "RICHIESTA-00000000.SD").write_bytes(b"x" * 5000)
    (stick / FOLDER / "RICHIESTA-00000001.SD").write_bytes(b"")
    (stick / FOLDER / "RICHIESTA-00000002.SD").mkdir()

    assert len(requests_on(stick)) == 1
