"""What stands on the desk of whoever sits at this laptop: all that the pages may ask for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from content.pack_head import PackHead
from content.search.engine import SearchEngine
from scuola_digitale.clock import Clock
from scuola_digitale.domain.lesson import Lesson, LessonHead
from scuola_digitale.domain.school_terms import Area, Grade
from scuola_digitale.school import SchoolMemory


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

    def remove(self, pack_id: str) -> None:
        """Removes a pack; what people did with its lessons stays."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeLine:
    """One past exchange: when, how many facts went and came, `problem` in words when it failed."""

    at_ms: int
    sent: int
    received: int
    problem: str = ""


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

    def on_change(self, tell: Callable[[], None]) -> None:
        """Has `tell` called, from any thread, when an exchange begins or ends or facts arrive."""
        ...


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Everything the pages stand on.

    Attributes:
        search: opens the search the first time it is called, off the GUI thread.
        new_work_id: 16 hexadecimal characters, never the same twice.
        hint: a line under the sign-in, for the demo school: what the passwords are.
    """

    school: SchoolMemory
    open_library: Callable[[], Shelf]
    search: Callable[[], SearchEngine]
    sync: Sync
    clock: Clock
    new_work_id: Callable[[], str]
    hint: str = ""

    @cached_property
    def library(self) -> Shelf:
        """The library, opened when a page first asks: who signs in does not wait for it."""
        return self.open_library()
