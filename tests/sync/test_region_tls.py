"""HTTPS with real certificates: own authorities, dead clocks, and a server that is somebody else."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from format_samples import START_MS, answered
from school_samples import TestSchool
from tls_authority import DAY_MS, ENDS_MS, Authority

from scuola_digitale.clock import SetClock
from sync.errors import AuthorityUnknownError, ClockWrongError, OwnAuthorityError, RegionAnswersRubbishError
from sync.region.app import make_app
from sync.region.serving import listen_on, register_school, server_of
from sync.region_syncer import region_syncer
from sync.syncer import SyncReport
from sync.tls import believing


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    founded = TestSchool(tmp_path / "scuola")
    founded.first.record([answered()])
    yield founded
    founded.close()


@pytest.fixture
def serve(tmp_path: Path, school: TestSchool) -> Iterator[Callable[[Authority], str]]:
    """Serves a region over TLS; gives its address."""
    running = []
    database = f"sqlite:///{tmp_path / 'region.db'}"
    register_school(database, school.founding.school_id.hex(), school.founding.root_key)

    def begin(authority: Authority) -> str:
        listener = listen_on("127.0.0.1", 0)
        server = server_of(make_app(database, clock=school.clock), tls=authority.context())
        thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        running.append((server, thread, listener))
        return f"https://127.0.0.1:{listener.getsockname()[1]}"

    yield begin
    for server, thread, listener in running:
        server.should_exit = True
        thread.join()
        listener.close()


def _sync(school: TestSchool, url: str, authority: Authority | None, clock: SetClock) -> SyncReport:
    file = str(authority.file) if authority else ""
    known = school.first.replica.latest_ms
    syncer = region_syncer(school.first, url, clock, known_ms=known, authority=file)
    report = syncer.sync_once()
    syncer.close()
    return report


def test_a_region_behind_an_authority_of_ones_own_is_believed(
    school: TestSchool, serve: Callable[[Authority], str], tmp_path: Path
) -> None:
    authority = Authority(tmp_path / "ca")
    report = _sync(school, serve(authority), authority, school.clock)
    assert (report.problem, report.sent > 0) == (None, True)


def test_without_that_authority_nothing_is_sent(
    school: TestSchool, serve: Callable[[Authority], str], tmp_path: Path
) -> None:
    authority, other = Authority(tmp_path / "ca"), Authority(tmp_path / "other")
    url = serve(authority)
    unknown = _sync(school, url, None, school.clock)
    assert isinstance(unknown.problem, AuthorityUnknownError)
    assert "--authority" in unknown.problem.remedy
    forged = _sync(school, url, other, school.clock)  # it bears the right one's name
    assert isinstance(forged.problem, RegionAnswersRubbishError)
    assert unknown.bytes_up == forged.bytes_up == 0


def test_a_certificate_for_another_address_is_refused(
    school: TestSchool, serve: Callable[[Authority], str], tmp_path: Path
) -> None:
    authority = Authority(tmp_path / "ca", host="192.0.2.7")
    assert isinstance(
        _sync(school, serve(authority), authority, school.clock).problem, RegionAnswersRubbishError
    )


def test_a_dead_clock_does_not_break_tls(
    school: TestSchool, serve: Callable[[Authority], str], tmp_path: Path
) -> None:
    authority = Authority(tmp_path / "ca")
    assert _sync(school, serve(authority), authority, SetClock(0)).good


def test_what_had_ended_before_the_latest_fact_is_refused_by_any_clock(
    school: TestSchool, serve: Callable[[Authority], str], tmp_path: Path
) -> None:
    authority = Authority(tmp_path / "ca")
    school.clock.pass_ms(ENDS_MS - START_MS + 10 * DAY_MS)
    school.first.record([answered()])
    url = serve(authority)
    for clock in (school.clock, SetClock(0)):
        report = _sync(school, url, authority, clock)
        assert isinstance(report.problem, ClockWrongError)
        assert report.bytes_up == 0


def test_a_clock_far_ahead_is_borne_by_a_region_that_was_met_before(
    school: TestSchool, serve: Callable[[Authority], str], tmp_path: Path
) -> None:
    authority = Authority(tmp_path / "ca")
    url, ahead = serve(authority), SetClock(START_MS + 4_000 * DAY_MS)
    assert isinstance(_sync(school, url, authority, ahead).problem, ClockWrongError)
    assert _sync(school, url, authority, school.clock).good
    assert _sync(school, url, authority, ahead).good


def test_a_file_that_is_no_authority_is_told(tmp_path: Path) -> None:
    wrong = tmp_path / "ca.pem"
    wrong.write_text("ciao")
    for file in (wrong, tmp_path / "niente.pem"):
        with pytest.raises(OwnAuthorityError, match="certificato"):
            believing(str(file))
