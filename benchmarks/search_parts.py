"""The parts of the search benchmark that want a process of their own: indexing beside a window, and asking."""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import psutil

from benchmarks.measuring import percentile
from content.search.engines import CHOSEN_ENGINE

_TICK_MS = 5
_MOST_TIMED = 300


def index(folder: Path) -> dict[str, float]:
    """Indexes with the program's own process while a Qt event loop ticks here.

    Gives `index_seconds`, `index_cpu_seconds` (0 on Windows, which does not tell) and `ui_late_p99_ms`: how late ticks come while it runs, less how late they come
    without it (the machine's own lateness is `ui_late_idle_p99_ms`).
    """
    from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

    from content.search.indexer import Indexer

    application = QCoreApplication([])
    late: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(max(0.0, (now - last) * 1000 - _TICK_MS))
        last = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(_TICK_MS)

    def ticking_until(is_over: Any) -> list[float]:
        nonlocal last
        late.clear()
        last = time.perf_counter()
        while not is_over():
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return late.copy()

    still = time.perf_counter() + 2
    idle = ticking_until(lambda: time.perf_counter() > still)
    indexer = Indexer(folder / "biblioteca")
    started = time.perf_counter()
    indexer.start()
    busy = ticking_until(lambda: not indexer.poll().running)
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
    answers = []
    for query in queries:
        result = search.search(query, lessons=10)
        answers.append(
            {
                "shown": [hit.section_id for hit in result.hits],
                "scores": [hit.score for hit in result.hits],
                "helped": bool(result.hits or result.packs or result.suggestion),
            }
        )
    timed = queries[:: max(1, len(queries) // _MOST_TIMED)]
    times = {query: _timed(lambda query=query: search.search(query)) for query in timed}
    wall = [spent for spent, _ in times.values()]
    several = [spent for query, (spent, _) in times.items() if len(query.split()) >= 3]
    begun = [query[:size] for query in timed for size in (2, 3, 4, 6, 9) if len(query) >= size]
    prefixes = [_timed(lambda each=each: search.complete(each))[0] for each in dict.fromkeys(begun)]
    return {
        "answers": answers,
        "rss_mb": round(psutil.Process().memory_info().rss / 1e6, 1),
        "import_ms": round((imported - started) * 1000, 1),
        "open_ms": round((opened - imported) * 1000, 1),
        "first_query_ms": round(first, 1),
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
