"""What can go wrong with the library, in sentences."""

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say


class OlderEditionError(ScuolaError):
    """A newer edition of the same pack is installed."""

    def __init__(self, title: str, edition: int, installed: int) -> None:
        super().__init__(
            say(
                "Di «{title}» c’è già l’edizione {installed}, più nuova della {edition}.",
                title=title,
                installed=installed,
                edition=edition,
            ),
            remedy=say("Tieni quella che c’è. Se vuoi proprio la vecchia, prima togli il pacchetto."),
        )


class LessonTakenError(ScuolaError):
    """Another pack already brings a lesson of this name."""

    def __init__(self, ref: str, other_title: str) -> None:
        super().__init__(
            say(
                "La lezione «{ref}» appartiene già al pacchetto «{other_title}».",
                ref=ref,
                other_title=other_title,
            ),
            remedy=say("Togli l’altro pacchetto, oppure chiedi all’autore di cambiare l’id della lezione."),
        )


class SchoolNameError(ScuolaError):
    """A pack bears the name of a school's own packs, and no teacher of this school offers it."""

    def __init__(self, title: str) -> None:
        super().__init__(
            say(
                "«{title}» si presenta come un pacchetto della scuola, ma nessun insegnante l’ha offerto: non l’ho installato.",
                title=title,
            ),
            remedy=say("Se l’hai scritto tu, offrilo alla scuola con: scuola-digitale pack offer CARTELLA."),
        )


class InstallStoppedError(ScuolaError):
    """Whoever asked for the installation stopped it; the library is as before."""

    def __init__(self, title: str) -> None:
        super().__init__(
            say("L’installazione di «{title}» è stata fermata: la biblioteca è come prima.", title=title),
            remedy=say("Puoi ripeterla quando vuoi."),
        )


class LibraryBusyError(ScuolaError):
    """Another program is changing the library."""

    def __init__(self) -> None:
        super().__init__(
            say("La biblioteca è occupata: un altro programma sta installando o togliendo un pacchetto."),
            remedy=say("Aspetta che finisca, poi riprova."),
        )


class LibraryDamagedError(ScuolaError):
    """The library's own file cannot be read."""

    def __init__(self) -> None:
        super().__init__(
            say("La biblioteca di questo computer è rovinata."),
            remedy=say(
                "Chiama il tecnico: si toglie la cartella della biblioteca e si installano di nuovo i "
                "pacchetti. I progressi non si perdono, stanno altrove."
            ),
        )


class UnknownPackError(ScuolaError):
    """No such pack is installed."""

    def __init__(self, pack_id: str) -> None:
        super().__init__(
            say("Il pacchetto «{pack_id}» non è installato.", pack_id=pack_id),
            remedy=say("Guarda in Contenuti quali pacchetti ci sono."),
        )


class UnknownLessonError(ScuolaError):
    """No installed pack brings this lesson."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            say("La lezione «{ref}» non c’è su questo computer.", ref=ref),
            remedy=say("Dillo alla maestra: manca il suo pacchetto."),
        )


class LessonUnreadableError(ScuolaError):
    """The lesson's source is installed and whole, and this program cannot read it."""

    def __init__(self, title: str) -> None:
        super().__init__(
            say("La lezione «{title}» ha un errore e non si può aprire.", title=title),
            remedy=say("Dillo alla maestra: serve il pacchetto nuovo."),
        )


class UnknownFileError(ScuolaError):
    """The pack has no file of this name."""

    def __init__(self, pack_id: str, path: str) -> None:
        super().__init__(
            say("Nel pacchetto «{pack_id}» manca «{path}».", pack_id=pack_id, path=path),
            remedy=say("Dillo alla maestra: il pacchetto va installato di nuovo."),
        )


class LibraryUnwritableError(ScuolaError):
    """This person may not write where the library is."""

    def __init__(self) -> None:
        super().__init__(
            say("Non posso scrivere nella cartella della biblioteca."),
            remedy=say(
                "Chiama il tecnico: la cartella dei dati deve essere scrivibile da chi usa il programma."
            ),
        )
