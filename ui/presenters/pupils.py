"""What a teacher does for one pupil: how they come in, and a word to them."""

from collections.abc import Sequence

import msgspec

from scuola_digitale.domain.facts import Fact, PupilFieldSet, WordSent
from scuola_digitale.domain.people import Pupil
from scuola_digitale.school import Author
from scuola_digitale.words import Worded, say
from ui.presenters.desk import Desk
from ui.presenters.figures import FIGURES, HOW_MANY, card_word
from ui.presenters.italian import when_words
from ui.presenters.pupil_sheet import SheetPresenter

LONGEST_WORD = 400
"""Letters of a word to a pupil: a child reads it in one breath."""


class PupilRow(msgspec.Struct, frozen=True, kw_only=True):
    """One pupil with how they come in, and the latest word they were sent."""

    pupil: Pupil
    enters: str
    last_word: str


class PupilsPresenter:
    """The pupils, by grade."""

    title = Worded(lambda: say("Bambini"))
    detail = Worded(lambda: say("Come entra ciascuno, una parola da mandare, la sua scheda."))
    nobody = Worded(lambda: say("Qui non c’è ancora nessuno"))
    nobody_detail = Worded(lambda: say("Gli alunni arrivano con la prima sincronizzazione."))
    figures = Worded(lambda: say("Figure"))
    card = Worded(lambda: say("Tessera"))
    word = Worded(lambda: say("Scrivi una parola"))
    figures_ask = Worded(lambda: say("Scegli tre figure, in ordine. Le tocca chi entra."))
    no_figures = Worded(lambda: say("Senza figure"))
    save = Worded(lambda: say("Salva"))
    clear = Worded(lambda: say("Ricomincia"))
    card_ask = Worded(
        lambda: say("Chi ha la tessera entra scrivendo la parola, o mostrando il disegno alla telecamera.")
    )
    new_card = Worded(lambda: say("Nuova tessera"))
    no_card = Worded(lambda: say("Togli la tessera"))
    word_ask = Worded(lambda: say("Che cosa vuoi dire a {}?"))
    send = Worded(lambda: say("Manda"))
    sent = Worded(lambda: say("La parola per {} è partita: la trova in Oggi."))
    kept = Worded(lambda: say("Fatto: {} entra così."))

    def __init__(self, desk: Desk, author: Author) -> None:
        self.desk, self.author = desk, author
        self.sheet = SheetPresenter(desk, author)
        now_ms = desk.clock.now_ms()
        self._leaving = desk.people.leaving() if desk.open_people is not None else frozenset()
        self.rows = tuple(
            PupilRow(pupil=pupil, enters=self._enters(pupil), last_word=self._last_word(pupil, now_ms))
            for pupil in desk.school.pupils()
        )

    def _enters(self, pupil: Pupil) -> str:
        if pupil.person in self._leaving:
            return say("In partenza per un altro plesso: sta qui finché di là lo accolgono.")
        return enters_words(pupil)

    def _last_word(self, pupil: Pupil, now_ms: int) -> str:
        words = self.desk.school.words_for(pupil.person)
        return say("Ultima parola: {when}", when=when_words(words[0].sent_ms, now_ms)) if words else ""

    def acts(self) -> tuple[tuple[str, str, str], ...]:
        """What can be done for one pupil: which panel it opens, its words, its icon."""
        acts = [
            ("figures", self.figures, "scudo"),
            ("card", self.card, "qr"),
            ("word", self.word, "messaggio"),
        ]
        if self.desk.open_people is not None:
            acts.append(("sheet", self.sheet.sheet, "quaderno"))
        return tuple(acts)

    def figures_facts(self, pupil: Pupil, figures: Sequence[str]) -> tuple[Fact, ...]:
        """The picture PIN of a pupil, or none."""
        return (PupilFieldSet(person=pupil.person, field="figures", value=" ".join(figures)),)

    def new_card_facts(self, pupil: Pupil) -> tuple[Fact, ...]:
        """A new card; the one before lets nobody in any more."""
        taken = {one.card for one in self.desk.school.pupils()}
        word = card_word(int(self.desk.new_work_id(), 16))
        while word in taken:
            word = card_word(int(self.desk.new_work_id(), 16))
        return (PupilFieldSet(person=pupil.person, field="card", value=word),)

    def no_card_facts(self, pupil: Pupil) -> tuple[Fact, ...]:
        """No card."""
        return (PupilFieldSet(person=pupil.person, field="card", value=""),)

    def word_facts(self, pupil: Pupil, words: str) -> tuple[Fact, ...]:
        """A word to a pupil; none where nothing is written."""
        text = " ".join(words.split())[:LONGEST_WORD]
        return (WordSent(person=pupil.person, text=text),) if text else ()


def enters_words(pupil: Pupil) -> str:
    """How a pupil comes in, in words; the figures themselves are not shown over a shoulder."""
    ways = []
    if len(pupil.figures) == HOW_MANY and set(pupil.figures) <= set(FIGURES()):
        ways.append(say("tocca tre figure"))
    if pupil.card:
        ways.append(say("ha la tessera"))
    touches = say("tocca la sua foto") if pupil.photo else say("tocca il suo animale")
    return say("Entra così: ") + (" o ".join(ways) if ways else touches) + "."
