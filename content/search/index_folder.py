"""Where the search index lies: whole folders, each made aside, and one file that says which of them counts."""

import logging
import os
import re
import secrets
import shutil
import time
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from content.library.media import sync_folder
from content.search.languages import fingerprint

_log = logging.getLogger(__name__)
_SCHEMA_VERSION = "4"
"""Grows when the fields of the index change."""
_SUMS = "SOMME"


class CurrentIndex(msgspec.Struct, frozen=True):
    """The folder that counts. Its name is `VERSION-FILTER-ENGINE.LINEAGE.SERIAL`.

    Version and filter change so that an index made by another program is never opened. The lineage stays while
    packs are added and removed one by one, and changes when all is made anew.
    """

    path: Path
    engine: str
    lineage: str
    serial: int


class IndexDamagedError(Exception):
    """A file of an index is not what was written: it is let go and made again, and no person hears of it."""


class IndexFolder:
    """The index of one library."""

    def __init__(self, root: Path, engines: Collection[str]) -> None:
        """Takes the folder that holds the others, and the engines that can be opened here."""
        self._root = root
        names = "|".join(map(re.escape, engines))
        self._version = f"{_SCHEMA_VERSION}-{fingerprint()}"
        self._name = re.compile(rf"{re.escape(self._version)}-({names})\.([0-9a-f]{{8}})\.(\d{{1,9}})\n")

    def current(self) -> CurrentIndex | None:
        """The folder that counts, or None when there is none that this program can open."""
        try:
            text = (self._root / "CURRENT").read_text(encoding="ascii")
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        found = self._name.fullmatch(text)
        if found is None or not (path := self._root / text.rstrip("\n")).is_dir():
            return None
        return CurrentIndex(path, found[1], found[2], int(found[3]))

    def verify(self, current: CurrentIndex) -> None:
        """Reads every file of an index and compares it with what was written (some milliseconds).

        Engines unpickle or map their files into memory without a doubt: what a power cut left would end the
        program, or worse.

        Raises:
            IndexDamagedError: a file is missing, too many, or broken.
            OSError: the disk fails.
        """
        if _sums(current.path) != (current.path / _SUMS).read_text(encoding="utf-8"):
            raise IndexDamagedError(current.path.name)

    def lineage(self) -> str | None:
        """The lineage of the folder that counts."""
        current = self.current()
        return current.lineage if current else None

    @contextmanager
    def renewed(self, engine: str, *, from_nothing: bool = False) -> Iterator[Path]:
        """A folder to write into, which counts once the block is through.

        It is a copy of the one that counts; it is empty where there is none, where that one is another engine's
        or when `from_nothing` is wished.

        Raises:
            OSError: the disk is full or fails; the folder that counted still does, and nothing is left behind.
            IndexDamagedError: the one that counts is broken.
        """
        current = self.current()
        if current and (from_nothing or current.engine != engine):
            current = None
        lineage, serial = (current.lineage, current.serial + 1) if current else (secrets.token_hex(4), 1)
        folder = self._root / f"{self._version}-{engine}.{lineage}.{serial}"
        shutil.rmtree(folder, ignore_errors=True)
        try:
            if current:
                self.verify(current)
                shutil.copytree(current.path, folder)
            else:
                folder.mkdir(parents=True)
            yield folder
            self._switch(folder)
        except BaseException:
            counting = self.current()
            if counting is None or counting.path != folder:
                shutil.rmtree(folder, ignore_errors=True)
            raise

    def _switch(self, folder: Path) -> None:
        """Makes `folder` durable, then the one that counts, then removes the others."""
        (folder / _SUMS).write_text(_sums(folder), encoding="utf-8")
        for file in folder.iterdir():  # Whoosh never asks the disk to hold what it wrote
            _sync_file(file)
        sync_folder(folder)
        aside = self._root / "CURRENT.new"
        aside.write_text(folder.name + "\n", encoding="ascii")
        _sync_file(aside)
        aside.replace(self._root / "CURRENT")
        sync_folder(self._root)
        self._sweep(folder)

    def drop(self, reason: str) -> None:
        """No folder counts any more, and the next one starts a lineage of its own; keeps in mind when and why."""
        (self._root / "CURRENT").unlink(missing_ok=True)
        note = f"{int(time.time() * 1000)} {' '.join(reason.split())[:500]}\n"
        (self._root / "RIFATTO").write_text(note, encoding="utf-8")

    def dropped_ms(self) -> int | None:
        """When an index that could not be read was last dropped, to be made again; None for never."""
        try:
            text = (self._root / "RIFATTO").read_text(encoding="utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        number = text.partition(" ")[0]
        return int(number) if number.isascii() and number.isdigit() else None

    def _sweep(self, kept: Path) -> None:
        for folder in self._root.iterdir():
            if folder.is_dir() and folder != kept:
                try:
                    shutil.rmtree(folder)
                except OSError as error:  # Windows keeps what a window still reads; it goes next time
                    _log.info("An old index stays for now: %s", error)


def _sums(folder: Path) -> str:
    """Name and checksum of every file, a line each; tantivy makes and removes locks even to read."""
    files = sorted(file for file in folder.iterdir() if file.name != _SUMS and file.suffix != ".lock")
    return "".join(f"{file.name} {zlib.crc32(file.read_bytes()):08x}\n" for file in files)


def _sync_file(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())
