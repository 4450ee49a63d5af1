"""The streams of a school at the region, branch by branch."""

from collections.abc import Mapping
from typing import Final

import msgspec
from sqlalchemy import Connection, insert, select

from scuola_digitale.format.chain import Stream, genesis
from sync.region import tables
from sync.region.upsert import insert_new

_EPOCHS: Final = 1 << 32
_MOST_BRANCHES: Final = 64


class HeldBranch(msgspec.Struct):
    """A row of the table of streams; `after` and `parent` as there."""

    number: int
    stream: Stream
    seq: int
    chain: bytes
    parent: int
    after: int


def all_branches(connection: Connection, school: int) -> list[list[HeldBranch]]:
    """The branches of every stream of a school; the school's own scope first: its certificates open the others."""
    by_stream: dict[Stream, list[HeldBranch]] = {}
    for branch in _read(connection, tables.stream.c.school == school):
        by_stream.setdefault(branch.stream, []).append(branch)
    return sorted(by_stream.values(), key=lambda one: (one[0].stream.scope != "scuola", one[0].stream))


def locked_branches(connection: Connection, school: int, stream: Stream) -> list[HeldBranch]:
    """The branches of one stream, begun if it was not known, locked until the transaction ends."""
    key = _key(school, stream, 0)
    connection.execute(insert_new(connection, tables.stream), {**key, "seq": 0, "chain": genesis(stream)})
    columns = tables.stream.c
    return _read(
        connection,
        columns.school == school,
        columns.device == stream.device,
        columns.scope == stream.scope,
        columns.epoch.in_([stream.epoch + place * _EPOCHS for place in range(_MOST_BRANCHES)]),
        lock=True,
    )


def begin_branch(
    connection: Connection, school: int, parent: HeldBranch, after: int, chain: bytes, *, place: int
) -> HeldBranch:
    """A new branch behind seq `after` of another one; `place` counts the stream's branches."""
    values = {**_key(school, parent.stream, place), "seq": after, "chain": chain}
    made = connection.execute(
        insert(tables.stream).returning(tables.stream.c.number),
        {**values, "parent": parent.number, "after": after},
    )
    return HeldBranch(made.scalar_one(), parent.stream, after, chain, parent.number, after)


def _key(school: int, stream: Stream, place: int) -> Mapping[str, object]:
    epoch = stream.epoch + place * _EPOCHS
    return {"school": school, "device": stream.device, "epoch": epoch, "scope": stream.scope}


def _read(connection: Connection, *where: object, lock: bool = False) -> list[HeldBranch]:
    columns = tables.stream.c
    wanted = (
        select(
            columns.number, columns.device, columns.epoch, columns.scope,
            columns.seq, columns.chain, columns.parent, columns.after,
        )
        .where(*where)  # type: ignore[arg-type]
        .order_by(columns.epoch, columns.number)
    )  # fmt: skip
    found = connection.execute(wanted.with_for_update() if lock else wanted)
    return [
        HeldBranch(one.number, Stream(one.device, one.epoch % _EPOCHS, one.scope), *one[4:]) for one in found
    ]
