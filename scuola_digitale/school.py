"""One laptop's memory of its school: everything the window reads of people, and the one way to write."""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from scuola_digitale.domain.draft import Draft
from scuola_digitale.domain.facts import Fact, PersonId
from scuola_digitale.domain.given_answers import GivenAnswer
from scuola_digitale.domain.notebook import NotebookPage
from scuola_digitale.domain.open_answers import OpenAnswer
from scuola_digitale.domain.people import Group, Pupil, StaffMember
from scuola_digitale.domain.preferences import Preferences
from scuola_digitale.domain.progress import Progress, Try
from scuola_digitale.domain.work import TeacherWord, Work


class Author(Protocol):
    """A member of staff whose keys are unlocked, so that facts can be signed in their name."""

    @property
    def staff_id(self) -> bytes:
        """The id of their certificate."""
        ...


class ExchangeState(msgspec.Struct, frozen=True, kw_only=True):
    """What the chip tells: `waiting` own facts not yet held elsewhere, `last_ms` of the last exchange that went well (0 for never), `problem` in words after one that did not."""

    waiting: int
    last_ms: int
    problem: str = ""


class ClosedYear(msgspec.Struct, frozen=True, kw_only=True):
    """What closing a year did: how many facts were packed, and the bytes of the school's memory before and after."""

    facts: int
    bytes_before: int
    bytes_after: int


class SchoolMemory(Protocol):
    """What the window may ask of a school; `School` in storage keeps it, tests may keep it in memory.

    Reads are cheap (a few milliseconds) and may be called from the GUI thread; `record` returns only after
    the commit and is called off the GUI thread.
    """

    def plesso_name(self) -> str:
        """The site's name, as people say it."""
        ...

    def groups(self) -> tuple[Group, ...]:
        """Classes and pluriclassi of this site."""
        ...

    def pupils(self) -> tuple[Pupil, ...]:
        """The roster, by grade and then name."""
        ...

    def staff(self) -> tuple[StaffMember, ...]:
        """Teachers and technicians, by name."""
        ...

    def unlock(self, staff_id: bytes, password: str) -> Author:
        """Unlocks a staff member's keys.

        Raises:
            WrongPasswordError: the password does not open them.
        """
        ...

    def record(self, facts: Sequence[Fact], *, author: Author | None = None) -> None:
        """Writes facts and their effects in one transaction; returns once they are on disk.

        Staff facts need `author`, and are signed in their name.

        Raises:
            DiskFullError: there is no room; nothing was written.
        """
        ...

    def progress(self, person: PersonId) -> Progress:
        """Everything a pupil did, on any laptop, as far as it arrived here."""
        ...

    def works(self) -> tuple[Work, ...]:
        """What is assigned and not closed, newest first."""
        ...

    def words_for(self, person: PersonId) -> tuple[TeacherWord, ...]:
        """The teacher's words to a pupil, newest first."""
        ...

    def tries(self, person: PersonId) -> tuple[Try, ...]:
        """Every answer of a pupil, earliest first; what the review is planned from."""
        ...

    def open_answers(self, person: PersonId) -> tuple[OpenAnswer, ...]:
        """What a pupil wrote for the teacher to read, newest first, with the teacher's mark once there is one."""
        ...

    def given_answers(self, person: PersonId, lesson_ref: str) -> tuple[GivenAnswer, ...]:
        """Every try of a pupil at the exercises of a lesson with what was answered, earliest first."""
        ...

    def preferences(self, person: PersonId) -> Preferences:
        """How a pupil likes to read."""
        ...

    def notebook(self, person: PersonId) -> tuple[NotebookPage, ...]:
        """The pages of a pupil's notebook, newest first."""
        ...

    def draft(self, person: PersonId, lesson_ref: str) -> Draft | None:
        """What a pupil had begun in a lesson on this laptop; None for nothing."""
        ...

    def keep_draft(self, person: PersonId, lesson_ref: str, draft: Draft) -> None:
        """Keeps what a pupil has begun in a lesson, on this laptop alone; an empty one takes it away.

        Raises:
            DiskFullError: there is no room; the one before stays.
        """
        ...

    def exchange_state(self) -> ExchangeState:
        """What waits and when the last exchange was."""
        ...
