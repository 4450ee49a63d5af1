"""How well and how soon the search finds, on any corpus and any judged queries.

`python -m benchmarks.search --corpus FILE.jsonl[.gz] --queries FILE.json --engine whoosh|tantivy --json`

The corpus has `id,title,parent,body,source,subject` a line (any may be missing), the queries are
`[{"q": …, "ids": […]}]`; `--queries` may be given several times. The sections go into a new library as if their
lessons had been compiled, the real indexing process indexes them while a Qt window ticks here, and the real
search answers: snippets, headings and all. The last line of the output is one JSON object:

documents, index_seconds (of the whole process, its start and last fsync too), documents_per_second, index_bytes, rss_mb (of a process that
only searches), open_ms (index and vocabulary, modules loaded), import_ms, first_query_ms, p50_ms, p95_ms,
multi_p95_ms (three words and more), prefix_p95_ms (completing each query's first letters), mrr10 and recall10
(in the order of the scores), mrr10_shown (gathered by lesson, as the window shows it), no_help (queries with
neither hit nor suggestion), ui_late_p99_ms; fts5 and, where it is installed, tantivy: the plain engines as
floors, on the same corpus and queries in the same run; cpu_p95_ms beside p95_ms tells a busy machine.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.search_corpus import CorpusSection, Judged, filled_up, lay_in, read_corpus, read_queries
from benchmarks.search_floors import fts5_floor, tantivy_floor
from content.library.library import Library
from content.search.engines import CHOSEN_ENGINE


def main() -> None:
    """Measures and prints."""
    wish = _wish()
    sections = read_corpus(wish.corpus)
    if wish.sections:
        sections = filled_up(sections, wish.sections)
    queries = [query for file in wish.queries for query in read_queries(file)]
    with TemporaryDirectory() as folder:
        figures = measure(sections, queries, wish.engine, Path(folder))
    if wish.json:
        print(json.dumps(figures, ensure_ascii=False))
        return
    for name, value in figures.items():
        print(f"{name:>22}: {value}")


def _wish() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.search", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True, action="append")
    parser.add_argument("--engine", choices=("whoosh", "tantivy"), default="whoosh")
    parser.add_argument("--sections", type=int, default=0, help="fill the corpus up to so many, by mixing it")
    parser.add_argument("--json", action="store_true", help="print one JSON object on the last line")
    return parser.parse_args()


def measure(
    sections: Sequence[CorpusSection], queries: Sequence[Judged], engine: str, folder: Path
) -> dict[str, Any]:
    """All figures, in the order of the module's words."""
    library = Library(folder / "biblioteca")
    places = lay_in(library, sections)
    library.close()
    (folder / "domande.json").write_text(json.dumps([query.q for query in queries]), encoding="utf-8")
    os.environ[CHOSEN_ENGINE] = engine
    indexing = _in_process("index", folder)
    asked = _in_process("ask", folder)
    answers = [_Answer(**each) for each in asked.pop("answers")]
    return {
        "engine": engine,
        "documents": len(sections),
        **indexing,
        "documents_per_second": round(len(sections) / indexing["index_seconds"], 1),
        "index_bytes": _bytes(folder / "biblioteca" / "indice"),
        **asked,
        **_relevance(queries, answers, places),
        "fts5": fts5_floor(sections, queries),
        "tantivy": tantivy_floor(sections, queries, folder / "tantivy"),
    }


class _Answer:
    def __init__(self, shown: list[str], scores: list[float], helped: bool) -> None:
        self.shown, self.helped = shown, helped
        self.ranked = [each for _, each in sorted(zip(scores, shown, strict=True), key=lambda pair: -pair[0])]


def _in_process(which: str, folder: Path) -> dict[str, Any]:
    """Runs one of the parts in a process of its own, so that memory and first times are its own."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "benchmarks.search_parts", which, str(folder)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def _relevance(
    queries: Sequence[Judged], answers: Sequence[_Answer], places: Mapping[str, str]
) -> dict[str, float]:
    wanted = [{places[each] for each in query.ids if each in places} for query in queries]
    judged = [(ids, answer) for ids, answer in zip(wanted, answers, strict=True) if ids]
    number = len(judged) or 1
    return {
        "queries": len(judged),
        "mrr10": round(sum(_reciprocal(ids, answer.ranked) for ids, answer in judged) / number, 4),
        "recall10": round(sum(bool(ids & set(answer.ranked[:10])) for ids, answer in judged) / number, 4),
        "mrr10_shown": round(sum(_reciprocal(ids, answer.shown) for ids, answer in judged) / number, 4),
        "no_help": sum(not answer.helped for answer in answers),
    }


def _reciprocal(wanted: set[str], ranked: Sequence[str]) -> float:
    return next((1 / place for place, each in enumerate(ranked[:10], 1) if each in wanted), 0.0)


def _bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


if __name__ == "__main__":
    main()
