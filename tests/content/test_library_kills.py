"""Kills an installing process wherever it happens to be: the library is the old one or the new one."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from packs import LARGE_FILM, make_pack

from content.library.library import Library

PACK = "marche/acqua"
INSTALLER = """
import sys, time
from pathlib import Path
from content.library.library import Library
library = Library(Path(sys.argv[1]))
print("ready", flush=True)
started = time.perf_counter()
library.install(Path(sys.argv[2]))
print(time.perf_counter() - started, flush=True)
"""


@pytest.mark.parametrize("rounds", [8, pytest.param(300, marks=pytest.mark.long)])
def test_a_killed_installation_leaves_the_old_library_or_the_new_one(tmp_path: Path, rounds: int) -> None:
    many = tuple(f"lezione-{number}" for number in range(150))
    editions = [
        make_pack(
            tmp_path, edition=edition, lessons=many, text=f"Edizione {edition}.", film=LARGE_FILM * edition
        )
        for edition in (1, 2)
    ]
    home = tmp_path / "biblioteca"
    duration = _install(home, editions[1].folder)
    chance = random.Random(1)
    seen = set()
    for _ in range(rounds):
        library = Library(home)
        library.remove(PACK)
        library.install(editions[0].folder)
        library.close()
        _install(home, editions[1].folder, kill_after=chance.uniform(0, duration * 1.2))

        library = Library(home)
        edition = library.pack(PACK).head.edition
        seen.add(edition)
        assert library.verify(PACK) == ()
        assert library.file(PACK, "media/piena.mp4") == LARGE_FILM * edition
        assert {head.edition for head in library.lessons()} == {edition}
        assert len(list((home / "media").glob("??/*"))) == 1
        assert not (home / "media/da-riordinare").exists()
        library.close()
    print(f"{rounds} kills, editions found afterwards: {seen}")


def _install(home: Path, pack: Path, kill_after: float | None = None) -> float:
    """Installs in a process of its own; kills it after so many seconds, or gives the seconds it took."""
    arguments = [sys.executable, "-c", INSTALLER, str(home), str(pack)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        if kill_after is None:
            return float(process.stdout.readline())
        try:
            process.wait(kill_after)
        except subprocess.TimeoutExpired:
            process.kill()
    return kill_after
