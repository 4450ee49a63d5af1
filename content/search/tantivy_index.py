"""An index by tantivy, the extra `grande`: the same documents and wishes as Whoosh's, for large libraries."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ContextDecorator
from pathlib import Path
from types import TracebackType

import tantivy
from tantivy import Occur, Query

from content.search.documents import ID_FIELDS, TEXT_PARTS, Document
from content.search.index import Alternatives, Found, Wish

_HEAP_BYTES = 64 << 20
_PARTS = (*TEXT_PARTS, "beginnings")
_EACH_WORD = 2.5
"""What it is worth that a word stands in a section at all, in units of its rarity: more words beat more often."""

_Clauses = list[tuple[Occur, Query]]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ID_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in _PARTS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


class TantivyPanicError(Exception):
    """tantivy stopped with what Python would take for the end of the program."""


class _PanicsTold(ContextDecorator):
    """Turns a panic of tantivy into a `TantivyPanicError`, and nothing else into anything.

    A panic reaches Python as a `BaseException`, so that `except Exception` lets it end the program. Its class is made
    when the module is loaded and cannot be imported: it is told by its name. Nothing is caught to find out:
    what leaves the block is looked at on its way, and Ctrl-C goes on as it came.
    """

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if kind is not None and (kind.__module__, kind.__name__) == _PANIC:
            raise TantivyPanicError(str(error)) from None


_PANIC = ("pyo3_runtime", "PanicException")


class TantivyKind:
    """See `IndexKind`."""

    name = "tantivy"

    def open(self, folder: Path) -> "TantivyReader":
        """Opens the index in a folder for reading."""
        return TantivyReader(folder)

    @_PanicsTold()
    def write(self, folder: Path, pack_id: str, documents: Iterable[Document]) -> None:
        """Puts the documents of a pack into the index in `folder`, instead of what was there of it, in one commit."""
        exists = tantivy.Index.exists(str(folder))
        index = tantivy.Index.open(str(folder)) if exists else tantivy.Index(_schema(), path=str(folder))
        writer = index.writer(heap_size=_HEAP_BYTES, num_threads=1)
        writer.delete_documents_by_term("pack", pack_id)
        for document in documents:
            writer.add_document(tantivy.Document(**_fields(document)))
        writer.commit()
        writer.wait_merging_threads()


def _fields(document: Document) -> dict[str, list[str]]:
    counted = {name: [" ".join(_repeated(getattr(document, name)))] for name in TEXT_PARTS}
    ids = {name: list(values) for name, values in document.ids.items()}
    beginnings = [" ".join(sorted(document.beginnings))]
    return {"id": [document.section_id], "beginnings": beginnings, **ids, **counted}


def _repeated(counts: Mapping[str, int]) -> Iterator[str]:
    for term, count in counts.items():
        yield from [term] * count


class TantivyReader:
    """See `IndexReader`."""

    @_PanicsTold()
    def __init__(self, folder: Path) -> None:
        self._index = tantivy.Index.open(str(folder))
        # A folder never changes once it counts: nobody needs to look every half second whether it did.
        self._index.config_reader(reload_policy="manual")
        self._searcher = self._index.searcher()

    def close(self) -> None:
        """Its files go with the last that holds it."""

    @_PanicsTold()
    def count(self, term: str) -> int:
        """In how many sections the term stands, about."""
        return self._searcher.doc_freq("words", term)

    @_PanicsTold()
    def has_language(self, language: str) -> bool:
        """Whether some section is written in it."""
        return self._searcher.doc_freq("language", language) > 0

    @_PanicsTold()
    def best(self, wish: Wish) -> list[Found]:
        """The best sections for a wish, best first."""
        if not wish.words:
            return []
        any_word: _Clauses = []
        for word in wish.words:
            query = self._either(wish.part, word)
            any_word.append((Occur.Should, query))
            any_word.append(
                (Occur.Should, Query.const_score_query(query, _EACH_WORD * self._rarity(wish.part, word)))
            )
        clauses: _Clauses = [(Occur.Must, Query.boolean_query(any_word))]
        clauses += [
            (Occur.Must, Query.const_score_query(self._term(field, value), 0.0))
            for field, value in wish.only.items()
        ]
        clauses += [(Occur.MustNot, self._term("words", term)) for term in wish.without]
        return self._asked(Query.boolean_query(clauses), wish.limit)

    def _either(self, part: str, word: Alternatives) -> Query:
        weighed = [Query.boost_query(self._term(part, term), sureness) for term, sureness in word.items()]
        return weighed[0] if len(weighed) == 1 else Query.disjunction_max_query(weighed)

    def _rarity(self, part: str, word: Alternatives) -> float:
        standing = sum(self._searcher.doc_freq(part, term) for term in word)
        return math.log(1 + self._searcher.num_docs / (standing or 1))

    def _term(self, field: str, term: str) -> Query:
        return Query.term_query(
            self._index.schema, field, term, index_option="freq" if field in _PARTS else "basic"
        )

    def _asked(self, query: Query, limit: int) -> list[Found]:
        hits = self._searcher.search(query, limit=limit, count=False).hits
        return [Found(str(self._searcher.doc(address)["id"][0]), score) for score, address in hits]

    @_PanicsTold()
    def titles(self, beginnings: Sequence[str], limit: int) -> list[str]:
        """Ids of sections whose heading has words that begin so, short headings first."""
        if not beginnings:
            return []
        clauses = [(Occur.Must, self._term("beginnings", each)) for each in beginnings]
        return [each.section_id for each in self._asked(Query.boolean_query(clauses), limit)]
