"""One laptop put together from its data folder: the school's memory, the shelf and the line to the region."""

import logging
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property, partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.domain.facts import Fact
from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import Author
from scuola_digitale.storage.connection import DATABASE
from scuola_digitale.storage.identity import WAITING
from scuola_digitale.storage.school_store import School
from scuola_digitale.words import say
from ui.home import Home
from ui.presenters.desk import Desk
from ui.region_line import RegionLine

if TYPE_CHECKING:
    from content.search.engine import SearchEngine
    from sync.packs.held_place import HeldPlace
    from sync.packs.http_place import HttpPlace
    from ui.caretaking import Caretaker
    from ui.pack_line import PackLine
    from ui.people_keeping import PeopleKeeper
    from ui.shelf import Shelf


_log = logging.getLogger(__name__)


class NotInASchoolError(ScuolaError):
    """This laptop holds no school."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo portatile non fa ancora parte di una scuola."),
            remedy=say("Per provare il programma scrivi: scuola-digitale demo"),
        )


class TellingSchool(School):
    """A school's memory that tells when something was written here, so that it goes soon."""

    def __init__(self, folder: Path, *, clock: Clock) -> None:
        super().__init__(folder, clock=clock, random=os.urandom)
        self.on_written: Callable[[], None] = _nothing

    def record(self, facts: Sequence[Fact], *, author: Author | None = None) -> None:
        """Writes facts, then tells; see `School.record`."""
        super().record(facts, author=author)
        self.on_written()


def _nothing() -> None:
    """Nobody listens."""


def _care_for(shelf: "Shelf", school: School) -> None:
    for care in (shelf.bring_up_to_date, school.copy_daily):
        try:
            care()
        except ScuolaError as error:
            # Nobody waits for it: the next start tries again, and `doctor` says how the shelf is.
            _log.warning("the laptop could not be cared for: %s", error)


class Laptop:
    """A laptop of a school, open; `opened` closes it."""

    def __init__(self, home: Home, *, clock: Clock | None = None, hint: str = "") -> None:
        self._clock = clock or SystemClock()
        self._hint = hint
        self.home = home
        self.school = TellingSchool(home.school, clock=self._clock)
        self.line = RegionLine(home, self.school, self._clock)
        self.school.on_written = self.line.news
        self._shelf_care: Thread | None = None

    @cached_property
    def shelf(self) -> "Shelf":
        """The library, opened when it is first needed: the sign-in does without."""
        from ui.shelf import Shelf  # late: so that the first paint does not wait for it

        return Shelf(self.home.library, quota=self.home.settings().packs.library_mb * 1_000_000)

    @cached_property
    def care(self) -> "Caretaker":
        """What a technician does here, made when a technician's page or command asks."""
        from ui.caretaking import Caretaker  # late: only who looks after the school pays for it

        return Caretaker(self.home, self.school, self.line)

    @cached_property
    def people(self) -> "PeopleKeeper":
        """What staff do for the pupils, made when a page or command of theirs asks."""
        from ui.people_keeping import PeopleKeeper  # late: only staff pays for it

        return PeopleKeeper(self.school)

    @staticmethod
    def belongs_to_a_school(home: Home) -> bool:
        """Whether the data folder holds a school."""
        # A laptop whose joining was cut short waits to do it again.
        return (home.school / DATABASE).exists() and not (home.school / WAITING).exists()

    @classmethod
    @contextmanager
    def opened(cls, home: Home, *, clock: Clock | None = None, hint: str = "") -> Iterator["Laptop"]:
        """The laptop of a data folder, closed at the end.

        Raises:
            NotInASchoolError: the folder holds no school.
        """
        if not cls.belongs_to_a_school(home):
            raise NotInASchoolError
        laptop = cls(home, clock=clock, hint=hint)
        try:
            yield laptop
        finally:
            laptop.close()

    def desk(self) -> Desk:
        """What the window stands on."""
        return Desk(
            school=self.school,
            open_library=lambda: self.shelf,
            search=self._search,
            sync=self.line,
            clock=self._clock,
            new_work_id=lambda: secrets.token_hex(8),
            hint=self._hint,
            open_care=lambda: self.care,
            open_people=lambda: self.people,
            open_travel=lambda: self.travel,
            remember_language=self.home.remember_language,
        )

    def _search(self) -> "SearchEngine":
        return self.shelf.search_engine()

    @cached_property
    def travel(self) -> "PackLine":
        """Packs that come from the hub, the region, a stick."""
        from ui.pack_line import PackLine  # late: only the page of packs needs it

        return PackLine(self.home, self.shelf, self._clock, near=self._hub_places)

    def _hub_places(self) -> "list[HttpPlace]":
        """The hubs of the school as places that have packs; one that is not there is passed over."""
        from sync.errors import SyncError
        from sync.hub.gate import admitted_key
        from sync.hub.line import hub_trust
        from sync.packs.http_place import HttpPlace

        found = []
        for address in self.line.hubs():
            with suppress(SyncError):
                trust = hub_trust(address, partial(admitted_key, self.school.replica, self._clock))
                place = HttpPlace(f"{address.rstrip('/')}/packs", "l’hub", is_near=True, trust=trust)
                found.append(place)
        return found

    def packs_here(self) -> "HeldPlace":
        """What this laptop can pass on of packs."""
        from sync.packs.held_place import HeldPlace
        from sync.packs.trust import PackTrust

        return HeldPlace(self.shelf, PackTrust(self.home.pack_trust), self.home.downloads)

    def begin(self) -> None:
        """Sets the slow helpers to work, once the window is there: the line, the bundled packs, the index, the copy of the day."""
        self.line.start(listen=True)
        shelf = self.shelf
        self._shelf_care = Thread(target=lambda: _care_for(shelf, self.school), name="care", daemon=True)
        self._shelf_care.start()

    def close(self) -> None:
        """Closes everything; what waits goes on the next time."""
        if "care" in self.__dict__:
            self.care.close_door()
        self.line.close()
        if self._shelf_care is not None:
            self._shelf_care.join()
        if "shelf" in self.__dict__:
            self.shelf.close()
        self.school.close()
