"""A closed year travels as it lies there: byte for byte, in part, or overtaken by what arrives late."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from closed_years import FAR_MS, ROSTER, keeper, pieces_of, seen, year_of
from format_samples import (
    PUPIL,
    START_MS,
    rows_of,
    segment_of,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_samples import SCOPES, MemoryLedger, close_year, effects
from school_samples import TestSchool, pass_on

from scuola_digitale.format.vector import PeerVector, digest


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=2)
    yield school
    school.close()


def test_a_laptop_that_has_nothing_is_sent_the_packed_segments_as_they_lie_there(school: TestSchool) -> None:
    school.first.record(year_of(*ROSTER))
    school.first.close_year(FAR_MS)

    pass_on(school.first.replica, school.laptops[1].replica)

    assert seen(school.laptops[1]) == seen(school.first)
    scopes = school.first.replica.scopes()
    assert digest(school.laptops[1].replica.states(scopes)) == digest(school.first.replica.states(scopes))


def test_packed_segments_travel_byte_for_byte_and_prove_themselves() -> None:
    ledger = keeper(segment_of(rows_of(year_of(*ROSTER, facts=150))))
    before = ledger.everything()
    close_year(ledger)

    assert ledger.everything() == before
    assert pieces_of(ledger) == before[-1:]
    third = MemoryLedger(device=b"third")
    assert not third.take(before, SCOPES).refused
    assert effects(third) == effects(ledger)


@pytest.mark.parametrize("held", [1, 77, 149])
def test_a_peer_that_holds_part_of_a_packed_segment_is_sent_what_it_lacks(held: int) -> None:
    rows = rows_of(year_of(PUPIL, facts=150))
    ledger, peer = keeper(segment_of(rows)), keeper(segment_of(rows[:held]))
    close_year(ledger)

    news = list(ledger.segments_after(PeerVector.of(peer.states(SCOPES)), SCOPES, 1 << 30))
    taken = peer.take(news, SCOPES)

    assert (taken.accepted, list(taken.refused)) == (150 - held, [])
    assert effects(peer) == effects(ledger)


def test_facts_of_an_old_year_that_arrive_late_are_taken_in_and_packed_the_next_time() -> None:
    rows = rows_of(year_of(*ROSTER, facts=200))
    ledger = keeper(segment_of(rows[:120]))
    close_year(ledger)

    late = ledger.take([segment_of(rows)], SCOPES)

    assert late.accepted == 80
    always_rows = keeper(segment_of(rows))
    assert effects(ledger) == effects(always_rows)
    assert close_year(ledger) == 80
    assert effects(ledger) == effects(always_rows)
    assert len(pieces_of(ledger)) == 2


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 160), min_size=1, max_size=6), st.integers(0, 1 << 30))
def test_however_often_a_year_is_closed_between_arrivals_all_agree(ends: list[int], seed: int) -> None:
    chance, rows = random.Random(seed), rows_of(year_of(*ROSTER, facts=160))
    ledger = keeper()
    for end in [*ends, 160]:
        ledger.take([segment_of(rows[:end])], SCOPES)
        close_year(ledger, START_MS + 1_000 * chance.randrange(200))

    always_rows = keeper(segment_of(rows))
    assert effects(ledger) == effects(always_rows)
    assert digest(ledger.states(SCOPES)) == digest(always_rows.states(SCOPES))
    fresh = MemoryLedger(device=b"fresh")
    fresh.take(ledger.everything(), SCOPES)
    assert effects(fresh) == effects(always_rows)
