"""Who arrives from another site or school, and who left the list."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.school import Author
from scuola_digitale.words import Worded, say
from ui.presenters.desk import Desk
from ui.presenters.italian import at_words, count_words

if TYPE_CHECKING:
    from ui.passages import Newcoming


class Arriving(msgspec.Struct, frozen=True):
    """Somebody who can be welcomed: name, animal, a line about them, what they bring, a photo where the school has photos."""

    name: str
    avatar: str
    detail: str
    newcoming: "Newcoming"
    photo: bytes = b""


class ArrivalsPresenter:
    """Who comes and who went; `author` unlocked their keys."""

    title = Worded(lambda: say("In arrivo"))
    welcome = Worded(lambda: say("Accogli"))
    former_title = Worded(lambda: say("Non sono più nell’elenco"))
    put_back = Worded(lambda: say("Rimetti nell’elenco"))
    school_title = Worded(lambda: say("Accogli da un’altra scuola"))
    school_detail = Worded(
        lambda: say("Serve il file che la scuola di prima ti ha dato, e il codice detto per telefono.")
    )
    file = Worded(lambda: say("Il file"))
    choose = Worded(lambda: say("Scegli la cartella del file"))
    no_place = Worded(lambda: say("Prima scegli la cartella dove sta il file."))
    code = Worded(lambda: say("Codice"))
    code_example = "XXXX-XXXX-XXXX-XXXX"
    look = Worded(lambda: say("Apri il passaggio"))
    same = Worded(lambda: say("Sono le stesse: accogli"))
    not_now = Worded(lambda: say("Non accogliere"))

    def __init__(self, desk: Desk, author: Author) -> None:
        self._desk = desk
        self._author = author

    def former(self) -> tuple[Pupil, ...]:
        """Who left the list and is still remembered."""
        return self._desk.people.former_pupils()

    def former_words(self, pupil: Pupil) -> str:
        """A line about somebody who left."""
        grade = say("classe {grade}", grade=pupil.grade.label)
        return say("{grade} · ora in un altro plesso", grade=grade) if self.is_away(pupil) else grade

    def is_away(self, pupil: Pupil) -> bool:
        """Whether they are at another site: that one alone sends them back."""
        return pupil.person in self._desk.people.away()

    # What follows runs off the GUI thread; each may raise a ScuolaError.

    def arriving(self) -> tuple[Arriving, ...]:
        """Who waits to be welcomed from another site."""
        return tuple(map(self._told, self._desk.people.arriving(self._author)))

    def look_into(self, place: Path, code: str) -> Arriving:
        """Opens a passage from another school."""
        return self._told(self._desk.people.look_into(place, code))

    def take_in(self, arriving: Arriving) -> str:
        """Takes somebody in; gives what to say."""
        self._desk.people.welcome(self._author, arriving.newcoming)
        return say("{name} è nell’elenco, con quello che aveva fatto.", name=arriving.name)

    def compare(self, arriving: Arriving) -> str:
        """What is asked before somebody from another school is taken in."""
        return say(
            "{name} viene da «{place}». Chiedi per telefono a quella scuola le sue sei cifre. Devono essere {digits}.",
            name=arriving.name,
            place=arriving.newcoming.passage.place,
            digits=arriving.newcoming.digits,
        )

    def _told(self, one: "Newcoming") -> Arriving:
        passage = one.passage
        known = {grade.value: grade.label for grade in Grade}
        detail = say(
            "classe {grade} · da «{place}» · {facts} · partenza {when}",
            grade=known.get(passage.grade, passage.grade),
            place=passage.place,
            facts=count_words(len(passage.facts), "cosa fatta", "cose fatte"),
            when=at_words(one.sent_ms, self._desk.clock.now_ms()),
        )
        photo = passage.photo if self._desk.people.shows_photos() else b""
        return Arriving(passage.name, passage.avatar, detail, one, photo)
