"""Decides what a teacher sees of their own lessons: the folder checked in words, what is offered, what is taken back."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from content.problems import Problem
from scuola_digitale.domain.school_terms import Area
from scuola_digitale.school import Author
from scuola_digitale.words import Worded, say
from ui.presenters.chips import ChipWords
from ui.presenters.desk import Desk
from ui.presenters.italian import count_words, size_words
from ui.presenters.offering import LessonCheck, OwnLessons, OwnPack

_SHOWN_PROBLEMS = 12


class OwnRow(msgspec.Struct, frozen=True, kw_only=True):
    """A pack as the list shows it."""

    pack_id: str
    area: Area
    title: str
    detail: str
    chip: ChipWords
    may_withdraw: bool


class ProblemRow(msgspec.Struct, frozen=True):
    """A mistake or an advice as the list shows it."""

    where: str
    message: str
    remedy: str
    blocking: bool


class OwnLessonsPresenter:
    """What a teacher does with their own lessons."""

    title = Worded(lambda: say("Le mie lezioni"))
    detail = Worded(
        lambda: say("Scrivi lezioni tue e offrile alla scuola: arrivano da sole sugli altri portatili.")
    )
    choose = Worded(lambda: say("Offri una cartella"))
    choose_folder = Worded(lambda: say("Scegli la cartella con le tue lezioni"))
    example = Worded(lambda: say("Comincia da un esempio"))
    choose_empty = Worded(lambda: say("Scegli una cartella vuota"))
    offer_act = Worded(lambda: say("Offri"))
    withdraw_act = Worded(lambda: say("Ritira"))
    offering = Worded(lambda: say("Offro…"))
    offered_title = Worded(lambda: say("Offerte alla scuola"))
    problems_title = Worded(lambda: say("Da sistemare"))
    nothing = Worded(lambda: say("Ancora nessuna lezione della scuola"))
    nothing_detail = Worded(
        lambda: say("Una cartella con le tue lezioni basta: la guida «Scrivere lezioni» dice come.")
    )

    def __init__(self, desk: Desk, author: Author) -> None:
        self._desk = desk
        self._author = author

    def rows(self) -> tuple[OwnRow, ...]:
        """What the school offers, in order of its first offer; reads the log, so it runs off the GUI thread."""
        return tuple(_row(pack) for pack in self._own.packs(self._author))

    def check(self, folder: Path) -> LessonCheck:
        """What the checker says of a folder; long."""
        return self._own.check(folder)

    def offer(self, folder: Path) -> str:
        """Offers it and gives what to say; long. Raises a ScuolaError."""
        outcome = self._own.offer(folder, self._author)
        if not outcome.is_new_edition:
            return say("«{title}» è già offerto così: non è cambiato nulla.", title=outcome.title)
        return say(
            "«{title}» è offerto alla scuola: edizione {edition}.",
            title=outcome.title,
            edition=outcome.edition,
        )

    def withdraw(self, row: OwnRow) -> str:
        """Takes it back and gives what to say; long. Raises a ScuolaError."""
        return say(
            "«{title}» non è più tra le lezioni della scuola.",
            title=self._own.withdraw(row.pack_id, self._author),
        )

    def begin(self, folder: Path) -> str:
        """Writes an example to be changed and gives what to say; long. Raises a ScuolaError."""
        self._own.begin(folder)
        return say("In «{folder}» c’è una lezione di esempio: cambiala, poi offrila.", folder=folder.name)

    def question(self, check: LessonCheck) -> tuple[str, str]:
        """What is asked before lessons are offered: the pack, then what it brings."""
        lessons = count_words(check.lessons, "lezione", "lezioni")
        advice = count_words(len(check.problems), "consiglio", "consigli")
        words = say("{lessons}, senza errori.", lessons=lessons)
        return f"«{check.title}»", f"{words} {advice}." if check.problems else words

    def withdraw_question(self, row: OwnRow) -> str:
        """What is asked before a pack is taken back."""
        return say(
            "Ritiro «{title}» da tutti i portatili? Le risposte degli alunni restano.", title=row.title
        )

    def refusal(self, check: LessonCheck) -> str:
        """What is said where mistakes keep a folder from being offered."""
        blocking = sum(problem.blocking for problem in check.problems)
        return say(
            "«{title}»: prima sistema {mistakes}.",
            title=check.title,
            mistakes=count_words(blocking, "errore", "errori"),
        )

    def problem_rows(self, problems: Sequence[Problem]) -> tuple[ProblemRow, ...]:
        """The first of what the checker says; more would not be read."""
        return tuple(
            ProblemRow(_where(one), one.message, one.remedy, one.blocking)
            for one in problems[:_SHOWN_PROBLEMS]
        )

    @property
    def _own(self) -> OwnLessons:
        if self._desk.own_lessons is None:
            raise ValueError("this school offers nothing of its own")
        return self._desk.own_lessons


def _where(problem: Problem) -> str:
    if not problem.line:
        return problem.path
    return say("{file}, riga {line}", file=problem.path, line=problem.line)


def _row(pack: OwnPack) -> OwnRow:
    lessons = count_words(pack.lessons, "lezione", "lezioni")
    edition = say("edizione {edition}", edition=pack.edition)
    parts = [lessons, size_words(pack.size), edition, *([pack.author] if pack.author else [])]
    chip = (
        ChipWords(say("si legge qui"), "ok", "fatto")
        if pack.is_here
        else ChipWords(say("in arrivo"), "busy", "scarica")
    )
    return OwnRow(
        pack_id=pack.pack_id,
        area=pack.area,
        title=pack.title,
        detail=" · ".join(parts),
        chip=chip,
        may_withdraw=pack.is_mine,
    )
