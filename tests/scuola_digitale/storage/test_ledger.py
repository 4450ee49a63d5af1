"""What the ledger takes, it takes once, without a gap and durably; what it writes follows what it heard."""

import pytest
from format_samples import (
    LAPTOP,
    LAPTOP_ID,
    PLESSO,
    PUPIL,
    SCUOLA,
    START_MS,
    answered,
    certificate_for,
    one_of_each,
    rows_of,
    school_day,
    segment_of,
)
from ledger_samples import PEN, SCOPES, MemoryLedger, admitting, effects, things

from scuola_digitale.domain.facts import (
    CertificateIssued,
    PupilAdded,
    PupilFieldSet,
)
from scuola_digitale.format.chain import FactRow, Stream, chain_on, genesis
from scuola_digitale.format.heads import sign_head
from scuola_digitale.format.segment import cut_segment
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.errors import DiskFullError


@pytest.fixture
def ledger() -> MemoryLedger:
    return MemoryLedger(device=b"somebody else's!")


def halves(rows: list[FactRow]) -> tuple[bytes, bytes]:
    """A stream in two segments."""
    chains, middle = chain_on(genesis(PLESSO), rows), len(rows) // 2
    return (
        cut_segment(PLESSO, rows[:middle], genesis(PLESSO), sign_head(LAPTOP, PLESSO, middle, chains[middle - 1])),
        cut_segment(PLESSO, rows[middle:], chains[middle - 1], sign_head(LAPTOP, PLESSO, len(rows), chains[-1])),
    )  # fmt: skip


# Idempotent, gap-free, scope-limited


def test_a_segment_received_twice_counts_once(ledger: MemoryLedger) -> None:
    segments = [admitting("teacher"), segment_of(rows_of(one_of_each()))]
    ledger.take(segments, SCOPES)
    before = effects(ledger)

    again = ledger.take(segments * 2, SCOPES)

    assert (again.accepted, list(again.refused)) == (0, [])
    assert effects(ledger) == before


def test_a_segment_that_overlaps_gives_only_what_is_new(ledger: MemoryLedger) -> None:
    rows = rows_of([answered(attempt=number) for number in range(1, 9)])
    ledger.take([admitting(), halves(rows)[0]], SCOPES)

    taken = ledger.take([segment_of(rows)], SCOPES)

    assert taken.accepted == 4
    assert len(effects(ledger)[0]) == 8


def test_what_leaves_a_gap_is_refused_and_asked_again(ledger: MemoryLedger) -> None:
    first, second = halves(rows_of([answered(attempt=number) for number in range(1, 9)]))

    early = ledger.take([admitting(), second], SCOPES)
    assert [refusal.place for refusal in early.refused] == [1]
    assert "gap" in early.refused[0].reason

    assert ledger.take([first], SCOPES).accepted == 4
    assert ledger.take([second], SCOPES).accepted == 4


def test_segments_of_one_request_may_come_in_any_order(ledger: MemoryLedger) -> None:
    first, second = halves(rows_of([answered(attempt=number) for number in range(1, 9)]))

    taken = ledger.take([second, first, admitting()], SCOPES)

    assert taken.accepted == 9
    assert not taken.refused


def test_a_scope_that_is_not_exchanged_is_neither_taken_nor_given(ledger: MemoryLedger) -> None:
    foreign = Stream(LAPTOP_ID, 1, "plesso/altrove")
    rows = rows_of([answered()], foreign)

    taken = ledger.take([admitting(), segment_of(rows, foreign)], SCOPES)

    assert [refusal.place for refusal in taken.refused] == [1]
    assert ledger.states(["plesso/altrove"]) == ()
    assert list(ledger.segments_after(PeerVector({}), ["plesso/piandisasso"], 1 << 20)) == []


def test_a_damaged_segment_is_refused_alone(ledger: MemoryLedger) -> None:
    taken = ledger.take([admitting(), b"rubbish", segment_of(rows_of([answered()]))], SCOPES)

    assert taken.accepted == 2
    assert [refusal.place for refusal in taken.refused] == [1]


