"""In whatever order facts arrive, alone or together, once or twice: the same comes out."""

import random
from collections.abc import Sequence

from format_samples import (
    PUPIL,
    answered,
    certificate_for,
    moving_kinds,
    newer_kinds,
    one_of_each,
    rows_of,
    school_day,
    seed,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_samples import SCOPES, MemoryLedger, effects

from scuola_digitale.domain.facts import CertificateIssued, Fact, HelpAsked, PupilFieldSet
from scuola_digitale.domain.folding import BROUGHT, Deed, Happened, fold_fields, fold_progress, history, once
from scuola_digitale.format.chain import FactRow, Stream, chain_on, genesis
from scuola_digitale.format.heads import sign_head
from scuola_digitale.format.segment import cut_segment
from scuola_digitale.format.signing import id_of, public_key

NAMES = ("laptop", "tablet", "old one")


def one_fact_segments(name: str, scope: str, facts: Sequence[Fact], *, tie: bool) -> list[bytes]:
    """A stream with each fact in a segment of its own; with `tie` all at the same moment."""
    secret = seed(name)
    stream = Stream(id_of(public_key(secret)), 1, scope)
    rows = rows_of(facts, stream)
    if tie and scope != "scuola":
        rows = [row if row.kind not in {8, 9, 10} else _at_once(row) for row in rows]
    chains = [genesis(stream), *chain_on(genesis(stream), rows)]
    return [
        cut_segment(stream, [row], chains[seq - 1], sign_head(secret, stream, seq, chains[seq]))
        for seq, row in enumerate(rows, start=1)
    ]


def _at_once(row: FactRow) -> FactRow:
    return FactRow(row.kind, 1_790_000_000_000, row.person, row.subject, row.salt, row.body)


def everything_written() -> list[list[bytes]]:
    """Three laptops' streams; certificates of devices and staff are scattered among them."""
    streams = []
    for place, name in enumerate(NAMES):
        own: list[Fact] = [
            CertificateIssued(certificate=certificate_for(name, "dispositivo", serial=place + 1))
        ]
        if name == "tablet":
            own.append(CertificateIssued(certificate=certificate_for("teacher", "insegnante", serial=9)))
        if name == "old one":
            own.append(CertificateIssued(certificate=certificate_for("teacher", "tecnico", serial=8)))
        if name != "laptop":
            own += [fact for fact in moving_kinds() if fact.scope_kind == "scuola"]
        streams.append(one_fact_segments(name, "scuola", own, tie=False))
        work: list[Fact] = [
            PupilFieldSet(person=PUPIL, field="grade", value=f"P{place + 1}"),
            *(
                fact
                for fact in (*one_of_each(), *newer_kinds(), *moving_kinds())
                if fact.scope_kind == "plesso"
            ),
            answered(score=[0, 50, 100][place]),
            HelpAsked(person=PUPIL, exercise_ref="marche/frazioni/quarti"),
            answered(score=[100, 0, 50][place], attempt=2),
            *school_day(4, random_seed=place),
        ]
        streams.append(one_fact_segments(name, "plesso/piandisasso", work, tie=place < 2))
    return streams


STREAMS = everything_written()
TOTAL = sum(map(len, STREAMS))


def taken_in_order() -> MemoryLedger:
    """A ledger that heard of everything in the order in which it was written."""
    ledger = MemoryLedger(device=b"keeper")
    ledger.take([segment for stream in STREAMS for segment in stream], SCOPES)
    return ledger


IN_ORDER = effects(taken_in_order())


def arrive(chance: random.Random) -> MemoryLedger:
    """Takes everything in, interleaved, in batches of any size, some twice, until all is there."""
    ledger = MemoryLedger(device=b"keeper")
    waiting = [segment for stream in STREAMS for segment in stream]
    accepted = 0
    while accepted < TOTAL:
        chance.shuffle(waiting)
        at = 0
        while at < len(waiting):
            size = chance.randrange(1, 40)
            accepted += ledger.take(waiting[at : at + size], SCOPES).accepted
            at += size
    return ledger


@given(st.randoms(use_true_random=False))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_order_of_arrival_folds_to_the_same(chance: random.Random) -> None:
    ledger = arrive(chance)

    assert effects(ledger) == IN_ORDER

    ledger.rebuild()
    assert effects(ledger) == IN_ORDER


def test_the_sample_has_acts_sayings_and_facts_without_effect() -> None:
    acts, sayings, _ = IN_ORDER

    assert len(acts) > 20
    assert len(sayings) > 30


acts = st.lists(
    st.builds(
        lambda ms, device, seq, subject, deed, score: (
            (ms, bytes([device]) * 16, seq, 1, "plesso/a"), subject, deed, score, 1, 10,
        ),
        st.integers(0, 6),
        st.integers(0, 2),
        st.integers(1, 50),
        st.sampled_from(["a/b/c", "a/b/d"]),
        st.sampled_from([int(deed) for deed in Deed]),
        st.sampled_from([None, 0, 50, 100]),
    ),
    unique_by=lambda act: act[0],
    max_size=30,
)  # fmt: skip


def _brought(act: Happened, device: int) -> Happened:
    """The same act, as another laptop took it in."""
    (ms, *_), subject, deed, score, hints, seconds = act
    return (ms, bytes([device]) * 16, 900, 1, "plesso/b"), subject, deed + BROUGHT, score, hints, seconds


@given(acts, st.randoms())
def test_what_is_brought_along_counts_once_however_often_and_wherever(
    found: list[Happened], chance: random.Random
) -> None:
    # A child does one thing in a millisecond: what a clock tells apart needs no device to put it in order.
    distinct = list({act[0][0]: act for act in found}.values())
    twice = [_brought(act, device) for act in distinct for device in (7, 9)]
    elsewhere, at_home = twice.copy(), [*distinct, *twice]
    chance.shuffle(elsewhere)
    chance.shuffle(at_home)

    assert fold_progress(once(elsewhere)) == fold_progress(distinct)
    assert sorted(once(at_home), key=repr) == sorted(distinct, key=repr)
    assert once(distinct) == distinct


@given(acts, st.randoms())
def test_progress_is_the_same_from_any_order(acts: list[Happened], chance: random.Random) -> None:
    mixed = acts.copy()
    chance.shuffle(mixed)

    assert fold_progress(mixed) == fold_progress(acts)


@given(acts)
def test_progress_is_what_reading_the_acts_one_by_one_says(acts: list[Happened]) -> None:
    progress = fold_progress(acts)

    for subject in {act[1] for act in acts}:
        answers = [
            act
            for act in sorted(acts, key=lambda act: act[0])
            if act[1] == subject and act[2] == Deed.ANSWERED
        ]
        scores = [act[3] for act in answers if act[3] is not None]
        one = progress.exercise(subject)
        assert one.attempts == len(answers)
        assert one.best == max(scores, default=None)
        assert one.last == (answers[-1][3] if answers else None)
        wrong = next((n for n, score in enumerate(reversed(scores)) if score == 100), len(scores))
        assert one.wrong_in_a_row == wrong


def test_the_latest_value_counts_and_the_others_are_its_history() -> None:
    device, scope = b"d" * 16, "plesso/a"
    sayings = [
        ((2, device, 1, 1, scope), "g1", "name", "second"),
        ((1, device, 2, 1, scope), "g1", "name", "first"),
        ((2, b"e" * 16, 1, 1, scope), "g1", "name", "same moment, later device"),
        ((1, device, 3, 1, scope), "g1", "grades", None),
    ]

    assert fold_fields(sayings) == {"g1": {"name": "same moment, later device", "grades": None}}
    assert history(sayings, "name") == ("same moment, later device", "second", "first")
