"""A school as its staff work on it: all that is read of it, what their passwords open, and the one way to write."""

from abc import abstractmethod
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from scuola_digitale.domain.draft import Draft
from scuola_digitale.domain.facts import Fact, KeyName, PersonId
from scuola_digitale.format.boxes import opened_boxes
from scuola_digitale.school import Author
from scuola_digitale.storage.errors import StaffExpiredError
from scuola_digitale.storage.identity import Identity
from scuola_digitale.storage.school_reading import SchoolReading
from scuola_digitale.storage.staff_keys import UnlockedStaff, read_locked, unlock

if TYPE_CHECKING:  # who signs in revokes nothing
    from scuola_digitale.format.revocations import LastGood


class StaffedSchool(SchoolReading):
    """What the office, a pupil's dossier and their passage ask of a school; `school_store.School` is one."""

    @property
    @abstractmethod
    def identity(self) -> Identity:
        """Who this laptop is."""

    @property
    def school_id(self) -> bytes:
        """The school's 16-byte id."""
        return self._identity.school

    @abstractmethod
    def now_ms(self) -> int:
        """The time of a fact that is written now, if nothing is written before it: never behind one known here."""

    @abstractmethod
    def record(self, facts: Sequence[Fact], *, author: Author | None = None) -> None:
        """Writes facts and their effects in one transaction; returns once they are on disk.

        Staff facts need `author` (from `unlock`), and are signed in their name.

        Raises:
            DiskFullError: there is no room; nothing was written.
            TooLongError: a text is longer than 16 KB; nothing was written.
        """

    @abstractmethod
    def last_good(self, owner: bytes, until_ms: int | None = None) -> "tuple[LastGood, ...]":
        """The points up to which somebody's facts count, for their revocation: all held, or those before a time."""

    @abstractmethod
    def drafts_of(
        self, person: PersonId, lesson_refs: Collection[str]
    ) -> tuple[tuple[str, Draft | None], ...]:
        """Every draft of a pupil on this laptop; see `Drafts.all_of`."""

    def unlock(self, staff_id: bytes, password: str) -> UnlockedStaff:
        """Unlocks a staff member's keys.

        Raises:
            WrongPasswordError: the password does not open them.
            NoStaffKeysError: they are not on this laptop.
            StaffExpiredError: the days for which they were admitted are over.
        """
        seeds = unlock(read_locked(self.locked_keys(staff_id)), password)
        if all(member.staff_id != staff_id for member in self.staff()):
            raise StaffExpiredError
        return self.refreshed(UnlockedStaff(staff_id, seeds[:32], seeds[32:]))

    def locked_keys(self, owner: bytes) -> str:
        """The keys of a member, or of the root, behind their password; empty where there are none."""
        return self._reader.cached(("locked", owner), lambda view: view.locked_keys(owner))

    def refreshed(self, staff: UnlockedStaff) -> UnlockedStaff:
        """Somebody unlocked, with the staff keys that they were given since."""
        staff_keys = self.keys_given(staff.staff_id, "personale", staff.box_seed)
        return UnlockedStaff(staff.staff_id, staff.seed, staff.box_seed, staff_keys)

    def keys_given(self, recipient: bytes, name: KeyName, box_seed: bytes) -> tuple[bytes, ...]:
        """The keys of a name that a recipient was given, the latest first, opened with their secret seed."""
        boxes = self._reader.cached((name, recipient), lambda view: view.boxes(recipient, name))
        return opened_boxes(boxes, box_seed)
