"""Indexing runs apart, may be killed anywhere, and goes on by itself."""

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from packs import lesson_text, write_source

from content.library.library import Library
from content.packing.build import build_from_folder
from content.search import is_up_to_date, open_search
from content.search.indexer import Indexer


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "biblioteca")
    for name in ("orso", "lupo", "cervo"):
        lessons = {
            f"{name}-{number}.md": lesson_text(f"{name}-{number}", f"{name} {number}", f"Si parla di {name}.")
            for number in range(12)
        }
        source = write_source(tmp_path / name, lessons, name=name)
        library.install(build_from_folder(source, tmp_path / "uscita").folder)
    yield library
    library.close()


def test_the_process_indexes_everything_in_the_background_and_tells_how_far_it_is(library: Library) -> None:
    indexer = Indexer(library.folder)
    indexer.start()
    assert indexer.poll().running
    if os.name == "posix":
        assert indexer._process is not None
        assert _becomes_nice(indexer._process.pid)
    end = indexer.wait()

    assert (end.running, end.sections, end.done, end.total, end.error) == (False, 36, 12, 12, "")
    assert is_up_to_date(library)
    assert all(pack.searchable for pack in library.packs())
    assert library.connection().execute("SELECT count(*) FROM compiled").fetchone() == (36,)
    indexer.start()
    assert indexer.wait().sections == 0


def test_two_processes_take_turns(library: Library) -> None:
    first, second = Indexer(library.folder), Indexer(library.folder)
    first.start()
    second.start()

    assert first.wait().sections + second.wait().sections == 36
    assert is_up_to_date(library)


@pytest.mark.parametrize("rounds", [4, pytest.param(100, marks=pytest.mark.long)])
def test_killed_anywhere_it_goes_on_and_nothing_is_missing(library: Library, rounds: int) -> None:
    chance = random.Random(2)
    indexer = Indexer(library.folder)
    for _ in range(rounds):
        indexer.start()
        indexer.wait(chance.uniform(0.1, 0.9))
        assert indexer._process is not None
        indexer._process.kill()
        indexer.wait()
        search = open_search(library)
        assert search.search("cervo").hits or not is_up_to_date(library)
        search.close()
        if is_up_to_date(library):
            library.connection().execute("DELETE FROM indexed")
    indexer.start()
    assert indexer.wait().error == ""

    assert is_up_to_date(library)
    search = open_search(library)
    for name in ("orso", "lupo", "cervo"):
        assert len(search.search(name, lessons=50).hits) == 12
    search.close()


def test_a_library_that_cannot_be_read_ends_it_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "biblioteca.db").write_bytes(b"rubbish" * 100)
    indexer = Indexer(tmp_path)
    indexer.start()
    assert "è rovinata" in indexer.wait().error


def _becomes_nice(pid: int) -> bool:
    """Whether the process steps back within its first seconds; it has to wake up first."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            if psutil.Process(pid).nice() > 0:
                return True
        except psutil.NoSuchProcess:
            return False
    return False
