"""The one way to do slow work: a named function runs off the GUI thread, its result comes back as data."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import Worded, say

T = TypeVar("T")

_log = logging.getLogger(__name__)

BUG_MESSAGE = Worded(lambda: say("Qualcosa non ha funzionato, e non per colpa tua."))
BUG_REMEDY = Worded(
    lambda: say("Quello che hai fatto finora è salvo. Riprova; se succede ancora, dillo al tecnico.")
)


class _Places:
    """Where troubles are told when the caller has no better place; the window sets it."""

    tell: Callable[[str, str], None] | None = None


def tell_troubles_to(tell: Callable[[str, str], None] | None) -> None:
    """Sets the one place that shows what went wrong: a function of a message and its remedy."""
    _Places.tell = tell


def show_trouble(error: Exception) -> None:
    """Shows an error in the one place; one that is no ScuolaError is a bug, and is logged as such."""
    if isinstance(error, ScuolaError):
        message, remedy = error.message, error.remedy
    else:
        _log.error("a bug", exc_info=error)
        message, remedy = BUG_MESSAGE(), BUG_REMEDY()
    if _Places.tell is not None:
        _Places.tell(message, remedy)


@dataclass(frozen=True, slots=True)
class _Going:
    """Work under way. It keeps the work alive, so that what it holds of the window is let go on the GUI thread."""

    name: str
    work: Callable[[], object]
    done: Callable[[Any], None]
    failed: Callable[[ScuolaError], None] | None
    owner: QObject | None


_going: dict[int, _Going] = {}
_tickets = count()


class _Post(QObject):
    """Brings outcomes from the workers' threads to the GUI's, where it was made and so is told."""

    came = Signal(int, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self, ticket: int, result: object, error: Exception | None) -> None:
        going = _going.pop(ticket)
        if going.owner is not None and not shiboken6.isValid(going.owner):
            return
        if error is None:
            going.done(result)
        elif isinstance(error, ScuolaError) and going.failed is not None:
            going.failed(error)
        else:
            _log.info("%s failed", going.name)
            show_trouble(error)


@cache
def _post() -> _Post:
    return _Post()


class _Job(QRunnable):
    """One piece of work on its way through the thread pool, which deletes it."""

    def __init__(self, ticket: int, work: Callable[[], object], post: _Post) -> None:
        super().__init__()
        self._ticket, self._work, self._post = ticket, [work], post

    def run(self) -> None:
        """Does the work; whatever happens is posted."""
        result: object = None
        error: Exception | None = None
        try:
            # Let go of before the outcome is told: nothing of the window may die on this thread.
            result = self._work.pop()()
        except Exception as failure:  # noqa: BLE001  # the edge of the thread: told or logged in `_deliver`
            error = failure
        if shiboken6.isValid(self._post):
            self._post.came.emit(self._ticket, result, error)


def run(
    name: str,
    work: Callable[[], T],
    done: Callable[[T], None],
    failed: Callable[[ScuolaError], None] | None = None,
    *,
    owner: QObject | None = None,
) -> None:
    """Does `work` off the GUI thread, then calls `done` with its result on it.

    A ScuolaError goes to `failed`, or to the one place that shows troubles; anything else is a bug: logged
    under `name`, and told kindly. When `owner` is gone in the meantime nobody is called.
    """
    ticket = next(_tickets)
    _going[ticket] = _Going(name, work, done, failed, owner)
    QThreadPool.globalInstance().start(_Job(ticket, work, _post()))


def is_busy() -> bool:
    """Whether some work is going on or its outcome was not told yet."""
    return bool(_going)


def wait_for_all(milliseconds: int = 5_000) -> bool:
    """Waits until no work is going on, at the window's end; False when time ran out."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)
