"""Stored is not believed: a fact that nobody was entitled to write, or that cannot be, is kept, passed on and has no effect."""

import sqlite3

import pytest
from format_samples import (
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
    seed,
    segment_of,
)
from ledger_samples import PEN, SCOPES, MemoryLedger, admitting, effects, reasons, things

from scuola_digitale.domain.facts import (
    CertificateIssued,
    PlessoFieldSet,
    PupilAdded,
    StaffFieldSet,
)
from scuola_digitale.format.canonical import decode, encode
from scuola_digitale.format.chain import FactRow, Stream, row_of
from scuola_digitale.format.kinds import KINDS
from scuola_digitale.format.signing import id_of, public_key


@pytest.fixture
def ledger() -> MemoryLedger:
    return MemoryLedger(device=b"somebody else's!")


def forged(row: FactRow) -> FactRow:
    """A staff fact whose author's signature is not the author's."""
    fields = decode(row.body)
    return FactRow(row.kind, row.hlc_ms, row.person, row.subject, row.salt, encode([*fields[:-1], b"s" * 64]))


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
