"""One laptop and its region, over a real socket: facts arrive, and the report says what happened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from school_samples import TestSchool

from scuola_digitale.storage.errors import MemoryUnwritableError
from sync.errors import LineDownError
from sync.memory import MemoryFile
from sync.region.serving import EmbeddedRegion
from sync.syncer import MEMORY_NAME, Syncer


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=2)
    yield school
    school.close()


@pytest.fixture
def region(tmp_path: Path, school: TestSchool) -> Iterator[EmbeddedRegion]:
    region = EmbeddedRegion(tmp_path / "region", clock=school.clock)
    region.register(school.founding.school_id.hex(), school.founding.root_key)
    yield region
    region.stop()


def test_what_a_pupil_does_reaches_the_other_laptop(school: TestSchool, region: EmbeddedRegion) -> None:
    url = region.start()
    here, there = (Syncer(laptop, url, school.clock) for laptop in school.laptops)
    pupil = school.pupil("Tobia")
    assert school.first.exchange_state().waiting > 0

    sent, received = here.sync_once(), there.sync_once()
    here.close()
    there.close()

    assert (sent.problem, received.problem) == (None, None)
    assert received.received > 0
    assert [one.person for one in school.laptops[1].pupils()] == [pupil]
    state = school.first.exchange_state()
    assert (state.waiting, state.last_ms, state.problem) == (0, school.clock.ms, "")


def test_the_region_is_remembered_when_the_program_starts_again(
    school: TestSchool, region: EmbeddedRegion
) -> None:
    url = region.start()
    for _ in range(2):
        syncer = Syncer(school.first, url, school.clock)
        report = syncer.sync_once()
        syncer.close()

    assert (report.requests, report.bytes_down) == (1, 0)


def test_a_region_that_restarts_on_its_port_is_found_again(
    school: TestSchool, region: EmbeddedRegion
) -> None:
    url = region.start()
    syncer = Syncer(school.first, url, school.clock)
    syncer.sync_once()
    region.stop()
    down = syncer.sync_once()

    region.start(port=int(url.rsplit(":", 1)[1]))
    up = syncer.sync_once()
    syncer.close()

    assert down.problem is not None
    assert up.good


def test_an_interrupted_syncer_begins_nothing_more(school: TestSchool, region: EmbeddedRegion) -> None:
    syncer = Syncer(school.first, region.start(), school.clock)
    syncer.interrupt()

    report = syncer.sync_once()

    assert (report.requests, type(report.problem)) == (0, LineDownError)
    assert school.first.exchange_state().problem == ""


@pytest.mark.parametrize("damage", [b"", b"\x81", b"\xff" * 40, b"\x80"])
def test_a_damaged_memory_of_the_region_costs_a_request_and_nothing_else(
    damage: bytes, school: TestSchool, region: EmbeddedRegion
) -> None:
    url = region.start()
    for _ in range(2):
        syncer = Syncer(school.first, url, school.clock)
        report = syncer.sync_once()
        syncer.close()
        (school.first.folder / MEMORY_NAME).write_bytes(damage)

    assert report.good
    assert report.requests <= 3


def test_a_memory_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    memory = MemoryFile(tmp_path / "missing" / "folder")

    memory.save("http://x", memory.load("http://x"))

    assert memory.load("http://x").nonce is None


def test_a_disk_where_not_even_the_outcome_can_be_noted_is_told(
    school: TestSchool, region: EmbeddedRegion
) -> None:
    school.pupil("Tobia")
    school.first._connection.execute("PRAGMA query_only=ON")
    syncer = Syncer(school.first, region.start(), school.clock)

    refused = syncer.sync_once()
    school.first._connection.execute("PRAGMA query_only=OFF")
    again = syncer.sync_once()
    syncer.close()

    assert isinstance(refused.problem, MemoryUnwritableError)
    assert again.good
    assert school.first.exchange_state().waiting == 0
