"""The line to the region as the window sees it: it exchanges by itself, and tells how it went."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from scuola_digitale.clock import Clock
from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.school_store import School
from scuola_digitale.words import say
from ui.home import Home
from ui.presenters.desk import ExchangeLine

if TYPE_CHECKING:
    from sync.allowance import LineLimits
    from sync.hub.guest import HubGuest
    from sync.line import Line
    from sync.loop import Syncing, SyncLoop
    from sync.syncer import Syncer, SyncReport
    from sync.ways import Ways

KEPT = 20
"""How many past exchanges the technician's page remembers."""

NEWS_SECONDS = 15.0
HEARD_SECONDS = 1.0
"""How long what was written waits for more to go with it: a region is far, a hub is in the building."""


class NoRegionError(ScuolaError):
    """No region's address is known."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo portatile non conosce l’indirizzo della regione."),
            remedy=say(
                "Lo scrive il tecnico nella pagina Sincronizzazione. Oppure: «scuola-digitale sync --region https://…»."
            ),
        )


class RegionLine:
    """Exchanges with the region in the background; a school without a region works too.

    `also_on_stick` is called with a stick after the facts on it were exchanged: what they speak of may be there too.
    """

    def __init__(self, home: Home, school: School, clock: Clock) -> None:
        self._home = home
        self._school = school
        self._clock = clock
        self._address = home.settings().region_url
        self._recent: deque[ExchangeLine] = deque(maxlen=KEPT)
        self._listeners: list[Callable[[], None]] = []
        self._loop: SyncLoop | None = None
        self._guest: HubGuest | None = None
        self._ways: Ways | None = None
        self._running = False
        self._begun = False
        self._listens = False
        self.also_on_stick: Callable[[Path], None] = lambda _stick: None

    def start(self, *, listen: bool = False) -> None:
        """Begins to exchange by itself, with whatever there is.

        Args:
            listen: whether to look for a hub on the local network too.
        """
        self._begun = True
        self._listens = self._listens or listen
        if self._ways_are_known() and self._loop is None:
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
        report = self._exchange(self._syncer(wanted))
        self.remember(wanted)
        return report

    def sync_with_hub(self, address: str) -> "SyncReport":
        """Exchanges with a hub now; its address is remembered when it worked.

        Raises:
            SyncError: the exchange did not go through; what was acknowledged stays.
        """
        from sync.hub.guest import hub_syncer  # late: it brings TLS

        report = self._exchange(hub_syncer(self._school, address, self._clock))
        self._home.remember_hub(address)
        return report

    def _exchange(self, syncer: "Syncer") -> "SyncReport":
        """One exchange, noted; raises what stopped it."""
        try:
            report = syncer.sync_once()
        finally:
            syncer.close()
        self._note(report)
        if report.problem is not None:
            raise report.problem
        return report

    def connect(self, address: str) -> None:
        """Takes a region's address, another than before perhaps, and exchanges with that one from now on."""
        self.close()
        self._running = False
        self.remember(address)
        if self._begun:
            self.start()
        self._tell()

    def open_to(self, address: str) -> "Line":
        """A line to a region that is met for the first time, over whatever network this is."""
        from sync.region_syncer import open_region_line
        from sync.tls import DateJudge

        judge = DateJudge(self._clock, self._school.replica.latest_ms)
        return open_region_line(address, judge, authority=self._limits().authority)

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
            if self._ways is not None:
                self._ways.insist()
            self._loop.sync_now()
            self._tell()

    def visit_stick(self, stick: Path) -> ExchangeLine:
        """Takes in what a stick brings and leaves on it what it lacks; see `sync.stick.visit`."""
        from sync.stick import visit  # late, as above

        at_ms = self._clock.now_ms()
        try:
            report = visit(
                stick,
                self._school.school_id.hex(),
                self._school.replica,
                device_key=self._school.replica.device_key,
                gone=self._school.gone,
            )
        except ScuolaError as error:
            self._recent.appendleft(
                ExchangeLine(at_ms=at_ms, sent=0, received=0, problem=error.message, by_stick=True)
            )
            self._tell()
            raise
        self.also_on_stick(stick)
        line = ExchangeLine(at_ms=at_ms, sent=report.written, received=report.received, by_stick=True)
        self._recent.appendleft(line)
        self._tell()
        return line

    def news(self, within: float | None = None) -> None:
        """Something was written here, or at a hub: it goes within seconds, at once where a hub is near."""
        if self._loop is not None:
            near = self._guest is not None and self._guest.addresses()
            seconds = within if within is not None else HEARD_SECONDS if near else NEWS_SECONDS
            self._loop.news(seconds)

    def hubs(self) -> tuple[str, ...]:
        """Where hubs of the school are now, the typed one first."""
        guest, typed = self._guest, self._home.settings().hub_url
        return guest.addresses() if guest is not None else (typed,) if typed else ()

    def on_change(self, tell: Callable[[], None]) -> None:
        """Has `tell` called, from any thread, when an exchange begins or ends."""
        self._listeners.append(tell)

    def close(self) -> None:
        """Stops exchanging, in the middle of one too."""
        if self._loop is not None:
            self._loop.stop()
            self._loop = None

    def _ways_are_known(self) -> bool:
        return bool(self._address or self._home.settings().hub_url or self._listens)

    @contextmanager
    def _open_syncer(self) -> Iterator["Syncing"]:
        from sync.allowance import Allowance  # late, as above
        from sync.ways import Ways

        region = self._syncer(self._address) if self._address else None
        guest = self._guest = self._open_guest()
        ways = self._ways = Ways(
            guest.addresses if guest else _no_hubs,
            guest.syncer if guest else self._syncer,
            region,
            allowance=Allowance(self._home.folder / "linea", self._clock, self._limits),
        )
        try:
            yield ways
        finally:
            self._guest = self._ways = None
            ways.close()
            if guest is not None:
                guest.close()

    def _open_guest(self) -> "HubGuest | None":
        typed = self._home.settings().hub_url
        if not typed and not self._listens:
            return None
        from sync.hub.guest import HubGuest  # late: it brings TLS and the network's names

        heard = partial(self.news, HEARD_SECONDS)
        return HubGuest(self._school, self._clock, typed=typed, listen=self._listens, heard=heard)

    def _syncer(self, address: str) -> "Syncer":
        from sync.region_syncer import region_syncer  # late, as above

        return region_syncer(
            self._school,
            address,
            self._clock,
            known_ms=self._school.replica.latest_ms,
            authority=self._limits().authority,
        )

    def _limits(self) -> "LineLimits":
        return self._home.settings().line

    def _ended(self, report: "SyncReport") -> None:
        self._running = False
        self._note(report)
        self._tell()

    def _note(self, report: "SyncReport") -> None:
        if report.problem is None and not report.requests:
            return  # there was nobody to exchange with
        problem = report.problem.message if report.problem else ""
        line = ExchangeLine(at_ms=report.at_ms, sent=report.sent, received=report.received, problem=problem)
        self._recent.appendleft(line)

    def _tell(self) -> None:
        for tell in self._listeners:
            tell()


def _no_hubs() -> tuple[str, ...]:
    return ()
