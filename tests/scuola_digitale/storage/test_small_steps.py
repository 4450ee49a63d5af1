"""For a line that falls, what nobody else holds yet is signed, and so sent, in small steps."""

import pytest
from format_samples import LAPTOP, PLESSO, SCUOLA, answered, certificate_for
from ledger_samples import PEN, SCOPES, MemoryLedger

from scuola_digitale.domain.facts import CertificateIssued
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.heads import STEP_BYTES


@pytest.fixture
def writer() -> MemoryLedger:
    """Has written 30 KB that cannot be compressed away, and signed their end."""
    ledger = MemoryLedger()
    ledger.write([(SCUOLA, [CertificateIssued(certificate=certificate_for("laptop", "dispositivo"))])], PEN)
    typed = [answered(typed=True, answer=(f"{place} parole " * 8,), score=None) for place in range(200)]
    ledger.write([(PLESSO, typed)], PEN)
    ledger.sign_heads(LAPTOP)
    return ledger


def test_segments_are_small_then_and_say_the_same(writer: MemoryLedger) -> None:
    coarse = writer.everything()

    writer.sign_heads(LAPTOP, in_steps=True)
    steps = writer.everything()

    assert max(map(len, coarse)) > 20_000
    assert max(map(len, steps)) < STEP_BYTES + 2_000
    stepped, whole = MemoryLedger(device=b"one"), MemoryLedger(device=b"other")
    for segment in steps:
        assert not stepped.take([segment], SCOPES).refused
    whole.take(coarse, SCOPES)
    assert stepped.states(SCOPES) == whole.states(SCOPES) == writer.states(SCOPES)


def test_a_second_time_changes_nothing(writer: MemoryLedger) -> None:
    writer.sign_heads(LAPTOP, in_steps=True)
    steps = writer.everything()

    writer.sign_heads(LAPTOP, in_steps=True)

    assert writer.everything() == steps


def test_what_a_keeper_holds_is_left_as_it_is(writer: MemoryLedger) -> None:
    before = writer.everything()
    writer.acknowledged(PeerVector.of(writer.states(SCOPES)), SCOPES, None)

    writer.sign_heads(LAPTOP, in_steps=True)

    assert writer.everything() == before
