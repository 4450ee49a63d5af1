"""Lives many simulated school years: `python tests/simulation/school_years.py --seeds 2000 --json`.

The real log, fold, exchange, hub, region and stick, on disks in memory, with drawn faults. A year that ends badly is
named; `--seed N` lives it again, `--mutant NAME` breaks one rule to see that it is noticed.
"""

import argparse
import json
import logging
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parent.parent))

from simulated_mutants import MUTANTS
from simulated_years import Outcome, live_year, together


def main() -> int:
    """Lives the years that are asked for; 1 if anything happened that must not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=300, help="how many years")
    parser.add_argument("--first", type=int, default=0, help="the first of them")
    parser.add_argument("--seed", type=int, help="this one year alone")
    parser.add_argument("--mutant", choices=sorted(MUTANTS), default="", help="break one rule")
    parser.add_argument("--json", action="store_true", help="one JSON object and nothing else on the output")
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    years = [asked.seed] if asked.seed is not None else range(asked.first, asked.first + asked.seeds)
    began = time.perf_counter()
    total = together(_lived(years, asked.mutant))
    seconds = time.perf_counter() - began
    told = {**msgspec.structs.asdict(total), "seeds_per_second": round(total.seeds / seconds, 1)}
    print(json.dumps(told) if asked.json else "\n".join(f"{value:>12}  {key}" for key, value in told.items()))
    return 0 if total.good else 1


def _lived(years: list[int] | range, mutant: str) -> Iterator[Outcome]:
    for seed in years:
        outcome = live_year(seed, mutant=mutant)
        if not outcome.good:
            again = f"--seed {seed}" + (f" --mutant {mutant}" if mutant else "")
            sys.stderr.write(f"{again}: {outcome}\n")
        yield outcome


if __name__ == "__main__":
    sys.exit(main())
