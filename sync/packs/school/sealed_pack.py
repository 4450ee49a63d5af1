"""A built pack ↔ sealed pieces: nothing of it can be read or put in another's place without the school's key.

`docs/format.md` has the bytes.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, Final, Literal

import msgspec

from content.packing.errors import PackDamagedError
from content.packing.manifest import Manifest, Stored, read_manifest
from content.packing.opening import OpenedPack
from scuola_digitale.domain.school_packs import PackOffer
from scuola_digitale.format.compression import compress, decompress
from scuola_digitale.format.errors import BadSegmentError, MissingKeyError
from scuola_digitale.format.sealing import KeyRing, sealed_piece
from sync.packs.school.errors import SchoolKeyMissingError, SchoolPackBrokenError, SchoolPackTooLargeError
from sync.packs.school.store import MAX_PIECE_BYTES

PIECE_BYTES: Final = 256 << 10
"""Of a file before sealing: what a cut line sends again at most, and what is held in memory."""

MAX_PACK_BYTES: Final = 200_000_000
_MAX_UNPACKED_INDEX: Final = 32 << 20
_Name = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
_Size = Annotated[int, msgspec.Meta(ge=0, le=MAX_PIECE_BYTES)]


class _Index(msgspec.Struct, frozen=True, array_like=True):
    version: Literal[1]
    manifest: bytes
    files: list[tuple[_Name, list[tuple[_Name, _Size]]]]


class SealedIndex(msgspec.Struct, frozen=True, kw_only=True):
    """What a pack is made of, once its index was opened: each stored blob's pieces, in their order."""

    manifest: Manifest
    data: bytes
    pieces: dict[str, tuple[Stored, ...]]

    def all_pieces(self) -> dict[str, Stored]:
        """Every piece, by its name."""
        return {piece.sha256: piece for some in self.pieces.values() for piece in some}


class SealedPack(msgspec.Struct, frozen=True):
    """A pack that was sealed: its index, and bytes of all pieces with it."""

    index: Stored
    size: int


def seal_pack(pack: OpenedPack, key: bytes, put: Callable[[str, bytes], None]) -> SealedPack:
    """Seals a whole pack piece by piece; `put` gets each piece's name and bytes.

    Raises:
        SchoolPackTooLargeError: it has too many bytes or files to travel.
        PackDamagedError, PackUnreadableError: the pack is not what its manifest says.
    """
    title = pack.manifest.pack.title
    blobs = {file.stored.sha256: file for file in pack.manifest.files}
    if sum(file.stored.size for file in blobs.values()) > MAX_PACK_BYTES:
        raise SchoolPackTooLargeError(title, MAX_PACK_BYTES)
    files = []
    size = 0
    for sha256, file in blobs.items():
        pieces = []
        for piece in cut(pack.stored_pieces(file)):
            name, sealed_size = _seal(piece, key, put)
            pieces.append((name, sealed_size))
            size += sealed_size
        files.append((bytes.fromhex(sha256), pieces))
    index = compress(msgspec.msgpack.encode(_Index(1, pack.manifest_bytes, files)))
    if len(index) > MAX_PIECE_BYTES - 64:
        raise SchoolPackTooLargeError(title, MAX_PACK_BYTES)
    name, index_size = _seal(index, key, put)
    return SealedPack(Stored(name.hex(), index_size, "identity"), size + index_size)


def cut(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a stored file, whatever parts its bytes come in."""
    waiting = b""
    for part in parts:
        waiting += part
        while len(waiting) >= PIECE_BYTES:
            yield waiting[:PIECE_BYTES]
            waiting = waiting[PIECE_BYTES:]
    if waiting:
        yield waiting


def _seal(piece: bytes, key: bytes, put: Callable[[str, bytes], None]) -> tuple[bytes, int]:
    sealed = sealed_piece(key, piece)
    name = hashlib.sha256(sealed).digest()
    put(name.hex(), sealed)
    return name, len(sealed)


def open_index(sealed: bytes, offer: PackOffer, pack_id: str, keys: Sequence[bytes]) -> SealedIndex:
    """The index of an offered pack, which nobody but the teacher's signature has vouched for.

    Args:
        sealed: the piece that the offer names.
        offer: what the signed fact says.
        pack_id: under which name it may stand: in the school's own name space.
        keys: the school's, of any age.

    Raises:
        SchoolKeyMissingError: no key here opens it.
        SchoolPackBrokenError: it is not what was offered.
    """
    try:
        raw = decompress(opened_piece(sealed, keys, offer.title), _MAX_UNPACKED_INDEX)
        index = msgspec.msgpack.decode(raw, type=_Index)
        manifest = read_manifest(index.manifest, offer.title)
    except (BadSegmentError, msgspec.MsgspecError, RecursionError, PackDamagedError) as error:
        raise SchoolPackBrokenError(offer.title, f"index: {error}") from error
    head = manifest.pack
    if hashlib.sha256(index.manifest).hexdigest() != offer.manifest:
        raise SchoolPackBrokenError(offer.title, "another manifest than the one that was signed")
    if (head.pack_id, head.edition) != (pack_id, offer.edition):
        raise SchoolPackBrokenError(offer.title, f"its manifest is of {head.pack_id}")
    pieces = {
        blob.hex(): tuple(Stored(name.hex(), size, "identity") for name, size in some)
        for blob, some in index.files
    }
    if not pieces.keys() >= {file.stored.sha256 for file in manifest.files}:
        raise SchoolPackBrokenError(offer.title, "a file without its pieces")
    return SealedIndex(manifest=manifest, data=index.manifest, pieces=pieces)


def opened_piece(sealed: bytes, keys: Sequence[bytes], title: str) -> bytes:
    """What a piece holds.

    Raises:
        SchoolKeyMissingError: no key here opens it.
        SchoolPackBrokenError: it holds something else than bytes.
    """
    try:
        plain = KeyRing(keys, os.urandom).unseal(sealed)
    except MissingKeyError as error:
        raise SchoolKeyMissingError(title) from error
    if not isinstance(plain, bytes):
        raise SchoolPackBrokenError(title, "a piece that holds no bytes")
    return plain
