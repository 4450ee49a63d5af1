"""How much the region takes on at once, and how often one device may ask: beyond that, come back later."""

import random
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

from scuola_digitale.clock import Clock
from sync.errors import RegionBusyError

_MINUTE_MS: Final = 60_000


class Patience:
    """Counts what goes on; safe from any thread.

    Args:
        clock: for the minutes.
        at_once: exchanges served at the same time.
        a_minute: exchanges of one device within a minute.
        spread: seconds over which those sent away are told to come back, so that they do not all return together.
        chance: the randomness of that.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        at_once: int = 64,
        a_minute: int = 120,
        spread: int = 20,
        chance: random.Random | None = None,
    ) -> None:
        self._clock = clock
        self._free = at_once
        self._a_minute = a_minute
        self._spread = spread
        self._chance = chance or random.SystemRandom()
        self._lock = Lock()
        self._asked: dict[tuple[str, bytes], deque[int]] = {}

    @contextmanager
    def place(self) -> Iterator[bool]:
        """Whether there is a place, which is held until the end."""
        with self._lock:
            free = self._free > 0
            self._free -= free
        try:
            yield free
        finally:
            with self._lock:
                self._free += free

    def busy_seconds(self) -> int:
        """When to come back."""
        return 5 + self._chance.randrange(self._spread)

    def count(self, school_id: str, device: bytes) -> None:
        """Counts one exchange of a device.

        Raises:
            RegionBusyError: it asked too often within a minute.
        """
        now = self._clock.now_ms()
        with self._lock:
            self._forget_before(now - _MINUTE_MS)
            times = self._asked.setdefault((school_id, device), deque())
            if len(times) >= self._a_minute:
                raise RegionBusyError(max(1, (times[0] + _MINUTE_MS - now) // 1000))
            times.append(now)

    def _forget_before(self, ms: int) -> None:
        for who, times in list(self._asked.items()):
            while times and times[0] <= ms:
                times.popleft()
            if not times:
                del self._asked[who]
