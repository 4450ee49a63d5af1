"""Looks after packs while nobody asks: downloads go on, the school's own lessons come and go."""

import logging
import time
from collections.abc import Callable, Sequence
from threading import Condition, Thread
from typing import Final

from scuola_digitale.errors import ScuolaError

_log = logging.getLogger(__name__)

FIRST_SECONDS: Final = 5.0
LOOK_SECONDS: Final = 60.0
MOST_SECONDS: Final = 3600.0
_STOP_SECONDS: Final = 10.0


class PackCare:
    """A thread that does some errands over and over: soon after a nudge, else after a while, longer while they fail.

    Args:
        errands: each raises a ScuolaError where it has to be done again.
        first_seconds: how long to wait before the first time, since a laptop that starts has other things to do.
        look_seconds: how long to wait after all went well, and at first after they did not.
        now: seconds that only grow.
    """

    def __init__(
        self,
        errands: Sequence[Callable[[], None]],
        *,
        first_seconds: float = FIRST_SECONDS,
        look_seconds: float = LOOK_SECONDS,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._errands = tuple(errands)
        self._look_seconds = look_seconds
        self._now = now
        self._changed = Condition()
        self._due = now() + first_seconds
        self._wait = look_seconds
        self._stopping = False
        self._thread = Thread(target=self._run, name="pack care", daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def nudge(self) -> None:
        """Something may have changed: facts came, the line is back, somebody offered lessons."""
        with self._changed:
            self._due, self._wait = self._now(), self._look_seconds
            self._changed.notify()

    def stop(self) -> None:
        """Does no more; whoever owns the errands ends what goes on."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(_STOP_SECONDS)

    def _run(self) -> None:
        while self._is_time():
            done = [_done(errand) for errand in self._errands]  # one that fails keeps no other from its turn
            with self._changed:
                self._wait = self._look_seconds if all(done) else min(MOST_SECONDS, self._wait * 2)
                self._due = min(self._due, self._now() + self._wait)

    def _is_time(self) -> bool:
        with self._changed:
            while not self._stopping:
                left = self._due - self._now()
                if left <= 0:
                    self._due = float("inf")
                    return True
                self._changed.wait(left)
            return False


def _done(errand: Callable[[], None]) -> bool:
    try:
        errand()
    except ScuolaError as error:
        _log.info("packs have to wait: %s", getattr(error, "reason", type(error).__name__))
        return False
    return True
