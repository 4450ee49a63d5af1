"""Turns what the disk and SQLite say into sentences."""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from content.disk import DiskFullError, full_disk_told
from content.library.errors import LibraryBusyError, LibraryDamagedError, LibraryUnwritableError
from scuola_digitale.errors import ScuolaError

_TOLD: dict[int, Callable[[], ScuolaError]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_BUSY: LibraryBusyError,
    sqlite3.SQLITE_LOCKED: LibraryBusyError,
    sqlite3.SQLITE_CORRUPT: LibraryDamagedError,
    sqlite3.SQLITE_NOTADB: LibraryDamagedError,
    sqlite3.SQLITE_IOERR: LibraryDamagedError,
    sqlite3.SQLITE_READONLY: LibraryUnwritableError,
    sqlite3.SQLITE_CANTOPEN: LibraryUnwritableError,
}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR}
"""A place closed to this person, a disk that is only read, a file where a folder should be."""
_PRIMARY = 0xFF
"""SQLite's extended codes carry the primary one in their lowest byte."""


@contextmanager
def told_in_words() -> Iterator[None]:
    """Runs the block; a full, busy, broken or forbidden disk or database becomes a sentence.

    Raises:
        DiskFullError: there is no room left.
        LibraryBusyError: another process holds the database too long.
        LibraryDamagedError: the database cannot be read.
        LibraryUnwritableError: this person may not write there.
    """
    try:
        with full_disk_told():
            yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0)
        # The index of the WAL cannot grow: the one full disk that SQLite calls by another name.
        told = DiskFullError if code == sqlite3.SQLITE_IOERR_SHMSIZE else _TOLD.get(code & _PRIMARY)
        if told is None:
            raise
        raise told() from error
    except OSError as error:
        if error.errno in _FORBIDDEN:
            raise LibraryUnwritableError from error
        raise
