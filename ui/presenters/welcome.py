"""Decides what a laptop in no school yet offers: try one, found one, come into one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import msgspec

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import Worded, say


class PasswordsDifferError(ScuolaError):
    """A password was written in two ways."""

    def __init__(self) -> None:
        super().__init__(
            say("Le due parole d’ordine non sono uguali."),
            remedy=say("Scrivila di nuovo, uguale nei due posti."),
        )


class Step(msgspec.Struct, frozen=True):
    """A step of the way: its title and a line on why."""

    title: str
    detail: str


class Way(msgspec.Struct, frozen=True):
    """One of the three ways on: its title, for whom it is, its icon."""

    title: str
    detail: str
    icon: str


WAYS = Worded(
    lambda: (
        Way(
            say("Solo per provare"),
            say(
                "Gira in una scuola inventata, con i suoi alunni e le sue lezioni. Niente di ciò che fai conta."
            ),
            "libro",
        ),
        Way(
            say("Una scuola nuova"),
            say("Segui i computer della scuola? Dalle un nome e custodisci le sue chiavi."),
            "attrezzi",
        ),
        Way(
            say("Una scuola che c’è già"),
            say("Il tecnico fa entrare questo portatile con un codice detto a voce o con una chiavetta."),
            "portatile",
        ),
    )
)


class FoundingPresenter:
    """Three short steps to a school; `found` makes it, off the GUI thread.

    Args:
        found: founds a school from its words, given by name.
        check: refuses words that are not good, by name too.
    """

    title = Worded(lambda: say("Fonda la tua scuola"))
    steps = Worded(
        lambda: (
            Step(
                say("La tua scuola"),
                say("Il nome è quello che i bambini vedono in alto. Il codice puoi lasciarlo vuoto."),
            ),
            Step(
                say("Chi segue i computer"),
                say(
                    "Questa parola d’ordine custodisce le chiavi della scuola: nessuno la può rifare."
                    " Scrivila su un foglio e chiudilo in un cassetto."
                ),
            ),
            Step(
                say("Questo portatile"),
                say("Dagli un nome che si capisce guardando l’armadio: Armadio 1, Finestra…"),
            ),
        )
    )
    school = Worded(lambda: say("Nome della scuola"))
    code = Worded(lambda: say("Codice meccanografico, se lo sai"))
    school_example = Worded(lambda: say("per esempio: Scuola di Valdoro"))
    code_example = Worded(lambda: say("per esempio: MCEE123456"))
    technician = Worded(lambda: say("Nome"))
    password = Worded(lambda: say("Parola d’ordine, almeno 12 caratteri"))
    again = Worded(lambda: say("Ancora una volta"))
    label = Worded(lambda: say("Nome di questo portatile"))
    label_example = Worded(lambda: say("per esempio: Armadio 1"))
    on = Worded(lambda: say("Avanti"))
    back = Worded(lambda: say("Indietro"))
    found_it = Worded(lambda: say("Fonda la scuola"))
    working = Worded(lambda: say("Faccio le chiavi della scuola…"))
    sheet = Worded(
        lambda: Step(
            say("Il foglio della scuola"),
            say(
                "Un’ultima cosa. Se un giorno nessuno ricorda la parola d’ordine, queste lettere rimettono in piedi la"
                " scuola. Scrivile su un foglio e chiudilo in un cassetto: da qui non si potranno rileggere."
            ),
        )
    )
    written = Worded(lambda: say("Le ho scritte"))

    def __init__(
        self, found: Callable[[dict[str, str]], str], check: Callable[[int, dict[str, str]], None]
    ) -> None:
        self._found = found
        self._check = check

    def count(self, place: int) -> str:
        """`Passo 1 di 3`."""
        return say("Passo {place} di {number}", place=place + 1, number=len(self.steps))

    def may_go_on(self, place: int, said: dict[str, str], again: str) -> None:
        """Refuses to leave a step whose words are not good.

        Raises:
            ScuolaError: what is missing or wrong.
        """
        self._check(place, said)
        if place == 1 and again != said["password"]:
            raise PasswordsDifferError

    def found(self, said: dict[str, str]) -> str:
        """Founds the school; gives the letters of its sheet. Raises a ScuolaError where it cannot."""
        return self._found(said)


class Offer(Protocol):
    """What a laptop was answered: the school's six digits, and how the laptop will be called."""

    @property
    def digits(self) -> str:
        """Six digits of the school."""
        ...

    @property
    def label(self) -> str:
        """The laptop's name."""
        ...


