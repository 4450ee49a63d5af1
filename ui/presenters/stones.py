"""Decides what a pupil sees of their own way: a cairn, and what they can do now. Nobody is ranked."""

import msgspec

from scuola_digitale.domain.people import Pupil
from scuola_digitale.words import Worded, say
from ui.presenters.desk import Desk
from ui.presenters.italian import count_words, local, when_words
from ui.presenters.lesson_cards import LessonCard, lesson_card

STONES_IN_A_CAIRN = 6


class WayRow(msgspec.Struct, frozen=True, kw_only=True):
    """One lesson on the way: `can_do` tells what its end gave."""

    card: LessonCard
    count: str
    can_do: str
    when: str
    done: bool


class StonesPresenter:
    """A pupil's progress."""

    title = Worded(lambda: say("I miei sassi"))
    detail = Worded(lambda: say("Ogni esercizio riuscito è un sasso. Il tuo ometto cresce con te."))
    known_title = Worded(lambda: say("Che cosa so fare"))
    going_title = Worded(lambda: say("Ci sto lavorando"))
    nothing = Worded(lambda: say("Il tuo ometto aspetta il primo sasso"))
    nothing_detail = Worded(lambda: say("Apri una lezione e prova un esercizio: puoi sbagliare quanto vuoi."))
    way_on = Worded(lambda: say("Vai a Oggi"))

    def __init__(self, desk: Desk, pupil: Pupil) -> None:
        self._now_ms = desk.clock.now_ms()
        self._progress = desk.school.progress(pupil.person)
        self._rows = self._all_rows(desk)

    def stones(self) -> int:
        """How many there are."""
        return self._progress.stones()

    def total(self) -> str:
        """How many, in words."""
        return count_words(self.stones(), "sasso posato", "sassi posati")

    def cairns(self) -> tuple[int, ...]:
        """Six stones make a cairn, then the next one begins: how many stones each has, the growing one last.

        At most the last eight, so that they stand in one line.
        """
        whole, rest = divmod(self.stones(), STONES_IN_A_CAIRN)
        return (*(STONES_IN_A_CAIRN for _ in range(whole)), rest)[-8:]

    def growing(self) -> str:
        """What the growing cairn still wants."""
        missing = STONES_IN_A_CAIRN - self.stones() % STONES_IN_A_CAIRN
        if missing == STONES_IN_A_CAIRN:
            return say("Un ometto intero! Il prossimo sasso ne comincia un altro.")
        return say("Ancora {count} e questo ometto è intero.", count=count_words(missing, "sasso", "sassi"))

    def today(self) -> str:
        """How many today, in words; empty for none."""
        today = local(self._now_ms).date()
        laid = sum(1 for one in self._progress.exercises.values() if one.done and _on(one.last_ms, today))
        return say("{count} oggi", count=count_words(laid, "sasso", "sassi")) if laid else ""

    def known(self) -> tuple[WayRow, ...]:
        """Lessons done to the end, the latest first."""
        return tuple(row for row in self._rows if row.done)

    def going(self) -> tuple[WayRow, ...]:
        """Lessons begun, the latest first."""
        return tuple(row for row in self._rows if not row.done)

    def _all_rows(self, desk: Desk) -> tuple[WayRow, ...]:
        rows = []
        for head in desk.library.lessons():
            tried = [self._progress.exercise(f"{head.ref}/{one}") for one in head.exercises]
            visit = self._progress.visits.get(head.ref)
            last_ms = max([one.last_ms for one in tried] + [visit.opened_ms if visit else 0])
            if last_ms and head.exercises:
                card = lesson_card(head, self._progress)
                laid = sum(1 for step in card.steps if step)
                done = laid == len(card.steps)
                row = WayRow(
                    card=card,
                    count=say("{laid} su {number}", laid=laid, number=len(card.steps)),
                    can_do=". ".join(head.objectives[:1]) if done else "",
                    when=when_words(last_ms, self._now_ms),
                    done=done,
                )
                rows.append((last_ms, row))
        return tuple(row for _, row in sorted(rows, key=lambda pair: -pair[0]))


def _on(ms: int, day: object) -> bool:
    return local(ms).date() == day
