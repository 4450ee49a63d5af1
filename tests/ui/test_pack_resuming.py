"""A download that was asked for goes on by itself: the line is back, the hour has come, the program began again."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pack_shelf import RegionShelf
from packs import make_pack

from content.library.library import Library
from scuola_digitale.clock import SetClock
from scuola_digitale.errors import ScuolaError
from sync.errors import LineDownError, SyncError
from sync.packs.errors import GettingStoppedError, OutsideHoursError, UnknownOfferError
from sync.region.serving import EmbeddedRegion
from ui.home import Home, PackSettings
from ui.pack_care import PackCare
from ui.pack_line import PackLine

PACK = "marche/acqua"
NOON_MS = 1_790_000_000_000 // 86_400_000 * 86_400_000 + 12 * 3_600_000


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOON_MS)


@pytest.fixture
def region(tmp_path: Path, clock: SetClock) -> Iterator[EmbeddedRegion]:
    shelf = RegionShelf(tmp_path / "regione", clock)
    shelf.shelf.publish(make_pack(tmp_path).folder, shelf.keys())
    served = EmbeddedRegion(tmp_path / "server", clock=clock, shelf=shelf.shelf)
    yield served
    served.stop()


@pytest.fixture
def home(tmp_path: Path, region: EmbeddedRegion) -> Home:
    """A laptop that trusts the region and knows its address; the region is not there now."""
    home = Home(tmp_path / "casa").ready()
    url = region.start()
    region.stop()
    home.remember_region(url)
    return home


@pytest.fixture
def library(home: Home) -> Iterator[Library]:
    library = Library(home.library)
    yield library
    library.close()


@pytest.fixture
def line(home: Home, library: Library, clock: SetClock, tmp_path: Path) -> PackLine:
    line = PackLine(home, library, clock)
    line.trust.begin((tmp_path / "regione/scaffale/metadata/1.root.json").read_bytes())
    return line


class Listener:
    """Writes down what it hears."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.done = 0

    def began(self, pack_id: str) -> None:
        self.heard.append(f"began {pack_id}")

    def told(self, done: int, whole: int, cuts: tuple[int, ...]) -> None:
        self.done = done

    def ended(self, pack_id: str, trouble: ScuolaError | None) -> None:
        self.heard.append(f"ended {type(trouble).__name__}")


def unheard(_done: int, _whole: int, _cuts: tuple[int, ...]) -> None:
    """Nobody looks."""


def back(region: EmbeddedRegion, home: Home) -> None:
    """The line is back."""
    region.start(port=int(home.settings().region_url.rsplit(":", 1)[1]))


def edition(library: Library) -> list[int]:
    """The editions that are installed."""
    return [pack.head.edition for pack in library.packs()]


def test_it_goes_on_when_the_line_is_back_and_the_window_hears_of_it(
    line: PackLine, region: EmbeddedRegion, home: Home, library: Library
) -> None:
    listener = Listener()
    line.follow(listener)
    with pytest.raises(SyncError):
        line.get(PACK, unheard)
    with pytest.raises(SyncError):
        line.go_on()
    assert [(one.pack_id, one.is_paused) for one in line.waiting()] == [(PACK, False)]

    back(region, home)
    line.go_on()

    assert edition(library) == [1]
    assert line.waiting() == ()
    assert listener.heard[-2:] == [f"began {PACK}", "ended NoneType"]
    assert listener.done > 100_000
    line.unfollow(listener)
    line.go_on()
    assert len(listener.heard) == 4


def test_it_goes_on_when_the_allowed_hours_begin(
    line: PackLine, region: EmbeddedRegion, home: Home, library: Library, clock: SetClock
) -> None:
    back(region, home)
    from datetime import UTC, datetime

    now = datetime.fromtimestamp(NOON_MS / 1000, tz=UTC).astimezone().hour
    home.remember_packs(PackSettings(from_hour=(now + 2) % 24, to_hour=(now + 4) % 24))
    with pytest.raises(OutsideHoursError):
        line.get(PACK, unheard)
    with pytest.raises(OutsideHoursError):
        line.go_on()

    clock.pass_ms(2 * 3_600_000)
    line.go_on()

    assert edition(library) == [1]


def test_it_goes_on_after_the_program_began_again(
    line: PackLine, region: EmbeddedRegion, home: Home, library: Library, clock: SetClock
) -> None:
    back(region, home)
    with pytest.raises(GettingStoppedError):
        line.get(PACK, lambda done, _whole, _cuts: line.close() if done > 1000 else None)
    assert edition(library) == []

    PackLine(home, library, clock).go_on()

    assert edition(library) == [1]


def test_what_somebody_paused_stays_paused(
    line: PackLine, region: EmbeddedRegion, home: Home, library: Library, clock: SetClock
) -> None:
    back(region, home)
    with pytest.raises(GettingStoppedError):
        line.get(PACK, lambda done, _whole, _cuts: line.pause() if done > 1000 else None)

    line.go_on()
    PackLine(home, library, clock).go_on()
    assert edition(library) == []
    assert [one.is_paused for one in line.waiting()] == [True]

    line.get(PACK, unheard)
    assert edition(library) == [1]
    assert line.waiting() == ()


def test_what_cannot_come_is_not_waited_for(line: PackLine, region: EmbeddedRegion, home: Home) -> None:
    back(region, home)

    with pytest.raises(UnknownOfferError):
        line.get("marche/neve", unheard)

    assert line.waiting() == ()


def test_a_list_that_was_lost_or_damaged_is_an_empty_one(line: PackLine, home: Home) -> None:
    with pytest.raises(SyncError):
        line.get(PACK, unheard)
    (home.downloads / "da-prendere.json").write_bytes(b"{")

    assert line.waiting() == ()
    line.forget(PACK)
    assert line.waiting() == ()


class Errand:
    """Fails as often as it is told to, then goes well; counts."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.times = 0
        self.went_well = threading.Event()

    def __call__(self) -> None:
        self.times += 1
        if self.times <= self.failures:
            raise LineDownError
        self.went_well.set()


def test_errands_are_done_again_until_they_go_well_and_one_keeps_no_other() -> None:
    failing, good = Errand(failures=3), Errand()
    care = PackCare([failing, good], first_seconds=0, look_seconds=0.01)
    care.start()

    assert failing.went_well.wait(10)
    care.stop()

    assert failing.times >= 4
    assert good.times >= 4


def test_a_nudge_ends_the_wait() -> None:
    errand = Errand(failures=1)
    care = PackCare([errand], first_seconds=0, look_seconds=3000)
    care.start()
    while not errand.times:
        errand.went_well.wait(0.01)

    care.nudge()

    assert errand.went_well.wait(10)
    care.stop()
