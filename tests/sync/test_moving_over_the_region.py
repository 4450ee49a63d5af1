"""A pupil goes from one site of a school to another over a real region, which never learns a name."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from format_samples import answered
from region_in_process import RegionInProcess
from school_samples import PASSWORD, TestSchool

from scuola_digitale.domain.facts import NotebookSet, PersonId
from scuola_digitale.domain.notebook import Entry, written_entry
from scuola_digitale.storage.joining import admit, ask_to_join, join, open_answer, read_request
from scuola_digitale.storage.opened import OpenedMemory
from scuola_digitale.storage.school_store import School
from sync.line import Line
from sync.syncer import Syncer

WORDS = "Il ponte di Montelago ha tre arcate di pietra rosa"


class Valley:
    """One school with two sites that meet at the region alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.school = TestSchool(folder)
        self.region = RegionInProcess(folder, self.school.clock)
        self.region.register(self.school.founding.school_id.hex(), self.school.founding.root_key)
        self.near = self.school.first
        self.person: PersonId = self.school.pupil("Ortensia")
        self.school.pupil("Tobia")
        page = Entry(kind="appunto", lesson_ref="marche/ponti", words=WORDS)
        self.near.record(
            [
                answered(person=self.person),
                answered(person=self.person, answer=(WORDS,), typed=True, score=None, attempt=2),
                NotebookSet(person=self.person, page_id="p", entry=written_entry(page)),
            ]
        )
        request = read_request(ask_to_join(folder / "montelago", self.school.random))
        answer = admit(self.near, self.school.founder(), request, "Montelago 1", site="montelago")
        found = open_answer(folder / "montelago", answer)
        self.far = join(folder / "montelago", found, clock=self.school.clock, random=self.school.random)

    def sync(self) -> None:
        """Both ask the region, twice."""
        for laptop in (self.near, self.far) * 2:
            self.school.clock.pass_ms(60_000)
            line = self.region.line()
            syncer = Syncer(
                laptop, "http://regione.example", self.school.clock, open_line=partial(_same, line)
            )
            assert syncer.sync_once().good

    def at(self, laptop: School) -> OpenedMemory:
        """The memory of a laptop, opened by the teacher."""
        return laptop.opened_by(laptop.unlock(self.school.teacher_id, PASSWORD))

    def region_bytes(self) -> bytes:
        """All that lies on the disk of the region."""
        return b"".join(path.read_bytes() for path in self.folder.glob("region.db*"))

    def close(self) -> None:
        self.far.close()
        self.school.close()
        self.region.close()


def _same(line: Line, _address: str) -> Line:
    return line


@pytest.fixture
def valley(tmp_path: Path) -> Iterator[Valley]:
    valley = Valley(tmp_path)
    yield valley
    valley.close()


def test_a_pupil_moves_over_the_region_and_keeps_everything(valley: Valley) -> None:
    before = valley.near.progress(valley.person), valley.near.notebook(valley.person)
    valley.sync()
    assert valley.far.progress(valley.person).exercises == {}

    valley.at(valley.near).send(valley.person)
    valley.sync()
    [arrival] = valley.at(valley.far).arrivals()
    valley.at(valley.far).welcome(arrival.passage)
    valley.sync()

    assert (valley.far.progress(valley.person), valley.far.notebook(valley.person)) == before
    assert [one.name for one in valley.far.pupils()] == ["Ortensia"]
    assert [one.name for one in valley.near.pupils()] == ["Tobia"]
    assert valley.far.quarantine() == valley.near.quarantine() == ()
    assert valley.near.exchange_state().waiting == valley.far.exchange_state().waiting == 0
    content = valley.region_bytes()
    for hidden in ("Ortensia", "Tobia", WORDS, "Nives"):
        assert hidden.encode() not in content


def test_an_erasure_at_one_site_reaches_what_the_other_took_in(valley: Valley) -> None:
    valley.at(valley.near).send(valley.person)
    valley.sync()
    valley.at(valley.far).welcome(valley.at(valley.far).arrivals()[0].passage)
    valley.sync()

    valley.school.founder().erase(valley.person)
    valley.sync()

    assert valley.far.pupils() == ()
    assert valley.far.progress(valley.person).exercises == {}
    assert valley.far.erased() == {valley.person}
    assert valley.near.exchange_state().waiting == valley.far.exchange_state().waiting == 0
