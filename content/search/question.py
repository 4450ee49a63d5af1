"""Reads what was typed: words, phrases in quotes, words that must not be there. Any text is a question."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import msgspec

from content.search.index import Alternatives
from content.search.languages import english, italian
from content.search.spelling import Vocabulary, sound
from content.search.words import all_words, composed, fold

_MOST_SIGNS = 1000
_MOST_WORDS = 12
_MOST_PHRASES = 4
_SHORTEST_SMALL = 4
_GOES_ON = 16
"""Words that an unfinished one may become."""
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')
_BARRED = re.compile(r"(?<!\S)[-−–]([^\W\d_][^\W_]*)")


class Question(msgspec.Struct, frozen=True):
    """What was typed, taken apart.

    Attributes:
        text: composed, the barred words blanked out; places in it are those of `typed`.
        typed: composed and cut to a thousand signs.
        phrases: folded words that must stand one after the other.
        barred: folded words that must not be there.
        is_open: whether the last word may be unfinished.
    """

    text: str
    typed: str
    phrases: tuple[tuple[str, ...], ...]
    barred: tuple[str, ...]
    is_open: bool


def read_question(query: str) -> Question:
    """Takes a query apart. `-word` bars a word only beside others that are wanted; `-5` is a number."""
    typed = composed(query[:_MOST_SIGNS])
    phrases = [tuple(all_words(match[1])[:_MOST_WORDS]) for match in _QUOTED.finditer(typed)]
    unquoted = _QUOTED.sub(lambda match: " " * len(match[0]), typed)
    text = typed
    for match in _BARRED.finditer(unquoted):
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    if not all_words(text):
        return Question(typed, typed, (), (), typed[-1:].isalnum())
    barred = tuple(dict.fromkeys(fold(match[1]) for match in _BARRED.finditer(unquoted)))[:_MOST_WORDS]
    kept = tuple(phrase for phrase in phrases if len(phrase) > 1)[:_MOST_PHRASES]
    return Question(text, typed, kept, barred, text[-1:].isalnum())


@cache
def _small_sounds() -> frozenset[str]:
    return frozenset(map(sound, italian().small_words))


class Asked(NamedTuple):
    """The words to ask an index for, all the terms they may stand as, and the query mended, if it was."""

    words: list[Alternatives]
    without: list[str]
    mended: str | None


class _Place(NamedTuple):
    folded: str
    start: int
    end: int


class Asking:
    """Turns questions into terms by what an index and its vocabulary know."""

    def __init__(self, vocabulary: Vocabulary, count: Callable[[str], int], *, has_english: bool) -> None:
        """Takes how many sections a term stands in, and whether there are English lessons among them."""
        self._vocabulary, self._count, self._has_english = vocabulary, count, has_english

    def asked(self, question: Question) -> Asked:
        """The terms of a question; its unknown words are mended, its last one may go on."""
        places = self._places(question.text)[:_MOST_WORDS]
        words: list[Alternatives] = []
        mended = question.typed
        for place in reversed(places):
            is_last = question.is_open and place is places[-1]
            better = self._better(place.folded, is_last=is_last)
            words = [*self._alternatives(place.folded, better, is_last=is_last), *words]
            if better:
                shown = " ".join(map(self._vocabulary.shown, better))
                mended = mended[: place.start] + shown + mended[place.end :]
        without = [term for word in question.barred for term in self._terms(word)]
        return Asked(words, without, mended if mended != question.typed else None)

    def _places(self, text: str) -> list[_Place]:
        """The words that count, each once; in two languages those that count in both."""
        found = {token.start: token for token in italian().tokens(text)}
        if self._has_english:
            others = {token.start: token for token in english().tokens(text)}
            both = {start: token for start, token in found.items() if start in others}
            found = both or dict(sorted((found | others).items()))
        places = {token.folded: _Place(token.folded, token.start, token.end) for token in found.values()}
        wanted = [place for place in places.values() if not self._is_small(place.folded)]
        return sorted(wanted or places.values(), key=lambda place: place.start)

    def _is_small(self, word: str) -> bool:
        """Whether it is a misspelt small word: `dellle`, `cuesto`."""
        return (
            len(word) >= _SHORTEST_SMALL and word not in self._vocabulary and sound(word) in _small_sounds()
        )

    def _terms(self, word: str) -> list[str]:
        terms = [italian().term(word), *([english().term(word)] if self._has_english else [])]
        return [term for term in terms if self._count(term)] or terms[:1]

    def _better(self, word: str, *, is_last: bool) -> tuple[str, ...]:
        """What an unknown word was meant to be. One known by chance, `celo` by `celare`, must sound the same."""
        if word in self._vocabulary or (is_last and self._vocabulary.is_begun(word)):
            return ()
        is_known = any(map(self._count, self._terms(word)))
        return self._vocabulary.nearest(word, only_by_sound=is_known)

    def _alternatives(self, word: str, better: tuple[str, ...], *, is_last: bool) -> list[Alternatives]:
        """For each word that is meant the terms it may stand as."""
        own = dict.fromkeys(self._terms(word), 0.6 if better else 1.0)
        if is_last and not better:
            sureness = 0.3 if word in self._vocabulary else 0.9
            for other in self._vocabulary.begun(word, _GOES_ON):
                own = dict.fromkeys(self._terms(other), sureness) | own
        likelier = self._vocabulary.likelier(word) if word in self._vocabulary else None
        if likelier:
            own = dict.fromkeys(self._terms(likelier), 0.6) | own
        if len(better) < 2:
            return [own | {term: 1.0 for each in better for term in self._terms(each)}]
        return [dict.fromkeys(self._terms(each), 1.0) for each in better]
