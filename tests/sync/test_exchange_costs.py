"""What an exchange costs on the line, in requests and bytes, however much is held."""

from collections.abc import Callable

import pytest
from format_samples import certificate_for, rows_of, school_day, seed, segment_of
from notebook import PLESSO, SCHOOL, Notebook
from region_in_process import RegionInProcess

from scuola_digitale.domain.facts import CertificateIssued
from scuola_digitale.format.chain import Stream
from scuola_digitale.format.signing import id_of, public_key

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
