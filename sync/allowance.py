"""What the exchange of facts may take of the line: so much a day, between such hours; the button may more."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from scuola_digitale.clock import Clock
from sync.hours import is_between


class LineLimits(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a school allows the exchange by itself.

    Attributes:
        daily_kb: kilobytes a day, both ways together, as counted in bodies; 0 for as many as it takes.
        from_hour, to_hour: the hours of the wall clock; the same twice for all day, 22 and 6 for the night.
        authority: a file (PEM) with an authority of the network's own; empty for the system's alone.
    """

    daily_kb: int = 0
    from_hour: int = 0
    to_hour: int = 0
    authority: str = ""

    def allows_hour(self, hour: int) -> bool:
        """Whether this is an hour for it."""
        return is_between(hour, self.from_hour, self.to_hour)


class _Spent(msgspec.Struct):
    day: str = ""
    byte_count: int = 0


class Allowance:
    """Keeps count of a day in a small file; losing it costs one day's count.

    Args:
        file: where the count is kept.
        clock: this laptop's.
        limits: asked each time, since a technician may change them.
    """

    def __init__(self, file: Path, clock: Clock, limits: Callable[[], LineLimits]) -> None:
        self._file = file
        self._clock = clock
        self._limits = limits

    def allows(self) -> bool:
        """Whether the exchange may use the line by itself now."""
        limits = self._limits()
        if not limits.allows_hour(self._now().hour):
            return False
        return not limits.daily_kb or self._read().byte_count < limits.daily_kb * 1000

    def count(self, byte_count: int) -> None:
        """Counts what went over the line."""
        if not byte_count or not self._limits().daily_kb:
            return
        spent = self._read()
        spent.byte_count += byte_count
        try:
            self._file.write_bytes(msgspec.msgpack.encode(spent))
        except OSError:
            return  # a full disk is told where it matters

    def _read(self) -> _Spent:
        today = self._now().date().isoformat()
        try:
            spent = msgspec.msgpack.decode(self._file.read_bytes(), type=_Spent)
        except (OSError, msgspec.MsgspecError):
            spent = _Spent()
        return spent if spent.day == today else _Spent(day=today)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now_ms() / 1000, UTC).astimezone()
