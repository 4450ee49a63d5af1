"""One laptop and its region: a sync, told as a report."""

import logging
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, Protocol

import msgspec

from scuola_digitale.clock import Clock
from scuola_digitale.errors import ScuolaError
from scuola_digitale.format.signing import sign
from scuola_digitale.storage.replica import Replica
from sync.conversation import Conversation, Traffic
from sync.errors import LineDownError
from sync.http_carrier import HttpLine
from sync.line import Line
from sync.memory import MemoryFile

MEMORY_NAME: Final = "regioni"

_log = logging.getLogger(__name__)


class SyncReport(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a sync.

    Attributes:
        sent: facts of this laptop that the region took.
        received: facts that came down.
        requests: how many were made.
        bytes_up, bytes_down: of their bodies.
        seconds: how long it took.
        at_ms: when it ended, by this laptop's clock.
        problem: what went wrong; None if both sides hold the same now.
    """

    sent: int
    received: int
    requests: int
    bytes_up: int
    bytes_down: int
    seconds: float
    at_ms: int
    problem: ScuolaError | None = None

    @property
    def good(self) -> bool:
        """Whether both sides hold the same now."""
        return self.problem is None


class DeviceIdentity(Protocol):
    """A laptop's own key."""

    @property
    def device(self) -> bytes:
        """The device's 16-byte id."""
        ...

    @property
    def device_seed(self) -> bytes:
        """The secret seed (32 bytes) of its signing key."""
        ...


class SyncingSchool(Protocol):
    """What a sync needs of a school's memory on this laptop; `School` in storage is one."""

    @property
    def school_id(self) -> bytes:
        """The school's 16-byte id."""
        ...

    @property
    def replica(self) -> Replica:
        """Its facts."""
        ...

    @property
    def identity(self) -> DeviceIdentity:
        """Who this laptop is."""
        ...

    @property
    def folder(self) -> Path:
        """The laptop's data folder."""
        ...

    def note_exchange(self, problem: str = "") -> None:
        """Notes how it went: well, or the problem in words."""
        ...


class Syncer:
    """Syncs one school's memory with one region; one thread at a time, `interrupt` from any.

    Args:
        school: the memory, over a connection of the thread that syncs.
        region_url: `https://host[:port]`.
        clock: for times that are told; never for time-outs.
        open_line: for tests and other carriers; HTTP by default.
        stopwatch: seconds that only grow.
    """

    def __init__(
        self,
        school: SyncingSchool,
        region_url: str,
        clock: Clock,
        *,
        open_line: Callable[[str], Line] = HttpLine,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        self._school = school
        self._region_url = region_url
        self._clock = clock
        self._memory = MemoryFile(school.folder / MEMORY_NAME)
        self._open_line = open_line
        self._stopwatch = stopwatch
        self._line: Line | None = None
        self._stopped = False
        self._shown_key = b""

    def show_key(self, key: bytes) -> None:
        """Remembers the TLS key that the other side showed, as a hash."""
        self._shown_key = key

    def sync_once(self) -> SyncReport:
        """Syncs until both sides hold the same; a failure is in the report, and what was acknowledged stays so."""
        began = self._stopwatch()
        remembered = self._memory.load(self._region_url)
        conversation: Conversation | None = None
        problem: ScuolaError | None = None
        try:
            conversation = Conversation(
                self._school.replica,
                self._kept_line(),
                device=self._school.identity.device,
                sign=partial(sign, self._school.identity.device_seed),
                school_id=self._school.school_id.hex(),
                memory=remembered,
                clock=self._clock,
                stopped=lambda: self._stopped,
            )
            conversation.run()
        except ScuolaError as error:
            _log.info("sync with %s failed: %r", self._region_url, error)
            problem = error
            self._drop_line()
        remembered.shown_key = self._shown_key or remembered.shown_key
        self._memory.save(self._region_url, remembered)
        return self._report(conversation, self._noted(problem), self._stopwatch() - began)

    def _noted(self, problem: ScuolaError | None) -> ScuolaError | None:
        """Notes how it went; gives the problem, or why not even that could be written."""
        if self._stopped:  # what we ended ourselves is no problem, and the memory may be closed by now
            return problem
        try:
            self._school.note_exchange(f"{problem.message} {problem.remedy}" if problem else "")
        except ScuolaError as error:
            _log.warning("the exchange could not be noted: %r", error)
            return problem or error
        return problem

    def interrupt(self) -> None:
        """Ends the sync that goes on, at once; those to come end before they begin."""
        self._stopped = True
        line = self._line
        if line is not None:
            line.interrupt()

    def close(self) -> None:
        """Lets go of the line."""
        self._drop_line()

    def _kept_line(self) -> Line:
        if self._stopped:
            raise LineDownError
        if self._line is None:
            self._line = self._open_line(self._region_url)
        return self._line

    def _drop_line(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def _report(
        self, conversation: Conversation | None, problem: ScuolaError | None, seconds: float
    ) -> SyncReport:
        traffic = conversation.traffic if conversation else Traffic()
        return SyncReport(
            sent=conversation.client.sent if conversation else 0,
            received=conversation.client.received if conversation else 0,
            requests=traffic.requests,
            bytes_up=traffic.bytes_up,
            bytes_down=traffic.bytes_down,
            seconds=seconds,
            at_ms=self._clock.now_ms(),
            problem=problem,
        )
