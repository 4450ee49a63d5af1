"""An index by Whoosh: its files, its posting lists; the scores are our own.

Whoosh's matchers and collectors spend ten times what reading the postings takes. So the weights of a term in a
section are reckoned when it is indexed (BM25 with a fixed average length, Robertson and Zaragoza 2009), and a
query adds them up list by list, the rarest word first, within a fixed number of postings.
"""

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from whoosh.analysis import IDAnalyzer
from whoosh.fields import STORED, FieldType, Schema
from whoosh.formats import Existence
from whoosh.index import create_in, exists_in, open_dir

from content.search.documents import ID_FIELDS, TEXT_PARTS, Document
from content.search.index import Alternatives, Found, Wish

_MEMORY_MB = 64
_K1 = 1.2
_B = 0.7
_AVERAGE_LENGTH = {"words": 120, "headings": 3, "exercises": 120, "pictures": 120}
"""Words that count in a usual part: figures of our own, so that weights need no second pass."""
MOST_POSTINGS = 40_000
"""Postings read for one query: some 50 ms. The words left out then are the most common ones."""


class _Weights(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """Terms with weights that we reckon; Whoosh only keeps them."""

    def __init__(self) -> None:
        # Whoosh asks the disk at each posting for the length of a field that is not scorable.
        super().__init__(Existence(), IDAnalyzer(), scorable=True)

    def index(self, value: Mapping[str, float], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        return ((term.encode(), 1, weight, b"") for term, weight in value.items())


def _schema() -> Schema:
    return Schema(
        id=STORED,
        **{name: _Weights() for name in (*ID_FIELDS, *TEXT_PARTS, "beginnings")},
    )


class WhooshKind:
    """See `IndexKind`."""

    name = "whoosh"

    def open(self, folder: Path) -> "WhooshReader":
        """Opens the index in a folder for reading."""
        return WhooshReader(folder)

    def write(self, folder: Path, pack_id: str, documents: Iterable[Document]) -> None:
        """Puts the documents of a pack into the index in `folder`, instead of what was there of it, in one commit."""
        index = open_dir(folder) if exists_in(folder) else create_in(folder, _schema())
        with index.writer(limitmb=_MEMORY_MB) as writer:
            writer.delete_by_term("pack", pack_id)
            for document in documents:
                writer.add_document(**_fields(document))
        index.close()


def _fields(document: Document) -> dict[str, object]:
    parts = {name: getattr(document, name) for name in TEXT_PARTS}
    weighed = {name: _weighed(counts, _AVERAGE_LENGTH[name]) for name, counts in parts.items() if counts}
    # A short heading comes first among those that begin so.
    worth = 1 / (1 + len(document.beginnings))
    ids = {name: dict.fromkeys(values, 1.0) for name, values in document.ids.items()}
    return {
        "id": document.section_id,
        "beginnings": dict.fromkeys(document.beginnings, worth),
        **ids,
        **weighed,
    }


def _weighed(counts: Mapping[str, int], average: int) -> dict[str, float]:
    """BM25's saturated frequency of each term, in a part that usually has so many words."""
    length = _K1 * (1 - _B + _B * sum(counts.values()) / average)
    return {term: count / (count + length) for term, count in counts.items()}


class WhooshReader:
    """See `IndexReader`.

    Attributes:
        postings_read: since it was opened, to bound and to test the work of a query.
    """

    def __init__(self, folder: Path) -> None:
        self._index = open_dir(folder, readonly=True)
        self._reader = self._index.reader()
        self._sections = self._reader.doc_count()
        self._sets: dict[tuple[str, str], frozenset[int]] = {}
        self.postings_read = 0

    def close(self) -> None:
        """Lets go of the files."""
        self._reader.close()
        self._index.close()

    def count(self, term: str) -> int:
        """In how many sections the term stands, about."""
        return self._count("words", term)

    def _count(self, field: str, term: str) -> int:
        number: int = self._reader.doc_frequency(field, term.encode())
        return number

    def has_language(self, language: str) -> bool:
        """Whether some section is written in it."""
        return self._count("language", language) > 0

    def best(self, wish: Wish) -> list[Found]:
        """The best sections for a wish, best first."""
        allowed = self._allowed(wish.only)
        barred = {number for term in wish.without for number, _ in self._postings("words", term)}
        scores: dict[int, float] = {}
        covered: dict[int, float] = {}
        whole = 0.0
        left = MOST_POSTINGS
        for word in sorted(wish.words, key=lambda word: self._cost(wish.part, word)):
            gathered = self._gather(wish.part, word, left)
            left -= self._cost(wish.part, word)
            if not gathered:
                continue
            rarity = math.log(1 + self._sections / len(gathered))
            whole += rarity
            for number, weight in gathered.items():
                scores[number] = scores.get(number, 0) + rarity * weight
                covered[number] = covered.get(number, 0) + rarity
        final = {
            number: score * covered[number] / whole
            for number, score in scores.items()
            if number not in barred and (allowed is None or number in allowed)
        }
        return self._named(heapq.nlargest(wish.limit, final.items(), key=lambda item: (item[1], -item[0])))

    def _cost(self, part: str, word: Alternatives) -> int:
        return sum(self._count(part, term) for term in word)

    def _gather(self, part: str, word: Alternatives, most: int) -> dict[int, float]:
        """The sections with any of the terms, each with the best weight among them."""
        gathered: dict[int, float] = {}
        for term, sureness in word.items():
            most -= self._count(part, term)
            if most < 0:
                break
            for number, weight in self._postings(part, term):
                worth = weight * sureness
                if worth > gathered.get(number, 0):
                    gathered[number] = worth
        return gathered

    def _postings(self, field: str, term: str) -> Iterator[tuple[int, float]]:
        if not self._count(field, term):
            return
        matcher = self._reader.postings(field, term.encode())
        is_active, number, weight, step = matcher.is_active, matcher.id, matcher.weight, matcher.next
        while is_active():
            self.postings_read += 1
            yield number(), weight()
            step()

    def _allowed(self, only: Mapping[str, str]) -> frozenset[int] | None:
        """The sections that pass the filters; None where all do."""
        if not only:
            return None
        for field, value in only.items():
            if (field, value) not in self._sets:
                self._sets[field, value] = frozenset(number for number, _ in self._postings(field, value))
        return frozenset.intersection(*(self._sets[each] for each in only.items()))

    def titles(self, beginnings: Sequence[str], limit: int) -> list[str]:
        """Ids of sections whose heading has words that begin so, short headings first."""
        rarest = sorted(beginnings, key=lambda each: self._count("beginnings", each))
        if not rarest:
            return []
        found = dict(self._postings("beginnings", rarest[0]))
        for each in rarest[1:]:
            others = {number for number, _ in self._postings("beginnings", each)}
            found = {number: worth for number, worth in found.items() if number in others}
        best = heapq.nlargest(limit, found.items(), key=lambda item: (item[1], -item[0]))
        return [each.section_id for each in self._named(best)]

    def _named(self, numbers: Iterable[tuple[int, float]]) -> list[Found]:
        stored: Any = self._reader.stored_fields
        return [Found(stored(number)["id"], score) for number, score in numbers]
