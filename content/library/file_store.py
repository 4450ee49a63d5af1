"""The files of the installed packs: small ones in the database, large ones beside it."""

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from content.library import shelf
from content.library.errors import UnknownFileError
from content.library.installing import is_large
from content.library.media import MediaFolder
from content.packing.errors import PackDamagedError
from content.packing.manifest import PackFile, Stored
from content.packing.opening import unpacked

_PIECE = 1 << 20


class FileStore:
    """Reads files and finds the broken ones."""

    def __init__(self, connection: sqlite3.Connection, media: MediaFolder) -> None:
        self._connection = connection
        self._media = media

    def read(self, pack_id: str, path: str) -> bytes:
        """What a file holds, verified.

        Raises:
            UnknownFileError: the pack has no such file, or is not installed.
            PackDamagedError: the file is broken on the disk.
        """
        return self._content(self._file(pack_id, path), pack_id)

    def media_path(self, pack_id: str, path: str) -> Path:
        """Where a player finds a file; a small one is laid out beside the large ones first.

        Raises:
            UnknownFileError, PackDamagedError: as `read`.
            OSError: there is no room to lay it out.
        """
        file = self._file(pack_id, path)
        if not self._media.has(file.sha256, file.size):
            self._media.write(file.sha256, [self._content(file, pack_id)])
        return self._media.path(file.sha256)

    def broken(self, pack_id: str) -> tuple[PackFile, ...]:
        """The files of a pack that are not what the manifest says."""
        files = shelf.files(self._connection, pack_id)
        return tuple(file for file in files if not self._is_whole(file, pack_id))

    def blob(self, stored: Stored, pack_name: str) -> Iterator[bytes]:
        """A blob's stored bytes in pieces, good only once the last has come.

        Raises:
            PackDamagedError: it is missing or broken on the disk.
        """
        digest = hashlib.sha256()
        for piece in self._blob_pieces(stored, pack_name):
            digest.update(piece)
            yield piece
        if digest.hexdigest() != stored.sha256:
            raise PackDamagedError(pack_name, f"{stored.sha256}: blob with another fingerprint")

    def _blob_pieces(self, stored: Stored, pack_name: str) -> Iterator[bytes]:
        if not is_large(stored):
            yield self._row(stored, pack_name)
            return
        try:
            with self._media.path(stored.sha256).open("rb") as stream:
                while piece := stream.read(_PIECE):
                    yield piece
        except FileNotFoundError as error:
            raise PackDamagedError(pack_name, f"{stored.sha256}: media file missing") from error

    def _file(self, pack_id: str, path: str) -> PackFile:
        file = shelf.file(self._connection, pack_id, path)
        if file is None:
            raise UnknownFileError(pack_id, path)
        return file

    def _content(self, file: PackFile, pack_id: str) -> bytes:
        return unpacked(self._stored(file, pack_id), file, pack_id)

    def _stored(self, file: PackFile, pack_id: str) -> bytes:
        return b"".join(self._blob_pieces(file.stored, pack_id))

    def _row(self, stored: Stored, pack_name: str) -> bytes:
        found = self._connection.execute(
            "SELECT data FROM blob WHERE sha256 = ?", (stored.sha256,)
        ).fetchone()
        if found is None:
            raise PackDamagedError(pack_name, f"{stored.sha256}: blob missing")
        return bytes(found[0])

    def _is_whole(self, file: PackFile, pack_id: str) -> bool:
        try:
            if is_large(file.stored) and file.stored.encoding == "identity":
                with self._media.path(file.sha256).open("rb") as stream:  # too large to be held in memory
                    return hashlib.file_digest(stream, "sha256").hexdigest() == file.sha256
            self._content(file, pack_id)
        except (PackDamagedError, FileNotFoundError):
            return False
        return True
