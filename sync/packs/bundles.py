"""A bundle: many small blobs in one file, since a stick writes ten thousand small files for half an hour.

8 bytes of magic, the number of blobs (4 bytes), then for each its sha256 (32 bytes) and size (4 bytes), then their
bytes in the same order; numbers are big-endian. Nothing of it is believed: a blob's sha256 is checked when it is read.
"""

import hashlib
import struct
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

SUFFIX: Final = ".bundle"
SMALL_BYTES: Final = 1 << 20
"""Up to here a blob goes into a bundle."""

BUNDLE_BYTES: Final = 64 << 20
"""A bundle is closed when it has grown to this: a stick pulled out too soon loses no more."""

_MAGIC: Final = b"SDpacco1"
_HEAD = struct.Struct(">8sI")
_ENTRY = struct.Struct(">32sI")
_MAX_BLOBS: Final = 1 << 18


class Packed(msgspec.Struct, frozen=True):
    """Where a blob stands in a bundle."""

    file: Path
    start: int
    size: int


def bundle_pieces(blobs: Sequence[tuple[str, bytes]]) -> Iterator[bytes]:
    """The bytes of a bundle of these blobs, each given by its sha256 and bytes."""
    yield _HEAD.pack(_MAGIC, len(blobs))
    yield b"".join(_ENTRY.pack(bytes.fromhex(sha256), len(data)) for sha256, data in blobs)
    for _, data in blobs:
        yield data


def bundle_name(blobs: Iterable[tuple[str, bytes]]) -> str:
    """A name that follows from what the bundle holds, fit for FAT32."""
    return hashlib.sha256("".join(sha256 for sha256, _ in blobs).encode()).hexdigest()[:16] + SUFFIX


def read_index(file: Path) -> dict[str, Packed]:
    """Where each blob of a bundle stands; nothing for a file that is no whole bundle.

    Raises:
        OSError: it cannot be read.
    """
    size = file.stat().st_size
    with file.open("rb") as stream:
        head = stream.read(_HEAD.size)
        if len(head) < _HEAD.size:
            return {}
        magic, count = _HEAD.unpack(head)
        start = _HEAD.size + count * _ENTRY.size
        if magic != _MAGIC or count > _MAX_BLOBS or start > size:
            return {}
        entries = list(_ENTRY.iter_unpack(stream.read(count * _ENTRY.size)))
    if start + sum(length for _, length in entries) != size:
        return {}
    found = {}
    for sha256, length in entries:
        found[sha256.hex()] = Packed(file, start, length)
        start += length
    return found
