"""A pupil's own notes, searched in memory: they are sealed on the disk and never stand in an index."""

from collections.abc import Iterable

import msgspec

from content.search.engine import Snippet
from content.search.in_memory import lit_terms
from content.search.question import read_question
from content.search.snippets import snippet


class NoteText(msgspec.Struct, frozen=True):
    """A note as its owner sees it; `key` is whatever its keeper knows it by."""

    key: str
    text: str


class NoteHit(msgspec.Struct, frozen=True):
    """A note that answers the query."""

    key: str
    snippet: Snippet


def search_notes(query: str, notes: Iterable[NoteText]) -> tuple[NoteHit, ...]:
    """The notes that have all the words of a query, in the order given."""
    question = read_question(query)
    found = ((note, lit_terms(question, note.text)) for note in notes)
    return tuple(NoteHit(note.key, snippet(note.text, terms)) for note, terms in found if terms)
