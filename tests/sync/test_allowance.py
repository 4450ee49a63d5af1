"""What the exchange takes of the line by itself: so much a day, at such hours; the button may always."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from scuola_digitale.clock import SetClock
from sync.allowance import Allowance, LineLimits
from sync.syncer import Syncer, SyncReport
from sync.ways import Ways

NOON_MS = int(datetime(2026, 11, 20, 12, tzinfo=UTC).timestamp() * 1000)
DAY_MS = 86_400_000


def _allowance(folder: Path, clock: SetClock, **limits: Any) -> Allowance:
    return Allowance(folder / "linea", clock, lambda: LineLimits(**limits))


def test_a_day_has_so_many_bytes_and_the_next_day_as_many_again(tmp_path: Path) -> None:
    clock = SetClock(NOON_MS)
    allowance = _allowance(tmp_path, clock, daily_kb=10)
    allowance.count(9_999)
    assert allowance.allows()
    allowance.count(1)
    assert not allowance.allows()
    assert not _allowance(tmp_path, clock, daily_kb=10).allows()
    clock.pass_ms(DAY_MS)
    assert allowance.allows()


@pytest.mark.parametrize(
    ("start", "end", "hour", "allowed"),
    [
        (0, 0, 3, True),
        (8, 14, 8, True),
        (8, 14, 14, False),
        (22, 6, 23, True),
        (22, 6, 5, True),
        (22, 6, 6, False),
    ],
)
def test_hours_hold_and_nights_pass_midnight(start: int, end: int, hour: int, allowed: bool) -> None:
    assert LineLimits(from_hour=start, to_hour=end).allows_hour(hour) == allowed


def test_a_damaged_count_is_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "linea").write_bytes(b"\xff\xff")
    assert _allowance(tmp_path, SetClock(NOON_MS), daily_kb=1).allows()


def test_the_loop_keeps_to_it_and_the_button_does_not(tmp_path: Path) -> None:
    allowance = _allowance(tmp_path, SetClock(NOON_MS), daily_kb=1)
    region = _Region()
    ways = Ways(tuple, _nobody, cast("Syncer", region), allowance=allowance)
    for _ in range(3):
        assert ways.sync_once().good
    assert region.asked == 1
    ways.insist()
    ways.sync_once()
    ways.sync_once()
    assert region.asked == 2


def _nobody(_address: str) -> Syncer:
    raise AssertionError


class _Region:
    asked = 0

    def sync_once(self) -> SyncReport:
        self.asked += 1
        return SyncReport(sent=1, received=0, requests=1, bytes_up=700, bytes_down=300, seconds=0, at_ms=0)
