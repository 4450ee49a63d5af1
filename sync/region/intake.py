"""Taking segments in: rows of facts, appended to their stream where they follow without a gap."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, insert, select, update

from scuola_digitale.format.batch import Refusal
from scuola_digitale.format.chain import FactRow, Row, Stream, genesis
from scuola_digitale.format.segment import ReadSegment
from scuola_digitale.storage.replica import Taken
from sync.region import tables
from sync.region.upsert import insert_new

REDACTED_HLC_MS: Final = 0


class _Held(msgspec.Struct):
    """A stream's row, locked until the transaction ends, and the salt of each person in it."""

    number: int
    seq: int
    chain: bytes
    salts: dict[bytes, bytes]


def take_in(connection: Connection, school: int, segments: Iterable[tuple[int, ReadSegment]]) -> Taken:
    """Appends what follows, passes over what is known, refuses what leaves a gap or forks.

    Streams are taken in one order everywhere, so that two requests never wait for each other in a ring.

    Args:
        connection: inside a transaction of the caller.
        school: its number.
        segments: verified, each with its place in the batch.
    """
    by_stream: dict[Stream, list[tuple[int, ReadSegment]]] = {}
    for place, segment in segments:
        by_stream.setdefault(segment.stream, []).append((place, segment))
    accepted, refused = 0, list[Refusal]()
    for stream in sorted(by_stream):
        taken = _append(connection, school, stream, by_stream[stream])
        accepted += taken.accepted
        refused += taken.refused
    return Taken(accepted, refused)


def _append(
    connection: Connection, school: int, stream: Stream, segments: Sequence[tuple[int, ReadSegment]]
) -> Taken:
    held = _locked(connection, school, stream)
    before, rows, refused = held.seq, list[Row](), list[Refusal]()
    for place, segment in sorted(segments, key=lambda one: one[1].first_seq):
        reason = _reason_to_refuse(segment, held)
        if reason:
            refused.append(Refusal(place, reason))
        elif segment.last_seq > held.seq:
            news = segment.rows[held.seq - segment.first_seq + 1 :]
            rows += news
            held.seq, held.chain = segment.last_seq, segment.head.chain
            held.salts |= _salts(news)
            _write_head(connection, held.number, segment)
    if rows:
        _write_rows(connection, held.number, before + 1, rows)
        _write_state(connection, held)
    return Taken(len(rows), refused)


def _reason_to_refuse(segment: ReadSegment, held: _Held) -> str:
    """Why a segment cannot be appended to what is held; empty where it can, or is known already."""
    known = held.seq - segment.first_seq + 1
    if known < 0:
        return "a gap before it"
    if known >= len(segment.rows):
        return ""
    if (segment.chains[known - 1] if known else segment.previous_chain) != held.chain:
        return "another chain: a fork"
    # One salt is kept a person and stream: with another, the facts could not be handed on.
    if any(held.salts.get(person, salt) != salt for person, salt in _salts(segment.rows[known:]).items()):
        return "another salt for the same person"
    return ""


def _salts(rows: Iterable[Row]) -> dict[bytes, bytes]:
    return {row.person: row.salt for row in rows if isinstance(row, FactRow) and row.person is not None}


def _locked(connection: Connection, school: int, stream: Stream) -> _Held:
    identity = {"school": school, "device": stream.device, "epoch": stream.epoch, "scope": stream.scope}
    connection.execute(
        insert_new(connection, tables.stream), {**identity, "seq": 0, "chain": genesis(stream)}
    )
    found = connection.execute(
        select(tables.stream.c.number, tables.stream.c.seq, tables.stream.c.chain)
        .where(*(tables.stream.c[name] == value for name, value in identity.items()))
        .with_for_update()
    ).one()
    persons = connection.execute(
        select(tables.person.c.person, tables.person.c.salt).where(tables.person.c.stream == found.number)
    )
    salts = {one.person: one.salt for one in persons}
    return _Held(number=found.number, seq=found.seq, chain=found.chain, salts=salts)


def _write_state(connection: Connection, held: _Held) -> None:
    connection.execute(
        update(tables.stream)
        .where(tables.stream.c.number == held.number)
        .values(seq=held.seq, chain=held.chain)
    )


def _write_head(connection: Connection, stream_number: int, segment: ReadSegment) -> None:
    head = segment.head
    connection.execute(
        insert_new(connection, tables.head),
        {"stream": stream_number, "seq": head.seq, "chain": head.chain, "signature": head.signature},
    )


def _write_rows(connection: Connection, stream_number: int, first_seq: int, rows: Sequence[Row]) -> None:
    persons = _person_numbers(connection, stream_number, rows)
    connection.execute(
        insert(tables.fact),
        [_columns(stream_number, seq, row, persons) for seq, row in enumerate(rows, start=first_seq)],
    )


def _columns(
    stream_number: int, seq: int, row: Row, persons: Mapping[bytes | None, int | None]
) -> dict[str, Any]:
    if isinstance(row, FactRow):
        return {
            "stream": stream_number, "seq": seq, "kind": row.kind, "hlc_ms": row.hlc_ms,
            "person": persons[row.person], "subject": row.subject.encode() if row.subject is not None else None, "body": row.body,
        }  # fmt: skip
    return {
        "stream": stream_number, "seq": seq, "kind": None, "hlc_ms": REDACTED_HLC_MS,
        "person": None, "subject": None, "body": row.fact_hash,
    }  # fmt: skip


def _person_numbers(
    connection: Connection, stream_number: int, rows: Sequence[Row]
) -> Mapping[bytes | None, int | None]:
    """The number of each person of these rows within the stream, made where there is none."""
    salts = _salts(rows)
    if not salts:
        return {None: None}
    connection.execute(
        insert_new(connection, tables.person),
        [{"stream": stream_number, "person": person, "salt": salt} for person, salt in salts.items()],
    )
    found = connection.execute(
        select(tables.person.c.person, tables.person.c.number).where(tables.person.c.stream == stream_number)
    )
    return {None: None, **{one.person: one.number for one in found}}
