"""What can go wrong with a pack, in sentences."""

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say


class PackDamagedError(ScuolaError):
    """A pack does not match its own manifest, or the manifest cannot be understood.

    Attributes:
        reason: what was found, in English, for the log.
    """

    def __init__(self, pack_name: str, reason: str) -> None:
        super().__init__(
            say("Il pacchetto «{pack_name}» è incompleto o rovinato.", pack_name=pack_name),
            remedy=say("Copialo di nuovo da dove l’hai preso, oppure riprova quando c’è linea."),
        )
        self.reason = reason


class NotAPackError(ScuolaError):
    """The folder holds no built pack."""

    def __init__(self, folder_name: str, *, is_source: bool) -> None:
        remedy = (
            say("Questa è la cartella dei sorgenti: prima costruisci il pacchetto con «pack build».")
            if is_source
            else say("Scegli la cartella che contiene il file manifest.json.")
        )
        super().__init__(
            say("Nella cartella «{folder_name}» non c’è un pacchetto.", folder_name=folder_name),
            remedy=remedy,
        )


class PackTooNewError(ScuolaError):
    """The manifest's format is newer than this program."""

    def __init__(self, pack_name: str) -> None:
        super().__init__(
            say(
                "Il pacchetto «{pack_name}» è fatto per un programma più nuovo di questo.",
                pack_name=pack_name,
            ),
            remedy=say("Aggiorna Scuola Digitale, poi riprova."),
        )


class PackUnreadableError(ScuolaError):
    """The disk or the stick failed while the pack was read."""

    def __init__(self, pack_name: str) -> None:
        super().__init__(
            say("Non riesco a leggere il pacchetto «{pack_name}».", pack_name=pack_name),
            remedy=say("Controlla che la chiavetta sia inserita bene, poi riprova."),
        )


class PackNotReadyError(ScuolaError):
    """The source still has mistakes that keep it from being built."""

    def __init__(self, folder_name: str, mistakes: int) -> None:
        count = say("c’è un errore") if mistakes <= 1 else say("ci sono {mistakes} errori", mistakes=mistakes)
        super().__init__(
            say(
                "In «{folder_name}» {count} da correggere: il pacchetto non è stato costruito.",
                folder_name=folder_name,
                count=count,
            ),
            remedy=say(
                "Con «scuola-digitale pack check {folder_name}» vedi che cosa correggere, riga per riga.",
                folder_name=folder_name,
            ),
        )
        self.mistakes = mistakes
