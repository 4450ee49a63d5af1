"""Counts what the line carries: how fast it is, how much a day may cost, at which hours it may be used."""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Final

import msgspec

from scuola_digitale.clock import Clock
from sync.hours import is_between
from sync.packs.errors import BudgetSpentError, OutsideHoursError

_SAVED_EVERY: Final = 1 << 20
_ENOUGH_TO_MEASURE: Final = 32 << 10


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What a school allows packs to take of its line.

    Attributes:
        daily_bytes: what a day may download; 0 for as much as comes.
        from_hour, to_hour: the hours of the wall clock between which packs may be downloaded; the same twice for all
            day. Nights pass midnight: 22 and 6.
    """

    daily_bytes: int = 0
    from_hour: int = 0
    to_hour: int = 0

    def allows_hour(self, hour: int) -> bool:
        """Whether packs may be downloaded at this hour of the day."""
        return is_between(hour, self.from_hour, self.to_hour)


class _Count(msgspec.Struct):
    day: str = ""
    spent: int = 0
    speed: float = 0.0


class LineMeter:
    """The counts of one laptop, in `file`; safe from any thread.

    Attributes:
        limits: what the school allows.
        passed: bytes that came over the line since this meter was made.
    """

    def __init__(self, file: Path, clock: Clock, limits: Limits | None = None) -> None:
        self._file = file
        self._clock = clock
        self.limits = limits or Limits()
        self._lock = Lock()
        self._count = self._read()
        self._unsaved = 0
        self.passed = 0

    @property
    def speed(self) -> float:
        """Bytes a second, as the last downloads went; 0 before the first."""
        return self._count.speed

    def allow(self) -> None:
        """Lets a download go on, or not.

        Raises:
            OutsideHoursError, BudgetSpentError: not now.
        """
        now = self._now()
        if not self.limits.allows_hour(now.hour):
            raise OutsideHoursError(self.limits.from_hour, self.limits.to_hour)
        spent = self._count.spent if self._count.day == now.date().isoformat() else 0
        if self.limits.daily_bytes and spent >= self.limits.daily_bytes:
            raise BudgetSpentError

    def count(self, size: int) -> None:
        """Counts bytes that came over the line."""
        with self._lock:
            day = self._now().date().isoformat()
            if self._count.day != day:
                self._count.day, self._count.spent = day, 0
            self._count.spent += size
            self.passed += size
            self._unsaved += size
            if self._unsaved >= _SAVED_EVERY:
                self._save()

    def measure(self, size: int, seconds: float) -> None:
        """Takes in how long some bytes took; a few say nothing of a line."""
        with self._lock:
            if size >= _ENOUGH_TO_MEASURE and seconds > 0:
                speed = size / seconds
                self._count.speed = (self._count.speed + speed) / 2 if self._count.speed else speed
            self._save()

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now_ms() / 1000, tz=UTC).astimezone()

    def _read(self) -> _Count:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=_Count)
        except (OSError, msgspec.MsgspecError):
            return _Count()

    def _save(self) -> None:
        self._unsaved = 0
        self._file.parent.mkdir(parents=True, exist_ok=True)
        # A name of its own: the window and a hub of the same laptop may count at once.
        descriptor, name = tempfile.mkstemp(suffix=".nuovo", dir=self._file.parent)
        with os.fdopen(descriptor, "wb") as aside:
            aside.write(msgspec.json.encode(self._count))
        Path(name).replace(self._file)


def seconds_for(size: int, speed: float) -> float | None:
    """How long `size` bytes take at `speed` bytes a second; None where no speed was measured."""
    return size / speed if speed > 0 else None


Wait = Callable[[float], bool]
"""Waits so many seconds; True when asked to stop meanwhile."""
