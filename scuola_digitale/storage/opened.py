"""What a member of staff may do with all that is held of one pupil: their dossier, and their passage to another place."""

from scuola_digitale.domain.dossier import Dossier
from scuola_digitale.domain.facts import PersonId
from scuola_digitale.format.passage import Passage
from scuola_digitale.storage.dossier import gather
from scuola_digitale.storage.packing_up import Packed, pack_up
from scuola_digitale.storage.passing import Arrival, arrivals, send
from scuola_digitale.storage.unlocked_memory import UnlockedMemory
from scuola_digitale.storage.welcoming import welcome


class OpenedMemory(UnlockedMemory):
    """What one member of staff may read of a pupil as a whole; `School.opened_by` gives it."""

    def dossier(self, person: PersonId) -> Dossier:
        """All that this laptop holds of a person.

        Raises:
            NothingKnownError: nothing is held of such a person, or they were erased.
        """
        return gather(self, person)

    def passage(self, person: PersonId) -> Packed:
        """What goes along with a pupil who leaves for another site or school; nothing is written.

        Raises:
            NothingKnownError: they are not in the roster.
        """
        return pack_up(self, person)

    def send(self, person: PersonId) -> Packed:
        """Sends a pupil to whichever site of this school welcomes them: what goes along travels as facts, sealed."""
        return send(self, person)

    def arrivals(self) -> tuple[Arrival, ...]:
        """Who was sent from other sites of this school and not welcomed anywhere yet, earliest first."""
        return arrivals(self)

    def welcome(self, passage: Passage) -> PersonId:
        """Takes a pupil in with all that they bring; from another school under an id of their own here.

        Raises:
            ForgottenHereError: they were erased in this school.
            AlreadyHereError: this package was taken in before.
        """
        return welcome(self, passage)
