"""The people of a school as a laptop knows them."""

from typing import Literal

import msgspec

from scuola_digitale.domain.facts import PersonId
from scuola_digitale.domain.school_terms import Grade


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """A class or a pluriclasse, with the grades that sit in it."""

    group_id: str
    name: str
    grades: tuple[Grade, ...]


class Pupil(msgspec.Struct, frozen=True, kw_only=True):
    """A pupil: `avatar` is the name of a drawing, for instance `lupo`."""

    person: PersonId
    name: str
    grade: Grade
    avatar: str
    group_id: str


Role = Literal["insegnante", "tecnico"]


class StaffMember(msgspec.Struct, frozen=True, kw_only=True):
    """A teacher or a technician: `title` is how pupils call them (`maestra`, `maestro`, `tecnico`)."""

    staff_id: bytes
    name: str
    title: str
    role: Role
