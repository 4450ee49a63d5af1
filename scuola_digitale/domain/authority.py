"""Who may write what: asked in the fold alone, so that every laptop answers alike whenever it learns of a fact."""

from typing import Literal

from scuola_digitale.domain import facts
from scuola_digitale.domain.facts import Fact

Role = Literal["dispositivo", "insegnante", "tecnico"]

_TEACHER = frozenset({"insegnante"})
_TECHNICIAN = frozenset({"tecnico"})
_STAFF = _TEACHER | _TECHNICIAN

_ROLES: dict[type[Fact], frozenset[str]] = {
    facts.PupilAdded: _STAFF,
    facts.PupilRemoved: _STAFF,
    facts.PupilFieldSet: _STAFF,
    facts.GroupFieldSet: _STAFF,
    facts.PlessoFieldSet: _TECHNICIAN,
    facts.PersonErased: _TECHNICIAN,
    facts.PupilSent: _STAFF,
    facts.HomeSet: _STAFF,
    facts.FactBrought: _STAFF,
    facts.OriginTold: _STAFF,
    facts.PhotoSet: _STAFF,
    facts.PhotoSent: _STAFF,
    facts.PhotosErased: _STAFF,
    facts.SchoolFieldSet: _TECHNICIAN,
    facts.WorkFieldSet: _TEACHER,
    facts.TaskSet: _TEACHER,
    facts.TaskRemoved: _TEACHER,
    facts.WordSent: _TEACHER,
    facts.KeyShared: _TECHNICIAN,
    facts.NoteWritten: _STAFF,
    facts.AnswerMarked: _TEACHER,
}


def may_write(fact: Fact, author: bytes, roles: frozenset[str]) -> bool:
    """Whether a member of staff who holds certificates of these roles may write this staff fact.

    Roles only ever add up: a right is taken away by revoking a key, never by a later certificate, so it
    cannot matter in which order certificates arrive.
    """
    if isinstance(fact, facts.StaffFieldSet):
        own = fact.staff_id == author and fact.field != "successor"
        return "tecnico" in roles or (own and bool(roles & _STAFF))
    if isinstance(fact, facts.PackOffered | facts.PackWithdrawn):
        own = fact.pack_key.startswith(f"{author.hex()}/")
        withdraws = isinstance(fact, facts.PackWithdrawn)
        return (own and bool(roles & _TEACHER)) or (withdraws and bool(roles & _TECHNICIAN))
    return bool(roles & _ROLES[type(fact)])


def belongs(fact: Fact, scope: str) -> bool:
    """Whether a fact stands in a stream of the right scope."""
    return (scope == "scuola") == (fact.scope_kind == "scuola")
