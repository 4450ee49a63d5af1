"""Decides what the technician sees of the installed packs."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from scuola_digitale.domain.school_terms import Area
from scuola_digitale.words import Worded, say
from ui.presenters.chips import ChipWords
from ui.presenters.desk import Desk, PackCard
from ui.presenters.italian import count_words, size_words


class PackRow(msgspec.Struct, frozen=True, kw_only=True):
    """A pack as the list shows it."""

    pack_id: str
    area: Area
    title: str
    detail: str
    size: str
    chip: ChipWords


class PacksPresenter:
    """The installed packs and what can be done with them."""

    title = Worded(lambda: say("Contenuti"))
    detail = Worded(lambda: say("Le lezioni installate funzionano sempre, con la linea o senza."))
    installed_title = Worded(lambda: say("Installati"))
    install = Worded(lambda: say("Installa da chiavetta"))
    choose_folder = Worded(lambda: say("Scegli la chiavetta, o la cartella del pacchetto"))
    stop = Worded(lambda: say("Ferma"))
    verify = Worded(lambda: say("Verifica"))
    remove = Worded(lambda: say("Togli"))
    repair = Worded(lambda: say("Ripara"))
    nothing = Worded(lambda: say("Nessun pacchetto installato"))
    nothing_detail = Worded(lambda: say("Prendi un pacchetto dalla chiavetta: si installa in pochi secondi."))

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._broken: dict[str, int] = {}
        self._checked: set[str] = set()

    def rows(self) -> tuple[PackRow, ...]:
        """The packs, by area and title."""
        return tuple(self._row(pack) for pack in self._desk.library.packs())

    def total(self) -> str:
        """How many and how big."""
        packs = self._desk.library.packs()
        size = size_words(sum(pack.size for pack in packs))
        return f"{count_words(len(packs), 'pacchetto', 'pacchetti')} · {size}"

    def install_from(
        self, folder: Path, progress: Callable[[int, int], None], should_stop: Callable[[], bool]
    ) -> str:
        """Installs what a stick or a built pack brings, and gives what to say of it.

        Long, so it runs off the GUI thread. Raises a ScuolaError when it cannot.
        """
        travel = self._desk.travel
        brought = (
            travel.import_from(folder, lambda done, whole, _cuts: progress(done, whole)) if travel else None
        )
        if brought is not None:
            return self._brought_words(brought)
        if travel:
            travel.refuse_stand_in(folder)
        pack = self._desk.library.install(folder, progress, should_stop)
        pack_id = pack.head.pack_id
        if self._broken.pop(pack_id, 0):
            self._desk.library.mend(pack_id, folder)
        return self._installed_words(pack)

    def pause(self) -> None:
        """Stops what comes from a stick."""
        if self._desk.travel is not None:
            self._desk.travel.pause()

    def _brought_words(self, titles: tuple[str, ...]) -> str:
        if not titles:
            return say("Su questa chiavetta non c’è nulla di nuovo.")
        named = ", ".join(f"«{title}»" for title in titles)
        return say("Dalla chiavetta: {named}.", named=named)

    def _installed_words(self, pack: PackCard) -> str:
        lessons = count_words(pack.lessons, "lezione pronta", "lezioni pronte")
        return say("«{title}» è installato: {lessons}.", title=pack.head.title, lessons=lessons)

    def check(self, pack_id: str) -> int:
        """Reads a whole pack again and gives how many files are broken; runs off the GUI thread."""
        return len(self._desk.library.verify(pack_id))

    def take_check(self, pack_id: str, broken: int) -> str:
        """Remembers the outcome of a check; gives what to say of it."""
        self._checked.add(pack_id)
        self._broken[pack_id] = broken
        title = next((row.title for row in self.rows() if row.pack_id == pack_id), pack_id)
        if not broken:
            return say("«{title}» è intero: ogni file è a posto.", title=title)
        files = count_words(broken, "file è rovinato", "file sono rovinati")
        return say("«{title}»: {files}. Installalo di nuovo dalla chiavetta.", title=title, files=files)

    def take_out(self, pack_id: str) -> None:
        """Removes a pack; what pupils did stays. Runs off the GUI thread."""
        self._desk.library.remove(pack_id)

    def remove_question(self, row: PackRow) -> str:
        """What is asked before a pack is removed."""
        return say("Tolgo «{title}»? Le risposte degli alunni restano.", title=row.title)

    def removed_words(self, row: PackRow) -> str:
        """What is said when it is gone."""
        return say("«{title}» è stato tolto.", title=row.title)

    def _row(self, pack: PackCard) -> PackRow:
        return PackRow(
            pack_id=pack.head.pack_id,
            area=pack.head.area,
            title=pack.head.title,
            detail=say(
                "{count} · edizione {edition}",
                count=count_words(pack.lessons, "lezione", "lezioni"),
                edition=pack.head.edition,
            ),
            size=size_words(pack.size),
            chip=self._chip(pack),
        )

    def _chip(self, pack: PackCard) -> ChipWords:
        if self._broken.get(pack.head.pack_id):
            return ChipWords(say("da ricopiare"), "warn", "riprova")
        if not pack.searchable:
            return ChipWords(say("si prepara"), "busy", "cerca")
        if pack.head.pack_id in self._checked:
            return ChipWords(say("verificato"), "ok", "spedito")
        return ChipWords(say("a posto"), "ok", "fatto")
