"""Puts a pack into the library: large files first, then one transaction, then the tidying up."""

import shutil
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import msgspec

from content.disk import DiskFullError
from content.library.errors import (
    InstallStoppedError,
    LessonTakenError,
    OlderEditionError,
)
from content.library.media import MediaFolder
from content.library.transaction import transaction
from content.pack_head import PackHead
from content.packing.manifest import Manifest, PackFile, Stored, blob_path
from content.packing.opening import OpenedPack, unpacked

LARGE_BYTES = 256 << 10
"""From here on a file of its own; below, a row among rows: ten thousand small files cost one fsync."""

_READERS = 1
"""Reading and hashing leave the interpreter's lock, so SQLite works beside them; a second reader would only wait for it."""

_BATCH_BYTES = 1 << 20
_BATCHES_AHEAD = 3
"""How much is verified before SQLite asks for it: some megabytes, however large the pack."""

_ASKED_TOGETHER = 500
"""Fingerprints in one question to SQLite."""

_RESERVE_BYTES = 16 << 20
"""What must stay free on the disk after an installation: the school's facts are written there too."""

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in all."""


class Installation:
    """One run of installing `pack`; the caller holds the library's lock."""

    def __init__(
        self,
        pack: OpenedPack,
        connection: sqlite3.Connection,
        media: MediaFolder,
        *,
        progress: Progress | None,
        should_stop: Callable[[], bool] | None,
        may_link: bool = False,
    ) -> None:
        self._pack = pack
        self._may_link = may_link
        self._connection = connection
        self._media = media
        self._progress = progress or (lambda _done, _total: None)
        self._should_stop = should_stop or (lambda: False)
        small = _held_rows(pack.manifest, connection)
        missing = {
            file.stored.sha256: file
            for file in pack.manifest.files
            if file.stored.sha256 not in small
            and not (is_large(file.stored) and media.has(file.stored.sha256, file.stored.size))
        }
        self._missing = tuple(missing.values())
        self._total = sum(file.stored.size for file in self._missing)
        self._done = 0

    def check_space(self, free_bytes: int) -> None:
        """Raises DiskFullError when the pack would not fit; rows count twice, for the log before the table."""
        rows = sum(file.stored.size for file in self._missing if not is_large(file.stored))
        needed = self._total + rows + _RESERVE_BYTES
        if free_bytes < needed:
            raise DiskFullError(needed)

    def run(self) -> None:
        """Installs; on any error, a kill or a power cut the library is what it was before.

        Raises:
            InstallStoppedError: `should_stop` said so.
            PackDamagedError, PackUnreadableError: the pack is not what its manifest says.
            LessonTakenError: another pack brings a lesson of the same name.
        """
        for file in self._missing:
            if is_large(file.stored):
                self._keep_large(file)
        with transaction(self._connection):
            self._refuse_taken_lessons()
            self._connection.executemany(
                "INSERT INTO blob (sha256, data) VALUES (?, ?)",
                self._small_rows(),
            )
            self._replace_rows()
            drop_unused(self._connection)

    def _keep_large(self, file: PackFile) -> None:
        if self._may_link:
            for _ in self._counted_pieces(file):  # every byte is verified before the name counts
                pass
            if self._media.link(file.stored.sha256, blob_path(self._pack.folder, file.stored.sha256)):
                return
        self._media.write(file.stored.sha256, self._counted_pieces(file))

    def _counted_pieces(self, file: PackFile) -> Iterator[bytes]:
        for piece in self._pack.stored_pieces(file):
            self._count(len(piece))
            yield piece

    def _small_rows(self) -> Iterator[tuple[str, bytes]]:
        """The small blobs, verified a little ahead on another core while SQLite takes the ones before."""
        batches = _batches([file for file in self._missing if not is_large(file.stored)])
        with ThreadPoolExecutor(_READERS, "verifica") as pool:
            ahead: deque[Future[list[tuple[str, bytes]]]] = deque()
            try:
                for batch in batches:
                    ahead.append(pool.submit(self._verified, batch))
                    if len(ahead) > _BATCHES_AHEAD:
                        yield from self._counted_rows(ahead.popleft())
                while ahead:
                    yield from self._counted_rows(ahead.popleft())
            finally:
                for waiting in ahead:
                    waiting.cancel()

    def _counted_rows(self, batch: "Future[list[tuple[str, bytes]]]") -> Iterator[tuple[str, bytes]]:
        for row in batch.result():
            self._count(len(row[1]))
            yield row

    def _verified(self, batch: list[PackFile]) -> list[tuple[str, bytes]]:
        rows = []
        for file in batch:
            stored = self._pack.stored_bytes(file)
            if file.stored.encoding != "identity":  # else the manifest gives both the same fingerprint
                unpacked(stored, file, self._pack.manifest.pack.title)
            rows.append((file.stored.sha256, stored))
        return rows

    def _count(self, size: int) -> None:
        if self._should_stop():
            raise InstallStoppedError(self._pack.manifest.pack.title)
        self._done += size
        self._progress(self._done, self._total)

    def _refuse_taken_lessons(self) -> None:
        pack_id = self._pack.manifest.pack.pack_id
        for head in self._pack.manifest.lessons:
            row = self._connection.execute(
                "SELECT pack.head FROM lesson JOIN pack USING (pack_id) WHERE ref = ? AND pack_id <> ?",
                (head.ref, pack_id),
            ).fetchone()
            if row:
                raise LessonTakenError(head.ref, msgspec.msgpack.decode(row[0], type=PackHead).title)

    def _replace_rows(self) -> None:
        manifest = self._pack.manifest
        head, pack_id = manifest.pack, manifest.pack.pack_id
        self._connection.execute("DELETE FROM pack WHERE pack_id = ?", (pack_id,))
        self._connection.execute(
            "INSERT INTO pack VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                pack_id,
                self._pack.sha256,
                self._pack.manifest_bytes,
                msgspec.msgpack.encode(head),
                sum({file.stored.sha256: file.stored.size for file in manifest.files}.values()),
                len(manifest.lessons),
                len(manifest.files),
            ),
        )
        self._connection.executemany(
            "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ((pack_id, file.path, file.sha256, file.size, file.mime, *msgspec.structs.astuple(file.stored))
             for file in manifest.files),
        )  # fmt: skip
        self._connection.executemany(
            "INSERT INTO lesson VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _lesson_rows(manifest)
        )


