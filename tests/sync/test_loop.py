"""The loop: syncs by itself, tells of it, and ends at once when it must."""

import random
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from queue import Queue
from threading import Event
from time import monotonic

import pytest
from one_answer import OneAnswer
from school_samples import TestSchool

from scuola_digitale.errors import ScuolaError
from sync.errors import LineDownError, RegionBusyError
from sync.loop import SyncLoop
from sync.rhythm import FIRST_RETRY_SECONDS, LONGEST_RETRY_SECONDS, STEADY_SECONDS, Rhythm
from sync.route import has_route
from sync.syncer import Syncer, SyncReport


def report(problem: ScuolaError | None = None) -> SyncReport:
    """An exchange in which nothing came or went."""
    return SyncReport(
        sent=0, received=0, requests=1, bytes_up=0, bytes_down=0, seconds=0.0, at_ms=0, problem=problem
    )


class Scripted(Syncer):
    """A syncer whose line answers what a test says."""

    def __init__(self, answers: Callable[[], SyncReport]) -> None:
        self._answers = answers
        self.interrupted = Event()

    def sync_once(self) -> SyncReport:
        return self._answers()

    def interrupt(self) -> None:
        self.interrupted.set()


@contextmanager
def running(
    answers: Callable[[], SyncReport], *, has_route: Callable[[], bool] = lambda: True
) -> Iterator[tuple[SyncLoop, "Queue[SyncReport]"]]:
    """A loop that runs over a scripted line, and the reports that its listener hears."""

    @contextmanager
    def open_syncer() -> Iterator[Syncer]:
        yield Scripted(answers)

    told: Queue[SyncReport] = Queue()
    loop = SyncLoop(open_syncer, chance=random.Random(1), has_route=has_route, look_seconds=0.01)
    loop.add_listener(told.put)
    loop.start()
    try:
        yield loop, told
    finally:
        loop.stop()


def test_it_syncs_at_start_and_when_the_button_is_pressed() -> None:
    with running(report) as (loop, told):
        assert told.get(timeout=5).good
        assert told.empty()

        loop.sync_now()

        assert told.get(timeout=5).good


def test_it_syncs_when_the_line_is_back_though_the_next_try_was_far() -> None:
    answers = [report(LineDownError()), report()]
    with running(lambda: answers.pop(0)) as (loop, told):
        assert not told.get(timeout=5).good

        loop.line_is_back()

        assert told.get(timeout=5).good


def test_it_syncs_when_the_network_comes_back_without_being_told() -> None:
    plugged, asked = Event(), Queue[bool]()

    def has_route() -> bool:
        asked.put(plugged.is_set())
        return plugged.is_set()

    answers = iter([report(LineDownError()), report()])
    with running(lambda: next(answers), has_route=has_route) as (_, told):
        assert not told.get(timeout=5).good
        assert asked.get(timeout=5) is False
        assert told.empty()

        plugged.set()

        assert told.get(timeout=5).good


@pytest.mark.parametrize(("address", "found"), [("127.0.0.1", True), ("255.255.255.255", False)])
def test_a_way_out_is_there_when_the_system_knows_one(
    address: str, found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    # To everybody at once no plain socket may connect: it fails as it does without a network.
    monkeypatch.setattr("sync.route._FAR_AWAY", [(socket.AF_INET, address)])

    assert has_route() is found


def test_a_region_that_asked_to_wait_is_left_alone_but_for_the_button() -> None:
    answers = [report(RegionBusyError(600)), report()]
    with running(lambda: answers.pop(0)) as (loop, told):
        told.get(timeout=5)

        loop.line_is_back()
        loop.news()
        assert len(answers) == 1

        loop.sync_now()
        assert told.get(timeout=5).good


def test_news_goes_soon_and_not_at_once() -> None:
    now = [1_000.0]
    synced = Event()

    def answer() -> SyncReport:
        synced.set()
        return report()

    @contextmanager
    def open_syncer() -> Iterator[Syncer]:
        yield Scripted(answer)

    loop = SyncLoop(open_syncer, chance=random.Random(1), now=lambda: now[0])
    told: Queue[SyncReport] = Queue()
    loop.add_listener(told.put)
    loop.start()
    told.get(timeout=5)
    synced.clear()

    loop.news()
    assert not synced.is_set()
    now[0] += 15
    loop.news()

    assert told.get(timeout=5).good
    loop.stop()


def test_a_button_pressed_during_a_sync_makes_another_one() -> None:
    began, go_on = Event(), Event()

    def slow() -> SyncReport:
        began.set()
        go_on.wait(5)
        return report()

    with running(slow) as (loop, told):
        assert began.wait(5)
        loop.sync_now()
        go_on.set()

        assert told.get(timeout=5).good
        assert told.get(timeout=5).good


def test_it_ends_at_once_in_the_middle_of_a_sync(tmp_path: Path) -> None:
    school = TestSchool(tmp_path)
    silent = OneAnswer(b"", hold=True)

    @contextmanager
    def open_syncer() -> Iterator[Syncer]:
        syncer = Syncer(school.first, silent.url, school.clock)
        yield syncer
        syncer.close()

    loop = SyncLoop(open_syncer)
    told: Queue[SyncReport] = Queue()
    loop.add_listener(told.put)
    loop.start()
    assert silent.asked.wait(5)

    before = monotonic()
    loop.stop()

    assert monotonic() - before < 1
    assert not told.get(timeout=5).good
    silent.close()
    school.close()


def test_failures_make_it_ask_ever_more_rarely_and_success_forgives_them() -> None:
    rhythm = Rhythm(random.Random(1))
    waits = [rhythm.wait_after(report(LineDownError())) for _ in range(12)]

    assert waits[0] < FIRST_RETRY_SECONDS * 1.3
    assert all(after > before for before, after in pairwise(waits[:6]))
    assert max(waits) <= LONGEST_RETRY_SECONDS * 1.2

    assert rhythm.wait_after(report()) == pytest.approx(STEADY_SECONDS, rel=0.2)
    assert rhythm.wait_after(report(LineDownError())) < FIRST_RETRY_SECONDS * 1.3


def test_what_the_region_asked_for_is_the_least_it_waits() -> None:
    assert Rhythm(random.Random(1)).wait_after(report(RegionBusyError(900))) >= 900


def test_many_laptops_do_not_come_back_together() -> None:
    waits = {Rhythm(random.Random(seed)).wait_after(report(LineDownError())) for seed in range(50)}

    assert len(waits) == 50


def test_what_the_window_imports_to_sync_is_light() -> None:
    heavy = "{'httpx', 'nacl', 'zstandard', 'sqlalchemy', 'starlette', 'asyncio', 'ssl'}"
    script = f"import sys, sync.loop, sync.syncer; print(sorted({heavy} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
