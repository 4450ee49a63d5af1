"""Where sealed pieces lie: at a laptop, at a hub, and at the region, which can open none of them."""

import hashlib
import os
import tempfile
import time
from collections.abc import Collection, Iterable
from pathlib import Path
from threading import Lock
from typing import Final

from content.disk import disk_told
from content.packing.manifest import BLOB_FOLDER, blob_path
from sync.packs.downloading import PART
from sync.packs.school.errors import SchoolSpaceFullError

MAX_PIECE_BYTES: Final = 1 << 20
_GONE: Final = "lasciati"
_WANTED: Final = "voluti"
_UNHEARD_OF_SECONDS: Final = 30 * 86_400.0
_REMEMBERED: Final = 50_000


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

    def let_go(self, names: Iterable[str]) -> None:
        """Keeps these no longer, and remembers that nobody needs them: for sticks that come by later."""
        self._add_to(_GONE, names)
        self.drop(names)

    def let_go_of(self) -> set[str]:
        """What was let go of; the list may be lost."""
        return self._listed(_GONE)

    def note_wanted(self, names: Iterable[str]) -> None:
        """Remembers that an offer known here was made of these."""
        self._add_to(_WANTED, names)

    def unneeded(self, wanted: Collection[str]) -> set[str]:
        """What is here and was wanted once, but is not now; of what nobody here ever knew, what lay here for long.

        Pieces may come before the offer that they are of: a teacher's laptop brings them as soon as it can.
        """
        once, old_s = self._listed(_WANTED), time.time() - _UNHEARD_OF_SECONDS
        return {
            file.name
            for file in self._files()
            if not file.name.endswith(PART)
            and file.name not in wanted
            and (file.name in once or file.stat().st_mtime < old_s)
        }

    def _listed(self, name: str) -> set[str]:
        try:
            return set((self.folder / name).read_text(encoding="utf-8").split())
        except (OSError, UnicodeError):
            return set()

    def _add_to(self, name: str, pieces: Iterable[str]) -> None:
        before = self._listed(name)
        after = before | set(pieces)
        if after != before:
            with disk_told(self.folder):
                self.folder.mkdir(parents=True, exist_ok=True)
                aside = self.folder / f"{name}.nuovo"
                aside.write_text("\n".join(sorted(after)[-_REMEMBERED:]), encoding="utf-8")
                aside.replace(self.folder / name)

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
