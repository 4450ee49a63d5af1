"""The reading half of a school's memory: everything the window asks of people, work and words."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from scuola_digitale.clock import Clock
from scuola_digitale.domain.facts import PersonId
from scuola_digitale.domain.folding import Thing
from scuola_digitale.domain.given_answers import GivenAnswer
from scuola_digitale.domain.notebook import NotebookPage
from scuola_digitale.domain.open_answers import OpenAnswer
from scuola_digitale.domain.people import Device, Group, Pupil, StaffMember
from scuola_digitale.domain.preferences import Preferences
from scuola_digitale.domain.progress import Progress, Try
from scuola_digitale.domain.traces import SetAside, Version
from scuola_digitale.domain.work import StaffNote, TeacherWord, Work
from scuola_digitale.format.certificates import Certificate
from scuola_digitale.format.errors import MissingKeyError
from scuola_digitale.format.sealing import KeyRing
from scuola_digitale.storage.identity import Identity
from scuola_digitale.storage.reader import Reader
from scuola_digitale.storage.school_view import SchoolView
from scuola_digitale.storage.staff_keys import UnlockedStaff

if TYPE_CHECKING:
    from scuola_digitale.format.gone import Gone


class SchoolReading(ABC):
    """What is read of a school; each thread reads over its own connection, kept until somebody writes."""

    _identity: Identity
    _clock: Clock
    _random: Callable[[int], bytes]

    @property
    @abstractmethod
    def _reader(self) -> Reader:
        """The reader of the calling thread."""

    @abstractmethod
    def _bytes(self, sealed: bytes) -> bytes:
        """Sealed bytes, opened; empty for none, and where no key here opens them."""

    def plesso_name(self) -> str:
        """The site's name, as people say it."""
        return self._reader.cached("plesso", lambda view: view.plesso_name(self._identity.scope))

    def groups(self) -> tuple[Group, ...]:
        """Classes and pluriclassi of this site."""
        return self._reader.cached("groups", SchoolView.groups)

    def pupils(self) -> tuple[Pupil, ...]:
        """The roster, by grade and then name."""
        scope = self._identity.scope
        return self._reader.cached("pupils", lambda view: self._with_photos(view, view.pupils(scope)))

    def former_pupils(self) -> tuple[Pupil, ...]:
        """Who left the roster and is still remembered, by grade and then name."""
        scope = self._identity.scope
        return self._reader.cached(
            "former pupils", lambda view: self._with_photos(view, view.former_pupils(scope))
        )

    def _with_photos(self, view: SchoolView, pupils: tuple[Pupil, ...]) -> tuple[Pupil, ...]:
        photos = view.photos() if view.shows_photos() else {}
        return tuple(
            msgspec.structs.replace(one, photo=self._bytes(photos[one.person]))
            if one.person in photos
            else one
            for one in pupils
        )

    def shows_photos(self) -> bool:
        """Whether the school wants photos of its pupils beside the animals."""
        return self._reader.cached("shows photos", SchoolView.shows_photos)

    def photo(self, person: PersonId) -> bytes:
        """A pupil's photo, whether the school shows it or not; empty for none."""
        return self._bytes(self._reader.cached("photos", SchoolView.photos).get(person, b""))

    def photo_on_the_way(self, person: PersonId) -> bytes:
        """The photo of somebody who was sent to another site and is not welcomed yet; empty for none."""
        return self._bytes(
            self._reader.cached(("on the way", person), lambda view: view.photo_on_the_way(person))
        )

    def photographed(self) -> dict[PersonId, int]:
        """Of whom a photo is kept, whether the school shows it or not, and when it was set, in ms."""
        return self._reader.cached("photographed", SchoolView.photographed)

    def away(self) -> frozenset[PersonId]:
        """Who is at home in another site of the school: they stand in that site's roster."""
        return self._reader.cached("away", lambda view: view.away(self._identity.scope))

    def leaving(self) -> frozenset[PersonId]:
        """Whom this site sent off to another one that has not welcomed them yet."""
        return self._reader.cached("leaving", lambda view: view.leaving(self._identity.scope))

    def origins(self, person: PersonId) -> dict[bytes, str]:
        """The words for authors, schools and packages of elsewhere that a pupil brought along, by their id."""
        return self._reader.cached(("origins", person), lambda view: view.origins(person))

    def names_of_others(self, person: PersonId) -> frozenset[str]:
        """Every name that any other pupil has or ever had."""
        return self._reader.cached(("others", person), lambda view: view.names_of_others(person))

    def staff(self) -> tuple[StaffMember, ...]:
        """The teachers and technicians who may come in now, by name; a technician always may."""
        now_ms = self._clock.now_ms()
        return tuple(
            one
            for one in self.all_staff()
            if one.successor is None
            and one.staff_id not in self.revoked()
            and (one.until_ms >= now_ms or one.role == "tecnico")
        )

    def all_staff(self) -> tuple[StaffMember, ...]:
        """Everybody who was ever admitted as staff, by name."""
        return self._reader.cached("staff", SchoolView.staff)

    def revoked(self) -> frozenset[bytes]:
        """The laptops and staff whose key the school's root took back."""
        return self._reader.cached("revoked", SchoolView.revoked)

    def devices(self) -> tuple[Device, ...]:
        """Every laptop that was ever admitted, by label."""
        return self._reader.cached("devices", SchoolView.devices)

    def certificates(self) -> dict[bytes, Certificate]:
        """The newest certificate of every laptop and member of staff, by their id."""
        return self._reader.cached("certificates", SchoolView.certificates)

    def notes_on(self, person: PersonId, reader: UnlockedStaff) -> tuple[StaffNote, ...]:
        """What staff noted about a pupil, newest first; a note that this reader's keys do not open is empty."""
        names = {member.staff_id: member.name for member in self.all_staff()}
        names |= self.origins(person)
        ring = KeyRing(reader.staff_keys, self._random)
        said = self._reader.cached(("notes", person), lambda view: view.notes_on(person))
        notes = (
            StaffNote(text=opened_words(ring, sealed), author=names.get(author, ""), written_ms=written_ms)
            for written_ms, author, sealed in said
        )
        return tuple(dict.fromkeys(notes))

    def works(self) -> tuple[Work, ...]:
        """What is assigned and not closed, newest first."""
        return self._reader.cached("works", SchoolView.works)

    def words_for(self, person: PersonId) -> tuple[TeacherWord, ...]:
        """The teacher's words to a pupil, newest first."""
        return self._reader.cached(("words", person), lambda view: view.words_for(person))

    def all_works(self) -> tuple[Work, ...]:
        """What was ever assigned, newest first."""
        return self._reader.cached("all works", SchoolView.all_works)

    def progress(self, person: PersonId) -> Progress:
        """Everything a pupil did, on any laptop, as far as it arrived here."""
        return self._reader.progress(person)

    def tries(self, person: PersonId) -> tuple[Try, ...]:
        """Every answer of a pupil, earliest first."""
        return self._reader.cached(("tries", person), lambda view: view.tries(view.person_number(person)))

    def open_answers(self, person: PersonId) -> tuple[OpenAnswer, ...]:
        """What a pupil wrote for the teacher to read, newest first."""
        return self._reader.cached(("open answers", person), lambda view: view.open_answers(person))

    def given_answers(self, person: PersonId, lesson_ref: str) -> tuple[GivenAnswer, ...]:
        """Every try of a pupil at the exercises of a lesson, earliest first."""
        return self._reader.cached(
            ("given answers", person, lesson_ref), lambda view: view.given_answers(person, lesson_ref)
        )

    def preferences(self, person: PersonId) -> Preferences:
        """How a pupil likes to read."""
        return self._reader.cached(("preferences", person), lambda view: view.preferences(person))

    def notebook(self, person: PersonId) -> tuple[NotebookPage, ...]:
        """The pages of a pupil's notebook, newest first."""
        return self._reader.cached(("notebook", person), lambda view: view.notebook(person))

    def erased(self) -> frozenset[bytes]:
        """The persons of whom nothing but hashes may be kept anywhere."""
        return self._reader.cached("erased", SchoolView.erased)

    def gone(self) -> "Gone":
        """Of what nothing but hashes may be kept anywhere: erased persons, and photos that were taken away."""
        return self._reader.cached("gone", SchoolView.gone)

    def set_aside(self) -> tuple[SetAside, ...]:
        """The facts without effect, grouped by reason and by the laptop that wrote them."""
        return self._reader.cached("set aside", SchoolView.set_aside)

    def history(self, thing: Thing, key: str | bytes, field: str) -> tuple[Version, ...]:
        """Every value that a field of a thing ever had, the one that counts first; what lost can be said again."""
        return self._reader.cached(
            ("history", thing, key, field), lambda view: view.history(thing, key, field)
        )

    def quarantine(self) -> tuple[tuple[str, int], ...]:
        """Why facts have no effect, with how many for each reason."""
        rows = self._reader.connection.execute(
            "SELECT reason, count(*) FROM quarantine GROUP BY reason ORDER BY reason"
        )
        return tuple((reason, count) for reason, count in rows)


def opened_words(ring: KeyRing, sealed: bytes) -> str:
    """A sealed value in words; empty where no key opens it."""
    try:
        words = ring.unseal(sealed)
    except MissingKeyError:
        return ""
    return _as_text(words)


def _as_text(plain: object) -> str:
    # A typed answer is a list of texts; everything else that is sealed is one.
    return "\n".join(map(str, plain)) if isinstance(plain, list) else plain if isinstance(plain, str) else ""
