"""Opening a school's database: brought up to date, and looked over where the last stop was not clean."""

import sqlite3
from pathlib import Path

from scuola_digitale.storage.connection import connect, disk_trouble
from scuola_digitale.storage.errors import MemoryDamagedError, NewerMemoryError
from scuola_digitale.storage.migrations import migrate


def open_database(path: Path) -> sqlite3.Connection:
    """The connection that writes, to a database of this program's form.

    Raises:
        MemoryDamagedError: it is damaged, or no database.
        NewerMemoryError: a newer program wrote it.
    """
    # A write-ahead log is left where the last one to write did not end well (or still writes).
    unclean = _size(path.with_name(path.name + "-wal")) > 0
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


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
