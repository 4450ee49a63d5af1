"""The words of the library: how they go on, and which of them a misspelt one was meant to be."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from heapq import nlargest

import msgspec

_KEPT = 60
"""Candidates that are looked at closely."""
_LONGEST = 40

_LONG_ENOUGH, _RARE, _MUCH_MORE = 6, 2, 30

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

_FUSED = re.compile(r"(?:dell|all|nell|sull|dall|quell|un|[ldcsmt])(?=[aeiouh])")
"""What an apostrophe should have parted from the word behind it: `lacqua`, `dellisola`."""


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A word of the library: as it is shown, how often it stands there, how it sounds."""

    shown: str
    count: int
    sound: str


def sound(folded: str) -> str:
    """How a word sounds to who writes by ear: equal for `cielo` and `celo`, `scuola` and `squola`."""
    for pattern, heard in _SOUNDS:
        folded = pattern.sub(heard, folded)
    return folded


_ENTRIES = msgspec.msgpack.Decoder(dict[str, Entry])


def packed(words: Mapping[str, tuple[str, int]]) -> bytes:
    """The words of a pack, folded, each as it is shown and its count, for `Vocabulary.of`."""
    entries = {word: Entry(shown, count, sound(word)) for word, (shown, count) in sorted(words.items())}
    return msgspec.msgpack.encode(entries)


class Vocabulary:
    """All the words of a library, folded."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        """Takes the entries by folded word."""
        self._entries = entries
        self._sorted = sorted(entries)
        self._by_sound: list[tuple[str, str]] | None = None
        self.nearest = lru_cache(maxsize=1024)(self._nearest)
        self.likelier = lru_cache(maxsize=1024)(self._likelier)

    @classmethod
    def of(cls, packs: Iterable[bytes]) -> "Vocabulary":
        """The vocabulary of several packs, each as `packed` gave it.

        Raises:
            msgspec.DecodeError: it was not `packed`.
        """
        entries: dict[str, Entry] = {}
        for found in sorted(map(_ENTRIES.decode, packs), key=len, reverse=True):
            both = found.keys() & entries.keys()
            joined = {word: _joined(entries[word], found[word]) for word in both}
            entries = {**entries, **found, **joined}
        return cls(entries)

    def __contains__(self, word: str) -> bool:
        return word in self._entries

    def shown(self, word: str) -> str:
        """The word with its accents."""
        return self._entries[word].shown

    def is_begun(self, beginning: str) -> bool:
        """Whether some word begins with just these letters."""
        place = bisect_left(self._sorted, beginning)
        return place < len(self._sorted) and self._sorted[place].startswith(beginning)

    def begun(self, beginning: str, limit: int) -> list[str]:
        """The most frequent words that begin so; words that only sound so where there are none."""
        first = bisect_left(self._sorted, beginning)
        found = self._sorted[first : bisect_left(self._sorted, beginning + "\uffff")]
        return nlargest(limit, found or self._begun_by_sound(sound(beginning)), key=self._count)

    def _begun_by_sound(self, heard: str) -> list[str]:
        pairs = self._sounds()
        first = bisect_left(pairs, (heard,))
        return [word for _, word in pairs[first : bisect_left(pairs, (heard + "\uffff",))]] if heard else []

    def _sounds(self) -> list[tuple[str, str]]:
        if self._by_sound is None:
            self._by_sound = sorted((entry.sound, word) for word, entry in self._entries.items())
        return self._by_sound

    def _nearest(self, word: str, *, only_by_sound: bool) -> tuple[str, ...]:
        """The word or the two words that a misspelt one was meant to be; none when nothing is near.

        Args:
            word: folded, not in the vocabulary.
            only_by_sound: whether only a word of the same sound will do.
        """
        if not 2 <= len(word) <= _LONGEST or word.isdigit():
            return ()
        alike = self._best(word, self._sounding_as(word))
        if alike or only_by_sound:
            return alike[:1]
        fused = _FUSED.match(word)
        if fused and word[fused.end() :] in self._entries and len(word) - fused.end() >= 4:
            return (word[fused.end() :],)
        near = self._best(word, self._near(word))
        return near if near and len(word) < 8 else self._parted(word) or near

    def _likelier(self, word: str) -> str | None:
        """The much more frequent word that a rare one is perhaps a slip of: lessons have misprints too.

        Only for words of six letters and more that stand there once or twice, and one slip or none by ear away.
        """
        count = self._count(word)
        if len(word) < _LONG_ENOUGH or count > _RARE:
            return None
        near = [other for other, slips in self._near(word, 1) if other != word]
        near += [other for other, _ in self._sounding_as(word) if other != word]
        best = max(near, key=self._count, default=None)
        return best if best is not None and self._count(best) >= _MUCH_MORE * count else None

    def _best(self, word: str, candidates: Iterable[tuple[str, float]]) -> tuple[str, ...]:
        best = min(
            candidates, key=lambda each: (each[1], each[0][0] != word[0], -self._count(each[0])), default=None
        )
        return (best[0],) if best else ()

    def _sounding_as(self, word: str) -> Iterator[tuple[str, float]]:
        from rapidfuzz.distance import OSA

        heard = sound(word)
        pairs = self._sounds()
        for place in range(bisect_left(pairs, (heard,)), len(pairs)):
            if pairs[place][0] != heard:
                return
            yield pairs[place][1], OSA.distance(word, pairs[place][1])

    def _near(self, word: str, most: int = 3) -> Iterable[tuple[str, float]]:
        """Words a few slips away (optimal string alignment: a swap of neighbours counts once)."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = min(most, 1 if len(word) <= 4 else 2 if len(word) <= 8 else 3)
        found = process.extract(
            word, self._sorted, scorer=OSA.distance, processor=None, score_cutoff=allowed, limit=_KEPT
        )
        return [(other, slips) for other, slips, _place in found]

    def _parted(self, word: str) -> tuple[str, ...]:
        """Two words written as one, the likeliest parting."""
        pairs = [(word[:at], word[at:]) for at in range(2, len(word) - 2)]
        known = [pair for pair in pairs if pair[0] in self._entries and pair[1] in self._entries]
        return max(known, key=lambda pair: min(self._count(pair[0]), self._count(pair[1])), default=())

    def _count(self, word: str) -> int:
        return self._entries[word].count


def _joined(first: Entry, second: Entry) -> Entry:
    """One entry for a word of two packs, shown as it stands more often."""
    shown = first.shown if first.count >= second.count else second.shown
    return Entry(shown, first.count + second.count, first.sound)


def nearest_title(text: str, titles: Iterable[str]) -> str | None:
    """The title that comes nearest to the text, however far; None only where there are no titles."""
    from rapidfuzz import fuzz, process, utils

    found = process.extractOne(text, list(titles), scorer=fuzz.WRatio, processor=utils.default_process)
    return found[0] if found else None
