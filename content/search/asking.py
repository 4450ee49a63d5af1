"""Builds queries term by term, never by Whoosh's query language, so that any text is safe; groups what is found."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from whoosh.query import And, Or, Query, Term

from content.search.fields import GRAM_SIZES
from content.search.italian import composed, fold

WIDE_UNTIL = 10_000
"""Sections up to which every section with any of the words is weighed; above, first those with all of them."""

_WEIGHED = 60
_WORD = re.compile(r"[^\W_]+")
_SECTIONS_A_LESSON = 3


class Found(msgspec.Struct, frozen=True):
    """A section and how well it answers."""

    section_id: str
    lesson_ref: str
    score: float


def best_sections(
    searcher: Any, terms: Sequence[str], filters: Mapping[str, str], lessons: int
) -> list[Found]:
    """The best sections for the terms, lesson by lesson, at most three a lesson."""
    if not terms:
        return []
    wide = Or([each for term in terms for each in _either(term)])
    narrow = And([Or(_either(term)) for term in terms])
    found: list[Found] = []
    if searcher.doc_count() > WIDE_UNTIL:
        found = _ask(searcher, narrow, filters, lessons)
    return _by_lesson(found or _ask(searcher, wide, filters, lessons), lessons)


def _either(term: str) -> list[Query]:
    return [Term("title", term), Term("body", term)]


def _ask(searcher: Any, query: Query, filters: Mapping[str, str], lessons: int) -> list[Found]:
    # Fields of ids add the same to every score, so they narrow and do not reorder (Whoosh's Require excludes).
    query = And([query, *(Term(field, value) for field, value in filters.items())])
    results = searcher.search(query, limit=max(_WEIGHED, lessons * _SECTIONS_A_LESSON))
    return [Found(hit["id"], hit["lesson"], hit.score) for hit in results]


def _by_lesson(found: Iterable[Found], lessons: int) -> list[Found]:
    groups: dict[str, list[Found]] = {}
    for each in found:
        groups.setdefault(each.lesson_ref, []).append(each)
    chosen = list(groups.values())[:lessons]
    return [each for group in chosen for each in group[:_SECTIONS_A_LESSON]]


def titles_with(searcher: Any, begun: Sequence[str]) -> list[str]:
    """Ids of sections whose title has a word for each of the folded beginnings."""
    smallest, largest = GRAM_SIZES
    grams = {word[:largest] for word in begun if len(word) >= smallest}
    if not grams:
        return []
    results = searcher.search(And([Term("grams", gram) for gram in grams]), limit=_WEIGHED)
    return [hit["id"] for hit in results]


def fitting_titles(titles: Iterable[str], begun: Sequence[str]) -> tuple[str, ...]:
    """The titles that go on as they were begun, each once: those that begin so come first, then the shorter."""
    typed = " ".join(begun)
    folded = {title: " ".join(title_words(title)) for title in titles}
    fitting = [title for title, words in folded.items() if all(f" {word}" in f" {words}" for word in begun)]
    return tuple(sorted(fitting, key=lambda title: (not folded[title].startswith(typed), len(title), title)))


def title_words(text: str) -> list[str]:
    """All the folded words of a title or of what is typed of it; small words count here."""
    return _WORD.findall(fold(composed(text)))
