"""Lives many simulated school years: `python tests/simulation/school_years.py --seeds 2000 --json`.

The real log, fold, exchange, hub, region and stick, on disks in memory, with drawn faults. A year that ends badly is
named; `--seed N` lives it again, `--mutant NAME` breaks one rule to see that it is noticed. Every processor of the
machine lives some of them, `--jobs` says how many: a year knows nothing of the others.
"""

import argparse
import json
import logging
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from threading import Thread

import msgspec

sys.path.insert(0, str(Path(__file__).parent.parent))

from simulated_mutants import MUTANTS
from simulated_years import Outcome, live_year, together

_AT_ONCE = 8
"""Years that a process is given at a time."""


def main() -> int:
    """Lives the years that are asked for; 1 if anything happened that must not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=300, help="how many years")
    parser.add_argument("--first", type=int, default=0, help="the first of them")
    parser.add_argument("--seed", type=int, help="this one year alone")
    parser.add_argument("--mutant", choices=sorted(MUTANTS), default="", help="break one rule")
    parser.add_argument("--jobs", type=int, default=_processors(), help="processes that live them")
    parser.add_argument("--json", action="store_true", help="one JSON object and nothing else on the output")
    asked = parser.parse_args()
    _be_quiet()
    years = [asked.seed] if asked.seed is not None else range(asked.first, asked.first + asked.seeds)
    began = time.perf_counter()
    total = together(_told(_lived(years, asked.mutant, asked.jobs), asked.mutant))
    seconds = time.perf_counter() - began
    told = {**msgspec.structs.asdict(total), "seeds_per_second": round(total.seeds / seconds, 1)}
    print(json.dumps(told) if asked.json else "\n".join(f"{value:>12}  {key}" for key, value in told.items()))
    return 0 if total.good else 1


def _processors() -> int:
    """How many this process may use; a container may leave it fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _be_quiet() -> None:
    logging.disable(logging.CRITICAL)  # segments left out are what the simulation is full of


def _help(asker: int) -> None:
    """Begins a process that lives years for another, and ends with it, however that ends."""
    _be_quiet()

    def watch() -> None:
        while os.getppid() == asker:
            time.sleep(1)
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def _lived(years: Sequence[int], mutant: str, jobs: int) -> Iterator[tuple[int, Outcome]]:
    """Each year with what came of it, in order."""
    live = partial(live_year, mutant=mutant)
    if jobs < 2 or len(years) < 2 * _AT_ONCE:
        yield from ((seed, live(seed)) for seed in years)
        return
    with ProcessPoolExecutor(jobs, initializer=_help, initargs=(os.getpid(),)) as pool:
        yield from zip(years, pool.map(live, years, chunksize=_AT_ONCE), strict=True)


def _told(lived: Iterable[tuple[int, Outcome]], mutant: str) -> Iterator[Outcome]:
    for seed, outcome in lived:
        if not outcome.good:
            again = f"--seed {seed}" + (f" --mutant {mutant}" if mutant else "")
            sys.stderr.write(f"{again}: {outcome}\n")
        yield outcome


if __name__ == "__main__":
    sys.exit(main())
