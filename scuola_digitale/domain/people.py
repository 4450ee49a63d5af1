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
    """A pupil.

    Attributes:
        avatar: the name of a drawing, for instance `lupo`.
        figures: the three of their picture PIN, in order; none where the teacher chose to do without.
        card: the short word of their class card, empty for none.
        photo: shown instead of the drawing (domain/photos.py); empty for none, and where the school wants no photos.
    """

    person: PersonId
    name: str
    grade: Grade
    avatar: str
    group_id: str
    figures: tuple[str, ...] = ()
    card: str = ""
    photo: bytes = b""


Role = Literal["insegnante", "tecnico"]

FAR_MS = 1 << 47
"""An end that no certificate reaches: in the year 6429."""


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """A laptop of the school.

    Attributes:
        device: its 16-byte id.
        label: how people call it.
        until_ms: the end of its certificate: until then it may exchange.
        seen_ms: when it wrote the latest of what arrived here, 0 for never.
        lost: whether the school took its key back.
        sites: the ids of the sites that its certificate names; none where it limits nothing.
    """

    device: bytes
    label: str
    until_ms: int
    seen_ms: int
    lost: bool = False
    sites: tuple[str, ...] = ()


class StaffMember(msgspec.Struct, frozen=True, kw_only=True):
    """A teacher or a technician.

    Attributes:
        title: how pupils call them (`maestra`, `maestro`, `tecnico`).
        until_ms: the end of their certificate: until then they may come in.
        successor: the id of the same person's newer certificate, None for the one in use.
        gone: whether the school took their key back.
    """

    staff_id: bytes
    name: str
    title: str
    role: Role
    until_ms: int = FAR_MS
    successor: bytes | None = None
    gone: bool = False
