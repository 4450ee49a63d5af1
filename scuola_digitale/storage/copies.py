"""Daily copies of a laptop's database: made, thinned, put back, and cleaned of whom the school erased."""

import os
import sqlite3
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from scuola_digitale.format.gone import PHOTO_KINDS, Gone
from scuola_digitale.storage.connection import transaction
from scuola_digitale.storage.errors import DiskFullError, MemoryDamagedError
from scuola_digitale.storage.fact_log import FactLog
from scuola_digitale.storage.forgetting import drop_effects
from scuola_digitale.storage.migrations import migrate
from scuola_digitale.storage.names import Names

FOLDER = "copie"
SET_ASIDE = "rovinata.db"
"""The damaged database that a copy took the place of."""

DAYS, WEEKS, MONTHS = 7, 4, 6
_NEW = ".nuova"


def copies(folder: Path) -> list[tuple[date, Path]]:
    """The copies in a laptop's data folder, the newest first."""
    found = ((_day_of(path), path) for path in (folder / FOLDER).glob("scuola-*.db"))
    return sorted(((day, path) for day, path in found if day is not None), reverse=True)


def _day_of(path: Path) -> date | None:
    try:
        return date.fromisoformat(path.stem.removeprefix("scuola-"))
    except ValueError:
        return None


def to_keep(days: Iterable[date]) -> set[date]:
    """Which copies stay: of the last 7 days, the newest of each of 4 weeks and of 6 months that have one."""
    newest_first = sorted(days, reverse=True)
    kept = set(newest_first[:DAYS])
    for most, period in ((WEEKS, _week), (MONTHS, _month)):
        newest: dict[tuple[int, int], date] = {}
        for day in newest_first:
            newest.setdefault(period(day), day)
        kept |= set(list(newest.values())[:most])
    return kept


def _week(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def copy_daily(folder: Path, database: Path, now_ms: int) -> Path | None:
    """Copies the database once a day, whole and while others write, and thins what is there; None if done today.

    Raises:
        DiskFullError: there is no room, or nothing may be written there.
    """
    if _copy_of(folder, now_ms).exists():
        return None
    target = copy_now(folder, database, now_ms)
    found = copies(folder)
    kept = to_keep(day for day, _ in found)
    for day, path in found:
        if day not in kept:
            path.unlink()
    return target


def copy_now(folder: Path, database: Path, now_ms: int) -> Path:
    """Copies the database into the copy of the day, in the place of an earlier one.

    Raises:
        DiskFullError: there is no room, or nothing may be written there; the earlier one stays.
    """
    target = _copy_of(folder, now_ms)
    target.parent.mkdir(mode=0o700, exist_ok=True)
    _copy_into(database, target)
    return target


def _copy_of(folder: Path, now_ms: int) -> Path:
    today = datetime.fromtimestamp(now_ms / 1000, UTC).date()
    return folder / FOLDER / f"scuola-{today.isoformat()}.db"


def _copy_into(database: Path, target: Path, *, gone: Gone | None = None) -> None:
    """Writes a copy aside, without what is gone, and puts it in place once it is on the disk."""
    aside = target.with_name(target.name + _NEW)
    aside.unlink(missing_ok=True)
    source = sqlite3.connect(database, isolation_level=None)
    try:
        source.execute("PRAGMA temp_store=MEMORY")
        source.execute("VACUUM INTO ?", (str(aside),))
    except sqlite3.OperationalError as error:
        aside.unlink(missing_ok=True)
        raise DiskFullError from error
    finally:
        source.close()
    if gone:
        _erase_in(aside, gone)
    with aside.open("rb+") as file:
        os.fsync(file.fileno())
    aside.chmod(0o600)
    aside.replace(target)


def _erase_in(path: Path, gone: Gone) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # No journal: it would hold the old pages, and a copy cut here is thrown away.
        for pragma in ("journal_mode=OFF", "temp_store=MEMORY", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        migrate(connection)
        names = Names(connection)
        log = FactLog(connection, names)
        with transaction(connection):
            names.refresh()
            log.refresh()
            drop_effects(connection, names, gone, log.erase(gone))
    finally:
        connection.close()


def clean(folder: Path, gone: Gone) -> None:
    """Leaves nothing of what is gone in any copy; a damaged database set aside is thrown away."""
    for _, path in copies(folder):
        if _holds(path, gone):
            _copy_into(path, path, gone=gone)
    for left in (folder / FOLDER).glob(f"{SET_ASIDE}*"):
        left.unlink()
    for left in (folder / FOLDER).glob(f"*{_NEW}*"):
        left.unlink()


def _holds(path: Path, gone: Gone) -> bool:
    """Whether a copy may hold anything of what is gone: most are clean already when a photo is changed."""
    connection = sqlite3.connect(path)
    try:
        salted = connection.execute("SELECT DISTINCT value FROM salt JOIN name ON number = person")
        if any(person in gone.persons for (person,) in salted):
            return True
        photos = connection.execute(
            "SELECT key, hlc_ms FROM saying WHERE thing IN ('photo', 'photo sent')"
        ).fetchall()
        if any(written_ms <= gone.photos.get(person, -1) for person, written_ms in photos):
            return True
        return bool(gone.photos) and connection.execute(_SET_ASIDE_PHOTO, PHOTO_KINDS).fetchone() is not None
    except sqlite3.DatabaseError:
        return True  # a damaged one is for `_copy_into` to meet
    finally:
        connection.close()


_SET_ASIDE_PHOTO = """
SELECT 1 FROM quarantine LEFT JOIN fact ON fact.stream = quarantine.stream AND fact.seq = quarantine.seq
WHERE fact.seq IS NULL OR fact.kind IN (?, ?) LIMIT 1
"""
"""A photo without effect, or a packed fact without effect that may be one."""


def is_whole(path: Path) -> bool:
    """Whether SQLite finds nothing wrong in a database."""
    connection = sqlite3.connect(path)
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


def newest_whole(folder: Path) -> tuple[date, Path]:
    """The newest copy in which SQLite finds nothing wrong.

    Raises:
        MemoryDamagedError: there is none.
    """
    for day, path in copies(folder):
        if is_whole(path):
            return day, path
    raise MemoryDamagedError(folder / FOLDER)
