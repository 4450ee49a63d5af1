"""The region learns a school's public root by a code: good once, for three days, and nothing else opens the door."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from format_samples import START_MS, seed
from region_in_process import LineInProcess, RegionInProcess
from sqlalchemy import select

from scuola_digitale.clock import SetClock
from scuola_digitale.format.letters import LETTERS
from scuola_digitale.format.signing import id_of, public_key, sign
from sync.errors import RegionAnswersRubbishError, RegionBusyError
from sync.region import tables
from sync.region.app import CODES_A_MINUTE
from sync.region.invitations import invite
from sync.region.store import find_school
from sync.registration import (
    CodeRefusedError,
    Registration,
    read_code,
    register,
    registration_of,
)

HOUR_MS = 3_600_000
ROOT, OTHER_ROOT = seed("a school"), seed("another school")


@pytest.fixture
def clock() -> SetClock:
    return SetClock(START_MS)


@pytest.fixture
def region(tmp_path: Path, clock: SetClock) -> Iterator[RegionInProcess]:
    region = RegionInProcess(tmp_path, clock)
    yield region
    region.close()


def _show(region: RegionInProcess, code: str, root: bytes = ROOT) -> None:
    shown = registration_of(code, public_key(root), lambda data: sign(root, b"sd1w" + data))
    register("https://region.example", shown, open_line=lambda _: region.line())


def _known(region: RegionInProcess, root: bytes = ROOT) -> bool:
    return find_school(region.engine, id_of(public_key(root)).hex()) is not None


def test_a_school_with_a_code_is_known_by_its_public_root_and_nothing_else(
    region: RegionInProcess, clock: SetClock
) -> None:
    _show(region, invite(region.engine, now_ms=clock.now_ms()))

    school = find_school(region.engine, id_of(public_key(ROOT)).hex())

    assert school is not None
    assert school.root_key == public_key(ROOT)


def test_a_code_has_eighty_bits_and_only_its_hash_is_kept(
    region: RegionInProcess, clock: SetClock, tmp_path: Path
) -> None:
    codes = {invite(region.engine, now_ms=clock.now_ms()) for _ in range(20)}

    assert len(codes) == 20
    assert len(set(LETTERS)) == 32
    assert {len(read_code(code)) for code in codes} == {16}
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for code in codes:
        assert code.encode() not in kept
        assert read_code(code).encode() not in kept


def test_a_code_is_good_for_one_school(region: RegionInProcess, clock: SetClock) -> None:
    code = invite(region.engine, now_ms=clock.now_ms())
    _show(region, code)

    with pytest.raises(CodeRefusedError):
        _show(region, code, OTHER_ROOT)

    assert not _known(region, OTHER_ROOT)


def test_a_school_whose_answer_was_lost_may_show_its_code_again(
    region: RegionInProcess, clock: SetClock
) -> None:
    code = invite(region.engine, now_ms=clock.now_ms())
    _show(region, code)
    clock.pass_ms(100 * HOUR_MS)

    _show(region, code)

    assert _known(region)


def test_after_three_days_a_code_is_worth_nothing(region: RegionInProcess, clock: SetClock) -> None:
    early, late = (invite(region.engine, now_ms=clock.now_ms()) for _ in range(2))
    clock.pass_ms(72 * HOUR_MS)
    _show(region, early)
    clock.pass_ms(1)

    with pytest.raises(CodeRefusedError) as caught:
        _show(region, late, OTHER_ROOT)

    assert "tre giorni" in caught.value.remedy
    assert not _known(region, OTHER_ROOT)


def test_codes_that_nobody_used_are_swept_away(region: RegionInProcess, clock: SetClock) -> None:
    invite(region.engine, now_ms=clock.now_ms())
    clock.pass_ms(73 * HOUR_MS)

    invite(region.engine, now_ms=clock.now_ms())

    with region.engine.begin() as connection:
        assert len(connection.execute(select(tables.invitation)).all()) == 1


def test_a_guessed_code_is_refused_and_after_ten_the_region_asks_for_patience(
    region: RegionInProcess, clock: SetClock
) -> None:
    for guess in range(CODES_A_MINUTE):
        with pytest.raises(CodeRefusedError):
            _show(region, f"{guess:016d}")

    with pytest.raises(RegionBusyError):
        _show(region, invite(region.engine, now_ms=clock.now_ms()))

    clock.pass_ms(60_001)
    _show(region, invite(region.engine, now_ms=clock.now_ms()))


def test_nobody_registers_a_root_that_is_not_theirs(region: RegionInProcess, clock: SetClock) -> None:
    code = read_code(invite(region.engine, now_ms=clock.now_ms()))
    key = public_key(ROOT)
    forged = Registration(1, code, key, sign(OTHER_ROOT, b"sd1w" + code.encode() + key))

    with pytest.raises(RegionAnswersRubbishError):
        register("x", msgspec.msgpack.encode(forged), open_line=lambda _: region.line())

    assert not _known(region)


@pytest.mark.parametrize("rubbish", [b"", b"\xc1", b"x" * 600, msgspec.msgpack.encode([1, "A", b"", b""])])
def test_rubbish_is_refused_as_a_bad_message(region: RegionInProcess, rubbish: bytes) -> None:
    line: LineInProcess = region.line()

    with line.post("/schools", iter([rubbish]), len(rubbish)) as answer:
        assert answer.status == 400


@pytest.mark.parametrize("written", ["7k3m 9pqr-0000.abcd", "7K3M9PQROOOOABCD", " 7K3M-9PQR-OoOo-ABCD "])
def test_a_code_is_read_however_it_was_written(written: str) -> None:
    assert read_code(written) == "7K3M9PQR0000ABCD"


@pytest.mark.parametrize("written", ["", "7K3M", "7K3M-9PQR-0000-ABCDE"])
def test_what_cannot_be_a_code_is_refused_before_any_line(written: str) -> None:
    with pytest.raises(CodeRefusedError):
        registration_of(written, public_key(ROOT), lambda _: b"")
