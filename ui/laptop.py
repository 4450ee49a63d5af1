"""One laptop put together from its data folder: the school's memory, the shelf and the line to the region."""

import logging
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
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
    from sync.packs.passing_place import PassingPlace
    from ui.caretaking import Caretaker
    from ui.hub_ways import HubWays
    from ui.pack_care import PackCare
    from ui.pack_line import PackLine
    from ui.people_keeping import PeopleKeeper
    from ui.school_lessons import SchoolLessons
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
        self.line.also_on_stick = self._lessons_on_stick
        self._shelf_care: Thread | None = None
        self._pack_care: PackCare | None = None

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
            open_own_lessons=lambda: self.lessons,
            remember_language=self.home.remember_language,
        )

    def _search(self) -> "SearchEngine":
        return self.shelf.search_engine()

    @cached_property
    def travel(self) -> "PackLine":
        """Packs that come from the hub, the region, a stick."""
        from ui.pack_line import PackLine  # late: only who looks after packs needs it

        return PackLine(self.home, self.shelf, self._clock, near=self._hubs.places, lessons=self._lessons)

    @property
    def lessons(self) -> "SchoolLessons":
        """The school's own lessons."""
        found = self.travel.lessons
        if found is None:
            raise ValueError("a laptop of a school has lessons of its own")
        return found

    def _lessons(self, travel: "PackLine") -> "SchoolLessons":
        from ui.school_lessons import SchoolLessons  # late, as above

        return SchoolLessons(
            self.home,
            self.school,
            self.shelf,
            self._clock,
            meter=travel.meter,
            near=self._hubs.places,
            hubs=self.line.hubs,
            open_hub=self._hubs.open,
            stop=travel.stop,
            offered=self._nudge,
        )

    @property
    def _hubs(self) -> "HubWays":
        from ui.hub_ways import HubWays  # late, as above

        return HubWays(self.line, self.school, self._clock)

    def packs_here(self) -> "PassingPlace":
        """What this laptop passes on of packs when it is a hub."""
        from ui.hub_ways import passed_on

        return passed_on(self.travel, self.shelf)

    def care_for_packs(self) -> None:
        """Begins to look after packs by itself: downloads go on, the school's own lessons come and go."""
        from ui.pack_care import PackCare  # late, as above

        if self._pack_care is None:
            self._pack_care = PackCare([self.travel.go_on, self._care_for_lessons])
            self.line.on_change(self._nudge)
            self._pack_care.start()

    def _care_for_lessons(self) -> None:
        self.lessons.care()

    def _nudge(self) -> None:
        if self._pack_care is not None and not self.line.is_running():
            self._pack_care.nudge()

    def _lessons_on_stick(self, stick: Path) -> None:
        self.lessons.visit_stick(stick)

    def begin(self) -> None:
        """Sets the slow helpers to work, once the window is there: the line, the bundled packs, the index, the copy of the day."""
        self.line.start(listen=True)
        shelf = self.shelf
        self._shelf_care = Thread(target=lambda: _care_for(shelf, self.school), name="care", daemon=True)
        self._shelf_care.start()
        self.care_for_packs()

    def close(self) -> None:
        """Closes everything; what waits goes on the next time."""
        if "travel" in self.__dict__:
            self.travel.close()
        if self._pack_care is not None:
            self._pack_care.stop()
        if "care" in self.__dict__:
            self.care.close_door()
        self.line.close()
        if self._shelf_care is not None:
            self._shelf_care.join()
        if "shelf" in self.__dict__:
            self.shelf.close()
        self.school.close()
