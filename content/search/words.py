"""What a word is to the search: one filter a language, the same for indexing, asking and highlighting."""

import re
import threading
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = "'’ʼ‘`´"
_LONGEST_TERM = 48


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


def all_words(text: str) -> list[str]:
    """All the folded words of a text, small ones too."""
    return WORD.findall(fold(composed(text)))


class WordFilter:
    """The filter of one language. Its tables are `NAME-parole-vuote.txt` and `NAME-eccezioni.tsv` in this folder.

    A stop word that ends in an apostrophe is dropped only before one (`l'acqua`), one that begins with it only
    after one (`water's`). An exception is a form and the term it stands for.
    """

    def __init__(
        self,
        name: str,
        stemmer: str,
        *,
        mark: str = "",
        trim: Callable[[str], str],
        root: Callable[[str], str],
    ) -> None:
        """Reads the tables; `small_words` are the folded stop words.

        Args:
            name: of the tables.
            stemmer: Snowball's name of the language.
            mark: stands before every term, so that the same letters in two languages are two terms.
            trim: what is left to cut of Snowball's stem.
            root: what every word of a stem begins with.
        """
        self.tables = _table(f"{name}-parole-vuote.txt"), _table(f"{name}-eccezioni.tsv")
        small = self.tables[0].split()
        whole = {word for word in small if "'" not in word}
        self.small_words = frozenset(map(fold, whole))
        self._stop_words = self.small_words | whole
        self._before = frozenset(word[:-1] for word in small if word.endswith("'"))
        self._after = frozenset(word[1:] for word in small if word.startswith("'"))
        pairs = (line.split("\t") for line in self.tables[1].splitlines())
        self._exceptions = {fold(form): fold(known) for form, known in pairs}
        self._stemmer_name, self._mark, self._trim, self._root = stemmer, mark, trim, root
        self._of_thread = threading.local()
        self.term = lru_cache(maxsize=65536)(self._term)
        self.beginnings = lru_cache(maxsize=64)(self._beginnings)

    def tokens(self, text: str) -> Iterator[Token]:
        """The words of a composed text that count; `dell'acqua` has one, `perché` and `perche` are the same."""
        folded = fold(text)
        stop_words, before, after, term = self.small_words, self._before, self._after, self.term
        for match in WORD.finditer(folded):
            start, end = match.span()
            word = match[0]
            if word in stop_words and text[start:end].lower() in self._stop_words:
                continue
            if word in before and text[end : end + 1] and text[end] in _APOSTROPHES:
                continue
            if word in after and start and text[start - 1] in _APOSTROPHES:
                continue
            yield Token(term(word), word, start, end)

    def _term(self, folded: str) -> str:
        """What a folded word is indexed as: what the table says, else its trimmed stem."""
        known = self._exceptions.get(folded)
        return self._mark + (self._trim(self._stem(folded[:_LONGEST_TERM])) if known is None else known)

    def _beginnings(self, terms: frozenset[str]) -> tuple[str, ...]:
        """What any word of these terms begins with, so that most words can be passed over unread."""
        own = [each.removeprefix(self._mark) for each in terms if each.startswith(self._mark)]
        irregular = (word for word, known in self._exceptions.items() if self._mark + known in terms)
        return tuple({*map(self._root, own), *irregular})

    def _stem(self, word: str) -> str:
        """By this thread's stemmer: one may not be shared."""
        if not hasattr(self._of_thread, "stemmer"):
            import Stemmer

            self._of_thread.stemmer = Stemmer.Stemmer(self._stemmer_name, 0)
        stemmer: Any = self._of_thread.stemmer
        stem: str = stemmer.stemWord(word)
        return stem


def _table(name: str) -> str:
    raw = files("content.search").joinpath(name).read_text(encoding="utf-8")
    return "\n".join(line for line in raw.splitlines() if line and not line.startswith("#"))
