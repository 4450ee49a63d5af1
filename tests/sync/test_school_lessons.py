"""A teacher's own lessons reach the other laptops through who cannot read them, and nobody puts others in their place."""

import random
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import msgspec
import pytest
from pack_shelf import BadPlace, RegionShelf
from packs import make_pack
from school_lessons import (
    ORCHARD,
    SOUND,
    LessonLaptop,
    get,
    give_facts,
    lesson_laptops,
    orchard,
    pack_id,
    place_at,
    ref,
    region_with_room,
    sync,
    write_lessons,
)
from school_samples import TestSchool

from content.library.errors import SchoolNameError, UnknownLessonError
from content.packing.manifest import blob_path
from scuola_digitale.domain.facts import PackOffered
from scuola_digitale.domain.school_packs import PackOffer, school_publisher
from sync.hub.gate import admitted_key
from sync.hub.line import hub_trust, open_hub_line
from sync.hub.serving import Hub
from sync.packs.errors import NotHereError
from sync.packs.http_place import HttpPlace
from sync.packs.places import FolderPlace
from sync.packs.school.deposit import Deposit, piece_name
from sync.packs.school.errors import (
    SchoolKeyMissingError,
    SchoolPackBrokenError,
)
from sync.packs.school.sealed_pack import open_index
from sync.packs.school.stick import leave_lessons, lessons_place
from sync.region.serving import EmbeddedRegion


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    with closing(TestSchool(tmp_path, laptops=3)) as founded:
        yield founded


@pytest.fixture
def laptops(school: TestSchool, tmp_path: Path) -> Iterator[list[LessonLaptop]]:
    """Three of them; at the first one sits the teacher."""
    with lesson_laptops(tmp_path, school) as found:
        yield found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return orchard(tmp_path)


@pytest.fixture
def region(school: TestSchool, tmp_path: Path) -> Iterator[EmbeddedRegion]:
    with region_with_room(tmp_path, school) as served:
        yield served


# The whole way


def test_lessons_go_through_the_region_which_reads_none_of_them(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path, region: EmbeddedRegion, tmp_path: Path
) -> None:
    url = region.start()
    outcome = laptops[0].offering.offer(folder, laptops[0].teacher)
    assert (outcome.edition, outcome.lessons) == (1, 1)
    sync(laptops[0], url)
    assert laptops[0].entrust(url) >= 5
    assert laptops[0].entrust(url) == 0

    sync(laptops[1], url)
    place = place_at(laptops[1], url)
    get(laptops[1], place)
    place.close()

    assert laptops[1].library.lesson(ref(school)).head.title == "Semi"
    assert laptops[1].library.file(pack_id(school), "media/pioggia.wav") == SOUND
    kept = b"".join(file.read_bytes() for file in (tmp_path / "depositi").rglob("*") if file.is_file())
    for word in (b"seme", b"orto", b"Semi", b"lezioni", SOUND[:64], SOUND[-64:]):
        assert word not in kept


def test_lessons_go_through_a_hub_without_any_region(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path
) -> None:
    laptops[0].offering.offer(folder, laptops[0].teacher)
    give_facts(school, 1)
    give_facts(school, 2)
    hub = Hub(
        laptops[1].school, host="127.0.0.1", port=0, clock=school.clock, lessons=laptops[1].store,
        packs=FolderPlace(laptops[1].store.folder),
    )  # fmt: skip
    hub.start()
    url = f"https://127.0.0.1:{hub.port}"
    key_of = partial(admitted_key, school.first.replica, school.clock)
    line = open_hub_line(url, key_of)
    keeper = laptops[0].keeper()
    wanted, _ = keeper.wanted_and_not()
    brought = Deposit(laptops[0].school, url, line, school.clock).bring(wanted, [], laptops[0].store)
    assert brought == len(wanted)
    line.close()

    place = HttpPlace(f"{url}/packs", "l’hub", is_near=True, trust=hub_trust(url, key_of))
    get(laptops[2], place)
    place.close()
    hub.stop()

    assert laptops[2].library.lesson(ref(school)).head.title == "Semi"


