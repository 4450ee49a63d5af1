"""Cutting segments anew from the region's rows; a relay needs no key for that."""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, select

from scuola_digitale.format.chain import FactRow, RedactedRow, Row, chain_on, genesis
from scuola_digitale.format.heads import Head
from scuola_digitale.format.segment import cut_segment
from sync.region import tables
from sync.region.branches import HeldBranch
from sync.region.inbox import waiting
from sync.region.statements import find

SEGMENT_FACTS: Final = 1_000
"""A segment ends at the first head from here on."""


_head, _fact, _person = tables.head.c, tables.fact.c, tables.person.c
_HEADS_AFTER: Final = (
    select(_head.seq, _head.chain, _head.signature)
    .where(_head.stream == bindparam("stream"), _head.seq > bindparam("after"))
    .order_by(_head.seq)
)
_LAST_HEAD: Final = (
    select(_head.seq, _head.chain)
    .where(_head.stream == bindparam("stream"), _head.seq <= bindparam("last"))
    .order_by(_head.seq.desc())
    .limit(1)
)
_ROWS: Final = (
    select(_fact.seq, _fact.kind, _fact.hlc_ms, _person.person, _fact.subject, _person.salt, _fact.body)
    .select_from(tables.fact.outerjoin(tables.person, _fact.person == _person.number))
    .where(
        _fact.stream == bindparam("stream"), _fact.seq > bindparam("after"), _fact.seq <= bindparam("last")
    )
    .order_by(_fact.seq)
)


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
    found = find(connection, _HEADS_AFTER, {"stream": number, "after": after})
    return [Head(*one) for one in found]


def chain_at(connection: Connection, branches: Sequence[HeldBranch], branch: HeldBranch, seq: int) -> bytes:
    """h(seq) in a branch, the rows before it included: kept with a head, else recomputed from the last one before."""
    if seq == branch.seq:
        return branch.chain
    parent = next((one for one in branches if one.number == branch.parent), None)
    if parent is not None and seq <= branch.after:
        return chain_at(connection, branches, parent, seq)
    nearest = find(connection, _LAST_HEAD, {"stream": branch.number, "last": seq})
    if nearest:
        start, chain = nearest[0]
    elif parent is not None:
        start, chain = branch.after, chain_at(connection, branches, parent, branch.after)
    else:
        start, chain = 0, genesis(branch.stream)
    return chain if start == seq else chain_on(chain, rows_of(connection, branch.number, start, seq))[-1]


def rows_of(connection: Connection, number: int, after: int, last: int) -> list[Row]:
    """The rows of a branch after one seq and up to another, those in the inbox among them."""
    # The inbox first: what a worker moves in between is seen twice then, and never missed.
    rows = waiting(connection, number, after, last)
    found = find(connection, _ROWS, {"stream": number, "after": after, "last": last})
    kept = {
        seq: RedactedRow(body)
        if kind is None
        else FactRow(
            kind, hlc_ms, pseudonym, subject.decode() if subject is not None else None, salt or b"", body
        )
        for seq, kind, hlc_ms, pseudonym, subject, salt, body in found
    }
    if not rows:
        return list(kept.values())
    return [row for _, row in sorted({**rows, **kept}.items())]
