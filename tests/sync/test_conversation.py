"""Two sides talk until they hold the same, whatever the line does on the way."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from format_samples import seed
from notebook import PLESSO, SCHOOL, Notebook
from region_in_process import LineInProcess, RegionInProcess

from scuola_digitale.clock import SetClock
from scuola_digitale.format.chain import row_of
from scuola_digitale.format.signing import public_key
from scuola_digitale.format.vector import PeerVector
from sync.errors import (
    DeviceRefusedError,
    LineDownError,
)

NewNotebook = Callable[..., Notebook]


def test_a_third_laptop_gets_everything_and_all_agree(region: RegionInProcess, notebook: NewNotebook) -> None:
    first, second, third = notebook("laptop"), notebook("second"), notebook("third")
    first.write(30)
    second.write(40, random_seed=2)
    for one in (first, second, third, first, second):
        one.sync(region.line())

    assert first.digest() == second.digest() == third.digest()
    assert third.facts(PLESSO) == 70


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
