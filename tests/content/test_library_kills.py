"""Kills a process that installs, updates or removes, and fills its disk: the library is the old one or the new one."""

import errno
import os
import random
import shutil
from pathlib import Path
from string import ascii_letters
from typing import Any, Self

import killed_process
import pytest
from packs import LARGE_FILM, make_pack

from content.disk import DiskFullError
from content.library.library import Library

PACK = "marche/acqua"
WORKER = """
import sys, time
from pathlib import Path
from content.disk import DiskFullError
from content.library.library import Library
library = Library(Path(sys.argv[1]))
print("ready", flush=True)
started = time.perf_counter()
library.remove(sys.argv[3]) if sys.argv[2] == "remove" else library.install(Path(sys.argv[2]))
print(time.perf_counter() - started, flush=True)
"""
ROUNDS = pytest.mark.parametrize("rounds", [30, pytest.param(300, marks=pytest.mark.long)])


@pytest.fixture
def editions(tmp_path: Path) -> list[Path]:
    many = tuple(f"lezione-{number}" for number in range(60))
    return [
        make_pack(
            tmp_path, edition=edition, lessons=many, text=_words(edition), film=LARGE_FILM * edition
        ).folder
        for edition in (1, 2)
    ]


def _words(edition: int) -> str:
    """Letters that no compression makes small, more of them in a later edition: an update needs new room."""
    return "".join(random.Random(edition).choices(ascii_letters, k=8_000 * edition**3))


@ROUNDS
def test_killed_anywhere_the_library_is_the_old_one_or_the_new_one(
    tmp_path: Path, editions: list[Path], rounds: int
) -> None:
    home = tmp_path / "biblioteca"
    chance = random.Random(1)
    # From which edition (0 for none) to which, by what.
    steps = [(0, 1, str(editions[0])), (1, 2, str(editions[1])), (2, 0, "remove")]
    durations = [_work(home, action) for _, _, action in steps]
    seen: dict[str, int] = {}
    for number in range(rounds):
        before, after, action = steps[number % 3]
        _bring_to(home, before, editions)
        _work(home, action, kill_after=chance.uniform(0, durations[number % 3] * 1.2))

        found = _state(home)
        assert found in (before, after)
        outcome = f"{before}->{after}: {found}"
        seen[outcome] = seen.get(outcome, 0) + 1
    print(f"{rounds} kills, found afterwards: {seen}")


@ROUNDS
def test_a_disk_that_fills_anywhere_leaves_the_old_library(
    tmp_path: Path, editions: list[Path], rounds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(2)
    prepared = tmp_path / "pronta"
    _bring_to(prepared, 1, editions)
    refused = 0
    for number in range(rounds):
        home = tmp_path / "biblioteca"
        shutil.copytree(prepared, home)
        library = Library(home)
        with monkeypatch.context() as patch:
            if number % 2:
                pages = library.connection().execute("PRAGMA page_count").fetchone()[0]
                page_size = library.connection().execute("PRAGMA page_size").fetchone()[0]
                room = chance.randrange(ROOM) // page_size
                library.connection().execute(f"PRAGMA max_page_count={pages + room}")
            else:
                patch.setattr("content.library.media.os", _FullDisk(chance.randrange(2 * len(LARGE_FILM))))
            try:
                library.install(editions[1])
            except DiskFullError:
                refused += 1
                assert library.pack(PACK).head.edition == 1
        library.close()

        assert _state(home) in (1, 2)
        shutil.rmtree(home)
    assert refused > rounds / 2


ROOM = 120_000
"""Bytes left on the disk at most; an update of the pack wants about as many."""


class _FullDisk:
    """The module `os`, on a disk that has room for so many bytes of a file."""

    def __init__(self, room: int) -> None:
        self._room = room

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def fdopen(self, descriptor: int, mode: str) -> Any:
        file = os.fdopen(descriptor, mode)
        return _Limited(file, file.write, self._room)


class _Limited:
    def __init__(self, file: Any, write: Any, room: int) -> None:
        self._file, self._write, self._room = file, write, room

    def write(self, data: bytes) -> None:
        self._room -= len(data)
        if self._room < 0:
            raise OSError(errno.ENOSPC, "no space left")
        self._write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _bring_to(home: Path, edition: int, editions: list[Path]) -> None:
    library = Library(home)
    if library.packs():
        library.remove(PACK)
    if edition:
        library.install(editions[edition - 1])
    library.close()


def _state(home: Path) -> int:
    """Which edition is there, 0 for none; everything of it whole, and nothing else besides."""
    library = Library(home)
    try:
        installed = library.packs()
        assert not (home / "media/da-riordinare").exists()
        if not installed:
            assert library.lessons() == ()
            assert not list((home / "media").glob("??/*"))
            return 0
        edition = installed[0].head.edition
        assert library.verify(PACK) == ()
        assert library.file(PACK, "media/piena.mp4") == LARGE_FILM * edition
        assert {head.edition for head in library.lessons()} == {edition}
        assert len(list((home / "media").glob("??/*"))) == 1
        return edition
    finally:
        library.close()


def _work(home: Path, action: str, kill_after: float | None = None) -> float:
    """Works in a process of its own; kills it after so many seconds, or gives the seconds it took."""
    return killed_process.work(WORKER, str(home), action, PACK, kill_after=kill_after)
