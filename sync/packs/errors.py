"""How getting packs fails, in words for who stands before the laptop."""

from pathlib import Path

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say


class NotHereError(ScuolaError):
    """A place does not have what it was asked for; `path` is for the log."""

    def __init__(self, place: str, path: str) -> None:
        super().__init__(
            say("Da {place} manca una parte del pacchetto.", place=place),
            remedy=say("Riprova più tardi, oppure prendi il pacchetto da un’altra parte."),
        )
        self.path = path


class PlaceUnreadableError(ScuolaError):
    """The disk or stick of a place fails while it is read."""

    def __init__(self, place: str) -> None:
        super().__init__(
            say("Non riesco a leggere da {place}.", place=place),
            remedy=say("Controlla che la chiavetta sia inserita bene, poi riprova."),
        )


class NoTrustError(ScuolaError):
    """This laptop does not know the region's keys yet, so it can check nobody's packs."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo portatile non conosce ancora le firme della regione."),
            remedy=say("Chi segue i computer le aggiunge una volta con: scuola-digitale pack trust FILE."),
        )


class NotARootError(ScuolaError):
    """What was given is not the beginning of a region's trust."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo non è il file delle firme di una regione."),
            remedy=say("Chiedi alla regione il file «1.root.json» e riprova con quello."),
        )


class OtherRootError(ScuolaError):
    """The laptop trusts another region already."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo portatile si fida già delle firme di un’altra regione."),
            remedy=say("Se la scuola ha cambiato regione, aggiungi --replace al comando."),
        )


class TrustExpiredError(ScuolaError):
    """The newest signatures at hand are past their date: nothing new is installed, everything is still read."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Le firme della regione sono scadute: per ora non installo nulla di nuovo. "
                "Le lezioni già installate funzionano come sempre."
            ),
            remedy=say(
                "Collegati alla linea, o usa una chiavetta più recente. Controlla anche data e ora del computer."
            ),
        )


class TrustBrokenError(ScuolaError):
    """A place offers metadata that do not hold: forged, older than known, or mixed; `reason` is for the log."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(
            say("Quello che arriva da {place} non ha le firme giuste: non ho installato nulla.", place=place),
            remedy=say("Riprova da un’altra parte; se succede ancora, avvisa la regione."),
        )
        self.reason = reason


class UnknownOfferError(ScuolaError):
    """The region offers no such pack to this school."""

    def __init__(self, pack_id: str) -> None:
        super().__init__(
            say("La regione non offre il pacchetto «{pack_id}» a questa scuola.", pack_id=pack_id),
            remedy=say("Guarda quali ci sono con: scuola-digitale pack check-updates."),
        )


class OfferBrokenError(ScuolaError):
    """What was downloaded is not what the region signed; `reason` is for the log."""

    def __init__(self, title: str, reason: str) -> None:
        super().__init__(
            say("Il pacchetto «{title}» arriva rovinato: non ho installato nulla.", title=title),
            remedy=say("Riprova più tardi o da un’altra parte; se succede ancora, avvisa la regione."),
        )
        self.reason = reason


class GettingStoppedError(ScuolaError):
    """Whoever asked for the download stopped it; what came stays for the next time."""

    def __init__(self) -> None:
        super().__init__(
            say("Mi sono fermato: quello che è arrivato resta qui."),
            remedy=say("Quando vuoi riprendi, e si va avanti da questo punto."),
        )


class BudgetSpentError(ScuolaError):
    """Today's data are used up."""

    def __init__(self) -> None:
        super().__init__(
            say("Per oggi i dati da scaricare sono finiti: quello che è arrivato resta qui."),
            remedy=say(
                "Domani si va avanti da questo punto. Il limite si cambia con: scuola-digitale pack limits."
            ),
        )


class OutsideHoursError(ScuolaError):
    """It is not the time of the day to download."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__(
            say(
                "Si scarica solo dalle {start} alle {end}: quello che è arrivato resta qui.",
                start=start,
                end=end,
            ),
            remedy=say("A quell’ora si va avanti. L’orario si cambia con: scuola-digitale pack limits."),
        )


class NoPlaceError(ScuolaError):
    """There is nowhere to get packs from."""

    def __init__(self) -> None:
        super().__init__(
            say("Non so da dove prendere i pacchetti."),
            remedy=say(
                "Collega la regione con: scuola-digitale sync --region https://… oppure usa una chiavetta."
            ),
        )


class NoPacksHereError(ScuolaError):
    """A folder holds no packs of a region."""

    def __init__(self, folder: Path, *, is_pack: bool) -> None:
        remedy = (
            say("È un pacchetto costruito a mano: si installa con scuola-digitale pack install.")
            if is_pack
            else say("Scegli la chiavetta, o la cartella «scuola-digitale» copiata da lì.")
        )
        super().__init__(
            say("In «{folder}» non ci sono pacchetti della regione.", folder=folder), remedy=remedy
        )


class StandInError(ScuolaError):
    """A pack bears the name of a publisher whose packs the region signs, and nobody signed this one."""

    def __init__(self, title: str, publisher: str) -> None:
        super().__init__(
            say(
                "«{title}» dice di essere di «{publisher}», ma non ha le firme della regione: non l’ho installato.",
                title=title,
                publisher=publisher,
            ),
            remedy=say(
                "Prendilo dalla linea o da una chiavetta fatta con «Prepara una chiavetta». "
                "Se l’hai scritto tu, in pacchetto.yml metti un altro editore."
            ),
        )
