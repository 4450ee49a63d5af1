"""A school's memory with a member of staff's keys open: one pupil's dossier, and their passage to another place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from scuola_digitale.clock import Clock
from scuola_digitale.domain.dossier import Dossier
from scuola_digitale.domain.facts import PersonId
from scuola_digitale.format.canonical import Plain
from scuola_digitale.format.certificates import read_trusted
from scuola_digitale.format.kinds import Kind
from scuola_digitale.format.sealing import KeyRing
from scuola_digitale.storage.reader import Reader
from scuola_digitale.storage.staff_keys import UnlockedStaff

if TYPE_CHECKING:
    from scuola_digitale.format.passage import Passage
    from scuola_digitale.storage.packing_up import Packed
    from scuola_digitale.storage.passing import Arrival
    from scuola_digitale.storage.school_store import School


class Keys(msgspec.Struct, frozen=True):
    """What opens and seals words: the school's keys and the staff's."""

    school: KeyRing
    staff: KeyRing

    def of(self, kind: Kind) -> KeyRing:
        """Those for a kind of facts."""
        return self.school if kind.sealed_for == "scuola" else self.staff

    def open(self, kind: Kind, sealed: bytes) -> Plain:
        """The value inside.

        Raises:
            MissingKeyError: no key here opens it.
        """
        return self.of(kind).unseal(sealed)


class OpenedMemory:
    """What one member of staff may read of a pupil as a whole.

    Attributes:
        school: whose memory it is.
        reader: reads it.
        author: whose keys are open.
        keys: what opens sealed words, and seals them.
        clock, random: the school's.
    """

    def __init__(
        self,
        school: "School",
        reader: Reader,
        author: UnlockedStaff,
        keys: Keys,
        *,
        clock: Clock,
        random: Callable[[int], bytes],
    ) -> None:
        self.school = school
        self.reader = reader
        self.author = author
        self.keys = keys
        self.clock = clock
        self.random = random

    def dossier(self, person: PersonId) -> Dossier:
        """All that this laptop holds of a person.

        Raises:
            NothingKnownError: nothing is held of such a person, or they were erased.
        """
        from scuola_digitale.storage.dossier import gather

        return gather(self, person)

    def certificate(self) -> bytes:
        """The certificate of whose keys are open, as the root signed it."""
        said = self.reader.cached("certificates said", lambda view: view.sayings("certificate"))
        own = [value for _, key, _, value in said if key == self.author.staff_id and isinstance(value, bytes)]
        return max(own, key=lambda data: read_trusted(data).serial)

    def passage(self, person: PersonId) -> "Packed":
        """What goes along with a pupil who leaves for another site or school; nothing is written.

        Raises:
            NothingKnownError: they are not in the roster.
        """
        from scuola_digitale.storage.packing_up import pack_up

        return pack_up(self, person)

    def send(self, person: PersonId) -> "Packed":
        """Sends a pupil to whichever site of this school welcomes them: what goes along travels as facts, sealed."""
        from scuola_digitale.storage.passing import send

        return send(self, person)

    def arrivals(self) -> "tuple[Arrival, ...]":
        """Who was sent from other sites of this school and not welcomed anywhere yet, earliest first."""
        from scuola_digitale.storage.passing import arrivals

        return arrivals(self)

    def welcome(self, passage: "Passage") -> PersonId:
        """Takes a pupil in with all that they bring; from another school under an id of their own here.

        Raises:
            ForgottenHereError: they were erased in this school.
            AlreadyHereError: this package was taken in before.
        """
        from scuola_digitale.storage.welcoming import welcome

        return welcome(self, passage)
