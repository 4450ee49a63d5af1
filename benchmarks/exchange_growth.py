"""What taking so many facts in costs a laptop: CPU a fact, and memory, in a process of its own.

`python -m benchmarks.exchange_growth 1000000` prints one JSON object.
"""

import json
import random
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

import psutil

from benchmarks.measuring import cpu_seconds
from benchmarks.school_year import facts_of_a_year
from scuola_digitale.clock import SetClock
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.founding import found_school
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import Effort

AT_ONCE = 1_000


def growth(facts: int) -> dict[str, Any]:
    """`facts`, `cpu_us_per_fact`, `memory_mb` (resident behind the last one) for so many facts."""
    command = [sys.executable, "-m", "benchmarks.exchange_growth", str(facts)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _measured(facts: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder, facts)
        paths = sorted((folder / "segments").iterdir())
        with closing(School.open(folder / "reader")) as reader:
            scopes = reader.replica.scopes()
            seconds = cpu_seconds(lambda: [reader.replica.take([one.read_bytes()], scopes) for one in paths])
            memory_mb = psutil.Process().memory_info().rss / (1 << 20)
            held = sum(state.seq for state in reader.replica.states([reader.identity.scope]))
    assert held == facts
    return {
        "facts": facts,
        "cpu_us_per_fact": round(seconds / facts * 1e6, 2),
        "memory_mb": round(memory_mb, 1),
    }


def _write(folder: Path, facts: int) -> None:
    """Segments of as many facts, and a laptop of the same school that holds none of them."""
    founding = found_school(
        clock=SetClock(1_790_000_000_000),
        plesso="piandisasso",
        plesso_name="Pian di Sasso",
        random=random.Random(1).randbytes,
        effort=Effort(1, 8 << 10),
    )
    written, year = 0, facts_of_a_year(9)
    (folder / "segments").mkdir()
    with closing(founding.laptop(folder / "writer", "che scrive")) as writer:
        founding.laptop(folder / "reader", "che legge").close()
        while written < facts:
            some = min(AT_ONCE, facts - written)
            writer.record(list(islice(year, some)))
            written += some
        writer.replica.sign_heads()
        segments = writer.replica.segments_after(PeerVector({}), writer.replica.scopes(), 1 << 40)
    for number, segment in enumerate(segments):
        (folder / "segments" / f"{number:06}").write_bytes(segment)
    shutil.rmtree(folder / "writer")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measured(int(sys.argv[1]))) + "\n")
