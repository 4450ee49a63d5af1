"""Decides what the technician sees of the school's laptops, and how a new one comes in."""

from pathlib import Path

import msgspec

from scuola_digitale.domain.people import Device
from scuola_digitale.school import Author
from scuola_digitale.words import Worded, say
from ui.presenters.chips import ChipWords
from ui.presenters.desk import Asking, Desk
from ui.presenters.italian import at_words, date_words

_DAY_MS = 86_400_000
_SOON_MS = 60 * _DAY_MS


class LaptopRow(msgspec.Struct, frozen=True, kw_only=True):
    """A laptop as the list shows it; `may_renew` where its certificate ends soon.

    A lost one stays in the list: nobody should look for it, or wonder why it is refused.
    """

    device: bytes
    label: str
    detail: str
    chip: ChipWords
    is_this: bool
    may_renew: bool
    is_lost: bool = False


class Door(msgspec.Struct, frozen=True):
    """What is said aloud to whoever sits at the new laptop."""

    code: str
    address: str


class LaptopsPresenter:
    """The laptops, and what a technician can do with them; `author` unlocked their keys."""

    title = Worded(lambda: say("Portatili"))
    detail = Worded(
        lambda: say(
            "I portatili che fanno parte della scuola. Qui ne entra uno nuovo, qui si dice che uno è perso."
        )
    )
    new_title = Worded(lambda: say("Fai entrare un portatile"))
    new_detail = Worded(
        lambda: say(
            "Accendi il portatile nuovo, apri Scuola Digitale e scegli «Entra in una scuola»."
            " Poi dagli un nome e scegli come farlo entrare."
        )
    )
    label = Worded(lambda: say("Nome del portatile"))
    label_example = Worded(lambda: say("per esempio: Armadio 3"))
    by_code = Worded(lambda: say("Con un codice a voce"))
    by_stick = Worded(lambda: say("Con la chiavetta"))
    choose_stick = Worded(lambda: say("Scegli la chiavetta"))
    waiting = Worded(lambda: say("Aspetto il portatile nuovo…"))
    say_aloud = Worded(
        lambda: say(
            "Sul portatile nuovo scrivi questo indirizzo e questo codice. Il codice vale una volta sola."
        )
    )
    stop = Worded(lambda: say("Non aspettare più"))
    compare = Worded(lambda: say("Confronta le sei cifre"))
    compare_detail = Worded(
        lambda: say("Sul portatile nuovo devono esserci le stesse cifre. Se sono diverse, non farlo entrare.")
    )
    same = Worded(lambda: say("Sono le stesse"))
    no_request = Worded(lambda: say("Su questa chiavetta nessun portatile chiede di entrare."))
    no_request_remedy = Worded(
        lambda: say("Prima prepara la richiesta sul portatile nuovo, poi riporta qui la chiavetta.")
    )
    renew = Worded(lambda: say("Rinnova"))
    lost = Worded(lambda: say("È perso"))
    keep = Worded(lambda: say("No"))

    def __init__(self, desk: Desk, author: Author) -> None:
        self._desk = desk
        self._author = author

    def rows(self) -> tuple[LaptopRow, ...]:
        """The laptops, by name."""
        devices = self._desk.care.devices()
        # A school of one site need not read its name on every line.
        has_sites = len({device.sites for device in devices}) > 1
        return tuple(self._row(device, with_site=has_sites) for device in devices)

    def digits(self) -> str:
        """The school's six digits, for who comes in by stick."""
        return say(
            "Le sei cifre della scuola sono {digits}: il portatile nuovo le mostrerà.",
            digits=self._desk.care.digits(),
        )

    # What follows takes its time, so it runs off the GUI thread; each may raise a ScuolaError.

    def open_door(self, label: str) -> Door:
        """Begins to listen for a new laptop."""
        return Door(*self._desk.care.open_door(self._author, label))

    def wait_at_door(self, door: Door) -> None:
        """Waits until it came in."""
        self._desk.care.wait_at_door(door.code)

    def close_door(self) -> None:
        """Listens no more; quick."""
        self._desk.care.close_door()

    def asking_on(self, stick: Path) -> tuple[Asking, ...]:
        """Who asks on a stick."""
        return tuple(self._desk.care.requests_on(stick))

    def admit(self, stick: Path, asking: Asking, label: str) -> str:
        """Lets a laptop in by stick; gives what to say."""
        self._desk.care.admit_from(self._author, stick, asking, label)
        return say(
            "La risposta per «{label}» è sulla chiavetta: riportala al portatile nuovo.", label=label.strip()
        )

    def renew_one(self, row: LaptopRow) -> str:
        """Gives a laptop three more years; gives what to say."""
        self._desk.care.renew(self._author, row.device)
        return say("«{label}» è in regola per altri tre anni.", label=row.label)

    def lost_question(self, row: LaptopRow) -> str:
        """What is asked before a laptop is given up."""
        return say(
            "«{label}» è perso o rubato? Cambio le chiavi della scuola: non leggerà più niente di nuovo.",
            label=row.label,
        )

    def give_up(self, row: LaptopRow) -> str:
        """Changes the keys without a lost laptop; gives what to say."""
        self._desk.care.change_keys(self._author, without=[row.device])
        return say("Le chiavi sono cambiate: «{label}» non legge più niente di nuovo.", label=row.label)

    def came_in(self, label: str) -> str:
        """What is said when a laptop came in by code."""
        return say("«{label}» fa parte della scuola.", label=label.strip())

    def _row(self, device: Device, *, with_site: bool) -> LaptopRow:
        now = self._desk.clock.now_ms()
        is_this = device.device == self._desk.care.this_device
        seen = at_words(device.seen_ms, now) if device.seen_ms else say("ancora nessuna")
        left_ms = device.until_ms - now
        ends = say("è finito il") if left_ms < 0 else say("vale fino al")
        detail = say(
            "Ultime notizie: {seen} · il certificato {ends} {date}",
            seen=seen,
            ends=ends,
            date=date_words(device.until_ms),
        )
        if with_site:
            where = (
                say("plesso {site}", site=", ".join(device.sites)) if device.sites else say("tutti i plessi")
            )
            detail = f"{where} · {detail}"
        if device.lost:
            chip = ChipWords(say("perso"), "plain", "aiuto")
        elif left_ms < 0:
            chip = ChipWords(say("scaduto"), "warn", "riprova")
        elif left_ms < _SOON_MS:
            chip = ChipWords(say("da rinnovare"), "warn", "riprova")
        else:
            chip = ChipWords(say("questo", sense="portatile") if is_this else say("in regola"), "ok", "fatto")
        return LaptopRow(
            device=device.device,
            label=device.label or say("Senza nome"),
            detail=detail,
            chip=chip,
            is_this=is_this,
            may_renew=left_ms < _SOON_MS and not device.lost,
            is_lost=device.lost,
        )
