"""Cutting segments anew from the region's rows; a relay needs no key for that."""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, select

from scuola_digitale.format.chain import FactRow, RedactedRow, Row, chain_on, genesis
from scuola_digitale.format.heads import Head
from scuola_digitale.format.segment import cut_segment
from sync.region import tables
from sync.region.branches import HeldBranch

SEGMENT_FACTS: Final = 1_000
"""A segment ends at the first head from here on."""


def segments_of(
    connection: Connection, branches: Sequence[HeldBranch], branch: HeldBranch, *, after: int
) -> Iterator[bytes]:
    """Segments of all that is held of a branch after a seq, each up to a signed head.

    Args:
        connection: inside a transaction of the caller.
        branches: all of its stream.
        branch: one of them.
        after: at least the seq behind which its rows begin.
    """
    for head in _ends(heads_after(connection, branch.number, after), after):
        rows = rows_of(connection, branch.number, after, head.seq)
        yield cut_segment(branch.stream, rows, chain_at(connection, branches, branch, after), head)
        after = head.seq


def _ends(heads: Sequence[Head], after: int) -> Iterator[Head]:
    """The heads where segments end: the first from 1,000 facts on, and the last."""
    for head in heads:
        if head.seq - after >= SEGMENT_FACTS or head is heads[-1]:
            yield head
            after = head.seq


def heads_after(connection: Connection, number: int, after: int) -> Sequence[Head]:
    """Where a device signed a branch after a seq."""
    found = connection.execute(
        select(tables.head.c.seq, tables.head.c.chain, tables.head.c.signature)
        .where(tables.head.c.stream == number, tables.head.c.seq > after)
        .order_by(tables.head.c.seq)
    )
    return [Head(one.seq, one.chain, one.signature) for one in found]


def chain_at(connection: Connection, branches: Sequence[HeldBranch], branch: HeldBranch, seq: int) -> bytes:
    """h(seq) in a branch, the rows before it included: kept with a head, else recomputed from the last one before."""
    if seq == branch.seq:
        return branch.chain
    parent = next((one for one in branches if one.number == branch.parent), None)
    if parent is not None and seq <= branch.after:
        return chain_at(connection, branches, parent, seq)
    nearest = connection.execute(
        select(tables.head.c.seq, tables.head.c.chain)
        .where(tables.head.c.stream == branch.number, tables.head.c.seq <= seq)
        .order_by(tables.head.c.seq.desc())
        .limit(1)
    ).one_or_none()
    if nearest is not None:
        start, chain = nearest
    elif parent is not None:
        start, chain = branch.after, chain_at(connection, branches, parent, branch.after)
    else:
        start, chain = 0, genesis(branch.stream)
    return chain if start == seq else chain_on(chain, rows_of(connection, branch.number, start, seq))[-1]


def rows_of(connection: Connection, number: int, after: int, last: int) -> list[Row]:
    """The rows of a branch after one seq and up to another."""
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
