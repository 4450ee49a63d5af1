"""Forks: two clones that wrote the same seq. Both branches are kept, handed on and folded, everywhere alike."""

import random
from collections.abc import Sequence

import pytest
from format_samples import LAPTOP, PLESSO, answered, rows_of, segment_of
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_samples import SCOPES, MemoryLedger, admitting, effects

from scuola_digitale.format.branches import MAX_BRANCHES
from scuola_digitale.format.chain import FactRow, Row, chain_on, genesis
from scuola_digitale.format.heads import sign_head
from scuola_digitale.format.segment import cut_segment
from scuola_digitale.format.vector import PeerVector, digest, read_vector, vector_of

KEEPER = b"keeper of others"


def clone(common: int, own: int, name: int) -> list[FactRow]:
    """A stream whose first `common` rows every clone wrote alike, and some of its own behind them."""
    before = rows_of([answered(attempt=number) for number in range(1, common + 1)])
    after = rows_of([answered(attempt=100 * name + number) for number in range(own)], first_seq=common + 1)
    return [*before, *after]


def pieces(rows: Sequence[Row], size: int) -> list[bytes]:
    """A stream in segments of `size` rows."""
    chains = [genesis(PLESSO), *chain_on(genesis(PLESSO), rows)]
    ends = [*range(size, len(rows), size), len(rows)]
    return [
        cut_segment(PLESSO, rows[start:end], chains[start], sign_head(LAPTOP, PLESSO, end, chains[end]))
        for start, end in zip([0, *ends], ends, strict=False)
    ]


def told(ledger: MemoryLedger) -> PeerVector:
    """What a ledger tells of itself, over the wire."""
    return read_vector(vector_of(ledger.states(SCOPES)))


def talk(one: MemoryLedger, other: MemoryLedger, *, rounds: int = 8) -> None:
    """Both sides hand each other what their vectors lack, until their digests agree."""
    for _ in range(rounds):
        if digest(one.states(SCOPES)) == digest(other.states(SCOPES)):
            return
        for giver, taker in ((one, other), (other, one)):
            taker.take(list(giver.segments_after(told(taker), SCOPES, 1 << 30)), SCOPES)
    assert digest(one.states(SCOPES)) == digest(other.states(SCOPES))


def keeper(*segments: bytes) -> MemoryLedger:
    """Another laptop, which took in some segments at once."""
    ledger = MemoryLedger(device=KEEPER)
    ledger.take([admitting(), *segments], SCOPES)
    return ledger


def attempts(ledger: MemoryLedger) -> int:
    """How many answers count."""
    return int(ledger.database.execute("SELECT count(*) FROM act").fetchone()[0])


def test_two_clones_that_wrote_the_same_seq_keep_both_branches() -> None:
    ledger = keeper(segment_of(clone(2, 2, 1)), segment_of(clone(2, 3, 2)))

    assert attempts(ledger) == 2 + 2 + 3
    assert sorted(state.seq for state in ledger.states([PLESSO.scope])) == [4, 5]


def test_both_branches_are_handed_on_and_nothing_is_minted_anew() -> None:
    first = keeper(segment_of(clone(2, 2, 1)), segment_of(clone(2, 3, 2)))
    second = MemoryLedger(device=KEEPER)

    second.take(list(first.segments_after(PeerVector({}), SCOPES, 1 << 30)), SCOPES)

    assert effects(second)[0] == effects(first)[0]
    assert digest(second.states(SCOPES)) == digest(first.states(SCOPES))


def test_who_met_the_branches_in_another_order_agrees() -> None:
    a, b = segment_of(clone(3, 4, 1)), segment_of(clone(3, 2, 2))

    one, other = keeper(a, b), keeper(b, a)

    assert effects(one)[0] == effects(other)[0]
    assert digest(one.states(SCOPES)) == digest(other.states(SCOPES))
    assert vector_of(one.states(SCOPES)) == vector_of(other.states(SCOPES))


