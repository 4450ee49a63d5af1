"""The one way to do slow work: a named function runs off the GUI thread, its result comes back as data."""

import logging
from collections.abc import Callable
from typing import TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from scuola_digitale.errors import ScuolaError

T = TypeVar("T")

_log = logging.getLogger(__name__)

BUG_MESSAGE = "Qualcosa non ha funzionato, e non per colpa tua."
BUG_REMEDY = "Quello che hai fatto finora è salvo. Riprova; se succede ancora, dillo al tecnico."


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
        message, remedy = BUG_MESSAGE, BUG_REMEDY
    if _Places.tell is not None:
        _Places.tell(message, remedy)


class _Post(QObject):
    """Carries an outcome from the worker's thread to the GUI's, where it was made and so is told."""

    came = Signal(object, object)

    def __init__(self, tell: Callable[[object, Exception | None], None]) -> None:
        super().__init__()
        self._tell = tell
        self.came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self, result: object, error: Exception | None) -> None:
        self._tell(result, error)


class _Job(QRunnable):
    def __init__(
        self, work: Callable[[], object], tell: Callable[["_Job", object, Exception | None], None]
    ) -> None:
        super().__init__()
        # Python keeps it until its outcome was told: Qt must not delete what Python still holds.
        self.setAutoDelete(False)
        self.post = _Post(lambda result, error: tell(self, result, error))
        self._work = work

    def run(self) -> None:
        """Does the work; whatever happens is posted."""
        result: object = None
        error: Exception | None = None
        try:
            result = self._work()
        except Exception as failure:  # noqa: BLE001  # the edge of the thread: told or logged in `run`
            error = failure
        if shiboken6.isValid(self.post):
            self.post.came.emit(result, error)


_going: set[_Job] = set()


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

    def told(job: _Job, result: object, error: Exception | None) -> None:
        _going.discard(job)
        if owner is not None and not shiboken6.isValid(owner):
            return
        if error is None:
            done(cast("T", result))
        elif isinstance(error, ScuolaError) and failed is not None:
            failed(error)
        else:
            _log.info("%s failed", name)
            show_trouble(error)

    job = _Job(work, told)
    _going.add(job)
    QThreadPool.globalInstance().start(job)


def is_busy() -> bool:
    """Whether some work is going on or its outcome was not told yet."""
    return bool(_going)


def wait_for_all(milliseconds: int = 5_000) -> bool:
    """Waits until no work is going on, at the window's end; False when time ran out."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)
