"""Every byte of every file that laptops and a region keep, searched for the demo school's names and typed words."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from format_samples import answered
from photo_traces import photo_bytes, pieces_of
from region_in_process import RegionInProcess
from school_samples import TestSchool

from scuola_digitale.domain.facts import PersonId, PreferenceSet, WordSent
from scuola_digitale.format.canonical import decode
from scuola_digitale.storage.photos import set_photo, want_photos
from sync.syncer import Syncer
from ui.demo.valdoro import PUPILS

TYPED = "tre quarti di formaggella"
_IN_ONE_PAGE = 2_000
"""What is longer a database parts over its pages, so runs of it are searched."""

WORD = "Brava Ortica, il tuo mulino gira benissimo"


class Valdoro:
    """The demo school's pupils on three laptops and a region, each with words of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.school = TestSchool(folder, laptops=3)
        self.region = RegionInProcess(folder, self.school.clock)
        self.region.register(self.school.founding.school_id.hex(), self.school.founding.root_key)
        self.people: dict[str, PersonId] = {one.name: self.school.pupil(one.name) for one in PUPILS}
        want_photos(self.school.first, self.school.technician, wanted=True)
        for place, person in enumerate(self.people.values()):
            set_photo(self.school.first, self.school.teacher, person, photo_bytes(place))
        self.share()
        for place, (name, person) in enumerate(self.people.items()):
            laptop = self.school.laptops[place % 3]
            typed = answered(person=person, answer=(typed_by(name),), typed=True, score=None)
            laptop.record([typed, PreferenceSet(person=person, setting=f"motto={typed_by(name)}")])
            word = WordSent(person=person, text=f"{WORD}, {name}")
            self.school.first.record([word], author=self.school.teacher)
        for laptop in self.school.laptops:
            laptop.copy_daily()
        self.share()

    def sync(self, number: int) -> None:
        """One laptop asks the region."""
        laptop, line = self.school.laptops[number], self.region.line()
        syncer = Syncer(laptop, "http://regione.example", self.school.clock, open_line=lambda _: line)
        assert syncer.sync_once().good

    def share(self) -> None:
        """All come to hold the same."""
        for number in (0, 1, 2, 0, 1, 2):
            self.sync(number)

    def traces(self, person: PersonId) -> list[bytes]:
        """The sealed bytes and the salts that stand for somebody on the first laptop."""
        database = sqlite3.connect(self.school.first.folder / "scuola.db")
        number = database.execute("SELECT number FROM name WHERE value = ?", (person,)).fetchone()[0]
        bodies = database.execute("SELECT body FROM fact WHERE person = ?", (number,)).fetchall()
        salts = database.execute("SELECT salt FROM salt WHERE person = ?", (number,)).fetchall()
        database.close()
        sealed = [value for (body,) in bodies for value in decode(body) if isinstance(value, bytes)]
        short = [value for value in sealed if 20 < len(value) <= _IN_ONE_PAGE]
        pieces = [piece for value in sealed if len(value) > _IN_ONE_PAGE for piece in pieces_of(value)]
        assert len(pieces) > 10
        return [*short, *pieces, *(salt for (salt,) in salts)]

    def hits(self, words: Sequence[bytes], *, region: bool) -> list[str]:
        """Where any of some bytes stand, in the files of the region or of the laptops."""
        files = self.folder.glob("region.db*") if region else self.folder.glob("portatile-*/**/*")
        return [
            f"{file.relative_to(self.folder)}: {word!r}"
            for file in files
            if file.is_file()
            for content in [file.read_bytes()]
            for word in words
            if word in content
        ]

    def close(self) -> None:
        self.school.close()
        self.region.close()


def typed_by(name: str) -> str:
    """What somebody wrote in an answer."""
    return f"{TYPED}, firmato {name[::-1]}"


def forms(words: str) -> list[bytes]:
    """A word in every form in which bytes may hold it."""
    return [words.encode(), words.encode("utf-16-le"), words.casefold().encode()]


@pytest.fixture
def valdoro(tmp_path: Path) -> Iterator[Valdoro]:
    valdoro = Valdoro(tmp_path)
    yield valdoro
    valdoro.close()


def test_no_name_and_no_typed_word_stands_in_clear_anywhere(valdoro: Valdoro) -> None:
    names = [
        form for name in valdoro.people for words in (name, typed_by(name), WORD) for form in forms(words)
    ]

    assert valdoro.hits(names, region=True) == []
    assert valdoro.hits(names, region=False) == []


def test_no_byte_of_a_photo_stands_in_clear_anywhere(valdoro: Valdoro) -> None:
    photos = [piece for place in range(len(valdoro.people)) for piece in pieces_of(photo_bytes(place))]

    assert all(pupil.photo for laptop in valdoro.school.laptops for pupil in laptop.pupils())
    assert valdoro.hits(photos, region=True) == []
    assert valdoro.hits(photos, region=False) == []


def test_erasure_leaves_not_even_sealed_bytes_or_salts_late_laptops_and_copies_included(
    valdoro: Valdoro,
) -> None:
    name, person = next(iter(valdoro.people.items()))
    traces = valdoro.traces(person)
    assert len(traces) >= 6
    assert valdoro.hits(traces, region=True)
    copies = [hit for hit in valdoro.hits(traces, region=False) if "copie" in hit]
    assert len({hit.split(":")[0] for hit in copies}) == 3
    late = valdoro.school.laptops[2]
    late.record([answered(person=person, answer=("ancora",), typed=True)])

    valdoro.school.founder().erase(person)
    late.record([answered(person=person, attempt=3)])
    valdoro.share()

    assert valdoro.hits([*traces, *forms(name), *forms(typed_by(name))], region=True) == []
    assert valdoro.hits([*traces, *forms(name), *forms(typed_by(name))], region=False) == []
    for laptop in valdoro.school.laptops:
        assert person not in [one.person for one in laptop.pupils()]
        assert laptop.progress(person).exercises == {}
        assert laptop.words_for(person) == ()
        assert len(laptop.pupils()) == len(PUPILS) - 1
        assert laptop.erased() == {person}
        assert laptop.damage() == ""
    rest = list(valdoro.people.values())[1]
    assert valdoro.school.first.words_for(rest)


def test_an_answer_written_for_somebody_already_erased_is_only_its_hash(valdoro: Valdoro) -> None:
    person = list(valdoro.people.values())[2]
    valdoro.school.founder().erase(person)

    valdoro.school.first.record([answered(person=person, answer=("di nascosto",), typed=True)])

    assert valdoro.school.first.progress(person).exercises == {}
    valdoro.share()
    assert valdoro.school.first.exchange_state().waiting == 0
