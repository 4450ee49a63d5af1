"""Photos in the place of the animals: whether the school wants them, and one pupil's own."""

from scuola_digitale.domain.people import Pupil
from scuola_digitale.school import Author
from scuola_digitale.words import Worded, say, say_count
from ui.presenters.desk import Desk


class SchoolPhotosPresenter:
    """The school's choice; `author` unlocked a technician's keys. What changes something runs off the GUI thread."""

    title = Worded(lambda: say("Foto al posto degli animali"))
    detail = Worded(
        lambda: say(
            "Se la scuola vuole, all’ingresso c’è la foto di chi entra. Serve il sì di ogni famiglia. Le foto"
            " restano nella scuola, sigillate come i nomi. Nessuna macchina le guarda per riconoscere qualcuno."
        )
    )
    want = Worded(lambda: say("Usa le foto"))
    unwant = Worded(lambda: say("Torna agli animali"))
    take_all = Worded(lambda: say("Togli tutte le foto"))

    def __init__(self, desk: Desk, author: Author) -> None:
        self._desk, self._author = desk, author

    @property
    def wanted(self) -> bool:
        """Whether the school shows photos now."""
        return self._desk.people.shows_photos()

    def how_many(self) -> int:
        """How many photos are kept here."""
        return len(self._desk.people.photographed())

    def now_words(self) -> str:
        """How it is now."""
        count = self.how_many()
        if self.wanted:
            return (
                say_count(
                    count,
                    "Le foto si vedono: ce n’è una. La mette la maestra, dalla scheda di ciascuno.",
                    "Le foto si vedono: ce ne sono {count}. Le mette la maestra, dalla scheda di ciascuno.",
                )
                if count
                else say("Le foto si possono usare. Le mette la maestra, dalla scheda di ciascuno.")
            )
        if not count:
            return say("Adesso ci sono gli animali.")
        return say_count(
            count,
            "Adesso ci sono gli animali. Una foto è ancora conservata, e nessuno la vede.",
            "Adesso ci sono gli animali. {count} foto sono ancora conservate, e nessuno le vede.",
        )

    def choose(self, *, wanted: bool) -> str:
        """Turns photos on or off for the whole school; gives what to say."""
        self._desk.people.want_photos(self._author, wanted=wanted)
        if wanted:
            return say("La scuola usa le foto: qui subito, sugli altri portatili dopo uno scambio.")
        return say("Ci sono di nuovo gli animali: qui subito, sugli altri portatili dopo uno scambio.")

    def take_all_question(self) -> str:
        """What is asked before all are taken away."""
        return say("Togliere tutte le foto, per sempre? Nessuno può farle tornare.")

    def take_all_away(self) -> str:
        """Takes every photo away; gives what to say."""
        self._desk.people.take_photos_away(self._author, frozenset(self._desk.people.photographed()))
        return say("Delle foto qui non resta niente. Altrove, con il prossimo scambio.")


class PhotoPresenter:
    """One pupil's photo; `author` unlocked the keys of a member of staff."""

    photo = Worded(lambda: say("Foto"))
    ask = Worded(
        lambda: say("La foto di {} prende il posto dell’animale. La famiglia deve essere d’accordo.")
    )
    not_shown = Worded(
        lambda: say("La scuola adesso usa gli animali. La foto di {} è ancora conservata, e nessuno la vede.")
    )
    from_file = Worded(lambda: say("Scegli una foto"))
    from_camera = Worded(lambda: say("Usa la telecamera"))
    shoot = Worded(lambda: say("Scatta"))
    kinds = Worded(lambda: say("Foto (*.jpg *.jpeg *.png *.webp)"))
    how = Worded(lambda: say("Trascina la foto, o usa le frecce. Con più e meno si avvicina e si allontana."))
    nearer = Worded(lambda: say("Più vicino"))
    farther = Worded(lambda: say("Più lontano"))
    save = Worded(lambda: say("Salva la foto"))
    take_away = Worded(lambda: say("Togli la foto"))
    no_camera = Worded(lambda: say("Scegli una foto da un file: va bene lo stesso."))

    def __init__(self, desk: Desk, author: Author) -> None:
        self._desk, self._author = desk, author

    @property
    def shown(self) -> bool:
        """Whether the school shows photos."""
        return self._desk.people.shows_photos()

    def has_photo(self, pupil: Pupil) -> bool:
        """Whether one of theirs is kept, shown or not."""
        return pupil.person in self._desk.people.photographed()

    def is_open(self, pupil: Pupil) -> bool:
        """Whether there is anything to do: a photo may be set, or one is still kept."""
        return self.shown or self.has_photo(pupil)

    # What follows runs off the GUI thread; each gives what to say, and may raise a ScuolaError.

    def set_photo(self, pupil: Pupil, photo: bytes) -> str:
        """Gives a pupil this photo."""
        self._desk.people.set_photo(self._author, pupil.person, photo)
        return say(
            "La foto di {name} è salvata: qui subito, sugli altri portatili dopo uno scambio.",
            name=pupil.name,
        )

    def take(self, pupil: Pupil) -> str:
        """Takes a pupil's photo away."""
        self._desk.people.take_photos_away(self._author, frozenset({pupil.person}))
        return say(
            "Della foto di {name} qui non resta niente. Altrove, con il prossimo scambio.", name=pupil.name
        )
