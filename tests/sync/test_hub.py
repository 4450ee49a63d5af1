"""The hub: laptops that never see the region come to it through another one, over TLS to that one alone."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from format_samples import PUPIL, answered, seed
from school_samples import TestSchool

from scuola_digitale.clock import SetClock
from scuola_digitale.errors import ScuolaError
from scuola_digitale.format.signing import id_of, public_key, sign
from scuola_digitale.format.vector import digest
from sync.errors import LineDownError
from sync.hub.certificate import device_behind, make_certificate
from sync.hub.errors import HubGoneError, HubUntrustedError
from sync.hub.finding import HubFinder
from sync.hub.gate import HubGate, admitted_key
from sync.hub.guest import hub_syncer
from sync.hub.line import open_hub_line
from sync.hub.serving import Hub
from sync.hub.watching import HubWatch
from sync.region.serving import EmbeddedRegion
from sync.syncer import Syncer, SyncReport
from sync.ways import Ways

NOBODY = b"\0" * 16


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    """Three laptops of one site."""
    founded = TestSchool(tmp_path, laptops=3)
    yield founded
    founded.close()


@pytest.fixture
def hub(school: TestSchool) -> Iterator[Hub]:
    """The first laptop, as a hub on this machine alone."""
    serving = Hub(school.first, host="127.0.0.1", port=0, clock=school.clock)
    serving.start()
    yield serving
    serving.stop()


def _url(hub: Hub) -> str:
    return f"https://127.0.0.1:{hub.port}"


def _guest(school: TestSchool, number: int, hub: Hub) -> Syncer:
    return hub_syncer(school.laptops[number], _url(hub), school.clock)


def _sync(syncer: Syncer) -> SyncReport:
    report = syncer.sync_once()
    if report.problem is not None:
        raise report.problem
    return report


def test_laptops_that_never_see_the_region_meet_through_a_hub(school: TestSchool, hub: Hub) -> None:
    writer, reader = _guest(school, 1, hub), _guest(school, 2, hub)
    school.laptops[1].record([answered()])
    assert _sync(writer).sent == 1
    assert _sync(reader).received == 1
    assert school.laptops[2].progress(PUPIL).exercises
    assert school.laptops[1].exchange_state().waiting == 0
    for syncer in (writer, reader):
        syncer.close()


def test_what_the_hubs_own_laptop_wrote_goes_too(school: TestSchool, hub: Hub) -> None:
    school.first.record([answered()])
    reader = _guest(school, 1, hub)
    assert _sync(reader).received == 1
    reader.close()


def test_a_hub_relays_between_its_guests_and_the_region(school: TestSchool, hub: Hub, tmp_path: Path) -> None:
    region = EmbeddedRegion(tmp_path / "region", clock=school.clock)
    region.register(school.founding.school_id.hex(), school.founding.root_key)
    address = region.start()
    guest, hubs_own = _guest(school, 1, hub), Syncer(school.first, address, school.clock)
    school.laptops[1].record([answered()])
    _sync(guest)
    _sync(hubs_own)
    for school_scope in ("scuola", "plesso/piandisasso"):
        held = region.replica(school.founding.school_id.hex()).states([school_scope])
        assert digest(held) == digest(school.laptops[1].replica.states([school_scope]))
    for syncer in (guest, hubs_own):
        syncer.close()
    region.stop()


def test_a_board_is_told_of_news_at_once(school: TestSchool, hub: Hub) -> None:
    heard = Event()
    key_of = partial(admitted_key, school.laptops[2].replica, school.clock)
    watch = HubWatch(
        lambda: (_url(hub),),
        lambda url: open_hub_line(url, key_of),
        school.founding.school_id.hex(),
        heard.set,
    )
    watch.start()
    assert heard.wait(10)
    heard.clear()
    school.laptops[1].record([answered()])
    writer = _guest(school, 1, hub)
    _sync(writer)
    assert heard.wait(10)
    writer.close()
    watch.stop()


def test_a_board_listens_at_the_next_hub_where_the_first_is_gone(school: TestSchool, hub: Hub) -> None:
    heard = Event()
    key_of = partial(admitted_key, school.laptops[2].replica, school.clock)
    watch = HubWatch(
        lambda: ("https://127.0.0.1:9", _url(hub)),
        lambda url: open_hub_line(url, key_of),
        school.founding.school_id.hex(),
        heard.set,
    )
    watch.start()
    assert heard.wait(5)
    watch.stop()


def test_a_guest_tells_nothing_to_a_hub_of_another_school(school: TestSchool, tmp_path: Path) -> None:
    foreign = TestSchool(tmp_path / "foreign", random_seed=6)
    serving = Hub(foreign.first, host="127.0.0.1", port=0, clock=foreign.clock)
    serving.start()
    try:
        report = hub_syncer(school.first, _url(serving), school.clock).sync_once()
    finally:
        serving.stop()
        foreign.close()
    assert isinstance(report.problem, HubUntrustedError)
    assert (report.requests, report.bytes_up) == (0, 0)


def test_a_certificate_that_another_key_vouches_for_is_not_believed() -> None:
    device = id_of(public_key(seed("laptop")))
    keys = {device: public_key(seed("laptop"))}
    good, _ = make_certificate(device, partial(sign, seed("laptop")))
    forged, _ = make_certificate(device, partial(sign, seed("another")))
    assert device_behind(good, keys.get) == device
    for certificate, known in (
        (forged, keys),
        (good, {}),
        (b"-----BEGIN CERTIFICATE-----", keys),
        (b"", keys),
    ):
        with pytest.raises(HubUntrustedError):
            device_behind(certificate, known.get)


def test_a_stolen_voucher_does_not_fit_another_key() -> None:
    """The voucher of a hub's certificate, copied into one with the thief's own TLS key."""
    device = id_of(public_key(seed("laptop")))
    said: list[bytes] = []

    def sign_and_tell(content: bytes) -> bytes:
        said.append(sign(seed("laptop"), content))
        return said[-1]

    make_certificate(device, sign_and_tell)
    thief, _ = make_certificate(device, lambda _content: said[0])
    with pytest.raises(HubUntrustedError):
        device_behind(thief, {device: public_key(seed("laptop"))}.get)


def test_a_laptop_whose_certificate_ended_is_not_let_in(school: TestSchool) -> None:
    gate = HubGate(school.first.replica, school.clock, school.random)
    device = school.laptops[1].identity.device
    assert gate.asker(device) is not None
    assert gate.asker(NOBODY) is None
    assert gate.asker(school.teacher_id) is None
    school.clock.pass_ms(4 * 365 * 86_400_000)
    assert gate.asker(device) is None


def test_a_hub_with_a_dead_clock_lets_its_laptops_in(school: TestSchool) -> None:
    gate = HubGate(school.first.replica, SetClock(0), school.random)
    assert gate.asker(school.laptops[1].identity.device) is not None


def test_a_nonce_is_spent_once_and_begins_anew_with_each_hub(school: TestSchool) -> None:
    gate = HubGate(school.first.replica, school.clock, school.random)
    device = school.laptops[1].identity.device
    due = _due(gate, device)
    assert gate.spend(device, due=due, after=b"next")
    assert not gate.spend(device, due=due, after=b"other")
    assert _due(gate, device) == b"next"
    assert _due(HubGate(school.first.replica, school.clock, school.random), device) != due


def _due(gate: HubGate, device: bytes) -> bytes:
    asker = gate.asker(device)
    assert asker is not None
    return asker.due


def test_a_hub_that_is_gone_is_told(school: TestSchool, hub: Hub) -> None:
    hub.stop()
    report = _guest(school, 1, hub).sync_once()
    assert isinstance(report.problem, HubGoneError)


def test_a_hub_is_found_by_itself_and_only_by_its_school(school: TestSchool, hub: Hub) -> None:
    school_id = school.founding.school_id.hex()
    mine = HubFinder(school_id, but_not=NOBODY, addresses=["127.0.0.1"])
    foreign = HubFinder("f" * 32, but_not=NOBODY, addresses=["127.0.0.1"])
    own = HubFinder(school_id, but_not=school.first.identity.device, addresses=["127.0.0.1"])
    try:
        hub.announce()
        for _ in range(100):
            if mine.addresses():
                break
            Event().wait(0.1)
        assert mine.addresses() == (_url(hub),)
        assert (foreign.addresses(), own.addresses()) == ((), ())
    finally:
        for finder in (mine, foreign, own):
            finder.close()


def test_the_hub_is_asked_first_and_the_region_now_and_then(school: TestSchool) -> None:
    asked: list[str] = []
    now = 0.0
    ways = Ways(
        lambda: ("hub",),
        lambda address: _Told(asked, address),  # type: ignore[arg-type,return-value]
        _Told(asked, "region"),  # type: ignore[arg-type]
        stopwatch=lambda: now,
    )
    ways.sync_once()
    ways.sync_once()
    now = 20.0
    ways.sync_once()
    assert asked == ["hub", "region", "hub", "hub", "region"]


def test_without_a_hub_the_region_is_asked_each_time_and_without_any_nothing_is_wrong() -> None:
    asked: list[str] = []
    region = _Told(asked, "region")
    ways = Ways(tuple, _nobody, region, stopwatch=lambda: 0.0)  # type: ignore[arg-type]
    ways.sync_once()
    ways.sync_once()
    assert asked == ["region", "region"]
    assert Ways(tuple, _nobody, None).sync_once().good


def test_one_good_way_is_enough() -> None:
    asked: list[str] = []
    broken = _Told(asked, "region", problem=LineDownError())
    ways = Ways(lambda: ("hub",), lambda one: _Told(asked, one), broken)  # type: ignore[arg-type,return-value]
    assert ways.sync_once().good
    alone = Ways(tuple, _nobody, broken)  # type: ignore[arg-type]
    assert isinstance(alone.sync_once().problem, LineDownError)


def _nobody(_address: str) -> Syncer:
    raise AssertionError


class _Told:
    def __init__(self, asked: list[str], name: str, problem: ScuolaError | None = None) -> None:
        self._asked, self._name, self._problem = asked, name, problem

    def sync_once(self) -> SyncReport:
        self._asked.append(self._name)
        return SyncReport(
            sent=0,
            received=0,
            requests=1,
            bytes_up=0,
            bytes_down=0,
            seconds=0,
            at_ms=0,
            problem=self._problem,
        )
