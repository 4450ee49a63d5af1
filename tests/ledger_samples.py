"""Ledgers in memory for the school of format_samples.py, and what they hold in a form that can be compared."""

import random
import sqlite3
from collections.abc import Iterator, Sequence

from format_samples import (
    LAPTOP,
    LAPTOP_ID,
    ROOT_KEY,
    SCUOLA,
    START_MS,
    certificate_for,
    key_ring,
    rows_of,
    segment_of,
)

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.facts import CertificateIssued
from scuola_digitale.format.kinds import KINDS, KindTable
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.connection import prepare
from scuola_digitale.storage.held_stream import LEAST_PACKED
from scuola_digitale.storage.ledger import Ledger
from scuola_digitale.storage.migrations import migrate
from scuola_digitale.storage.packed_acts import unpack_acts
from scuola_digitale.storage.pen import Pen

SCOPES = ("scuola", "plesso/piandisasso")
PEN = Pen(LAPTOP, key_ring().seal)


class MemoryLedger(Ledger):
    """A ledger whose database is in memory.

    Attributes:
        database: its connection, to look behind it.
        clock: stands still.
    """

    def __init__(
        self,
        *,
        device: bytes = LAPTOP_ID,
        kinds: KindTable = KINDS,
        database: sqlite3.Connection | None = None,
    ) -> None:
        self.database = database or sqlite3.connect(":memory:", isolation_level=None)
        self.clock = SetClock(START_MS)
        prepare(self.database)
        migrate(self.database)
        super().__init__(
            self.database,
            device=device,
            root_key=ROOT_KEY,
            clock=self.clock,
            random=random.Random(3).randbytes,
            kinds=kinds,
        )

    def everything(self) -> list[bytes]:
        """All its segments."""
        return list(self.segments_after(PeerVector({}), SCOPES, 1 << 30))


def admitting(*names: str) -> bytes:
    """A segment in which the first laptop admits itself, and `insegnante` or `tecnico` by seed name."""
    certificates = [certificate_for("laptop", "dispositivo")]
    for serial, name in enumerate(names, start=2):
        role = "tecnico" if name == "technician" else "insegnante"
        certificates.append(certificate_for(name, role, serial=serial))  # type: ignore[arg-type]
    facts = [CertificateIssued(certificate=certificate) for certificate in certificates]
    return segment_of(rows_of(facts, SCUOLA), SCUOLA)


_ACTS = """
SELECT p.value, s.value, act.hlc_ms, device, epoch, scope, act.seq, deed, score, hints, seconds FROM act
JOIN name AS p ON p.number = person JOIN name AS s ON s.number = subject
JOIN stream ON stream.number = act.stream
"""
_STREAMS = "SELECT number, device, epoch, scope FROM stream"
_SAYINGS = """
SELECT thing, key, field, hlc_ms, device, epoch, scope, saying.seq, author, value FROM saying
JOIN stream ON stream.number = saying.stream
"""
_QUARANTINE = """
SELECT device, epoch, scope, quarantine.seq, reason, awaits FROM quarantine
JOIN stream ON stream.number = quarantine.stream
"""


def effects(ledger: MemoryLedger) -> list[list[object]]:
    """Every effect and every fact without one, whatever numbers this database gave to things; packed or not."""
    acts, sayings, quarantine = (
        ledger.database.execute(query).fetchall() for query in (_ACTS, _SAYINGS, _QUARANTINE)
    )
    return [sorted(some, key=repr) for some in ([*acts, *_packed_acts(ledger)], sayings, quarantine)]


def _packed_acts(ledger: MemoryLedger) -> Iterator[tuple[object, ...]]:
    names = dict(ledger.database.execute("SELECT number, value FROM name"))
    streams = {number: rest for number, *rest in ledger.database.execute(_STREAMS)}
    for person, acts in ledger.database.execute("SELECT person, acts FROM packed_act"):
        for hlc_ms, stream, seq, subject, *deed in unpack_acts(acts):
            yield (names[person], names[subject], hlc_ms, *streams[stream], seq, *deed)


def close_year(ledger: MemoryLedger, until_ms: int = 1 << 47, *, least: int = LEAST_PACKED) -> int:
    """Packs everything older than a time; gives how many facts."""
    facts = sum(ledger.pack(until_ms, least=least))
    ledger.pack_acts()
    return facts


def reasons(ledger: MemoryLedger) -> list[str]:
    """Why facts are without effect."""
    return [reason for (reason,) in ledger.database.execute("SELECT reason FROM quarantine ORDER BY seq")]


def things(ledger: MemoryLedger, thing: str) -> Sequence[tuple[object, ...]]:
    """The fields said of things of a sort."""
    return ledger.database.execute(
        "SELECT field, value FROM saying WHERE thing = ? ORDER BY hlc_ms", (thing,)
    ).fetchall()
