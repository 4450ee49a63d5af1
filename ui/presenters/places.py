"""Decides where each person can go in the window, and how the rail names them."""

import msgspec

from scuola_digitale.domain.people import Pupil, Role, StaffMember
from scuola_digitale.words import Worded, say
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
    photo: bytes = b""
    icon: str = ""


_LIBRARY = Worded(lambda: Place("biblioteca", say("Biblioteca"), "libro", say("Biblioteca")))
_SEARCH = Worded(lambda: Place("cerca", say("Cerca"), "cerca", say("Cerca")))

PUPIL_PLACES = Worded(
    lambda: (
        Place("oggi", say("Oggi"), "oggi", say("Oggi")),
        _LIBRARY(),
        Place("ripasso", say("Ripasso"), "ripasso", say("Ripasso")),
        Place("quaderno", say("Quaderno"), "quaderno", say("Quaderno")),
        _SEARCH(),
        Place("sassi", say("I miei sassi"), "ometto", say("I miei sassi")),
    )
)

GUEST_PLACES = Worded(lambda: (_LIBRARY(), _SEARCH()))
"""A guest reads and tries: nothing is written down."""

GUEST = Worded(
    lambda: Who(
        name=say("Ospite"),
        detail=say("niente si salva · esci"),
        leave=say("Torna agli animali."),
        icon="libro",
    )
)

STAFF_PLACES: Worded[dict[Role, tuple[Place, ...]]] = Worded(
    lambda: {
        "insegnante": (
            Place("classe", say("Classe"), "classe", say("Classe")),
            Place("assegna", say("Assegna"), "assegna", say("Assegna")),
            Place("da-leggere", say("Da leggere"), "messaggio", say("Da leggere")),
            Place("bambini", say("Bambini"), "persone", say("Bambini")),
            Place("lezioni", say("Le mie lezioni"), "penna", say("Lezioni")),
            _LIBRARY(),
            _SEARCH(),
        ),
        "tecnico": (
            Place("contenuti", say("Contenuti"), "pacco", say("Contenuti")),
            Place("persone", say("Persone"), "persone", say("Persone")),
            Place("portatili", say("Portatili"), "portatile", say("Portatili")),
            Place("sincronizzazione", say("Sincronizzazione"), "linea", say("Scambi")),
        ),
    }
)


def who_is_pupil(pupil: Pupil) -> Who:
    """How the rail shows a pupil."""
    return Who(
        name=pupil.name,
        detail=say("classe {grades} · cambia", grades=grades_words([pupil.grade])),
        leave=say("Non sei {name}? Torna agli animali.", name=pupil.name),
        avatar=pupil.avatar,
        photo=pupil.photo,
    )


def who_is_staff(member: StaffMember) -> Who:
    """How the rail shows a member of staff."""
    return Who(
        name=member.name,
        detail=say("{title} · esci", title=member.title),
        leave=say("Chiudi e torna agli animali."),
        icon="persone" if member.role == "insegnante" else "attrezzi",
    )
