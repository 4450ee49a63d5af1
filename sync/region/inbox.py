"""The inbox: rows that were acknowledged and wait to be spread over the table of facts.

Taking a segment in is then one row instead of a thousand, so that a morning on which every laptop of a region comes at
once is answered quickly; workers spread the rows afterwards. What waits here is as durable as a fact, is handed on and
counts in every chain: only the school's own scope never waits, since authority is decided from it at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select

from scuola_digitale.format.chain import FactRow, RedactedRow, Row
from sync.region import tables
from sync.region.statements import find, run

REDACTED_HLC_MS: Final = 0

_inbox, _person = tables.inbox.c, tables.person.c
_PUT: Final = insert(tables.inbox)
_WAITING: Final = (
    select(_inbox.first_seq, _inbox.rows)
    .where(
        _inbox.stream == bindparam("stream"),
        _inbox.last_seq > bindparam("after"),
        _inbox.first_seq <= bindparam("last"),
    )
    .order_by(_inbox.first_seq)
)
_PERSONS: Final = select(_person.number, _person.person, _person.salt).where(
    _person.stream == bindparam("stream")
)
_CLAIM: Final = select(_inbox.number, _inbox.school, _inbox.stream, _inbox.first_seq, _inbox.rows).order_by(
    _inbox.number
)
_TAKE_AWAY: Final = delete(tables.inbox)
_INSERT_FACTS: Final = insert(tables.fact)
_COLUMNS: Final = ("stream", "seq", "kind", "hlc_ms", "person", "subject", "body")
_TYPES: Final = ("int4", "int4", "int4", "int8", "int4", "bytea", "bytea")


class KeptRow(NamedTuple):
    """A row as the table of facts has it, but for its place; `person` is its number in the table of persons."""

    kind: int | None
    hlc_ms: int
    person: int | None
    subject: bytes | None
    body: bytes


_DECODER: Final = msgspec.msgpack.Decoder(list[KeptRow])


def kept_row(row: Row, numbers: Mapping[bytes, int]) -> KeptRow:
    """A row as it is kept; `numbers` are those of its stream's persons. Of an erased fact only the hash is."""
    if not isinstance(row, FactRow):
        return KeptRow(None, REDACTED_HLC_MS, None, None, row.fact_hash)
    person = numbers[row.person] if row.person is not None else None
    subject = row.subject.encode() if row.subject is not None else None
    return KeptRow(row.kind, row.hlc_ms, person, subject, row.body)


def put(connection: Connection, school: int, stream: int, first_seq: int, rows: Sequence[KeptRow]) -> None:
    """Has rows wait; the caller's transaction makes them durable."""
    connection.execute(
        _PUT,
        {
            "school": school,
            "stream": stream,
            "first_seq": first_seq,
            "last_seq": first_seq + len(rows) - 1,
            "rows": msgspec.msgpack.encode(rows),
        },
    )


def write_facts(connection: Connection, stream: int, first_seq: int, rows: Iterable[KeptRow]) -> None:
    """Writes rows into the table of facts, behind what is there of their stream."""
    _spread(connection, [(stream, seq, *row) for seq, row in enumerate(rows, start=first_seq)])


def waiting(connection: Connection, stream: int, after: int, last: int) -> dict[int, Row]:
    """What waits of a stream after one seq and up to another, by seq."""
    found = find(connection, _WAITING, {"stream": stream, "after": after, "last": last})
    if not found:
        return {}
    persons = {
        number: (person, salt) for number, person, salt in find(connection, _PERSONS, {"stream": stream})
    }
    return {
        seq: _row(kept, persons)
        for first_seq, rows in found
        for seq, kept in enumerate(_DECODER.decode(rows), start=first_seq)
        if after < seq <= last
    }


def _row(kept: KeptRow, persons: Mapping[int, tuple[bytes, bytes]]) -> Row:
    if kept.kind is None:
        return RedactedRow(kept.body)
    subject = kept.subject.decode() if kept.subject is not None else None
    person = persons.get(kept.person) if kept.person is not None else None
    if person is None:
        return FactRow(kept.kind, kept.hlc_ms, None, subject, b"", kept.body)
    return FactRow(kept.kind, kept.hlc_ms, person[0], subject, person[1], kept.body)


def spread_some(connection: Connection, most: int) -> int:
    """Spreads up to so many entries that nobody else is at, the oldest first; how many it were.

    What belongs to a school in which authority is being decided just now is left for the next time.
    """
    claimed = connection.execute(_CLAIM.limit(most).with_for_update(skip_locked=True)).all()
    free = {school: _may_share(connection, school) for school in {one.school for one in claimed}}
    return _spread_entries(connection, [one for one in claimed if free[one.school]])


def spread_all(connection: Connection, school: int) -> None:
    """Spreads all that waits of a school, whoever is at it: before somebody is erased."""
    _spread_entries(
        connection, connection.execute(_CLAIM.where(_inbox.school == school).with_for_update()).all()
    )


def _spread_entries(connection: Connection, entries: Sequence[Any]) -> int:
    if entries:
        _spread(
            connection,
            [
                (one.stream, seq, *kept)
                for one in entries
                for seq, kept in enumerate(_DECODER.decode(one.rows), start=one.first_seq)
            ],
        )
        connection.execute(_TAKE_AWAY.where(_inbox.number.in_([one.number for one in entries])))
    return len(entries)


def _spread(connection: Connection, facts: Sequence[tuple[Any, ...]]) -> None:
    """COPY where the database has it: five times as quick as inserting."""
    if connection.dialect.name != "postgresql":
        run(connection, _INSERT_FACTS, *(dict(zip(_COLUMNS, fact, strict=True)) for fact in facts))
        return
    # The driver's own cursor: SQLAlchemy has no word for COPY. It is in the connection's transaction.
    cursor: Any = connection.connection.cursor()
    with cursor, cursor.copy(f"COPY fact ({', '.join(_COLUMNS)}) FROM STDIN (FORMAT BINARY)") as copy:
        copy.set_types(_TYPES)
        for fact in facts:
            copy.write_row(fact)


# A school's lock: shared by all that add facts, held alone by who decides about authority and erases. Without it facts
# about somebody could come in beside their erasure. SQLite has one writer at a time and needs none.


def share_school(connection: Connection, school: int) -> None:
    """Until the transaction ends nobody is erased in this school."""
    _lock(connection, func.pg_advisory_xact_lock_shared, school)


def hold_school(connection: Connection, school: int) -> None:
    """Until the transaction ends nobody else adds facts to this school."""
    _lock(connection, func.pg_advisory_xact_lock, school)


def _may_share(connection: Connection, school: int) -> bool:
    return _lock(connection, func.pg_try_advisory_xact_lock_shared, school) is not False


def _lock(connection: Connection, word: Any, school: int) -> object:
    if connection.dialect.name != "postgresql":
        return None
    return connection.execute(select(word(school))).scalar()
