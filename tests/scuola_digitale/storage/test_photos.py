"""A pupil's photo: sealed as a name is, on every laptop of the site, and gone without a trace when it is taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from format_samples import answered
from photo_traces import hits, photo_bytes, pieces_of, sealed_photos
from school_samples import PASSWORD, TestSchool, pass_on

from scuola_digitale.domain.facts import PersonId, PhotosErased, PhotoSet, SchoolFieldSet
from scuola_digitale.domain.photos import LONGEST_PHOTO_BYTES
from scuola_digitale.format.kinds import KINDS
from scuola_digitale.storage.copies import copies
from scuola_digitale.storage.errors import TooLongError
from scuola_digitale.storage.photos import set_photo, take_photos_away, want_photos
from scuola_digitale.storage.restoring import restore
from scuola_digitale.storage.school_store import School

DAY_MS = 86_400_000
FIRST, SECOND = photo_bytes(1), photo_bytes(2)


class Photographed:
    """Two laptops of a school that wants photos; Lucia has one, Tobia keeps the animal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.school = TestSchool(folder, laptops=2)
        self.lucia = self.school.pupil("Lucia")
        self.tobia = self.school.pupil("Tobia")
        self.here, self.there = self.school.laptops
        want_photos(self.here, self.school.technician, wanted=True)
        set_photo(self.here, self.school.teacher, self.lucia, FIRST)
        self.meet()

    def meet(self) -> None:
        self.school.clock.pass_ms(60_000)
        pass_on(self.here.replica, self.there.replica)
        pass_on(self.there.replica, self.here.replica)

    def shown(self, laptop: School) -> dict[str, bytes]:
        return {pupil.name: pupil.photo for pupil in laptop.pupils()}

    def take_away(self, *persons: PersonId) -> None:
        take_photos_away(self.here, self.school.teacher, frozenset(persons))

    def hits(self, *wanted: bytes) -> list[str]:
        return hits(self.folder.glob("portatile-*/**/*"), wanted)

    def sealed(self) -> list[bytes]:
        return sealed_photos(self.here.folder / "scuola.db", self.lucia)


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Photographed]:
    photographed = Photographed(tmp_path)
    yield photographed
    photographed.school.close()


def test_a_photo_reaches_every_laptop_and_the_others_keep_their_animal(school: Photographed) -> None:
    for laptop in (school.here, school.there):
        assert school.shown(laptop) == {"Lucia": FIRST, "Tobia": b""}


def test_nobody_has_a_photo_where_the_school_did_not_ask_for_them(tmp_path: Path) -> None:
    school = TestSchool(tmp_path)
    person = school.pupil("Lucia")
    set_photo(school.first, school.teacher, person, FIRST)

    assert not school.first.shows_photos()
    assert [pupil.photo for pupil in school.first.pupils()] == [b""]
    school.close()


def test_turned_off_the_animals_are_back_at_once_and_turned_on_the_photos(school: Photographed) -> None:
    want_photos(school.here, school.school.technician, wanted=False)
    assert school.shown(school.here) == {"Lucia": b"", "Tobia": b""}
    school.meet()
    assert school.shown(school.there) == {"Lucia": b"", "Tobia": b""}

    want_photos(school.here, school.school.technician, wanted=True)
    assert school.shown(school.here)["Lucia"] == FIRST


def test_a_teacher_cannot_turn_photos_on_for_the_school(school: Photographed) -> None:
    want_photos(school.here, school.school.teacher, wanted=False)

    assert school.here.shows_photos()
    assert school.here.quarantine() == (("author-not-entitled", 1),)


def test_no_byte_of_a_photo_stands_in_clear(school: Photographed) -> None:
    school.here.copy_daily()

    assert school.hits(FIRST) == []
    assert school.hits(*school.sealed())


def test_a_photo_taken_away_leaves_no_byte_not_even_sealed_nor_in_copies(school: Photographed) -> None:
    sealed = school.sealed()
    for laptop in (school.here, school.there):
        laptop.copy_daily()
    assert len(school.hits(*sealed)) >= 4

    school.take_away(school.lucia)
    school.meet()

    assert school.hits(*sealed) == []
    for laptop in (school.here, school.there):
        assert school.shown(laptop) == {"Lucia": b"", "Tobia": b""}
        assert laptop.damage() == ""
        assert laptop.photographed() == {}
    assert school.here.replica.states(("scuola",)) == school.there.replica.states(("scuola",))


