"""A hub passes packs on: a blob crosses the school's line once, and is believed for its signature alone."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pack_shelf import BadPlace, PackLaptop, RegionShelf
from packs import LARGE_FILM, make_pack
from school_samples import TestSchool

from content.packing.manifest import blob_path
from sync.errors import LineDownError
from sync.hub.gate import admitted_key
from sync.hub.line import hub_trust
from sync.hub.serving import Hub
from sync.packs.held_place import HeldPlace
from sync.packs.http_place import HttpPlace

PACK = "marche/acqua"


@pytest.fixture
def region(tmp_path: Path) -> RegionShelf:
    region = RegionShelf(tmp_path / "regione")
    region.shelf.publish(make_pack(tmp_path).folder, region.keys())
    return region


@pytest.fixture
def laptops(region: RegionShelf) -> Iterator[tuple[PackLaptop, PackLaptop]]:
    """The hub's laptop, which has the pack, and another."""
    pair = region.laptop("hub"), region.laptop("altro")
    pair[0].get(PACK, region.place)
    yield pair
    for laptop in pair:
        laptop.close()


@pytest.fixture
def hub(laptops: tuple[PackLaptop, PackLaptop], tmp_path: Path) -> Iterator[HttpPlace]:
    """The hub over its own TLS, as another laptop of the school sees it."""
    school = TestSchool(tmp_path)
    held = HeldPlace(laptops[0].library, laptops[0].trust, laptops[0].folder / "scarichi")
    serving = Hub(school.first, host="127.0.0.1", port=0, clock=school.clock, packs=held)
    serving.start()
    url = f"https://127.0.0.1:{serving.port}"
    trust = hub_trust(url, partial(admitted_key, school.first.replica, school.clock))
    place = HttpPlace(f"{url}/packs", "l’hub", is_near=True, trust=trust)
    yield place
    place.close()
    serving.stop()
    school.close()


def test_what_the_hub_has_does_not_cross_the_line_again(
    region: RegionShelf, laptops: tuple[PackLaptop, PackLaptop], hub: HttpPlace
) -> None:
    far = BadPlace(region.shelf.folder)

    pack = laptops[1].get(PACK, hub, far)

    assert pack.head.edition == 1
    assert laptops[1].library.verify(PACK) == ()
    assert far.total < 1000
    assert not any(path.startswith("blobs") for path in far.given)


def test_the_hub_alone_is_enough(laptops: tuple[PackLaptop, PackLaptop], hub: HttpPlace) -> None:
    assert laptops[1].get(PACK, hub).head.edition == 1


def test_half_a_film_is_gone_on_with_from_the_hub(
    region: RegionShelf, laptops: tuple[PackLaptop, PackLaptop], hub: HttpPlace
) -> None:
    with pytest.raises(LineDownError):
        laptops[1].get(PACK, BadPlace(region.shelf.folder, cut_every=300_000))

    laptops[1].get(PACK, hub)

    assert laptops[1].library.file(PACK, "media/piena.mp4") == LARGE_FILM


def test_what_is_broken_on_the_hub_comes_from_the_region(
    region: RegionShelf, laptops: tuple[PackLaptop, PackLaptop], hub: HttpPlace
) -> None:
    [film] = laptops[0].library.folder.glob("media/??/*")
    film.write_bytes(bytes(len(LARGE_FILM)))
    far = BadPlace(region.shelf.folder)

    laptops[1].get(PACK, hub, far)

    assert laptops[1].library.verify(PACK) == ()
    assert blob_path(Path(), film.name).as_posix() in far.given
