"""What a page may ask of the school's own lessons: `ui.school_lessons.SchoolLessons` does it."""

from pathlib import Path
from typing import Protocol

import msgspec

from content.problems import Problem
from scuola_digitale.domain.school_terms import Area
from scuola_digitale.school import Author


class OwnPack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack that a teacher of the school offers; `is_here` tells whether this laptop has that edition."""

    pack_id: str
    title: str
    area: Area
    edition: int
    lessons: int
    size: int
    author: str
    is_mine: bool
    is_here: bool


class LessonCheck(msgspec.Struct, frozen=True, kw_only=True):
    """What the checker says of a folder: those that keep it from being offered stand first."""

    title: str
    lessons: int
    problems: tuple[Problem, ...]

    @property
    def is_good(self) -> bool:
        """Whether it can be offered."""
        return not any(problem.blocking for problem in self.problems)


class OfferOutcome(Protocol):
    """What came of an offer."""

    @property
    def title(self) -> str:
        """The pack's."""
        ...

    @property
    def edition(self) -> int:
        """The edition that counts now."""
        ...

    @property
    def is_new_edition(self) -> bool:
        """False where the very same lessons were offered already."""
        ...


class OwnLessons(Protocol):
    """The school's own lessons; all of it is long and raises a ScuolaError in words."""

    def packs(self, author: Author) -> tuple[OwnPack, ...]:
        """What the school offers, as `author` sees it."""
        ...

    def check(self, folder: Path) -> LessonCheck:
        """What the checker says of a folder."""
        ...

    def offer(self, folder: Path, author: Author) -> OfferOutcome:
        """Offers the lessons in a folder to the school, in the name of `author`."""
        ...

    def withdraw(self, pack_id: str, author: Author) -> str:
        """Takes a pack back; gives its title."""
        ...

    def begin(self, folder: Path) -> None:
        """Writes a small pack to be changed into an empty folder."""
        ...