def test_what_the_pupil_did_stays_when_the_photo_goes(school: Photographed) -> None:
    school.here.record([answered(person=school.lucia)])

    school.take_away(school.lucia)
    school.here.rebuild()

    assert school.here.progress(school.lucia).exercises
    assert {pupil.name for pupil in school.here.pupils()} == {"Lucia", "Tobia"}


def test_a_new_photo_leaves_no_byte_of_the_one_before(school: Photographed) -> None:
    before = school.sealed()
    school.here.copy_daily()

    set_photo(school.here, school.school.teacher, school.lucia, SECOND)
    school.meet()

    assert school.hits(*before) == []
    assert school.shown(school.there)["Lucia"] == SECOND


def test_a_photo_that_arrives_late_after_it_was_taken_away_is_only_its_hash(school: Photographed) -> None:
    late = photo_bytes(3)
    set_photo(school.there, school.there.unlock(school.school.teacher_id, PASSWORD), school.lucia, late)
    sealed = sealed_photos(school.there.folder / "scuola.db", school.lucia)
    school.school.clock.pass_ms(60_000)

    school.take_away(school.lucia)
    school.meet()
    school.meet()

    assert school.hits(*sealed) == []
    assert school.shown(school.here) == school.shown(school.there) == {"Lucia": b"", "Tobia": b""}


def test_of_two_photos_set_apart_the_later_one_is_shown_everywhere(school: Photographed) -> None:
    school.school.clock.pass_ms(5_000)
    set_photo(school.here, school.school.teacher, school.tobia, photo_bytes(4))
    school.school.clock.pass_ms(5_000)
    set_photo(
        school.there, school.there.unlock(school.school.teacher_id, PASSWORD), school.tobia, photo_bytes(5)
    )

    school.meet()

    assert school.shown(school.here)["Tobia"] == school.shown(school.there)["Tobia"] == photo_bytes(5)


def test_a_photo_can_be_set_again_after_it_was_taken_away(school: Photographed) -> None:
    school.take_away(school.lucia)
    set_photo(school.here, school.school.teacher, school.lucia, SECOND)
    school.meet()

    assert school.shown(school.there)["Lucia"] == SECOND


def test_who_is_erased_leaves_no_byte_of_the_photo(school: Photographed) -> None:
    sealed = school.sealed()
    school.here.copy_daily()

    school.school.founder().erase(school.lucia)
    school.meet()

    assert school.hits(*sealed) == []
    assert school.shown(school.there) == {"Tobia": b""}


def test_a_closed_year_keeps_the_photo_and_gives_it_up(school: Photographed) -> None:
    school.here.record([answered(person=school.tobia, attempt=number) for number in range(1, 400)])
    school.school.clock.pass_ms(200 * DAY_MS)
    sealed = school.sealed()

    assert school.here.close_year(school.school.clock.now_ms() - DAY_MS).facts > 300
    assert sealed_photos(school.here.folder / "scuola.db", school.lucia) == []  # packed: no row any more
    assert school.shown(school.here)["Lucia"] == FIRST
    school.here.rebuild()
    assert school.shown(school.here)["Lucia"] == FIRST
    school.take_away(school.lucia)

    assert hits(school.here.folder.glob("**/*"), sealed) == []
    assert school.here.damage() == ""
    school.meet()
    assert school.hits(*sealed) == []


def test_a_photo_outlives_new_keys_a_restart_and_a_rebuild(school: Photographed) -> None:
    school.school.founder().change_keys(without=())
    school.meet()
    again = school.school.reopen(0)
    again.rebuild()

    assert school.shown(again)["Lucia"] == FIRST


def test_an_erased_photo_stays_erased_when_everything_is_folded_again(school: Photographed) -> None:
    school.take_away(school.lucia)

    again = school.school.reopen(0)
    again.rebuild()

    assert school.shown(again)["Lucia"] == b""
    assert again.gone().photos.keys() == {school.lucia}


