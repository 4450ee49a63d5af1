"""Decides what the technician sees of packs that come from elsewhere: news, their size and time, a stick to carry."""

from pathlib import Path

import msgspec

from scuola_digitale.domain.school_terms import Area
from scuola_digitale.words import Worded, say
from sync.packs.difference import Difference
from ui.presenters.desk import Desk
from ui.presenters.italian import count_words, size_words
from ui.presenters.pack_travel import PackNews, PackTravel, StickReport, Travelled
from ui.presenters.pack_words import difference_words, duration_words


class NewsRow(msgspec.Struct, frozen=True, kw_only=True):
    """A pack on offer, as the list shows it."""

    pack_id: str
    area: Area
    title: str
    detail: str
    button: str


class ProgressWords(msgspec.Struct, frozen=True):
    """A download as the page shows it: its part (0–1), where the line fell (0–1), bytes, what fell, what is left."""

    part: float
    cuts: tuple[float, ...]
    bytes: str
    falls: str
    left: str


class PackNewsPresenter:
    """What can be had from the region, and how it comes. `travel` is None for a school without any elsewhere."""

    title = Worded(lambda: say("Disponibili"))
    look = Worded(lambda: say("Cerca novità"))
    looking = Worded(lambda: say("Guardo…"))
    get = Worded(lambda: say("Scarica"))
    pause = Worded(lambda: say("Sospendi"))
    paused = Worded(lambda: say("In pausa"))
    resume = Worded(lambda: say("Riprendi"))
    leave = Worded(lambda: say("Chiudi"))
    pausing = Worded(lambda: say("Mi fermo…"))
    goes_on = Worded(lambda: say("Riprende da solo, appena si può."))
    stick = Worded(lambda: say("Prepara una chiavetta"))
    choose_stick = Worded(lambda: say("Scegli la chiavetta"))
    before = Worded(lambda: say("Quando c’è linea, guarda se la regione ha lezioni nuove: costa pochi byte."))
    none = Worded(lambda: say("Nessuna novità: qui c’è già tutto."))

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._news: tuple[PackNews, ...] | None = None

    @property
    def travel(self) -> PackTravel | None:
        """Where packs come from."""
        return self._desk.travel

    def find(self) -> tuple[PackNews, ...]:
        """Asks the region; long, so it runs off the GUI thread. Raises a ScuolaError when it cannot."""
        return self._travel().news()

    def take(self, news: tuple[PackNews, ...]) -> None:
        """Remembers what was found."""
        self._news = news

    def forget(self, pack_id: str) -> None:
        """A pack came: it is no news any more."""
        if self._news is not None:
            self._news = tuple(one for one in self._news if one.pack_id != pack_id)

    def waiting(self) -> tuple[str, str] | None:
        """The first pack that was asked for and is not here, and why it waits; None where there is none."""
        asked = self.travel.waiting() if self.travel is not None else ()
        if not asked:
            return None
        return asked[0].pack_id, self.paused if asked[0].is_paused else self.goes_on

    def name_of(self, pack_id: str) -> str:
        """How to call a pack: by its title, where it is known here."""
        known = {pack.head.pack_id: pack.head.title for pack in self._desk.library.packs()}
        return {**known, **{one.pack_id: one.title for one in self._news or ()}}.get(pack_id, pack_id)

    def detail(self) -> str:
        """What stands where no row does."""
        return self.before if self._news is None else self.none

    def rows(self) -> tuple[NewsRow, ...]:
        """The news, by title."""
        return tuple(_row(one) for one in self._news or ())

    def difference(self, pack_id: str) -> Difference:
        """What a pack would bring; long. Raises a ScuolaError."""
        return self._travel().difference(pack_id)

    def question(self, found: Difference) -> tuple[str, str]:
        """What is asked before a download begins: the pack, then what, how much, how long."""
        return f"«{found.head.title}»", difference_words(found, self._travel().speed())

    def fetch(self, pack_id: str, tell: Travelled) -> None:
        """Downloads and installs; long. Raises a ScuolaError, also when it was suspended."""
        self._travel().get(pack_id, tell)

    def repair(self, pack_id: str, tell: Travelled) -> int:
        """Fetches what is broken; long. Raises a ScuolaError."""
        return self._travel().repair(pack_id, tell)

    def suspend(self) -> None:
        """Ends what goes on; what came stays."""
        self._travel().pause()

    def progress(
        self, done: int, whole: int, cuts: tuple[int, ...], *, bytes_a_second: float
    ) -> ProgressWords:
        """How far a download is."""
        falls = ""
        if cuts:
            times = say("una volta") if len(cuts) == 1 else say("{number} volte", number=len(cuts))
            falls = say("La linea è caduta {times}: si riprende da dove era.", times=times)
        left = duration_words((whole - done) / bytes_a_second) if bytes_a_second > 0 and done < whole else ""
        return ProgressWords(
            part=done / max(1, whole),
            cuts=tuple(cut / max(1, whole) for cut in cuts),
            bytes=say("{done} di {whole}", done=size_words(done), whole=size_words(whole)),
            falls=falls,
            left=say("ancora {left}", left=left) if left else "",
        )

    def came(self, title: str) -> str:
        """What is said when a pack is in."""
        return say("«{title}» è installato e si può leggere.", title=title)

    def mended(self, title: str, files: int) -> str:
        """What is said when a pack is whole again."""
        return say(
            "«{title}» è di nuovo intero: {count}.",
            title=title,
            count=count_words(files, "file ripreso", "file ripresi"),
        )

    def write_stick(self, folder: Path) -> StickReport:
        """Copies what may be carried on; long. Raises a ScuolaError."""
        return self._travel().export_to(folder)

    def stick_words(self, report: StickReport) -> tuple[str, str]:
        """What is said of a stick: what stands on it, and a remark."""
        if not report.packs:
            return say("Sulla chiavetta non c’è nulla da portare."), say(
                "Si portano i pacchetti presi dalla regione."
            )
        packs = count_words(report.packs, "pacchetto pronto", "pacchetti pronti")
        remark = (
            "" if report.is_fresh else say("La linea non c’era: le firme sono quelle di questo portatile.")
        )
        return say(
            "Sulla chiavetta: {packs}, {size} scritti adesso.", packs=packs, size=size_words(report.size)
        ), remark

    def _travel(self) -> PackTravel:
        if self.travel is None:
            raise ValueError("there is no elsewhere")
        return self.travel


def _row(one: PackNews) -> NewsRow:
    edition = say("edizione {edition}", edition=one.edition)
    if one.installed is not None:
        edition += say(" · qui la {installed}", installed=one.installed)
    lessons = count_words(one.lessons, "lezione", "lezioni")
    return NewsRow(
        pack_id=one.pack_id,
        area=one.area,
        title=one.title,
        detail=f"{lessons} · {size_words(one.size)} · {edition}",
        button=say("Aggiorna") if one.installed is not None else say("Scarica"),
    )