class Guest(Protocol):
    """A laptop on its way into a school; `ui.setting_up.Newcomer` is one."""

    @property
    def digits(self) -> str:
        """Six digits that the technician sees beside its request."""
        ...

    def leave_request(self, stick: Path) -> None:
        """Writes the request on a stick."""
        ...

    def answer_from(self, stick: Path) -> Offer:
        """What a stick brings for this laptop."""
        ...

    def answer_by_code(self, address: str, code: str) -> Offer:
        """What the technician's laptop answers to a code."""
        ...

    def enter(self, offer: Any, stick: Path | None = None) -> str:
        """Goes into the school; gives the site's name."""
        ...


class JoiningPresenter:
    """Two ways into a school that is there; all but `digits` runs off the GUI thread and may raise a ScuolaError."""

    title = Worded(lambda: say("Entra in una scuola"))
    detail = Worded(lambda: say("Serve il tecnico, con il suo portatile: gli basta un minuto."))
    code_title = Worded(lambda: say("Con un codice a voce"))
    code_detail = Worded(
        lambda: say("I due portatili sono sulla stessa rete. Il tecnico ti dice un indirizzo e sei cifre.")
    )
    address = Worded(lambda: say("Indirizzo"))
    address_example = Worded(lambda: say("per esempio: 192.168.1.5:43210"))
    code = Worded(lambda: say("Codice"))
    code_example = Worded(lambda: say("per esempio: 472 915"))
    enter = Worded(lambda: say("Entra"))
    stick_title = Worded(lambda: say("Con la chiavetta"))
    stick_detail = Worded(
        lambda: say("Senza rete: la chiavetta va dal tecnico con la richiesta e torna con la risposta.")
    )
    ask = Worded(lambda: say("1. Metti la richiesta sulla chiavetta"))
    read = Worded(lambda: say("2. Leggi la risposta"))
    choose_stick = Worded(lambda: say("Scegli la chiavetta"))
    same = Worded(lambda: say("Sono le stesse: entra"))
    back = Worded(lambda: say("Indietro"))

    def __init__(self, open_guest: Callable[[], Guest]) -> None:
        self._open_guest = open_guest

    def leave_request(self, stick: Path) -> str:
        """Writes the request on a stick; gives what to do now."""
        guest = self._open_guest()
        guest.leave_request(stick)
        return say(
            "La richiesta è sulla chiavetta. Il tecnico deve vedere queste sei cifre: {digits}. Poi torna qui e leggi la risposta.",
            digits=guest.digits,
        )

    def read_answer(self, stick: Path) -> Offer:
        """What the technician answered on a stick."""
        return self._open_guest().answer_from(stick)

    def compare(self, offer: Offer) -> str:
        """What is asked before a laptop goes in by stick."""
        return say(
            "Le sei cifre della scuola sono {digits}. Il tecnico ha le stesse sul suo portatile?",
            digits=offer.digits,
        )

    def enter_from(self, stick: Path, offer: Offer) -> str:
        """Goes in by stick; gives the site's name."""
        return self._open_guest().enter(offer, stick)

    def enter_by_code(self, address: str, code: str) -> str:
        """Goes in by code; gives the site's name."""
        guest = self._open_guest()
        return guest.enter(guest.answer_by_code(address, code))
