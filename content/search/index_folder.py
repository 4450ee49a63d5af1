"""Where the search index lies: whole folders, each made aside, and one file that says which of them counts."""

import logging
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from content.library.media import sync_folder
from content.search.italian import fingerprint

_log = logging.getLogger(__name__)
_SCHEMA_VERSION = "1"
"""Grows when the fields of the index change."""


class IndexFolder:
    """The index of one library. A folder's name is `KIND.LINEAGE.SERIAL`.

    The kind changes with fields and filter, so that an index made by another program is never opened. The
    lineage stays while packs are added and removed one by one, and changes when all is made anew.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._kind = f"{_SCHEMA_VERSION}-{fingerprint()}"
        self._name = re.compile(rf"{re.escape(self._kind)}\.([0-9a-f]{{8}})\.(\d{{1,9}})\n")

    def current(self) -> Path | None:
        """The folder that counts, or None when there is none that this program can open."""
        found = self._current()
        if found is None:
            return None
        folder = self._root / found[0].rstrip("\n")
        return folder if folder.is_dir() else None

    def lineage(self) -> str | None:
        """The lineage of the folder that counts."""
        found = self._current()
        return found[1] if found and self.current() else None

    @contextmanager
    def renewed(self) -> Iterator[Path]:
        """A folder to write into, a copy of the one that counts or empty; it counts once the block is through.

        Raises:
            OSError: the disk is full or fails; the folder that counted still does, and nothing is left behind.
        """
        folder = self._next()
        current = self.current()
        shutil.rmtree(folder, ignore_errors=True)
        try:
            if current:
                shutil.copytree(current, folder)
            else:
                folder.mkdir(parents=True)
            yield folder
            self._switch(folder)
        except BaseException:
            if self.current() != folder:
                shutil.rmtree(folder, ignore_errors=True)
            raise

    def _next(self) -> Path:
        found = self._current()
        if found and self.current():
            return self._root / f"{self._kind}.{found[1]}.{int(found[2]) + 1}"
        return self._root / f"{self._kind}.{secrets.token_hex(4)}.1"

    def _switch(self, folder: Path) -> None:
        """Makes `folder` durable, then the one that counts, then removes the others."""
        for file in folder.iterdir():  # Whoosh never asks the disk to hold what it wrote
            _sync_file(file)
        sync_folder(folder)
        aside = self._root / "CURRENT.new"
        aside.write_text(folder.name + "\n", encoding="ascii")
        _sync_file(aside)
        aside.replace(self._root / "CURRENT")
        sync_folder(self._root)
        self._sweep(folder)

    def drop(self) -> None:
        """No folder counts any more; the next one starts a lineage of its own."""
        (self._root / "CURRENT").unlink(missing_ok=True)

    def _current(self) -> re.Match[str] | None:
        try:
            text = (self._root / "CURRENT").read_text(encoding="ascii")
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        return self._name.fullmatch(text)

    def _sweep(self, kept: Path) -> None:
        for folder in self._root.iterdir():
            if folder.is_dir() and folder != kept:
                try:
                    shutil.rmtree(folder)
                except OSError as error:  # Windows keeps what a window still reads; it goes next time
                    _log.info("An old index stays for now: %s", error)


def _sync_file(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())
