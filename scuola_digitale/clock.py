"""Time as something handed in, so that tests and simulations can set it."""

import time
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now_ms(self) -> int:
        """Milliseconds since 1970, UTC, as this machine believes."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now_ms(self) -> int:
        """Milliseconds since 1970, UTC."""
        return time.time_ns() // 1_000_000


class SetClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now_ms: int) -> None:
        self.ms = now_ms

    def now_ms(self) -> int:
        """The time it was set to."""
        return self.ms

    def pass_ms(self, ms: int) -> None:
        """Lets time pass."""
        self.ms += ms
