"""When to sync next: often enough, ever more rarely while it fails, never all laptops at once."""

import random
from typing import Final

from sync.errors import SyncError
from sync.syncer import SyncReport

STEADY_SECONDS: Final = 300.0
NEWS_SECONDS: Final = 15.0
"""How long news may wait for more to go with it."""

FIRST_RETRY_SECONDS: Final = 15.0
LONGEST_RETRY_SECONDS: Final = 1_800.0
SPREAD: Final = 0.2
"""Each wait is longer or shorter by up to this part."""


class Rhythm:
    """Tells how long to wait after each sync; `chance` spreads the waits."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._failures = 0

    def wait_after(self, report: SyncReport) -> float:
        """Seconds until the next sync."""
        if report.good:
            self._failures = 0
            return self._spread(STEADY_SECONDS)
        wait = min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2.0 ** min(self._failures, 20))
        self._failures += 1
        return max(self._spread(wait), asked_to_wait(report))

    def line_is_back(self) -> None:
        """Failures of before count no more."""
        self._failures = 0

    def _spread(self, seconds: float) -> float:
        return seconds * self._chance.uniform(1 - SPREAD, 1 + SPREAD)


def asked_to_wait(report: SyncReport) -> float:
    """Seconds the other side asked for (`Retry-After`); 0 where it did not."""
    problem = report.problem
    return problem.retry_after_seconds or 0.0 if isinstance(problem, SyncError) else 0.0
