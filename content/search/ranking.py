"""Puts what an index found into its last order, the same for every engine, and gathers it by lesson."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from content.search.index import Alternatives, Found
from content.search.languages import filter_of
from content.search.words import WORD, composed, fold
from scuola_digitale.domain.lesson import LessonHead, Section
from scuola_digitale.domain.school_terms import Grade

_HEADING_WORTH = 1.8
"""Of a heading that says just what was asked, against the text: it is weighed here, and counts as any text there."""
_ORDER_WORTH = 0.1
_WHOLENESS = 1.5
"""How sharply a heading loses that has only some of the words; found with the judged queries."""
"""The share of a heading's worth that asks for the words in their order."""
_GRADE_WORTH = 0.05
_SECTIONS_A_LESSON = 3
_MOST_READ = 1_000_000
"""Signs of text in which phrases are looked for."""


class Typed(msgspec.Struct, frozen=True):
    """The folded words as they were typed; `begun` is the last one where it may go on, else empty."""

    words: frozenset[str]
    begun: str


Sections = Mapping[str, tuple[LessonHead, Section]]


def reordered(
    found: Iterable[Found],
    sections: Sections,
    words: Sequence[Alternatives],
    typed: Typed,
    near: Grade | None,
) -> list[Found]:
    """The same sections, weighed again by how well their headings answer, and a little by the pupil's own grade.

    Args:
        found: what an index found.
        sections: those of them that are still there.
        words: what was asked for.
        typed: a heading that has a word just as it was typed comes first.
        near: the pupil's grade.
    """
    again = []
    for each in found:
        if each.section_id not in sections:
            continue
        head, section = sections[each.section_id]
        worth = 1 + _HEADING_WORTH * _fit(section.heading, head.language, words, typed)
        if near is not None and near in head.grades:
            worth += _GRADE_WORTH
        again.append(msgspec.structs.replace(each, score=each.score * worth))
    return sorted(again, key=lambda each: -each.score)


def _fit(heading: str, language: str, words: Sequence[Alternatives], typed: Typed) -> float:
    """How much of the query stands in the heading and of the heading in the query, 0–1.

    Their harmonic mean, less where words are missing: a heading of one word that is one of two words asked for is
    no better an answer than a text that has both.
    """
    tokens = list(filter_of(language).tokens(composed(heading)))
    if not tokens or not words:
        return 0
    terms = {token.term: 1.0 if token.folded in typed.words else 0.85 for token in tokens}
    begun = {token.term: 0.9 for token in tokens if typed.begun and token.folded.startswith(typed.begun)}
    meant = [*words[:-1], begun | dict(words[-1])]
    asked = sum(max(sureness * terms.get(term, 0) for term, sureness in word.items()) for word in meant)
    wanted = {term for word in meant for term in word}
    said = sum(worth for term, worth in terms.items() if term in wanted)
    asked, said = asked / len(words), said / len(terms)
    if not asked or not said:
        return 0
    return (
        math.pow(asked, _WHOLENESS)
        * (2 * asked * said / (asked + said))
        * (1 - _ORDER_WORTH + _ORDER_WORTH * _in_order(meant, [token.term for token in tokens]))
    )


def _in_order(words: Sequence[Alternatives], terms: Sequence[str]) -> float:
    """The share of the query's words that stand in the heading right after the one before them, 0–1."""
    pairs = set(pairwise(terms))
    kept = sum(any((a, b) in pairs for a in before for b in word) for before, word in pairwise(words))
    return kept / (len(words) - 1) if len(words) > 1 else 1


def with_phrases(
    found: Sequence[Found], sections: Sections, phrases: Sequence[tuple[str, ...]]
) -> list[Found]:
    """Those in which every phrase stands just as it was typed, but for case and accents."""
    if not phrases:
        return list(found)
    kept, left = [], _MOST_READ
    for each in found:
        if each.section_id not in sections or left < 0:
            continue
        section = sections[each.section_id][1]
        text = f"{section.heading}\n{section.text}"[: left + 1]
        left -= len(text)
        folded = f" {' '.join(WORD.findall(fold(composed(text))))} "
        if all(f" {' '.join(phrase)} " in folded for phrase in phrases):
            kept.append(each)
    return kept


def by_lesson(found: Iterable[Found], lessons: int) -> list[Found]:
    """At most so many lessons, the best first, each with its three best sections."""
    groups: dict[str, list[Found]] = {}
    for each in found:
        groups.setdefault(each.lesson_ref, []).append(each)
    chosen = list(groups.values())[:lessons]
    return [each for group in chosen for each in group[:_SECTIONS_A_LESSON]]
