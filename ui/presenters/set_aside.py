"""What was set aside, in words a technician can use."""

from collections.abc import Sequence

from scuola_digitale.domain.traces import SetAside

_REASONS = {
    "unknown-kind": "scritti da una versione più nuova del programma: varranno dopo l’aggiornamento",
    "malformed": "scritti male",
    "wrong-scope": "scritti fuori posto",
    "device-not-admitted": "di un portatile che la scuola non ha ancora ammesso",
    "device-revoked": "di un portatile escluso, dopo l’esclusione",
    "author-not-admitted": "firmati da chi la scuola non conosce ancora",
    "author-not-entitled": "firmati da chi non può scriverli",
    "author-signature-wrong": "con una firma falsa",
    "author-revoked": "firmati con una chiave ritirata, dopo il ritiro",
    "certificate-not-of-this-school": "certificati che non sono di questa scuola",
    "revocation-not-of-this-school": "esclusioni che non sono di questa scuola",
}


def set_aside_lines(found: Sequence[SetAside]) -> list[str]:
    """A line for each reason and laptop, the most facts first."""
    ordered = sorted(found, key=lambda one: (-one.facts, one.reason, one.device))
    return [f"{one.facts} {_REASONS.get(one.reason, 'senza effetto')} ({_writer(one)})" for one in ordered]


def _writer(one: SetAside) -> str:
    return one.label or f"portatile {one.device.hex()[:8]}"
