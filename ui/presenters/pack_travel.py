"""What the window may ask of packs that come from elsewhere: the region, a hub, a stick."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from scuola_digitale.domain.school_terms import Area
from scuola_digitale.errors import ScuolaError
from sync.packs.difference import Difference


class PackNews(msgspec.Struct, frozen=True, kw_only=True):
    """A pack that the region offers and that is not here in this edition; `installed` is None for a new pack."""

    pack_id: str
    title: str
    area: Area
    edition: int
    installed: int | None
    lessons: int
    size: int


class StickReport(msgspec.Struct, frozen=True):
    """What was copied to a stick: how many packs, bytes written now, whether the region was heard before."""

    packs: int
    size: int
    is_fresh: bool


Travelled = Callable[[int, int, tuple[int, ...]], None]
"""Hears bytes done, bytes in all, and the points where the line fell; from any thread."""


class AskedFor(Protocol):
    """A pack that somebody asked for and that is not here yet."""

    @property
    def pack_id(self) -> str:
        """Which."""
        ...

    @property
    def is_paused(self) -> bool:
        """Whether whoever asked paused it; if not, it goes on by itself as soon as it can."""
        ...


class Follower(Protocol):
    """Who hears of downloads that go on by themselves; called from any thread."""

    def began(self, pack_id: str) -> None:
        """One goes on."""
        ...

    def told(self, done: int, whole: int, cuts: tuple[int, ...]) -> None:
        """How far it is."""
        ...

    def ended(self, pack_id: str, trouble: ScuolaError | None) -> None:
        """It came, or has to wait again."""
        ...


class PackTravel(Protocol):
    """Packs that come over the line or on a stick; everything here is long, and raises a ScuolaError in words."""

    def news(self) -> tuple[PackNews, ...]:
        """What the region has that is not here."""
        ...

    def difference(self, pack_id: str) -> Difference:
        """What getting a pack would bring."""
        ...

    def speed(self) -> float:
        """Bytes a second of the line; 0 where it was never measured."""
        ...

    def get(self, pack_id: str, tell: Travelled) -> None:
        """Downloads and installs a pack, going on from where it was."""
        ...

    def waiting(self) -> Sequence[AskedFor]:
        """What was asked for and is not here yet: it goes on by itself, unless it was paused."""
        ...

    def forget(self, pack_id: str) -> None:
        """Nobody wants it any more; what came of it stays."""
        ...

    def follow(self, follower: Follower) -> None:
        """Has somebody told of what goes on by itself."""
        ...

    def unfollow(self, follower: Follower) -> None:
        """Tells them no longer."""
        ...

    def repair(self, pack_id: str, tell: Travelled) -> int:
        """Fetches a pack's broken files, and only those; gives how many they were."""
        ...

    def pause(self) -> None:
        """Ends what goes on, from any thread; what came stays."""
        ...

    def import_from(self, folder: Path, tell: Travelled) -> tuple[str, ...] | None:
        """Installs what is new on a stick and gives the titles; None where the folder holds no packs of a region."""
        ...

    def refuse_stand_in(self, folder: Path) -> None:
        """Raises a ScuolaError for a built pack that bears the name of one of the region's publishers, unsigned."""
        ...

    def export_to(self, folder: Path) -> StickReport:
        """Copies to a stick the packs that may be carried on."""
        ...
