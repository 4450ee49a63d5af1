"""What the window tells of the exchange with the region, in words."""

from pathlib import Path

import msgspec

from scuola_digitale.school import Author, ExchangeState
from scuola_digitale.words import Worded, say
from ui.presenters.chips import ChipWords
from ui.presenters.desk import Desk, ExchangeLine
from ui.presenters.italian import at_words, clock_words, count_words, when_words
from ui.presenters.set_aside import AsideRow, aside_rows


def chip_words(state: ExchangeState, *, running: bool, now_ms: int) -> ChipWords:
    """What the chip on every page says."""
    here = say("Salvato qui")
    if running:
        return ChipWords(say("Salvato qui · sto spedendo"), "busy", "ripasso", here)
    if state.waiting:
        return ChipWords(say("Salvato qui · aspetta la linea"), "plain", "fatto", here)
    if not state.last_ms:
        return ChipWords(here, "ok", "fatto", here)
    sent = say("Salvato qui · spedito {at}", at=at_words(state.last_ms, now_ms))
    return ChipWords(sent, "ok", "spedito", here)


class PastExchange(msgspec.Struct, frozen=True):
    """A line of the diary of exchanges."""

    when: str
    words: str
    chip: ChipWords


class SyncPresenter:
    """What the technician sees of the exchange."""

    title = Worded(lambda: say("Sincronizzazione"))
    detail = Worded(
        lambda: say("La scuola lavora sempre; quando c’è linea, quello che è nuovo parte e arriva da solo.")
    )
    button = Worded(lambda: say("Sincronizza ora"))
    button_running = Worded(lambda: say("Sto sincronizzando"))
    stick_button = Worded(lambda: say("Usa la chiavetta"))
    stick_choose = Worded(lambda: say("Scegli la chiavetta"))
    stick_running = Worded(lambda: say("Sto leggendo la chiavetta…"))
    no_region = Worded(lambda: say("Questa scuola lavora da sola: nessuna regione è collegata."))
    diary = Worded(lambda: say("Ultimi scambi"))
    nothing_yet = Worded(lambda: say("Nessuno scambio, per ora"))
    nothing_yet_detail = Worded(lambda: say("Appena c’è linea il primo parte da solo."))
    connect_title = Worded(lambda: say("Collega la scuola alla regione"))
    connect_detail = Worded(
        lambda: say(
            "La regione dà alla scuola un indirizzo e un codice, che vale tre giorni e una volta sola."
            " Alla regione arrivano i progressi, mai un nome."
        )
    )
    connect_address = Worded(lambda: say("Indirizzo della regione"))
    connect_example = "https://…"
    connect_code = Worded(lambda: say("Codice"))
    connect_code_example = "XXXX-XXXX-XXXX-XXXX"
    connect = Worded(lambda: say("Collega"))
    connected = Worded(lambda: say("La regione conosce la scuola: da ora gli scambi partono da soli."))

    def __init__(self, desk: Desk, author: Author | None = None) -> None:
        self._desk = desk
        self._author = author

    def is_running(self) -> bool:
        """Whether an exchange is going on."""
        return self._desk.sync.is_running()

    def address(self) -> str:
        """Where the region is, or that there is none."""
        return self._desk.sync.address() or self.no_region

    def has_region(self) -> bool:
        """Whether there is a region to exchange with."""
        return bool(self._desk.sync.address())

    def waiting(self) -> str:
        """What waits for the line."""
        waiting = self._desk.school.exchange_state().waiting
        if not waiting:
            return say("Niente aspetta: è tutto spedito.")
        news = count_words(waiting, "novità aspetta", "novità aspettano")
        return say("{news} la linea. Sono già al sicuro qui.", news=news)

    def last(self) -> str:
        """When the last good exchange was."""
        last_ms = self._desk.school.exchange_state().last_ms
        if not last_ms:
            return say("Ancora mai")
        words = at_words(last_ms, self._desk.clock.now_ms())
        return words[0].upper() + words[1:]

    def problem(self) -> str:
        """What stopped the latest exchange, in words; empty when it went well."""
        return self._desk.school.exchange_state().problem

    def lines(self) -> tuple[PastExchange, ...]:
        """The latest exchanges, newest first."""
        return tuple(self._line(line) for line in self._desk.sync.recent())

    def set_aside(self) -> tuple[AsideRow, ...]:
        """What stands in quarantine, in words; nothing where nobody keeps the roster."""
        return aside_rows(self._desk.people.set_aside()) if self._desk.open_people is not None else ()

    def may_connect(self) -> bool:
        """Whether somebody sits here who may introduce the school to a region."""
        return self._author is not None and self._desk.open_care is not None

    def connect_to(self, address: str, code: str) -> str:
        """Introduces the school to a region; gives what to say. Runs off the GUI thread; may raise a ScuolaError."""
        if self._author is None:
            raise ValueError("nobody's keys are open")
        self._desk.care.join_region(self._author, address, code)
        return self.connected

    def sync_now(self) -> None:
        """Asks for an exchange now."""
        self._desk.sync.sync_now()

    def visit_stick(self, stick: Path) -> str:
        """Takes in and leaves what is new, off the window's thread; gives what happened in words."""
        return _stick_words(self._desk.sync.visit_stick(stick))

    def _line(self, line: ExchangeLine) -> PastExchange:
        now = self._desk.clock.now_ms()
        when = f"{when_words(line.at_ms, now)}, {clock_words(line.at_ms)}"
        if line.problem:
            return PastExchange(when, line.problem, ChipWords(say("non riuscito"), "warn", "riprova"))
        if not line.by_stick and not line.sent and not line.received:
            return PastExchange(
                when, say("Niente di nuovo da nessuna parte."), ChipWords(say("a posto"), "ok", "fatto")
            )
        if line.by_stick:
            return PastExchange(when, _stick_words(line), ChipWords(say("chiavetta"), "ok", "fatto"))
        went = count_words(line.sent, "cosa spedita", "cose spedite")
        came = count_words(line.received, "arrivata", "arrivate")
        return PastExchange(when, f"{went}, {came}.", ChipWords(say("fatto"), "ok", "spedito"))


def _stick_words(line: ExchangeLine) -> str:
    if not line.sent and not line.received:
        return say("La chiavetta e questo portatile hanno già le stesse cose.")
    went = count_words(line.sent, "cosa nuova", "cose nuove")
    came = count_words(line.received, "arrivata qui", "arrivate qui")
    return say("Sulla chiavetta {went}, {came}.", went=went, came=came)
