"""Getting packs: what is missing comes and nothing else, over a line that drops, from whoever has it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pack_shelf import BadPlace, PackLaptop, RegionShelf, as_folder, over_the_line
from packs import LARGE_FILM, make_pack

from content.library.quota import QuotaError
from content.packing.manifest import blob_path
from scuola_digitale.clock import SetClock, SystemClock
from scuola_digitale.errors import ScuolaError
from sync.errors import LineDownError
from sync.packs.catalogue import school_mark
from sync.packs.downloading import PART, Progress
from sync.packs.errors import (
    BudgetSpentError,
    GettingStoppedError,
    NotHereError,
    OfferBrokenError,
    OutsideHoursError,
    UnknownOfferError,
)
from sync.packs.getting import PackGetter
from sync.packs.http_place import HttpPlace
from sync.packs.meter import Limits
from sync.packs.places import Place
from sync.region.serving import EmbeddedRegion
from sync.region.shelf.roll_out import roll_out

PACK = "marche/acqua"


@pytest.fixture
def region(tmp_path: Path) -> RegionShelf:
    region = RegionShelf(tmp_path)
    region.shelf.publish(make_pack(tmp_path).folder, region.keys())
    return region


@pytest.fixture
def laptop(region: RegionShelf) -> Iterator[PackLaptop]:
    laptop = region.laptop()
    yield laptop
    laptop.close()


@pytest.fixture
def url(region: RegionShelf, tmp_path: Path) -> Iterator[str]:
    served = EmbeddedRegion(tmp_path / "server", shelf=region.shelf)
    yield f"{served.start()}/packs"
    served.stop()


@pytest.fixture(params=[as_folder, over_the_line])
def place(request: pytest.FixtureRequest, region: RegionShelf) -> Iterator[Place]:
    """The region, as a folder and in earnest."""
    with request.param(region.shelf.folder) as served:
        yield served


def publish(region: RegionShelf, edition: int, text: str, **options: object) -> None:
    """The region puts an edition with this text on its shelf."""
    pack = make_pack(region.folder, edition=edition, text=text)
    region.shelf.publish(pack.folder, region.keys(), **options)  # type: ignore[arg-type]


def bad(region: RegionShelf, **how: object) -> BadPlace:
    """The shelf over a line that does as it is told."""
    return BadPlace(region.shelf.folder, **how)  # type: ignore[arg-type]


def test_a_pack_comes_from_the_region_and_is_whole(laptop: PackLaptop, url: str) -> None:
    place = HttpPlace(url)

    [novelty] = laptop.getter(place).check()
    pack = laptop.get(PACK, place)

    assert (novelty.pack.pack_id, novelty.installed, novelty.is_new) == (PACK, None, True)
    assert pack.head.edition == 1
    assert laptop.library.verify(PACK) == ()
    assert not (laptop.folder / "scarichi/marche-acqua").exists()
    place.close()


def test_looking_for_news_when_there_are_none_costs_few_bytes(
    laptop: PackLaptop, region: RegionShelf, place: Place
) -> None:
    laptop.get(PACK, place)
    place = bad(region)

    [novelty] = laptop.getter(place).check()

    assert not novelty.is_new
    assert place.total <= 500


def test_the_difference_is_told_before_it_comes(
    laptop: PackLaptop, region: RegionShelf, place: Place
) -> None:
    laptop.get(PACK, place)
    pack = make_pack(region.folder, edition=2, lessons=("sorgente", "lago"), text="L'acqua scende dal monte.")
    region.shelf.publish(pack.folder, region.keys())

    found = laptop.getter(place).difference(PACK)

    assert (found.installed, found.new, found.changed, found.gone) == (1, ("Lago",), (), ("Fiume",))
    assert found.size < 1000 < len(LARGE_FILM) < found.whole_size
    assert laptop.library.pack(PACK).head.edition == 1


def test_an_update_brings_only_what_changed(laptop: PackLaptop, region: RegionShelf, place: Place) -> None:
    laptop.get(PACK, place)
    publish(region, 2, "L'acqua torna al monte.")
    place = bad(region)

    pack = laptop.get(PACK, place)

    assert pack.head.edition == 2
    assert place.total < 6000
    assert laptop.library.file(PACK, "media/piena.mp4") == LARGE_FILM


@pytest.mark.parametrize("again", [False, True], ids=["patiently", "taken up again by hand"])
def test_a_line_that_drops_all_the_time_pays_nothing_twice(
    laptop: PackLaptop, region: RegionShelf, again: bool
) -> None:
    place = bad(region, cut_every=40_000)
    told: list[Progress] = []
    for _ in range(60 if again else 1):
        try:
            laptop.getter(place, patience=() if again else [0.0, 0.0, 0.0]).get(PACK, told.append)
            break
        except LineDownError:
            assert again

    assert laptop.library.verify(PACK) == ()
    film = max(place.given.values())
    assert film == len(LARGE_FILM)
    assert told[-1].done == told[-1].total
    assert again or len(told[-1].cuts) > 5


def test_a_range_goes_on_inside_a_file_over_the_real_line(
    laptop: PackLaptop, region: RegionShelf, url: str
) -> None:
    place = HttpPlace(url)
    with pytest.raises(LineDownError):
        laptop.get(PACK, bad(region, cut_every=300_000))
    [part] = [
        part for part in laptop.folder.glob("scarichi/*/blobs/*/*.parte") if part.stat().st_size > 100_000
    ]
    had = part.stat().st_size

    laptop.get(PACK, place)

    assert laptop.meter.passed < len(LARGE_FILM) - had + 8000
    assert laptop.library.verify(PACK) == ()
    place.close()


def test_places_are_asked_in_their_order_and_the_next_fills_the_gaps(
    laptop: PackLaptop, region: RegionShelf, tmp_path: Path
) -> None:
    film = region.shelf.folder / "blobs"
    [large] = [file for file in film.glob("??/*") if file.stat().st_size == len(LARGE_FILM)]

    def without_film(path: str, data: bytes) -> bytes:
        if path.endswith(large.name):
            raise NotHereError("l'hub", path)
        return data

    hub, far = bad(region, name="l'hub", change=without_film, is_near=True), bad(region)
    laptop.get(PACK, hub, far)

    assert f"blobs/{large.name[:2]}/{large.name}" in far.given
    assert far.given.keys() - hub.given.keys() == {f"blobs/{large.name[:2]}/{large.name}"}


def test_a_dead_place_first_does_no_harm(laptop: PackLaptop, region: RegionShelf, place: Place) -> None:
    laptop.get(PACK, bad(region, cut_every=0), place)

    assert laptop.library.verify(PACK) == ()


def test_a_place_that_changes_bytes_is_passed_over(
    laptop: PackLaptop, region: RegionShelf, place: Place
) -> None:
    def spoil(path: str, data: bytes) -> bytes:
        return data[:-1] + bytes([data[-1] ^ 1]) if path.startswith("blobs") else data

    with pytest.raises(OfferBrokenError):
        laptop.get(PACK, bad(region, change=spoil))
    assert laptop.library.packs() == ()

    laptop.get(PACK, bad(region, change=spoil), place)
    assert laptop.library.verify(PACK) == ()


def test_a_beginning_from_a_liar_does_not_spoil_the_honest_end(
    laptop: PackLaptop, region: RegionShelf, place: Place
) -> None:
    def spoil(path: str, data: bytes) -> bytes:
        return b"x" + data[1:] if len(data) == len(LARGE_FILM) else data

    with pytest.raises(LineDownError):
        laptop.get(PACK, bad(region, change=spoil, cut_every=300_000))

    laptop.get(PACK, place)
    assert laptop.library.file(PACK, "media/piena.mp4") == LARGE_FILM


def test_a_day_has_its_budget_and_the_next_goes_on(region: RegionShelf) -> None:
    clock = SetClock(SystemClock().now_ms())
    laptop = PackLaptop(region.folder / "altro", region.trust("altro"), clock)
    limits = Limits(daily_bytes=200_000)
    place = bad(region)
    for _ in range(2):
        with pytest.raises(BudgetSpentError):
            laptop.getter(place, limits=limits).get(PACK)
        clock.pass_ms(86_400_000)

    laptop.getter(place, limits=limits).get(PACK)

    assert max(place.given.values()) == len(LARGE_FILM)
    laptop.close()


def test_outside_the_allowed_hours_nothing_comes_and_a_stick_still_works(region: RegionShelf) -> None:
    laptop = region.laptop()
    hour = __import__("datetime").datetime.now().astimezone().hour
    limits = Limits(from_hour=(hour + 2) % 24, to_hour=(hour + 3) % 24)

    with pytest.raises(OutsideHoursError):
        laptop.getter(bad(region), limits=limits).get(PACK)
    laptop.getter(bad(region, is_near=True), limits=limits).get(PACK)

    assert laptop.library.verify(PACK) == ()
    laptop.close()


def test_nights_pass_midnight() -> None:
    night = Limits(from_hour=22, to_hour=6)

    assert [hour for hour in range(24) if night.allows_hour(hour)] == [0, 1, 2, 3, 4, 5, 22, 23]


def test_a_stopped_download_goes_on_later(laptop: PackLaptop, region: RegionShelf) -> None:
    stop, place = Event(), bad(region)
    getter = laptop.getter(place)
    stopping = PackGetter(
        laptop.library, laptop.trust, [place], laptop.folder / "scarichi", laptop.meter, stop=stop
    )

    def stop_late(progress: Progress) -> None:
        if progress.done > progress.total // 2:
            stop.set()

    with pytest.raises(GettingStoppedError):
        stopping.get(PACK, stop_late)
    assert laptop.library.packs() == ()

    getter.get(PACK)
    assert max(place.given.values()) == len(LARGE_FILM)


def test_only_the_broken_blobs_come_again(laptop: PackLaptop, region: RegionShelf, place: Place) -> None:
    laptop.get(PACK, place)
    [film] = laptop.library.folder.glob("media/??/*")
    film.write_bytes(b"x" * len(LARGE_FILM))
    laptop.library.connection().execute("UPDATE blob SET data = x'00' WHERE length(data) < 400")
    broken = laptop.library.verify(PACK)
    place = bad(region)

    mended = laptop.getter(place).repair(PACK)

    assert mended == len(broken) >= 2
    assert laptop.library.verify(PACK) == ()
    assert place.given.keys().isdisjoint({f"metadata/{name}" for name in ("timestamp.json", "2.root.json")})


def test_a_new_edition_reaches_some_schools_first_and_then_all(region: RegionShelf, place: Place) -> None:
    publish(region, 2, "Nuovo.", percent=30, schools=[school_mark(PACK, "f" * 32)])
    schools = [f"{number:032x}" for number in range(200)]
    pack = region.shelf.catalogue().pack(PACK)
    assert pack is not None

    early = [school for school in schools if pack.offer_for(school) == pack.offers[0]]
    named = pack.offer_for("f" * 32)
    assert 40 < len(early) < 80
    assert named is not None
    assert named.edition == 2

    wider = roll_out(region.shelf, PACK, edition=2, percent=60)
    assert all(wider.offer_for(school) == wider.offers[0] for school in early)
    late = region.laptop(
        school_id=next(school for school in schools if wider.offer_for(school) != wider.offers[0])
    )
    assert late.get(PACK, place).head.edition == 1
    roll_out(region.shelf, PACK, edition=2, percent=100)
    assert late.get(PACK, place).head.edition == 2
    late.close()


def test_what_is_not_offered_is_told(laptop: PackLaptop, region: RegionShelf, place: Place) -> None:
    with pytest.raises(UnknownOfferError, match="non offre"):
        laptop.get("marche/terra", place)


def test_a_library_that_would_grow_too_large_says_what_could_go(
    laptop: PackLaptop, region: RegionShelf, place: Place
) -> None:
    laptop.get(PACK, place)
    other = make_pack(region.folder, pack_id="marche/terra", lessons=("valle",), film=LARGE_FILM + b"2")
    region.shelf.publish(other.folder, region.keys())
    laptop.library.quota = len(LARGE_FILM) + 100_000
    place = bad(region)

    with pytest.raises(QuotaError) as refusal:
        laptop.get("marche/terra", place)

    assert [pack.head.pack_id for pack in refusal.value.removable] == [PACK]
    assert place.total < 10_000


def test_the_old_edition_is_read_until_the_new_one_is_whole(
    laptop: PackLaptop, region: RegionShelf, place: Place
) -> None:
    laptop.get(PACK, place)
    before = laptop.library.file(PACK, "lezioni/fiume.md")
    publish(region, 2, "Un testo nuovo.")

    with pytest.raises(ScuolaError):
        laptop.get(
            PACK, bad(region, change=lambda path, data: data[:-1] if path.startswith("blobs") else data)
        )

    assert laptop.library.file(PACK, "lezioni/fiume.md") == before
    assert laptop.library.verify(PACK) == ()


def test_a_mirror_is_a_plain_copy(laptop: PackLaptop, region: RegionShelf, tmp_path: Path) -> None:
    shutil.copytree(region.shelf.folder, tmp_path / "copia")

    laptop.get(PACK, BadPlace(tmp_path / "copia"))

    assert laptop.library.verify(PACK) == ()


def test_a_blob_spoiled_by_a_power_cut_is_fetched_again(
    laptop: PackLaptop, region: RegionShelf, place: Place
) -> None:
    manifest = laptop.getter(place).difference(PACK)
    large = manifest.blobs[-1]
    spoiled = blob_path(laptop.folder / "scarichi" / "marche-acqua", large.sha256)
    spoiled.parent.mkdir(parents=True)
    spoiled.write_bytes(bytes(large.size))

    laptop.get(PACK, place)

    assert laptop.library.verify(PACK) == ()


def test_a_blob_that_was_whole_but_for_its_name_is_not_asked_again(
    laptop: PackLaptop, region: RegionShelf, place: Place
) -> None:
    """Stopped, or killed, between the last byte and the renaming: behind its end no server has anything."""
    large = laptop.getter(place).difference(PACK).blobs[-1]
    whole = blob_path(laptop.folder / "scarichi" / "marche-acqua", large.sha256)
    whole.parent.mkdir(parents=True)
    shutil.copyfile(blob_path(region.shelf.folder, large.sha256), whole.with_name(whole.name + PART))
    place = bad(region)

    laptop.get(PACK, place)

    assert blob_path(Path(), large.sha256).as_posix() not in place.given
    assert laptop.library.verify(PACK) == ()