def test_lessons_go_on_a_stick_and_what_was_withdrawn_does_not_stay_on_it(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path, tmp_path: Path
) -> None:
    stick, school_id = tmp_path / "usb", school.first.school_id.hex()
    stick.mkdir()
    teacher = laptops[0].teacher
    laptops[0].offering.offer(folder, teacher)
    wanted, _ = laptops[0].keeper().wanted_and_not()
    assert leave_lessons(stick, school_id, laptops[0].store, wanted, []) > len(SOUND)
    assert leave_lessons(stick, school_id, laptops[0].store, wanted, []) == 0
    assert leave_lessons(stick, school_id, laptops[2].store, [], []) == 0  # it has not heard of them yet

    give_facts(school)
    get(laptops[1], lessons_place(stick, school_id))
    assert laptops[1].library.verify(pack_id(school)) == ()

    laptops[0].offering.withdraw("orto", teacher)
    give_facts(school)
    wanted, unwanted = laptops[1].keeper().wanted_and_not()
    bystander = random.Random(8).randbytes(100)
    laptops[2].store.put(piece_name(bystander), bystander)
    leave_lessons(stick, school_id, laptops[2].store, [piece_name(bystander)], [])
    laptops[1].store.let_go(unwanted)  # told to the region meanwhile, so no longer here
    leave_lessons(stick, school_id, laptops[1].store, wanted, [])

    assert wanted == []
    assert unwanted
    with lessons_place(stick, school_id).read(blob_path(Path(), piece_name(bystander)).as_posix()) as pieces:
        assert b"".join(pieces) == bystander
    leave_lessons(stick, school_id, laptops[1].store, wanted, [piece_name(bystander)])
    assert not [file for file in stick.rglob("*") if file.is_file()]


def test_an_update_brings_only_what_changed(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path
) -> None:
    laptops[0].offering.offer(folder, laptops[0].teacher)
    give_facts(school)
    get(laptops[1], FolderPlace(laptops[0].store.folder))
    write_lessons(folder, {**ORCHARD, "fiori": "Il fiore si apre al sole."})

    outcome = laptops[0].offering.offer(folder, laptops[0].teacher)
    again = laptops[0].offering.offer(folder, laptops[0].teacher)
    give_facts(school)
    place = BadPlace(laptops[0].store.folder)
    get(laptops[1], place)

    assert (outcome.edition, outcome.is_new_edition) == (2, True)
    assert (again.edition, again.is_new_edition) == (2, False)
    assert place.total < 4000
    assert laptops[1].library.lesson(ref(school, "fiori"))


def test_who_got_an_update_can_carry_the_whole_pack_on(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path
) -> None:
    laptops[0].offering.offer(folder, laptops[0].teacher)
    give_facts(school)
    get(laptops[1], FolderPlace(laptops[0].store.folder))
    laptops[1].store.drop(laptops[1].store.names())  # sealed pieces may be lost at any time
    write_lessons(folder, {**ORCHARD, "fiori": "Il fiore si apre al sole."})
    laptops[0].offering.offer(folder, laptops[0].teacher)
    for number in (1, 2):
        give_facts(school, number)
    get(laptops[1], FolderPlace(laptops[0].store.folder))

    get(laptops[2], FolderPlace(laptops[1].store.folder))

    assert laptops[2].library.verify(pack_id(school)) == ()


def test_what_was_withdrawn_goes_from_every_laptop_and_from_the_region(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path, region: EmbeddedRegion, tmp_path: Path
) -> None:
    url = region.start()
    teacher = laptops[0].teacher
    laptops[0].offering.offer(folder, teacher)
    sync(laptops[0], url)
    laptops[0].entrust(url)
    give_facts(school)
    get(laptops[1], FolderPlace(laptops[0].store.folder))

    laptops[0].offering.withdraw("orto", teacher)
    laptops[0].keeper().care()
    laptops[0].entrust(url)
    give_facts(school)
    assert laptops[1].keeper().care().went == (pack_id(school),)

    with pytest.raises(UnknownLessonError):
        laptops[1].library.head(ref(school))
    assert not [file for file in (tmp_path / "depositi").rglob("*") if file.is_file()]
    assert laptops[0].store.names() == set()


def test_lessons_sealed_with_an_older_key_are_read_on(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path
) -> None:
    laptops[0].offering.offer(folder, laptops[0].teacher)
    before = school.first.school_keys[0]
    school.founder().change_keys(without=())
    give_facts(school)
    assert school.laptops[1].school_keys[0] != before

    get(laptops[1], FolderPlace(laptops[0].store.folder))
    write_lessons(folder, {"semi": "Il seme si è svegliato."})
    laptops[0].offering.offer(folder, laptops[0].teacher)
    give_facts(school)
    get(laptops[1], FolderPlace(laptops[0].store.folder))

    assert laptops[1].library.pack(pack_id(school)).head.edition == 2


def test_a_line_that_falls_pays_nothing_twice(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path
) -> None:
    laptops[0].offering.offer(folder, laptops[0].teacher)
    give_facts(school)
    place = BadPlace(laptops[0].store.folder, cut_every=200_000)
    for _ in range(10):
        if not laptops[1].keeper(place).care().troubles:
            break

    assert laptops[1].library.verify(pack_id(school)) == ()
    assert place.total < len(SOUND) * 1.02 + 20_000


