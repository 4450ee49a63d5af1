"""`kill -9` at any moment: what was told as saved is there, and half of nothing."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import killed_writers
import pytest
from format_samples import answered
from school_samples import TestSchool, pass_on

from scuola_digitale.storage.school_store import School

ALL_WRITE_ABOUT = "marche/prova/tutti"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")


def test_thirty_killed_programs_keep_what_they_told_as_saved_and_half_of_nothing(tmp_path: Path) -> None:
    outlive(tmp_path, kills=30, seed=1)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_thousand_killed_programs_keep_what_they_told_as_saved_and_half_of_nothing(tmp_path: Path) -> None:
    outlive(tmp_path, kills=1_000, seed=2)


def outlive(folder: Path, *, kills: int, seed: int) -> None:
    """Kills a laptop's program so often; what is left is whole, folds to the same again and reaches another laptop."""
    founded = TestSchool(folder, laptops=2)
    founded.close()
    laptop, other = (one.folder for one in founded.laptops)

    pairs = killed(laptop, kills, seed=seed)

    person = answered().person
    with closing(School.open(laptop)) as school, closing(School.open(other)) as second:
        assert school.damage() == ""
        progress = school.progress(person)
        assert pairs >= kills // 2
        assert progress.exercise(ALL_WRITE_ABOUT).attempts == pairs
        assert set(progress.exercises) == {
            ALL_WRITE_ABOUT,
            *(f"marche/prova/{one}" for one in range(1, pairs + 1)),
        }
        school.rebuild()
        assert school.progress(person) == progress
        assert not pass_on(school.replica, second.replica).refused
        assert second.progress(person) == progress


def killed(folder: Path, kills: int, *, seed: int) -> int:
    """Lets writers live and die in a laptop's folder; how many pairs of facts they left."""
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        [sys.executable, killed_writers.__file__, str(folder), str(kills), str(seed)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout)
