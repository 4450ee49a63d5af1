"""The hubs of a school as this laptop reaches them for packs, and what it passes on when it is one itself."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from scuola_digitale.clock import Clock
from scuola_digitale.storage.school_store import School
from ui.region_line import RegionLine

if TYPE_CHECKING:
    from sync.line import Line
    from sync.packs.http_place import HttpPlace
    from sync.packs.passing_place import PassingPlace
    from sync.packs.places import Place
    from ui.pack_line import PackLine
    from ui.shelf import Shelf

# Everything of `sync` is imported where it is used: it brings TLS and httpx.


class HubWays:
    """Where hubs are the line knows; that they are of the school is made sure each time."""

    def __init__(self, line: RegionLine, school: School, clock: Clock) -> None:
        self._line = line
        self._school = school
        self._clock = clock

    def places(self) -> "list[HttpPlace]":
        """The hubs as places that have packs; one that is not there is passed over."""
        from sync.errors import SyncError
        from sync.hub.gate import admitted_key
        from sync.hub.line import hub_trust
        from sync.packs.http_place import HttpPlace

        found = []
        for address in self._line.hubs():
            with suppress(SyncError):
                trust = hub_trust(address, partial(admitted_key, self._school.replica, self._clock))
                place = HttpPlace(f"{address.rstrip('/')}/packs", "l’hub", is_near=True, trust=trust)
                found.append(place)
        return found

    def open(self, address: str) -> "Line":
        """The line to one of them. Raises as `open_hub_line`."""
        from sync.hub.gate import admitted_key
        from sync.hub.line import open_hub_line

        return open_hub_line(address, partial(admitted_key, self._school.replica, self._clock))


def passed_on(travel: "PackLine", shelf: "Shelf") -> "PassingPlace":
    """What a hub passes on of packs: what it holds, and from the region what it lacks, once for all who ask."""
    from sync.packs.held_place import HeldPlace
    from sync.packs.passing_place import PassingPlace

    @contextmanager
    def far() -> "Iterator[Sequence[Place]]":
        with ExitStack() as open_places:
            yield travel.far_places(open_places)

    home = travel.home
    held = HeldPlace(shelf, travel.trust, home.downloads, sealed=home.lessons)
    return PassingPlace(held, far, home.downloads / "passati", travel.meter)
