"""What an exchange costs: bytes and requests on a real socket, CPU and disk a fact, each beside its floor.

`python -m benchmarks.exchange --json`. Bytes are of bodies and headers both ways, without TLS; `line_seconds_1000` has
a figure with TLS beside it. The floors: the same
number of plain rows inserted into SQLite with one commit, and the same facts as gzip'ed JSON.
"""

import gzip
import random
import shutil
import sqlite3
import ssl
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.exchange_growth import growth
from benchmarks.measuring import best_of, cpu_seconds, print_figures
from benchmarks.own_authority import tls_of_this_machine
from benchmarks.relays import CountingProxy, SlowProxy
from benchmarks.school_year import facts_of_a_year, hard_facts
from scuola_digitale.clock import SetClock
from scuola_digitale.domain.facts import Fact
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.founding import Founding, found_school
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import Effort
from sync.http_carrier import HttpLine
from sync.region.serving import EmbeddedRegion
from sync.syncer import Syncer, SyncReport

LAPTOPS = 20
STREAMS = 2 * LAPTOPS
MANY_STREAMS = 200
EXCHANGES = 300
FACTS = 1_000
MANY_FACTS = 10_000
LESSON = 20
"""Facts written in one transaction where 10,000 are grown: writing them one by one takes a minute of waiting."""

TRIES = 5
GROWTH = (1_000, 10_000, 100_000)
"""A million takes minutes: `python -m benchmarks.exchange_growth 1000000`."""


def figures() -> dict[str, Any]:
    """All figures, in a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        figures = _line_figures(Path(folder) / "line") | _laptop_figures(Path(folder) / "laptop")
    return figures | {"growth": [growth(facts) for facts in GROWTH]}


class SchoolClock(SetClock):
    """A clock that passes a pupil's time whenever it is looked at: times a millisecond apart would compress too well."""

    def __init__(self) -> None:
        super().__init__(1_790_000_000_000)
        self._chance = random.Random(3)

    def now_ms(self) -> int:
        """Some seconds after the last time."""
        self.pass_ms(int(1_000 * self._chance.lognormvariate(1.5, 1.0)))
        return super().now_ms()


def _found(clock: SetClock) -> Founding:
    return found_school(
        clock=clock,
        plesso="piandisasso",
        plesso_name="Pian di Sasso",
        random=random.Random(1).randbytes,
        effort=Effort(1, 8 << 10),
    )


def _line_figures(folder: Path) -> dict[str, Any]:
    clock = SchoolClock()
    founding = _found(clock)
    schools = [founding.laptop(folder / str(number), f"portatile {number}") for number in range(LAPTOPS)]
    facts = facts_of_a_year(1)
    for school in schools:
        school.record(list(islice(facts, 30)))
    region = EmbeddedRegion(folder / "region", clock=clock)
    region.register(founding.school_id.hex(), founding.root_key)
    proxy = CountingProxy(region.start())
    server_tls, client_tls = tls_of_this_machine(folder)
    region_by_tls = EmbeddedRegion(folder / "region", clock=clock)
    try:
        figures = _measure_line(schools, proxy, clock, list(islice(facts, FACTS)))
        by_tls = region_by_tls.start(tls=server_tls)
        return figures | {"line_seconds_1000_tls": _line_seconds(schools[0], by_tls, clock, client_tls)}
    finally:
        region_by_tls.stop()
        region.stop()
        proxy.close()
        for school in schools:
            school.close()


def _measure_line(
    schools: Sequence[School], proxy: CountingProxy, clock: SetClock, facts: Sequence[Fact]
) -> dict[str, Any]:
    syncers = [Syncer(school, proxy.url, clock) for school in schools]
    for syncer in [*syncers, *syncers]:
        _checked(syncer.sync_once())
    writer, reader, *_ = syncers
    noop = _counted(proxy, writer)
    for fact in facts:
        schools[0].record([fact])
    up, down = _counted(proxy, writer), _counted(proxy, reader)
    more = _harder_line(schools, syncers, proxy, clock)
    for syncer in syncers:
        syncer.close()
    assert (up["report"].sent, down["report"].received) == (FACTS, FACTS)
    floor = len(gzip.compress(msgspec.json.encode(_plain(facts, clock)), 9))
    return {
        "streams": STREAMS,
        **_named("noop", noop),
        **_named("up", up),
        **_named("down", down),
        "floor_up_bytes": floor,
        "up_bytes_ratio": round(up["bytes"] / floor, 3),
        **more,
    }