def test_large_lessons_wait_until_somebody_asks(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path
) -> None:
    sound = b"RIFF\0\0\0\0WAVE" + random.Random(4).randbytes(5_100_000)
    (folder / "media/pioggia.wav").write_bytes(sound)
    laptops[0].offering.offer(folder, laptops[0].teacher)
    give_facts(school)
    keeper = laptops[1].keeper(FolderPlace(laptops[0].store.folder))

    assert keeper.care().came == ()
    assert keeper.difference(pack_id(school)).new == ("Semi",)
    assert keeper.get(pack_id(school)).lessons == 1


# Nobody puts other lessons in their place


def test_nothing_else_bears_the_name_of_the_school_s_packs(
    school: TestSchool, laptops: list[LessonLaptop], tmp_path: Path
) -> None:
    forged = make_pack(tmp_path, pack_id=pack_id(school))
    region = RegionShelf(tmp_path / "regione")

    with pytest.raises(SchoolNameError):
        laptops[1].library.install(forged.folder)
    with pytest.raises(SchoolNameError):
        laptops[1].library.install(forged.folder, as_school=school_publisher("0" * 32))
    with pytest.raises(SchoolNameError):
        region.shelf.publish(forged.folder, region.keys())


def offer_by_hand(laptop: LessonLaptop, **changes: object) -> None:
    """Offers again what is offered, with other words."""
    [pack] = laptop.school.packs()
    assert pack.offer is not None
    offer: PackOffer = msgspec.structs.replace(pack.offer, **changes)
    laptop.school._clock.pass_ms(1000)  # type: ignore[attr-defined]
    laptop.school.record([PackOffered(pack_key=pack.key, offer=offer.to_text())], author=laptop.teacher)


@pytest.mark.parametrize("changes", [{"manifest": "0" * 64}, {"name": "frutteto"}, {"edition": 5}])
def test_an_offer_that_is_not_what_its_pieces_say_is_refused(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path, changes: dict[str, object]
) -> None:
    laptops[0].offering.offer(folder, laptops[0].teacher)
    offer_by_hand(laptops[0], **changes)
    give_facts(school)

    [trouble] = laptops[1].keeper(FolderPlace(laptops[0].store.folder)).care().troubles

    assert isinstance(trouble, SchoolPackBrokenError)
    assert laptops[1].library.packs() == ()


def test_another_school_s_pieces_are_not_opened(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path
) -> None:
    laptops[0].offering.offer(folder, laptops[0].teacher)
    [pack] = laptops[0].school.packs()
    assert pack.offer is not None
    sealed = laptops[0].store.read(pack.offer.index)
    assert sealed is not None

    with pytest.raises(SchoolKeyMissingError):
        open_index(sealed, pack.offer, pack_id(school), [b"k" * 32])
    with pytest.raises(SchoolPackBrokenError):
        open_index(sealed, pack.offer, "scuola-altra/orto", school.first.school_keys)


def test_swapped_changed_and_cut_pieces_are_refused_and_the_whole_ones_still_come(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path
) -> None:
    laptops[0].offering.offer(folder, laptops[0].teacher)
    give_facts(school)
    here = laptops[0].store.folder
    names = sorted(laptops[0].store.names())
    files = {blob_path(Path(), name).as_posix(): blob_path(here, name).read_bytes() for name in names}
    other = dict(zip(files, [*list(files.values())[1:], files[next(iter(files))]], strict=True))
    attacks = [
        lambda path, _data: other[path],
        lambda _path, data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda _path, data: data[: len(data) // 2],
        lambda _path, data: data + b"\0",
    ]
    for attack in attacks:
        cared = laptops[1].keeper(BadPlace(here, change=attack)).care()
        assert cared.came == ()
        assert cared.troubles
        assert laptops[1].library.packs() == ()

    get(laptops[1], BadPlace(here, change=attacks[1]), FolderPlace(here))

    assert laptops[1].library.verify(pack_id(school)) == ()


def test_a_piece_spoiled_on_this_disk_is_fetched_again(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path
) -> None:
    laptops[0].offering.offer(folder, laptops[0].teacher)
    give_facts(school)
    place = FolderPlace(laptops[0].store.folder)
    get(laptops[1], place)
    laptops[1].library.remove(pack_id(school))
    largest = max(
        laptops[1].store.names(), key=lambda name: blob_path(laptops[1].store.folder, name).stat().st_size
    )
    blob_path(laptops[1].store.folder, largest).write_bytes(b"x" * 100)

    assert laptops[1].keeper(place).care().troubles
    get(laptops[1], place)

    assert laptops[1].library.verify(pack_id(school)) == ()


def test_what_nobody_has_yet_is_waited_for(
    school: TestSchool, laptops: list[LessonLaptop], folder: Path
) -> None:
    laptops[0].offering.offer(folder, laptops[0].teacher)
    give_facts(school)

    [trouble] = laptops[1].keeper(FolderPlace(folder)).care().troubles

    assert isinstance(trouble, NotHereError)
