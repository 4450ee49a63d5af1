"""What the storage promises of one laptop's disk: waited for, looked over, copied, put back, folded again."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from format_samples import PUPIL, answered
from school_samples import TestSchool, pass_on

from scuola_digitale.storage import opening
from scuola_digitale.storage.connection import connect
from scuola_digitale.storage.copies import FOLDER, SET_ASIDE, copies, is_whole
from scuola_digitale.storage.restoring import restore

DAY_MS = 86_400_000
FAR_MS = 1 << 47
_SYNCHRONOUS_FULL = 2


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=2)
    yield school
    school.close()


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is asked of every database that is opened from now on."""
    asked: list[str] = []

    def connect_and_listen(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(opening, "connect", connect_and_listen)
    return asked


def test_whoever_writes_does_so_ahead_and_waits_for_the_disk(school: TestSchool) -> None:
    connection = connect(school.first.folder / "scuola.db")
    try:
        asked = {
            pragma: connection.execute(f"PRAGMA {pragma}").fetchone()[0]
            for pragma in ("journal_mode", "synchronous", "secure_delete")
        }
    finally:
        connection.close()

    assert asked == {"journal_mode": "wal", "synchronous": _SYNCHRONOUS_FULL, "secure_delete": 1}


def test_the_database_is_looked_over_after_an_unclean_stop_and_not_after_a_clean_one(
    school: TestSchool, statements: list[str]
) -> None:
    school.first.record([answered()])
    school.reopen()
    assert not any("quick_check" in one for one in statements)

    folder = school.first.folder
    school.first.close()
    (folder / "scuola.db-wal").write_bytes(bytes(64))
    school.reopen()
    assert any("quick_check" in one for one in statements)


def test_a_daily_copy_is_whole_and_vacuumed_and_old_ones_leave_the_disk(school: TestSchool) -> None:
    for _ in range(60):
        school.clock.pass_ms(DAY_MS)
        school.first.record([answered()])
        school.first.copy_daily()

    found = copies(school.first.folder)
    assert 7 <= len(found) <= 7 + 4 + 6
    assert len(list((school.first.folder / FOLDER).iterdir())) == len(found)
    for _, path in found:
        assert is_whole(path)
        with sqlite3.connect(path) as copy:
            assert copy.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_what_is_written_after_a_restore_begins_a_new_epoch_and_closed_years_come_back_whole(
    school: TestSchool,
) -> None:
    school.first.record([answered(attempt=number) for number in range(90)])
    school.first.copy_daily()
    school.first.record([answered(attempt=number) for number in range(90, 150)])
    school.first.close_year(FAR_MS)
    folder = school.first.folder
    (_, copy), *_ = copies(folder)
    school.first.close()

    restored = restore(folder, clock=school.clock)
    later = school.reopen()
    later.record([answered()])
    pass_on(later.replica, school.laptops[1].replica)

    assert copy.exists()
    assert (folder / FOLDER / SET_ASIDE).exists()
    assert later.identity.epoch != 1
    # The copy of the day was made again before the year was closed; what was packed since came from the damaged one.
    assert restored.saved == 0
    assert [one.progress(PUPIL).exercise(answered().exercise_ref).attempts for one in school.laptops] == [
        151,
        151,
    ]


def test_what_only_the_damaged_database_held_packed_is_saved_from_it(school: TestSchool) -> None:
    school.first.copy_daily()
    (_, copy), *_ = copies(school.first.folder)
    before = copy.read_bytes()
    school.first.record([answered(attempt=number) for number in range(90)])
    school.first.close_year(FAR_MS)
    folder = school.first.folder
    school.first.close()
    copy.write_bytes(before)

    restored = restore(folder, clock=school.clock)

    assert restored.saved == 90
    assert school.reopen().progress(PUPIL).exercise(answered().exercise_ref).attempts == 90
