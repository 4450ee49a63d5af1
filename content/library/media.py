"""Large media as files named by their fingerprint; a name stands only for bytes that are whole and on the disk."""

import logging
import os
import tempfile
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

_log = logging.getLogger(__name__)


class MediaFolder:
    """The folder of large files. A marker beside it says that there may be something to tidy up."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._marker = folder / "da-riordinare"

    def path(self, sha256: str) -> Path:
        """Where the file with this fingerprint lies, or would."""
        return self._folder / sha256[:2] / sha256

    def has(self, sha256: str, size: int) -> bool:
        """Whether the file is there, by name and size."""
        try:
            return self.path(sha256).stat().st_size == size
        except FileNotFoundError:
            return False

    def write(self, sha256: str, pieces: Iterable[bytes]) -> None:
        """Writes the file aside, makes it durable, and only then gives it its name.

        Raises:
            OSError: the disk is full or fails; nothing is left behind.
        """
        target = self.path(sha256)
        if not target.parent.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            sync_folder(self._folder)
        descriptor, name = tempfile.mkstemp(dir=target.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)
        sync_folder(target.parent)

    def link(self, sha256: str, file: Path) -> bool:
        """Gives a verified, durable file its name here without a second copy; False where the disk cannot."""
        target = self.path(sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(file, target)
        except FileExistsError:
            return True
        except OSError:
            return False
        sync_folder(target.parent)
        return True

    def expect_leftovers(self) -> None:
        """Notes, before files come or go, that an interruption would leave some behind."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._marker.touch()
        sync_folder(self._folder)

    @property
    def has_leftovers(self) -> bool:
        """Whether somebody was interrupted."""
        return self._marker.exists()

    def tidy(self, wanted: AbstractSet[str]) -> None:
        """Removes every file whose fingerprint is not wanted; one still open elsewhere waits for the next time."""
        all_gone = True
        for file in self._folder.glob("??/*"):
            if file.name not in wanted:
                try:
                    file.unlink()
                except OSError as error:
                    all_gone = False
                    _log.info("An unused media file stays for now: %s", error)
        if all_gone:
            self._marker.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Makes new names in `folder` durable; Windows keeps them with the file and cannot open a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
