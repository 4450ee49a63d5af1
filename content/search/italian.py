"""One Italian filter for indexing, asking and highlighting, so that they always agree on what a word is."""

import hashlib
import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = "'’ʼ‘`´"
_LONGEST_TERM = 48
_RULES_VERSION = "1"
"""Grows with every change of the rules below; the tables speak for themselves."""


class Token(NamedTuple):
    """A word that counts.

    Attributes:
        term: what is indexed and asked for.
        folded: the word in lower case and without accents.
        start: where the word begins in the composed text; `end` is just after it.
    """

    term: str
    folded: str
    start: int
    end: int


class _Folding(dict[int, str]):
    """Lower case without accents, sign by sign, so that places in the text stay what they are."""

    def __missing__(self, code: int) -> str:
        low = chr(code).lower()
        base = unicodedata.normalize("NFD", low)[:1]
        self[code] = folded = base if len(low) == 1 else chr(code)
        return folded


_FOLDING = _Folding()


def composed(text: str) -> str:
    """The text with each accent joined to its letter, in which tokens have their places."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case, no accents; a composed text keeps its length."""
    return text.translate(_FOLDING)


def tokens(text: str) -> Iterator[Token]:
    """The words of a composed text that count; `dell'acqua` has one, `perché` and `perche` are the same."""
    folded = fold(text)
    stop_words, elided = _stop_words()
    for match in _WORD.finditer(folded):
        start, end = match.span()
        word = match[0]
        if text[start:end].lower() in stop_words:
            continue
        if word in elided and text[end : end + 1] and text[end] in _APOSTROPHES:
            continue
        yield Token(term(word), word, start, end)


@lru_cache(maxsize=65536)
def term(folded: str) -> str:
    """What a folded word is indexed as: its stem by Snowball, and what Snowball misses.

    Snowball leaves the h of `laghi` and `amiche`, and the last vowel of short words like `orsi` and `acque`;
    the rest is in the table `eccezioni.tsv`.
    """
    known = _exceptions().get(folded)
    if known is not None:
        return known
    stem: str = _stemmer().stemWord(folded[:_LONGEST_TERM])
    if len(stem) > 3 and stem.endswith(("gh", "ch")):
        return stem[:-1]
    return stem[:-1] if len(stem) > 3 and stem[-1] in "aeio" else stem


def beginnings(terms: frozenset[str]) -> tuple[str, ...]:
    """What any word of these terms begins with, so that most words can be passed over unread."""
    irregular = (word for word, known in _exceptions().items() if known in terms)
    # Of all the endings, Snowball changes only -enza into -ente instead of cutting it.
    return tuple({*(each.removesuffix("t") if each.endswith("ent") else each for each in terms), *irregular})


@cache
def fingerprint() -> str:
    """Changes whenever the same text would give other terms."""
    data = _table("parole-vuote.txt") + _table("eccezioni.tsv") + _RULES_VERSION
    return hashlib.sha256(data.encode()).hexdigest()[:8]


_of_thread = threading.local()


def _stemmer() -> Any:
    """This thread's stemmer: one may not be shared."""
    if not hasattr(_of_thread, "stemmer"):
        import Stemmer

        _of_thread.stemmer = Stemmer.Stemmer("italian", 0)
    return _of_thread.stemmer


@cache
def _stop_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words that do not count, with and without accents; and those that only count for nothing when elided."""
    lines = _table("parole-vuote.txt").split()
    whole = {line for line in lines if not line.endswith("'")}
    return frozenset(whole | {fold(word) for word in whole}), frozenset(
        line[:-1] for line in lines if line.endswith("'")
    )


@cache
def _exceptions() -> dict[str, str]:
    """Folded forms and the term they stand for."""
    pairs = (line.split("\t") for line in _table("eccezioni.tsv").splitlines())
    return {fold(form): fold(known) for form, known in pairs}


def _table(name: str) -> str:
    raw = files("content.search").joinpath(name).read_text(encoding="utf-8")
    return "\n".join(line for line in raw.splitlines() if line and not line.startswith("#"))
