"""The streams of a school at the region, branch by branch."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, bindparam, insert, select

from scuola_digitale.format.chain import Stream, genesis
from sync.region import tables
from sync.region.statements import find, run
from sync.region.upsert import insert_new

_EPOCHS: Final = 1 << 32

_columns = tables.stream.c
# Made once: to put a statement together takes longer than to run it.
_EVERY: Final = (
    select(
        _columns.number, _columns.device, _columns.epoch, _columns.scope,
        _columns.seq, _columns.chain, _columns.parent, _columns.after,
    )
    .where(_columns.school == bindparam("school"))
    .order_by(_columns.epoch, _columns.number)
)  # fmt: skip
_OF_ONE_STREAM: Final = _EVERY.where(
    _columns.device == bindparam("device"),
    _columns.scope == bindparam("scope"),
    _columns.epoch % _EPOCHS == bindparam("epoch"),
).with_for_update()
_BEGIN: Final = insert(tables.stream).returning(_columns.number)


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
    for branch in _read(find(connection, _EVERY, {"school": school})):
        by_stream.setdefault(branch.stream, []).append(branch)
    return sorted(by_stream.values(), key=lambda one: (one[0].stream.scope != "scuola", one[0].stream))


def locked_branches(connection: Connection, school: int, stream: Stream) -> list[HeldBranch]:
    """The branches of one stream, begun if it was not known, locked until the transaction ends."""
    wanted = {
        "school": school, "device": stream.device, "scope": stream.scope, "epoch": stream.epoch,
    }  # fmt: skip
    held = _read(find(connection, _OF_ONE_STREAM, wanted))
    if not held:
        begun = {**_key(school, stream, 0), "seq": 0, "chain": genesis(stream)}
        run(connection, insert_new(connection, tables.stream), begun)
        held = _read(find(connection, _OF_ONE_STREAM, wanted))
    return held


def begin_branch(
    connection: Connection, school: int, parent: HeldBranch, after: int, chain: bytes, *, place: int
) -> HeldBranch:
    """A new branch behind seq `after` of another one; `place` counts the stream's branches."""
    values = {**_key(school, parent.stream, place), "seq": after, "chain": chain}
    made = find(connection, _BEGIN, {**values, "parent": parent.number, "after": after})
    return HeldBranch(made[0][0], parent.stream, after, chain, parent.number, after)


def _key(school: int, stream: Stream, place: int) -> Mapping[str, object]:
    epoch = stream.epoch + place * _EPOCHS
    return {"school": school, "device": stream.device, "epoch": epoch, "scope": stream.scope}


def _read(found: list[tuple[Any, ...]]) -> list[HeldBranch]:
    return [
        HeldBranch(number, Stream(device, epoch % _EPOCHS, scope), seq, chain, parent, after)
        for number, device, epoch, scope, seq, chain, parent, after in found
    ]
