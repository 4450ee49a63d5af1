"""What a hub lacks it fetches from the region once for all who ask, and streams it on while it comes."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from pack_shelf import PackLaptop, RegionShelf
from packs import LARGE_FILM, make_pack
from school_samples import TestSchool

from content.packing.manifest import blob_path
from sync.errors import LineDownError
from sync.hub.gate import admitted_key
from sync.hub.line import hub_trust
from sync.hub.serving import Hub
from sync.packs.errors import BudgetSpentError, NotHereError, OutsideHoursError
from sync.packs.getting import PackGetter
from sync.packs.held_place import HeldPlace
from sync.packs.http_place import HttpPlace
from sync.packs.meter import Limits, LineMeter
from sync.packs.passing_place import PassingPlace
from sync.packs.places import FolderPlace, Place, blob_name

PACK = "marche/acqua"


@dataclass(eq=False)
class SlowRegion:
    """The region's shelf: counts what it is asked, gives a blob's second half only through its `gate`, may fall.

    Attributes:
        asked: how often each path was.
        fall_at: after so many bytes of a blob the line drops, once.
    """

    folder: Path
    name: str = "la regione"
    is_near: bool = False
    asked: dict[str, int] = field(default_factory=dict)
    fall_at: int | None = None
    gate: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.gate.set()

    @contextmanager
    def read(self, path: str, start: int = 0) -> Iterator[Iterator[bytes]]:
        with self.lock:
            self.asked[path] = self.asked.get(path, 0) + 1
        with FolderPlace(self.folder, self.name).read(path, start) as pieces:
            data = b"".join(pieces)
        yield self._halves(data)

    def _halves(self, data: bytes) -> Iterator[bytes]:
        half = len(data) // 2
        yield data[:half]
        assert self.gate.wait(20)
        if self.fall_at is not None and len(data) > self.fall_at:
            self.fall_at = None
            raise LineDownError
        yield data[half:]

    def blobs(self) -> dict[str, int]:
        """The blobs that were asked for, and how often."""
        return {path: count for path, count in self.asked.items() if path.startswith("blobs/")}


@pytest.fixture
def region(tmp_path: Path) -> RegionShelf:
    region = RegionShelf(tmp_path / "regione")
    region.shelf.publish(make_pack(tmp_path).folder, region.keys())
    return region


@pytest.fixture
def far(region: RegionShelf) -> SlowRegion:
    return SlowRegion(region.shelf.folder)


Passing = Callable[..., PassingPlace]


@pytest.fixture
def passing(region: RegionShelf, far: SlowRegion, tmp_path: Path) -> Iterator[Passing]:
    """Makes the hub's place; its laptop has installed nothing."""
    laptop = region.laptop("hub")
    laptop.getter(region.place).check()

    def make(limits: Limits | None = None, most_bytes: int = 1 << 30) -> PassingPlace:
        @contextmanager
        def places() -> Iterator[list[Place]]:
            yield [far]

        held = HeldPlace(laptop.library, laptop.trust, laptop.folder / "scarichi")
        meter = LineMeter(tmp_path / "linea.json", region.clock, limits)
        return PassingPlace(held, places, tmp_path / "passati", lambda: meter, most_bytes=most_bytes)

    yield make
    laptop.close()


@pytest.fixture
def laptops(region: RegionShelf) -> Iterator[list[PackLaptop]]:
    found = [region.laptop(f"portatile-{number}") for number in range(3)]
    yield found
    for laptop in found:
        laptop.close()


@pytest.fixture
def hub(passing: Passing, tmp_path: Path) -> Iterator[Callable[[], HttpPlace]]:
    """The hub over its own TLS; opens it as another laptop sees it."""
    school = TestSchool(tmp_path)
    serving = Hub(school.first, host="127.0.0.1", port=0, clock=school.clock, packs=passing())
    serving.start()
    url = f"https://127.0.0.1:{serving.port}"
    trust = hub_trust(url, partial(admitted_key, school.first.replica, school.clock))
    opened = []

    def open_place() -> HttpPlace:
        opened.append(HttpPlace(f"{url}/packs", "l’hub", is_near=True, trust=trust))
        return opened[-1]

    yield open_place
    for place in opened:
        place.close()
    serving.stop()
    school.close()


def whole(place: Place, sha256: str, start: int = 0) -> bytes:
    """A blob from some byte on."""
    with place.read(blob_name(sha256), start) as pieces:
        return b"".join(pieces)


def film_of(region: RegionShelf) -> str:
    """The name of the large film on the shelf."""
    files = region.shelf.folder.glob("blobs/??/*")
    return next(file.name for file in files if file.stat().st_size == len(LARGE_FILM))


