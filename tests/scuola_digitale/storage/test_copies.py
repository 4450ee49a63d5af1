"""Daily copies: made once a day, thinned, put back, and of use when the disk was not kind."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from format_samples import answered
from hypothesis import given
from hypothesis import strategies as st
from school_samples import TestSchool, pass_on

from scuola_digitale.storage.copies import FOLDER, SET_ASIDE, copies, is_whole, to_keep
from scuola_digitale.storage.errors import MemoryDamagedError
from scuola_digitale.storage.restoring import InUseError, restore
from scuola_digitale.storage.school_store import School

DAY_MS = 86_400_000
TODAY = date(2026, 11, 23)


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=2)
    yield school
    school.close()


def attempts(laptop: School) -> int:
    """How many answers to the one exercise a laptop knows of."""
    return laptop.progress(answered().person).exercise(answered().exercise_ref).attempts


def damage(database: Path) -> None:
    """A sector in the middle of the file goes bad."""
    with database.open("r+b") as file:
        file.seek(database.stat().st_size // 2)
        file.write(b"\xa5" * 8192)


def test_a_copy_is_made_once_a_day(school: TestSchool) -> None:
    school.first.copy_daily()
    school.first.copy_daily()
    school.clock.pass_ms(DAY_MS)
    school.first.copy_daily()

    found = copies(school.first.folder)
    assert len(found) == 2
    assert all(is_whole(path) for _, path in found)


def test_a_year_of_days_leaves_7_days_4_weeks_and_6_months() -> None:
    kept: set[date] = set()
    for age in range(365, -1, -1):
        kept = to_keep([*kept, TODAY - timedelta(days=age)])

    assert {TODAY - timedelta(days=age) for age in range(7)} <= kept
    assert len({day.isocalendar()[:2] for day in kept}) >= 4
    assert len({(day.year, day.month) for day in kept}) == 6
    assert len(kept) <= 7 + 4 + 6


@given(st.sets(st.integers(0, 2_000)))
def test_the_newest_copy_always_stays_and_never_more_than_17(ages: set[int]) -> None:
    days = {TODAY - timedelta(days=age) for age in ages}

    kept = to_keep(days)

    assert kept <= days
    assert len(kept) <= 17
    assert not days or max(days) in kept


def test_the_newest_copy_takes_the_place_of_a_damaged_database_and_nothing_readable_is_lost(
    school: TestSchool,
) -> None:
    school.first.record([answered()])
    school.first.copy_daily()
    school.first.record([answered(attempt=2)])
    pass_on(school.first.replica, school.laptops[1].replica)
    school.first.record([answered(attempt=3)])
    folder = school.first.folder
    school.first.close()

    restored = restore(folder, clock=school.clock)
    later = school.reopen()
    later.record([answered(attempt=4)])
    pass_on(later.replica, school.laptops[1].replica)
    pass_on(school.laptops[1].replica, later.replica)

    assert restored.saved > 0
    assert [attempts(laptop) for laptop in school.laptops] == [4, 4]
    assert later.identity.epoch != 1


def test_a_database_whose_middle_went_bad_is_noticed_and_put_back(school: TestSchool) -> None:
    for day in range(40):
        school.first.record([answered(attempt=day, seed=day) for _ in range(20)])
    school.first.copy_daily()
    pass_on(school.first.replica, school.laptops[1].replica)
    folder = school.first.folder
    school.first.close()
    damage(folder / "scuola.db")
    (folder / "scuola.db-wal").write_bytes(b"\0" * 64)

    with pytest.raises(MemoryDamagedError):
        School.open(folder, clock=school.clock)
    restore(folder, clock=school.clock)
    later = school.reopen()

    assert later.damage() == ""
    assert attempts(later) == 800
    assert (folder / FOLDER / SET_ASIDE).exists()


def test_without_a_whole_copy_nothing_is_put_back(school: TestSchool) -> None:
    school.first.copy_daily()
    (_, path) = copies(school.first.folder)[0]
    path.write_bytes(b"questo non era un database" * 100)

    with pytest.raises(MemoryDamagedError):
        restore(school.first.folder)


def test_nothing_is_put_back_while_the_program_is_open(school: TestSchool) -> None:
    school.first.copy_daily()

    with pytest.raises(InUseError):
        restore(school.first.folder)


def test_a_data_folder_that_wakes_up_on_another_machine_begins_a_new_epoch(school: TestSchool) -> None:
    school.first.record([answered()])
    folder = school.first.folder
    school.first.close()

    same = School.open(folder, clock=school.clock, random=school.random)
    same.record([answered(attempt=2)])
    assert same.identity.epoch == 1
    same.close()
    school.laptops[0] = School.open(folder, clock=school.clock, random=school.random, machine=b"another")
    school.first.record([answered(attempt=3)])

    assert school.first.identity.epoch != 1
    assert attempts(school.first) == 3
