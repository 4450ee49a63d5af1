"""A pupil's own notes, searched in memory: they are sealed on the disk and never stand in an index."""

from collections.abc import Iterable

import msgspec

from content.search.engine import Snippet
from content.search.languages import italian
from content.search.question import read_question
from content.search.snippets import snippet
from content.search.spelling import sound
from content.search.words import composed


class NoteText(msgspec.Struct, frozen=True):
    """A note as its owner sees it; `key` is whatever its keeper knows it by."""

    key: str
    text: str


class NoteHit(msgspec.Struct, frozen=True):
    """A note that answers the query."""

    key: str
    snippet: Snippet


def search_notes(query: str, notes: Iterable[NoteText]) -> tuple[NoteHit, ...]:
    """The notes that have all the words of a query, in the order given; a word may go on or only sound alike."""
    question = read_question(query)
    words = [(token.term, token.folded) for token in italian().tokens(question.text)]
    barred = {italian().term(word) for word in question.barred}
    if not words:
        return ()
    found = ((note, _lit_terms(note.text, words, barred)) for note in notes)
    return tuple(NoteHit(note.key, snippet(note.text, terms)) for note, terms in found if terms)


def _lit_terms(text: str, words: Iterable[tuple[str, str]], barred: set[str]) -> frozenset[str]:
    """The terms by which a note answers; none where a word is missing or a barred one is there."""
    tokens = list(italian().tokens(composed(text)))
    if barred & {token.term for token in tokens}:
        return frozenset()
    lit: set[str] = set()
    for term, folded in words:
        heard = sound(folded)
        alike = {
            token.term
            for token in tokens
            if token.term == term or token.folded.startswith(folded) or sound(token.folded) == heard
        }
        if not alike:
            return frozenset()
        lit |= alike
    return frozenset(lit)
