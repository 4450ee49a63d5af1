"""Rows as columns: each column holds like things, so that zstd finds little left to say."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, groupby, pairwise
from typing import Any, TypeVar

from scuola_digitale.format.canonical import Plain, check_plain, decode, encode
from scuola_digitale.format.chain import MAX_FIELDS, FactRow, RedactedRow, Row, field_count
from scuola_digitale.format.errors import BadSegmentError

HASH = 16
MAX_FACT_BYTES = 16 << 10
MAX_SUBJECT_LENGTH = 250
_LATEST_MS = 1 << 48

_Key = TypeVar("_Key", bytes, str)


def fits(row: FactRow) -> bool:
    """Whether a reader would take this row: how long its body and its subject are."""
    return len(row.body) <= MAX_FACT_BYTES and len(row.subject or "") <= MAX_SUBJECT_LENGTH


def pack_columns(rows: Sequence[Row]) -> Plain:
    """The columns of `rows`, one form for the same rows.

    `[persons16, salts16, subjects, runs, delta hlc, person#, delta subject#, bodies, delta redacted, hashes]`

    where # is the index by first appearance + 1 and 0 is nil, a run is `[kind, arity, count]`, arity counts the
    fields of the body, bodies are `[kind, arity, [column...]]` by first appearance, and redacted are the places,
    from 0, of rows of which only the hash is left.
    """
    facts = [row for row in rows if type(row) is FactRow]
    shapes = [(row.kind, field_count(row.body)) for row in facts]
    persons = _first_places(row.person for row in facts)
    subjects = _first_places(row.subject for row in facts)
    salts = {row.person: row.salt for row in facts if row.person is not None}
    redacted = [(place, row.fact_hash) for place, row in enumerate(rows) if type(row) is RedactedRow]
    return [
        b"".join(persons),
        b"".join(salts.values()),
        list(subjects),
        [[*shape, len(list(group))] for shape, group in groupby(shapes)],
        _deltas([row.hlc_ms for row in facts]),
        [persons[row.person] if row.person is not None else 0 for row in facts],
        _deltas([subjects[row.subject] if row.subject is not None else 0 for row in facts]),
        _pack_bodies(facts, shapes),
        _deltas([place for place, _ in redacted]),
        b"".join(fact_hash for _, fact_hash in redacted),
    ]


def _first_places(values: Iterable[_Key | None]) -> dict[_Key, int]:
    seen = dict.fromkeys(value for value in values if value is not None)
    return {value: place for place, value in enumerate(seen, start=1)}


def _deltas(values: Sequence[int]) -> list[int]:
    return [values[0], *(after - before for before, after in pairwise(values))] if values else []


def _pack_bodies(facts: Sequence[FactRow], shapes: Sequence[tuple[int, int]]) -> Plain:
    bodies: dict[tuple[int, int], list[Plain]] = {}
    for row, shape in zip(facts, shapes, strict=True):
        bodies.setdefault(shape, []).append(decode(row.body))
    return [
        [*shape, [_pack_column(column) for column in zip(*fields, strict=True)]]
        for shape, fields in bodies.items()
    ]


def _pack_column(column: Sequence[Plain]) -> Plain:
    filled = [(place, value) for place, value in enumerate(column) if value is not None]
    # Mostly nil: only what is there is written, with its places.
    if (len(column) - len(filled)) * 4 > len(column) * 3:
        return {0: [place for place, _ in filled], 1: [value for _, value in filled], 2: len(column)}
    return list(column)


def unpack_columns(columns: Plain, count: int) -> list[Row]:
    """The `count` rows of some columns, which may be hostile.

    Raises:
        BadSegmentError: a value is not what it should be; whatever does not fit together raises as Python
            does (`hostile` in canonical.py), or gives rows whose columns differ from these.
    """
    persons16, salts16, subjects, runs, hlc, person_places, subject_places, bodies, redacted, hashes = columns
    persons, salts = [None, *_split(persons16)], [b"", *_split(salts16)]
    if len(runs) > count or len(persons) != len(salts):
        raise BadSegmentError("dictionaries of different length")
    _check_subjects(subjects)
    facts = count - len(redacted)
    named = _checked_places(person_places, len(persons))
    about = _checked_places(list(accumulate(subject_places)), len(subjects) + 1)
    times = _checked_places(list(accumulate(hlc)), _LATEST_MS)
    subjects_by_place = [None, *subjects]
    rows: list[Row] = [
        FactRow(kind, time, persons[person], subjects_by_place[subject], salts[person], body)
        for (kind, body), time, person, subject in zip(
            _unpack_bodies(runs, bodies, facts), times, named, about, strict=True
        )
    ]
    return _with_redacted(rows, list(accumulate(redacted)), _split(hashes), count)


def _split(data: bytes) -> list[bytes]:
    if type(data) is not bytes or len(data) % HASH:
        raise BadSegmentError("a dictionary of ids is cut")
    return [data[start : start + HASH] for start in range(0, len(data), HASH)]


def _check_subjects(subjects: Sequence[object]) -> None:
    if not all(type(subject) is str and len(subject) <= MAX_SUBJECT_LENGTH for subject in subjects):
        raise BadSegmentError("a subject is no short text")


def _checked_places(places: list[Any], end: int) -> list[int]:
    if places and (set(map(type, places)) != {int} or min(places) < 0 or max(places) >= end):
        raise BadSegmentError("a number is out of its range")
    return places


def _unpack_bodies(runs: Plain, bodies: Plain, count: int) -> list[tuple[int, bytes]]:
    """Kind and body of each fact, in order."""
    counts: dict[tuple[int, int], int] = {}
    for kind, arity, length in runs:
        _checked_places([kind, arity, length], 1 << 16)
        counts[kind, arity] = counts.get((kind, arity), 0) + length
    if sum(counts.values()) != count or len(bodies) != len(counts):
        raise BadSegmentError("runs and facts differ in number")
    waiting = {
        (kind, arity): iter(_unpack_shape(columns, arity, counts[kind, arity]))
        for kind, arity, columns in bodies
    }
    return [(kind, next(waiting[kind, arity])) for kind, arity, length in runs for _ in range(length)]


def _unpack_shape(columns: Plain, arity: int, count: int) -> list[bytes]:
    if arity > MAX_FIELDS or len(columns) != arity:
        raise BadSegmentError("a kind's columns do not match its arity")
    plain = [_unpack_column(column, count) for column in columns]
    for column in plain:
        check_plain(column)
        if len(column) != count:
            raise BadSegmentError("a column is longer or shorter than its kind")
    bodies = [encode(fields) for fields in zip(*plain, strict=True)] if plain else [encode([])] * count
    if max(map(len, bodies), default=0) > MAX_FACT_BYTES:
        raise BadSegmentError("a fact is too large")
    return bodies


def _unpack_column(column: Plain, most: int) -> list[Plain]:
    if type(column) is list:
        return column
    places, values, length = column[0], column[1], column[2]
    if not 0 <= length <= most:
        raise BadSegmentError("a column is longer than the segment")
    full: list[Plain] = [None] * length
    for place, value in zip(_checked_places(places, length), values, strict=True):
        full[place] = value
    return full


def _with_redacted(facts: list[Row], places: list[int], hashes: list[bytes], count: int) -> list[Row]:
    if not places and not hashes:
        return facts
    erased: dict[int, Row] = {
        place: RedactedRow(one) for place, one in zip(_checked_places(places, count), hashes, strict=True)
    }
    if len(erased) != len(places):
        raise BadSegmentError("a row is redacted twice")
    rest = iter(facts)
    rows = [erased[place] if place in erased else next(rest) for place in range(count)]
    return list(chain(rows, rest))
