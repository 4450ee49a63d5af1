"""Time in the hands of the monkey: timers and slow work of the window go on only when they are told to."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThreadPool, QTimer
from shiboken6 import isValid

from scuola_digitale.clock import SetClock
from ui import background

TURN_MS = 4
"""What a turn of the event loop takes."""
MOST_TURNS = 400
"""A window that is not at rest after so many turns never comes to rest."""


class NeverAtRestError(AssertionError):
    """Timers or work of the window go on without end."""


@dataclass(order=True)
class _Due:
    at_ms: int
    number: int
    act: Callable[[], object] = field(compare=False)
    owner: QObject | None = field(compare=False, default=None)
    timer: QTimer | None = field(compare=False, default=None)


class Hours:
    """Runs timers in the order in which they are due, and slow work one piece after the other, on another thread.

    While `slow` no slow work comes back: the disk is busy. `clock` moves along, if there is one that can be moved.
    """

    def __init__(self, clock: SetClock | None = None) -> None:
        self.now_ms = 0
        self.slow = False
        self._clock = clock
        self._due: list[_Due] = []
        self._held: list[QRunnable] = []
        self._numbers = count()
        self._pool = QThreadPool()

    # What the window calls

    def globalInstance(self) -> "Hours":  # in the place of Qt's thread pool
        """The one that holds the work."""
        return self

    def start(self, job: QRunnable) -> None:
        """Takes a piece of slow work."""
        self._held.append(job)

    def waitForDone(self, _milliseconds: int = -1) -> bool:  # in the place of Qt's thread pool
        """Does all of it."""
        while self._held:
            self._do_one()
        return True

    def monotonic(self) -> float:
        """Seconds; whoever looks takes a moment."""
        self.now_ms += 1
        return self.now_ms / 1000

    def start_timer(self, timer: QTimer, interval: int | None = None) -> None:
        if interval is not None:
            timer.setInterval(interval)
        self.stop_timer(timer)
        self._due.append(
            _Due(self.now_ms + timer.interval(), next(self._numbers), timer.timeout.emit, timer, timer)
        )

    def stop_timer(self, timer: QTimer) -> None:
        self._due = [one for one in self._due if one.timer is not timer]

    def is_active(self, timer: QTimer) -> bool:
        return any(one.timer is timer for one in self._due)

    def single_shot(self, interval: int, *rest: Any) -> None:
        owner = rest[0] if len(rest) > 1 else None
        self._due.append(_Due(self.now_ms + interval, next(self._numbers), rest[-1], owner))

    # What the monkey calls

    def rest(self, milliseconds: int) -> None:
        """Lets so much time pass, then all that is due come to its end.

        Raises:
            NeverAtRestError: it comes to none.
        """
        until = self.now_ms + milliseconds
        for _ in range(MOST_TURNS):
            self.turn()
            if self.now_ms >= until and not self._is_busy():
                break
            later = [one.at_ms for one in self._due if one.at_ms > self.now_ms]
            if not self._is_busy():
                self._pass_to(min([until, *later]))
        else:
            raise NeverAtRestError([str(one.owner) for one in self._due][:5])
        self.turn()

    def turn(self) -> None:
        """One turn of the event loop: what was posted, a piece of slow work, what is due."""
        QCoreApplication.processEvents()
        if self._held and not self.slow:
            self._do_one()
            QCoreApplication.processEvents()
        self._pass_to(self.now_ms + TURN_MS)
        for one in sorted(self._due):
            if one.at_ms <= self.now_ms and one in self._due:
                self._fire(one)
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _is_busy(self) -> bool:
        now = any(one.at_ms <= self.now_ms for one in self._due)
        return now or bool(self._held and not self.slow)

    def _fire(self, one: _Due) -> None:
        self._due.remove(one)
        if one.owner is not None and not isValid(one.owner):
            return
        if one.timer is not None and not one.timer.isSingleShot():
            self._due.append(
                _Due(
                    self.now_ms + max(1, one.timer.interval()),
                    next(self._numbers),
                    one.act,
                    one.owner,
                    one.timer,
                )
            )
        one.act()

    def _do_one(self) -> None:
        # The pool deletes it, as it does at the real window.
        self._pool.start(self._held.pop(0))
        self._pool.waitForDone()

    def _pass_to(self, now_ms: int) -> None:
        passed, self.now_ms = now_ms - self.now_ms, now_ms
        if self._clock is not None:
            self._clock.pass_ms(passed)


@contextmanager
def own_hours(clock: SetClock | None = None) -> Iterator[Hours]:
    """Takes timers and slow work of the window into one's own hands."""
    from ui.widgets import pack_progress
    from ui.widgets.lesson import column

    hours = Hours(clock)

    def start(timer: QTimer, interval: int | None = None) -> None:
        hours.start_timer(timer, interval)

    def stop(timer: QTimer) -> None:
        hours.stop_timer(timer)

    def is_active(timer: QTimer) -> bool:
        return hours.is_active(timer)

    with ExitStack() as stack:
        for name, act in (
            ("start", start),
            ("stop", stop),
            ("isActive", is_active),
            ("singleShot", staticmethod(hours.single_shot)),
        ):
            stack.enter_context(patch.object(QTimer, name, act))
        for module in (column, pack_progress):
            stack.enter_context(patch.object(module, "time", hours))
        stack.enter_context(patch.object(background, "QThreadPool", hours))
        yield hours
        hours.slow = False
        hours.waitForDone()
        QCoreApplication.processEvents()
