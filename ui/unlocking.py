"""Whose password this is, where nobody was asked who they are."""

from scuola_digitale.domain.people import Role
from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.errors import NoStaffKeysError, StaffExpiredError, WrongPasswordError
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import UnlockedStaff
from scuola_digitale.words import say


class NobodyKnownError(ScuolaError):
    """The school has nobody of that role yet, as far as this laptop knows."""

    def __init__(self) -> None:
        super().__init__(
            say("Su questo portatile non si conosce ancora chi può farlo."),
            remedy=say("Sincronizza il portatile con la scuola e riprova."),
        )


def unlock_any(school: School, password: str, *, role: Role | None = None) -> UnlockedStaff:
    """The member of staff whose password this is; a school has few, and each is tried.

    Args:
        school: whose staff.
        password: as typed.
        role: only who has this role, anybody if none is given.

    Raises:
        NobodyKnownError: there is nobody of that role.
        WrongPasswordError: it is nobody's.
    """
    members = [one for one in school.staff() if role in {None, one.role}]
    if not members:
        raise NobodyKnownError
    for member in members:
        try:
            return school.unlock(member.staff_id, password)
        except (WrongPasswordError, NoStaffKeysError, StaffExpiredError):
            continue
    raise WrongPasswordError
