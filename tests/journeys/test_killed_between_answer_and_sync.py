"""`kill -9` at any moment: what was told as saved is there, arrives once, and the shelf stays whole."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Terminal
from packs import lesson_text, write_source
from school_samples import TestSchool

from scuola_digitale.clock import SystemClock
from scuola_digitale.storage.school_store import School
from sync.region.patience import Patience
from sync.region.serving import EmbeddedRegion
from sync.syncer import Syncer
from ui.home import Home
from ui.laptop import Laptop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")

REF = "marche/frazioni/a"

PUPIL_AT_WORK = """
import sys
from pathlib import Path
from threading import Thread

from exercise_samples import CHOICE
from scuola_digitale.clock import SystemClock
from scuola_digitale.errors import ScuolaError
from ui.demo.answers import right_answer
from ui.home import Home
from ui.laptop import Laptop
from ui.presenters.exercise import ExercisePresenter, Saving

home, person, ref, region = Home(Path(sys.argv[1])), bytes.fromhex(sys.argv[2]), sys.argv[3], sys.argv[4]

def tell():
    if exercise.saving is Saving.SAVED:
        print("salvato", flush=True)

def save(facts, *, saved, failed):
    laptop.school.record(facts)
    saved()

def sync_again_and_again():
    while True:
        try:
            laptop.line.sync_once(region)
        except ScuolaError:
            pass

with Laptop.opened(home) as laptop:
    earlier = laptop.school.progress(person).exercise(ref)
    exercise = ExercisePresenter(
        CHOICE, ref=ref, edition=1, person=person, earlier=earlier, save=save, clock=SystemClock()
    )
    exercise.changed = tell
    answer = right_answer(exercise.exercise)
    print("ready", flush=True)
    if region:
        Thread(target=sync_again_and_again, daemon=True).start()
    while True:
        exercise.check(answer)
        exercise.retry()
"""


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=2)
    yield school
    school.close()


@pytest.fixture
def url(tmp_path: Path, school: TestSchool) -> Iterator[str]:
    """Where the region is."""
    # A program that starts again and again asks more often than the region is used to.
    patience = Patience(SystemClock(), a_minute=1_000_000)
    region = EmbeddedRegion(tmp_path / "region", patience=patience)
    region.register(school.founding.school_id.hex(), school.founding.root_key)
    yield region.start()
    region.stop()


@pytest.fixture
def teacher(school: TestSchool, url: str) -> Iterator[Syncer]:
    """The line of the teacher's laptop."""
    syncer = Syncer(school.first, url, school.clock)
    yield syncer
    syncer.close()


def surroundings() -> dict[str, str]:
    """What lets another process find the modules of this one."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def killed(arguments: list[str], *, after_lines: int, then_seconds: float) -> list[str]:
    """Starts a program, lets it say some lines and live a moment more, kills it; gives the lines it said."""
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, text=True, env=surroundings(), start_new_session=True
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(after_lines)]
        try:
            process.wait(then_seconds)
        except subprocess.TimeoutExpired:
            # Its helpers die with it: the session is its own.
            os.killpg(process.pid, signal.SIGKILL)
        said += process.stdout.readlines()
    return said


def attempts(school: School, person: bytes) -> int:
    """How many answers of a pupil a school knows of."""
    return school.progress(person).exercise(REF).attempts


@pytest.mark.parametrize("rounds", [6, pytest.param(100, marks=pytest.mark.long)])
@pytest.mark.parametrize("syncing", [False, True], ids=["no line", "in the middle of syncs"])
def test_what_was_told_as_saved_is_there_after_the_kill_and_arrives_once(
    *, rounds: int, syncing: bool, tmp_path: Path, school: TestSchool, url: str, teacher: Syncer
) -> None:
    person = school.pupil("Amina")
    home = Home(tmp_path / "ucciso").ready()
    school.founding.laptop(home.school, "Portatile Castagno").close()
    arguments = [
        sys.executable,
        "-c",
        PUPIL_AT_WORK,
        str(home.folder),
        person.hex(),
        REF,
        url if syncing else "",
    ]
    chance = random.Random(int(syncing))
    before = 0
    for number in range(rounds):
        # The first is killed as it begins, the others after some answers, always at another moment.
        lines = 1 if number == 0 else chance.randint(2, 12)
        said = killed(arguments, after_lines=lines, then_seconds=chance.uniform(0, 0.08))
        saved = said.count("salvato\n")

        with Laptop.opened(home) as laptop:
            now = attempts(laptop.school, person)
            assert now >= before + saved
            assert laptop.school.damage() == ""
            assert laptop.line.sync_once(url).problem is None
            assert laptop.school.exchange_state().waiting == 0
        assert teacher.sync_once().good
        assert attempts(school.first, person) == now
        before = now
    assert before >= rounds


INSTALL = [sys.executable, "-m", "ui.main", "pack", "install"]


@pytest.mark.parametrize("rounds", [4, pytest.param(30, marks=pytest.mark.long)])
def test_a_killed_installation_is_repeated_and_everything_is_found(
    rounds: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal(capsys)
    body = "Il castagno ha foglie lunghe.\n\n## Il riccio\n\nDentro il riccio ci sono tre castagne.\n"
    lessons = {f"l{n}.md": lesson_text(f"l{n}", f"Bosco {n}", body) for n in range(40)}
    source = write_source(tmp_path / "bosco", lessons)
    built = terminal.json("pack", "build", source, "--out", tmp_path / "uscita")["cartella"]
    chance = random.Random(3)
    for _ in range(rounds):
        killed([*INSTALL, built], after_lines=0, then_seconds=chance.uniform(0.2, 1.5))

        listed = [pack["lezioni"] for pack in terminal.json("pack", "list")]
        assert listed in ([], [40])
        assert terminal.type("pack", "install", built) == 0
        assert terminal.json("pack", "verify", "marche/prova") == {"rovinati": []}
        hits = terminal.json("search", "castagne", "--quanti", "100")["hits"]
        assert len({hit["lesson"] for hit in hits}) == 40
        assert terminal.type("pack", "remove", "marche/prova") == 0
        assert terminal.json("search", "castagne")["hits"] == []