def test_three_laptops_at_once_ask_the_region_once(
    laptops: list[PackLaptop], hub: Callable[[], HttpPlace], far: SlowRegion
) -> None:
    far.gate.clear()
    getting = [threading.Thread(target=laptop.get, args=(PACK, hub())) for laptop in laptops]
    for thread in getting:
        thread.start()
    far.gate.set()
    for thread in getting:
        thread.join(30)

    for laptop in laptops:
        assert laptop.library.verify(PACK) == ()
    assert far.blobs()
    assert set(far.asked.values()) == {1}


def test_who_comes_later_asks_the_hub_alone(
    laptops: list[PackLaptop], hub: Callable[[], HttpPlace], far: SlowRegion
) -> None:
    laptops[0].get(PACK, hub())
    before = far.blobs()

    laptops[1].get(PACK, hub())

    assert far.blobs() == before


def test_what_passed_crosses_the_line_no_second_time_for_the_hub_s_own_laptop(
    laptops: list[PackLaptop],
    hub: Callable[[], HttpPlace],
    far: SlowRegion,
    region: RegionShelf,
    tmp_path: Path,
) -> None:
    laptops[0].get(PACK, hub())
    own = laptops[1]
    cellar = own.folder / "scarichi"
    meter = LineMeter(cellar / "linea.json", region.clock)

    PackGetter(own.library, own.trust, [far], cellar, meter, kept=[FolderPlace(tmp_path / "passati")]).get(
        PACK
    )

    assert own.library.verify(PACK) == ()
    assert set(far.blobs().values()) == {1}


def test_bytes_are_streamed_on_before_the_last_has_come(
    passing: Passing, far: SlowRegion, region: RegionShelf
) -> None:
    far.gate.clear()
    with passing().read(blob_name(film_of(region)), 10) as pieces:
        assert next(pieces) == LARGE_FILM[10 : len(LARGE_FILM) // 2][: 1 << 18]
        far.gate.set()
        rest = b"".join(pieces)
    assert rest[-10:] == LARGE_FILM[-10:]


def test_a_line_that_falls_in_the_middle_breaks_the_answer_off_and_it_is_gone_on_with(
    laptops: list[PackLaptop], hub: Callable[[], HttpPlace], far: SlowRegion
) -> None:
    far.fall_at = 300_000
    getter = laptops[0].getter(hub(), patience=(0.0, 0.0, 0.0))

    getter.get(PACK)

    assert laptops[0].library.verify(PACK) == ()


def test_what_the_region_lacks_is_not_here(passing: Passing, far: SlowRegion) -> None:
    with pytest.raises(NotHereError):
        whole(passing(), "0" * 64)
    with pytest.raises(NotHereError), passing().read("metadata/9.root.json"):
        pass


def test_other_bytes_than_their_name_says_are_not_kept(
    passing: Passing, region: RegionShelf, tmp_path: Path
) -> None:
    name = film_of(region)
    blob_path(region.shelf.folder, name).write_bytes(b"x" * 1000)

    with pytest.raises(LineDownError):
        whole(passing(), name)

    assert not [file for file in (tmp_path / "passati").rglob("*") if file.is_file()]


def test_what_is_kept_is_bounded_and_the_oldest_goes_first(
    passing: Passing, region: RegionShelf, tmp_path: Path
) -> None:
    names = sorted(file.name for file in region.shelf.folder.glob("blobs/??/*"))
    names.remove(film_of(region))
    place = passing(most_bytes=len(LARGE_FILM) + 10)
    for name in [*names, film_of(region)]:
        whole(place, name)
        place._tidy()

    kept = [file for file in (tmp_path / "passati").rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in kept) <= len(LARGE_FILM) + 10
    assert film_of(region) in {file.name for file in kept}


def test_the_school_s_hours_and_budget_hold_for_the_hub(
    passing: Passing, far: SlowRegion, region: RegionShelf
) -> None:
    small = min(region.shelf.folder.glob("blobs/??/*"), key=lambda file: file.stat().st_size).name
    hour = datetime.now().astimezone().hour
    closed = passing(limits=Limits(from_hour=(hour + 2) % 24, to_hour=(hour + 4) % 24))
    with pytest.raises(OutsideHoursError):
        whole(closed, small)
    assert not far.blobs()
    spent = passing(limits=Limits(daily_bytes=1000))
    with pytest.raises(LineDownError):
        whole(spent, film_of(region))
    with pytest.raises(BudgetSpentError):
        whole(spent, small)
