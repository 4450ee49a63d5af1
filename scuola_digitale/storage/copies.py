"""Daily copies of a laptop's database: made, thinned, put back, and cleaned of whom the school erased."""

import os
import sqlite3
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from scuola_digitale.storage.connection import transaction
from scuola_digitale.storage.errors import DiskFullError, MemoryDamagedError
from scuola_digitale.storage.fact_log import FactLog
from scuola_digitale.storage.migrations import migrate
from scuola_digitale.storage.names import Names
from scuola_digitale.storage.projection import drop_effects

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


def _copy_into(database: Path, target: Path, *, erased: Collection[bytes] = ()) -> None:
    """Writes a copy aside, without what is known of some persons, and puts it in place once it is on the disk."""
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
    if erased:
        _erase_in(aside, erased)
    with aside.open("rb+") as file:
        os.fsync(file.fileno())
    aside.chmod(0o600)
    aside.replace(target)


def _erase_in(path: Path, persons: Collection[bytes]) -> None:
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
            for person in persons:
                places = log.erase(person)
                drop_effects(connection, person, names.number.get(person), places)
    finally:
        connection.close()


def clean(folder: Path, persons: Collection[bytes]) -> None:
    """Leaves nothing of erased persons in any copy; a damaged database set aside is thrown away."""
    for _, path in copies(folder):
        _copy_into(path, path, erased=persons)
    for left in (folder / FOLDER).glob(f"{SET_ASIDE}*"):
        left.unlink()
    for left in (folder / FOLDER).glob(f"*{_NEW}*"):
        left.unlink()


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
