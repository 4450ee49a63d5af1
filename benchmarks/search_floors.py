"""The floors of the search benchmark: plain engines as they come, on the same corpus and queries."""

import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import percentile
from benchmarks.search_corpus import CorpusSection, Judged

if TYPE_CHECKING:
    from tantivy import TextAnalyzer

_WORD = re.compile(r"\w+")
Floor = dict[str, float]


def fts5_floor(sections: Sequence[CorpusSection], queries: Sequence[Judged]) -> Floor:
    """SQLite's FTS5 with accents folded, titles worth three, any of the words."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE section USING fts5(id UNINDEXED, title, body, tokenize='unicode61 remove_diacritics 2')"
    )
    started = time.perf_counter()
    database.executemany(
        "INSERT INTO section VALUES (?, ?, ?)", ((each.corpus_id, each.title, each.body) for each in sections)
    )
    seconds = time.perf_counter() - started

    def ask(query: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in _WORD.findall(query))
        if not words:
            return []
        rows = database.execute(
            "SELECT id FROM section WHERE section MATCH ? ORDER BY bm25(section, 0, 3, 1) LIMIT 10", (words,)
        )
        return [row[0] for row in rows]

    return _floor(len(sections), seconds, queries, ask)


def tantivy_floor(sections: Sequence[CorpusSection], queries: Sequence[Judged], folder: Path) -> Floor | None:
    """Tantivy with its own Italian stemmer, titles worth three; None where it is not installed."""
    if not find_spec("tantivy"):
        return None
    import tantivy

    folder.mkdir()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    for name in ("title", "body"):
        builder.add_text_field(name, tokenizer_name="it_stem")
    index = tantivy.Index(builder.build(), path=str(folder))
    index.register_tokenizer("it_stem", _italian_analyzer())
    started = time.perf_counter()
    writer = index.writer(num_threads=1)
    for each in sections:
        writer.add_document(tantivy.Document(id=[each.corpus_id], title=[each.title], body=[each.body]))
    writer.commit()
    writer.wait_merging_threads()
    seconds = time.perf_counter() - started
    index.reload()
    searcher = index.searcher()

    def ask(query: str) -> list[str]:
        plain = " ".join(_WORD.findall(query))
        parsed, _ = index.parse_query_lenient(plain, ["title", "body"], field_boosts={"title": 3.0})
        hits = searcher.search(parsed, limit=10, count=False).hits
        return [str(searcher.doc(address)["id"][0]) for _, address in hits]

    floor = _floor(len(sections), seconds, queries, ask)
    shutil.rmtree(folder, ignore_errors=True)
    return floor


def _italian_analyzer() -> "TextAnalyzer":
    import tantivy

    steps = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    return steps.filter(tantivy.Filter.stemmer("italian")).filter(tantivy.Filter.ascii_fold()).build()


def _floor(
    documents: int, seconds: float, queries: Sequence[Judged], ask: Callable[[str], list[str]]
) -> Floor:
    known = 0
    times, reciprocals = [], []
    for query in queries:
        started = time.perf_counter()
        found = ask(query.q)
        times.append((time.perf_counter() - started) * 1000)
        wanted = set(query.ids)
        reciprocals.append(next((1 / place for place, each in enumerate(found, 1) if each in wanted), 0.0))
        known += bool(wanted & set(found))
    number = len(queries) or 1
    return {
        "documents_per_second": round(documents / seconds, 1) if seconds else 0.0,
        "p50_ms": round(percentile(times, 50), 2),
        "p95_ms": round(percentile(times, 95), 2),
        "mrr10": round(sum(reciprocals) / number, 4),
        "recall10": round(known / number, 4),
    }
