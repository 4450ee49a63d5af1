"""The tables of `biblioteca.db`, and the changes they went through."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

VERSION = 3
"""What `PRAGMA user_version` says when every change below has been made."""

_PAGE_BYTES = 32768
"""Of a new library: most blobs fit into one page, and ten thousand are in twice as fast as with SQLite's 4096."""

_FIRST = (
    """CREATE TABLE pack (
        pack_id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, manifest BLOB NOT NULL,
        head BLOB NOT NULL, size INTEGER NOT NULL, lessons INTEGER NOT NULL, files INTEGER NOT NULL)""",
    """CREATE TABLE file (
        pack_id TEXT NOT NULL REFERENCES pack ON DELETE CASCADE, path TEXT NOT NULL,
        sha256 TEXT NOT NULL, size INTEGER NOT NULL, mime TEXT NOT NULL,
        stored_sha256 TEXT NOT NULL, stored_size INTEGER NOT NULL, encoding TEXT NOT NULL,
        PRIMARY KEY (pack_id, path)) WITHOUT ROWID""",
    "CREATE INDEX file_stored ON file (stored_sha256)",
    "CREATE TABLE blob (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL)",
    """CREATE TABLE lesson (
        ref TEXT PRIMARY KEY, pack_id TEXT NOT NULL REFERENCES pack ON DELETE CASCADE,
        position INTEGER NOT NULL, area TEXT NOT NULL, subject TEXT NOT NULL, grades TEXT NOT NULL,
        source TEXT NOT NULL, head BLOB NOT NULL)""",
    "CREATE INDEX lesson_pack ON lesson (pack_id, position)",
    # Blocks and sections outlive an edition whose lesson did not change, so they hang from no pack.
    "CREATE TABLE compiled (ref TEXT PRIMARY KEY, source TEXT NOT NULL, reader INTEGER NOT NULL, data BLOB NOT NULL)",
    """CREATE TABLE section (
        section_id TEXT PRIMARY KEY, ref TEXT NOT NULL REFERENCES compiled ON DELETE CASCADE,
        position INTEGER NOT NULL, heading TEXT NOT NULL, text TEXT NOT NULL)""",
    "CREATE INDEX section_ref ON section (ref, position)",
    # What stands in which search index, and the words it met, for mending queries.
    "CREATE TABLE indexed (pack_id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, index_name TEXT NOT NULL)",
    """CREATE TABLE word (
        pack_id TEXT NOT NULL REFERENCES indexed ON DELETE CASCADE, word TEXT NOT NULL,
        shown TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (pack_id, word)) WITHOUT ROWID""",
)


_SECOND = (
    # What of a section is exercises and pictures, to be searched alone.
    "ALTER TABLE section ADD COLUMN exercises TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE section ADD COLUMN pictures TEXT NOT NULL DEFAULT ''",
    # How each word sounds; the search makes its tables anew.
    "DELETE FROM indexed",
    "ALTER TABLE word ADD COLUMN sound TEXT NOT NULL DEFAULT ''",
)

_THIRD = (
    # The words of a pack are read all together: one value a pack is read ten times faster than a row a word.
    "DROP TABLE word",
    "DELETE FROM indexed",
    "ALTER TABLE indexed ADD COLUMN words BLOB NOT NULL DEFAULT x''",
)


def connect(file: Path) -> sqlite3.Connection:
    """A connection to the library, its tables in place; explicit transactions, durable commits.

    Raises:
        sqlite3.DatabaseError: the file is no database, or the disk is full.
    """
    connection = sqlite3.connect(file, timeout=30, isolation_level=None, check_same_thread=False)
    try:
        for pragma in (f"page_size={_PAGE_BYTES}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        if _version(connection) < VERSION:
            _migrate(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(connection: sqlite3.Connection) -> None:
    # Imported here: it costs the window 140 ms, and a library is made once.
    from sqlite_utils import Database, Migrations

    migrations = Migrations("biblioteca")
    for name, change in _CHANGES.items():
        migrations(name=name)(change)
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(Database(connection))
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it already
            connection.execute("ROLLBACK")
        raise


def _making(statements: tuple[str, ...]) -> "Callable[[Database], None]":
    def make(database: "Database") -> None:
        for statement in statements:
            database.conn.execute(statement)

    return make


_CHANGES = {"first": _making(_FIRST), "second": _making(_SECOND), "third": _making(_THIRD)}
"""Named changes, each made once, in this order."""
