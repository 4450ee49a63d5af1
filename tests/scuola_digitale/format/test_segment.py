"""Segments: what goes in comes out, and nothing else ever does."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
import zstandard
from format_samples import (
    LAPTOP,
    PLESSO,
    PUPIL,
    ROOT_KEY,
    SCUOLA,
    answered,
    certificate_for,
    one_of_each,
    rows_of,
    seed,
    segment_of,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from scuola_digitale.domain.facts import CertificateIssued
from scuola_digitale.format.batch import read_batch
from scuola_digitale.format.canonical import decode, encode
from scuola_digitale.format.chain import (
    FactRow,
    RedactedRow,
    Row,
    chain_on,
    fact_bytes,
    fact_hash,
    field_count,
    genesis,
    row_of,
)
from scuola_digitale.format.columns import pack_columns
from scuola_digitale.format.errors import BadSegmentError, UnknownDeviceError
from scuola_digitale.format.heads import sign_head
from scuola_digitale.format.segment import ReadSegment, cut_segment, read_segment
from scuola_digitale.format.signing import public_key

LAPTOP_KEY = public_key(LAPTOP)


def read(data: bytes) -> ReadSegment:
    """A segment, believed with the key of the laptop that signed it."""
    return read_segment(data, device_key=lambda _: LAPTOP_KEY)


plain = st.recursive(
    st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=8) | st.binary(max_size=8),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
people = st.sampled_from([None, b"a" * 16, b"b" * 16])
salts = {None: b"", b"a" * 16: b"s" * 16, b"b" * 16: b"t" * 16}
facts = st.builds(
    lambda kind, ms, person, subject, fields: row_of(kind, ms, person, subject, salts[person], fields=fields),
    st.sampled_from([1, 9, 9, 9, 300]),
    st.integers(0, 2**48 - 1),
    people,
    st.sampled_from([None, "", "marche/frazioni", "è"]),
    st.lists(plain, max_size=20),
)
rows = st.lists(facts | st.builds(RedactedRow, st.binary(min_size=16, max_size=16)), min_size=1, max_size=40)


@given(rows)
@settings(max_examples=40)
def test_rows_come_out_of_a_segment_as_they_went_in(rows: list[Row]) -> None:
    segment = read(segment_of(rows))

    assert list(segment.rows) == rows
    assert list(segment.chains) == chain_on(genesis(PLESSO), rows)
    assert (segment.stream, segment.first_seq, segment.last_seq) == (PLESSO, 1, len(rows))


@given(facts)
def test_a_row_is_hashed_in_the_bytes_of_its_decoded_values(row: FactRow) -> None:
    fields = decode(row.body)

    assert fact_bytes(row) == encode([row.kind, row.hlc_ms, row.person, row.subject, *fields])
    assert field_count(row.body) == len(fields)


@given(st.data())
@settings(max_examples=150)
def test_a_mutated_segment_is_refused_or_reads_as_the_very_same(data: st.DataObject) -> None:
    good = segment_of(rows_of(one_of_each()))
    place = data.draw(st.integers(0, len(good) - 1))
    mutated = data.draw(
        st.sampled_from(
            [
                good[:place] + bytes([good[place] ^ (1 << data.draw(st.integers(0, 7)))]) + good[place + 1 :],
                good[:place],
                good[:place] + good[place + 1 :],
                good[:place] + b"\xc0" + good[place:],
                good + good[:place],
            ]
        )
    )
    try:
        again = read(mutated)
    except BadSegmentError:
        return
    # zstd has more than one frame for the same columns; nothing that counts may differ.
    assert again == read(good)


@given(st.data())
@settings(max_examples=150)
def test_columns_have_one_form_and_no_other_is_accepted(data: st.DataObject) -> None:
    good = rows_of(one_of_each())
    columns = encode(pack_columns(good))
    place = data.draw(st.integers(0, len(columns) - 1))
    mutated = columns[:place] + data.draw(st.binary(min_size=1, max_size=3)) + columns[place + 1 :]
    header = decode(segment_of(good))
    header[-1] = zstandard.compress(mutated)

    if mutated != columns:
        with pytest.raises(BadSegmentError):
            read(encode(header))


def spare_person(columns: list[Any]) -> None:
    """A person of whom no fact speaks."""
    columns[0] += b"n" * 16
    columns[1] += b"s" * 16


def spare_subject(columns: list[Any]) -> None:
    """A subject that no fact has."""
    columns[2].append("nessuno ne parla")


def split_run(columns: list[Any]) -> None:
    """Facts of one kind as two runs, where one would do."""
    kind, arity, count = columns[3].pop()
    columns[3] += [[kind, arity, 1], [kind, arity, count - 1]]


def sparse_for_no_reason(columns: list[Any]) -> None:
    """A full column written as a sparse one."""
    column = columns[7][0][2][0]
    columns[7][0][2][0] = {0: list(range(len(column))), 1: column, 2: len(column)}


def other_order_of_persons(columns: list[Any]) -> None:
    """Persons not in the order in which they first occur."""
    columns[0], columns[1] = columns[0][16:] + columns[0][:16], columns[1][16:] + columns[1][:16]
    columns[5] = [3 - number for number in columns[5]]


@pytest.mark.parametrize(
    "change", [spare_person, spare_subject, split_run, sparse_for_no_reason, other_order_of_persons]
)
def test_what_no_hash_covers_may_not_vary_either(change: Callable[[list[Any]], None]) -> None:
    header = decode(segment_of(rows_of([answered(), answered(person=b"b" * 16), answered()])))
    columns = decode(zstandard.decompress(header[-1]))
    header[-1] = zstandard.compress(encode(columns))
    assert read(encode(header)).last_seq == 3

    change(columns)
    header[-1] = zstandard.compress(encode(columns))

    with pytest.raises(BadSegmentError) as refusal:
        read(encode(header))
    assert "one form" in refusal.value.reason


def redacted_twice(columns: list[Any]) -> None:
    """One place told as redacted two times."""
    columns[8] = [0, 0]


def redacted_beyond_the_end(columns: list[Any]) -> None:
    """A place that is not there told as redacted."""
    columns[8] = [0, 5]


def one_hash_too_few(columns: list[Any]) -> None:
    """A redacted place without its hash."""
    columns[9] = columns[9][16:]


@pytest.mark.parametrize("change", [redacted_twice, redacted_beyond_the_end, one_hash_too_few])
def test_redactions_that_do_not_add_up_are_refused(change: Callable[[list[Any]], None]) -> None:
    facts = rows_of([answered(), answered(attempt=2), answered(attempt=3)])
    header = decode(
        segment_of([RedactedRow(fact_hash(facts[0])), RedactedRow(fact_hash(facts[1])), facts[2]])
    )
    columns = decode(zstandard.decompress(header[-1]))
    header[-1] = zstandard.compress(encode(columns))
    assert read(encode(header)).last_seq == 3

    change(columns)
    header[-1] = zstandard.compress(encode(columns))

    with pytest.raises(BadSegmentError):
        read(encode(header))


def test_a_header_in_another_form_is_refused() -> None:
    good = segment_of(rows_of(one_of_each()))
    long_version = good[:1] + b"\xcc\x01" + good[2:]
    assert decode(long_version) == decode(good)

    with pytest.raises(BadSegmentError):
        read(long_version)


@given(st.binary(max_size=400))
def test_rubbish_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(BadSegmentError) as refusal:
        read(data)

    assert refusal.value.remedy


@pytest.mark.parametrize("value", [1.5, True, 2**63, {1: 2}, msgspec.msgpack.Ext(3, b"x"), [[[[[[1]]]]]]])
def test_a_fact_with_a_forbidden_value_is_refused(value: object) -> None:
    body = msgspec.msgpack.encode([value])

    with pytest.raises(BadSegmentError):
        read(segment_of([FactRow(9, 1, None, None, b"", body)]))


def test_a_compressed_bomb_is_refused_before_it_grows() -> None:
    header = decode(segment_of(rows_of(one_of_each())))
    header[-1] = zstandard.ZstdCompressor(level=19).compress(b"\xc0" * (64 << 20))

    with pytest.raises(BadSegmentError, match="rovinati") as refusal:
        read(encode(header))

    assert "too large" in refusal.value.reason


def test_a_count_that_hides_a_cut_is_refused() -> None:
    good = rows_of(one_of_each())
    header = decode(segment_of(good))
    header[5] -= 1

    with pytest.raises(BadSegmentError):
        read(encode(header))


def test_a_segment_signed_by_another_device_is_refused() -> None:
    forged = segment_of(rows_of(one_of_each()), device_seed=seed("somebody else"))

    with pytest.raises(BadSegmentError, match="rovinati"):
        read(forged)


def test_an_unknown_device_is_told_apart_so_that_its_certificate_can_be_asked_for() -> None:
    with pytest.raises(UnknownDeviceError):
        read_segment(segment_of(rows_of(one_of_each())), device_key=lambda _: None)


def test_a_segment_can_be_cut_in_two_at_a_head_and_both_halves_hold() -> None:
    whole = rows_of(one_of_each())
    chains = chain_on(genesis(PLESSO), whole)
    first = cut_segment(PLESSO, whole[:5], genesis(PLESSO), sign_head(LAPTOP, PLESSO, 5, chains[4]))
    rest = cut_segment(PLESSO, whole[5:], chains[4], sign_head(LAPTOP, PLESSO, len(whole), chains[-1]))

    assert [*read(first).rows, *read(rest).rows] == whole
    assert read(rest).first_seq == 6
    assert read(rest).previous_chain == read(first).head.chain


def test_an_erased_fact_leaves_its_hash_and_the_signature_still_holds() -> None:
    whole = rows_of(one_of_each())
    erased: list[Row] = [RedactedRow(fact_hash(row)) if row.person == PUPIL else row for row in whole]
    head = sign_head(LAPTOP, PLESSO, len(whole), chain_on(genesis(PLESSO), whole)[-1])

    segment = read(cut_segment(PLESSO, erased, genesis(PLESSO), head))

    assert list(segment.rows) == erased
    assert PUPIL not in cut_segment(PLESSO, erased, genesis(PLESSO), head)


def test_a_device_whose_certificate_travels_in_its_own_stream_is_believed() -> None:
    own = [CertificateIssued(certificate=certificate_for("laptop", "dispositivo"))]
    datas = [segment_of(rows_of(one_of_each())), segment_of(rows_of(own, SCUOLA), SCUOLA)]

    batch = read_batch(datas, root_key=ROOT_KEY, device_key=lambda _: None)

    assert [place for place, _ in batch.segments] == [0, 1]
    assert not batch.refused


def test_a_certificate_of_another_school_admits_nobody() -> None:
    stranger = certificate_for("laptop", "dispositivo", root=seed("another root"))
    datas = [segment_of(rows_of([CertificateIssued(certificate=stranger)], SCUOLA), SCUOLA)]

    batch = read_batch(datas, root_key=ROOT_KEY, device_key=lambda _: None)

    assert not batch.segments
    assert "no certificate" in batch.refused[0].reason


def test_a_certificate_of_staff_does_not_make_a_device() -> None:
    own = [CertificateIssued(certificate=certificate_for("laptop", "insegnante"))]

    batch = read_batch(
        [segment_of(rows_of(own, SCUOLA), SCUOLA)], root_key=ROOT_KEY, device_key=lambda _: None
    )

    assert not batch.segments
