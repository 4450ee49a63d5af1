"""What may fail where a laptop keeps its school."""

from pathlib import Path

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say


class DiskFullError(ScuolaError):
    """There is no room for what was to be written; nothing of it was."""

    def __init__(self) -> None:
        super().__init__(
            say("Il portatile è pieno: non ho potuto salvare."),
            remedy=say(
                "Quello che hai scritto è ancora qui. Chiama la maestra o il tecnico: va fatto posto."
            ),
        )


class MemoryDamagedError(ScuolaError):
    """The database of a school cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say("La memoria della scuola ({name}) è rovinata o non è di questo programma.", name=path.name),
            remedy=say(
                "Chiedi a chi cura i computer di rimettere l’ultima copia: scuola-digitale doctor --restore"
            ),
        )


class MemoryUnwritableError(ScuolaError):
    """The disk does not let the school's memory be written; nothing was."""

    def __init__(self) -> None:
        super().__init__(
            say("Su questo portatile non riesco a salvare."),
            remedy=say("Chiama la maestra. Il tecnico guarda il disco e la cartella dei dati."),
        )


class NewerMemoryError(ScuolaError):
    """The database was written by a newer program."""

    def __init__(self) -> None:
        super().__init__(
            say("La memoria della scuola è di una versione più nuova del programma."),
            remedy=say("Aggiorna Scuola Digitale su questo computer."),
        )


class NoSchoolError(ScuolaError):
    """A folder holds no school."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            say("Nella cartella «{name}» non c’è ancora una scuola.", name=folder.name),
            remedy=say(
                "Prova la scuola di esempio con «scuola-digitale demo», o chiedi a chi cura i computer."
            ),
        )


class WrongPasswordError(ScuolaError):
    """A password does not open a staff member's keys."""

    def __init__(self) -> None:
        super().__init__(
            say("La parola d’ordine non è quella giusta."),
            remedy=say("Riprova con calma; se non la ricordi, chiedi a chi cura i computer della scuola."),
        )


class StaffExpiredError(ScuolaError):
    """The days for which somebody was admitted are over."""

    def __init__(self) -> None:
        super().__init__(
            say("I giorni per cui questa persona era stata ammessa sono finiti."),
            remedy=say("Se lavora ancora qui, chiedi a chi cura i computer di ammetterla di nuovo."),
        )


class WrongSheetError(ScuolaError):
    """The letters are not those of the school's newest sheet."""

    def __init__(self) -> None:
        super().__init__(
            say("Queste non sono le lettere del foglio della scuola."),
            remedy=say(
                "Ricopiale con calma: sono ventisei, a gruppi di quattro; vale solo l’ultimo foglio fatto."
            ),
        )


class OwnDismissalError(ScuolaError):
    """A technician would take back their own keys, and could do nothing after that."""

    def __init__(self) -> None:
        super().__init__(
            say("Non puoi escludere te stesso."),
            remedy=say("Fai entrare prima un altro tecnico: poi ti esclude lui."),
        )


class OwnLaptopError(ScuolaError):
    """The laptop in front of which somebody sits cannot be lost: the new keys would come from it, and count nowhere."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo è il portatile che stai usando: non può essere perso."),
            remedy=say("Controlla la sigla; per toglierlo dalla scuola fallo da un altro portatile."),
        )


class NotATechnicianError(ScuolaError):
    """Somebody without the root's key asked for what only a technician may do."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo lo può fare solo chi segue i computer della scuola."),
            remedy=say("Chiedi al tecnico di entrare con la sua parola d’ordine."),
        )


class WeakPasswordError(ScuolaError):
    """A password is too short for what it keeps."""

    def __init__(self, least: int) -> None:
        super().__init__(
            say("La parola d’ordine è troppo corta: servono almeno {least} caratteri.", least=least),
            remedy=say(
                "Tre o quattro parole a caso, con uno spazio in mezzo, sono lunghe e facili da ricordare."
            ),
        )


class AlreadyInSchoolError(ScuolaError):
    """A laptop that is in a school was asked to found or to join another one."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo portatile fa già parte di una scuola."),
            remedy=say(
                "Se deve cambiare scuola, usa un’altra cartella dei dati o un altro account del computer."
            ),
        )


class NoStaffKeysError(ScuolaError):
    """The keys of a member of staff are not on this laptop."""

    def __init__(self) -> None:
        super().__init__(
            say("Su questo computer non ci sono le chiavi di questa persona."),
            remedy=say("Usa il computer di sempre, o chiedi a chi cura i computer della scuola."),
        )


class BusyMemoryError(ScuolaError):
    """Another program has been writing to the database for long."""

    def __init__(self) -> None:
        super().__init__(
            say("La memoria è occupata: un altro programma la usa."),
            remedy=say("Aspetta un momento e riprova."),
        )


class TooLongError(ScuolaError):
    """A text is larger than a fact may be; nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            say("È troppo lungo: così non lo salvo."),
            remedy=say("Fallo più corto, o fanne due, e riprova."),
        )


class NothingKnownError(ScuolaError):
    """Nothing is held of a person, or they were erased."""

    def __init__(self) -> None:
        super().__init__(
            say("Di questa persona qui non c’è niente."),
            remedy=say(
                "Se è stata cancellata, non resta nulla da consegnare. Altrimenti sincronizza e riprova."
            ),
        )


class ForgottenHereError(ScuolaError):
    """A pupil who was erased in this school is brought back."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo bambino qui è stato cancellato per sempre."),
            remedy=say(
                "Se torna a scuola, aggiungilo come nuovo: quello che aveva fatto non si può riprendere."
            ),
        )


class AlreadyHereError(ScuolaError):
    """A package was taken in before."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo bambino è già stato accolto qui."),
            remedy=say("Cercalo nell’elenco: c’è già tutto quello che aveva fatto."),
        )


class BadPassageFileError(ScuolaError):
    """A passage cannot be opened, or was changed on its way."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo passaggio non si apre: il codice è sbagliato, o il file è rovinato."),
            remedy=say(
                "Ricopia il codice con calma. Se non va, chiedi alla scuola di prima di prepararlo di nuovo."
            ),
        )
