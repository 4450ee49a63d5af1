"""How an exchange fails, in words for who stands before the laptop."""

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say


class SyncError(ScuolaError):
    """An exchange did not go through; what was acknowledged stays, the rest goes next time.

    Attributes:
        retry_after_seconds: how long the other side asked to wait; None where it said nothing.
    """

    def __init__(self, message: str, *, remedy: str, retry_after_seconds: float | None = None) -> None:
        super().__init__(message, remedy=remedy)
        self.retry_after_seconds = retry_after_seconds


class BadMessageError(SyncError):
    """A message of an exchange that cannot be read: `what` is for the log, in English."""

    def __init__(self, what: str) -> None:
        super().__init__(
            say("È arrivato un messaggio che non si capisce."),
            remedy=say("Riprova più tardi: quello che avevi fatto è al sicuro su questo computer."),
        )
        self.what = what


class LineDownError(SyncError):
    """There is no line, or it dropped in the middle."""

    def __init__(self) -> None:
        super().__init__(
            say("La linea non c’è o è caduta."),
            remedy=say(
                "Non serve fare nulla: il lavoro è salvato qui e parte da solo quando la linea torna."
            ),
        )


class LineStuckError(SyncError):
    """Nothing moved on the line for too long; slow is fine, still is not."""

    def __init__(self) -> None:
        super().__init__(
            say("La linea è ferma: da un po’ non passa più nulla."),
            remedy=say("Non serve fare nulla: il programma riprova da solo, da dove era arrivato."),
        )


class RegionUnknownError(SyncError):
    """No server answers at the region's address."""

    def __init__(self, region_url: str) -> None:
        super().__init__(
            say(
                "All’indirizzo «{region_url}» non risponde nessun server della regione.",
                region_url=region_url,
            ),
            remedy=say("Controlla l’indirizzo con chi segue i computer; se è giusto, riprova più tardi."),
        )


class RegionAddressError(SyncError):
    """What was given is no address of a region."""

    def __init__(self, region_url: str) -> None:
        super().__init__(
            say("«{region_url}» non è un indirizzo valido.", region_url=region_url),
            remedy=say("Scrivilo per intero, per esempio https://scuola.regione.example."),
        )


class RegionAnswersRubbishError(SyncError):
    """Something answers at the region's address, and it is not the region: a captive portal, another server."""

    def __init__(self) -> None:
        super().__init__(
            say("Al posto della regione risponde qualcos’altro."),
            remedy=say("Se la rete chiede un accesso, apri il browser ed entra; poi riprova."),
        )


class AuthorityUnknownError(SyncError):
    """A certificate of an authority that this machine does not know: a school network's own, or a captive portal."""

    def __init__(self) -> None:
        super().__init__(
            say("La rete mostra un certificato che questo computer non conosce."),
            remedy=say(
                "Se la rete chiede un accesso, apri il browser ed entra. Se ha una sua autorità, chiedi il file"
                " a chi la gestisce e indicalo con «scuola-digitale line --authority»."
            ),
        )


class ProxyRefusedError(SyncError):
    """The proxy that this machine is told to use does not answer, or does not let through."""

    def __init__(self) -> None:
        super().__init__(
            say("Il proxy della rete non lascia passare la sincronizzazione."),
            remedy=say(
                "Guarda il proxy nelle impostazioni di rete del computer, o chiedi a chi cura la rete."
            ),
        )


class RegionBrokenError(SyncError):
    """The region fails at its own work."""

    def __init__(self) -> None:
        super().__init__(
            say("Il server della regione ha un guasto."),
            remedy=say(
                "Non serve fare nulla: il programma riprova da solo. Se dura giorni, avvisa la regione."
            ),
        )


class RegionBusyError(SyncError):
    """The region asks to come back later."""

    def __init__(self, retry_after_seconds: float) -> None:
        super().__init__(
            say("Il server della regione ha troppo da fare in questo momento."),
            remedy=say("Non serve fare nulla: il programma riprova da solo tra poco."),
            retry_after_seconds=retry_after_seconds,
        )


class SchoolUnknownError(SyncError):
    """The region does not know this school."""

    def __init__(self) -> None:
        super().__init__(
            say("La regione non conosce ancora questa scuola."),
            remedy=say("Chiedi alla regione di registrarla, poi riprova."),
        )


class DeviceRefusedError(SyncError):
    """The region does not take this laptop as one of the school's."""

    def __init__(self) -> None:
        super().__init__(
            say("La regione non riconosce questo computer come uno della scuola."),
            remedy=say("Chi segue i computer deve ammetterlo di nuovo nella scuola."),
        )


class ExchangeStuckError(SyncError):
    """Both sides have said all they can, and still do not hold the same: a forked or damaged stream."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo computer e la regione non riescono a mettersi d’accordo su una parte dei dati."),
            remedy=say("Il resto è passato. Avvisa chi segue i computer: il programma continua a riprovare."),
        )


class ClockWrongError(SyncError):
    """A server's certificate does not hold on the day that this laptop's clock shows."""

    def __init__(self) -> None:
        super().__init__(
            say("La data di questo computer e quella del server non vanno d’accordo."),
            remedy=say("Controlla giorno e ora del computer; se sono giusti, avvisa la regione."),
        )


class OwnAuthorityError(SyncError):
    """The file with an authority of one's own holds none."""

    def __init__(self, file: str) -> None:
        super().__init__(
            say("Nel file «{file}» non c’è un certificato che si possa leggere.", file=file),
            remedy=say("Chiedi il file giusto (PEM) a chi gestisce la rete."),
        )
