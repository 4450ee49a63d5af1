"""Heads: a device's signature on its chain, and a member of staff's on one fact."""

import msgspec

from scuola_digitale.format.canonical import decode, encode
from scuola_digitale.format.chain import FactRow, Stream, fact_bytes, field_count, stream_hash
from scuola_digitale.format.signing import blake, is_signed, sign


class Head(msgspec.Struct, frozen=True):
    """A signed point of a chain: everything up to `seq` is the device's word."""

    seq: int
    chain: bytes
    signature: bytes


def sign_head(seed: bytes, stream: Stream, seq: int, chain: bytes) -> Head:
    """Signs the chain value at `seq` with the device's secret seed."""
    return Head(seq, chain, sign(seed, _head_message(stream, seq, chain)))


def is_head_signed(device_key: bytes, stream: Stream, head: Head) -> bool:
    """Whether the device that owns `device_key` signed this head."""
    return is_signed(device_key, _head_message(stream, head.seq, head.chain), head.signature)


def _head_message(stream: Stream, seq: int, chain: bytes) -> bytes:
    return b"sd1h" + stream_hash(stream) + seq.to_bytes(8, "big") + chain


def sign_as_author(seed: bytes, stream: Stream, seq: int, unsigned: FactRow) -> FactRow:
    """The staff fact with its author's signature as its last field.

    `unsigned` already ends with the author's 16-byte id; `seq` is the place it will take in `stream`.
    """
    fields = decode(unsigned.body)
    signature = sign(seed, _author_message(stream, seq, unsigned))
    return msgspec.structs.replace(unsigned, body=encode([*fields, signature]))


def is_author_signed(author_key: bytes, stream: Stream, seq: int, row: FactRow) -> bool:
    """Whether the owner of `author_key` signed the staff fact that stands at `seq` of `stream`."""
    if field_count(row.body) < 2:
        return False
    *fields, signature = decode(row.body)
    if not isinstance(signature, bytes):
        return False
    unsigned = msgspec.structs.replace(row, body=encode(fields))
    return is_signed(author_key, _author_message(stream, seq, unsigned), signature)


def _author_message(stream: Stream, seq: int, unsigned: FactRow) -> bytes:
    return (
        b"sd1a" + stream_hash(stream) + seq.to_bytes(8, "big") + blake(unsigned.salt + fact_bytes(unsigned))
    )
