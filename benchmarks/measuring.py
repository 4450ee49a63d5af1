"""What benchmarks share: CPU time in quiet moments, percentiles, one JSON object to print."""

import argparse
import gc
import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any


def cpu_seconds(work: Callable[[], object]) -> float:
    """The CPU seconds this process spends on some work, without pauses of the garbage collector."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.enable()


def best_of(times: int, measure: Callable[[], float]) -> float:
    """The least of several measures: other programs only ever add to it."""
    return min(measure() for _ in range(times))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of a hundred do not pass (the nearest rank); 0 of none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)] if ordered else 0.0


def last_line_of(module: str, word: str, home: Path) -> str:
    """The last line that a module of the benchmarks prints, run in a process of its own over a data folder."""
    environment = {**os.environ, "SCUOLA_DIGITALE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    # Bytecode is kept, as on a laptop: the first run writes what is missing.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{module}", word],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return done.stdout.strip().splitlines()[-1]


def print_figures(name: str, figures: Mapping[str, Any]) -> None:
    """Prints the figures for people or, with `--json`, as one JSON object on the last line."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}")
    parser.add_argument("--json", action="store_true", help="one JSON object on the last line")
    if parser.parse_args().json:
        sys.stdout.write(json.dumps(figures) + "\n")
        return
    for key, value in figures.items():
        sys.stdout.write(f"{key:32} {value}\n")
