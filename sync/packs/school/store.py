"""Where sealed pieces lie: at a laptop, at a hub, and at the region, which can open none of them."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import Final

from content.disk import disk_told
from content.packing.manifest import BLOB_FOLDER, blob_path
from sync.packs.downloading import PART
from sync.packs.school.errors import SchoolSpaceFullError

MAX_PIECE_BYTES: Final = 1 << 20


class NotThisPieceError(ValueError):
    """Bytes that are not what their name says, or too many of them: for the log of who takes them in."""


class SealedStore:
    """Sealed pieces in `folder/blobs`, each under the sha256 of its bytes.

    Args:
        folder: may be missing.
        quota: bytes that all pieces together may take; 0 for as many as the disk holds.
    """

    def __init__(self, folder: Path, *, quota: int = 0) -> None:
        self.folder = folder
        self._quota = quota
        self._lock = Lock()
        self._size: int | None = None

    def has(self, sha256: str) -> bool:
        """Whether a piece is here."""
        return blob_path(self.folder, sha256).is_file()

    def read(self, sha256: str) -> bytes | None:
        """A piece's bytes; None where it is missing or was spoiled on the disk, in which case it is dropped."""
        file = blob_path(self.folder, sha256)
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            return None
        if hashlib.sha256(data).hexdigest() == sha256:
            return data
        file.unlink(missing_ok=True)
        return None

    def put(self, sha256: str, data: bytes) -> None:
        """Keeps a piece, durably; one that is here is not written again.

        Raises:
            NotThisPieceError: these bytes have another name.
            SchoolSpaceFullError: there is no room for it within the quota.
            DiskFullError, DiskRefusedError: the disk does not take it.
        """
        if len(data) > MAX_PIECE_BYTES or hashlib.sha256(data).hexdigest() != sha256:
            raise NotThisPieceError(sha256)
        with self._lock:
            if self.has(sha256):
                return
            self._make_sure_of_room(len(data))
            with disk_told(self.folder):
                _write(blob_path(self.folder, sha256), data)

    def names(self) -> set[str]:
        """The pieces that are here."""
        return {file.name for file in self._files() if not file.name.endswith(PART)}

    def size(self) -> int:
        """Bytes of all that is here."""
        return sum(file.stat().st_size for file in self._files())

    def drop(self, names: Iterable[str]) -> None:
        """Keeps these no longer."""
        with self._lock:
            for name in names:
                blob_path(self.folder, name).unlink(missing_ok=True)
            self._size = None

    def _make_sure_of_room(self, size: int) -> None:
        if not self._quota:
            return
        if self._size is None:
            self._size = self.size()  # looked up once a request, not once a piece
        if self._size + size > self._quota:
            raise SchoolSpaceFullError
        self._size += size

    def _files(self) -> list[Path]:
        return [file for file in (self.folder / BLOB_FOLDER).glob("??/*") if file.is_file()]


def _write(file: Path, data: bytes) -> None:
    """Aside, waited for, renamed: a power cut leaves no half piece under a good name."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(suffix=PART, dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)