def test_another_salt_for_the_same_person_is_refused(ledger: MemoryLedger) -> None:
    rows = rows_of([answered(), answered(attempt=2)])
    ledger.take([admitting(), segment_of(rows[:1])], SCOPES)
    resalted = FactRow(9, rows[1].hlc_ms, PUPIL, rows[1].subject, b"another salt 16b", rows[1].body)
    chains = chain_on(genesis(PLESSO), [rows[0], resalted])

    taken = ledger.take(
        [cut_segment(PLESSO, [resalted], chains[0], sign_head(LAPTOP, PLESSO, 2, chains[1]))], SCOPES
    )

    assert "salt" in taken.refused[0].reason


# Acknowledged = durable


def test_what_could_not_be_committed_is_not_told_as_held(ledger: MemoryLedger) -> None:
    ledger.take([admitting()], SCOPES)
    before = ledger.states(SCOPES)
    pages = ledger.database.execute("PRAGMA page_count").fetchone()[0]
    ledger.database.execute(f"PRAGMA max_page_count={pages}").fetchall()
    day = segment_of(rows_of(school_day(500)))

    with pytest.raises(DiskFullError):
        ledger.take([day], SCOPES)
    assert ledger.states(SCOPES) == before

    ledger.database.execute("PRAGMA max_page_count=100000").fetchall()
    assert ledger.take([day], SCOPES).accepted == 500


def test_what_failed_halfway_leaves_nothing_behind_in_memory_either() -> None:
    ledger = MemoryLedger()
    ledger.write([(SCUOLA, [CertificateIssued(certificate=certificate_for("laptop", "dispositivo"))])], PEN)
    with pytest.raises(ValueError, match="author"):
        ledger.write([(PLESSO, [answered()]), (PLESSO, [PupilAdded(person=PUPIL)])], PEN)

    ledger.write([(PLESSO, [answered(exercise_ref="marche/altro/x"), answered()])], PEN)

    assert [act[1] for act in effects(ledger)[0]] == ["marche/altro/x", answered().exercise_ref]  # type: ignore[index]


# Clocks


def test_facts_follow_each_other_whatever_the_clock_does() -> None:
    ledger = MemoryLedger()
    ledger.write([(PLESSO, [answered(), answered()])], PEN)
    ledger.clock.ms -= 10**9
    ledger.write([(PLESSO, [answered()])], PEN)

    times = [hlc for (hlc,) in ledger.database.execute("SELECT hlc_ms FROM fact ORDER BY seq")]

    assert times == [START_MS, START_MS + 1, START_MS + 2]


def test_what_is_written_after_hearing_a_fact_comes_after_it_unless_its_clock_is_mad(
    ledger: MemoryLedger,
) -> None:
    day_ms, pen = 86_400_000, PEN
    own = Stream(b"somebody else's!", 1, PLESSO.scope)
    ahead = rows_of([answered()])[0]
    soon = FactRow(9, START_MS + day_ms // 2, PUPIL, ahead.subject, ahead.salt, ahead.body)
    mad = FactRow(9, START_MS + 400 * day_ms, PUPIL, ahead.subject, ahead.salt, ahead.body)

    ledger.take([admitting(), segment_of([soon])], SCOPES)
    ledger.write([(own, [answered()])], pen)
    assert _last_ms(ledger) == soon.hlc_ms + 1

    chains = chain_on(genesis(PLESSO), [soon, mad])
    ledger.take([cut_segment(PLESSO, [mad], chains[0], sign_head(LAPTOP, PLESSO, 2, chains[1]))], SCOPES)
    ledger.write([(own, [answered()])], pen)
    assert _last_ms(ledger) == START_MS + day_ms + 1


def _last_ms(ledger: MemoryLedger) -> int:
    found = ledger.database.execute(
        "SELECT max(fact.hlc_ms) FROM fact JOIN stream ON number = stream WHERE device = ?",
        (b"somebody else's!",),
    )
    return int(found.fetchone()[0])


def test_the_projection_rebuilt_from_the_log_equals_the_live_one(ledger: MemoryLedger) -> None:
    ledger.take([admitting("teacher"), segment_of(rows_of(one_of_each()))], SCOPES)
    before = effects(ledger)

    ledger.rebuild()

    assert effects(ledger) == before
    assert before[0]


def test_a_pupils_field_keeps_the_value_that_lost(ledger: MemoryLedger) -> None:
    facts = [PupilFieldSet(person=PUPIL, field="grade", value=value) for value in ("P3", "P4")]

    ledger.take([admitting("teacher"), segment_of(rows_of(facts))], SCOPES)

    assert things(ledger, "pupil") == [("grade", "P3"), ("grade", "P4")]
