"""The library: which packs are on this laptop, and everything they hold."""

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from content.library import compiling, shelf
from content.library.errors import (
    LessonUnreadableError,
    LibraryBusyError,
    SchoolNameError,
    UnknownLessonError,
    UnknownPackError,
)
from content.library.failures import told_in_words
from content.library.file_store import FileStore
from content.library.installing import (
    Installation,
    Progress,
    drop_unused,
    free_bytes,
    is_held,
    refuse_older,
    wanted_media,
)
from content.library.lock import try_lock
from content.library.media import MediaFolder
from content.library.quota import check_quota
from content.library.records import InstalledPack, Theme
from content.library.repairing import repair
from content.library.schema import connect
from content.library.transaction import transaction
from content.packing.errors import PackDamagedError
from content.packing.manifest import Manifest, PackFile, Stored, read_manifest
from content.packing.opening import OpenedPack, open_pack
from scuola_digitale.domain.lesson import Lesson, LessonHead, Section
from scuola_digitale.domain.school_packs import is_school_publisher
from scuola_digitale.domain.school_terms import Area, Grade

_COMPILED_TOGETHER = 16


class Library:
    """What is installed in `folder`: one SQLite file, large media beside it, the search index in a room of its own.

    May be used from any thread: each has its own connection. Only one process at a time installs or removes.
    Everything may raise LibraryDamagedError, where the disk or the database fails.
    """

    def __init__(
        self,
        folder: Path,
        *,
        free_bytes: Callable[[Path], int] = free_bytes,
        lock_wait: float = 3,
        quota: int = 0,
    ) -> None:
        """Opens the library, or makes it; sweeps up after an interrupted installation.

        Args:
            folder: where it is, or shall be.
            free_bytes: how much room the disk of a folder has.
            lock_wait: seconds to wait for another process that installs or removes.
            quota: bytes that the packs may take together; 0 for as many as the disk holds.

        Raises:
            DiskFullError, LibraryDamagedError, LibraryUnwritableError: the library cannot be made or read.
        """
        self.folder = folder
        self._free_bytes = free_bytes
        self._lock_wait = lock_wait
        self.quota = quota
        self._media = MediaFolder(folder / "media")
        self._connections: dict[int, sqlite3.Connection] = {}
        self._checkpoint: threading.Thread | None = None
        with told_in_words():
            folder.mkdir(parents=True, exist_ok=True)
            self.connection()
            self._sweep()

    def close(self) -> None:
        """Closes every thread's connection; the library is not used any more."""
        self._wait_for_checkpoint()
        while self._connections:
            self._connections.popitem()[1].close()

    @property
    def _database(self) -> Path:
        return self.folder / "biblioteca.db"

    def connection(self) -> sqlite3.Connection:
        """This thread's connection, for the rooms that keep their own tables in the library."""
        # Thread numbers are used again, and so are the connections of threads that ended.
        thread = threading.get_ident()
        if thread not in self._connections:
            self._connections[thread] = connect(self._database)
        return self._connections[thread]

    # Packs

    def install(
        self,
        folder: Path,
        progress: Progress | None = None,
        should_stop: Callable[[], bool] | None = None,
        *,
        may_link: bool = False,
        as_school: str = "",
    ) -> InstalledPack:
        """Installs or updates the built pack in `folder`: wholly or not at all. The same again is nothing.

        A pack built anew under the same edition replaces it, so that authors can try what they write.

        Args:
            folder: where the pack's manifest is, with at least the blobs that the library lacks.
            progress: called with bytes done and bytes in all.
            should_stop: asked between files; when it says so the library stays as it was.
            may_link: whether nobody else writes in `folder`, so that large files need no second copy.
            as_school: the publisher of the school's own packs, where a teacher's signed offer stands behind this one:
                which edition counts the offer says then. Without it no pack may bear such a name.

        Raises:
            NotAPackError, PackDamagedError, PackTooNewError, PackUnreadableError: the pack is no good.
            SchoolNameError: it bears the name of a school's own packs.
            OlderEditionError, LessonTakenError: it does not go with what is installed.
            DiskFullError, LibraryBusyError, InstallStoppedError, QuotaError: not now.
        """
        pack = open_pack(folder, self.holds)
        pack_id = pack.manifest.pack.pack_id
        if is_school_publisher(pack.manifest.pack.publisher) and pack.manifest.pack.publisher != as_school:
            raise SchoolNameError(pack.manifest.pack.title)
        with self._changing() as connection:
            installed = shelf.pack(connection, pack_id)
            if installed is None or installed.sha256 != pack.sha256:
                if not as_school:
                    refuse_older(pack.manifest, connection)
                self.check_room(pack.manifest)
                run = Installation(
                    pack,
                    connection,
                    self._media,
                    progress=progress,
                    should_stop=should_stop,
                    may_link=may_link,
                )
                run.check_space(self._free_bytes(self.folder))
                self._media.expect_leftovers()
                run.run()
        return self.pack(pack_id)

    @told_in_words()
    def remove(self, pack_id: str) -> None:
        """Removes a pack; what people did with its lessons stays.

        Raises:
            UnknownPackError: it is not installed.
            DiskFullError, LibraryBusyError: not now.
        """
        self.pack(pack_id)
        with self._changing() as connection:
            self._media.expect_leftovers()
            with transaction(connection):
                connection.execute("DELETE FROM pack WHERE pack_id = ?", (pack_id,))
                drop_unused(connection)

    @told_in_words()
    def verify(self, pack_id: str) -> tuple[str, ...]:
        """Reads every file of a pack again; gives the paths of the broken ones, none when all is well.

        Raises:
            UnknownPackError: it is not installed.
        """
        self.pack(pack_id)
        return tuple(file.path for file in self._files().broken(pack_id))

    @told_in_words()
    def broken_files(self, pack_id: str) -> tuple[PackFile, ...]:
        """As `verify`, with all that is needed to get them again. Raises UnknownPackError."""
        self.pack(pack_id)
        return self._files().broken(pack_id)

    def repair(self, pack_id: str, folder: Path, broken: tuple[PackFile, ...]) -> None:
        """Puts the blobs of these files from `folder` in place of the broken ones; the edition stays the same.

        Raises:
            PackDamagedError, PackUnreadableError: they are not whole there either.
            DiskFullError, LibraryBusyError: not now.
        """
        manifest = self.manifest(pack_id)
        with self._changing() as connection:
            self._media.expect_leftovers()
            repair(OpenedPack(folder, manifest, b"", manifest.sha256), broken, connection, self._media)

    def mend(self, pack_id: str, folder: Path) -> int:
        """Takes the broken files of a pack from the same built pack in `folder`; gives how many they were.

        Raises:
            UnknownPackError: it is not installed.
            PackDamagedError, PackUnreadableError: they are not whole there, or it is another edition.
            DiskFullError, LibraryBusyError: not now.
        """
        broken = self.broken_files(pack_id)
        if broken:
            self.repair(pack_id, folder, broken)
        return len(broken)

    @told_in_words()
    def manifest(self, pack_id: str) -> Manifest:
        """The manifest of an installed pack. Raises UnknownPackError, PackDamagedError."""
        data = shelf.manifest(self.connection(), pack_id)
        if data is None:
            raise UnknownPackError(pack_id)
        return read_manifest(data, pack_id)

    @told_in_words()
    def holds(self, stored: Stored) -> bool:
        """Whether a blob is here, for one pack or another."""
        return is_held(stored, self.connection(), self._media)

    @told_in_words()
    def held(self, sha256: str) -> Stored | None:
        """How a blob lies here, by its fingerprint alone; None where no installed pack has it."""
        return shelf.stored(self.connection(), sha256)

    @told_in_words()
    def blob(self, stored: Stored) -> Iterator[bytes]:
        """The stored bytes of a blob in pieces, for whoever carries it on; good only once the last has come.

        Raises:
            PackDamagedError: it is missing or broken on the disk.
        """
        return self._files().blob(stored, stored.sha256[:12])

    @told_in_words()
    def pack(self, pack_id: str) -> InstalledPack:
        """One installed pack. Raises UnknownPackError when it is not there."""
        found = shelf.pack(self.connection(), pack_id)
        if found is None:
            raise UnknownPackError(pack_id)
        return found

    @told_in_words()
    def packs(self) -> tuple[InstalledPack, ...]:
        """The installed packs, by area and title."""
        return shelf.packs(self.connection())

    # Lessons

    @told_in_words()
    def lessons(
        self, area: Area | None = None, subject: str | None = None, grade: Grade | None = None
    ) -> tuple[LessonHead, ...]:
        """The lessons on the shelf, pack by pack, in their authors' order; each filter narrows them."""
        return shelf.lessons(self.connection(), area, subject, grade)

    @told_in_words()
    def themes(self) -> tuple[Theme, ...]:
        """The themes that lessons share, in order of name."""
        return shelf.themes(self.lessons())

    @told_in_words()
    def head(self, ref: str) -> LessonHead:
        """What the shelf shows of one lesson. Raises UnknownLessonError when nobody brings it."""
        return self._source(ref).head

    @told_in_words()
    def lesson(self, ref: str) -> Lesson:
        """A whole lesson; compiled now when the indexing process has not come to it yet.

        Raises:
            UnknownLessonError: no installed pack brings it.
            LessonUnreadableError: its source cannot be read by this program.
            PackDamagedError: its source is broken on the disk.
        """
        source = self._source(ref)
        lesson = compiling.compiled_lesson(self.connection(), source)
        if lesson is None:
            lesson = self._compile(source)
            # Kept if it can be at once; the indexing process does it otherwise, and nobody waits here.
            connection = self.connection()
            connection.execute("PRAGMA busy_timeout=0")
            with contextlib.suppress(sqlite3.OperationalError):
                compiling.keep_compiled(connection, [(source, lesson)])
            connection.execute("PRAGMA busy_timeout=30000")
        return lesson

    def compile_waiting(self, pack_id: str) -> Iterator[tuple[LessonHead, bool]]:
        """Compiles what of a pack is not compiled, giving each head and whether its lesson can be read."""
        waiting: list[tuple[compiling.Source, Lesson]] = []
        for source in compiling.not_compiled(self.connection(), pack_id):
            try:
                waiting.append((source, self._compile(source)))
            except (LessonUnreadableError, PackDamagedError):
                yield source.head, False
                continue
            if len(waiting) == _COMPILED_TOGETHER:
                compiling.keep_compiled(self.connection(), waiting)
                waiting.clear()
            yield source.head, True
        compiling.keep_compiled(self.connection(), waiting)

    @told_in_words()
    def sections(self, pack_id: str) -> tuple[tuple[LessonHead, Section], ...]:
        """The sections of a pack's compiled lessons, in order, each with the head of its lesson."""
        return shelf.sections(self.connection(), pack_id)

    # Files

    @told_in_words()
    def file(self, pack_id: str, path: str) -> bytes:
        """What a file of a pack holds, verified.

        Raises:
            UnknownFileError: the pack has no such file, or is not installed.
            PackDamagedError: the file is broken on the disk.
        """
        return self._files().read(pack_id, path)

    @told_in_words()
    def media_path(self, pack_id: str, path: str) -> Path:
        """Where a player finds a sound or a film of a pack; a small one is laid out as a file first.

        Raises:
            UnknownFileError, PackDamagedError: as `file`.
            DiskFullError: it cannot be laid out.
        """
        return self._files().media_path(pack_id, path)

    @told_in_words()
    def check_room(self, manifest: Manifest) -> None:
        """Lets a pack pass that would fit into the library's part of the disk. Raises QuotaError for another."""
        pack_id = manifest.pack.pack_id
        others = [pack for pack in shelf.packs(self.connection()) if pack.head.pack_id != pack_id]
        size = sum({file.stored.sha256: file.stored.size for file in manifest.files}.values())
        check_quota(manifest.pack.title, size, others, self.quota)

    def _files(self) -> FileStore:
        return FileStore(self.connection(), self._media)

    def _source(self, ref: str) -> compiling.Source:
        source = compiling.lesson_source(self.connection(), ref)
        if source is None:
            raise UnknownLessonError(ref)
        return source

    def _compile(self, source: compiling.Source) -> Lesson:
        return compiling.compile_lesson(self.file(source.head.pack, source.head.path), source)

    @contextlib.contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """Holds the library for one change and tidies up after it."""
        with told_in_words(), try_lock(self.folder / "biblioteca.lock", self._lock_wait) as held:
            if not held:
                raise LibraryBusyError
            connection = self.connection()
            connection.execute("PRAGMA wal_autocheckpoint=0")
            try:
                yield connection
            finally:
                self._tidy(connection)

    def _sweep(self) -> None:
        if self._media.has_leftovers:
            with try_lock(self.folder / "biblioteca.lock") as held:
                if held:  # whoever holds it tidies up itself
                    self._tidy(self.connection())

    def _tidy(self, connection: sqlite3.Connection) -> None:
        self._media.tidy(wanted_media(connection))
        # The change is durable in the log already, so nobody waits for it to be moved from there.
        self._wait_for_checkpoint()
        self._checkpoint = threading.Thread(target=self._move_log, name="library-log", daemon=True)
        self._checkpoint.start()

    def _move_log(self) -> None:
        """Gives the room of the log back; done another time where somebody reads or the disk is full."""
        with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(self._database)) as connection:
            connection.execute("PRAGMA busy_timeout=0")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _wait_for_checkpoint(self) -> None:
        if self._checkpoint is not None:
            self._checkpoint.join()
            self._checkpoint = None
