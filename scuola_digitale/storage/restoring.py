"""Putting the newest copy in the place of a damaged database, and saving from that what can be read."""

import sqlite3
from datetime import date
from pathlib import Path

import msgspec

from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.errors import ScuolaError
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.connection import DATABASE, prepare, transaction
from scuola_digitale.storage.copies import FOLDER, SET_ASIDE, newest_whole
from scuola_digitale.storage.identity import read_identity
from scuola_digitale.storage.ledger import Ledger
from scuola_digitale.storage.school_store import School
from scuola_digitale.words import say

_BESIDE = ("", "-wal", "-shm")


class Restored(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it: the day of the copy, and how many newer facts the damaged database still gave."""

    day: date
    saved: int


class InUseError(ScuolaError):
    """The program is open on this laptop."""

    def __init__(self) -> None:
        super().__init__(
            say("Il programma è aperto su questo portatile."),
            remedy=say("Chiudi la finestra e riprova."),
        )


def restore(folder: Path, *, clock: Clock | None = None) -> Restored:
    """Puts the newest whole copy back; what is written from then on begins a new epoch.

    The damaged database is set aside among the copies, until an erasure or the next time.

    Raises:
        MemoryDamagedError: there is no whole copy.
        InUseError: another program has the database open.
    """
    day, copy = newest_whole(folder)
    database, aside = folder / DATABASE, folder / FOLDER / SET_ASIDE
    _check_nobody_writes(database)
    for end in _BESIDE:
        (folder / FOLDER / f"{SET_ASIDE}{end}").unlink(missing_ok=True)
        if (folder / f"{DATABASE}{end}").exists():
            (folder / f"{DATABASE}{end}").replace(folder / FOLDER / f"{SET_ASIDE}{end}")
    database.write_bytes(copy.read_bytes())
    database.chmod(0o600)
    _forget_marker(database)
    school = School.open(folder, clock=clock)
    try:
        saved = _save_from(aside, school, clock or SystemClock()) if aside.exists() else 0
    finally:
        school.close()
    return Restored(day=day, saved=saved)


def _check_nobody_writes(database: Path) -> None:
    if not database.exists():
        return
    connection = sqlite3.connect(database, isolation_level=None, timeout=1)
    try:
        # Only who is alone with a database may take it out of its write-ahead mode.
        connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise InUseError from error
    except sqlite3.DatabaseError:
        return  # so damaged that nobody can have it open
    finally:
        connection.close()


def _forget_marker(database: Path) -> None:
    """Makes sure that the next write begins a new epoch, even if the copy is of this very session."""
    connection = sqlite3.connect(database, isolation_level=None)
    try:
        prepare(connection)
        with transaction(connection):
            connection.execute("INSERT OR REPLACE INTO setting VALUES ('marker', ?)", (b"restored",))
    finally:
        connection.close()


def _save_from(damaged: Path, school: School, clock: Clock) -> int:
    """Takes from the damaged database whatever facts it still gives, as from any other laptop."""
    identity = read_identity(school.folder)
    replica, scopes = school.replica, school.replica.scopes()
    saved = 0
    connection = sqlite3.connect(damaged, isolation_level=None)
    try:
        ledger = Ledger(
            connection, device=identity.device, root_key=identity.root_key, clock=clock, random=bytes
        )
        ledger.sign_heads(identity.device_seed)
        held = PeerVector.of(replica.states(scopes))
        for segment in ledger.segments_after(held, scopes, 1 << 40):
            saved += replica.take([segment], scopes).accepted
    except sqlite3.DatabaseError:
        return saved  # what comes behind the damage is gone, unless others hold it
    finally:
        connection.close()
    return saved
