"""Who sits at the laptop now."""

from dataclasses import dataclass

from scuola_digitale.domain.people import Pupil
from ui.presenters.places import (
    GUEST,
    GUEST_PLACES,
    PUPIL_PLACES,
    STAFF_PLACES,
    Place,
    Who,
    who_is_pupil,
    who_is_staff,
)
from ui.presenters.sign_in import Teacher


@dataclass(frozen=True, slots=True)
class Session:
    """A pupil, or a member of staff whose keys are open: one of the two; a guest is neither."""

    pupil: Pupil | None = None
    staff: Teacher | None = None

    def places(self) -> tuple[Place, ...]:
        """Where this person can go."""
        if self.staff:
            return STAFF_PLACES()[self.staff.member.role]
        return PUPIL_PLACES() if self.pupil else GUEST_PLACES()

    def who(self) -> Who:
        """How the rail shows them."""
        if self.staff:
            return who_is_staff(self.staff.member)
        return who_is_pupil(self.pupil) if self.pupil else GUEST()
