"""Getting packs on this laptop: its places in order, its limits, its trust, put together from its data folder."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Event, Lock, RLock
from typing import TYPE_CHECKING

from content.library.library import Library
from content.packing.opening import open_pack
from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.errors import NoSchoolError
from scuola_digitale.words import say
from sync.packs.difference import Difference
from ui.home import Home
from ui.presenters.pack_travel import Follower, PackNews, StickReport, Travelled
from ui.wanted_packs import WantedPack, WantedPacks

if TYPE_CHECKING:
    from sync.packs.downloading import Tell
    from sync.packs.getting import Novelty, PackGetter
    from sync.packs.http_place import HttpPlace
    from sync.packs.meter import LineMeter
    from sync.packs.places import Place
    from sync.packs.school.keeping import SchoolPack
    from sync.packs.sticks import Exported, StickPlace
    from sync.packs.trust import PackTrust
    from ui.school_lessons import SchoolLessons

# Everything of `sync.packs` is imported where it is used: python-tuf and httpx are not for the window's start.


class PackLine:
    """Where one laptop gets its packs from; any thread may use it, one at a time."""

    def __init__(
        self,
        home: Home,
        library: Library,
        clock: Clock | None = None,
        *,
        near: "Callable[[], list[HttpPlace]]" = list,
        lessons: "Callable[[PackLine], SchoolLessons] | None" = None,
    ) -> None:
        self.home = home
        self._library = library
        self._clock = clock or SystemClock()
        self._near = near
        self.stop = Event()
        self._closing = False
        self._metering = Lock()
        self._meter: LineMeter | None = None
        self._busy = RLock()
        self._wanted = WantedPacks(home.downloads / "da-prendere.json")
        self._followers: list[Follower] = []
        self.lessons = lessons(self) if lessons else None

    def close(self) -> None:
        """Ends what goes on; it is gone on with the next time, since nobody paused it."""
        self._closing = True
        self.stop.set()
        if self.lessons:
            self.lessons.close()

    @property
    def trust(self) -> "PackTrust":
        """Whom this laptop believes."""
        from sync.packs.trust import PackTrust

        return PackTrust(self.home.pack_trust)

    def meter(self) -> "LineMeter":
        """What is known of the line, within the limits that were set."""
        from sync.packs.meter import Limits, LineMeter

        settings = self.home.settings().packs
        limits = Limits(
            daily_bytes=settings.daily_mb * 1_000_000,
            from_hour=settings.from_hour,
            to_hour=settings.to_hour,
        )
        # One for all that goes on at once, as long as the limits are the same: each byte is counted once.
        with self._metering:
            if self._meter is None or self._meter.limits != limits:
                self._meter = LineMeter(self.home.downloads / "linea.json", self._clock, limits)
            return self._meter

    @contextmanager
    def getter(self) -> Iterator["PackGetter"]:
        """Gets packs from the places of the line."""
        with ExitStack() as open_places:
            yield self._getter(self._places(open_places))

    def carried(self) -> tuple[str, ...]:
        """The installed packs that the region offers in this edition, so that they may be carried on."""
        from sync.packs.errors import UnknownOfferError

        getter, found = self._getter([], unheard=True), []
        for pack in self._library.packs():
            with suppress(UnknownOfferError):
                getter.installed_signed(pack.head.pack_id)
                found.append(pack.head.pack_id)
        return tuple(found)

    @contextmanager
    def from_stick(self, folder: Path) -> Iterator[tuple["PackGetter", "StickPlace"]]:
        """Gets packs from a stick alone, without the line. Raises NoPacksHereError."""
        from sync.packs.sticks import stick_place

        place = stick_place(folder)
        yield self._getter([place]), place

    def export(self, pack_ids: Sequence[str], target: Path) -> "Exported":
        """Writes installed packs to a stick, with the newest signatures; see `StickWriter.write`."""
        from sync.packs.sticks import FOLDER, StickPlace, StickWriter

        with ExitStack() as open_places:
            places = [*self._places(open_places), StickPlace(target / FOLDER)]
            getter = self._getter(places, unheard=True)
            return StickWriter(getter, self._library, self.trust).write(pack_ids, target)

    def refuse_stand_in(self, folder: Path) -> None:
        """Lets a built pack pass that is not the region's and does not bear the name of one of its publishers.

        Raises:
            StandInError: it does.
            NotAPackError, PackDamagedError, PackTooNewError, PackUnreadableError: it is no good.
        """
        self._getter([], unheard=True).refuse_stand_in(open_pack(folder, self._library.holds))

    # PackTravel, for the window

    def news(self) -> tuple[PackNews, ...]:
        """What can be had and is not here; see `PackTravel.news`."""
        own = self.lessons.waiting() if self.lessons else ()
        try:
            with self.getter() as getter:
                found = [_news(novelty) for novelty in getter.check() if novelty.is_new]
        except ScuolaError:
            if not own:
                raise
            found = []  # the school's own need no region
        return (*map(_own_news, own), *found)

    def difference(self, pack_id: str) -> Difference:
        """What getting a pack would bring; see `PackTravel.difference`."""
        if self.lessons and self.lessons.is_mine(pack_id):
            return self.lessons.difference(pack_id)
        with self.getter() as getter:
            return getter.difference(pack_id)

    def speed(self) -> float:
        """Bytes a second of the line, as it was measured."""
        return self.meter().speed

    def get(self, pack_id: str, tell: Travelled) -> None:
        """Downloads and installs; see `PackTravel.get`."""
        self._wanted.want(pack_id)
        self._get_wanted(pack_id, tell)

    def waiting(self) -> tuple[WantedPack, ...]:
        """What was asked for and is not done; see `PackTravel.waiting`."""
        return self._wanted.all()

    def forget(self, pack_id: str) -> None:
        """Nobody wants a pack any more; see `PackTravel.forget`."""
        self._wanted.drop(pack_id)

    def follow(self, follower: Follower) -> None:
        """Has somebody told of downloads that go on by themselves; see `PackTravel.follow`."""
        self._followers.append(follower)

    def unfollow(self, follower: Follower) -> None:
        """Tells them no longer."""
        self._followers.remove(follower)

    def go_on(self) -> None:
        """Goes on with every download that was asked for and not paused, where the line may be used now.

        Raises:
            ScuolaError: one has to wait on, and why.
        """
        wanted = [one.pack_id for one in self._wanted.all() if not one.is_paused]
        if not wanted or not self._busy.acquire(blocking=False):
            return  # somebody stands before the window and gets one now
        try:
            self.meter().allow()
            for pack_id in wanted:
                self._go_on_with(pack_id)
        finally:
            self._busy.release()

    def _go_on_with(self, pack_id: str) -> None:
        followers = tuple(self._followers)
        for follower in followers:
            follower.began(pack_id)

        def tell(done: int, whole: int, cuts: tuple[int, ...]) -> None:
            for follower in followers:
                follower.told(done, whole, cuts)

        trouble: ScuolaError | None = None
        try:
            self._get_wanted(pack_id, tell)
        except ScuolaError as error:
            trouble = error
            raise
        finally:
            for follower in followers:
                follower.ended(pack_id, trouble)

    def _get_wanted(self, pack_id: str, tell: Travelled) -> None:
        """Gets a pack; afterwards nobody waits for it, unless it can still come by itself."""
        from sync.packs.errors import GettingStoppedError

        with self._busy:
            self.stop.clear()
            try:
                self._get_now(pack_id, tell)
            except GettingStoppedError:
                if not self._closing:
                    self._wanted.pause(pack_id)
                raise
            except ScuolaError as error:
                if not _may_come_later(error):
                    self._wanted.drop(pack_id)
                raise
            self._wanted.drop(pack_id)

    def _get_now(self, pack_id: str, tell: Travelled) -> None:
        if self._closing:
            self.stop.set()
        if self.lessons and self.lessons.is_mine(pack_id):
            self.lessons.get(pack_id, _heard(tell))
            return
        with self.getter() as getter:
            getter.get(pack_id, _heard(tell))

    def repair(self, pack_id: str, tell: Travelled) -> int:
        """Fetches broken files; see `PackTravel.repair`."""
        with self._busy, self.getter() as getter:
            self.stop.clear()
            return getter.repair(pack_id, _heard(tell))

    def pause(self) -> None:
        """Ends what goes on; what came stays."""
        self.stop.set()

    def import_from(self, folder: Path, tell: Travelled) -> tuple[str, ...] | None:
        """Installs what is new on a stick; see `PackTravel.import_from`."""
        from sync.packs.errors import NoPacksHereError
        from sync.packs.sticks import importable

        self.stop.clear()
        own = self.lessons.visit_stick(folder).came if self.lessons else ()
        try:
            with self._busy, self.from_stick(folder) as (getter, place):
                return own + tuple(
                    getter.get(novelty.pack.pack_id, _heard(tell), edition=novelty.offer.edition).head.title
                    for novelty in importable(getter, place)
                )
        except NoPacksHereError:
            return own or None

    def export_to(self, folder: Path) -> StickReport:
        """Copies packs to a stick; see `PackTravel.export_to`."""
        if self.lessons:
            self.lessons.visit_stick(folder)
        written = self.export(self.carried(), folder)
        return StickReport(len(written.packs), written.size, written.is_fresh)

    def _getter(self, places: Sequence["Place"], *, unheard: bool = False) -> "PackGetter":
        from sync.packs.getting import PackGetter

        return PackGetter(
            self._library,
            self.trust,
            places,
            self.home.downloads,
            self.meter(),
            school_id=self._school_id(),
            stop=self.stop,
            unheard=unheard,
            kept=self._passed(),
        )

    def _passed(self) -> list["Place"]:
        """What passed through here when this laptop was a hub."""
        from sync.packs.places import FolderPlace

        folder = self.home.downloads / "passati"
        return [FolderPlace(folder)] if folder.is_dir() else []

    def _places(self, open_places: ExitStack) -> list["Place"]:
        """The places of the line, in the order in which they are asked: the hubs, then what is farther."""
        near = self._near()
        for place in near:
            open_places.callback(place.close)
        return [*near, *self._region_places(open_places)]

    def far_places(self, open_places: ExitStack) -> list["Place"]:
        """Where a hub fetches what it lacks: the region's packs, then the school's own sealed pieces there."""
        own = self.lessons.region_places(open_places) if self.lessons else []
        return [*self._region_places(open_places), *own]

    def _region_places(self, open_places: ExitStack) -> list["Place"]:
        from sync.packs.http_place import HttpPlace
        from ui.school_lessons import region_trust

        settings = self.home.settings()
        found = [HttpPlace(mirror, say("la copia della regione")) for mirror in settings.packs.mirrors]
        if settings.region_url:
            trust = region_trust(self.home)
            found.append(HttpPlace(f"{settings.region_url.rstrip('/')}/packs", trust=trust))
        for place in found:
            open_places.callback(place.close)
        return list(found)

    def _school_id(self) -> str:
        """The school's pseudonym, empty for a laptop of no school."""
        from scuola_digitale.storage.identity import read_identity

        try:
            return read_identity(self.home.school).school.hex()
        except NoSchoolError:
            return ""


def _news(novelty: "Novelty") -> PackNews:
    return PackNews(
        pack_id=novelty.pack.pack_id,
        title=novelty.pack.title,
        area=novelty.pack.area,
        edition=novelty.offer.edition,
        installed=novelty.installed,
        lessons=novelty.offer.lessons,
        size=novelty.offer.size,
    )


def _own_news(pack: "SchoolPack") -> PackNews:
    return PackNews(
        pack_id=pack.pack_id,
        title=pack.offer.title,
        area=pack.offer.area,
        edition=pack.offer.edition,
        installed=pack.installed,
        lessons=pack.offer.lessons,
        size=pack.offer.size,
    )


def _may_come_later(error: ScuolaError) -> bool:
    """Whether nobody has to do anything for a download to go on: the line comes back, the hour, the next day."""
    from sync.errors import SyncError
    from sync.packs.errors import BudgetSpentError, NotHereError, OutsideHoursError, TrustExpiredError

    return isinstance(
        error, SyncError | OutsideHoursError | BudgetSpentError | NotHereError | TrustExpiredError
    )


def _heard(tell: Travelled) -> "Tell":
    return lambda progress: tell(progress.done, progress.total, progress.cuts)
