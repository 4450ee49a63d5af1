"""The projections: what the facts mean, kept ready for reading; one fold for writing, intake and rebuild."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from scuola_digitale.domain.authority import belongs, may_write
from scuola_digitale.domain.facts import CertificateIssued, Fact, FactBrought, KeyRevoked
from scuola_digitale.domain.folding import BROUGHT, Act, Saying, effect_of
from scuola_digitale.format.brought import unwrapped
from scuola_digitale.format.certificates import read_certificate, read_trusted
from scuola_digitale.format.chain import FactRow, Row
from scuola_digitale.format.errors import BadCertificateError, BadSegmentError
from scuola_digitale.format.gone import Gone, gone_by
from scuola_digitale.format.heads import is_author_signed
from scuola_digitale.format.kinds import (
    CERTIFICATE_ISSUED,
    KEY_REVOKED,
    PERSON_ERASED,
    PHOTOS_ERASED,
    KindTable,
    TypedFact,
    typed_fact,
)
from scuola_digitale.format.revocations import read_revocation, read_trusted_revocation
from scuola_digitale.storage.connection import Connection
from scuola_digitale.storage.fact_log import FactLog
from scuola_digitale.storage.forgetting import drop_effects, gone_in
from scuola_digitale.storage.held_stream import HeldStream
from scuola_digitale.storage.names import Names
from scuola_digitale.storage.packed_acts import pack_acts_of, persons_to_pack
from scuola_digitale.storage.standing import Standing, limits

_AT_ONCE = 2_000

_FINAL = frozenset({PERSON_ERASED, PHOTOS_ERASED})
"""An erasure cannot be taken back where it was heard first: no later revocation touches it anywhere."""


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
    gone: Gone = Gone()


class Projection:
    """Folds rows into acts and sayings; what has no right to an effect stands in quarantine with its reason.

    Attributes:
        standing: whom the school's root admitted and revoked.
        erased_now: whether this transaction erased somebody, or their photo.
    """

    def __init__(
        self, connection: Connection, names: Names, log: FactLog, *, kinds: KindTable, root_key: bytes
    ) -> None:
        self._connection = connection
        self._names = names
        self._log = log
        self._kinds = kinds
        self._root_key = root_key
        self.standing = Standing()
        self._limits: dict[bytes, dict[int, int]] = {}
        self._outdated = False
        self.erased_now = False

    def refresh(self) -> None:
        """Reads whom the root admitted and revoked, and who was erased."""
        self.standing = Standing()
        rows = self._connection.execute(
            "SELECT thing, value FROM saying WHERE thing IN ('certificate', 'revocation')"
        )
        for thing, value in rows.fetchall():
            if thing == "certificate":
                self.standing.admit(read_trusted(value))
            else:
                self.standing.revoke(read_trusted_revocation(value))
        self._log.gone = gone_in(self._connection)

    def begin(self) -> None:
        """Begins a transaction."""
        self._limits, self._outdated, self.erased_now = {}, False, False

    def fold(self, held: HeldStream, rows: Iterable[tuple[int, Row]]) -> None:
        """Gives facts their effects, and looks again at those that waited for a certificate among them."""
        effects = _Effects()
        for seq, row in rows:
            if isinstance(row, FactRow):
                self._fold_one(held, seq, row, effects)
        self._write(effects)
        if effects.gone:
            self._erase(effects.gone)
        if effects.admitted:
            self._fold_waiting(effects.admitted)

    def weigh(self) -> None:
        """Before anything is appended: notes what revocations leave, so that `settle` sees what changed."""
        self._limits = {owner: self._new_limits(owner) for owner in self.standing.revoked}

    def settle(self, grown: Iterable[HeldStream]) -> None:
        """After the last fold of a transaction: folds all again where a revocation means something else now.

        A revocation came in, or the point it names turned out to lie in another branch.

        Args:
            grown: what was appended to.
        """
        touched = {held.stream for held in grown}
        for owner, revocation in self.standing.revoked.items():
            concerned = {point.stream for point in revocation.last_good} & touched
            if concerned or owner in {stream.device for stream in touched}:
                self._outdated |= self._limits.get(owner) != self._new_limits(owner)
        if self._outdated:
            self.rebuild()

    def _erase(self, gone: Gone) -> None:
        """Leaves nothing of what is gone but hashes, whether it was folded or not."""
        self._log.gone |= gone
        drop_effects(self._connection, self._names, gone, self._log.erase(gone))
        self.erased_now = True

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
        for sql in (
            "DELETE FROM act",
            "DELETE FROM packed_act",
            "DELETE FROM saying",
            "DELETE FROM quarantine",
        ):
            self._connection.execute(sql)
        self._learn_standing()
        for held in self._log.all_streams():
            for first in range(held.after + 1, held.seq + 1, _AT_ONCE):
                rows = self._log.rows(held, first, first + _AT_ONCE - 1)
                self.fold(held, enumerate(rows, start=first))
        for person in persons_to_pack(self._connection):
            pack_acts_of(self._connection, person)

    def _learn_standing(self) -> None:
        """Reads from the log whom the root admitted and revoked, before anything is folded."""
        self.standing, self._limits = Standing(), {}
        self._log.gone = Gone()
        for held, seq, row in self._log.rows_of_kinds((CERTIFICATE_ISSUED, KEY_REVOKED)):
            try:
                self._effect(held, seq, row, self._typed(row), _Effects())
            except _NoEffectError:
                continue
        self._outdated = False

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
        at_ms, author = row.hlc_ms, typed.author
        brought = isinstance(typed.fact, FactBrought)
        if isinstance(typed.fact, FactBrought):
            at_ms, author = typed.fact.at_ms, self._inner(typed.fact).author
        if isinstance(effect, Act):
            effects.acts.append(
                (
                    self._names.number[effect.person],
                    self._names.number[effect.subject],
                    at_ms,
                    held.number,
                    seq,
                    int(effect.deed) + (BROUGHT if brought else 0),
                    effect.score,
                    effect.hints,
                    effect.seconds,
                )
            )
        else:
            place = (at_ms, held.number, seq, author)
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
        if row.kind == CERTIFICATE_ISSUED and isinstance(fact, CertificateIssued):
            return self._certificate(fact, effects)
        if row.kind == KEY_REVOKED and isinstance(fact, KeyRevoked):
            return self._revocation(fact)
        device = held.stream.device
        if device not in self.standing.devices:
            raise _NoEffectError("device-not-admitted", device)
        if not self.standing.may_write_in(device, scope):
            raise _NoEffectError("device-of-another-scope", device)
        final = row.kind in _FINAL
        if device in self.standing.revoked and not final and not self._still_counts(device, held, seq):
            raise _NoEffectError("device-revoked")
        if fact.staff:
            self._check_author(held, seq, row, fact, typed.author)
            effects.gone |= gone_by(fact)
        if isinstance(fact, FactBrought):
            inner = self._inner(fact)
            return effect_of(inner.fact, inner.sealed, scope)
        return effect_of(fact, typed.sealed, scope)

    def _inner(self, fact: FactBrought) -> TypedFact:
        try:
            return unwrapped(fact, self._kinds)
        except BadSegmentError as error:
            raise _NoEffectError("malformed") from error
        except LookupError as error:
            raise _NoEffectError("unknown-kind", fact.brought) from error

    def _certificate(self, fact: CertificateIssued, effects: _Effects) -> Saying:
        try:
            certificate = read_certificate(fact.certificate, self._root_key)
        except BadCertificateError as error:
            raise _NoEffectError("certificate-not-of-this-school") from error
        if self.standing.admit(certificate):
            effects.admitted.add(certificate.subject_id)
        return Saying("certificate", certificate.subject_id, str(certificate.serial), fact.certificate)

    def _revocation(self, fact: KeyRevoked) -> Saying:
        try:
            revocation = read_revocation(fact.revocation, self._root_key)
        except BadCertificateError as error:
            raise _NoEffectError("revocation-not-of-this-school") from error
        if self.standing.revoke(revocation):
            self._outdated = True
        return Saying("revocation", revocation.owner, str(revocation.issued_ms), fact.revocation)

    def _check_author(
        self, held: HeldStream, seq: int, row: FactRow, fact: Fact, author: bytes | None
    ) -> None:
        key = self.standing.key(author) if author is not None else None
        if author is None or key is None:
            raise _NoEffectError("author-not-admitted", author)
        if not may_write(fact, author, self.standing.roles(author)):
            raise _NoEffectError("author-not-entitled", author)
        if not is_author_signed(key, held.stream, seq, row):
            raise _NoEffectError("author-signature-wrong")
        if row.kind in _FINAL or self._still_counts(author, held, seq):
            return
        if row.hlc_ms > self.standing.revoked[author].until_ms:
            raise _NoEffectError("author-revoked")

    def _still_counts(self, owner: bytes, held: HeldStream, seq: int) -> bool:
        """Whether a fact of this place is one of those that a revocation leaves to its owner."""
        if owner not in self.standing.revoked:
            return True
        if owner not in self._limits:
            self._limits[owner] = self._new_limits(owner)
        return seq <= self._limits[owner].get(held.number, 0)

    def _new_limits(self, owner: bytes) -> dict[int, int]:
        return limits(self.standing.revoked[owner], self._log.all_streams(), self._log.chain_at)

    def _write(self, effects: _Effects) -> None:
        for sql, rows in (
            ("INSERT INTO act VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", effects.acts),
            ("INSERT INTO saying VALUES (?, ?, ?, ?, ?, ?, ?, ?)", effects.sayings),
            ("INSERT INTO quarantine VALUES (?, ?, ?, ?)", effects.quarantine),
        ):
            if rows:
                self._connection.executemany(sql, rows)
