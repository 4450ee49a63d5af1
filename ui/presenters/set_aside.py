"""What was set aside, in words a technician can use."""

from collections.abc import Sequence

from scuola_digitale.domain.traces import SetAside
from scuola_digitale.words import say

_REASONS = {
    "unknown-kind": say("scritti da una versione più nuova del programma: varranno dopo l’aggiornamento"),
    "malformed": say("scritti male"),
    "wrong-scope": say("scritti fuori posto"),
    "device-not-admitted": say("di un portatile che la scuola non ha ancora ammesso"),
    "device-of-another-scope": say("di un portatile che non è ammesso in questo plesso"),
    "device-revoked": say("di un portatile escluso, dopo l’esclusione"),
    "author-not-admitted": say("firmati da chi la scuola non conosce ancora"),
    "author-not-entitled": say("firmati da chi non può scriverli"),
    "author-signature-wrong": say("con una firma falsa"),
    "author-revoked": say("firmati con una chiave ritirata, dopo il ritiro"),
    "certificate-not-of-this-school": say("certificati che non sono di questa scuola"),
    "revocation-not-of-this-school": say("esclusioni che non sono di questa scuola"),
}

_NO_EFFECT = say("senza effetto")


def reason_words(reason: str) -> str:
    """Why facts have no effect, in words."""
    return _REASONS.get(reason, _NO_EFFECT)


def set_aside_lines(found: Sequence[SetAside]) -> list[str]:
    """A line for each reason and laptop, the most facts first."""
    ordered = sorted(found, key=lambda one: (-one.facts, one.reason, one.device))
    return [f"{one.facts} {reason_words(one.reason)} ({_writer(one)})" for one in ordered]


def _writer(one: SetAside) -> str:
    return one.label or say("portatile {device}", device=one.device.hex()[:8])
