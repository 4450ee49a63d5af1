"""How quick and how light the window is in a reader's hands, against a bare Qt window and Qt's own text view.

`python -m benchmarks.window --json` prints on its last line:
`start_ratio, first_lesson_ms, next_lesson_p95_ms, long_lesson_ms, memory_mb, memory_after_200_mb,
scroll_p95_ms`, then what explains them (`memory_after_all_once_mb` with every bundled lesson opened once,
`long_lesson_whole_ms, long_lesson_worst_turn_ms, theme_change_ms`) and the floors of the same run
(`bare_window_ms, browser_ms, browser_scroll_p95_ms, browser_mb`). A lesson is
opened when its column stands and was painted; memory is PSS.
"""

import json
import statistics
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import start
from benchmarks.measuring import last_line_of, print_figures
from ui.demo.school import DemoSchool, found_valdoro
from ui.home import Home

RUNS = 3
START_RUNS = 5


def main() -> None:
    """Measures and prints."""
    with TemporaryDirectory() as folder:
        demo = found_valdoro(Path(folder) / "prova", lambda _step: None, morning=True)
        print_figures("window", measure(demo))


def measure(demo: DemoSchool, *, runs: int = RUNS, start_runs: int = START_RUNS) -> dict[str, float]:
    """All figures over one demo school; what a lesson takes first is the median of several processes."""
    home = demo.laptop(0)
    opened = start.measure(demo, start_runs)
    firsts = [_part("first", home) for _ in range(runs)]
    many, long, browser = (_part(name, home) for name in ("many", "long", "browser"))
    figures = {
        "start_ratio": opened["ratio"],
        "first_lesson_ms": statistics.median(one["first_lesson_ms"] for one in firsts),
        "next_lesson_p95_ms": many["next_lesson_p95_ms"],
        "long_lesson_ms": long["long_lesson_ms"],
        "memory_mb": statistics.median(one["memory_mb"] for one in firsts),
        "memory_after_200_mb": many["memory_after_200_mb"],
        "scroll_p95_ms": long["scroll_p95_ms"],
    }
    floors = {"bare_window_ms": opened["bare_window_ms"], **browser}
    return {key: round(value, 2) for key, value in {**figures, **many, **long, **floors}.items()}


def _part(name: str, home: Home) -> dict[str, float]:
    figures: dict[str, float] = json.loads(last_line_of("window_parts", name, home.folder))
    return figures


if __name__ == "__main__":
    main()
