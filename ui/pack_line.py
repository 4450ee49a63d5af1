"""Getting packs on this laptop: its places in order, its limits, its trust, put together from its data folder."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from content.library.library import Library
from content.packing.opening import open_pack
from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.storage.errors import NoSchoolError
from scuola_digitale.words import say
from sync.packs.difference import Difference
from ui.home import Home
from ui.presenters.desk import PackNews, StickReport, Travelled

if TYPE_CHECKING:
    from sync.packs.downloading import Tell
    from sync.packs.getting import PackGetter
    from sync.packs.http_place import HttpPlace
    from sync.packs.meter import LineMeter
    from sync.packs.places import Place
    from sync.packs.sticks import Exported, StickPlace
    from sync.packs.trust import PackTrust

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
    ) -> None:
        self._home = home
        self._library = library
        self._clock = clock or SystemClock()
        self._near = near
        self.stop = Event()

    @property
    def trust(self) -> "PackTrust":
        """Whom this laptop believes."""
        from sync.packs.trust import PackTrust

        return PackTrust(self._home.pack_trust)

    def meter(self) -> "LineMeter":
        """What is known of the line, within the limits that were set."""
        from sync.packs.meter import Limits, LineMeter

        settings = self._home.settings().packs
        limits = Limits(
            daily_bytes=settings.daily_mb * 1_000_000,
            from_hour=settings.from_hour,
            to_hour=settings.to_hour,
        )
        return LineMeter(self._home.downloads / "linea.json", self._clock, limits)

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
        """What the region has that is not here; see `PackTravel.news`."""
        with self.getter() as getter:
            return tuple(
                PackNews(
                    pack_id=novelty.pack.pack_id,
                    title=novelty.pack.title,
                    area=novelty.pack.area,
                    edition=novelty.offer.edition,
                    installed=novelty.installed,
                    lessons=novelty.offer.lessons,
                    size=novelty.offer.size,
                )
                for novelty in getter.check()
                if novelty.is_new
            )

    def difference(self, pack_id: str) -> Difference:
        """What getting a pack would bring; see `PackTravel.difference`."""
        with self.getter() as getter:
            return getter.difference(pack_id)

    def speed(self) -> float:
        """Bytes a second of the line, as it was measured."""
        return self.meter().speed

    def get(self, pack_id: str, tell: Travelled) -> None:
        """Downloads and installs; see `PackTravel.get`."""
        self.stop.clear()
        with self.getter() as getter:
            getter.get(pack_id, _heard(tell))

    def repair(self, pack_id: str, tell: Travelled) -> int:
        """Fetches broken files; see `PackTravel.repair`."""
        self.stop.clear()
        with self.getter() as getter:
            return getter.repair(pack_id, _heard(tell))

    def pause(self) -> None:
        """Ends what goes on; what came stays."""
        self.stop.set()

    def import_from(self, folder: Path, tell: Travelled) -> tuple[str, ...] | None:
        """Installs what is new on a stick; see `PackTravel.import_from`."""
        from sync.packs.errors import NoPacksHereError
        from sync.packs.sticks import importable

        self.stop.clear()
        try:
            with self.from_stick(folder) as (getter, place):
                return tuple(
                    getter.get(novelty.pack.pack_id, _heard(tell), edition=novelty.offer.edition).head.title
                    for novelty in importable(getter, place)
                )
        except NoPacksHereError:
            return None

    def export_to(self, folder: Path) -> StickReport:
        """Copies packs to a stick; see `PackTravel.export_to`."""
        written = self.export(self.carried(), folder)
        return StickReport(len(written.packs), written.size, written.is_fresh)

    def _getter(self, places: Sequence["Place"], *, unheard: bool = False) -> "PackGetter":
        from sync.packs.getting import PackGetter

        return PackGetter(
            self._library,
            self.trust,
            places,
            self._home.downloads,
            self.meter(),
            school_id=self._school_id(),
            stop=self.stop,
            unheard=unheard,
        )

    def _places(self, open_places: ExitStack) -> list["Place"]:
        """The places of the line, in the order in which they are asked."""
        from sync.packs.http_place import HttpPlace

        settings = self._home.settings()
        found = self._near()
        found += [HttpPlace(mirror, say("la copia della regione")) for mirror in settings.packs.mirrors]
        if settings.region_url:
            found.append(HttpPlace(f"{settings.region_url.rstrip('/')}/packs"))
        for place in found:
            open_places.callback(place.close)
        return list(found)

    def _school_id(self) -> str:
        """The school's pseudonym, empty for a laptop of no school."""
        from scuola_digitale.storage.identity import read_identity

        try:
            return read_identity(self._home.school).school.hex()
        except NoSchoolError:
            return ""


def _heard(tell: Travelled) -> "Tell":
    return lambda progress: tell(progress.done, progress.total, progress.cuts)
