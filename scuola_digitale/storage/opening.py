"""Opening the database of a laptop, and looking whether it is whole where it was not closed well."""

import sqlite3
from pathlib import Path

from scuola_digitale.storage.connection import connect, disk_trouble
from scuola_digitale.storage.errors import MemoryDamagedError, NewerMemoryError
from scuola_digitale.storage.migrations import migrate


def open_database(path: Path) -> sqlite3.Connection:
    """Opens a database for writing, brought up to date.

    Raises:
        MemoryDamagedError: it is no database, or it is damaged.
        NewerMemoryError: a newer program wrote it.
        DiskFullError: there is no room to bring it up to date.
    """
    # A write-ahead log is left where the last one to write did not end well (or still writes).
    unclean = size_of(path.with_name(path.name + "-wal")) > 0
    connection = connect(path)
    try:
        migrate(connection)
        if unclean and connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            connection.close()
            raise MemoryDamagedError(path)
    except NewerMemoryError:
        connection.close()
        raise
    except sqlite3.DatabaseError as error:
        connection.close()
        raise disk_trouble(error) or MemoryDamagedError(path) from error
    return connection


def size_of(path: Path) -> int:
    """The bytes of a file; 0 where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
