"""Keeps the index what the library holds: one commit a pack, or all anew when the engine changes."""

import contextlib
import logging
from collections.abc import Callable
from pathlib import Path

from content.disk import DiskFullError, full_disk_told
from content.library import index_records
from content.library.library import Library
from content.search.documents import Reading
from content.search.engines import kind_of, wanted
from content.search.index_folder import IndexFolder
from content.search.spelling import packed

_log = logging.getLogger(__name__)


class IndexUpkeep:
    """Writes the index of a library; one process at a time."""

    def __init__(self, library: Library, folder: IndexFolder) -> None:
        self._library = library
        self._folder = folder

    def engine(self) -> str:
        """The engine that the library wants as it is now."""
        current = self._folder.current()
        return wanted(index_records.sections(self._library.connection()), current.engine if current else None)

    def needs_another_engine(self) -> bool:
        """Whether the index that counts is not by the engine that the library wants."""
        current = self._folder.current()
        return current is not None and current.engine != self.engine()

    def add_pack(self, pack_id: str) -> int:
        """Takes in the compiled sections of a pack, instead of what it knew of it; gives how many.

        Raises:
            DiskFullError: there is no room; the index is as it was.
        """
        current = self._folder.current()
        engine = current.engine if current else self.engine()
        readings: list[Reading] = []
        self._write(engine, lambda folder: readings.append(self._put(engine, folder, pack_id)))
        self._record(pack_id, readings[-1])
        return readings[-1].sections

    def remove_pack(self, pack_id: str) -> None:
        """Forgets a pack."""
        current = self._folder.current()
        if current:
            self._write(current.engine, lambda folder: kind_of(current.engine).write(folder, pack_id, ()))
        index_records.forget(self._library.connection(), pack_id)

    def rebuild(self) -> None:
        """Makes all anew with the engine that the library wants; the old index answers until this one is whole.

        Raises:
            DiskFullError: there is no room; the index is as it was.
        """
        engine = self.engine()
        packs = [pack.head.pack_id for pack in self._library.packs()]
        with full_disk_told(), self._folder.renewed(engine, from_nothing=True) as folder:
            readings = {pack_id: self._put(engine, folder, pack_id) for pack_id in packs}
        for pack_id, reading in readings.items():
            self._record(pack_id, reading)

    def _put(self, engine: str, folder: Path, pack_id: str) -> Reading:
        reading = Reading()
        kind_of(engine).write(folder, pack_id, reading.documents(self._library.sections(pack_id)))
        return reading

    def _record(self, pack_id: str, reading: Reading) -> None:
        pack = self._library.pack(pack_id)
        lineage = self._folder.lineage() or ""
        index_records.record(
            self._library.connection(), pack_id, pack.sha256, lineage, packed(reading.words())
        )

    def _write(self, engine: str, change: Callable[[Path], object]) -> None:
        """Changes the index; one that cannot be read is dropped, and the change starts a new one."""
        try:
            with full_disk_told(), self._folder.renewed(engine) as folder:
                change(folder)
            return
        except DiskFullError:
            raise
        except Exception as error:
            if self._folder.current() is None:
                raise
            self.drop(error)
        with full_disk_told(), self._folder.renewed(engine) as folder:
            change(folder)

    def drop(self, error: Exception) -> None:
        """Lets an index that cannot be read count no more; the next run makes it again."""
        _log.warning("The search index cannot be read and will be made again: %s", repr(error))
        with contextlib.suppress(OSError):  # on a full disk it stays, and is dropped the next time
            self._folder.drop(repr(error))