@pytest.mark.parametrize("common", [0, 5, 400])
def test_two_sides_that_hold_a_branch_each_find_out_and_end_with_both(common: int) -> None:
    one, other = keeper(*pieces(clone(common, 12, 1), 20)), keeper(*pieces(clone(common, 30, 2), 20))

    talk(one, other)

    assert attempts(one) == attempts(other) == common + 42


def test_a_branch_goes_on_where_its_clone_writes_on() -> None:
    ledger = keeper(segment_of(clone(2, 2, 1)), segment_of(clone(2, 3, 2)))

    ledger.take([segment_of(clone(2, 6, 2)), segment_of(clone(2, 5, 1))], SCOPES)

    assert sorted(state.seq for state in ledger.states([PLESSO.scope])) == [7, 8]
    assert attempts(ledger) == 2 + 5 + 6


def test_a_clone_of_a_clone_is_a_branch_of_a_branch() -> None:
    child = clone(4, 6, 1)
    grandchild = [*child[:7], *rows_of([answered(attempt=900 + n) for n in range(4)], first_seq=8)]
    ledger = keeper(segment_of(clone(4, 3, 2)), segment_of(grandchild), segment_of(child))

    assert attempts(ledger) == 4 + 3 + 6 + 4
    assert len(ledger.states([PLESSO.scope])) == 3


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_in_whatever_order_branches_arrive_and_are_passed_on_all_agree(data: st.DataObject) -> None:
    chance = random.Random(data.draw(st.integers(0, 1 << 30)))
    streams = [clone(chance.randrange(6), chance.randrange(1, 9), name) for name in range(1, 4)]
    parts = [piece for stream in streams for piece in pieces(stream, chance.randrange(1, 5))]
    wanted = effects(keeper(*map(segment_of, streams)))[0]
    holders = [keeper() for _ in range(3)]
    for _ in range(12):
        chance.choice(holders).take(chance.choices(parts, k=3), SCOPES)
    for holder in holders:
        holder.take([segment_of(stream) for stream in chance.sample(streams, 2)], SCOPES)

    for one, other in ((0, 1), (1, 2), (0, 2), (0, 1)):
        talk(holders[one], holders[other])

    held = [effects(holder)[0] for holder in holders]
    assert held[0] == held[1] == held[2]
    assert all(effect in wanted for effect in held[0])


def test_over_eight_branches_the_device_is_suspended_and_those_who_do_not_know_learn_it() -> None:
    branches = [segment_of(clone(2, 2, name)) for name in range(1, MAX_BRANCHES + 3)]
    ledger, late = keeper(*branches), keeper(*branches[4:6])

    talk(ledger, late)

    assert ledger.suspended() == late.suspended() == (PLESSO.device,)
    assert attempts(ledger) == 2 + 2 * (MAX_BRANCHES + 1)
    taken = ledger.take([branches[-1]], SCOPES)
    assert "suspended" in taken.refused[0].reason


def test_a_vector_of_another_branch_is_no_acknowledgement() -> None:
    mine, keeps = MemoryLedger(), keeper(segment_of(clone(2, 9, 2)))
    mine.take([admitting(), segment_of(clone(2, 4, 1))], SCOPES)

    mine.acknowledged(told(keeps), SCOPES, digest(keeps.states(SCOPES)))

    held = mine.database.execute("SELECT held FROM stream WHERE scope = ?", (PLESSO.scope,)).fetchone()
    assert held == (0,)
    assert mine.is_set_back


def test_a_vector_of_our_own_branch_is_an_acknowledgement() -> None:
    mine, keeps = MemoryLedger(), keeper(segment_of(clone(2, 2, 1)))
    mine.take([admitting(), *pieces(clone(2, 4, 1), 4)], SCOPES)

    mine.acknowledged(told(keeps), SCOPES, digest(keeps.states(SCOPES)))

    held = mine.database.execute("SELECT held FROM stream WHERE scope = ?", (PLESSO.scope,)).fetchone()
    assert held == (4,)
