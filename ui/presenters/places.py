"""Decides where each person can go in the window, and how the rail names them."""

import msgspec

from scuola_digitale.domain.people import Pupil, Role, StaffMember
from ui.presenters.italian import grades_words


class Place(msgspec.Struct, frozen=True):
    """A page: its key, its words, its icon and the shorter words of a slim rail."""

    key: str
    words: str
    icon: str
    short: str


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """Who is here: a pupil has an avatar, staff an icon; `leave` says how to hand over."""

    name: str
    detail: str
    leave: str
    avatar: str = ""
    icon: str = ""


_LIBRARY = Place("biblioteca", "Biblioteca", "libro", "Biblioteca")
_SEARCH = Place("cerca", "Cerca", "cerca", "Cerca")

PUPIL_PLACES = (
    Place("oggi", "Oggi", "oggi", "Oggi"),
    _LIBRARY,
    Place("ripasso", "Ripasso", "ripasso", "Ripasso"),
    Place("quaderno", "Quaderno", "quaderno", "Quaderno"),
    _SEARCH,
    Place("sassi", "I miei sassi", "ometto", "I miei sassi"),
)

GUEST_PLACES = (_LIBRARY, _SEARCH)
"""A guest reads and tries: nothing is written down."""

GUEST = Who(name="Ospite", detail="niente si salva · esci", leave="Torna agli animali.", icon="libro")

STAFF_PLACES: dict[Role, tuple[Place, ...]] = {
    "insegnante": (
        Place("classe", "Classe", "classe", "Classe"),
        Place("assegna", "Assegna", "assegna", "Assegna"),
        Place("da-leggere", "Da leggere", "messaggio", "Da leggere"),
        Place("bambini", "Bambini", "persone", "Bambini"),
        _LIBRARY,
        _SEARCH,
    ),
    "tecnico": (
        Place("contenuti", "Contenuti", "pacco", "Contenuti"),
        Place("persone", "Persone", "persone", "Persone"),
        Place("portatili", "Portatili", "portatile", "Portatili"),
        Place("sincronizzazione", "Sincronizzazione", "linea", "Scambi"),
    ),
}


def who_is_pupil(pupil: Pupil) -> Who:
    """How the rail shows a pupil."""
    return Who(
        name=pupil.name,
        detail=f"classe {grades_words([pupil.grade])} · cambia",
        leave=f"Non sei {pupil.name}? Torna agli animali.",
        avatar=pupil.avatar,
    )


def who_is_staff(member: StaffMember) -> Who:
    """How the rail shows a member of staff."""
    return Who(
        name=member.name,
        detail=f"{member.title} · esci",
        leave="Chiudi e torna agli animali.",
        icon="persone" if member.role == "insegnante" else "attrezzi",
    )
