"""What a laptop passes on to another one, be it its own or not: cut and joined at heads, the same chain for all."""

from format_samples import (
    LAPTOP,
    PLESSO,
    PUPIL,
    SCUOLA,
    answered,
    certificate_for,
    school_day,
)
from ledger_samples import PEN, SCOPES, MemoryLedger, effects

from scuola_digitale.domain.facts import (
    CertificateIssued,
    HelpAsked,
)
from scuola_digitale.format.chain import FactRow, fact_hash
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.heads import HEAD_FACTS


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
