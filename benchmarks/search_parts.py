"""The parts of the search benchmark that want a process of their own: indexing beside a window, and asking."""

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from benchmarks.measuring import percentile
from content.search.engines import CHOSEN_ENGINE

if TYPE_CHECKING:  # what is imported is measured
    from content.search.engine import SearchEngine

_TICK_MS = 5
_MOST_TIMED = 300


def index(folder: Path) -> dict[str, float]:
    """Indexes with the program's own process while a Qt event loop ticks here.

    Gives `index_seconds`, `index_cpu_seconds` (0 on Windows, which does not tell) and `ui_late_p99_ms`: how late ticks
    come while it runs, less how late they come without it (the machine's own lateness is `ui_late_idle_p99_ms`).
    """
    from content.search.indexer import Indexer

    ticks = Ticks()
    still = time.perf_counter() + 2
    idle = ticks.until(lambda: time.perf_counter() > still)
    indexer = Indexer(folder / "biblioteca")
    started = time.perf_counter()
    indexer.start()
    busy = ticks.until(lambda: not indexer.poll().running)
    seconds = time.perf_counter() - started
    spent = os.times()
    if indexer.wait().error:
        raise RuntimeError(indexer.wait().error)
    return {
        "index_seconds": round(seconds, 2),
        "index_cpu_seconds": round(spent.children_user + spent.children_system, 2),
        "ui_late_p99_ms": round(percentile(busy, 99), 2),
        "ui_late_idle_p99_ms": round(percentile(idle, 99), 2),
    }


class Ticks:
    """A Qt event loop in which something ticks, every five milliseconds if nothing keeps it."""

    def __init__(self) -> None:
        from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer  # late: `ask` measures without Qt

        self._application = QCoreApplication([])
        self._wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        self._late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)

    def until(self, is_over: Callable[[], bool]) -> list[float]:
        """By how many milliseconds each tick was late until something is over."""
        self._late.clear()
        self._last = time.perf_counter()
        while not is_over():
            self._application.processEvents(self._wait)
        return self._late.copy()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._late.append(max(0.0, (now - self._last) * 1000 - _TICK_MS))
        self._last = now


def ask(folder: Path) -> dict[str, Any]:
    """Asks every query, then times some of them again; only the library and the search are in memory."""
    started = time.perf_counter()
    from content.library.library import Library
    from content.search import open_search
    from content.search.engines import kind_of

    kind_of(os.environ[CHOSEN_ENGINE])
    library = Library(folder / "biblioteca")
    imported = time.perf_counter()
    search = open_search(library)
    search.suggest("")
    opened = time.perf_counter()
    queries = json.loads((folder / "domande.json").read_text(encoding="utf-8"))
    first = _timed(lambda: search.search(queries[0]))[0] if queries else 0.0
    answers = [_answer(search, query) for query in queries]
    times = _times(search, queries[:: max(1, len(queries) // _MOST_TIMED)])
    return {
        "answers": answers,
        "rss_mb": round(psutil.Process().memory_info().rss / 1e6, 1),
        "import_ms": round((imported - started) * 1000, 1),
        "open_ms": round((opened - imported) * 1000, 1),
        "first_query_ms": round(first, 1),
        **times,
    }


def _answer(search: "SearchEngine", query: str) -> dict[str, Any]:
    result = search.search(query, lessons=10)
    return {
        "shown": [hit.section_id for hit in result.hits],
        "scores": [hit.score for hit in result.hits],
        "helped": bool(result.hits or result.packs or result.suggestion),
    }


def _times(search: "SearchEngine", queries: Sequence[str]) -> dict[str, float]:
    """Milliseconds that queries take when asked again, those of several words apart, and words that are begun."""
    times = {query: _timed(lambda query=query: search.search(query)) for query in queries}
    wall = [spent for spent, _ in times.values()]
    several = [spent for query, (spent, _) in times.items() if len(query.split()) >= 3]
    begun = [query[:size] for query in queries for size in (2, 3, 4, 6, 9) if len(query) >= size]
    prefixes = [_timed(lambda each=each: search.complete(each))[0] for each in dict.fromkeys(begun)]
    return {
        "p50_ms": round(percentile(wall, 50), 2),
        "p95_ms": round(percentile(wall, 95), 2),
        "cpu_p95_ms": round(percentile([cpu for _, cpu in times.values()], 95), 2),
        "multi_p95_ms": round(percentile(several, 95), 2),
        "prefix_p95_ms": round(percentile(prefixes, 95), 2),
    }


def _timed(work: Any) -> tuple[float, float]:
    """Milliseconds on the clock and of this thread's CPU."""
    started, cpu = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - started) * 1000, (time.thread_time() - cpu) * 1000


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"index": index, "ask": ask}[sys.argv[1]](Path(sys.argv[2]))) + "\n")
