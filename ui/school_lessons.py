"""The school's own lessons on this laptop: offered, taken back, fetched, entrusted to region and hubs, put on sticks."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING

from content.library.library import Library
from content.problems import Problem
from scuola_digitale.clock import Clock
from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import Author
from scuola_digitale.storage.school_store import School
from ui.home import Home
from ui.presenters.offering import LessonCheck, OwnPack

if TYPE_CHECKING:
    import ssl

    from sync.line import Line
    from sync.packs.difference import Difference
    from sync.packs.downloading import Tell
    from sync.packs.http_place import HttpPlace
    from sync.packs.meter import LineMeter
    from sync.packs.places import Place
    from sync.packs.school.keeping import Cared, SchoolPack, SchoolPackKeeper
    from sync.packs.school.offering import Offered, PackOffering
    from sync.packs.school.store import SealedStore

# Everything of `sync.packs` is imported where it is used: httpx and PyNaCl are not for the window's start.


class SchoolLessons:
    """What a laptop does with the school's own packs; any thread may ask, one at a time is served.

    Args:
        home: its data folder.
        school: its memory.
        library: where packs are installed.
        clock: this laptop's.
        meter: what the line may be used for, made anew each time.
        near: the hubs as places.
        hubs: where the hubs are.
        open_hub: the line to one of them.
        stop: when set, a download that somebody asked for ends.
        offered: called after lessons were offered or taken back.
    """

    def __init__(
        self,
        home: Home,
        school: School,
        library: Library,
        clock: Clock,
        *,
        meter: "Callable[[], LineMeter]",
        near: "Callable[[], list[HttpPlace]]" = list,
        hubs: Callable[[], Sequence[str]] = tuple,
        open_hub: "Callable[[str], Line] | None" = None,
        stop: Event | None = None,
        offered: Callable[[], None] = lambda: None,
    ) -> None:
        self._home = home
        self._school = school
        self._library = library
        self._clock = clock
        self._meter = meter
        self._near = near
        self._hubs = hubs
        self._open_hub = open_hub or self._open_region
        self._stop = stop or Event()
        self._offered = offered
        self._closing = Event()
        self._line_lock = (
            Lock()
        )  # what comes over the line takes its time: nobody who offers lessons waits for it
        self._lock = Lock()

    def close(self) -> None:
        """Ends what goes on by itself; it goes on the next time."""
        self._closing.set()

    @property
    def store(self) -> "SealedStore":
        """Where the sealed pieces lie."""
        from sync.packs.school.store import SealedStore

        return SealedStore(self._home.lessons)

    def is_mine(self, pack_id: str) -> bool:
        """Whether a pack is of this school's own."""
        from scuola_digitale.domain.school_packs import school_publisher

        return pack_id.startswith(school_publisher(self._school.school_id.hex()) + "/")

    def waiting(self) -> "tuple[SchoolPack, ...]":
        """The school's packs that are not here in the edition that counts."""
        return tuple(pack for pack in self._keeper([]).packs() if not pack.is_here)

    def get(self, pack_id: str, tell: "Tell | None" = None) -> None:
        """Brings and installs a pack of the school; see `SchoolPackKeeper.get`."""
        with self._line_lock, self._over_the_line() as keeper:
            keeper.get(pack_id, tell)

    def difference(self, pack_id: str) -> "Difference":
        """What getting it would bring; see `SchoolPackKeeper.difference`."""
        with self._line_lock, self._over_the_line() as keeper:
            return keeper.difference(pack_id)

    def care(self) -> "Cared":
        """Gets what comes by itself, removes what was withdrawn, entrusts what is here to region and hubs.

        Raises:
            ScuolaError: some of it has to wait, and why; the rest was done.
        """
        with self._line_lock, ExitStack() as open_places:
            keeper = self._keeper([], stop=self._closing)
            if any(pack.comes_by_itself and not pack.is_here for pack in keeper.packs()):
                keeper = self._keeper(self._places(open_places), stop=self._closing)
            cared = keeper.care()
            self._entrust(keeper)
        if cared.troubles:
            raise cared.troubles[0]
        return cared

    def visit_stick(self, folder: Path) -> "Cared":
        """Takes from a stick what is new, and leaves on it all that the school offers.

        Raises:
            DiskFullError, DiskRefusedError: the stick is full, or pulled out.
        """
        from sync.packs.school.stick import leave_lessons, lessons_place

        school_id = self._school.school_id.hex()
        with self._line_lock:
            keeper = self._keeper([lessons_place(folder, school_id)])
            cared = keeper.care()
            wanted, unwanted = keeper.wanted_and_not()
            leave_lessons(folder, school_id, self.store, wanted, unwanted)
        return cared

    # OwnLessons, for the window

    def packs(self, author: Author | None = None) -> tuple[OwnPack, ...]:
        """What the school offers; see `OwnLessons.packs`. Without an author none of it is theirs."""
        names = {member.staff_id: member.name for member in self._school.all_staff()}
        keeper = self._keeper([])
        return tuple(
            OwnPack(
                pack_id=pack.pack_id,
                title=pack.offer.title,
                area=pack.offer.area,
                edition=pack.offer.edition,
                lessons=pack.offer.lessons,
                size=pack.offer.size,
                author=names.get(pack.author, ""),
                is_mine=author is not None and pack.author == author.staff_id,
                is_here=pack.is_here,
            )
            for pack in keeper.packs()
        )

    def check(self, folder: Path) -> LessonCheck:
        """What the checker says of a folder; see `OwnLessons.check`."""
        from content.reading import read_pack  # late: Markdown and YAML

        source, problems = read_pack(folder)
        title = source.head.title if source else folder.name
        lessons = len(source.lessons) if source else 0
        return LessonCheck(title=title, lessons=lessons, problems=_mistakes_first(problems))

    def offer(self, folder: Path, author: Author) -> "Offered":
        """Offers the lessons in a folder to the school, and puts them into this library; see `PackOffering.offer`."""
        with self._lock:
            keeper = self._keeper([])
            offered = self._offering(keeper).offer(folder, author)
            keeper.get(offered.pack_id)
        self._offered()
        return offered

    def withdraw(self, pack_id: str, author: Author) -> str:
        """Takes a pack back, from this library too; see `PackOffering.withdraw`."""
        roles = {member.staff_id: member.role for member in self._school.staff()}
        with self._lock:
            keeper = self._keeper([])
            title = self._offering(keeper).withdraw(
                pack_id, author, is_technician=roles.get(author.staff_id) == "tecnico"
            )
            keeper.care()
        self._offered()
        return title

    def begin(self, folder: Path) -> None:
        """Writes a small pack to be changed into an empty folder; see `OwnLessons.begin`."""
        from content.starting import new_pack  # late, as the reader

        new_pack(folder)

    def _offering(self, keeper: "SchoolPackKeeper") -> "PackOffering":
        from sync.packs.school.offering import PackOffering

        return PackOffering(self._school, self._library, self.store, keeper)

    @contextmanager
    def _over_the_line(self) -> Iterator["SchoolPackKeeper"]:
        with ExitStack() as open_places:
            yield self._keeper(self._places(open_places))

    def _keeper(self, places: "Sequence[Place]", stop: Event | None = None) -> "SchoolPackKeeper":
        from sync.packs.downloading import PATIENCE, Downloader
        from sync.packs.school.keeping import SchoolPackKeeper

        patience = () if stop is not None else PATIENCE  # what goes on by itself is tried again later
        downloader = Downloader(places, self._meter(), stop=stop or self._stop, patience=patience)
        return SchoolPackKeeper(self._school, self._library, self.store, self._home.downloads, downloader)

    def _places(self, open_places: ExitStack) -> "list[Place]":
        """Where pieces may be had: the hubs, then the region."""
        near = self._near()
        for place in near:
            open_places.callback(place.close)
        return [*near, *self.region_places(open_places)]

    def region_places(self, open_places: ExitStack) -> "list[Place]":
        """Where the region keeps the school's pieces; nowhere for a school without one."""
        from sync.packs.http_place import HttpPlace

        address = self._home.settings().region_url.rstrip("/")
        if not address:
            return []
        school = f"{address}/schools/{self._school.school_id.hex()}"
        place = HttpPlace(school, trust=region_trust(self._home))
        open_places.callback(place.close)
        return [place]

    def _entrust(self, keeper: "SchoolPackKeeper") -> None:
        """Brings to each hub, and to the region, what they lack; drops what no pack needs once the region knows."""
        from sync.packs.school.errors import NoDepositError

        address = self._home.settings().region_url
        troubles: list[ScuolaError] = []
        for hub in self._hubs():
            with suppress(NoDepositError), _gathered(troubles):
                self._entrust_to(keeper, hub, self._open_hub, is_last=False)
        with _gathered(troubles):
            try:
                if address:
                    self._entrust_to(keeper, address, self._open_region, meter=self._meter())
            except NoDepositError:
                address = ""
        if not address:
            self.store.let_go(keeper.wanted_and_not()[1])
        if troubles:
            raise troubles[0]

    def _open_region(self, address: str) -> "Line":
        from sync.http_carrier import HttpLine

        return HttpLine(address, trust=region_trust(self._home))

    def _entrust_to(
        self,
        keeper: "SchoolPackKeeper",
        address: str,
        open_line: "Callable[[str], Line]",
        *,
        meter: "LineMeter | None" = None,
        is_last: bool = True,
    ) -> None:
        """`meter` counts what goes over a line that costs something."""
        from sync.packs.school.deposit import Deposit
        from sync.packs.school.keeping import debt_to, entrust

        mark = hashlib.blake2b(address.encode(), digest_size=8).hexdigest()
        memory = self._home.lessons / f"affidati-{mark}"
        debt = debt_to(keeper, memory, is_last=is_last)
        if debt is None:
            return
        line = open_line(address)
        deposit = Deposit(
            self._school,
            address,
            line,
            self._clock,
            allow=meter.allow if meter else _at_any_time,
            count=meter.count if meter else _uncounted,
            stopped=self._closing.is_set,
        )
        try:
            entrust(debt, self.store, deposit, memory)
        finally:
            line.close()


def region_trust(home: Home) -> "ssl.SSLContext | None":
    """Whom TLS to the region believes; None for one that is reached without TLS."""
    from sync.tls import believing

    settings = home.settings()
    return believing(settings.line.authority) if settings.region_url.startswith("https:") else None


@contextmanager
def _gathered(troubles: list[ScuolaError]) -> Iterator[None]:
    """Keeps a trouble for later, so that the other ways are tried too."""
    try:
        yield
    except ScuolaError as error:
        troubles.append(error)


def _mistakes_first(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda one: (not one.blocking, one)))


def _at_any_time() -> None:
    """A hub costs nobody's line."""


def _uncounted(_size: int) -> None:
    """A hub costs nobody's line."""
