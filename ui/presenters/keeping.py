"""What a page may ask of whoever keeps the roster: `ui.people_keeping.PeopleKeeper` does it."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from scuola_digitale.domain.facts import PersonId, PupilField
from scuola_digitale.domain.folding import Thing
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.traces import SetAside, Version
from scuola_digitale.school import Author

if TYPE_CHECKING:  # only who hands a child's data over, or lets one move, pays for it
    from scuola_digitale.domain.dossier import Dossier
    from ui.passages import HandedOver, Newcoming


class PeopleCare(Protocol):
    """What staff do for the pupils; `author` is who unlocked their keys.

    What changes or gathers something runs off the GUI thread and may raise a ScuolaError.
    """

    def former_pupils(self) -> tuple[Pupil, ...]:
        """Who left the roster and is still remembered; quick."""
        ...

    def away(self) -> frozenset[PersonId]:
        """Who of them is at another site of the school; quick."""
        ...

    def leaving(self) -> frozenset[PersonId]:
        """Who was sent to another site and is not welcomed there yet; quick."""
        ...

    def set_aside(self) -> tuple[SetAside, ...]:
        """The facts without effect; quick."""
        ...

    def versions(self, thing: Thing, key: str | bytes, field: str) -> tuple[tuple[Version, str], ...]:
        """Every value of a field with who gave it, the one that counts first; quick."""
        ...

    def dossier(self, author: Author, person: PersonId) -> "Dossier":
        """Everything held of a person."""
        ...

    def change_pupil(self, author: Author, person: PersonId, fields: Mapping[PupilField, str]) -> None:
        """Gives fields of a pupil new values."""
        ...

    def remove_pupil(self, author: Author, person: PersonId) -> None:
        """Takes a pupil off the list; what they did stays."""
        ...

    def bring_back(self, author: Author, person: PersonId) -> None:
        """Puts a pupil who left back on the list."""
        ...

    def shows_photos(self) -> bool:
        """Whether the school wants photos beside the animals; quick."""
        ...

    def photographed(self) -> Collection[PersonId]:
        """Of whom a photo is kept, shown or not; quick."""
        ...

    def want_photos(self, author: Author, *, wanted: bool) -> None:
        """Has photos, or animals alone, in the whole school; a technician's to say."""
        ...

    def set_photo(self, author: Author, person: PersonId, photo: bytes) -> None:
        """Gives a pupil a photo."""
        ...

    def take_photos_away(self, author: Author, persons: frozenset[PersonId]) -> None:
        """Leaves nothing of the photos of some pupils."""
        ...

    def erase(self, password: str, person: PersonId) -> None:
        """Forgets a pupil everywhere, with a technician's password."""
        ...

    def send(self, author: Author, person: PersonId) -> int:
        """Sends a pupil to another site; gives how many things stay closed."""
        ...

    def hand_over(self, author: Author, person: PersonId, folder: Path) -> "HandedOver":
        """Writes what goes along with a pupil to another school."""
        ...

    def arriving(self, author: Author) -> "tuple[Newcoming, ...]":
        """Who waits to be welcomed from another site."""
        ...

    def look_into(self, place: Path, code: str) -> "Newcoming":
        """Opens a passage from another school."""
        ...

    def welcome(self, author: Author, newcoming: "Newcoming") -> None:
        """Takes a pupil in with all that they bring."""
        ...
