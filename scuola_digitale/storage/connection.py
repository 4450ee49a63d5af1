"""SQLite as we use it: explicit transactions, on disk before anybody is told «salvato»."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.errors import (
    BusyMemoryError,
    DiskFullError,
    MemoryDamagedError,
    MemoryUnwritableError,
)

DATABASE = "scuola.db"
"""The file of a laptop's database, in its data folder."""

BUSY_MS = 10_000

# FULL and not NORMAL: of 600 simulated power cuts NORMAL lost commits in 328, FULL in none.
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={BUSY_MS}", "secure_delete=ON")


_TOLD: dict[int, Callable[[], ScuolaError]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_BUSY: BusyMemoryError,
    sqlite3.SQLITE_READONLY: MemoryUnwritableError,
    sqlite3.SQLITE_CANTOPEN: MemoryUnwritableError,
    sqlite3.SQLITE_PERM: MemoryUnwritableError,
    sqlite3.SQLITE_IOERR: MemoryUnwritableError,
}
_PRIMARY = 0xFF
"""SQLite's extended codes carry the primary one in their lowest byte."""


class Cursor(Protocol):
    """What a statement answers."""

    def fetchone(self) -> Any:
        """The next row as a tuple, or None."""
        ...

    def fetchall(self) -> list[Any]:
        """The rows left, as tuples."""
        ...

    def __iter__(self) -> Iterator[Any]:
        """The rows left, as tuples."""
        ...


class Connection(Protocol):
    """The little of a connection that the log uses, so that sqlite3 and APSW both serve."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        ...

    def execute(self, sql: str, values: Sequence[Any] = ..., /) -> Cursor:
        """Runs one statement."""
        ...

    def executemany(self, sql: str, values: Iterable[Sequence[Any]], /) -> Cursor:
        """Runs one statement for each row of values."""
        ...


def connect(path: Path) -> sqlite3.Connection:
    """Opens a database for writing.

    The connection may cross threads: who holds it keeps a lock.

    Raises:
        MemoryDamagedError: the file is no SQLite database.
        MemoryUnwritableError: it cannot be opened for writing.
    """
    try:
        connection = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False, cached_statements=256
        )
    except sqlite3.OperationalError as error:
        raise MemoryUnwritableError from error
    try:
        prepare(connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise disk_trouble(error) or MemoryDamagedError(path) from error
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Opens a database of which this connection only reads: it never waits for who writes."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=256)
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    connection.execute("PRAGMA query_only=ON")
    return connection


def prepare(connection: Connection) -> None:
    """Sets what every writing connection needs."""
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Everything inside happens at once, on disk, or not at all.

    Raises:
        DiskFullError: there was no room; nothing was written.
        BusyMemoryError: another process kept writing; nothing was written.
        MemoryUnwritableError: the disk refused; nothing was written.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        told = disk_trouble(error)
        if told is None:
            raise
        raise told from error
    finally:
        # SQLite itself rolls back on some failures, a full disk among them.
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def disk_trouble(error: BaseException | None) -> ScuolaError | None:
    """What SQLite says of the disk, in a sentence; None where it speaks of something else.

    Who undoes a transaction that a full disk has ended already fails in its turn: what came first counts too.
    """
    while error is not None:
        code = getattr(error, "sqlite_errorcode", 0)
        # The index of the WAL cannot grow: the one full disk that SQLite calls by another name.
        if code == sqlite3.SQLITE_IOERR_SHMSIZE:
            return DiskFullError()
        if told := _TOLD.get(code & _PRIMARY):
            return told()
        error = error.__context__
    return None
