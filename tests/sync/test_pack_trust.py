"""Whom a laptop believes: every attack that The Update Framework names, over a folder and over the real region."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from pack_shelf import BadPlace, PackLaptop, RegionShelf, Serve, as_folder, over_the_line
from packs import make_pack
from tuf.api.metadata import MetaFile, Timestamp

from scuola_digitale.clock import SetClock, SystemClock
from scuola_digitale.errors import ScuolaError
from sync.errors import LineDownError
from sync.packs.errors import (
    NotARootError,
    NoTrustError,
    OtherRootError,
    TrustBrokenError,
    TrustExpiredError,
)
from sync.packs.places import FolderPlace, Place
from sync.packs.signatures import NaclSigner
from sync.packs.trust import PackTrust
from sync.region.shelf.errors import (
    EditionTakenError,
    KeyRetiredError,
    OtherAreaError,
    ShelfThereError,
    TooFewRootKeysError,
)
from sync.region.shelf.keys import AREA_KEYS, ONLINE_KEY, PUBLISHING_KEY, read_online_key
from sync.region.shelf.rotation import renew_offline, rotate
from sync.region.shelf.shelf import PackShelf

PACK = "marche/acqua"
DAY_MS = 86_400_000


@pytest.fixture(params=[as_folder, over_the_line])
def serve(request: pytest.FixtureRequest) -> Serve:
    chosen: Serve = request.param
    return chosen


@pytest.fixture
def region(tmp_path: Path) -> RegionShelf:
    region = RegionShelf(tmp_path / "regione")
    region.shelf.publish(make_pack(tmp_path).folder, region.keys())
    return region


@pytest.fixture
def laptop(region: RegionShelf, serve: Serve) -> Iterator[PackLaptop]:
    laptop = region.laptop()
    with serve(region.shelf.folder) as place:
        laptop.get(PACK, place)
    yield laptop
    laptop.close()


def news(region: RegionShelf, edition: int = 2) -> None:
    """The region has another edition."""
    pack = make_pack(region.folder, edition=edition, text=f"Edizione {edition}.")
    region.shelf.publish(pack.folder, region.keys())


def metadata(shelf: Path, name: str) -> Path:
    """A file of the metadata on a shelf."""
    return shelf / "metadata" / name


def test_rollback_an_older_shelf_is_not_believed_again(
    region: RegionShelf, laptop: PackLaptop, serve: Serve, tmp_path: Path
) -> None:
    shutil.copytree(region.shelf.folder, tmp_path / "vecchia/scaffale")
    news(region)
    with serve(region.shelf.folder) as place:
        assert laptop.getter(place).check()[0].offer.edition == 2
    with serve(tmp_path / "vecchia/scaffale") as old:
        assert (
            laptop.getter(old).check()[0].offer.edition == 2
        )  # being behind is no crime, but it is not believed

    with serve(region.shelf.folder) as place:
        assert laptop.getter(place).check()[0].offer.edition == 2


def test_rollback_a_new_timestamp_cannot_bring_back_an_older_snapshot(
    region: RegionShelf, laptop: PackLaptop, serve: Serve
) -> None:
    news(region)
    with serve(region.shelf.folder) as place:
        laptop.getter(place).check()
    online = read_online_key(region.shelf.online_key_file)
    timestamp = region.shelf.files.timestamp()
    timestamp.snapshot_meta = MetaFile(timestamp.snapshot_meta.version - 1)
    timestamp.version += 1
    region.shelf.files.save(Timestamp.type, timestamp, [online])

    with serve(region.shelf.folder) as place:
        laptop.trust.refresh([place])
        [newest] = laptop.getter(FolderPlace(region.shelf.folder)).check()

    assert newest.offer.edition == 2


def test_freeze_what_is_repeated_for_ever_expires(tmp_path: Path, serve: Serve) -> None:
    old = RegionShelf(tmp_path / "regione", SetClock(SystemClock().now_ms() - 400 * DAY_MS))
    old.shelf.publish(make_pack(tmp_path).folder, old.keys())
    laptop = old.laptop()

    with (
        serve_frozen(old, serve) as place,
        pytest.raises(TrustExpiredError, match="Le lezioni già installate"),
    ):
        laptop.get(PACK, place)

    assert laptop.library.packs() == ()
    laptop.close()


@contextmanager
def serve_frozen(region: RegionShelf, serve: Serve) -> Iterator[Place]:
    """The region as it is now, which signs no more days."""
    region.shelf.online_key_file.unlink()  # else the region would sign the day's timestamp
    with serve(region.shelf.folder) as place:
        yield place


def test_mix_and_match_pieces_of_different_days_do_not_hold_together(
    region: RegionShelf, laptop: PackLaptop, serve: Serve, tmp_path: Path
) -> None:
    shutil.copytree(region.shelf.folder, tmp_path / "mista/scaffale")
    before = region.shelf.files.snapshot().version
    news(region)
    now = region.shelf.files.snapshot().version
    mixed = tmp_path / "mista/scaffale"
    shutil.copy(metadata(region.shelf.folder, "timestamp.json"), metadata(mixed, "timestamp.json"))
    metadata(mixed, f"{before}.snapshot.json").rename(metadata(mixed, f"{now}.snapshot.json"))

    with serve(mixed) as place, pytest.raises(TrustBrokenError):
        laptop.get(PACK, place)

    assert laptop.library.pack(PACK).head.edition == 1
    with serve(region.shelf.folder) as place:
        assert laptop.get(PACK, place).head.edition == 2


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets", "scuola", "catalogo"])
def test_tampered_metadata_are_refused(region: RegionShelf, role: str, serve: Serve, tmp_path: Path) -> None:
    newcomer = region.laptop("nuovo")
    [*_, newest] = sorted(region.shelf.files.folder.glob(f"*{role}.json"))
    signed = json.loads(newest.read_bytes())
    signed["signed"]["x-extra"] = "one word more"
    newest.write_text(json.dumps(signed))
    region.shelf.online_key_file.unlink()

    with serve(region.shelf.folder) as place, pytest.raises(TrustBrokenError):
        newcomer.get(PACK, place)

    assert newcomer.library.packs() == ()
    newcomer.close()


def test_tampered_targets_are_refused(region: RegionShelf, serve: Serve) -> None:
    newcomer = region.laptop("nuovo")
    for role, path in (("catalogo", "catalogo"), ("scuola", f"scuola/{PACK}/1")):
        sha256 = region.shelf.files.targets(role).targets[path].hashes["sha256"]
        blob = region.shelf.folder / "blobs" / sha256[:2] / sha256
        data = blob.read_bytes()
        blob.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        with serve(region.shelf.folder) as place, pytest.raises(ScuolaError, match="arriva rovinato"):
            newcomer.get(PACK, place)
        blob.write_bytes(data)
    assert newcomer.library.packs() == ()
    newcomer.close()


def test_wrong_key_an_area_cannot_be_signed_by_another_s(
    region: RegionShelf, laptop: PackLaptop, serve: Serve
) -> None:
    news(region)
    other = region.keys().open("area-cultura")
    targets = region.shelf.files.targets("scuola")
    region.shelf.files.save("scuola", targets, [other])

    with serve(region.shelf.folder) as place, pytest.raises(TrustBrokenError):
        laptop.get(PACK, place)
    assert laptop.library.pack(PACK).head.edition == 1


def test_an_area_cannot_offer_a_pack_under_another_s_name(
    region: RegionShelf, laptop: PackLaptop, serve: Serve
) -> None:
    """Its key may sign what it likes: outside its own names nobody looks for it there."""
    targets = region.shelf.files.targets("cultura")
    targets.targets |= {
        f"scuola/{PACK}/9": region.shelf.files.targets("scuola").targets[f"scuola/{PACK}/1"],
    }
    targets.version += 1
    region.shelf.files.save("cultura", targets, [region.keys().open("area-cultura")])
    region.shelf.files.sign_state(read_online_key(region.shelf.online_key_file))

    with serve(region.shelf.folder) as place:
        assert laptop.trust.refresh([place]).target(f"scuola/{PACK}/9") is None


@pytest.mark.parametrize("honest", [1, 0])
def test_below_threshold_a_root_needs_two_of_three(
    region: RegionShelf, laptop: PackLaptop, serve: Serve, honest: int
) -> None:
    root = region.shelf.files.root()
    thief = NaclSigner(b"t" * 32)
    root.roles["timestamp"].keyids = [thief.public_key.keyid]
    root.keys[thief.public_key.keyid] = thief.public_key
    root.version += 1
    signers = [region.keys().open(name) for name in ("radice-1", "radice-2")[:honest]]
    region.shelf.files.save("root", root, [*signers, thief])

    with serve(region.shelf.folder) as place, pytest.raises(TrustBrokenError):
        laptop.getter(place).check()
    assert not list(laptop.folder.glob("fiducia/metadata/root_history/2.root.json"))


def test_fast_forward_a_new_online_key_undoes_versions_that_ran_away(
    region: RegionShelf, laptop: PackLaptop, serve: Serve
) -> None:
    stolen = read_online_key(region.shelf.online_key_file)
    timestamp = region.shelf.files.timestamp()
    timestamp.version = 2**31
    snapshot = region.shelf.files.snapshot()
    good = metadata(region.shelf.folder, "timestamp.json").read_bytes()
    snapshot.version = 2**30
    timestamp.snapshot_meta = MetaFile(2**30)
    region.shelf.files.save("snapshot", snapshot, [stolen])
    region.shelf.files.save("timestamp", timestamp, [stolen])
    with serve(region.shelf.folder) as place:
        laptop.getter(place).check()
    metadata(region.shelf.folder, "timestamp.json").write_bytes(good)
    metadata(region.shelf.folder, f"{2**30}.snapshot.json").unlink()
    news(region)
    with serve(region.shelf.folder) as place:
        assert laptop.getter(place).check()[0].offer.edition == 1  # held back by the runaway version

    rotate(region.shelf, ONLINE_KEY, region.keys())

    with serve(region.shelf.folder) as place:
        assert laptop.get(PACK, place).head.edition == 2


def test_rotation_by_three_is_followed_step_by_step(
    region: RegionShelf, laptop: PackLaptop, serve: Serve
) -> None:
    first = {*region.shelf.files.root().roles["root"].keyids}
    for name in ("radice-1", "radice-2", "radice-3"):
        rotate(region.shelf, name, region.keys())
    rotate(region.shelf, PUBLISHING_KEY, region.keys())
    rotate(region.shelf, AREA_KEYS[make_pack(region.folder).manifest.pack.area], region.keys())
    news(region)

    with serve(region.shelf.folder) as place:
        assert laptop.get(PACK, place).head.edition == 2

    assert first.isdisjoint(region.shelf.files.root().roles["root"].keyids)
    assert region.shelf.files.root().version == 5


def test_a_lost_root_key_is_replaced_by_the_other_two(
    region: RegionShelf, laptop: PackLaptop, serve: Serve
) -> None:
    (region.folder / "chiavi/radice-2.chiave").unlink()

    rotate(region.shelf, "radice-2", region.keys())
    rotate(region.shelf, "radice-1", region.keys())

    with serve(region.shelf.folder) as place:
        assert laptop.getter(place).check()


def test_one_root_key_alone_changes_nothing(region: RegionShelf, tmp_path: Path) -> None:
    (tmp_path / "una").mkdir()
    shutil.copy(region.folder / "chiavi/radice-1.chiave", tmp_path / "una")

    with pytest.raises(TooFewRootKeysError):
        rotate(region.shelf, PUBLISHING_KEY, region.keys(tmp_path / "una"))
    assert region.shelf.files.root().version == 1


def test_a_retired_key_signs_no_more(region: RegionShelf, tmp_path: Path) -> None:
    shutil.copytree(region.folder / "chiavi", tmp_path / "vecchie")
    rotate(region.shelf, "area-scuola", region.keys())

    with pytest.raises(KeyRetiredError):
        region.shelf.publish(make_pack(tmp_path, edition=2).folder, region.keys(tmp_path / "vecchie"))


def test_an_old_bootstrap_meets_a_newer_root_on_a_stick(region: RegionShelf, tmp_path: Path) -> None:
    for name in ("radice-1", "in-linea", "radice-3"):
        rotate(region.shelf, name, region.keys())
    news(region)
    late = region.laptop("tardi")
    shutil.copytree(region.shelf.folder, tmp_path / "usb")

    assert late.get(PACK, FolderPlace(tmp_path / "usb", "la chiavetta")).head.edition == 2
    late.close()


def test_a_laptop_off_for_more_than_a_year_catches_up(tmp_path: Path, serve: Serve) -> None:
    clock = SetClock(SystemClock().now_ms() - 500 * DAY_MS)
    region = RegionShelf(tmp_path / "regione", clock)
    region.shelf.publish(make_pack(tmp_path).folder, region.keys())
    laptop = region.laptop()
    shutil.copytree(region.shelf.folder, tmp_path / "allora")
    with pytest.raises(TrustExpiredError):
        laptop.getter(FolderPlace(tmp_path / "allora")).check()
    clock.ms = SystemClock().now_ms()
    rotate(region.shelf, "radice-2", region.keys())
    assert len(renew_offline(region.shelf, region.keys())) == 5
    region.shelf.renew(force=True)

    with serve(region.shelf.folder) as place:
        assert laptop.get(PACK, place).head.edition == 1
    laptop.close()


def test_the_day_s_signature_is_made_when_it_is_asked_for(region: RegionShelf) -> None:
    clock = SetClock(SystemClock().now_ms())
    shelf = PackShelf(region.shelf.folder, clock)
    assert not shelf.renew()
    before = shelf.files.timestamp().version

    clock.pass_ms(2 * DAY_MS)

    assert shelf.renew()
    assert shelf.files.timestamp().version == before + 1


def test_a_line_that_falls_between_two_files_is_taken_up_the_next_time(
    region: RegionShelf, laptop: PackLaptop, serve: Serve
) -> None:
    news(region)
    for cut in range(100, 3000, 300):
        with suppress(LineDownError):  # each time a file more is here
            laptop.getter(BadPlace(region.shelf.folder, cut_every=cut)).get(PACK)

    with serve(region.shelf.folder) as place:
        assert laptop.get(PACK, place).head.edition == 2


def test_who_knows_no_keys_installs_nothing(tmp_path: Path, region: RegionShelf) -> None:
    with pytest.raises(NoTrustError):
        PackTrust(tmp_path / "vuota").refresh([region.place])
    for rubbish in (b"", b"{}", b"[" * 100_000, metadata(region.shelf.folder, "timestamp.json").read_bytes()):
        with pytest.raises(NotARootError):
            PackTrust(tmp_path / "vuota").begin(rubbish)


def test_another_region_replaces_the_first_only_when_told(region: RegionShelf, tmp_path: Path) -> None:
    other = RegionShelf(tmp_path / "altra")
    trust = region.trust()
    with pytest.raises(OtherRootError):
        trust.begin(other.first_root())

    trust.begin(other.first_root(), replace=True)

    assert trust.refresh([other.place])


def test_the_shelf_refuses_what_would_confuse(region: RegionShelf, tmp_path: Path) -> None:
    with pytest.raises(ShelfThereError):
        region.shelf.begin(region.keys())
    with pytest.raises(EditionTakenError):
        region.shelf.publish(make_pack(tmp_path, text="Altro.").folder, region.keys())
    moved = make_pack(tmp_path, edition=2)
    manifest = json.loads((moved.folder / "manifest.json").read_bytes())
    manifest["pack"]["area"] = "cultura"
    (moved.folder / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(OtherAreaError):
        region.shelf.publish(moved.folder, region.keys())
