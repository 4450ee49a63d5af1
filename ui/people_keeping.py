"""What staff do for the pupils of a school: changed, taken off the list, brought back, handed over, forgotten."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from scuola_digitale.domain.facts import (
    Fact,
    PersonId,
    PlessoFieldSet,
    PupilAdded,
    PupilField,
    PupilFieldSet,
    PupilRemoved,
)
from scuola_digitale.domain.folding import Thing
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.traces import SetAside, Version
from scuola_digitale.school import Author
from scuola_digitale.storage.errors import NotATechnicianError
from scuola_digitale.storage.photos import set_photo, take_photos_away, want_photos
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import LAPTOP_EFFORT, Effort, UnlockedStaff
from scuola_digitale.words import say
from ui.setting_up import MissingWordsError

if TYPE_CHECKING:
    from scuola_digitale.domain.dossier import Dossier
    from scuola_digitale.storage.opened import OpenedMemory
    from ui.passages import HandedOver, Newcoming


class PeopleKeeper:
    """The staff's side of the roster; `author` is always who unlocked their keys with a password.

    All of it runs off the GUI thread.
    """

    def __init__(self, school: School, *, effort: Effort = LAPTOP_EFFORT) -> None:
        self._school = school
        self._effort = effort

    def former_pupils(self) -> tuple[Pupil, ...]:
        """Who left the roster and is still remembered."""
        return self._school.former_pupils()

    def away(self) -> frozenset[PersonId]:
        """Who of them is at another site of the school."""
        return self._school.away()

    def leaving(self) -> frozenset[PersonId]:
        """Who was sent to another site and is not welcomed there yet."""
        return self._school.leaving()

    def set_aside(self) -> tuple[SetAside, ...]:
        """The facts without effect."""
        return self._school.set_aside()

    def versions(self, thing: Thing, key: str | bytes, field: str) -> tuple[tuple[Version, str], ...]:
        """Every value of a field with who gave it, the one that counts first."""
        names = {one.staff_id: f"{one.title} {one.name}".strip() for one in self._school.all_staff()}
        if isinstance(key, bytes):
            names = self._school.origins(key) | names
        return tuple((one, names.get(one.author, "")) for one in self._school.history(thing, key, field))

    def dossier(self, author: Author, person: PersonId) -> "Dossier":
        """Everything held of a person, opened as far as this member of staff's keys reach.

        Raises:
            NothingKnownError: nothing is held of them.
        """
        return self._opened(author).dossier(person)

    def change_pupil(self, author: Author, person: PersonId, fields: Mapping[PupilField, str]) -> None:
        """Gives fields of a pupil new values; an empty name is refused.

        Raises:
            MissingWordsError: the name is empty.
        """
        if "name" in fields and not fields["name"].strip():
            raise MissingWordsError(say("il nome"))
        facts = [
            PupilFieldSet(person=person, field=field, value=value.strip()) for field, value in fields.items()
        ]
        self._school.record(facts, author=author)

    def remove_pupil(self, author: Author, person: PersonId) -> None:
        """Takes a pupil off the list; what they did stays, their photo does not: it was there to come in by.

        The photo of somebody who goes to another site stays with them.
        """
        self._school.record([PupilRemoved(person=person)], author=author)
        moves = person in self._school.leaving() | self._school.away()
        if person in self._school.photographed() and not moves:
            take_photos_away(self._school, author, frozenset({person}))

    def bring_back(self, author: Author, person: PersonId) -> None:
        """Puts a pupil who left back on the list, with all they did."""
        facts: list[Fact] = [PupilAdded(person=person)]
        self._school.record(facts, author=author)

    def name_site(self, author: Author, name: str) -> None:
        """Gives the site of this laptop its name.

        Raises:
            MissingWordsError: it is empty.
        """
        if not name.strip():
            raise MissingWordsError(say("il nome del plesso"))
        self._school.record([PlessoFieldSet(field="name", value=name.strip())], author=author)

    # Photos

    def shows_photos(self) -> bool:
        """Whether the school wants photos beside the animals."""
        return self._school.shows_photos()

    def photographed(self) -> Collection[PersonId]:
        """Of whom a photo is kept, shown or not."""
        return self._school.photographed()

    def want_photos(self, author: Author, *, wanted: bool) -> None:
        """Has photos, or animals alone, in the whole school; only a technician's word counts."""
        want_photos(self._school, author, wanted=wanted)

    def set_photo(self, author: Author, person: PersonId, photo: bytes) -> None:
        """Gives a pupil a photo; of the one before nothing stays.

        Raises:
            TooLongError: it has more bytes than a photo may have.
        """
        set_photo(self._school, author, person, photo)

    def take_photos_away(self, author: Author, persons: frozenset[PersonId]) -> None:
        """Leaves nothing of the photos of some pupils."""
        take_photos_away(self._school, author, persons)

    # From one place to another

    def send(self, author: Author, person: PersonId) -> int:
        """Sends a pupil to whichever other site of the school welcomes them; gives how many things stay closed."""
        return self._opened(author).send(person).closed

    def hand_over(self, author: Author, person: PersonId, folder: Path) -> "HandedOver":
        """Writes what goes along with a pupil to another school; see `passages.hand_over` for what it raises."""
        from ui.passages import hand_over

        return hand_over(self._opened(author), person, folder)

    def arriving(self, author: Author) -> "tuple[Newcoming, ...]":
        """Who waits to be welcomed from another site of this school."""
        from ui.passages import arriving

        return arriving(self._opened(author))

    def look_into(self, place: Path, code: str) -> "Newcoming":
        """Opens a passage from another school; see `passages.look_into` for what it raises."""
        from ui.passages import look_into

        return look_into(place, code)

    def welcome(self, author: Author, newcoming: "Newcoming") -> None:
        """Takes a pupil in with all that they bring.

        Raises:
            ForgottenHereError, AlreadyHereError, BadPassageFileError: it cannot be done; nothing was written.
        """
        self._opened(author).welcome(newcoming.passage)

    def _opened(self, author: Author) -> "OpenedMemory":
        return self._school.opened_by(_unlocked(author))

    def erase(self, password: str, person: PersonId) -> None:
        """Forgets a pupil everywhere, with a technician's password; nothing brings them back.

        Raises:
            WrongPasswordError: it is no technician's.
            NotATechnicianError: the school has no technician here.
        """
        from ui.unlocking import unlock_any  # late: it is rare

        technician = unlock_any(self._school, password, role="tecnico")
        self._school.office(technician, effort=self._effort).erase(person)


def _unlocked(author: Author) -> UnlockedStaff:
    if not isinstance(author, UnlockedStaff):
        raise NotATechnicianError
    return author
