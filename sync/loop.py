"""The loop that syncs by itself: at start, when the line is back, at intervals, and by a button."""

import random
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Condition, Thread
from typing import Final, Protocol

from sync.rhythm import NEWS_SECONDS, Rhythm, asked_to_wait
from sync.route import has_route
from sync.syncer import SyncReport

Listener = Callable[[SyncReport], None]

LOOK_SECONDS: Final = 10.0
_STOP_SECONDS: Final = 5.0
_LONG_AGO: Final = float("-inf")


class Syncing(Protocol):
    """What the loop drives: one way out, or all of them."""

    def sync_once(self) -> SyncReport:
        """Syncs, and tells how it went."""
        ...

    def interrupt(self) -> None:
        """Ends the sync that goes on, from another thread."""
        ...


class SyncLoop:
    """A thread that syncs and tells; it has a connection of its own, so the window waits for nothing.

    Args:
        open_syncer: opens the syncer inside the thread, and closes it there.
        chance: spreads the waits of many laptops.
        now: seconds that only grow.
        has_route: whether there is any way out; when one comes, the loop does not wait for its next try.
        look_seconds: how often that is looked up.
    """

    def __init__(
        self,
        open_syncer: Callable[[], AbstractContextManager[Syncing]],
        *,
        chance: random.Random | None = None,
        now: Callable[[], float] = time.monotonic,
        has_route: Callable[[], bool] = has_route,
        look_seconds: float = LOOK_SECONDS,
    ) -> None:
        self._has_route = has_route
        self._look_seconds = look_seconds
        self._had_route = True
        self._open_syncer = open_syncer
        self._rhythm = Rhythm(chance or random.SystemRandom())
        self._now = now
        self._changed = Condition()
        self._due = _LONG_AGO
        self._not_before = _LONG_AGO
        self._stopping = False
        self._syncer: Syncing | None = None
        self._listeners: list[Listener] = []
        self._thread = Thread(target=self._run, name="sync", daemon=True)

    def add_listener(self, listener: Listener) -> None:
        """Tells `listener` of each sync, in the loop's thread."""
        self._listeners.append(listener)

    def start(self) -> None:
        """Begins; the first sync is at once."""
        self._thread.start()

    def sync_now(self) -> None:
        """The button: syncs at once, whatever the region asked."""
        with self._changed:
            self._due = self._not_before = _LONG_AGO
            self._changed.notify()

    def line_is_back(self) -> None:
        """The network came back: syncs as soon as the region lets us."""
        with self._changed:
            self._go_soon()
            self._changed.notify()

    def news(self, within: float = NEWS_SECONDS) -> None:
        """Something was written here, or near: it goes within so many seconds, together with what follows."""
        with self._changed:
            self._due = max(self._not_before, min(self._due, self._now() + within))
            self._changed.notify()

    def stop(self) -> None:
        """Ends at once, in the middle of a sync too; returns when the thread is gone or hopelessly stuck."""
        with self._changed:
            self._stopping = True
            if self._syncer is not None:
                self._syncer.interrupt()
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(_STOP_SECONDS)

    def _run(self) -> None:
        with self._open_syncer() as syncer:
            with self._changed:
                self._syncer = syncer
            while self._wait():
                report = syncer.sync_once()
                self._plan(report)
                self._tell(report)

    def _wait(self) -> bool:
        """Waits until a sync is due; False when it is time to stop."""
        with self._changed:
            while not self._stopping:
                wait = self._due - self._now()
                if wait <= 0:
                    self._due = float("inf")
                    return True
                self._changed.wait(min(wait, self._look_seconds))
                self._look()
            return False

    def _look(self) -> None:
        """Looks whether the network came back; no system tells it the same way."""
        had, self._had_route = self._had_route, self._has_route()
        if self._had_route and not had:
            self._go_soon()

    def _go_soon(self) -> None:
        self._rhythm.line_is_back()
        self._due = self._not_before

    def _plan(self, report: SyncReport) -> None:
        with self._changed:
            now = self._now()
            self._not_before = now + asked_to_wait(report)
            # What was asked for while it ran (a button, news) stays as near as it is.
            self._due = min(self._due, now + self._rhythm.wait_after(report))

    def _tell(self, report: SyncReport) -> None:
        for listener in self._listeners:
            listener(report)
