"""Programs that run at the two ends of an emulated line: a region that counts, and a laptop that keeps trying.

`python tests/bad_line_programs.py region|laptop|hub OPTIONS`, the options as JSON; each prints one JSON object.
"""

import json
import sys
import time
from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

from format_samples import START_MS

from scuola_digitale.clock import SetClock
from scuola_digitale.format.segment import place_of
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.replica import Replica, Taken
from scuola_digitale.storage.school_store import School
from sync.http_carrier import HttpLine
from sync.hub.guest import hub_syncer
from sync.hub.serving import Hub
from sync.region.app import make_app
from sync.region.serving import listen_on, server_of
from sync.syncer import Syncer, SyncingSchool

CLOCK = SetClock(START_MS + 86_400_000)
PAUSE_SECONDS = 0.5


def region(database: str, host: str, port: int, counted: str) -> None:
    """Serves, and keeps the number of body bytes that arrived in the file `counted`."""
    app, total = make_app(database, clock=CLOCK), 0

    async def counting(scope: Any, receive: Any, send: Any) -> None:
        async def receive_and_count() -> Any:
            nonlocal total
            message = await receive()
            total += len(message.get("body", b""))
            Path(counted).write_text(str(total))
            return message

        await app(scope, receive_and_count, send)

    server_of(counting).run(sockets=[listen_on(host, port)])


def laptop(folder: str, url: str, still_seconds: float) -> None:
    """Syncs until both sides hold the same; tells how long that took and what went twice."""
    with_school(folder, partial(_sync_until_good, url=url, still_seconds=still_seconds))


def hub(folder: str, url: str, still_seconds: float, port: int) -> None:
    """Takes in what a guest brings, then syncs with the region."""

    def serve(school: School) -> None:
        serving = Hub(school, host="127.0.0.1", port=port, clock=CLOCK)
        serving.start()
        print("ready", flush=True)
        sys.stdin.readline()
        _sync_until_good(school, url=url, still_seconds=still_seconds)
        serving.stop()

    with_school(folder, serve)


def guest(folder: str, url: str) -> None:
    """Syncs with a hub, once."""

    def visit(school: School) -> None:
        report = hub_syncer(school, url, CLOCK).sync_once()
        print(json.dumps({"sent": report.sent, "problem": repr(report.problem)}), flush=True)

    with_school(folder, visit)


def with_school(folder: str, work: Any) -> None:
    """Opens a laptop's memory for some work."""
    school = School.open(Path(folder), clock=CLOCK)
    try:
        work(school)
    finally:
        school.close()


def _sync_until_good(school: School, *, url: str, still_seconds: float) -> None:
    watched = _WatchedSchool(school)
    began, tries, requests = time.monotonic(), 0, 0
    good = False
    while not good:
        syncer = Syncer(
            cast("SyncingSchool", watched),
            url,
            CLOCK,
            open_line=partial(HttpLine, still_seconds=still_seconds),
        )
        report = syncer.sync_once()
        syncer.close()
        tries, requests, good = tries + 1, requests + report.requests, report.good
        if not good:
            time.sleep(PAUSE_SECONDS)
    told = {
        "seconds": round(time.monotonic() - began, 1),
        "tries": tries,
        "requests": requests,
        "sent_twice": watched.replica.sent_twice,
        "waiting": school.exchange_state().waiting,
    }
    print(json.dumps(told), flush=True)


class _WatchedReplica:
    """A laptop's replica that notices when it sends what was acknowledged already."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica
        self._acknowledged = PeerVector({})
        self.sent_twice = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._replica, name)

    def segments_after(
        self, peer: PeerVector, scopes: Collection[str], limit_bytes: int = 1 << 20
    ) -> Sequence[bytes]:
        segments = self._replica.segments_after(peer, scopes, limit_bytes)
        places = [place_of(segment) for segment in segments]
        self.sent_twice += sum(place.first_seq <= self._acknowledged.seq_of(place.stream) for place in places)
        return segments

    def acknowledged(self, peer: PeerVector, digest: bytes | None = None) -> None:
        self._acknowledged = peer
        self._replica.acknowledged(peer, digest)

    def take(self, segments: Sequence[bytes], scopes: Collection[str]) -> Taken:
        return self._replica.take(segments, scopes)


class _WatchedSchool:
    def __init__(self, school: School) -> None:
        self._school = school
        self.replica = _WatchedReplica(school.replica)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._school, name)


if __name__ == "__main__":
    programs = {"region": region, "laptop": laptop, "hub": hub, "guest": guest}
    chosen: Any = programs[sys.argv[1]]
    chosen(**json.loads(sys.argv[2]))
