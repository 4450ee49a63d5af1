"""A pupil's notebook in words: notes, highlights, bookmarks and open answers, searched in memory alone."""

from typing import Literal

import msgspec

from scuola_digitale.domain.facts import Fact, NotebookSet
from scuola_digitale.domain.judging import folded
from scuola_digitale.domain.notebook import Entry, PageKind, written_entry
from scuola_digitale.domain.open_answers import Mark
from scuola_digitale.domain.people import Pupil
from scuola_digitale.words import Worded, say
from ui.presenters.desk import Desk
from ui.presenters.italian import when_words
from ui.presenters.open_answers import MARKED, WAITS

Shelf = Literal["", "appunto", "evidenza", "segnalibro", "risposta"]

SHELVES: Worded[tuple[tuple[Shelf, str], ...]] = Worded(
    lambda: (
        ("", say("Tutto")),
        ("appunto", say("Appunti")),
        ("evidenza", say("Parole evidenziate")),
        ("segnalibro", say("Segnalibri")),
        ("risposta", say("Risposte")),
    )
)

KINDS: Worded[dict[Shelf, tuple[str, str]]] = Worded(
    lambda: {
        "appunto": (say("Appunto"), "penna"),
        "evidenza": (say("Evidenziato"), "evidenzia"),
        "segnalibro": (say("Segnalibro"), "segnalibro"),
        "risposta": (say("Risposta"), "messaggio"),
    }
)
"""What each is called, and its icon."""


class Leaf(msgspec.Struct, frozen=True, kw_only=True):
    """Something in the notebook.

    Attributes:
        page_id: of the page, empty for an open answer, which is not rewritten here.
        quote: the lesson's words; `words` the pupil's own.
        mark: the teacher's word on an answer; `state` says how the answer stands.
    """

    kind: Shelf
    page_id: str
    lesson_ref: str
    anchor: str
    lesson_title: str
    when: str
    at_ms: int
    quote: str = ""
    words: str = ""
    state: str = ""
    mark: Mark | None = None


class NotebookPresenter:
    """What a pupil kept; `shelf` and `query` narrow it."""

    title = Worded(lambda: say("Quaderno"))
    detail = Worded(lambda: say("Quello che hai scritto e segnato. Lo leggi solo tu, con la maestra."))
    search = Worded(lambda: say("Cerca nel quaderno"))
    nothing = Worded(lambda: say("Il quaderno è ancora bianco"))
    nothing_detail = Worded(
        lambda: say("Apri una lezione: lì accanto trovi «Appunto», «Evidenzia» e «Segnalibro».")
    )
    to_library = Worded(lambda: say("Vai in Biblioteca"))
    not_found = Worded(lambda: say("Qui non c’è"))
    not_found_detail = Worded(lambda: say("Prova con un’altra parola, o guarda in «Tutto»."))
    open_lesson = Worded(lambda: say("Apri"))
    change = Worded(lambda: say("Cambia"))
    throw = Worded(lambda: say("Togli"))
    keep = Worded(lambda: say("Salva"))
    cancel = Worded(lambda: say("Annulla"))
    own_words = Worded(lambda: say("Che cosa vuoi ricordare?"))
    thrown = Worded(lambda: say("Tolto dal quaderno."))
    undo = Worded(lambda: say("Rimetti"))
    gone_lesson = Worded(lambda: say("Una lezione che ora non c’è"))

    def __init__(self, desk: Desk, pupil: Pupil) -> None:
        self._pupil = pupil
        self._now_ms = desk.clock.now_ms()
        self._titles = {head.ref: head.title for head in desk.library.lessons()}
        leaves = [*self._pages(desk), *self._answers(desk)]
        self._leaves = tuple(sorted(leaves, key=lambda leaf: -leaf.at_ms))

    def leaves(self, shelf: Shelf = "", query: str = "") -> tuple[Leaf, ...]:
        """What is kept of a kind, newest first, that holds every word of the query."""
        wanted = folded(query).split()
        return tuple(
            leaf
            for leaf in self._leaves
            if shelf in {"", leaf.kind} and all(word in _searched(leaf) for word in wanted)
        )

    def is_empty(self) -> bool:
        """Whether nothing was ever kept."""
        return not self._leaves

    def rewritten(self, leaf: Leaf, words: str) -> Fact:
        """The fact of a page with other words."""
        return page_fact(self._pupil, leaf.page_id, entry_of(leaf, words))

    def thrown_away(self, leaf: Leaf) -> Fact:
        """The fact of a page that is no more."""
        return thrown_page(self._pupil, leaf.page_id)

    def _pages(self, desk: Desk) -> list[Leaf]:
        return [
            Leaf(
                kind=page.entry.kind,
                page_id=page.page_id,
                lesson_ref=page.entry.lesson_ref,
                anchor=page.entry.anchor,
                lesson_title=self._title(page.entry.lesson_ref),
                when=when_words(page.at_ms, self._now_ms),
                at_ms=page.at_ms,
                quote=page.entry.quote,
                words=page.entry.words,
            )
            for page in desk.school.notebook(self._pupil.person)
        ]

    def _answers(self, desk: Desk) -> list[Leaf]:
        leaves: dict[str, Leaf] = {}
        for answer in desk.school.open_answers(self._pupil.person):
            state = MARKED()["fatto" if answer.mark.score == 100 else "quasi"] if answer.mark else WAITS()
            lesson_ref = answer.exercise_ref.rpartition("/")[0]
            leaf = Leaf(
                kind="risposta",
                page_id="",
                lesson_ref=lesson_ref,
                anchor="",
                lesson_title=self._title(lesson_ref),
                when=when_words(answer.at_ms, self._now_ms),
                at_ms=answer.at_ms,
                words=answer.text,
                state=state,
                mark=answer.mark,
            )
            leaves.setdefault(answer.exercise_ref, leaf)
        return list(leaves.values())

    def _title(self, lesson_ref: str) -> str:
        return self._titles.get(lesson_ref, self.gone_lesson)


def entry_of(leaf: Leaf, words: str) -> Entry:
    """The page of a leaf with these words."""
    kind: PageKind = "appunto" if leaf.kind == "risposta" or not leaf.kind else leaf.kind
    return Entry(
        kind=kind, lesson_ref=leaf.lesson_ref, anchor=leaf.anchor, quote=leaf.quote, words=words.strip()
    )


def page_fact(pupil: Pupil, page_id: str, entry: Entry) -> Fact:
    """The fact of a page as it reads now."""
    return NotebookSet(person=pupil.person, page_id=page_id, entry=written_entry(entry))


def thrown_page(pupil: Pupil, page_id: str) -> Fact:
    """The fact of a page that is no more."""
    return NotebookSet(person=pupil.person, page_id=page_id, entry="")


def _searched(leaf: Leaf) -> str:
    comment = leaf.mark.comment if leaf.mark else ""
    return folded(f"{leaf.lesson_title} {leaf.quote} {leaf.words} {comment}")
