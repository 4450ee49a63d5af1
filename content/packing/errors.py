"""What can go wrong with a pack, in sentences."""

from scuola_digitale.errors import ScuolaError


class PackDamagedError(ScuolaError):
    """A pack does not match its own manifest, or the manifest cannot be understood.

    Attributes:
        reason: what was found, in English, for the log.
    """

    def __init__(self, pack_name: str, reason: str) -> None:
        super().__init__(
            f"Il pacchetto «{pack_name}» è incompleto o rovinato.",
            remedy="Copialo di nuovo da dove l'hai preso, oppure riprova quando c'è linea.",
        )
        self.reason = reason


class NotAPackError(ScuolaError):
    """The folder holds no built pack."""

    def __init__(self, folder_name: str, *, is_source: bool) -> None:
        remedy = (
            "Questa è la cartella dei sorgenti: prima costruisci il pacchetto con «pack build»."
            if is_source
            else "Scegli la cartella che contiene il file manifest.json."
        )
        super().__init__(f"Nella cartella «{folder_name}» non c'è un pacchetto.", remedy=remedy)


class PackTooNewError(ScuolaError):
    """The manifest's format is newer than this program."""

    def __init__(self, pack_name: str) -> None:
        super().__init__(
            f"Il pacchetto «{pack_name}» è fatto per un programma più nuovo di questo.",
            remedy="Aggiorna Scuola Digitale, poi riprova.",
        )


class PackUnreadableError(ScuolaError):
    """The disk or the stick failed while the pack was read."""

    def __init__(self, pack_name: str) -> None:
        super().__init__(
            f"Non riesco a leggere il pacchetto «{pack_name}».",
            remedy="Controlla che la chiavetta sia inserita bene, poi riprova.",
        )


class PackNotReadyError(ScuolaError):
    """The source still has mistakes that keep it from being built."""

    def __init__(self, folder_name: str, mistakes: int) -> None:
        count = "c'è un errore" if mistakes <= 1 else f"ci sono {mistakes} errori"
        super().__init__(
            f"In «{folder_name}» {count} da correggere: il pacchetto non è stato costruito.",
            remedy=f"Con «scuola-digitale pack check {folder_name}» vedi che cosa correggere, riga per riga.",
        )
        self.mistakes = mistakes
