"""How a hub fails, in words for who stands before the laptop."""

from scuola_digitale.words import say
from sync.errors import SyncError


class HubUntrustedError(SyncError):
    """What answers at a hub's address is no laptop of this school."""

    def __init__(self) -> None:
        super().__init__(
            say("Al posto del portatile che raccoglie risponde qualcuno che non è della scuola."),
            remedy=say("Non è partito nulla. Controlla l’indirizzo con chi segue i computer."),
        )


class HubGoneError(SyncError):
    """The hub does not answer."""

    def __init__(self) -> None:
        super().__init__(
            say("Il portatile che raccoglie non risponde."),
            remedy=say("Accendilo, oppure controlla che siate sulla stessa rete."),
        )


class HubElsewhereError(SyncError):
    """A hub of this school that was not admitted in this laptop's site: it is not given what is written here."""

    def __init__(self) -> None:
        super().__init__(
            say("Il portatile che raccoglie è di un altro plesso della scuola."),
            remedy=say("Non è partito nulla. Usa un portatile di questo plesso, oppure la chiavetta."),
        )