def test_a_copy_that_holds_no_photo_is_not_written_again(school: Photographed) -> None:
    school.take_away(school.lucia)
    school.here.copy_daily()
    [(_, copy)] = copies(school.here.folder)
    before = copy.stat().st_ino

    set_photo(school.here, school.school.teacher, school.tobia, FIRST)
    school.take_away(school.tobia)

    assert copy.stat().st_ino == before


@pytest.mark.parametrize("taken", [False, True])
def test_a_copy_put_back_brings_the_photo_and_never_one_that_was_taken_away(
    school: Photographed, *, taken: bool
) -> None:
    sealed = school.sealed()
    school.here.copy_daily()
    if taken:
        school.take_away(school.lucia)
    folder = school.here.folder
    school.here.close()

    restore(folder, clock=school.school.clock)

    again = School.open(folder, clock=school.school.clock, random=school.school.random)
    school.school.laptops[0] = again
    assert school.shown(again)["Lucia"] == (b"" if taken else FIRST)
    assert (hits(folder.glob("**/*"), sealed) == []) == taken


def test_an_older_program_keeps_what_it_does_not_know_and_forgets_after_its_update(
    school: Photographed,
) -> None:
    folder = school.there.folder
    school.there.close()
    older = School.open(
        folder, clock=school.school.clock, random=school.school.random, kinds=KINDS.without(18, 28, 29, 32)
    )
    school.school.laptops[1] = older
    set_photo(school.here, school.school.teacher, school.tobia, SECOND)
    sealed = sealed_photos(school.here.folder / "scuola.db", school.tobia)
    pass_on(school.here.replica, older.replica)
    assert {name for name, _ in older.quarantine()} == {"unknown-kind"}
    assert [pupil.name for pupil in older.pupils()] == ["Lucia", "Tobia"]
    school.take_away(school.tobia)
    pass_on(school.here.replica, older.replica)

    newer = school.school.reopen(1)

    assert newer.quarantine() == ()
    assert school.shown(newer) == {"Lucia": FIRST, "Tobia": b""}
    assert hits(folder.glob("**/*"), sealed) == []


def test_a_photo_may_not_be_longer_than_it_is_allowed_to(school: Photographed) -> None:
    for photo in (b"", bytes(LONGEST_PHOTO_BYTES + 1)):
        with pytest.raises(TooLongError):
            set_photo(school.here, school.school.teacher, school.lucia, photo)

    assert school.shown(school.here)["Lucia"] == FIRST


def test_nobody_but_staff_sets_or_takes_a_photo(school: Photographed) -> None:
    with pytest.raises(ValueError, match="author"):
        school.here.record([PhotoSet(person=school.lucia, photo=SECOND)])
    with pytest.raises(ValueError, match="author"):
        school.here.record([PhotosErased(erased=school.lucia, until_ms=1)])
    with pytest.raises(ValueError, match="author"):
        school.here.record([SchoolFieldSet(field="photos", value="")])

    assert school.shown(school.here)["Lucia"] == FIRST


def test_a_stolen_key_taken_back_does_not_bring_back_a_photo_that_is_gone(school: Photographed) -> None:
    sealed = school.sealed()
    school.take_away(school.lucia)

    school.school.founder().revoke(school.school.teacher_id)
    school.meet()

    assert school.hits(*sealed) == []
    assert school.lucia in school.there.gone().photos


def test_the_dossier_holds_the_photo_also_while_it_is_not_shown(school: Photographed) -> None:
    want_photos(school.here, school.school.technician, wanted=False)

    dossier = school.here.opened_by(school.school.teacher).dossier(school.lucia)

    assert dossier.photo == FIRST
    [told] = [one for one in dossier.facts if one.kind == "PhotoSet"]
    assert told.fields == {"photo": "5000 byte"}


def test_a_photos_pieces_cover_it_so_that_a_search_can_fail() -> None:
    assert len(pieces_of(FIRST)) > 10
    assert all(piece in FIRST for piece in pieces_of(FIRST))
