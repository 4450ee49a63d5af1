"""The end of a certificate stops exchanges and sign-ins, never what was done; renewing mends it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from format_samples import answered
from region_in_process import RegionInProcess
from school_samples import QUICK, TestSchool, pass_on

from scuola_digitale.storage.root import DAY_MS, YEARS_MS
from scuola_digitale.storage.school_store import School
from sync.errors import DeviceRefusedError
from sync.syncer import Syncer, SyncReport


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path / "scuola", laptops=2)
    yield school
    school.close()


@pytest.fixture
def region(tmp_path: Path, school: TestSchool) -> Iterator[RegionInProcess]:
    (tmp_path / "regione").mkdir()
    region = RegionInProcess(tmp_path / "regione", school.clock)
    region.register(school.founding.school_id.hex(), school.founding.root_key)
    yield region
    region.close()


def _sync(school: TestSchool, laptop: School, region: RegionInProcess) -> SyncReport:
    syncer = Syncer(laptop, "https://region.example", school.clock, open_line=lambda _: region.line())
    try:
        return syncer.sync_once()
    finally:
        syncer.close()


def test_an_expired_laptop_may_not_exchange_but_what_it_wrote_counts_everywhere(
    school: TestSchool, region: RegionInProcess
) -> None:
    first, second = school.laptops
    person = school.pupil("Ortensia")
    second.record([answered(person=person)])
    assert _sync(school, second, region).good

    school.clock.pass_ms(YEARS_MS + DAY_MS)
    second.record([answered(person=person, exercise_ref="marche/frazioni/terzi")])

    assert isinstance(_sync(school, second, region).problem, DeviceRefusedError)
    # A laptop next to it takes it all in: the fold knows no dates.
    pass_on(second.replica, first.replica)
    first.rebuild()
    assert first.progress(person).stones() == 2
    assert first.quarantine() == ()


def test_a_renewed_laptop_exchanges_again_once_the_region_has_heard(
    school: TestSchool, region: RegionInProcess
) -> None:
    first, second = school.laptops
    for laptop in school.laptops:
        assert _sync(school, laptop, region).good
    school.clock.pass_ms(YEARS_MS - DAY_MS)
    office = first.office(school.technician, effort=QUICK)
    for laptop in school.laptops:
        office.renew(laptop.identity.device)
    assert _sync(school, first, region).good
    school.clock.pass_ms(2 * DAY_MS)

    second.record([answered()])
    report = _sync(school, second, region)

    assert report.problem is None
    assert report.sent > 0


def test_the_technicians_own_expired_laptop_is_renewed_by_itself(
    school: TestSchool, region: RegionInProcess
) -> None:
    """Nobody else could do it: its newer certificate stands in its own stream and introduces it."""
    first = school.first
    assert _sync(school, first, region).good
    school.clock.pass_ms(YEARS_MS + DAY_MS)
    assert not _sync(school, first, region).good

    first.office(school.technician, effort=QUICK).renew(first.identity.device)

    assert _sync(school, first, region).good
