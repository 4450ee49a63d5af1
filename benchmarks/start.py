"""How soon the window is there and answers, against a bare Qt window, and what it weighs with a lesson open.

`python -m benchmarks.start --json` prints on its last line:
`bare_window_ms, usable_ms, ratio, memory_mb, runs`. Times are from the start of the process to a window that
was painted and has answered an event, medians of runs in turn; `ratio` is the median of the pairs' ratios.
Memory is the PSS of all processes of the program with a lesson open and wholly drawn.
"""

import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import last_line_of, print_figures
from ui.demo.school import DemoSchool, found_valdoro
from ui.home import Home

RUNS = 9


def main() -> None:
    """Measures and prints."""
    with TemporaryDirectory() as folder:
        demo = found_valdoro(Path(folder) / "prova", lambda _step: None, morning=True)
        print_figures("start", measure(demo))


def measure(demo: DemoSchool, runs: int = RUNS) -> dict[str, float]:
    """All figures over one demo school; the first pair warms the disk up and is not counted."""
    home = demo.laptop(0)
    pairs = [(_start("bare", home), _start("ours", home)) for _ in range(runs + 1)][1:]
    return {
        "bare_window_ms": round(statistics.median(bare for bare, _ in pairs), 1),
        "usable_ms": round(statistics.median(ours for _, ours in pairs), 1),
        "ratio": round(statistics.median(ours / bare for bare, ours in pairs), 2),
        "memory_mb": round(_memory(home), 1),
        "runs": runs,
    }


def _start(which: str, home: Home) -> float:
    """Milliseconds from the start of a process to its window answering."""
    began = time.monotonic()
    said = _run(which, home)
    return (float(said) - began) * 1000


def _memory(home: Home) -> float:
    return float(_run("lesson", home))


def _run(which: str, home: Home) -> str:
    return last_line_of("start_windows", which, home.folder)


if __name__ == "__main__":
    main()
