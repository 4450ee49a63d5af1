"""A place that has packs: the region, a mirror, a hub, a stick; whatever it gives is checked afterwards.

A place holds two kinds of files, by these relative paths:

* `metadata/…`: TUF metadata (`3.root.json`, `timestamp.json`, `7.snapshot.json`, `2.scuola.json`, …);
* `blobs/AB/ABCD…`: files named by their sha256; manifests (compressed) and the catalogue are blobs as well.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from content.packing.manifest import blob_path
from scuola_digitale.words import say
from sync.packs.errors import NotHereError, PlaceUnreadableError

METADATA = "metadata"
_PIECE = 1 << 18


class Place(Protocol):
    """Where packs can be had.

    Attributes:
        name: how people know it, with its article: «la regione», «la chiavetta».
        is_near: whether its bytes cost nobody's line.
    """

    @property
    def name(self) -> str:
        """How people know it."""
        ...

    @property
    def is_near(self) -> bool:
        """Whether its bytes cost nobody's line: a stick, a folder, the LAN."""
        ...

    def read(self, path: str, start: int = 0) -> AbstractContextManager[Iterator[bytes]]:
        """The bytes of a file from `start` on, in pieces.

        Raises:
            NotHereError: there is no such file, or it is shorter than `start`.
            ScuolaError: the line or the disk fails, now or while the pieces are drawn.
        """
        ...


def metadata_path(name: str) -> str:
    """Where a metadata file stands in a place."""
    return f"{METADATA}/{name}"


def blob_name(sha256: str) -> str:
    """Where a blob stands in a place."""
    return blob_path(Path(), sha256).as_posix()


class FolderPlace:
    """A plain folder: a mirror, a copy of the region's shelf."""

    def __init__(self, folder: Path, name: str = "") -> None:
        self.folder = folder
        self.name = name or say("la cartella")
        self.is_near = True

    @contextmanager
    def read(self, path: str, start: int = 0) -> Iterator[Iterator[bytes]]:
        """The bytes of a file from `start` on. Raises NotHereError, PlaceUnreadableError."""
        with read_from(self.folder / path, self.name, start) as pieces:
            yield pieces


@contextmanager
def read_from(file: Path, place: str, start: int, size: int | None = None) -> Iterator[Iterator[bytes]]:
    """The bytes of a file on a disk, from `start` on, `size` at most.

    Raises:
        NotHereError: there is none, or it is a link or a folder.
        PlaceUnreadableError: the disk fails, now or while the pieces are drawn.
    """
    if file.is_symlink() or not file.is_file():
        raise NotHereError(place, file.name)
    # Only its own disk is spoken of: what happens to the bytes afterwards, on another disk, is none of this place's.
    try:
        stream = file.open("rb")
    except OSError as error:
        raise PlaceUnreadableError(place) from error
    with stream:
        yield _pieces(stream, start, size, place)


def _pieces(stream: BinaryIO, start: int, left: int | None, place: str) -> Iterator[bytes]:
    try:
        stream.seek(start)
        while piece := stream.read(_PIECE if left is None else min(_PIECE, left)):
            if left is not None:
                left -= len(piece)
            yield piece
    except OSError as error:
        raise PlaceUnreadableError(place) from error


def read_whole(place: Place, path: str, most: int) -> bytes:
    """A small file, whole; no more than `most` bytes of it and one.

    Raises:
        NotHereError: there is no such file.
        ScuolaError: the line or the disk fails.
    """
    found = bytearray()
    with place.read(path) as pieces:
        for piece in pieces:
            found += piece
            if len(found) > most:
                break
    return bytes(found[: most + 1])
