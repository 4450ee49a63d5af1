"""The projections: what the facts mean, kept ready for reading; one fold for writing, intake and rebuild."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from scuola_digitale.domain.authority import belongs, may_write
from scuola_digitale.domain.facts import CertificateIssued, Fact
from scuola_digitale.domain.folding import Act, Saying, effect_of
from scuola_digitale.format.certificates import Certificate, read_certificate, read_trusted
from scuola_digitale.format.chain import FactRow, Row
from scuola_digitale.format.errors import BadCertificateError, BadSegmentError
from scuola_digitale.format.heads import is_author_signed
from scuola_digitale.format.kinds import KindTable, TypedFact, typed_fact
from scuola_digitale.storage.connection import Connection
from scuola_digitale.storage.fact_log import FactLog, HeldStream
from scuola_digitale.storage.names import Names

_AT_ONCE = 2_000


class _NoEffectError(Exception):
    """Why a fact has no effect, and what could change that: somebody's id, a kind's number, or None."""

    def __init__(self, reason: str, awaits: bytes | int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.awaits = awaits


class _Effects(msgspec.Struct):
    """Rows for the tables, gathered so that each table is written once."""

    acts: list[Any] = []
    sayings: list[Any] = []
    quarantine: list[Any] = []
    admitted: set[bytes] = set()


class Projection:
    """Folds rows into acts and sayings; what has no right to an effect stands in quarantine with its reason."""

    def __init__(
        self, connection: Connection, names: Names, log: FactLog, *, kinds: KindTable, root_key: bytes
    ) -> None:
        self._connection = connection
        self._names = names
        self._log = log
        self._kinds = kinds
        self._root_key = root_key
        self._roles: dict[bytes, frozenset[str]] = {}
        self._keys: dict[bytes, bytes] = {}

    def refresh(self) -> None:
        """Reads whom the certificates admit; called once a transaction."""
        self._roles, self._keys = {}, {}
        rows = self._connection.execute("SELECT value FROM saying WHERE thing = 'certificate'")
        for (data,) in rows.fetchall():
            self._admit(read_trusted(data))

    def device_key(self, device: bytes) -> bytes | None:
        """The signing key of an admitted device, or None."""
        return self._keys[device] if self._is_device(device) else None

    def fold(self, held: HeldStream, rows: Iterable[tuple[int, Row]]) -> None:
        """Gives facts their effects, and looks again at those that waited for a certificate among them."""
        effects = _Effects()
        for seq, row in rows:
            if isinstance(row, FactRow):
                self._fold_one(held, seq, row, effects)
        self._write(effects)
        if effects.admitted:
            self._fold_waiting(effects.admitted)

    def new_kinds(self) -> set[int]:
        """The kinds of waiting facts that this program knows: it is newer than the one that took them in."""
        waiting = self._connection.execute(
            "SELECT DISTINCT awaits FROM quarantine WHERE typeof(awaits) = 'integer'"
        )
        return {number for (number,) in waiting.fetchall() if number in self._kinds}

    def fold_new_kinds(self) -> None:
        """After an update: gives effect to facts whose kind was not known before."""
        self._fold_waiting(self.new_kinds())

    def rebuild(self) -> None:
        """Forgets every effect and folds the whole log again: the same comes out."""
        for sql in ("DELETE FROM act", "DELETE FROM saying", "DELETE FROM quarantine"):
            self._connection.execute(sql)
        self._roles, self._keys = {}, {}
        for held in self._log.all_streams():
            for first in range(1, held.seq + 1, _AT_ONCE):
                rows = self._log.rows(held, first, first + _AT_ONCE - 1)
                self.fold(held, enumerate(rows, start=first))

    def _fold_waiting(self, awaited: Collection[bytes | int]) -> None:
        for one in awaited:
            waiting = self._connection.execute(
                "SELECT stream, seq FROM quarantine WHERE awaits = ? ORDER BY stream, seq", (one,)
            ).fetchall()
            self._connection.execute("DELETE FROM quarantine WHERE awaits = ?", (one,))
            streams = {held.number: held for held in self._log.all_streams()}
            for number, places in groupby(waiting, key=itemgetter(0)):
                self._fold_seqs(streams[number], [seq for _, seq in places])

    def _fold_seqs(self, held: HeldStream, seqs: Sequence[int]) -> None:
        for start in range(0, len(seqs), _AT_ONCE):
            some = seqs[start : start + _AT_ONCE]
            rows = enumerate(self._log.rows(held, some[0], some[-1]), start=some[0])
            wanted = set(some)
            self.fold(held, [(seq, row) for seq, row in rows if seq in wanted])

    def _fold_one(self, held: HeldStream, seq: int, row: FactRow, effects: _Effects) -> None:
        try:
            typed = self._typed(row)
            effect = self._effect(held, seq, row, typed, effects)
        except _NoEffectError as why:
            effects.quarantine.append((held.number, seq, why.reason, why.awaits))
            return
        if isinstance(effect, Act):
            effects.acts.append(
                (
                    self._names.number[effect.person],
                    self._names.number[effect.subject],
                    row.hlc_ms,
                    held.number,
                    seq,
                    int(effect.deed),
                    effect.score,
                    effect.hints,
                    effect.seconds,
                )
            )
        else:
            place = (row.hlc_ms, held.number, seq, typed.author)
            effects.sayings.append((effect.thing, effect.key, effect.field, *place, effect.value))

    def _typed(self, row: FactRow) -> TypedFact:
        kind = self._kinds.get(row.kind)
        if kind is None:
            raise _NoEffectError("unknown-kind", row.kind)
        try:
            return typed_fact(kind, row)
        except BadSegmentError as error:
            raise _NoEffectError("malformed") from error

    def _effect(
        self, held: HeldStream, seq: int, row: FactRow, typed: TypedFact, effects: _Effects
    ) -> Act | Saying:
        fact, scope = typed.fact, held.stream.scope
        if not belongs(fact, scope):
            raise _NoEffectError("wrong-scope")
        if isinstance(fact, CertificateIssued):
            return self._certificate(fact, effects)
        if not self._is_device(held.stream.device):
            raise _NoEffectError("device-not-admitted", held.stream.device)
        if fact.staff:
            self._check_author(held, seq, row, fact, typed.author)
        return effect_of(fact, typed.sealed, scope)

    def _certificate(self, fact: CertificateIssued, effects: _Effects) -> Saying:
        try:
            certificate = read_certificate(fact.certificate, self._root_key)
        except BadCertificateError as error:
            raise _NoEffectError("certificate-not-of-this-school") from error
        if self._admit(certificate):
            effects.admitted.add(certificate.subject_id)
        return Saying("certificate", certificate.subject_id, str(certificate.serial), fact.certificate)

    def _check_author(
        self, held: HeldStream, seq: int, row: FactRow, fact: Fact, author: bytes | None
    ) -> None:
        if author not in self._keys:
            raise _NoEffectError("author-not-admitted", author)
        if not may_write(fact, author, self._roles[author]):
            raise _NoEffectError("author-not-entitled", author)
        if not is_author_signed(self._keys[author], held.stream, seq, row):
            raise _NoEffectError("author-signature-wrong")

    def _admit(self, certificate: Certificate) -> bool:
        """Whether that gave somebody a role they had not."""
        owner = certificate.subject_id
        before = self._roles.get(owner, frozenset())
        self._roles[owner] = before | {certificate.role}
        self._keys[owner] = certificate.signing_key
        return certificate.role not in before

    def _is_device(self, device: bytes) -> bool:
        return "dispositivo" in self._roles.get(device, ())

    def _write(self, effects: _Effects) -> None:
        for sql, rows in (
            ("INSERT INTO act VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", effects.acts),
            ("INSERT INTO saying VALUES (?, ?, ?, ?, ?, ?, ?, ?)", effects.sayings),
            ("INSERT INTO quarantine VALUES (?, ?, ?, ?)", effects.quarantine),
        ):
            if rows:
                self._connection.executemany(sql, rows)
