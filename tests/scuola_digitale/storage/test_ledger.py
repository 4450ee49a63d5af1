"""The invariants of the fact log, a test or more for each."""

import sqlite3

import pytest
from format_samples import (
    LAPTOP,
    LAPTOP_ID,
    PLESSO,
    PUPIL,
    SCUOLA,
    START_MS,
    TEACHER_ID,
    answered,
    certificate_for,
    one_of_each,
    rows_of,
    school_day,
    seed,
    segment_of,
)
from ledger_samples import PEN, SCOPES, MemoryLedger, admitting, effects, reasons, things

from scuola_digitale.domain.facts import (
    CertificateIssued,
    HelpAsked,
    PlessoFieldSet,
    PupilAdded,
    PupilFieldSet,
    StaffFieldSet,
)
from scuola_digitale.format.canonical import decode, encode
from scuola_digitale.format.chain import FactRow, Stream, chain_on, fact_hash, genesis, row_of
from scuola_digitale.format.heads import sign_head
from scuola_digitale.format.kinds import KINDS
from scuola_digitale.format.segment import cut_segment
from scuola_digitale.format.signing import id_of, public_key
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.errors import DiskFullError
from scuola_digitale.storage.heads import HEAD_FACTS


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


def forged(row: FactRow) -> FactRow:
    """A staff fact whose author's signature is not the author's."""
    fields = decode(row.body)
    return FactRow(row.kind, row.hlc_ms, row.person, row.subject, row.salt, encode([*fields[:-1], b"s" * 64]))


# Stored is not believed


def test_a_forged_staff_fact_is_kept_and_relayed_without_effect_and_blocks_nothing(
    ledger: MemoryLedger,
) -> None:
    rows = rows_of([PupilAdded(person=PUPIL), answered()])
    segments = [admitting("teacher"), segment_of([forged(rows[0]), rows[1]])]

    taken = ledger.take(segments, SCOPES)

    assert taken.accepted == 4
    assert reasons(ledger) == ["author-signature-wrong"]
    assert things(ledger, "pupil") == []
    assert len(effects(ledger)[0]) == 1
    assert ledger.everything()[1] == segments[1]


def test_a_pupils_laptop_cannot_write_as_a_teacher_by_signing_itself(ledger: MemoryLedger) -> None:
    rows = rows_of([PupilAdded(person=PUPIL)])
    fields = decode(rows[0].body)
    own = row_of(5, START_MS, PUPIL, None, rows[0].salt, fields=[*fields[:-2], LAPTOP_ID, fields[-1]])

    ledger.take([admitting("teacher"), segment_of([own])], SCOPES)

    assert reasons(ledger) == ["author-not-entitled"]


def test_a_teacher_may_not_write_what_is_the_technicians(ledger: MemoryLedger) -> None:
    rows = rows_of([PlessoFieldSet(field="name", value="Altrove"), PupilAdded(person=PUPIL)])

    ledger.take([admitting("teacher"), segment_of(rows)], SCOPES)

    assert reasons(ledger) == ["author-not-entitled"]
    assert things(ledger, "pupil") == [("member", "1")]


def test_a_teacher_may_name_themselves_and_nobody_else(ledger: MemoryLedger) -> None:
    ledger.take([admitting("teacher")], SCOPES)
    other = Stream(id_of(public_key(seed("tablet"))), 1, "scuola")
    facts = [
        CertificateIssued(certificate=certificate_for("tablet", "dispositivo")),
        StaffFieldSet(staff_id=TEACHER_ID, field="title", value="maestra"),
        StaffFieldSet(staff_id=b"x" * 16, field="title", value="maestra"),
    ]

    ledger.take([segment_of(rows_of(facts, other), other, device_seed=seed("tablet"))], SCOPES)

    assert [field for field, _ in things(ledger, "staff")] == ["title"]
    assert reasons(ledger) == ["author-not-entitled"]


