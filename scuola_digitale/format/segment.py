"""Segments: a run of one stream's rows as bytes, cut for the wire; kept as the truth in closed years alone."""

from collections.abc import Callable, Sequence
from typing import Annotated, Literal

import msgspec

from scuola_digitale.format.canonical import decode, encode, hostile
from scuola_digitale.format.chain import Row, Stream, chain_on
from scuola_digitale.format.columns import pack_columns, unpack_columns
from scuola_digitale.format.compression import compress, decompress
from scuola_digitale.format.errors import BadSegmentError, UnknownDeviceError
from scuola_digitale.format.heads import Head, is_head_signed

VERSION: Literal[1] = 1
MAX_FACTS = 8_192
MAX_SEGMENT_BYTES = 1 << 20
MAX_COLUMN_BYTES = 4 << 20
MAX_SCOPE_LENGTH = 80


_Hash = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]


class _Header(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    version: Literal[1]
    device: _Hash
    epoch: Annotated[int, msgspec.Meta(ge=0, lt=2**32)]
    scope: Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_SCOPE_LENGTH)]
    first_seq: Annotated[int, msgspec.Meta(ge=1, lt=2**53)]
    count: Annotated[int, msgspec.Meta(ge=1, le=MAX_FACTS)]
    previous_chain: _Hash
    signature: Annotated[bytes, msgspec.Meta(min_length=64, max_length=64)]
    columns: bytes


_HEADER = msgspec.msgpack.Decoder(_Header)


class ReadSegment(msgspec.Struct, frozen=True):
    """A segment as read.

    Attributes:
        first_seq: the seq of `rows[0]`.
        rows: at least one.
        previous_chain: h(first_seq - 1), as the sender says; the receiver compares it with its own.
        chains: h after each row, recomputed here.
        head: the signed head at the last row.
    """

    stream: Stream
    first_seq: int
    rows: Sequence[Row]
    previous_chain: bytes
    chains: Sequence[bytes]
    head: Head

    @property
    def last_seq(self) -> int:
        """The seq of the last row."""
        return self.head.seq


def cut_segment(stream: Stream, rows: Sequence[Row], previous_chain: bytes, head: Head) -> bytes:
    """The bytes of a segment that ends at `head`: its first row stands at `head.seq - len(rows) + 1`."""
    header = _Header(
        VERSION,
        stream.device,
        stream.epoch,
        stream.scope,
        head.seq - len(rows) + 1,
        len(rows),
        previous_chain,
        head.signature,
        compress(encode(pack_columns(rows))),
    )
    return encode(header)


class Place(msgspec.Struct, frozen=True, order=True):
    """Where a segment stands: its stream, and its first and last seq."""

    stream: Stream
    first_seq: int
    last_seq: int


def place_of(data: bytes) -> Place:
    """Where a segment says it stands, without unpacking or believing it.

    Raises:
        BadSegmentError: it is no segment.
    """
    if len(data) > MAX_SEGMENT_BYTES:
        raise BadSegmentError("too many bytes")
    with hostile("not a segment of version 1"):
        header = _HEADER.decode(data)
    stream = Stream(header.device, header.epoch, header.scope)
    return Place(stream, header.first_seq, header.first_seq + header.count - 1)


def read_segment(data: bytes, *, device_key: Callable[[bytes], bytes | None]) -> ReadSegment:
    """Reads a segment and verifies its chain and its head.

    Args:
        data: the segment's bytes, believed in nothing.
        device_key: the Ed25519 public key of a device by its 16-byte id, or None where no certificate is known.

    Raises:
        BadSegmentError: damaged, too large, not canonical or not signed by its device.
        UnknownDeviceError: the device's certificate is not known (yet).
    """
    segment = parse_segment(data)
    verify_segment(segment, device_key(segment.stream.device))
    return segment


def verify_segment(segment: ReadSegment, key: bytes | None) -> None:
    """Verifies the head of a parsed segment with its device's key, None for an unknown device.

    Raises:
        UnknownDeviceError: there is no key.
        BadSegmentError: the device did not sign this.
    """
    if key is None:
        raise UnknownDeviceError(segment.stream.device)
    if not is_head_signed(key, segment.stream, segment.head):
        raise BadSegmentError("the head is not signed by its device")


def parse_segment(data: bytes) -> ReadSegment:
    """Reads a segment and recomputes its chain, without looking at who signed it.

    Raises:
        BadSegmentError: damaged, too large or not canonical.
    """
    if len(data) > MAX_SEGMENT_BYTES:
        raise BadSegmentError("too many bytes")
    with hostile("not a segment of version 1"):
        header = _HEADER.decode(data)
    if encode(header) != data:
        raise BadSegmentError("the header is not in its one form")
    stream = Stream(header.device, header.epoch, header.scope)
    rows = _read_rows(header.columns, header.count)
    chains = chain_on(header.previous_chain, rows)
    head = Head(header.first_seq + header.count - 1, chains[-1], header.signature)
    return ReadSegment(stream, header.first_seq, rows, header.previous_chain, chains, head)


def _read_rows(packed: bytes, count: int) -> list[Row]:
    columns = decompress(packed, MAX_COLUMN_BYTES)
    with hostile("the columns do not fit together"):
        rows = unpack_columns(decode(columns), count)
        # One form only: what is not hashed (order of dictionaries, shape of columns) may not vary either.
        if encode(pack_columns(rows)) != columns:
            raise BadSegmentError("the columns are not in their one form")
    return rows
