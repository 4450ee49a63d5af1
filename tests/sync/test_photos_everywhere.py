"""A photo goes wherever names go, over the region and by stick, and is forgotten wherever it went."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from photo_traces import hits, photo_bytes, sealed_photos
from region_in_process import RegionInProcess
from school_samples import PASSWORD, TestSchool

from scuola_digitale.storage.joining import admit, ask_to_join, join, open_answer, read_request
from scuola_digitale.storage.photos import set_photo, take_photos_away, want_photos
from scuola_digitale.storage.school_store import School
from sync.line import Line
from sync.stick import visit
from sync.syncer import Syncer

PHOTO = photo_bytes(11)


class Carried:
    """Two laptops of a site and one of another, a region, a stick, and Lucia's photo on the first laptop."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.school = TestSchool(folder, laptops=2)
        self.near, self.beside = self.school.laptops
        self.lucia = self.school.pupil("Lucia")
        self.region = RegionInProcess(folder, self.school.clock)
        self.region.register(self.school.founding.school_id.hex(), self.school.founding.root_key)
        self.pocket = folder / "chiavetta"
        self.pocket.mkdir()
        request = read_request(ask_to_join(folder / "montelago", self.school.random))
        answer = admit(self.near, self.school.founder(), request, "Montelago 1", site="montelago")
        found = open_answer(folder / "montelago", answer)
        self.far = join(folder / "montelago", found, clock=self.school.clock, random=self.school.random)
        want_photos(self.near, self.school.technician, wanted=True)
        set_photo(self.near, self.school.teacher, self.lucia, PHOTO)
        self.sealed = sealed_photos(self.near.folder / "scuola.db", self.lucia)

    def sync(self, *laptops: School) -> None:
        """Laptops meet the region one after the other, a minute apart."""
        for laptop in laptops:
            self.school.clock.pass_ms(60_000)
            line = self.region.line()
            syncer = Syncer(
                laptop, "http://regione.example", self.school.clock, open_line=partial(_same, line)
            )
            assert syncer.sync_once().good

    def carry(self, *laptops: School) -> None:
        """The stick visits laptops one after the other."""
        for laptop in laptops:
            replica = laptop.replica
            visit(
                self.pocket,
                self.school.founding.school_id.hex(),
                replica,
                device_key=replica.device_key,
                gone=laptop.gone,
            )

    def take_away(self) -> None:
        """The teacher takes the photo away, a minute later."""
        self.school.clock.pass_ms(60_000)
        take_photos_away(self.near, self.school.teacher, frozenset({self.lucia}))

    def at_region(self, *wanted: bytes) -> list[str]:
        """Which of some bytes lie in the region's database."""
        return hits(self.folder.glob("region.db*"), wanted)

    def on_stick(self, *wanted: bytes) -> list[str]:
        """Which of some bytes lie on the stick."""
        return hits(self.pocket.rglob("*"), wanted)

    def on_laptops(self, *wanted: bytes) -> list[str]:
        """Which of some bytes lie on any laptop."""
        return hits([*self.folder.glob("portatile-*/**/*"), *self.folder.glob("montelago/**/*")], wanted)

    def close(self) -> None:
        self.far.close()
        self.school.close()
        self.region.close()


def _same(line: Line, _address: str) -> Line:
    return line


@pytest.fixture
def carried(tmp_path: Path) -> Iterator[Carried]:
    carried = Carried(tmp_path)
    yield carried
    carried.close()


def test_the_region_carries_a_photo_and_can_show_it_to_nobody(carried: Carried) -> None:
    carried.sync(carried.near, carried.beside)

    assert [pupil.photo for pupil in carried.beside.pupils()] == [PHOTO]
    assert carried.at_region(*carried.sealed)
    assert carried.at_region(PHOTO) == carried.on_laptops(PHOTO) == []


def test_the_region_forgets_a_photo_that_was_taken_away(carried: Carried) -> None:
    carried.sync(carried.near, carried.beside)

    carried.take_away()
    carried.sync(carried.near)
    assert carried.at_region(*carried.sealed) == []

    carried.sync(carried.beside)
    assert carried.on_laptops(*carried.sealed) == []
    assert [pupil.photo for pupil in carried.beside.pupils()] == [b""]
    assert carried.near.exchange_state().waiting == carried.beside.exchange_state().waiting == 0


def test_a_photo_that_reaches_the_region_after_it_was_taken_away_is_only_its_hash(carried: Carried) -> None:
    late = photo_bytes(12)
    carried.sync(carried.near, carried.beside)
    set_photo(carried.beside, carried.beside.unlock(carried.school.teacher_id, PASSWORD), carried.lucia, late)
    sealed = sealed_photos(carried.beside.folder / "scuola.db", carried.lucia)
    carried.take_away()
    carried.sync(carried.near)

    carried.sync(carried.beside, carried.near)

    assert carried.at_region(*sealed) == carried.on_laptops(*sealed) == []


def test_a_new_photo_of_the_same_pupil_comes_through_after_one_was_taken_away(carried: Carried) -> None:
    carried.sync(carried.near, carried.beside)
    carried.take_away()
    set_photo(carried.near, carried.school.teacher, carried.lucia, photo_bytes(13))

    carried.sync(carried.near, carried.beside)

    assert [pupil.photo for pupil in carried.beside.pupils()] == [photo_bytes(13)]


def test_a_stick_carries_a_photo_and_forgets_it_at_its_next_visit(carried: Carried) -> None:
    carried.carry(carried.near, carried.beside)
    assert [pupil.photo for pupil in carried.beside.pupils()] == [PHOTO]
    assert carried.on_stick(*carried.sealed)
    assert carried.on_stick(PHOTO) == []

    carried.take_away()
    carried.carry(carried.near)
    assert carried.on_stick(*carried.sealed) == []

    carried.carry(carried.beside)
    assert carried.on_laptops(*carried.sealed) == []


def test_a_laptop_of_another_site_that_heard_of_it_cuts_the_photo_out_of_what_it_carries_on(
    carried: Carried,
) -> None:
    carried.carry(carried.near)
    carried.take_away()
    carried.sync(carried.near, carried.far)

    carried.carry(carried.far)

    assert carried.on_stick(*carried.sealed) == []
    carried.carry(carried.beside)
    assert carried.beside.quarantine() == ()
    assert [(pupil.name, pupil.photo) for pupil in carried.beside.pupils()] == [("Lucia", b"")]
