"""Packs in a pocket: written by who holds no signing key, believed only for what the region signed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pack_shelf import BadPlace, PackLaptop, RegionShelf
from packs import make_pack

from content.library.errors import UnknownPackError
from content.library.records import InstalledPack
from content.reading.paths import path_objection
from scuola_digitale.clock import SetClock, SystemClock
from sync.packs.errors import NoPacksHereError, TrustBrokenError, TrustExpiredError, UnknownOfferError
from sync.packs.sticks import Exported, StickPlace, StickWriter, importable, stick_place

PACK = "marche/acqua"
YEAR_MS = 366 * 86_400_000


@pytest.fixture
def region(tmp_path: Path) -> RegionShelf:
    region = RegionShelf(tmp_path)
    region.shelf.publish(make_pack(tmp_path).folder, region.keys())
    return region


@pytest.fixture
def laptops(region: RegionShelf) -> Iterator[tuple[PackLaptop, PackLaptop]]:
    pair = region.laptop("primo"), region.laptop("secondo")
    pair[0].get(PACK, region.place)
    yield pair
    for laptop in pair:
        laptop.close()


def write(laptop: PackLaptop, stick: Path, *line: BadPlace, packs: tuple[str, ...] = (PACK,)) -> Exported:
    """A laptop leaves packs on a stick."""
    getter = laptop.getter(*line, StickPlace(stick / "scuola-digitale"), unheard=True)
    return StickWriter(getter, laptop.library, laptop.trust).write(packs, stick)


def read(laptop: PackLaptop, stick: Path) -> list[InstalledPack]:
    """A laptop takes from a stick all that is new to it."""
    place = stick_place(stick)
    getter = laptop.getter(place)
    return [
        getter.get(novelty.pack.pack_id, edition=novelty.offer.edition)
        for novelty in importable(getter, place)
    ]


def test_a_pack_goes_from_one_plesso_to_another_without_a_line(
    laptops: tuple[PackLaptop, PackLaptop], tmp_path: Path
) -> None:
    first, second = laptops

    written = write(first, tmp_path / "usb")
    [pack] = read(second, tmp_path / "usb")

    assert not written.is_fresh
    assert pack.head.pack_id == PACK
    assert second.library.verify(PACK) == ()
    assert read(second, tmp_path / "usb") == []


def test_small_blobs_share_a_file_and_names_suit_any_stick(
    laptops: tuple[PackLaptop, PackLaptop], tmp_path: Path
) -> None:
    write(laptops[0], tmp_path / "usb")
    files = [file for file in (tmp_path / "usb").rglob("*") if file.is_file()]

    assert all(path_objection(str(file.relative_to(tmp_path / "usb"))) is None for file in files)
    assert len([file for file in files if "metadata" not in file.parts]) <= 2
    assert max(file.stat().st_size for file in files) <= 1 << 30


def test_a_second_export_writes_only_what_is_new(
    laptops: tuple[PackLaptop, PackLaptop], region: RegionShelf, tmp_path: Path
) -> None:
    first, second = laptops
    write(first, tmp_path / "usb")
    region.shelf.publish(make_pack(region.folder, edition=2, text="Nuovo.").folder, region.keys())
    first.get(PACK, region.place)

    written = write(first, tmp_path / "usb", BadPlace(region.shelf.folder))

    assert written.is_fresh
    assert written.size < 1000
    assert [pack.head.edition for pack in read(second, tmp_path / "usb")] == [2]


def test_the_exporter_asks_the_region_for_newer_signatures_first(
    laptops: tuple[PackLaptop, PackLaptop], region: RegionShelf, tmp_path: Path
) -> None:
    region.shelf.renew(force=True)
    before = (laptops[0].trust._metadata / "timestamp.json").read_bytes()

    write(laptops[0], tmp_path / "usb", BadPlace(region.shelf.folder))

    carried = (tmp_path / "usb/scuola-digitale/metadata/timestamp.json").read_bytes()
    assert carried == (region.shelf.files.folder / "timestamp.json").read_bytes() != before


def test_a_stick_one_edition_behind_still_serves_who_has_nothing(
    laptops: tuple[PackLaptop, PackLaptop], region: RegionShelf, tmp_path: Path
) -> None:
    first, second = laptops
    write(first, tmp_path / "usb")
    region.shelf.publish(make_pack(region.folder, edition=2, text="Nuovo.").folder, region.keys())
    second.getter(region.place).difference(PACK)

    assert [pack.head.edition for pack in read(second, tmp_path / "usb")] == [1]


def test_a_folder_copied_by_hand_is_as_good(laptops: tuple[PackLaptop, PackLaptop], tmp_path: Path) -> None:
    write(laptops[0], tmp_path / "usb")
    shutil.copytree(tmp_path / "usb/scuola-digitale", tmp_path / "altra/Nuova cartella (2)")

    assert len(read(laptops[1], tmp_path / "altra")) == 1


def test_the_region_s_own_shelf_copied_to_a_stick_is_as_good(
    laptops: tuple[PackLaptop, PackLaptop], region: RegionShelf, tmp_path: Path
) -> None:
    shutil.copytree(region.shelf.folder, tmp_path / "usb/copia")

    assert len(read(laptops[1], tmp_path / "usb")) == 1


def test_every_byte_of_a_bundle_counts(laptops: tuple[PackLaptop, PackLaptop], tmp_path: Path) -> None:
    write(laptops[0], tmp_path / "usb")
    second = laptops[1]
    bundles = tmp_path / "usb/scuola-digitale/bundles"
    [large] = [file for file in bundles.iterdir() if file.stat().st_size > 100_000]
    data = large.read_bytes()
    # In the magic, in the count, in a fingerprint, in a size, in the bytes.
    for place in (0, 11, 20, 45, 300, len(data) // 2, len(data) - 1):
        large.write_bytes(data[:place] + bytes([data[place] ^ 0x40]) + data[place + 1 :])
        with pytest.raises(Exception, match=r"manca una parte|arriva rovinato"):
            second.getter(stick_place(tmp_path / "usb")).get(PACK)
        assert second.library.packs() == ()
        shutil.rmtree(second.folder / "scarichi")  # what came whole before would not be asked again
    large.write_bytes(data)
    assert len(read(second, tmp_path / "usb")) == 1


def test_what_is_not_the_region_s_cannot_be_carried(
    laptops: tuple[PackLaptop, PackLaptop], tmp_path: Path
) -> None:
    mine = make_pack(tmp_path, pack_id="maestra/orto", lessons=("orto",))
    laptops[0].library.install(mine.folder)

    with pytest.raises(UnknownOfferError):
        write(laptops[0], tmp_path / "usb", packs=("maestra/orto",))
    with pytest.raises(UnknownPackError):
        write(laptops[0], tmp_path / "usb", packs=("marche/neve",))


def test_a_folder_without_packs_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoPacksHereError) as refusal:
        stick_place(tmp_path)
    assert "chiavetta" in refusal.value.remedy
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(NoPacksHereError) as refusal:
        stick_place(tmp_path)
    assert "pack install" in refusal.value.remedy


def test_a_forged_stick_is_refused(laptops: tuple[PackLaptop, PackLaptop], tmp_path: Path) -> None:
    forger = RegionShelf(tmp_path / "falsario")
    forger.shelf.publish(make_pack(tmp_path / "falsario", text="Falso.").folder, forger.keys())
    shutil.copytree(forger.shelf.folder, tmp_path / "usb/scuola-digitale")

    with pytest.raises(TrustBrokenError):
        read(laptops[1], tmp_path / "usb")
    assert laptops[1].library.packs() == ()


def test_a_year_old_stick_installs_nothing_and_reading_goes_on(tmp_path: Path) -> None:
    old = RegionShelf(tmp_path, SetClock(SystemClock().now_ms() - 2 * YEAR_MS))
    old.shelf.publish(make_pack(tmp_path).folder, old.keys())
    shutil.copytree(old.shelf.folder, tmp_path / "usb/scuola-digitale")
    laptop = old.laptop()
    laptop.library.install(make_pack(tmp_path).folder)

    with pytest.raises(TrustExpiredError, match="funzionano come sempre"):
        read(laptop, tmp_path / "usb")

    assert laptop.library.file(PACK, "lezioni/fiume.md")
    laptop.close()
