"""The photo of a pupil who changes site or school goes along, and what carried it keeps nothing of it."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from photo_traces import hits, photo_bytes, sealed_photos
from school_samples import PASSWORD, TestSchool

from scuola_digitale.format.compression import decompress
from scuola_digitale.format.passage import Passage, open_file, pack, seal_file, unpack
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.joining import admit, ask_to_join, join, open_answer, read_request
from scuola_digitale.storage.opened import OpenedMemory
from scuola_digitale.storage.photos import set_photo, take_photos_away, want_photos
from scuola_digitale.storage.school_store import School

PHOTO = photo_bytes(7)


class Sites:
    """One school with two sites: Pian di Sasso, where Ortensia has a photo, and Montelago."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.school = TestSchool(folder / "pian")
        self.near = self.school.first
        self.person = self.school.pupil("Ortensia")
        want_photos(self.near, self.school.technician, wanted=True)
        set_photo(self.near, self.school.teacher, self.person, PHOTO)
        request = read_request(ask_to_join(folder / "montelago", self.school.random))
        answer = admit(self.near, self.school.founder(), request, "Montelago 1", site="montelago")
        admission = open_answer(folder / "montelago", answer)
        self.far = join(folder / "montelago", admission, clock=self.school.clock, random=self.school.random)
        self.meet()

    def at(self, laptop: School) -> OpenedMemory:
        return laptop.opened_by(laptop.unlock(self.school.teacher_id, PASSWORD))

    def meet(self) -> None:
        self.school.clock.pass_ms(60_000)
        for giver, taker in ((self.near, self.far), (self.far, self.near), (self.near, self.far)):
            scopes = [scope for scope in giver.replica.scopes() if scope in taker.replica.scopes()]
            giver.replica.sign_heads()
            held = PeerVector.of(taker.replica.states(scopes))
            taker.replica.take(giver.replica.segments_after(held, scopes, 1 << 30), scopes)

    def sealed(self, laptop: School) -> list[bytes]:
        return sealed_photos(laptop.folder / "scuola.db", self.person)

    def close(self) -> None:
        self.far.close()
        self.school.close()


@pytest.fixture
def sites(tmp_path: Path) -> Iterator[Sites]:
    sites = Sites(tmp_path)
    yield sites
    sites.close()


def test_another_site_holds_no_photo_of_a_pupil_who_stays(sites: Sites) -> None:
    assert sites.far.shows_photos()
    assert sites.sealed(sites.far) == []


def test_the_photo_goes_along_to_another_site_and_stands_in_one_place_then(sites: Sites) -> None:
    sites.at(sites.near).send(sites.person)
    sites.meet()
    on_the_way = [*sites.sealed(sites.near), *sites.sealed(sites.far)]
    assert len(on_the_way) == 3
    [arrival] = sites.at(sites.far).arrivals()
    assert arrival.passage.photo == PHOTO

    sites.at(sites.far).welcome(arrival.passage)
    sites.meet()

    assert [(pupil.name, pupil.photo) for pupil in sites.far.pupils()] == [("Ortensia", PHOTO)]
    assert hits(sites.folder.glob("**/*"), on_the_way) == []
    assert len(sites.sealed(sites.far)) == 1
    assert sites.sealed(sites.near) == []


def test_a_photo_taken_away_on_the_way_does_not_arrive(sites: Sites) -> None:
    sites.at(sites.near).send(sites.person)
    sites.meet()
    on_the_way = [*sites.sealed(sites.near), *sites.sealed(sites.far)]

    take_photos_away(sites.near, sites.school.teacher, frozenset({sites.person}))
    sites.meet()
    [arrival] = sites.at(sites.far).arrivals()
    sites.at(sites.far).welcome(arrival.passage)

    assert [(pupil.name, pupil.photo) for pupil in sites.far.pupils()] == [("Ortensia", b"")]
    assert hits(sites.folder.glob("**/*"), on_the_way) == []


def test_a_photo_taken_away_where_the_pupil_is_now_is_gone_at_the_old_site_too(sites: Sites) -> None:
    sites.at(sites.near).send(sites.person)
    sites.meet()
    sites.at(sites.far).welcome(sites.at(sites.far).arrivals()[0].passage)
    here = sites.sealed(sites.far)

    take_photos_away(
        sites.far, sites.far.unlock(sites.school.teacher_id, PASSWORD), frozenset({sites.person})
    )
    sites.meet()

    assert hits(sites.folder.glob("**/*"), here) == []
    assert [pupil.photo for pupil in sites.far.pupils()] == [b""]


class Schools:
    """Two schools; Ortensia leaves the one that wants photos for the other."""

    def __init__(self, folder: Path) -> None:
        self.old = TestSchool(folder / "vecchia", random_seed=1)
        self.new = TestSchool(folder / "nuova", random_seed=2)
        self.person = self.old.pupil("Ortensia")
        want_photos(self.old.first, self.old.technician, wanted=True)
        set_photo(self.old.first, self.old.teacher, self.person, PHOTO)

    def arrives(self) -> bytes:
        opened = self.old.first.opened_by(self.old.teacher)
        packed = opened.passage(self.person).passage
        data, code = seal_file(
            packed, certificate=opened.certificate(), seed=self.old.teacher.seed, random=os.urandom
        )
        assert PHOTO[:40] not in data
        passage, _ = open_file(data, code)
        person = self.new.first.opened_by(self.new.teacher).welcome(passage)
        return self.new.first.photo(person)

    def close(self) -> None:
        self.old.close()
        self.new.close()


@pytest.fixture
def schools(tmp_path: Path) -> Iterator[Schools]:
    schools = Schools(tmp_path)
    yield schools
    schools.close()


def test_the_photo_goes_along_to_a_school_that_wants_photos(schools: Schools) -> None:
    want_photos(schools.new.first, schools.new.technician, wanted=True)

    assert schools.arrives() == PHOTO
    assert [pupil.photo for pupil in schools.new.first.pupils()] == [PHOTO]


def test_a_school_that_wants_no_photos_takes_none_in(schools: Schools) -> None:
    assert schools.arrives() == b""


def test_a_school_that_shows_no_photos_any_more_sends_none_along(schools: Schools) -> None:
    want_photos(schools.old.first, schools.old.technician, wanted=False)
    want_photos(schools.new.first, schools.new.technician, wanted=True)

    assert schools.arrives() == b""


def test_the_package_of_somebody_without_a_photo_is_as_it_was_before_photos(schools: Schools) -> None:
    with_photo = schools.old.first.opened_by(schools.old.teacher).passage(schools.person).passage
    take_photos_away(schools.old.first, schools.old.teacher, frozenset({schools.person}))
    without = schools.old.first.opened_by(schools.old.teacher).passage(schools.person).passage

    assert unpack(pack(with_photo)) == with_photo
    assert unpack(pack(without)) == without
    assert _places(without) == _places(with_photo) - 1


def _places(passage: Passage) -> int:
    return len(msgspec.msgpack.decode(decompress(pack(passage), 1 << 20)))