def _batches(files: list[PackFile]) -> Iterator[list[PackFile]]:
    batch: list[PackFile] = []
    size = 0
    for file in files:
        batch.append(file)
        size += file.stored.size + file.size
        if size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _lesson_rows(manifest: Manifest) -> Iterator[tuple[object, ...]]:
    fingerprints = {file.path: file.sha256 for file in manifest.files}
    for position, head in enumerate(manifest.lessons):
        yield (
            head.ref,
            head.pack,
            position,
            head.area,
            head.subject,
            " ".join(head.grades),
            # Where a lesson stands decides what its relative paths mean, so the path is part of its source.
            f"{fingerprints[head.path]} {head.path}",
            msgspec.msgpack.encode(head),
        )


def is_large(stored: Stored) -> bool:
    """Whether a blob is kept beside the database instead of inside."""
    return stored.size > LARGE_BYTES


def is_held(stored: Stored, connection: sqlite3.Connection, media: MediaFolder) -> bool:
    """Whether the library has a blob, by its name and, for a large one, its size."""
    if is_large(stored):
        return media.has(stored.sha256, stored.size)
    return connection.execute("SELECT 1 FROM blob WHERE sha256 = ?", (stored.sha256,)).fetchone() is not None


def _held_rows(manifest: Manifest, connection: sqlite3.Connection) -> set[str]:
    """Which of a pack's small blobs are rows already; asked many at a time."""
    wanted = [file.stored.sha256 for file in manifest.files if not is_large(file.stored)]
    held: set[str] = set()
    for start in range(0, len(wanted), _ASKED_TOGETHER):
        batch = wanted[start : start + _ASKED_TOGETHER]
        marks = ",".join("?" * len(batch))
        rows = connection.execute(f"SELECT sha256 FROM blob WHERE sha256 IN ({marks})", batch)  # noqa: S608 - marks alone
        held.update(row[0] for row in rows)
    return held


def refuse_older(manifest: Manifest, connection: sqlite3.Connection) -> None:
    """Raises OlderEditionError when a later edition of the same pack is installed."""
    row = connection.execute("SELECT head FROM pack WHERE pack_id = ?", (manifest.pack.pack_id,)).fetchone()
    if row:
        installed = msgspec.msgpack.decode(row[0], type=PackHead).edition
        if installed > manifest.pack.edition:
            raise OlderEditionError(manifest.pack.title, manifest.pack.edition, installed)


def drop_unused(connection: sqlite3.Connection) -> None:
    """Removes the rows that no installed pack asks for any longer; the caller's transaction."""
    connection.execute("DELETE FROM blob WHERE sha256 NOT IN (SELECT stored_sha256 FROM file)")
    connection.execute("DELETE FROM compiled WHERE ref NOT IN (SELECT ref FROM lesson)")


def wanted_media(connection: sqlite3.Connection) -> set[str]:
    """Fingerprints that a file of the media folder may bear: as stored, or unpacked for a player."""
    rows = connection.execute("SELECT stored_sha256, sha256 FROM file")
    return {fingerprint for row in rows for fingerprint in row}


def free_bytes(folder: Path) -> int:
    """Bytes free on the disk that holds `folder`."""
    return shutil.disk_usage(folder).free
