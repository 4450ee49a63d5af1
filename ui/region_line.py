"""The line to the region as the window sees it: it exchanges by itself, and tells how it went."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from scuola_digitale.clock import Clock
from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.school_store import School
from ui.home import Home
from ui.presenters.desk import ExchangeLine

if TYPE_CHECKING:
    from sync.loop import SyncLoop
    from sync.syncer import Syncer, SyncReport

KEPT = 20
"""How many past exchanges the technician's page remembers."""


class NoRegionError(ScuolaError):
    """No region's address is known."""

    def __init__(self) -> None:
        super().__init__(
            "Questo portatile non conosce l'indirizzo della regione.",
            remedy="Il tecnico lo scrive nella pagina Sincronizzazione, con il codice dato dalla regione.",
        )


class RegionLine:
    """Exchanges with the region in the background; a school without a region works too."""

    def __init__(self, home: Home, school: School, clock: Clock) -> None:
        self._home = home
        self._school = school
        self._clock = clock
        self._address = home.settings().region_url
        self._recent: deque[ExchangeLine] = deque(maxlen=KEPT)
        self._listeners: list[Callable[[], None]] = []
        self._loop: SyncLoop | None = None
        self._running = False
        self._begun = False

    def start(self) -> None:
        """Begins to exchange by itself, where there is a region."""
        self._begun = True
        if self._address and self._loop is None:
            from sync.loop import SyncLoop  # late: the first paint does not wait for the line

            self._loop = SyncLoop(self._open_syncer)
            self._loop.add_listener(self._ended)
            self._running = True
            self._loop.start()
            self._tell()

    def sync_once(self, address: str = "") -> "SyncReport":
        """Exchanges now and waits for it; an address given is remembered when it worked.

        Raises:
            NoRegionError: no address is known.
            SyncError: the exchange did not go through; what was acknowledged stays.
        """
        wanted = address or self._address
        if not wanted:
            raise NoRegionError
        syncer = self._syncer(wanted)
        try:
            report = syncer.sync_once()
        finally:
            syncer.close()
        self._note(report)
        if report.problem is not None:
            raise report.problem
        self.remember(wanted)
        return report

    def connect(self, address: str) -> None:
        """Takes a region's address, another than before perhaps, and exchanges with that one from now on."""
        self.close()
        self._running = False
        self.remember(address)
        if self._begun:
            self.start()
        self._tell()

    def remember(self, address: str) -> None:
        """Keeps the region's address for the next times."""
        self._address = address
        self._home.remember_region(address)

    # What the window asks

    def address(self) -> str:
        """Where the region is; empty for a school without one."""
        return self._address

    def is_running(self) -> bool:
        """Whether an exchange is going on now."""
        return self._running

    def recent(self) -> tuple[ExchangeLine, ...]:
        """The latest exchanges, newest first."""
        return tuple(self._recent)

    def sync_now(self) -> None:
        """Asks for an exchange now; returns at once."""
        if self._loop is not None:
            self._running = True
            self._loop.sync_now()
            self._tell()

    def visit_stick(self, stick: Path) -> ExchangeLine:
        """Takes in what a stick brings and leaves on it what it lacks; see `sync.stick.visit`."""
        from sync.stick import visit  # late, as above

        at_ms = self._clock.now_ms()
        try:
            report = visit(stick, self._school.school_id.hex(), self._school.replica)
        except ScuolaError as error:
            self._recent.appendleft(
                ExchangeLine(at_ms=at_ms, sent=0, received=0, problem=error.message, by_stick=True)
            )
            self._tell()
            raise
        line = ExchangeLine(at_ms=at_ms, sent=report.written, received=report.received, by_stick=True)
        self._recent.appendleft(line)
        self._tell()
        return line

    def news(self) -> None:
        """Something was written here: it goes within seconds."""
        if self._loop is not None:
            self._loop.news()

    def on_change(self, tell: Callable[[], None]) -> None:
        """Has `tell` called, from any thread, when an exchange begins or ends."""
        self._listeners.append(tell)

    def close(self) -> None:
        """Stops exchanging, in the middle of one too."""
        if self._loop is not None:
            self._loop.stop()
            self._loop = None

    @contextmanager
    def _open_syncer(self) -> Iterator["Syncer"]:
        syncer = self._syncer(self._address)
        try:
            yield syncer
        finally:
            syncer.close()

    def _syncer(self, address: str) -> "Syncer":
        from sync.syncer import Syncer  # late, as above

        return Syncer(self._school, address, self._clock)

    def _ended(self, report: "SyncReport") -> None:
        self._running = False
        self._note(report)
        self._tell()

    def _note(self, report: "SyncReport") -> None:
        problem = report.problem.message if report.problem else ""
        line = ExchangeLine(at_ms=report.at_ms, sent=report.sent, received=report.received, problem=problem)
        self._recent.appendleft(line)

    def _tell(self) -> None:
        for tell in self._listeners:
            tell()