def _harder_line(
    schools: Sequence[School], syncers: Sequence[Syncer], proxy: CountingProxy, clock: SetClock
) -> dict[str, Any]:
    """The line again: hard facts, a live board's crumbs, a long thin line, and very many streams."""
    writer, second, third = syncers[:3]
    hard, live = hard_facts(5), facts_of_a_year(6)
    schools[0].record(list(islice(hard, FACTS)))
    figures: dict[str, Any] = {"up_bytes_hard": _counted(proxy, writer)["bytes"]}
    for syncer in (second, third):
        _checked(syncer.sync_once())
    for number in range(EXCHANGES):
        schools[0].record(list(islice(live, (number + 1) * FACTS // EXCHANGES - number * FACTS // EXCHANGES)))
        _checked(writer.sync_once())
    figures["live_down_bytes"] = _counted(proxy, third)["bytes"]
    figures["line_seconds_1000"] = _line_seconds(schools[0], proxy.url, clock)
    _grow_streams(schools, syncers, live)
    return figures | {"noop_bytes_200_streams": _counted(proxy, second)["bytes"]}


def _line_seconds(school: School, url: str, clock: SetClock, trust: ssl.SSLContext | None = None) -> float:
    """Seconds in which 1,000 facts go up over 256 kbit/s and 600 ms, a new connection included."""
    thin = SlowProxy(url, bits=256_000, round_trip=0.6)
    open_line = partial(HttpLine, trust=trust)
    syncer = Syncer(school, thin.url, clock, open_line=open_line)
    _checked(syncer.sync_once())  # the address is new: what is there is asked first
    syncer.close()
    school.record(list(islice(facts_of_a_year(7), FACTS)))
    syncer = Syncer(school, thin.url, clock, open_line=open_line)
    began = time.perf_counter()
    _checked(syncer.sync_once())
    seconds = time.perf_counter() - began
    syncer.close()
    thin.close()
    return round(seconds, 2)


def _grow_streams(schools: Sequence[School], syncers: Sequence[Syncer], facts: Iterator[Fact]) -> None:
    """As if each laptop had been brought back from a copy many times: a new epoch, so a new stream, each time."""
    for school in schools:
        for _ in range((MANY_STREAMS - STREAMS) // len(schools)):
            school.replica.acknowledged(_ahead_of(school))
            school.record([next(facts)])
    for syncer in [*syncers, *syncers]:
        _checked(syncer.sync_once())
    streams = len(schools[0].replica.states(schools[0].replica.scopes()))
    assert streams >= MANY_STREAMS, streams


def _ahead_of(school: School) -> PeerVector:
    """What somebody would hold who has more of this laptop's own facts than itself."""
    states = school.replica.states([school.identity.scope])
    return PeerVector.of(
        msgspec.structs.replace(state, seq=state.seq + 1)
        for state in states
        if state.stream.device == school.identity.device
    )


def _counted(proxy: CountingProxy, syncer: Syncer) -> dict[str, Any]:
    proxy.restart()
    report = _checked(syncer.sync_once())
    return {"report": report, "requests": report.requests, "bytes": proxy.up + proxy.down}


def _named(name: str, counted: dict[str, Any]) -> dict[str, int]:
    return {f"{name}_requests": counted["requests"], f"{name}_bytes": counted["bytes"]}


def _checked(report: SyncReport) -> SyncReport:
    if report.problem is not None:
        raise report.problem
    return report


def _plain(facts: Iterable[Fact], clock: SetClock) -> list[dict[str, Any]]:
    return [
        {"kind": type(fact).__name__, "time": clock.now_ms(), **msgspec.to_builtins(fact)} for fact in facts
    ]


def _laptop_figures(folder: Path) -> dict[str, Any]:
    founding = _found(SchoolClock())
    facts = facts_of_a_year(2)
    with closing(founding.laptop(folder / "writer", "che scrive")) as writer:
        founding.laptop(folder / "reader", "che legge").close()
        stored = {}
        for grown in (FACTS, MANY_FACTS):
            _grow(writer, facts, grown)
            stored[grown] = _stored_bytes(folder / "writer") / grown
        writer.replica.sign_heads()
        segments = writer.replica.segments_after(PeerVector({}), writer.replica.scopes(), 1 << 30)
    taking = best_of(TRIES, lambda: _taking_seconds(folder, segments)) / MANY_FACTS * 1e6
    inserting = best_of(TRIES, lambda: _inserting_seconds(folder, MANY_FACTS)) / MANY_FACTS * 1e6
    return {
        "cpu_us_per_fact": round(taking, 2),
        "floor_cpu_us_per_fact": round(inserting, 2),
        "cpu_ratio": round(taking / inserting, 2),
        "stored_bytes_per_fact": round(stored[MANY_FACTS], 1),
        "stored_bytes_per_fact_at_1000": round(stored[FACTS], 1),
    }


def _grow(school: School, facts: Iterable[Fact], until: int) -> None:
    """Writes in small transactions, an exchange's heads now and then, as a school does."""
    while (held := _held(school)) < until:
        for _ in range(5):
            school.record(list(islice(facts, min(LESSON, until - held))))
            if (held := _held(school)) >= until:
                break
        school.replica.sign_heads()


def _held(school: School) -> int:
    return sum(state.seq for state in school.replica.states([school.identity.scope]))


def _stored_bytes(folder: Path) -> int:
    """The database's file with all of the log moved into it, empty tables included."""
    path = folder / "scuola.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.stat().st_size


def _taking_seconds(folder: Path, segments: Sequence[bytes]) -> float:
    """CPU of taking segments in on a laptop that holds nothing: verified, stored, projected, on disk."""
    fresh = folder / "fresh"
    shutil.copytree(folder / "reader", fresh, ignore=shutil.ignore_patterns("scuola.db*"))
    try:
        with closing(School.open(fresh)) as school:
            scopes = school.replica.scopes()
            seconds = cpu_seconds(lambda: [school.replica.take([one], scopes) for one in segments])
            assert _held(school) == MANY_FACTS
            return seconds
    finally:
        shutil.rmtree(fresh)


def _inserting_seconds(folder: Path, facts: int) -> float:
    """CPU of the same number of plain rows in one commit."""
    body = bytes(24)
    rows = [
        (number, 1, 1_790_000_000_000 + number, number % 12, number % 288, body) for number in range(facts)
    ]
    path = folder / "floor.db"
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute(
                "CREATE TABLE fact (seq INTEGER PRIMARY KEY, kind, hlc, person, subject, body)"
            )

            def insert() -> None:
                connection.execute("BEGIN")
                connection.executemany("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?)", rows)
                connection.execute("COMMIT")

            return cpu_seconds(insert)
    finally:
        path.unlink()


if __name__ == "__main__":
    print_figures("exchange", figures())
