"""Builds queries term by term, never by Whoosh's query language, so that any text is safe; groups what is found."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from whoosh.query import And, Or, Query, Term

from content.search.fields import GRAM_SIZES
from content.search.italian import composed, fold

_ENOUGH = 5
"""Sections with all the words after which those with only some are not asked for."""

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
    """The best sections for the terms, lesson by lesson, at most three a lesson.

    Sections with all the words come first, those with some of them after (docs/decisions says what it brings).
    """
    if not terms:
        return []
    found = _ask(searcher, And([Or(_either(term)) for term in terms]), filters, lessons)
    if len(found) < _ENOUGH and len(terms) > 1:
        found += _lower(
            _ask(searcher, Or([each for term in terms for each in _either(term)]), filters, lessons), found
        )
    return _by_lesson(found, lessons)


def _lower(others: Iterable[Found], first: Sequence[Found]) -> list[Found]:
    """What is not among the first, with scores that never pass theirs."""
    known = {each.section_id for each in first}
    ceiling = min((each.score for each in first), default=float("inf"))
    return [
        msgspec.structs.replace(each, score=min(each.score, ceiling))
        for each in others
        if each.section_id not in known
    ]


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
