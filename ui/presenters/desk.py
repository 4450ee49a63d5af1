"""What stands on the desk of whoever sits at this laptop: all that the pages may ask for."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from content.pack_head import PackHead
from scuola_digitale.clock import Clock
from scuola_digitale.domain.lesson import Lesson, LessonHead
from scuola_digitale.domain.people import Device, Role, StaffMember
from scuola_digitale.domain.school_terms import Area, Grade
from scuola_digitale.school import Author, ClosedYear, SchoolMemory
from ui.presenters.keeping import PeopleCare
from ui.presenters.offering import OwnLessons
from ui.presenters.pack_travel import PackTravel

if TYPE_CHECKING:  # the sign-in does without the search
    from content.search.engine import SearchEngine


class PackCard(Protocol):
    """An installed pack as a list shows it; `size` is in bytes."""

    @property
    def head(self) -> PackHead:
        """What the pack says of itself."""
        ...

    @property
    def size(self) -> int:
        """Bytes of its stored files."""
        ...

    @property
    def lessons(self) -> int:
        """How many lessons it brings."""
        ...

    @property
    def searchable(self) -> bool:
        """Whether the search already knows it."""
        ...


class SharedTheme(Protocol):
    """A theme and the lessons that share it, in order of grade."""

    @property
    def name(self) -> str:
        """The theme, as authors wrote it."""
        ...

    @property
    def lessons(self) -> tuple[LessonHead, ...]:
        """Its lessons."""
        ...


class Shelf(Protocol):
    """The library, as far as the window needs it; `content.library.Library` keeps it."""

    def packs(self) -> tuple[PackCard, ...]:
        """The installed packs, by area and title."""
        ...

    def lessons(
        self, area: Area | None = None, subject: str | None = None, grade: Grade | None = None
    ) -> tuple[LessonHead, ...]:
        """The lessons on the shelf; each filter narrows them."""
        ...

    def themes(self) -> tuple[SharedTheme, ...]:
        """The themes that lessons share, in order of name."""
        ...

    def lesson(self, ref: str) -> Lesson:
        """A whole lesson. Raises a ScuolaError where it is not installed or cannot be read."""
        ...

    def file(self, pack_id: str, path: str) -> bytes:
        """What a file of a pack holds. Raises a ScuolaError where it is missing or broken."""
        ...

    def media_path(self, pack_id: str, path: str) -> Path:
        """Where a player finds a sound or a film. Raises a ScuolaError where it is missing or broken."""
        ...

    def install(
        self,
        folder: Path,
        progress: Callable[[int, int], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> PackCard:
        """Installs the built pack in `folder`, wholly or not at all; `progress` takes bytes done and in all.

        Raises:
            ScuolaError: the pack is no good, there is no room, or it was stopped.
        """
        ...

    def verify(self, pack_id: str) -> tuple[str, ...]:
        """The paths of a pack's broken files, none when all is well."""
        ...

    def mend(self, pack_id: str, folder: Path) -> int:
        """Takes a pack's broken files from the built pack in `folder`; gives how many. Raises a ScuolaError."""
        ...

    def remove(self, pack_id: str) -> None:
        """Removes a pack; what people did with its lessons stays."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeLine:
    """One past exchange: when, how many facts went and came, `problem` in words when it failed.

    `by_stick` tells that it was with a stick and not over a line.
    """

    at_ms: int
    sent: int
    received: int
    problem: str = ""
    by_stick: bool = False


class Sync(Protocol):
    """The loop that exchanges with the region, as the window sees it."""

    def address(self) -> str:
        """Where the region is, as the technician wrote it; empty for a school without one."""
        ...

    def is_running(self) -> bool:
        """Whether an exchange is going on now."""
        ...

    def recent(self) -> tuple[ExchangeLine, ...]:
        """The latest exchanges, newest first."""
        ...

    def sync_now(self) -> None:
        """Asks for an exchange now; returns at once."""
        ...

    def visit_stick(self, stick: Path) -> ExchangeLine:
        """Takes in what a stick brings and leaves on it what it lacks; slow, from any thread.

        Raises:
            SyncError: the stick failed; what was taken in stays.
        """
        ...

    def on_change(self, tell: Callable[[], None]) -> None:
        """Has `tell` called, from any thread, when an exchange begins or ends or facts arrive."""
        ...


class Asking(Protocol):
    """A laptop that asks to come in; `digits` are six, the same on its own screen."""

    @property
    def digits(self) -> str:
        """Six digits."""
        ...


class Care(Protocol):
    """What a technician does for the school; `author` is who unlocked their keys.

    `ui.caretaking.Caretaker` does it; what changes something runs off the GUI thread and may raise a ScuolaError.
    """

    @property
    def this_device(self) -> bytes:
        """The id of this laptop."""
        ...

    def digits(self) -> str:
        """Six digits of the school, the same on each of its laptops."""
        ...

    def devices(self) -> tuple[Device, ...]:
        """Every laptop that was admitted."""
        ...

    def staff(self) -> tuple[StaffMember, ...]:
        """Everybody who was admitted as staff."""
        ...

    def requests_on(self, stick: Path) -> Sequence[Asking]:
        """The laptops that ask on a stick."""
        ...

    def admit_from(self, author: Author, stick: Path, request: Any, label: str) -> None:
        """Admits one of them and leaves the answer on the stick."""
        ...

    def open_door(self, author: Author, label: str) -> tuple[str, str]:
        """Begins to listen for a new laptop; gives the code and the address to say aloud."""
        ...

    def wait_at_door(self, code: str) -> None:
        """Waits until a laptop came in with this code."""
        ...

    def close_door(self) -> None:
        """Listens no more."""
        ...

    def renew(self, author: Author, owner: bytes) -> None:
        """Gives a laptop or a member of staff three more years."""
        ...

    def change_keys(self, author: Author, *, without: Collection[bytes] = ()) -> None:
        """Makes new keys and hands them to all but the lost ones."""
        ...

    def closable(self, until_ms: int) -> int:
        """How many facts from before a time closing the year would pack."""
        ...

    def close_year(self, until_ms: int) -> ClosedYear:
        """Packs what is older than a time; all of it is read as before."""
        ...

    def add_staff(
        self, author: Author, name: str, title: str, role: Role, password: str, *, days: int | None = None
    ) -> None:
        """Admits a teacher or a technician, for so many days or for three years."""
        ...

    def recover(self, author: Author, member: StaffMember, password: str) -> None:
        """Gives somebody who forgot their password a new one."""
        ...

    def dismiss(self, author: Author, member: StaffMember) -> None:
        """Takes back the keys of somebody who works here no more."""
        ...

    def set_group(self, author: Author, name: str, grades: Collection[Grade]) -> None:
        """Names the site's first group and its grades."""
        ...

    def add_pupil(self, author: Author, name: str, grade: Grade, avatar: str) -> None:
        """Puts a pupil into the roster."""
        ...

    def join_region(self, author: Author, address: str, code: str) -> None:
        """Registers the school at a region with the code that it gave."""
        ...


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Everything the pages stand on.

    Attributes:
        search: opens the search the first time it is called, off the GUI thread.
        new_work_id: 16 hexadecimal characters, never the same twice.
        hint: a line under the sign-in, for the demo school: what the passwords are.
        open_care: what only the technician's pages ask for; None where nothing can be changed.
        open_people: what staff's pages ask of the roster; None where nothing can be changed.
        open_travel: packs that come from elsewhere; None where there is no elsewhere.
        remember_language: keeps the language of the next start; None where nothing is remembered.
        open_own_lessons: the school's own lessons; None where nothing can be offered.
    """

    school: SchoolMemory
    open_library: Callable[[], Shelf]
    search: Callable[[], "SearchEngine"]
    sync: Sync
    clock: Clock
    new_work_id: Callable[[], str]
    hint: str = ""
    open_care: Callable[[], Care] | None = None
    open_people: Callable[[], PeopleCare] | None = None
    open_travel: Callable[[], PackTravel] | None = None
    remember_language: Callable[[str], None] | None = None
    open_own_lessons: Callable[[], OwnLessons] | None = None

    @cached_property
    def library(self) -> Shelf:
        """The library, opened when a page first asks: who signs in does not wait for it."""
        return self.open_library()

    @cached_property
    def care(self) -> Care:
        """What a technician does for the school; only technicians' pages ask."""
        if self.open_care is None:
            raise ValueError("nobody looks after this school")
        return self.open_care()

    @cached_property
    def people(self) -> PeopleCare:
        """What staff do for the pupils; only their pages ask."""
        if self.open_people is None:
            raise ValueError("nobody keeps this roster")
        return self.open_people()

    @cached_property
    def travel(self) -> PackTravel | None:
        """Packs that come from elsewhere, or None."""
        return self.open_travel() if self.open_travel is not None else None

    @cached_property
    def own_lessons(self) -> OwnLessons | None:
        """The school's own lessons, or None."""
        return self.open_own_lessons() if self.open_own_lessons is not None else None
