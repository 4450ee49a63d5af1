"""A pupil's sheet: changed, handed to the family, off to another place, taken off the list, forgotten."""

from pathlib import Path
from typing import TYPE_CHECKING

from scuola_digitale.domain.facts import PupilField
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.school import Author
from scuola_digitale.words import Worded, say
from ui.presenters.animals import ANIMALS, animal_words
from ui.presenters.desk import Desk
from ui.presenters.italian import count_words

if TYPE_CHECKING:
    from ui.passages import HandedOver


class SheetPresenter:
    """What a member of staff can do with one pupil's sheet; `author` unlocked their keys."""

    sheet = Worded(lambda: say("Scheda"))
    name = Worded(lambda: say("Nome"))
    grade = Worded(lambda: say("Classe"))
    animal = Worded(lambda: say("Animale"))
    group = Worded(lambda: say("Gruppo"))
    save = Worded(lambda: say("Salva"))
    before = Worded(lambda: say("Com’era prima"))
    hand = Worded(lambda: say("Consegna i dati"))
    move = Worded(lambda: say("Cambia scuola"))
    remove = Worded(lambda: say("Togli dall’elenco"))
    erase = Worded(lambda: say("Cancella per sempre"))
    undo = Worded(lambda: say("Rimetti"))
    back = Worded(lambda: say("Torna alla scheda"))

    hand_what = Worded(
        lambda: say(
            "Prepara una cartella con tutto quello che la scuola sa di {}: una pagina da leggere o stampare,"
            " e gli stessi dati per un altro programma. I nomi degli altri bambini sono coperti."
        )
    )
    hand_choose = Worded(lambda: say("Scegli dove metterla"))
    handing = Worded(lambda: say("Raccolgo tutto…"))

    move_what = Worded(
        lambda: say(
            "Quello che {} ha fatto, scritto e scelto parte con il bambino. Figure e tessera si danno di nuovo là."
        )
    )
    to_site = Worded(lambda: say("In un altro plesso"))
    to_school = Worded(lambda: say("In un’altra scuola"))
    to_choose = Worded(lambda: say("Scegli la chiavetta o la cartella"))
    moving = Worded(lambda: say("Preparo il passaggio…"))
    code_ask = Worded(
        lambda: say("Il codice che apre il file. Dillo per telefono: non metterlo con il file.")
    )
    digits_ask = Worded(lambda: say("Le sei cifre di questa scuola. Di là devono vedere le stesse."))

    when_welcomed = Worded(
        lambda: say("Quando di là l’hanno accolto, torna alla scheda e toglilo dall’elenco.")
    )

    erase_what = Worded(lambda: say("Che cosa succede se cancelli {}"))
    erase_lines = Worded(
        lambda: (
            say("Qui il nome, le risposte e le note spariscono subito, anche dalle copie."),
            say("Sugli altri portatili, sulle chiavette e in regione, al prossimo scambio."),
            say("Nessuno può tornare indietro. Se la famiglia vuole i dati, consegnali prima."),
        )
    )
    erase_on = Worded(lambda: say("Ho capito, continua"))
    erase_name = Worded(lambda: say("Scrivi il nome di chi cancelli"))
    erase_password = Worded(lambda: say("Parola d’ordine del tecnico"))
    erase_not_same = Worded(lambda: say("Il nome non è quello di questa scheda."))
    keep = Worded(lambda: say("No, lascia stare"))

    def __init__(self, desk: Desk, author: Author) -> None:
        self._desk = desk
        self._author = author

    # What can be chosen

    def grades(self) -> tuple[tuple[str, str], ...]:
        """The grades of the site's classes, all of them before anybody said which."""
        here = {grade for group in self._desk.school.groups() for grade in group.grades}
        return tuple((grade.value, grade.label) for grade in Grade if grade in here or not here)

    def grades_for(self, pupil: Pupil) -> tuple[tuple[str, str], ...]:
        """Those, and the pupil's own."""
        own = (pupil.grade.value, pupil.grade.label)
        return self.grades() if own in self.grades() else (*self.grades(), own)

    def animals_for(self, pupil: Pupil) -> tuple[tuple[str, str], ...]:
        """The pupil's own animal and those that nobody has."""
        taken = {one.avatar for one in self._desk.school.pupils()}
        return tuple((one, animal_words(one)) for one in ANIMALS() if one == pupil.avatar or one not in taken)

    def groups(self) -> tuple[tuple[str, str], ...]:
        """The classes of the site; with one there is nothing to choose."""
        return tuple((one.group_id, one.name) for one in self._desk.school.groups())

    # What follows takes its time, so it runs off the GUI thread; each may raise a ScuolaError. Each gives what to say.

    def change(self, pupil: Pupil, fields: dict[PupilField, str]) -> str:
        """Gives a pupil's fields new values, those alone that differ."""
        old: dict[PupilField, str] = {
            "name": pupil.name,
            "grade": pupil.grade.value,
            "avatar": pupil.avatar,
            "group": pupil.group_id,
        }
        new = {field: value for field, value in fields.items() if value.strip() != old[field]}
        if not new:
            return say("Non c’era niente da cambiare.")
        self._desk.people.change_pupil(self._author, pupil.person, new)
        return say("La scheda di {name} è cambiata.", name=new.get("name", pupil.name).strip())

    def take_off(self, pupil: Pupil) -> str:
        """Takes a pupil off the list."""
        had_photo = pupil.person in self._desk.people.photographed()
        self._desk.people.remove_pupil(self._author, pupil.person)
        if had_photo and pupil.person not in self._desk.people.photographed():
            return say(
                "{name} non è più nell’elenco. Quello che ha fatto resta, la foto no.", name=pupil.name
            )
        return say("{name} non è più nell’elenco. Quello che ha fatto resta.", name=pupil.name)

    def put_back(self, pupil: Pupil) -> str:
        """Puts them back."""
        self._desk.people.bring_back(self._author, pupil.person)
        return say("{name} è di nuovo nell’elenco.", name=pupil.name)

    def hand_over_data(self, pupil: Pupil, folder: Path) -> str:
        """Writes all that is held of a pupil into a folder."""
        from ui.dossier.folder import write_dossier  # late: the page and the lessons

        dossier = self._desk.people.dossier(self._author, pupil.person)
        where = write_dossier(dossier, self._desk.library, folder)
        said = say("La cartella «{name}» è pronta: consegnala a mano.", name=where.name)
        if dossier.unreadable:
            closed = count_words(len(dossier.unreadable), "cosa è sigillata", "cose sono sigillate")
            said += " " + say("{closed} e qui non si aprono: la pagina lo dice.", closed=closed)
        return said

    def send(self, pupil: Pupil) -> str:
        """Sends a pupil to another site of the school."""
        closed = self._desk.people.send(self._author, pupil.person)
        said = say(
            "{name} parte con il prossimo scambio. Nell’altro plesso la maestra lo trova tra gli arrivi.",
            name=pupil.name,
        )
        return said + _closed_words(closed)

    def hand_to_school(self, pupil: Pupil, folder: Path) -> "HandedOver":
        """Writes a pupil's passage to another school into a folder."""
        return self._desk.people.hand_over(self._author, pupil.person, folder)

    def handed_words(self, handed: "HandedOver") -> str:
        """What is said of the file."""
        facts = count_words(handed.facts, "cosa", "cose")
        said = say("Nel file «{name}» ci sono {facts}.", name=handed.path.name, facts=facts)
        return said + _closed_words(handed.closed)

    def forget(self, pupil: Pupil, password: str) -> str:
        """Forgets a pupil for ever, with the technician's password."""
        self._desk.people.erase(password, pupil.person)
        return say("Di questo bambino qui non resta niente. Altrove, con il prossimo scambio.")


def _closed_words(closed: int) -> str:
    if not closed:
        return ""
    return " " + say(
        "Restano qui {count}, che non si possono aprire.", count=count_words(closed, "cosa", "cose")
    )
