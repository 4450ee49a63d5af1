"""A school's memory with a member of staff's keys open: what stands behind a dossier and a passage."""

from collections.abc import Callable

import msgspec

from scuola_digitale.clock import Clock
from scuola_digitale.format.canonical import Plain
from scuola_digitale.format.certificates import read_trusted
from scuola_digitale.format.kinds import Kind
from scuola_digitale.format.sealing import KeyRing
from scuola_digitale.storage.reader import Reader
from scuola_digitale.storage.staff_keys import UnlockedStaff
from scuola_digitale.storage.staffed_school import StaffedSchool


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


class UnlockedMemory:
    """What one member of staff may read of a school, and write in their name.

    Attributes:
        school: whose memory it is.
        reader: reads it.
        author: whose keys are open.
        keys: what opens sealed words, and seals them.
        clock, random: the school's.
    """

    def __init__(
        self,
        school: StaffedSchool,
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

    def certificate(self) -> bytes:
        """The certificate of whose keys are open, as the root signed it."""
        said = self.reader.cached("certificates said", lambda view: view.sayings("certificate"))
        own = [value for _, key, _, value in said if key == self.author.staff_id and isinstance(value, bytes)]
        return max(own, key=lambda data: read_trusted(data).serial)
