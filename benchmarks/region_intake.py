"""What the region takes in when many schools come at once: written at once, or through the inbox.

`python -m benchmarks.region_intake --database postgresql+psycopg://… --json`; without a database, SQLite in a file.
The database is filled, so it should be one for this alone.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from benchmarks.measuring import percentile
from benchmarks.school_year import facts_of_a_year
from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.founding import found_school
from scuola_digitale.storage.staff_keys import Effort
from sync.region.database import open_database
from sync.region.store import RegionStore, add_school, find_school
from sync.region.workers import Workers, keep_in_memory

SEGMENTS, FACTS = 6, 1_000
"""Of each school, and in each segment."""

_QUICK = Effort(1, 8192)


class _Comer:
    """A school that comes with what it wrote."""

    def __init__(self, folder: Path, number: int) -> None:
        founding = found_school(
            plesso="plesso",
            plesso_name="Scuola",
            clock=SystemClock(),
            random=random.Random(number).randbytes,
            effort=_QUICK,
        )
        self.pseudonym, self.root_key = founding.school_id.hex(), founding.root_key
        school = founding.laptop(folder / str(number), "Armadio")
        facts = facts_of_a_year(number)
        for _ in range(SEGMENTS):
            school.record(list(islice(facts, FACTS)))
            school.replica.sign_heads()
        self.scopes = school.replica.scopes()
        nothing = PeerVector({})
        self.first = school.replica.segments_after(nothing, ["scuola"], 1 << 30)
        self.segments = school.replica.segments_after(nothing, [self.scopes[1]], 1 << 30)
        school.close()


def figures(engine: Engine, folder: Path, schools: int, workers: int) -> dict[str, Any]:
    """Both ways, with as many threads as schools, and the floor: the bare COPY of as many rows."""
    comers = [_Comer(folder, number) for number in range(2 * schools)]
    keep_in_memory()  # as a region does that begins to serve
    found: dict[str, Any] = {"database": engine.dialect.name, "schools": schools, "facts_a_segment": FACTS}
    found |= _named("at_once", _burst(engine, comers[:schools], None))
    spreading = Workers(engine, workers)
    spreading.start()
    try:
        found |= _named("inbox", _burst(engine, comers[schools:], spreading))
    finally:
        spreading.stop()
    if engine.dialect.name == "postgresql":
        found["floor_copy_facts_a_second"] = _floor(engine)
    return found


def _burst(engine: Engine, comers: Sequence[_Comer], workers: Workers | None) -> dict[str, float]:
    stores = [_known(engine, comer, workers, SystemClock()) for comer in comers]
    took: list[float] = []

    def come(place: int) -> None:
        for segment in comers[place].segments:
            began = time.perf_counter()
            assert stores[place].take([segment], comers[place].scopes).accepted
            took.append(time.perf_counter() - began)

    began, busy = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(len(comers)) as at_once:
        list(at_once.map(come, range(len(comers))))
    acknowledged, busy = time.perf_counter() - began, time.process_time() - busy
    while _waits(engine):
        time.sleep(0.02)
    segments = len(took)
    return {
        "segments_a_second": round(segments / acknowledged, 1),
        # Of the process that answers alone, so that it can be told on a machine that is busy with other things.
        "segment_cpu_ms": round(1000 * busy / segments, 1),
        "segment_ms_median": round(1000 * percentile(took, 50), 1),
        "segment_ms_p95": round(1000 * percentile(took, 95), 1),
        "facts_a_second_spread": round(segments * FACTS / (time.perf_counter() - began)),
    }


def _known(engine: Engine, comer: _Comer, workers: Workers | None, clock: Clock) -> RegionStore:
    add_school(engine, comer.pseudonym, comer.root_key, now_ms=clock.now_ms())
    school = find_school(engine, comer.pseudonym)
    assert school is not None
    store = RegionStore(engine, school, clock, put_in_inbox=workers.call if workers else None)
    store.take(comer.first, comer.scopes)
    return store


def _waits(engine: Engine) -> bool:
    with engine.begin() as connection:
        return connection.execute(text("SELECT 1 FROM inbox LIMIT 1")).first() is not None


def _floor(engine: Engine) -> int:
    """Rows a second of the database's own COPY into a table like that of facts."""
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE floor_of_facts (LIKE fact INCLUDING ALL)"))
        rows = [tuple(one) for one in connection.execute(text("SELECT * FROM fact LIMIT 50000"))]
        cursor: Any = connection.connection.cursor()
        began = time.perf_counter()
        with cursor, cursor.copy("COPY floor_of_facts FROM STDIN (FORMAT BINARY)") as copy:
            copy.set_types(("int4", "int4", "int4", "int8", "int4", "bytea", "bytea"))
            for row in rows:
                copy.write_row(row)
        took = time.perf_counter() - began
        connection.execute(text("DROP TABLE floor_of_facts"))
    return round(len(rows) / took)


def _named(name: str, found: dict[str, float]) -> dict[str, float]:
    return {f"{name}_{key}": value for key, value in found.items()}


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--database", default="")
    asked.add_argument("--schools", type=int, default=16)
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        opened = open_database(given.database or f"sqlite:///{Path(temporary) / 'region.db'}")
        measured = figures(opened, Path(temporary), given.schools, given.workers)
        opened.dispose()
    lines = [f"{key:32} {value}" for key, value in measured.items()]
    sys.stdout.write((json.dumps(measured) if given.json else "\n".join(lines)) + "\n")
