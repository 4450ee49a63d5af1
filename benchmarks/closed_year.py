"""What a closed year takes on a laptop's disk: bytes a fact as rows and packed, each beside its floor.

`python -m benchmarks.closed_year --json`. A year of one site: twelve pupils on six laptops, 4 % of the answers typed
(and once more at its hardest: random ids, one answer in five typed). All of the database counts: tables, indexes and what
the window reads, less the same school without those facts. The floors: the bare facts as rows of one table, and as
gzip'ed JSON, neither signed, chained nor projected.
"""

import gzip
import random
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.measuring import best_of, cpu_seconds, print_figures
from benchmarks.school_year import facts_of_a_year, hard_facts
from scuola_digitale.clock import SetClock
from scuola_digitale.domain.facts import Fact
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.founding import found_school
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import Effort

LAPTOPS = 6
FACTS = 24_000
"""A year of twelve pupils: two hundred days, ten facts each."""

LESSON = 24
TRIES = 3
_START_MS = 1_790_000_000_000
_YEAR_MS = 365 * 86_400_000


def figures() -> dict[str, Any]:
    """All figures, in a temporary folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain = _measured(folder / "plain", facts_of_a_year(1))
        hard = _measured(folder / "hard", hard_facts(1))
    return {"facts": FACTS, **plain, **{f"{key}_hard": value for key, value in hard.items()}}


def _measured(folder: Path, facts: Iterator[Fact]) -> dict[str, Any]:
    clock = _SchoolClock()
    founding = found_school(
        clock=clock,
        plesso="piandisasso",
        plesso_name="Pian di Sasso",
        random=random.Random(1).randbytes,
        effort=Effort(1, 8 << 10),
    )
    schools = [founding.laptop(folder / str(number), f"portatile {number}") for number in range(LAPTOPS)]
    reader = founding.laptop(folder / "reader", "che chiude")
    _pass_on(schools, reader)
    empty = _size(folder / "reader")
    written = list(islice(facts, FACTS))
    times = _write(schools, reader, written, clock)
    rows = _size(folder / "reader")
    before, opening = _progress(reader), _opening_ms(folder / "reader")
    closing_cpu = cpu_seconds(lambda: reader.close_year(clock.now_ms() + _YEAR_MS))
    assert _progress(reader) == before
    packed = _size(folder / "reader")
    opening_packed = _opening_ms(folder / "reader")
    for school in (*schools, reader):
        school.close()
    return {
        "row_bytes_per_fact": round((rows - empty) / FACTS, 1),
        "packed_bytes_per_fact": round((packed - empty) / FACTS, 1),
        "floor_row_bytes_per_fact": round(_plain_rows(folder, written, times) / FACTS, 1),
        "floor_gzip_json_bytes_per_fact": round(_gzipped(written, times) / FACTS, 1),
        "closing_cpu_us_per_fact": round(closing_cpu / FACTS * 1e6, 1),
        "progress_cpu_ms_rows": opening,
        "progress_cpu_ms_packed": opening_packed,
    }


class _SchoolClock(SetClock):
    """Passes a pupil's time whenever it is looked at: times a millisecond apart would compress too well."""

    def __init__(self) -> None:
        super().__init__(_START_MS)
        self._chance = random.Random(3)

    def now_ms(self) -> int:
        self.pass_ms(int(1_000 * self._chance.lognormvariate(1.5, 1.0)))
        return super().now_ms()


def _write(schools: Sequence[School], reader: School, facts: Sequence[Fact], clock: SetClock) -> list[int]:
    """A fact at a time, as pupils do, on one laptop after the other; what is new is passed on after each lesson."""
    times = []
    for start in range(0, len(facts), LESSON):
        school = schools[start // LESSON % LAPTOPS]
        for fact in facts[start : start + LESSON]:
            school.record([fact])
            times.append(clock.now_ms())
        if start // LESSON % (LAPTOPS * 4) == 0:
            _pass_on(schools, reader)
    _pass_on(schools, reader)
    return times


def _pass_on(schools: Sequence[School], reader: School) -> None:
    scopes = reader.replica.scopes()
    held = PeerVector.of(reader.replica.states(scopes))
    for school in schools:
        school.replica.sign_heads()
        reader.replica.take(school.replica.segments_after(held, scopes, 1 << 30), scopes)


def _progress(school: School) -> list[Any]:
    # The roster is empty here: the persons are those of the facts.
    return [(school.progress(person), school.tries(person)) for person in _persons()]


def _persons() -> list[bytes]:
    return sorted({fact.person for fact in islice(facts_of_a_year(1), 500)})  # type: ignore[attr-defined]


def _opening_ms(folder: Path) -> float:
    """CPU until a laptop that was just opened has told one pupil's progress."""

    def opened() -> None:
        with closing(School.open(folder)) as school:
            school.progress(_persons()[0])

    return round(best_of(TRIES, lambda: cpu_seconds(opened)) * 1e3, 1)


def _size(folder: Path) -> int:
    """The database's bytes once all of the log is moved into it and no page is empty."""
    aside = folder.parent / "aside.db"
    aside.unlink(missing_ok=True)
    with closing(sqlite3.connect(folder / "scuola.db", isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(aside),))
    return aside.stat().st_size


def _plain_rows(folder: Path, facts: Sequence[Fact], times: Sequence[int]) -> int:
    path = folder / "floor.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE fact (seq INTEGER PRIMARY KEY, ms, kind, body)")
        connection.executemany(
            "INSERT INTO fact VALUES (NULL, ?, ?, ?)",
            [
                (ms, type(fact).__name__, msgspec.msgpack.encode(msgspec.structs.astuple(fact)))
                for ms, fact in zip(times, facts, strict=True)
            ],
        )
        connection.commit()
    return path.stat().st_size


def _gzipped(facts: Sequence[Fact], times: Sequence[int]) -> int:
    plain = [
        {"kind": type(fact).__name__, "time": ms, **msgspec.to_builtins(fact)}
        for ms, fact in zip(times, facts, strict=True)
    ]
    return len(gzip.compress(msgspec.json.encode(plain), 9))


if __name__ == "__main__":
    print_figures("closed_year", figures())
