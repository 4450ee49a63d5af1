"""Getting packs on this laptop: its places in order, its limits, its trust, put together from its data folder."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from content.library.library import Library
from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.storage.errors import NoSchoolError
from ui.home import Home

if TYPE_CHECKING:
    from sync.packs.getting import PackGetter
    from sync.packs.meter import LineMeter
    from sync.packs.places import Place
    from sync.packs.sticks import Exported, StickPlace
    from sync.packs.trust import PackTrust

# Everything of `sync.packs` is imported where it is used: python-tuf and httpx are not for the window's start.


class PackLine:
    """Where one laptop gets its packs from; any thread may use it, one at a time."""

    def __init__(self, home: Home, library: Library, clock: Clock | None = None) -> None:
        self._home = home
        self._library = library
        self._clock = clock or SystemClock()
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
        found = [HttpPlace(mirror, "la copia della regione") for mirror in settings.packs.mirrors]
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
