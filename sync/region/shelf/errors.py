"""What can go wrong with the region's shelf, in sentences for its staff."""

from pathlib import Path

from scuola_digitale.errors import ScuolaError


class ShelfMissingError(ScuolaError):
    """There is no shelf in the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"In «{folder}» non c'è lo scaffale dei pacchetti.",
            remedy="Crealo una volta con: scuola-digitale region keys new CARTELLA-DELLE-CHIAVI.",
        )


class ShelfThereError(ScuolaError):
    """There is a shelf already, and its keys must not be lost."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"In «{folder}» c'è già uno scaffale con le sue chiavi.",
            remedy="Per cambiare una chiave usa: scuola-digitale region keys rotate.",
        )


class ShelfDamagedError(ScuolaError):
    """The shelf's own files cannot be read; `reason` is for the log."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            "I file dello scaffale sono rovinati.",
            remedy="Rimetti la copia di sicurezza della cartella dello scaffale.",
        )
        self.reason = reason


class ShelfBusyError(ScuolaError):
    """Somebody else is changing the shelf."""

    def __init__(self) -> None:
        super().__init__(
            "Qualcun altro sta cambiando lo scaffale.", remedy="Aspetta che finisca, poi riprova."
        )


class KeyMissingError(ScuolaError):
    """A key that is needed is not in the folder of keys."""

    def __init__(self, name: str, folder: Path) -> None:
        super().__init__(
            f"In «{folder}» manca la chiave «{name}».",
            remedy="Indica con --keys la cartella (o la chiavetta) dove sta questa chiave.",
        )
        self.name = name


class KeyDamagedError(ScuolaError):
    """The file of a key is no key."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Il file della chiave «{name}» è rovinato.", remedy="Usa la copia di sicurezza della chiave."
        )


class KeyRetiredError(ScuolaError):
    """The key is not, or no longer, the one the shelf trusts for this."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"La chiave «{name}» non è quella in uso.",
            remedy="Cerca la cartella delle chiavi più recente: questa è stata cambiata.",
        )


class TooFewRootKeysError(ScuolaError):
    """A change of keys needs two of the three root keys."""

    def __init__(self, found: int) -> None:
        super().__init__(
            f"Per cambiare una chiave servono due chiavi radice: qui ce n'è {found}.",
            remedy="Indica con --keys tutte le cartelle dove stanno, anche più di una.",
        )


class EditionTakenError(ScuolaError):
    """Another pack went out under this edition, or a later edition did."""

    def __init__(self, title: str, edition: int, published: int) -> None:
        super().__init__(
            f"Di «{title}» è già pubblicata l'edizione {published}: la {edition} non si può pubblicare.",
            remedy=f"In pacchetto.yml scrivi «edizione: {published + 1}», ricostruisci e riprova.",
        )


class OtherAreaError(ScuolaError):
    """The pack is published in another area, whose key would be another."""

    def __init__(self, pack_id: str, area: str) -> None:
        super().__init__(
            f"«{pack_id}» è già pubblicato nell'area «{area}».",
            remedy="Un pacchetto non cambia area: rimetti quella di prima, o dagli un altro id.",
        )


class NotPublishedError(ScuolaError):
    """No such pack is on the shelf, or not in this edition."""

    def __init__(self, pack_id: str) -> None:
        super().__init__(
            f"Sullo scaffale non c'è «{pack_id}» in questa edizione.",
            remedy="Pubblicalo prima con: scuola-digitale region publish.",
        )
