"""Cutting segments anew from the region's rows; a relay needs no key for that."""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, select

from scuola_digitale.format.chain import FactRow, RedactedRow, Row, Stream, chain_on, genesis
from scuola_digitale.format.heads import Head
from scuola_digitale.format.segment import cut_segment
from sync.region import tables

SEGMENT_FACTS: Final = 1_000
"""A segment ends at the first head from here on."""


def segments_of(connection: Connection, stream: Stream, number: int, *, after: int) -> Iterator[bytes]:
    """Segments of all that is held of a stream after a seq, each up to a signed head."""
    for head in _ends(_heads_after(connection, number, after), after):
        rows = _rows(connection, number, after, head.seq)
        yield cut_segment(stream, rows, _chain_at(connection, stream, number, after), head)
        after = head.seq


def _ends(heads: Sequence[Head], after: int) -> Iterator[Head]:
    """The heads where segments end: the first from 1,000 facts on, and the last."""
    for head in heads:
        if head.seq - after >= SEGMENT_FACTS or head is heads[-1]:
            yield head
            after = head.seq


def _heads_after(connection: Connection, number: int, after: int) -> Sequence[Head]:
    found = connection.execute(
        select(tables.head.c.seq, tables.head.c.chain, tables.head.c.signature)
        .where(tables.head.c.stream == number, tables.head.c.seq > after)
        .order_by(tables.head.c.seq)
    )
    return [Head(one.seq, one.chain, one.signature) for one in found]


def _chain_at(connection: Connection, stream: Stream, number: int, seq: int) -> bytes:
    """h(seq): kept with a head, else recomputed from the last one before it."""
    nearest = connection.execute(
        select(tables.head.c.seq, tables.head.c.chain)
        .where(tables.head.c.stream == number, tables.head.c.seq <= seq)
        .order_by(tables.head.c.seq.desc())
        .limit(1)
    ).one_or_none()
    start, chain = (nearest.seq, nearest.chain) if nearest else (0, genesis(stream))
    if start == seq:
        return chain
    return chain_on(chain, _rows(connection, number, start, seq))[-1]


def _rows(connection: Connection, number: int, after: int, last: int) -> list[Row]:
    fact, person = tables.fact, tables.person
    found = connection.execute(
        select(fact.c.kind, fact.c.hlc_ms, person.c.person, fact.c.subject, person.c.salt, fact.c.body)
        .select_from(fact.outerjoin(person, fact.c.person == person.c.number))
        .where(fact.c.stream == number, fact.c.seq > after, fact.c.seq <= last)
        .order_by(fact.c.seq)
    )
    return [
        RedactedRow(body)
        if kind is None
        else FactRow(
            kind, hlc_ms, pseudonym, subject.decode() if subject is not None else None, salt or b"", body
        )
        for kind, hlc_ms, pseudonym, subject, salt, body in found
    ]
