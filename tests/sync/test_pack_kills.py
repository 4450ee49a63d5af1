"""Kills a laptop that downloads, updates and installs, and fills its disk: the library is the old one or the new one."""

import errno
import random
from collections.abc import Iterator
from pathlib import Path
from string import ascii_letters
from typing import Any, Self

import killed_process
import pytest
from pack_shelf import PackLaptop, RegionShelf, over_the_line
from packs import LARGE_FILM, make_pack

from content.disk import DiskFullError
from sync.packs.http_place import HttpPlace

PACK = "marche/acqua"
WORKER = """
import sys, time
from pathlib import Path
from content.library.library import Library
from scuola_digitale.clock import SystemClock
from sync.packs.getting import PackGetter
from sync.packs.http_place import HttpPlace
from sync.packs.meter import LineMeter
from sync.packs.trust import PackTrust
home, url, pack = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
library = Library(home / "biblioteca")
place = HttpPlace(url)
meter = LineMeter(home / "scarichi" / "linea.json", SystemClock())
getter = PackGetter(library, PackTrust(home / "fiducia"), [place], home / "scarichi", meter, patience=())
print("ready", flush=True)
started = time.perf_counter()
getter.get(pack)
print(time.perf_counter() - started, flush=True)
"""
ROUNDS = pytest.mark.parametrize("rounds", [30, pytest.param(300, marks=pytest.mark.long)])


@pytest.fixture
def region(tmp_path: Path) -> RegionShelf:
    region = RegionShelf(tmp_path / "regione")
    publish(region, 1)
    return region


@pytest.fixture
def laptop(region: RegionShelf) -> Iterator[PackLaptop]:
    laptop = region.laptop()
    yield laptop
    laptop.close()


def publish(region: RegionShelf, edition: int) -> None:
    """An edition in which every lesson and the film are new."""
    words = "".join(random.Random(edition).choices(ascii_letters, k=4_000))
    lessons = tuple(f"lezione-{number}" for number in range(12))
    film = random.Random(edition).randbytes(len(LARGE_FILM))
    pack = make_pack(region.folder, edition=edition, lessons=lessons, text=words, film=film)
    region.shelf.publish(pack.folder, region.keys())


def state(laptop: PackLaptop, allowed: tuple[int, int]) -> int:
    """Which edition is there, 0 for none; everything of it whole."""
    again = PackLaptop(laptop.folder, laptop.trust, laptop.clock)
    try:
        found = again.library.packs()
        edition = found[0].head.edition if found else 0
        assert edition in allowed
        if found:
            assert again.library.verify(PACK) == ()
            assert {head.edition for head in again.library.lessons()} == {edition}
        return edition
    finally:
        again.close()


def work(laptop: PackLaptop, url: str, kill_after: float | None = None) -> float:
    """Gets the pack in a process of its own; kills it after so many seconds, or gives the seconds it took."""
    return killed_process.work(WORKER, str(laptop.folder), url, PACK, kill_after=kill_after)


@ROUNDS
@pytest.mark.timeout(3600)
def test_killed_anywhere_a_download_leaves_the_old_library_or_the_new_one_and_goes_on(
    laptop: PackLaptop, region: RegionShelf, rounds: int
) -> None:
    chance = random.Random(1)
    seen: dict[str, int] = {}
    with over_the_line(region.shelf.folder) as place:
        assert isinstance(place, HttpPlace)
        url = place._url
        duration = work(laptop, url)
        edition = 1
        for number in range(rounds):
            if number % 5 == 0:  # some kills hit the same update one after the other
                before = state(laptop, (edition, edition))
                edition += 1
                publish(region, edition)
            work(laptop, url, kill_after=chance.uniform(0, duration * 1.2))
            found = state(laptop, (before, edition))
            outcome = "new" if found == edition else "old"
            seen[outcome] = seen.get(outcome, 0) + 1
            if number % 5 == 4:
                work(laptop, url)
                assert state(laptop, (edition, edition)) == edition
                assert not list((laptop.folder / "scarichi/marche-acqua").glob("**/*"))
    print(f"{rounds} kills, found afterwards: {seen}")


@ROUNDS
def test_a_disk_that_fills_anywhere_keeps_the_old_library_and_the_download_goes_on(
    laptop: PackLaptop, region: RegionShelf, rounds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(2)
    laptop.get(PACK, region.place)
    refused = 0
    for number in range(rounds):
        before, after = number + 1, number + 2
        publish(region, after)
        with monkeypatch.context() as patch:
            _fill(patch, chance.randrange(2 * len(LARGE_FILM)))
            try:
                laptop.get(PACK, region.place)
            except DiskFullError:
                refused += 1
                assert state(laptop, (before, before)) == before
        laptop.get(PACK, region.place)
        assert state(laptop, (after, after)) == after
    assert refused > rounds / 3


def _fill(patch: pytest.MonkeyPatch, room: int) -> None:
    """The disk takes so many bytes more of what is downloaded."""
    left = [room]
    whole = Path.open

    def limited(path: Path, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        file = whole(path, mode, *arguments, **options)
        return _Limited(file, left) if "scarichi" in path.parts and mode == "ab" else file

    patch.setattr(Path, "open", limited)


class _Limited:
    def __init__(self, file: Any, left: list[int]) -> None:
        self._file, self._left = file, left

    def write(self, data: bytes) -> int:
        self._left[0] -= len(data)
        if self._left[0] < 0:
            raise OSError(errno.ENOSPC, "no space left")
        written: int = self._file.write(data)
        return written

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
