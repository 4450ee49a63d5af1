"""Streams, rows and the chain of hashes that ties each fact to all before it in its stream."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import msgspec

from scuola_digitale.format.canonical import encode
from scuola_digitale.format.signing import blake

MAX_FIELDS = 64
"""Fields of its own that a fact may have."""


class Stream(msgspec.Struct, frozen=True, order=True):
    """One writer's facts of one scope: seq 1, 2, 3 … without gaps.

    Attributes:
        device: 16 bytes, the id of the device's signing key.
        epoch: 1, then another number whenever the device begins again after a restore.
        scope: `scuola` or `plesso/ID`.
    """

    device: bytes
    epoch: int
    scope: str


class StreamState(msgspec.Struct, frozen=True):
    """How far somebody holds a stream, or one branch of it, as committed.

    Attributes:
        seq: the last one.
        chain: h(seq).
        forked: whether it is one of several branches (branches.py).
        asks_from: after which seq this stream is asked for, where that is before its end: there is a branch
            whose beginning is not held. None otherwise.
    """

    stream: Stream
    seq: int
    chain: bytes
    forked: bool = False
    asks_from: int | None = None


class FactRow(msgspec.Struct, frozen=True, gc=False):
    """A fact as it is stored and hashed, whatever its kind.

    Attributes:
        kind: its number, see kinds.py; numbers nobody knows yet are kept as well.
        hlc_ms: when, by the hybrid logical clock.
        person: 16 bytes, or None.
        subject: what it is about, or None.
        salt: 16 bytes of this stream and person; empty without a person.
        body: canonical MessagePack array of the remaining fields.
    """

    kind: int
    hlc_ms: int
    person: bytes | None
    subject: str | None
    salt: bytes
    body: bytes


class RedactedRow(msgspec.Struct, frozen=True, gc=False):
    """Where a fact was erased: only its hash is left, so that the chain still holds."""

    fact_hash: bytes


Row = FactRow | RedactedRow


@lru_cache(maxsize=512)
def stream_hash(stream: Stream) -> bytes:
    """`sid`: the 16 bytes that stand for a stream in hashes and signatures."""
    return blake(b"sd1s" + encode([stream.device, stream.epoch, stream.scope]))


def genesis(stream: Stream) -> bytes:
    """h(0): the chain value before the first fact."""
    return blake(b"sd1g" + stream_hash(stream))


def _array_header(length: int) -> bytes:
    return encode([None] * length)[:-length] if length else b"\x90"


_HEADERS = tuple(_array_header(length) for length in range(MAX_FIELDS + 5))
_HEADERS_BY_BYTES = {header: length for length, header in enumerate(_HEADERS)}


def field_count(body: bytes) -> int:
    """How many fields a row's body holds."""
    return body[0] & 0x0F if body[0] < 0xA0 else _HEADERS_BY_BYTES[body[:3]]


def fact_bytes(row: FactRow) -> bytes:
    """The canonical bytes of a fact: `[kind, hlc_ms, person|nil, subject|nil, field...]`."""
    # The body is the tail of that array, so it is spliced, not decoded and encoded again.
    count = field_count(row.body)
    head = encode([row.kind, row.hlc_ms, row.person, row.subject])
    return _HEADERS[count + 4] + head[1:] + row.body[len(_HEADERS[count]) :]


def fact_hash(row: Row) -> bytes:
    """f(n) = H(salt | fact), or what is left of an erased one."""
    if isinstance(row, RedactedRow):
        return row.fact_hash
    return blake(row.salt + fact_bytes(row))


def chain_on(previous: bytes, rows: Iterable[Row]) -> list[bytes]:
    """The chain values after each of `rows`, which follow `previous`: h(n) = H(h(n-1) | f(n))."""
    values = []
    for row in rows:
        previous = blake(previous + fact_hash(row))
        values.append(previous)
    return values


def row_of(
    kind: int, hlc_ms: int, person: bytes | None, subject: str | None, salt: bytes, *, fields: list[Any]
) -> FactRow:
    """A row from the plain values of its fields."""
    return FactRow(kind, hlc_ms, person, subject, salt if person is not None else b"", encode(fields))
