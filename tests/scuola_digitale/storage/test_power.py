"""What was told as saved survives: power cuts, killed programs, disks brought back from a copy."""

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from format_samples import answered
from school_samples import TestSchool, pass_on

from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.power_cut import survives_power_cut
from scuola_digitale.storage.school_store import School


def test_no_committed_fact_is_lost_in_sixty_power_cuts() -> None:
    for seed in (1, 2, 3):
        report = survives_power_cut(seed, 20)
        assert (report.cuts, report.lost, report.corrupt) == (20, 0, 0)


@pytest.mark.long
def test_no_committed_fact_is_lost_in_six_hundred_power_cuts() -> None:
    for seed in range(100, 130):
        report = survives_power_cut(seed, 20)
        assert report.survived, seed


def test_the_simulation_notices_a_disk_that_is_not_waited_for() -> None:
    assert survives_power_cut(2, 20, synchronous="NORMAL").lost
    assert survives_power_cut(2, 20, synchronous="OFF").corrupt


CLOSER = """
import sys
from pathlib import Path
from scuola_digitale.storage.school_store import School

school = School.open(Path(sys.argv[1]))
print("begins", flush=True)
school.close_year(1 << 47)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
def test_a_program_killed_while_it_closes_a_year_leaves_all_that_was_there_and_the_next_one_ends_it(
    tmp_path: Path,
) -> None:
    founded = TestSchool(tmp_path)
    for day in range(8):
        founded.first.record([answered(attempt=number, seed=day) for number in range(500)])
    before = founded.first.tries(answered().person)
    founded.close()
    folder = founded.first.folder
    chance = random.Random(6)
    for _ in range(6):
        kill_while_closing(folder, chance.uniform(0, 0.4))
        school = School.open(folder)
        assert school.damage() == ""
        assert school.tries(answered().person) == before
        school.close()

    school = School.open(folder)
    school.close_year(1 << 47)
    assert school.closable(1 << 47) == 0
    school.rebuild()
    assert school.tries(answered().person) == before
    school.close()


def kill_while_closing(folder: Path, after_seconds: float) -> None:
    """Starts a program that closes the year, and kills it a moment after it began."""
    paths = os.pathsep.join(path for path in sys.path if path)
    process = subprocess.Popen(
        [sys.executable, "-c", CLOSER, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert process.stdout is not None
    with process:
        process.stdout.readline()
        try:
            process.wait(after_seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)


def test_a_database_brought_back_from_a_copy_begins_a_new_epoch_and_loses_nothing(tmp_path: Path) -> None:
    school = TestSchool(tmp_path, laptops=2)
    school.first.record([answered()])
    school.first.close()
    shutil.copy(school.first.folder / "scuola.db", tmp_path / "copia.db")
    later = school.reopen()
    later.record([answered(attempt=2)])
    pass_on(later.replica, school.laptops[1].replica)
    later.close()

    shutil.copy(tmp_path / "copia.db", later.folder / "scuola.db")
    restored = school.reopen()
    restored.record([answered(attempt=3)])
    pass_on(school.laptops[1].replica, restored.replica)
    pass_on(restored.replica, school.laptops[1].replica)

    for laptop in school.laptops:
        assert laptop.progress(answered().person).exercise(answered().exercise_ref).attempts == 3
    assert restored.identity.epoch != 1
    school.close()


def test_a_whole_disk_brought_back_begins_a_new_epoch_once_a_peer_knows_more(tmp_path: Path) -> None:
    school = TestSchool(tmp_path, laptops=2)
    school.first.record([answered()])
    school.first.close()
    shutil.copytree(school.first.folder, tmp_path / "copia")
    later = school.reopen()
    later.record([answered(attempt=2)])
    pass_on(later.replica, school.laptops[1].replica)
    later.close()
    shutil.rmtree(later.folder)
    shutil.copytree(tmp_path / "copia", later.folder)

    restored = school.reopen()
    keeper = school.laptops[1].replica
    restored.replica.acknowledged(PeerVector.of(keeper.states(keeper.scopes())))
    restored.record([answered(attempt=3)])
    pass_on(keeper, restored.replica)
    pass_on(restored.replica, keeper)

    for laptop in school.laptops:
        assert laptop.progress(answered().person).exercise(answered().exercise_ref).attempts == 3
    school.close()


def test_opening_a_school_imports_nothing_heavy(tmp_path: Path) -> None:
    founded = TestSchool(tmp_path)
    founded.pupil("Zeno")
    founded.close()
    program = (
        "import sys; from pathlib import Path\n"
        "from scuola_digitale.storage.school_store import School\n"
        "school = School.open(Path(sys.argv[1])); school.groups(); school.exchange_state(); school.close()\n"
        "print([name for name in ('nacl', 'zstandard', 'sqlite_utils', 'apsw') if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program, str(founded.first.folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )

    assert found.stdout.strip() == "[]"
