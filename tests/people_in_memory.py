"""What staff do for pupils, over a school in memory: somebody arrives, somebody left, one name was another before."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from school_in_memory import PAOLA, PUPILS, SchoolInMemory

from scuola_digitale.domain.facts import PersonId, PupilField
from scuola_digitale.domain.folding import Thing
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.domain.traces import SetAside, Version
from scuola_digitale.format.passage import Passage
from scuola_digitale.school import Author
from scuola_digitale.storage.errors import NothingKnownError
from ui.passages import HandedOver, Newcoming

if TYPE_CHECKING:
    from scuola_digitale.domain.dossier import Dossier

GONE = Pupil(person=b"\x40" * 16, name="Bruno", grade=Grade.P5, avatar="tasso", group_id="pluriclasse")
AWAY = Pupil(person=b"\x41" * 16, name="Ines", grade=Grade.P2, avatar="lepre", group_id="pluriclasse")


class PeopleInMemory:
    """Changes nothing; says what a school would."""

    def __init__(self, school: SchoolInMemory) -> None:
        self.school = school
        self.photos_wanted = False
        self.photos: dict[PersonId, bytes] = {}

    def former_pupils(self) -> tuple[Pupil, ...]:
        return (GONE, AWAY)

    def away(self) -> frozenset[PersonId]:
        return frozenset({AWAY.person})

    def leaving(self) -> frozenset[PersonId]:
        return frozenset({PUPILS[1].person})

    def set_aside(self) -> tuple[SetAside, ...]:
        return (
            SetAside(reason="author-signature-wrong", device=bytes(16), label="Portatile Faggio", facts=2),
        )

    def versions(self, thing: Thing, key: str | bytes, field: str) -> tuple[tuple[Version, str], ...]:
        if field not in {"name", "theme"}:
            return ()
        now = self.school.clock.now_ms()
        return tuple(
            (Version(value=value, author=PAOLA.staff_id, said_ms=now - ago), "maestra Paola")
            for value, ago in (("Adesso", 60_000), ("Prima", 86_400_000))
        )

    def dossier(self, author: Author, person: PersonId) -> "Dossier":
        raise NothingKnownError

    def change_pupil(self, author: Author, person: PersonId, fields: Mapping[PupilField, str]) -> None:
        """Nothing changes."""

    def remove_pupil(self, author: Author, person: PersonId) -> None:
        """Nobody goes."""

    def bring_back(self, author: Author, person: PersonId) -> None:
        """Nobody comes."""

    def shows_photos(self) -> bool:
        return self.photos_wanted

    def photographed(self) -> frozenset[PersonId]:
        return frozenset(self.photos)

    def want_photos(self, author: Author, *, wanted: bool) -> None:
        self.photos_wanted = wanted

    def set_photo(self, author: Author, person: PersonId, photo: bytes) -> None:
        self.photos[person] = photo

    def take_photos_away(self, author: Author, persons: frozenset[PersonId]) -> None:
        for person in persons:
            self.photos.pop(person, None)

    def erase(self, password: str, person: PersonId) -> None:
        """Nobody is forgotten."""

    def send(self, author: Author, person: PersonId) -> int:
        return 1

    def hand_over(self, author: Author, person: PersonId, folder: Path) -> HandedOver:
        return HandedOver(folder / "passaggio-0a1b2c.scuola", "K73M-0000-AAAA-9XYZ", "264 023", 41, 1)

    def arriving(self, author: Author) -> tuple[Newcoming, ...]:
        return (Newcoming(self._passage(), "", self.school.clock.now_ms() - 3_600_000),)

    def look_into(self, place: Path, code: str) -> Newcoming:
        return Newcoming(self._passage(), "264 023", self.school.clock.now_ms())

    def welcome(self, author: Author, newcoming: Newcoming) -> None:
        """Nobody comes."""

    def _passage(self) -> Passage:
        return Passage(
            version=1,
            bundle=bytes(16),
            made_ms=self.school.clock.now_ms(),
            root_key=bytes(32),
            place="Scuola di Montelago",
            site="plesso/montelago",
            person=b"\x42" * 16,
            name="Gelsomina",
            grade=PUPILS[0].grade.value,
            avatar="istrice",
            authors=[],
            facts=[],
        )
