"""Did you mean: mends words that the library does not know, as children misspell them."""

import re
from collections.abc import Callable, Iterable

from content.search.italian import Token, composed, tokens

_KEPT = 60
"""Candidates that are looked at closely."""
_LONGEST = 40
_PREFIX = 3
"""From so many letters on, an unfinished last word is completed."""

_SOUNDS = tuple(
    (re.compile(pattern), heard)
    for pattern, heard in (
        (r"cqu|qu", "cu"),
        (r"(?<=[cg])ie", "e"),
        (r"(?<=sc)ie", "e"),
        (r"gni(?=[aeou])|ni(?=[aeou])|gn", "ñ"),
        (r"gl(?=i)|li(?=[aeou])", "li"),
        (r"(?<![cg])h", ""),
        (r"m(?=[bp])", "n"),
        (r"(.)\1+", r"\1"),
    )
)
"""What a child who writes by ear does not tell apart, rule by rule: aqua, squola, celo, montania, frazzioni, o/ho."""


def sound(folded: str) -> str:
    """How a word sounds to who writes by ear: equal for `cielo` and `celo`, `scuola` and `squola`."""
    for pattern, heard in _SOUNDS:
        folded = pattern.sub(heard, folded)
    return folded


class Speller:
    """Mends queries by the words of the library, the likeliest first: same sound, fewest slips, most frequent."""

    def __init__(self, vocabulary: dict[str, tuple[str, int]]) -> None:
        """Takes each folded word with how it is shown and how often it stands in the library."""
        self._vocabulary = vocabulary
        self._words = list(vocabulary)

    def mend(self, query: str, is_known: Callable[[str], bool]) -> str | None:
        """The query with its unknown words mended, or None when nothing can be.

        Args:
            query: as it was typed.
            is_known: whether a term stands in the index.
        """
        text = composed(query)
        found = list(tokens(text))
        mended = text
        for token in reversed(found):
            better = self._better(token, is_last=token is found[-1], is_known=is_known(token.term))
            if better is not None:
                mended = mended[: token.start] + better + mended[token.end :]
        return mended if mended != text else None

    def _better(self, token: Token, *, is_last: bool, is_known: bool) -> str | None:
        """The word to put instead. A term can be known by chance, `celo` by `celare`: then it must sound the same."""
        word = token.folded
        if word in self._vocabulary or not 2 <= len(word) <= _LONGEST or word.isdigit():
            return None
        if is_last and not is_known and len(word) >= _PREFIX:
            begun = [other for other in self._words if other.startswith(word)]
            if begun:
                return self._shown(max(begun, key=self._count))
        best = min(self._near(word), key=lambda each: self._rank(word, each), default=None)
        if best is None or (is_known and sound(best[0]) != sound(word)):
            return None
        return self._shown(best[0])

    def _near(self, word: str) -> Iterable[tuple[str, float]]:
        """Words a few slips away (optimal string alignment: a swap of neighbours counts once)."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = 1 if len(word) <= 4 else 2 if len(word) <= 8 else 3
        found = process.extract(
            word, self._words, scorer=OSA.distance, processor=None, score_cutoff=allowed, limit=_KEPT
        )
        return [(other, slips) for other, slips, _place in found]

    def _rank(self, word: str, candidate: tuple[str, float]) -> tuple[bool, float, bool, int]:
        other, slips = candidate
        return sound(other) != sound(word), slips, other[0] != word[0], -self._count(other)

    def _count(self, word: str) -> int:
        return self._vocabulary[word][1]

    def _shown(self, word: str) -> str:
        return self._vocabulary[word][0]


def nearest(text: str, titles: Iterable[str]) -> str | None:
    """The title that comes nearest to the text, however far; None only where there are no titles."""
    from rapidfuzz import fuzz, process, utils

    found = process.extractOne(text, list(titles), scorer=fuzz.WRatio, processor=utils.default_process)
    return found[0] if found else None