def test_a_staff_fact_waits_for_its_authors_certificate_and_then_counts(ledger: MemoryLedger) -> None:
    late = Stream(id_of(public_key(seed("tablet"))), 1, "scuola")
    certificates = [
        CertificateIssued(certificate=certificate_for("tablet", "dispositivo")),
        CertificateIssued(certificate=certificate_for("teacher", "insegnante")),
    ]
    ledger.take([admitting(), segment_of(rows_of(one_of_each()))], SCOPES)
    assert "author-not-admitted" in reasons(ledger)

    ledger.take([segment_of(rows_of(certificates, late), late, device_seed=seed("tablet"))], SCOPES)

    assert "author-not-admitted" not in reasons(ledger)
    assert ("member", "1") in things(ledger, "pupil")


def test_a_fact_of_a_device_admitted_later_waits_and_then_counts() -> None:
    ledger = MemoryLedger()
    ledger.write([(PLESSO, [answered()])], PEN)
    assert reasons(ledger) == ["device-not-admitted"]

    ledger.write([(SCUOLA, [CertificateIssued(certificate=certificate_for("laptop", "dispositivo"))])], PEN)

    assert reasons(ledger) == []
    assert len(effects(ledger)[0]) == 1


def test_a_certificate_of_another_school_has_no_effect(ledger: MemoryLedger) -> None:
    stranger = certificate_for("teacher", "insegnante", root=seed("another root"))
    facts = [
        CertificateIssued(certificate=certificate_for("laptop", "dispositivo")),
        CertificateIssued(certificate=stranger),
    ]

    ledger.take([segment_of(rows_of(facts, SCUOLA), SCUOLA)], SCOPES)

    assert reasons(ledger) == ["certificate-not-of-this-school"]


def test_a_fact_in_the_wrong_scope_has_no_effect(ledger: MemoryLedger) -> None:
    facts = [CertificateIssued(certificate=certificate_for("laptop", "dispositivo")), answered()]

    ledger.take([segment_of(rows_of(facts, SCUOLA), SCUOLA)], SCOPES)

    assert reasons(ledger) == ["wrong-scope"]


@pytest.mark.parametrize(
    "fields",
    [
        [["b"], 101, 1, 0, 1, 1, 0, None],
        [["b"], 100, -1, 0, 1, 1, 0, None],
        [["b"], 100, 2**62, 0, 1, 1, 0, None],
        ["b", 100, 1, 0, 1, 1, 0, None],
        [["b"], "100", 1, 0, 1, 1, 0, None],
        [["b"], 100, 1, 0, 1, 1, 0, b"sealed and open"],
        [None, 100, 1, 0, 1, 1, 0, "sealed"],
        [["b"]],
        [],
    ],
)
def test_a_fact_with_fields_that_cannot_be_has_no_effect_and_blocks_nothing(
    ledger: MemoryLedger, fields: list[object]
) -> None:
    good = rows_of([answered()], first_seq=2)[0]
    bad = row_of(9, START_MS, PUPIL, "marche/frazioni/quarti", good.salt, fields=fields)

    ledger.take([admitting(), segment_of([bad, good])], SCOPES)

    assert reasons(ledger) == ["malformed"]
    assert len(effects(ledger)[0]) == 1


def test_fields_that_a_newer_program_adds_are_passed_over_and_kept(ledger: MemoryLedger) -> None:
    good = rows_of([answered()])[0]
    newer = FactRow(
        9, good.hlc_ms, good.person, good.subject, good.salt, encode([*decode(good.body), "nuovo"])
    )
    segment = segment_of([newer])

    ledger.take([admitting(), segment], SCOPES)

    assert reasons(ledger) == []
    assert ledger.everything()[1] == segment


