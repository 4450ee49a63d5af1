"""What a hostile laptop, line or stick may send: refused or without effect, and the honest facts behind it arrive."""

import time
import tracemalloc
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import msgspec
import pytest
import zstandard
from format_samples import ROOT, START_MS, answered, rows_of, school_day, seed, segment_of
from hypothesis import given, settings
from hypothesis import strategies as st
from notebook import PLESSO, SCHOOL, Notebook
from region_in_process import RegionInProcess

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.facts import KeyRevoked
from scuola_digitale.format.canonical import encode
from scuola_digitale.format.chain import RedactedRow, Stream, fact_hash
from scuola_digitale.format.errors import BadSegmentError
from scuola_digitale.format.revocations import LastGood, Revocation, issue_revocation
from scuola_digitale.format.segment import MAX_COLUMN_BYTES, MAX_SEGMENT_BYTES, parse_segment
from scuola_digitale.format.vector import PeerVector
from sync.errors import DeviceRefusedError

Notebooks = Callable[..., Notebook]

SECONDS, MEGABYTES = 2.0, 48
"""What reading one hostile segment may cost at most, on a machine that is busy with other things too."""


def _bit_flipped(good: bytes) -> bytes:
    return good[:-9] + bytes([good[-9] ^ 4]) + good[-8:]


def _cut(good: bytes) -> bytes:
    return good[: len(good) // 2]


def _oversized(_good: bytes) -> bytes:
    return bytes(MAX_SEGMENT_BYTES - 100) + b"\xc1"


def _signed_by_another(_good: bytes) -> bytes:
    return segment_of(rows_of([answered()]), device_seed=seed("another"))


def _of_a_stranger(_good: bytes) -> bytes:
    stream = Stream(b"stranger" * 2, 1, PLESSO)
    return segment_of(rows_of([answered()], stream), stream, device_seed=seed("another"))


def _bomb(good: bytes) -> bytes:
    header = parse_segment(good)
    columns = zstandard.compress(bytes(64 << 20), 19)
    return encode(
        [1, header.stream.device, 1, PLESSO, 1, 5, bytes(16), bytes(64), columns],
    )


class _Smuggler(Notebook):
    """Sends something before its honest segments."""

    def smuggle(self, change: Callable[[bytes], bytes]) -> None:
        self._change = change

    def segments_after(
        self, peer: PeerVector, scopes: Collection[str], limit_bytes: int = 1 << 20
    ) -> list[bytes]:
        honest: Sequence[bytes] = super().segments_after(peer, scopes, limit_bytes)
        return [self._change(honest[-1]), *honest] if honest else []


HOSTILE = [_bit_flipped, _cut, _oversized, _signed_by_another, _of_a_stranger, _bomb]


@pytest.mark.parametrize("change", HOSTILE)
def test_honest_facts_behind_a_hostile_segment_arrive(
    region: RegionInProcess, tmp_path: Path, clock: SetClock, change: Callable[[bytes], bytes]
) -> None:
    laptop = _Smuggler(tmp_path, clock, "uno")
    laptop.smuggle(change)
    laptop.write(20)
    laptop.sync(region.line())
    assert sum(state.seq for state in region.store(SCHOOL).states([PLESSO])) == 20
    laptop.close()


def test_a_question_heard_again_is_refused_and_changes_nothing(
    region: RegionInProcess, notebook: Notebooks
) -> None:
    laptop, line = notebook("uno"), region.line()
    laptop.write(5)
    laptop.sync(line)
    before = region.store(SCHOOL).states(["scuola", PLESSO])
    for path, question in list(line.posts):
        with line.post(path, iter([question]), len(question)) as answer:
            assert (answer.status, answer.problem()) == (401, "nonce-wrong")
    assert region.store(SCHOOL).states(["scuola", PLESSO]) == before


def test_a_stolen_laptop_is_refused_after_its_revocation_and_its_honest_facts_stay(
    region: RegionInProcess, notebook: Notebooks
) -> None:
    honest, stolen = notebook("uno"), notebook("due")
    stolen.write(5)
    stolen.sync(region.line())
    points = tuple(
        LastGood(state.stream.device, state.stream.epoch, state.stream.scope, state.seq, state.chain)
        for state in region.store(SCHOOL).states(["scuola", PLESSO])
        if state.stream.device == stolen.device
    )
    said = issue_revocation(ROOT, Revocation(1, stolen.device, START_MS, points))
    honest.append("scuola", rows_of([KeyRevoked(revocation=said)]))
    honest.sync(region.line())
    stolen.write(5, random_seed=2)
    with pytest.raises(DeviceRefusedError):
        stolen.sync(region.line())
    assert honest.facts(PLESSO) == 5


@pytest.mark.parametrize("change", HOSTILE)
def test_reading_a_hostile_segment_costs_little(change: Callable[[bytes], bytes]) -> None:
    _within_limits(change(segment_of(rows_of(school_day(5)))))


def test_a_bomb_just_under_the_cap_is_read_within_the_limits() -> None:
    good = parse_segment(segment_of(rows_of([answered()])))
    columns = zstandard.compress(b"\x9f" * (MAX_COLUMN_BYTES - 1), 19)
    _within_limits(encode([1, good.stream.device, 1, PLESSO, 1, 8_192, bytes(16), bytes(64), columns]))


@settings(max_examples=150, deadline=None)
@given(
    place=st.floats(0, 1, exclude_max=True),
    noise=st.binary(min_size=1, max_size=40),
    inside=st.booleans(),
)
def test_no_bytes_make_the_decoder_slow_large_or_fall(place: float, noise: bytes, *, inside: bool) -> None:
    """Noise over a good segment with redacted rows, or over its columns before they are compressed again."""
    facts = rows_of(school_day(40))
    good = segment_of(
        [row if number % 5 else RedactedRow(fact_hash(row)) for number, row in enumerate(facts)]
    )
    if inside:
        header = msgspec.msgpack.decode(good)
        columns = zstandard.decompress(header[-1], max_output_size=MAX_COLUMN_BYTES)
        header[-1] = zstandard.compress(_over(columns, place, noise))
        _within_limits(encode(header))
    else:
        _within_limits(_over(good, place, noise))


def _over(content: bytes, place: float, noise: bytes) -> bytes:
    at = int(place * len(content))
    return content[:at] + noise + content[at + len(noise) :]


def _within_limits(data: bytes) -> None:
    tracemalloc.start()
    began = time.process_time()
    try:
        parse_segment(data)
    except BadSegmentError:
        pass
    finally:
        seconds = time.process_time() - began
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert seconds < SECONDS
    assert peak < MEGABYTES << 20
