"""Damage, a power cut or a bad bit while a year is closed or afterwards: told, and nothing is lost or believed."""

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from closed_years import FAR_MS, KEEPER, ROSTER, facts_in_rows, keeper, year_of
from format_samples import (
    PUPIL,
    START_MS,
    rows_of,
    segment_of,
)
from ledger_samples import SCOPES, MemoryLedger, admitting, close_year, effects
from school_samples import TestSchool
from simulated_disk import Disk, PowerCutError

from scuola_digitale.clock import SetClock
from scuola_digitale.storage.copies import copies
from scuola_digitale.storage.errors import MemoryDamagedError
from scuola_digitale.storage.ledger import Ledger
from scuola_digitale.storage.power_cut import survives_power_cut


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=2)
    yield school
    school.close()


@pytest.mark.parametrize("damage", ["hlc_ms = hlc_ms + 1", "body = x'c1c1'", "body = x''", "kind = -4"])
def test_a_damaged_run_is_not_packed_but_left_as_it_is(damage: str) -> None:
    ledger = keeper(segment_of(rows_of(year_of(PUPIL))))
    ledger.database.execute(f"UPDATE fact SET {damage} WHERE seq = 7 AND stream = 2")

    assert close_year(ledger) == 0
    assert facts_in_rows(ledger) == 130


def test_a_power_cut_at_any_step_of_closing_leaves_old_or_new_and_the_next_time_ends_it() -> None:
    rows = rows_of(year_of(*ROSTER, facts=220))
    wanted = effects(keeper(segment_of(rows)))
    for step in range(1, 60):
        disk = Disk(random.Random(step))
        ledger = _on(disk)
        ledger.take([admitting("teacher", "technician"), segment_of(rows[:110])], SCOPES)
        ledger.take([segment_of(rows)], SCOPES)
        disk.fuse.arm(step)
        cut = _closes(ledger, disk)

        later = MemoryLedger(device=KEEPER, database=disk.raw)
        assert effects(later) == wanted
        later.rebuild()
        assert effects(later) == wanted
        close_year(later)
        assert (effects(later), facts_in_rows(later)) == (wanted, 0)
        if not cut:
            return
    pytest.fail("closing took more steps than were cut")


def _on(disk: Disk) -> Ledger:
    root_key = MemoryLedger(device=KEEPER)._root_key
    return Ledger(disk, device=KEEPER, root_key=root_key, clock=SetClock(START_MS), random=bytes)


def _closes(ledger: Ledger, disk: Disk) -> bool:
    """Closes the year; gives whether the power went."""
    try:
        sum(ledger.pack(FAR_MS))
        ledger.pack_acts()
    except PowerCutError:
        disk.lose_power()
        return True
    return False


def test_power_cuts_while_years_are_closed_lose_nothing_on_a_real_disk() -> None:
    report = survives_power_cut(41, 12)

    assert (report.cuts, report.lost, report.corrupt) == (12, 0, 0)


@pytest.mark.parametrize("place", [0.4, 0.6, 0.9])
def test_a_bit_that_goes_bad_in_a_closed_year_is_told_and_never_folded(
    school: TestSchool, place: float
) -> None:
    school.first.record(year_of(*ROSTER))
    school.first.close_year(FAR_MS)
    progress = school.first.progress(PUPIL)
    assert school.first.damage() == ""
    with sqlite3.connect(school.first.folder / "scuola.db") as database:
        segment = bytearray(database.execute("SELECT segment FROM packed").fetchone()[0])
        segment[int(len(segment) * place)] ^= 1
        database.execute("UPDATE packed SET segment = ?", (bytes(segment),))

    assert "packed facts from 1 on" in school.first.damage()
    with pytest.raises(MemoryDamagedError):
        school.first.close_year(FAR_MS)  # nor does a copy of this take the place of a good one
    with pytest.raises(MemoryDamagedError):
        school.first.rebuild()
    with pytest.raises(MemoryDamagedError):
        school.first.open_answers(PUPIL)
    # What is folded already is read as before.
    assert school.first.progress(PUPIL) == progress


def test_a_copy_of_the_day_is_made_before_anything_is_packed(school: TestSchool) -> None:
    school.first.copy_daily()
    school.first.record(year_of(PUPIL))

    school.first.close_year(FAR_MS)

    ((_, path),) = copies(school.first.folder)
    with sqlite3.connect(path) as database:
        wanted = "SELECT count(*) FROM fact JOIN stream ON number = stream WHERE scope != 'scuola'"
        assert database.execute(wanted).fetchone() == (130 + 1,)
        assert database.execute("SELECT count(*) FROM packed").fetchone() == (0,)
