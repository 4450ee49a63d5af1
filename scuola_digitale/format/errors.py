"""What may be wrong with bytes that others wrote."""

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say


class BadSegmentError(ScuolaError):
    """A segment, or something inside it, does not hold what its format and its signature promise.

    Attributes:
        reason: for the log, in English.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(
            say("Sono arrivati dei dati rovinati, e non li ho presi."),
            remedy=say("Non devi fare nulla: li chiedo di nuovo alla prossima sincronizzazione."),
        )
        self.reason = reason


class UnknownDeviceError(BadSegmentError):
    """A segment comes from a device whose certificate has not arrived yet."""

    def __init__(self, device: bytes) -> None:
        super().__init__(f"no certificate for device {device.hex()}")
        self.device = device


class BadCertificateError(ScuolaError):
    """A certificate was not signed by the school's root, or its bytes are damaged.

    Attributes:
        reason: for the log, in English.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(
            say("Il certificato di un computer o di una persona non è di questa scuola."),
            remedy=say("Chiedi a chi cura i computer della scuola di accoglierlo di nuovo."),
        )
        self.reason = reason


class MissingKeyError(ScuolaError):
    """Something is sealed with a key that this laptop does not hold."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo computer non ha la chiave per leggere un dato protetto."),
            remedy=say("Chiedi a chi cura i computer della scuola di accoglierlo di nuovo."),
        )
