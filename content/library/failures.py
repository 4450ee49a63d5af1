"""Turns what the disk and SQLite say into sentences."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from content.library.errors import DiskFullError, LibraryBusyError, LibraryDamagedError

_FULL = {errno.ENOSPC, errno.EDQUOT}
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}
_PRIMARY = 0xFF
"""SQLite's extended codes carry the primary one in their lowest byte."""


@contextmanager
def told_in_words() -> Iterator[None]:
    """Runs the block; a full, busy or broken disk or database becomes an error of this room.

    Raises:
        DiskFullError: there is no room left.
        LibraryBusyError: another process holds the database too long.
        LibraryDamagedError: the database cannot be read.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0)
        # The index of the WAL cannot grow: the one full disk that SQLite calls by another name.
        if code & _PRIMARY == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_SHMSIZE:
            raise DiskFullError from error
        if code & _PRIMARY in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LibraryBusyError from error
        if code & _PRIMARY in _BROKEN:
            raise LibraryDamagedError from error
        raise
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError from error
        raise
