"""The stretch of a section that answers best, with its words lit."""

import re
from itertools import pairwise

from content.search.engine import Snippet
from content.search.languages import filter_of
from content.search.words import Token, composed, fold

_WIDTH = 180
_LEAD = 40
"""Signs shown before the first lit word."""
_READ = 20_000
"""Signs of a section that are looked at; lit words further down stay unlit."""


def snippet(text: str, terms: frozenset[str], language: str = "it") -> Snippet:
    """About 180 signs of `text` around its densest group of `terms`; its beginning when it has none."""
    shown = composed(" ".join(text[:_READ].split()))
    places = lit_tokens(shown, terms, language)
    start, end = _window(shown, places)
    return _lit(shown, [token for token in places if start <= token.start and token.end <= end], start, end)


def lit_tokens(text: str, terms: frozenset[str], language: str = "it") -> list[Token]:
    """The tokens of a composed text in a language that stand for one of the terms."""
    words = filter_of(language)
    begun = words.beginnings(terms)
    if not begun:
        return []
    # Most words are passed over by one search for what these terms begin with: reading all costs ten times more.
    candidates = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, begun))})[^\W_]*")
    return [
        Token(token.term, token.folded, match.start(), match.end())
        for match in candidates.finditer(fold(text))
        for token in words.tokens(text[match.start() : match.end()])
        if token.term in terms
    ]


def _window(text: str, places: list[Token]) -> tuple[int, int]:
    """The stretch with the most different terms, then the most, then the first."""
    best, first = (0, 0), 0
    for index, token in enumerate(places):
        inside = [each for each in places[index : index + 12] if each.end <= token.start + _WIDTH - _LEAD]
        worth = len({each.term for each in inside}), len(inside)
        if worth > best:
            best, first = worth, token.start
    start = max(0, first - _LEAD)
    end = min(len(text), start + _WIDTH)
    start = max(0, min(start, end - _WIDTH))
    return _word_edge(text, start, forward=True), _word_edge(text, end, forward=False)


def _word_edge(text: str, place: int, *, forward: bool) -> int:
    if place in (0, len(text)):
        return place
    found = text.find(" ", place) + 1 if forward else text.rfind(" ", 0, place + 1)
    return found if abs(found - place) < _LEAD and found > 0 else place


def _lit(text: str, places: list[Token], start: int, end: int) -> Snippet:
    edges = [start, *(edge for token in places for edge in (token.start, token.end)), end]
    pieces = [(text[left:right], number % 2 == 1) for number, (left, right) in enumerate(pairwise(edges))]
    before = [("… ", False)] if start > 0 else []
    after = [(" …", False)] if end < len(text) else []
    return tuple(piece for piece in [*before, *pieces, *after] if piece[0])
