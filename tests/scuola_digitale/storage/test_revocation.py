"""Revocation: what a key wrote after its last good fact has no effect, whoever learns of it when."""

import random

from format_samples import (
    LAPTOP,
    LAPTOP_ID,
    PLESSO,
    PUPIL,
    ROOT,
    SCUOLA,
    START_MS,
    TEACHER_ID,
    answered,
    certificate_for,
    revocation_of,
    rows_of,
    seed,
    segment_of,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_samples import SCOPES, MemoryLedger, admitting, close_year, effects, reasons, things

from scuola_digitale.domain.facts import CertificateIssued, KeyRevoked, PupilFieldSet
from scuola_digitale.format.chain import FactRow, Stream, chain_on, genesis
from scuola_digitale.format.heads import sign_head
from scuola_digitale.format.revocations import Revocation, issue_revocation
from scuola_digitale.format.segment import cut_segment
from scuola_digitale.format.signing import id_of, public_key

TABLET = seed("tablet")
TABLET_ID = id_of(public_key(TABLET))
TABLET_SCUOLA = Stream(TABLET_ID, 1, "scuola")
ANSWERS = [answered(attempt=number, score=0) for number in range(1, 7)]


def laptops_stream(rows: list[FactRow]) -> list[bytes]:
    """The first laptop's answers, a fact a segment."""
    chains = [genesis(PLESSO), *chain_on(genesis(PLESSO), rows)]
    return [
        cut_segment(PLESSO, [row], chains[seq - 1], sign_head(LAPTOP, PLESSO, seq, chains[seq]))
        for seq, row in enumerate(rows, start=1)
    ]


def said_by_the_tablet(*revocations: bytes) -> bytes:
    """The tablet admits itself and tells revocations."""
    facts = [
        CertificateIssued(certificate=certificate_for("tablet", "dispositivo", serial=7)),
        *(KeyRevoked(revocation=one) for one in revocations),
    ]
    return segment_of(rows_of(facts, TABLET_SCUOLA), TABLET_SCUOLA, device_seed=TABLET)


def holder(*segments: bytes) -> MemoryLedger:
    """Another laptop, which took in some segments one after the other."""
    ledger = MemoryLedger(device=b"keeper of others")
    for segment in segments:
        ledger.take([segment], SCOPES)
    return ledger


def attempts(ledger: MemoryLedger) -> int:
    """How many answers count."""
    return int(ledger.database.execute("SELECT count(*) FROM act").fetchone()[0])


ROWS = rows_of(ANSWERS)
POINT = chain_on(genesis(PLESSO), ROWS[:4])[-1]
REVOKED_AT_4 = revocation_of(LAPTOP_ID, PLESSO, 4, POINT)


def test_a_revoked_device_keeps_what_it_wrote_up_to_its_last_good_fact() -> None:
    ledger = holder(admitting(), *laptops_stream(ROWS), said_by_the_tablet(REVOKED_AT_4))

    assert attempts(ledger) == 4
    assert reasons(ledger) == ["device-revoked", "device-revoked"]
    assert [state.seq for state in ledger.states([PLESSO.scope])] == [6]


def test_a_device_revoked_with_no_good_point_has_no_effect_at_all_but_its_certificates_have() -> None:
    nothing = issue_revocation(ROOT, Revocation(1, LAPTOP_ID, START_MS, ()))

    ledger = holder(admitting("teacher"), *laptops_stream(ROWS), said_by_the_tablet(nothing))

    assert attempts(ledger) == 0
    assert len(things(ledger, "certificate")) == 3


def test_a_later_revocation_puts_a_hasty_one_right() -> None:
    point = chain_on(genesis(PLESSO), ROWS[:5])[-1]
    better = revocation_of(LAPTOP_ID, PLESSO, 5, point, later_ms=1)

    first = holder(admitting(), *laptops_stream(ROWS), said_by_the_tablet(REVOKED_AT_4, better))
    second = holder(admitting(), *laptops_stream(ROWS), said_by_the_tablet(better, REVOKED_AT_4))

    assert attempts(first) == attempts(second) == 5


def test_a_branch_that_does_not_lead_to_the_last_good_point_has_no_effect() -> None:
    thief = [*ROWS[:2], *rows_of([answered(attempt=50 + n) for n in range(3)], first_seq=3)]

    ledger = holder(admitting(), segment_of(thief), said_by_the_tablet(REVOKED_AT_4), *laptops_stream(ROWS))

    assert attempts(ledger) == 4


def test_a_revocation_that_the_root_did_not_sign_has_no_effect() -> None:
    forged = revocation_of(LAPTOP_ID, PLESSO, 4, POINT, root=seed("somebody"))

    ledger = holder(admitting(), *laptops_stream(ROWS), said_by_the_tablet(forged))

    assert attempts(ledger) == 6
    assert reasons(ledger) == ["revocation-not-of-this-school"]


def test_a_revoked_teacher_keeps_what_was_signed_before() -> None:
    rows = rows_of([PupilFieldSet(person=PUPIL, field="grade", value=f"P{n}") for n in (1, 2, 3)])
    point = chain_on(genesis(PLESSO), rows[:2])[-1]
    revoked = revocation_of(TEACHER_ID, PLESSO, 2, point)

    ledger = holder(admitting("teacher"), segment_of(rows), said_by_the_tablet(revoked))

    assert things(ledger, "pupil") == [("grade", "P1"), ("grade", "P2")]
    assert reasons(ledger) == ["author-revoked"]


def test_what_a_revocation_took_away_comes_back_with_a_rebuild_no_more_than_live() -> None:
    ledger = holder(admitting(), *laptops_stream(ROWS), said_by_the_tablet(REVOKED_AT_4))
    before = effects(ledger)

    ledger.rebuild()

    assert effects(ledger) == before


FORK = [*ROWS[:3], *rows_of([answered(attempt=70 + n) for n in range(3)], first_seq=4)]
ALL = [
    admitting("teacher"),
    *laptops_stream(ROWS),
    *laptops_stream(FORK)[3:],
    said_by_the_tablet(REVOKED_AT_4),
]
IN_ORDER = effects(holder(*ALL))[0]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1 << 30), st.integers(1, 4))
def test_who_learns_of_a_revocation_late_agrees_whenever_they_closed_a_year(
    random_seed: int, at_once: int
) -> None:
    chance = random.Random(random_seed)
    ledger = holder()
    for _ in range(8):
        waiting = chance.sample(ALL, len(ALL))
        for start in range(0, len(waiting), at_once):
            ledger.take(waiting[start : start + at_once], SCOPES)
        if chance.random() < 0.3:
            close_year(ledger, START_MS + 1_000 * chance.randrange(9), least=1)
    for segment in ALL:
        ledger.take([segment], SCOPES)

    assert effects(ledger)[0] == IN_ORDER
    assert SCUOLA.scope in {state.stream.scope for state in ledger.states(SCOPES)}
