"""How a school's own packs fail, in words for teachers and technicians."""

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from sync.errors import SyncError


class SchoolSpaceFullError(SyncError):
    """Whoever keeps the school's lessons has no more room for this school."""

    def __init__(self) -> None:
        super().__init__(
            say("Lo spazio che la regione tiene per le lezioni di questa scuola è finito."),
            remedy=say(
                "Ritira un pacchetto che non serve più. Intanto le lezioni passano dalla rete della scuola e con la chiavetta."
            ),
        )


class NoDepositError(SyncError):
    """Who was asked keeps no school's lessons."""

    def __init__(self) -> None:
        super().__init__(
            say("Questa regione non tiene ancora le lezioni delle scuole."),
            remedy=say("Non serve fare nulla: passano dalla rete della scuola e con la chiavetta."),
        )


class SchoolKeyMissingError(ScuolaError):
    """The pack is sealed with a key of the school that this laptop does not hold."""

    def __init__(self, title: str) -> None:
        super().__init__(
            say(
                "«{title}» è chiuso con una chiave della scuola che questo portatile non ha ancora.",
                title=title,
            ),
            remedy=say("Sincronizza il portatile con la scuola, poi riprova."),
        )


class SchoolPackBrokenError(ScuolaError):
    """What came is not what the teacher offered; `reason` is for the log."""

    def __init__(self, title: str, reason: str) -> None:
        super().__init__(
            say(
                "Le lezioni «{title}» arrivano rovinate, o non sono quelle offerte: non ho installato nulla.",
                title=title,
            ),
            remedy=say(
                "Riprova più tardi o da un’altra parte; se succede ancora, chi le ha scritte le offra di nuovo."
            ),
        )
        self.reason = reason


class SchoolPackTooLargeError(ScuolaError):
    """A pack of the school's own may not be as large as this one."""

    def __init__(self, title: str, most: int) -> None:
        super().__init__(
            say(
                "«{title}» è troppo grande per le lezioni della scuola: al più {megabytes} MB.",
                title=title,
                megabytes=most // 1_000_000,
            ),
            remedy=say("Togli o rimpicciolisci i filmati, oppure dividi le lezioni in due pacchetti."),
        )


class NameTakenError(ScuolaError):
    """A colleague offers a pack of this name."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__(
            say(
                "Un collega offre già un pacchetto che si chiama «{name}»: «{title}».", name=name, title=title
            ),
            remedy=say("In pacchetto.yml dai un altro id al tuo, poi riprova."),
        )


class NoSuchOfferError(ScuolaError):
    """Nobody offers a pack of this name to the school."""

    def __init__(self, name: str) -> None:
        super().__init__(
            say("Tra le lezioni della scuola non c’è nessun pacchetto «{name}».", name=name),
            remedy=say("Guarda quali ci sono con: scuola-digitale pack offers"),
        )


class NotYoursError(ScuolaError):
    """Only its author or a technician takes a pack back."""

    def __init__(self, title: str) -> None:
        super().__init__(
            say("«{title}» è di un collega: non puoi ritirarlo tu.", title=title),
            remedy=say("Chiedilo a chi l’ha scritto, oppure a chi segue i computer."),
        )