def test_an_older_program_keeps_relays_and_after_its_update_folds_what_it_did_not_know() -> None:
    database = sqlite3.connect(":memory:", isolation_level=None)
    older = MemoryLedger(device=b"older", kinds=KINDS.without(9, 10), database=database)
    segments = [admitting("teacher"), segment_of(rows_of(one_of_each()))]
    older.take(segments, SCOPES)
    assert reasons(older).count("unknown-kind") == 3
    assert older.everything() == segments

    updated = MemoryLedger(device=b"older", database=database)
    updated.fold_new_kinds()

    always_new = MemoryLedger(device=b"newer")
    always_new.take(segments, SCOPES)
    assert effects(updated) == effects(always_new)
    assert "unknown-kind" not in reasons(updated)


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


# Relays


def test_a_relay_without_the_key_cuts_and_joins_and_the_third_holds_the_same_chain() -> None:
    writer, relay, third = MemoryLedger(), MemoryLedger(device=b"relay"), MemoryLedger(device=b"third")
    writer.write([(SCUOLA, [CertificateIssued(certificate=certificate_for("laptop", "dispositivo"))])], PEN)
    for fact in school_day(300):
        writer.write([(PLESSO, [fact])], PEN)
        writer.sign_heads(LAPTOP)
        relay.take(list(writer.segments_after(PeerVector.of(relay.states(SCOPES)), SCOPES, 1 << 20)), SCOPES)

    segments = relay.everything()
    third.take(segments, SCOPES)

    assert len(segments) == 2
    assert third.states(SCOPES) == relay.states(SCOPES) == writer.states(SCOPES)
    assert effects(third) == effects(writer)


def test_a_peer_in_the_middle_of_a_segment_gets_just_what_follows() -> None:
    writer, peer = MemoryLedger(), MemoryLedger(device=b"peer")
    writer.write([(SCUOLA, [CertificateIssued(certificate=certificate_for("laptop", "dispositivo"))])], PEN)
    writer.write([(PLESSO, school_day(7))], PEN)
    writer.sign_heads(LAPTOP)
    peer.take(writer.everything(), SCOPES)
    writer.write([(PLESSO, school_day(7))], PEN)
    writer.sign_heads(LAPTOP)

    news = list(writer.segments_after(PeerVector.of(peer.states(SCOPES)), SCOPES, 1 << 20))

    assert peer.take(news, SCOPES).accepted == 7
    assert peer.states(SCOPES) == writer.states(SCOPES)


def test_what_is_not_signed_yet_is_not_offered() -> None:
    writer = MemoryLedger()
    writer.write([(PLESSO, [answered()])], PEN)

    assert writer.everything() == []


def test_a_long_day_is_cut_at_heads_every_thousand_facts_and_within_the_limit() -> None:
    writer = MemoryLedger()
    writer.write([(PLESSO, school_day(2_500))], PEN)
    writer.sign_heads(LAPTOP)

    segments = writer.everything()
    some = list(writer.segments_after(PeerVector({}), SCOPES, 1))

    assert 2_500 / HEAD_FACTS <= len(segments) <= 4
    assert some == segments[:1]


def test_an_erased_fact_travels_as_its_hash() -> None:
    writer, peer = MemoryLedger(), MemoryLedger(device=b"peer")
    writer.write([(SCUOLA, [CertificateIssued(certificate=certificate_for("laptop", "dispositivo"))])], PEN)
    writer.write(
        [(PLESSO, [answered(), answered(person=b"q" * 16), HelpAsked(person=PUPIL, exercise_ref="x")])], PEN
    )
    writer.sign_heads(LAPTOP)
    held = next(one for one in writer._log.all_streams() if one.stream == PLESSO)
    for seq, row in enumerate(writer._log.rows(held, 1, 3), start=1):
        if isinstance(row, FactRow) and row.person == PUPIL:
            writer.database.execute(
                "UPDATE fact SET kind = NULL, hlc_ms = NULL, person = NULL, subject = NULL, body = ?"
                " WHERE stream = ? AND seq = ?",
                (fact_hash(row), held.number, seq),
            )

    assert peer.take(writer.everything(), SCOPES).accepted == 4
    assert peer.states(SCOPES) == writer.states(SCOPES)
    assert len(effects(peer)[0]) == 1


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
