"""What was erased never travels as a hash ahead of the erasure itself: that might be lost, and nobody be forgotten."""

import pytest
from format_samples import LAPTOP, PLESSO, PUPIL, SCUOLA, answered, certificate_for, key_ring, seed
from ledger_samples import PEN, SCOPES, MemoryLedger, effects

from scuola_digitale.domain.facts import CertificateIssued, PersonErased
from scuola_digitale.format.signing import id_of, public_key
from scuola_digitale.storage.pen import Pen

TECHNICIAN = Pen(LAPTOP, key_ring().seal, seed("technician"), id_of(public_key(seed("technician"))))


@pytest.fixture
def writer() -> MemoryLedger:
    """Holds an answer that is signed, on a laptop that knows its technician."""
    ledger = MemoryLedger()
    certificates = [certificate_for("laptop", "dispositivo"), certificate_for("technician", "tecnico")]
    ledger.write([(SCUOLA, [CertificateIssued(certificate=one) for one in certificates])], PEN)
    ledger.write([(PLESSO, [answered()])], PEN)
    ledger.sign_heads(LAPTOP)
    return ledger


def test_whoever_gets_the_hash_gets_the_erasure_too(writer: MemoryLedger) -> None:
    writer.write([(SCUOLA, [PersonErased(erased=PUPIL)])], TECHNICIAN)

    peer = MemoryLedger(device=b"peer")
    peer.take(writer.everything(), SCOPES)

    assert effects(peer)[0] == []
    assert PUPIL in {
        key for (key,) in peer.database.execute("SELECT key FROM saying WHERE thing = 'erasure'")
    }


def test_what_is_not_erased_is_not_signed_before_its_time(writer: MemoryLedger) -> None:
    writer.write([(PLESSO, [answered(attempt=2)])], PEN)

    peer = MemoryLedger(device=b"peer")
    peer.take(writer.everything(), SCOPES)

    assert len(effects(peer)[0]) == 1
