"""The tables, and how an older database becomes a newer one, a named step at a time."""

import sqlite3
from typing import TYPE_CHECKING

from scuola_digitale.storage.errors import NewerMemoryError

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

NEWEST = 3
"""`PRAGMA user_version` after the last step."""

TABLES = """
-- Every stream held: how far, its chain there, bytes since its last head, how far a keeper holds it too.
CREATE TABLE stream (
    number INTEGER NOT NULL, device BLOB NOT NULL, epoch INTEGER NOT NULL, scope TEXT NOT NULL,
    seq INTEGER NOT NULL, chain BLOB NOT NULL, open_bytes INTEGER NOT NULL, held INTEGER NOT NULL,
    PRIMARY KEY (device, epoch, scope)
) WITHOUT ROWID;
-- Persons (16 bytes) and subjects (texts) by a small number: each stands here once, not in every fact.
-- No index by value: they are few and `Names` keeps them in memory.
CREATE TABLE name (number INTEGER PRIMARY KEY, value NOT NULL);
CREATE TABLE salt (
    stream INTEGER NOT NULL, person INTEGER NOT NULL, salt BLOB NOT NULL, PRIMARY KEY (stream, person)
) WITHOUT ROWID;
-- The log. Of an erased fact kind is NULL and body its hash.
CREATE TABLE fact (
    stream INTEGER NOT NULL, seq INTEGER NOT NULL, kind INTEGER, hlc_ms INTEGER, person INTEGER,
    subject INTEGER, body BLOB NOT NULL, PRIMARY KEY (stream, seq)
) WITHOUT ROWID;
CREATE TABLE head (
    stream INTEGER NOT NULL, seq INTEGER NOT NULL, chain BLOB NOT NULL, signature BLOB NOT NULL,
    bytes INTEGER NOT NULL, PRIMARY KEY (stream, seq)
) WITHOUT ROWID;
-- What follows is folded from the log and can be folded again.
CREATE TABLE act (
    person INTEGER NOT NULL, subject INTEGER NOT NULL, hlc_ms INTEGER NOT NULL, stream INTEGER NOT NULL,
    seq INTEGER NOT NULL, deed INTEGER NOT NULL, score INTEGER, hints INTEGER NOT NULL,
    seconds INTEGER NOT NULL, PRIMARY KEY (person, subject, hlc_ms, stream, seq)
) WITHOUT ROWID;
CREATE TABLE saying (
    thing TEXT NOT NULL, key NOT NULL, field TEXT NOT NULL, hlc_ms INTEGER NOT NULL, stream INTEGER NOT NULL,
    seq INTEGER NOT NULL, author BLOB, value, PRIMARY KEY (thing, key, field, hlc_ms, stream, seq)
) WITHOUT ROWID;
-- Facts without effect: why, and whose certificate (id) or which kind (number) could change that.
CREATE TABLE quarantine (
    stream INTEGER NOT NULL, seq INTEGER NOT NULL, reason TEXT NOT NULL, awaits, PRIMARY KEY (stream, seq)
) WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 1;
"""

BRANCHES = """
-- Branches of forked streams: the number of the stream that one grew from, and the seq behind which its rows begin.
ALTER TABLE stream RENAME TO stream_without_branches;
CREATE TABLE stream (
    number INTEGER PRIMARY KEY, device BLOB NOT NULL, epoch INTEGER NOT NULL, scope TEXT NOT NULL,
    seq INTEGER NOT NULL, chain BLOB NOT NULL, open_bytes INTEGER NOT NULL, held INTEGER NOT NULL,
    parent INTEGER NOT NULL, after INTEGER NOT NULL
);
INSERT INTO stream SELECT number, device, epoch, scope, seq, chain, open_bytes, held, 0, 0
    FROM stream_without_branches;
DROP TABLE stream_without_branches;
PRAGMA user_version = 2;
"""

CLOSED_YEARS = """
-- Facts of closed years: segments as they travel, without gaps from the beginning of a stream on.
CREATE TABLE packed (
    number INTEGER PRIMARY KEY, stream INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    latest_ms INTEGER, chain BLOB NOT NULL, segment BLOB NOT NULL
);
CREATE UNIQUE INDEX packed_by_place ON packed (stream, last);
-- What a pupil did in them, folded from them: rows of `act` as columns, compressed (packed_acts.py).
CREATE TABLE packed_act (person INTEGER PRIMARY KEY, acts BLOB NOT NULL);
PRAGMA user_version = 3;
"""


def migrate(connection: sqlite3.Connection) -> None:
    """Brings a database up to date; where it is already, this costs one read.

    Raises:
        NewerMemoryError: a newer program wrote it.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > NEWEST:
        raise NewerMemoryError
    if version < NEWEST:
        # Imported here: sqlite-utils would delay the window's first paint by 140 ms.
        from sqlite_utils import Database

        _steps().apply(Database(connection))


def _steps() -> "Migrations":
    from sqlite_utils import Migrations

    steps = Migrations("scuola")

    @steps()
    def lays_the_log_and_its_projections(db: "Database") -> None:
        _run(db, TABLES)

    @steps()
    def gives_streams_branches(db: "Database") -> None:
        _run(db, BRANCHES)

    @steps()
    def packs_closed_years(db: "Database") -> None:
        _run(db, CLOSED_YEARS)

    return steps


def _run(db: "Database", statements: str) -> None:
    for statement in statements.split(";\n"):
        db.execute(statement)
