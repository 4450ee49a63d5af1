"""Two sides talk until they hold the same, whatever the line does on the way."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from format_samples import certificate_for, rows_of, school_day, seed, segment_of
from notebook import PLESSO, SCHOOL, Notebook
from region_in_process import LineInProcess, RegionInProcess

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.facts import CertificateIssued
from scuola_digitale.format.chain import Stream, row_of
from scuola_digitale.format.signing import id_of, public_key
from scuola_digitale.format.vector import PeerVector
from sync.errors import (
    DeviceRefusedError,
    ExchangeStuckError,
    LineDownError,
    RegionBusyError,
    SchoolUnknownError,
)
from sync.region.patience import Patience
from sync.region.store import RegionStore

NewNotebook = Callable[..., Notebook]


def test_nothing_new_is_one_request_answered_without_a_body(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop = notebook("laptop")
    laptop.sync(region.line())

    again = laptop.sync(region.line())

    assert (again.traffic.requests, again.traffic.bytes_down) == (1, 0)


def test_a_thousand_facts_go_up_in_one_request(region: RegionInProcess, notebook: NewNotebook) -> None:
    laptop = notebook("laptop")
    laptop.sync(region.line())
    laptop.write(1_000)

    sync = laptop.sync(region.line())

    assert (sync.traffic.requests, sync.client.sent) == (1, 1_000)
    assert sync.traffic.bytes_up < 15_500
    assert region.store(SCHOOL).states([PLESSO]) == laptop.states([PLESSO])


def test_a_thousand_facts_come_down_in_one_request(region: RegionInProcess, notebook: NewNotebook) -> None:
    pupils, teachers = notebook("laptop"), notebook("teachers")
    for one in (pupils, teachers, pupils):
        one.sync(region.line())
    pupils.write(1_000)
    pupils.sync(region.line())

    sync = teachers.sync(region.line())

    assert (sync.traffic.requests, sync.client.received) == (1, 1_000)
    assert sync.traffic.bytes_down < 18_000


def test_a_third_laptop_gets_everything_and_all_agree(region: RegionInProcess, notebook: NewNotebook) -> None:
    first, second, third = notebook("laptop"), notebook("second"), notebook("third")
    first.write(30)
    second.write(40, random_seed=2)
    for one in (first, second, third, first, second):
        one.sync(region.line())

    assert first.digest() == second.digest() == third.digest()
    assert third.facts(PLESSO) == 70


def test_more_than_one_message_carries_goes_in_several(
    region: RegionInProcess, notebook: NewNotebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.exchange.SEGMENTS_BYTES", 10_000)
    pupils, teachers = notebook("laptop"), notebook("teachers")
    for day in range(4):
        pupils.write(1_000, random_seed=day)

    up, down = pupils.sync(region.line()), teachers.sync(region.line())

    assert (up.traffic.requests, down.traffic.requests) == (3, 3)
    assert (up.client.sent, down.client.received) == (4_001, 4_001)


def test_what_was_acknowledged_is_what_the_region_committed(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop = notebook("laptop")
    laptop.write(10)
    laptop.sync(region.line())

    assert laptop.acked == PeerVector.of(region.store(SCHOOL).states(["scuola", PLESSO]))


def test_a_line_cut_at_any_byte_up_loses_nothing_and_doubles_nothing(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop = notebook("laptop")
    laptop.sync(region.line())
    cuts = (0, 1, 4, 60, 180, 181, 200, 500, 900)
    for day, cut in enumerate(cuts):
        laptop.write(40, random_seed=day)
        line = LineInProcess(region.app, part_bytes=97, cut_up=cut)
        with pytest.raises(LineDownError):
            laptop.sync(line)
        laptop.sync(line)

    assert region.store(SCHOOL).states([PLESSO]) == laptop.states([PLESSO])
    assert region.store(SCHOOL).states([PLESSO])[0].seq == 40 * len(cuts)


def test_a_line_cut_at_any_byte_of_the_reply_loses_nothing_and_doubles_nothing(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    pupils, teachers = notebook("laptop"), notebook("teachers")
    for day, cut in enumerate((0, 1, 4, 60, 100, 300, 900)):
        pupils.write(40, random_seed=day)
        pupils.sync(region.line())
        line = LineInProcess(region.app, part_bytes=97, cut_down=cut)
        with pytest.raises(LineDownError):
            teachers.sync(line)
        teachers.sync(line)

        assert teachers.states([PLESSO]) == pupils.states([PLESSO])


def test_segments_that_arrived_before_the_cut_are_not_sent_again(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop = notebook("laptop")
    laptop.sync(region.line())
    for day in range(3):
        laptop.write(1_000, random_seed=day)
    line = LineInProcess(region.app, part_bytes=500, cut_up=15_000)
    with pytest.raises(LineDownError):
        laptop.sync(line)
    assert region.store(SCHOOL).states([PLESSO])[0].seq == 1_000

    after = laptop.sync(line)

    assert after.client.sent == 2_000
    assert after.traffic.bytes_up < 30_000


def test_what_went_up_before_the_reply_was_cut_is_not_sent_again(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop, other = notebook("laptop"), notebook("other")
    for one in (laptop, other, laptop):
        one.sync(region.line())
    other.write(1_000)
    other.sync(region.line())
    laptop.write(1_000, random_seed=2)
    line = LineInProcess(region.app, cut_down=4_000)
    with pytest.raises(LineDownError):
        laptop.sync(line)

    after = laptop.sync(line)

    assert after.client.received == 1_000
    assert after.traffic.bytes_up < 1_500
    assert region.store(SCHOOL).states([PLESSO]) == laptop.states([PLESSO])


def test_a_request_heard_twice_is_refused_the_second_time(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop = notebook("laptop")
    laptop.write(5)
    line = region.line()
    laptop.sync(line)

    for path, body in list(line.posts):
        with line.post(path, iter([body]), len(body)) as answer:
            assert (answer.status, answer.problem()) in {(401, "nonce-wrong"), (403, "device-unknown")}


def test_a_laptop_that_lost_count_is_told_the_nonce_that_is_due(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop = notebook("laptop")
    laptop.sync(region.line())
    laptop.memory.nonce = b"another nonce..."

    sync = laptop.sync(region.line())

    assert sync.traffic.requests == 2


def test_a_laptop_that_forgot_the_region_asks_it_first(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop = notebook("laptop")
    laptop.write(1_000)
    laptop.sync(region.line())
    laptop.memory.holds = None
    laptop.write(1, random_seed=2)

    sync = laptop.sync(region.line())

    assert (sync.traffic.requests, sync.client.sent) == (2, 1)
    assert sync.traffic.bytes_up < 1_500


def test_a_laptop_that_overrates_the_region_is_put_right(
    region: RegionInProcess, notebook: NewNotebook, tmp_path: Path, clock: SetClock
) -> None:
    laptop = notebook("laptop")
    laptop.write(20)
    laptop.sync(region.line())
    (tmp_path / "new").mkdir()
    restored = RegionInProcess(tmp_path / "new", clock)
    restored.register(SCHOOL, public_key(seed("root")))
    other = notebook("other")
    other.sync(restored.line())

    laptop.memory.nonce = None
    with pytest.raises(DeviceRefusedError):
        laptop.sync(restored.line())
    laptop.memory.holds = None
    laptop.sync(restored.line())

    assert restored.store(SCHOOL).states([PLESSO]) == laptop.states([PLESSO])
    restored.close()


def test_a_device_of_another_school_is_refused(region: RegionInProcess, notebook: NewNotebook) -> None:
    stranger = notebook("stranger", root=seed("another root"))
    stranger.write(3)

    with pytest.raises(DeviceRefusedError):
        stranger.sync(region.line())
    assert region.store(SCHOOL).states(["scuola", PLESSO]) == ()


def test_a_school_that_nobody_registered_is_told_so(
    tmp_path: Path, clock: SetClock, notebook: NewNotebook
) -> None:
    empty = RegionInProcess(tmp_path, clock)
    with pytest.raises(SchoolUnknownError):
        notebook("laptop").sync(empty.line())
    empty.close()


def test_a_device_whose_certificate_has_ended_is_refused(
    region: RegionInProcess, notebook: NewNotebook, clock: SetClock
) -> None:
    laptop = notebook("laptop")
    laptop.sync(region.line())
    clock.pass_ms(4 * 365 * 86_400_000)

    with pytest.raises(DeviceRefusedError):
        laptop.sync(region.line())


def test_the_region_sends_only_the_scopes_that_are_asked_for(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    both = notebook("both", kept=("scuola", PLESSO, "plesso/valle"))
    both.write(5)
    both.write(7, scope="plesso/valle", random_seed=2)
    both.sync(region.line())
    other = notebook("other", kept=("scuola", "plesso/valle"))

    other.sync(region.line())

    assert other.facts("plesso/valle") == 7
    assert other.facts(PLESSO) == 0


def test_a_laptop_takes_no_scope_that_it_does_not_keep(
    region: RegionInProcess, notebook: NewNotebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = notebook("both", kept=("scuola", PLESSO, "plesso/valle"))
    both.write(7, scope="plesso/valle")
    both.sync(region.line())
    other = notebook("other", kept=("scuola", PLESSO))
    smuggled = both.segments_after(PeerVector({}), ["plesso/valle"])
    honest = RegionStore.segments_after

    def whatever_is_asked(replica: RegionStore, *asked: Any) -> list[bytes]:
        return smuggled if type(replica) is RegionStore else honest(replica, *asked)

    monkeypatch.setattr(RegionStore, "segments_after", whatever_is_asked)

    with pytest.raises(ExchangeStuckError):
        other.sync(region.line())
    assert other.facts("plesso/valle") == 0


def test_the_region_takes_no_scope_that_the_sender_does_not_keep(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop = notebook("laptop")
    laptop.write(7, scope="plesso/valle")
    smuggled = laptop.segments_after(PeerVector({}), ["plesso/valle"])
    laptop.segments_after = lambda *_: smuggled  # type: ignore[method-assign]
    laptop.memory.holds = PeerVector({})

    with pytest.raises(DeviceRefusedError):
        laptop.sync(region.line())
    assert region.store(SCHOOL).states(["plesso/valle"]) == ()


def test_kinds_that_the_region_does_not_know_are_handed_on(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    newer, other = notebook("laptop"), notebook("other")
    rows = [
        row_of(60_000 + n, n, b"p" * 16, "di domani", b"s" * 16, fields=["nuovo", n, None]) for n in range(3)
    ]
    newer.append(PLESSO, rows)
    newer.sync(region.line())

    other.sync(region.line())

    assert other.digest(PLESSO) == newer.digest(PLESSO)


def test_many_small_segments_are_joined_when_they_are_handed_on(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    pupils, other = notebook("laptop"), notebook("other")
    for answer in range(60):
        pupils.write(1, random_seed=answer)
        pupils.sync(region.line())

    sync = other.sync(region.line())

    assert sync.client.received == 61
    assert sync.traffic.bytes_down < 3_500


def test_who_asks_too_often_is_asked_to_wait(tmp_path: Path, clock: SetClock, notebook: NewNotebook) -> None:
    region = RegionInProcess(tmp_path, clock, patience=Patience(clock, a_minute=1))
    region.register(SCHOOL, public_key(seed("root")))
    laptop = notebook("laptop")
    laptop.sync(region.line())
    with pytest.raises(RegionBusyError) as busy:
        laptop.sync(region.line())
    assert busy.value.retry_after_seconds == 60

    clock.pass_ms(60_000)
    laptop.sync(region.line())
    region.close()


HEADERS_BOTH_WAYS = 170
"""As counted on a real socket by benchmarks/exchange.py, with a long host name."""


def other_laptops(number: int) -> list[bytes]:
    """Segments of two streams for each of some other laptops of the school."""
    segments = []
    for name in (f"other {one}" for one in range(number)):
        device = id_of(public_key(seed(name)))
        certificate = rows_of([CertificateIssued(certificate=certificate_for(name, "dispositivo"))])
        segments.append(segment_of(certificate, Stream(device, 1, "scuola"), device_seed=seed(name)))
        facts = rows_of(school_day(150))
        segments.append(segment_of(facts, Stream(device, 1, PLESSO), device_seed=seed(name)))
    return segments


@pytest.mark.parametrize("others", [19, 21, 99])
def test_nothing_new_costs_600_bytes_however_many_streams_there_are(
    others: int, region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop = notebook("laptop")
    assert not laptop.take(other_laptops(others), laptop.scopes()).refused
    laptop.write(1)
    laptop.sync(region.line())

    again = laptop.sync(region.line())

    assert again.traffic.requests == 1
    assert again.traffic.bytes_up + HEADERS_BOTH_WAYS <= 600


def test_with_very_many_streams_news_goes_up_in_one_request_and_comes_down_in_two(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop, other = notebook("laptop"), notebook("another")
    laptop.take(other_laptops(99), laptop.scopes())
    for one in (laptop, other, laptop):
        one.sync(region.line())
    laptop.write(10)

    up, down = laptop.sync(region.line()), other.sync(region.line())

    assert (up.traffic.requests, up.client.sent) == (1, 10)
    assert (down.traffic.requests, down.client.received) == (2, 10)


def test_many_laptops_at_a_time_lose_nothing(region: RegionInProcess, notebook: NewNotebook) -> None:
    laptops = [notebook(f"laptop {number}") for number in range(5)]
    for number, laptop in enumerate(laptops):
        laptop.write(30, random_seed=number)
    with ThreadPoolExecutor(5) as at_once:
        list(at_once.map(lambda laptop: laptop.sync(region.line()), laptops))
    for laptop in laptops:
        laptop.sync(region.line())

    assert {laptop.digest() for laptop in laptops} == {laptops[0].digest()}
    assert laptops[0].facts(PLESSO) == 150
