"""Whom the school's root revoked, and whom an entitled hand erased: decided as every laptop's fold decides it."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select, update

from scuola_digitale.domain.authority import may_write
from scuola_digitale.domain.facts import CertificateIssued, KeyRevoked, PersonErased
from scuola_digitale.format.certificates import read_certificate
from scuola_digitale.format.chain import FactRow, fact_hash
from scuola_digitale.format.errors import BadCertificateError, BadSegmentError
from scuola_digitale.format.heads import is_author_signed
from scuola_digitale.format.kinds import (
    CERTIFICATE_ISSUED,
    KEY_REVOKED,
    KINDS,
    PERSON_ERASED,
    SCHOOL_SCOPE,
    TypedFact,
    typed_fact,
)
from scuola_digitale.format.revocations import read_revocation
from scuola_digitale.storage.standing import Standing
from sync.region import tables
from sync.region.branches import HeldBranch, all_branches
from sync.region.inbox import spread_all
from sync.region.recut import rows_of
from sync.region.statements import find, run
from sync.region.upsert import insert_new

DECIDING: Final = frozenset({CERTIFICATE_ISSUED, KEY_REVOKED, PERSON_ERASED})
"""The kinds of facts after which authority is looked at again."""


# Statements are made once: to put one together takes longer than to run it.
_certificate, _fact, _person = tables.certificate.c, tables.fact.c, tables.person.c
_ERASED: Final = select(tables.erasure.c.person).where(tables.erasure.c.school == bindparam("of"))
_REVOKE: Final = (
    update(tables.certificate)
    .where(_certificate.school == bindparam("of"), _certificate.subject == bindparam("owner"))
    .values(revoked=1)
)
_PLACES_OF_KIND: Final = (
    select(_fact.stream, _fact.seq)
    .join(tables.stream, tables.stream.c.number == _fact.stream)
    .where(
        tables.stream.c.school == bindparam("of"),
        tables.stream.c.scope == SCHOOL_SCOPE,
        _fact.kind == bindparam("kind"),
    )
    .order_by(_fact.stream, _fact.seq)
)
_NUMBERS_OF: Final = select(_person.number, _person.stream).where(
    _person.person == bindparam("person"), _person.stream.in_(bindparam("streams", expanding=True))
)
_PLACES_OF_PERSON: Final = select(_fact.seq).where(_fact.person == bindparam("number"))
_DROP_PERSON: Final = delete(tables.person).where(_person.number == bindparam("number"))
_REDACT: Final = (
    update(tables.fact)
    .where(_fact.stream == bindparam("of"), _fact.seq == bindparam("place"))
    .values(kind=None, hlc_ms=0, person=None, subject=None, body=bindparam("hash"))
)


def erased_persons(connection: Connection, school: int) -> AbstractSet[bytes]:
    """The persons of whom only hashes are kept."""
    return {person for (person,) in find(connection, _ERASED, {"of": school})}


class Authority:
    """What a school's certificates, revocations and erasures mean together, whatever order they came in."""

    def __init__(self, connection: Connection, school: int, root_key: bytes) -> None:
        self._connection = connection
        self._school = school
        self._root_key = root_key
        self._forked = all_branches(connection, school)
        self._branches = {branch.number: branch for some in self._forked for branch in some}
        self._standing = Standing()
        self._learn()

    def settle(self) -> bool:
        """Marks who is revoked and erases who is to be; whether anybody was erased who was not before."""
        for owner in self._standing.revoked:
            run(self._connection, _REVOKE, {"of": self._school, "owner": owner})
        erased = self._erasures() - erased_persons(self._connection, self._school)
        if erased:
            # What waits would be spread with them in it.
            spread_all(self._connection, self._school)
        for person in erased:
            self._erase(person)
        return bool(erased)

    def _learn(self) -> None:
        """Reads whom the root admitted and revoked, from the facts themselves: every certificate counts, as in the fold.

        The table of certificates keeps the newest of each owner alone, which says who may ask.
        """
        for _, _, _, typed in (*self._facts(CERTIFICATE_ISSUED), *self._facts(KEY_REVOKED)):
            fact = typed.fact
            try:
                if isinstance(fact, CertificateIssued):
                    self._standing.admit(read_certificate(fact.certificate, self._root_key))
                elif isinstance(fact, KeyRevoked):
                    self._standing.revoke(read_revocation(fact.revocation, self._root_key))
            except BadCertificateError:
                continue

    def _erasures(self) -> set[bytes]:
        return {
            typed.fact.erased
            for branch, seq, row, typed in self._facts(PERSON_ERASED)
            if isinstance(typed.fact, PersonErased) and self._counts(branch, seq, row, typed)
        }

    def _counts(self, branch: HeldBranch, seq: int, row: FactRow, typed: TypedFact) -> bool:
        device, author = branch.stream.device, typed.author
        key = self._standing.key(author) if author is not None else None
        if device not in self._standing.devices or author is None or key is None:
            return False
        # No revocation undoes an erasure: what is gone cannot be brought back where it was heard first.
        return may_write(typed.fact, author, self._standing.roles(author)) and is_author_signed(
            key, branch.stream, seq, row
        )

    def _facts(self, number: int) -> Iterator[tuple[HeldBranch, int, FactRow, TypedFact]]:
        """Every fact of a kind in the school's own scope."""
        kind = KINDS.get(number)
        for stream, seq in find(self._connection, _PLACES_OF_KIND, {"of": self._school, "kind": number}):
            (row,) = rows_of(self._connection, stream, seq - 1, seq)
            if not isinstance(row, FactRow) or kind is None:
                continue
            try:
                yield self._branches[stream], seq, row, typed_fact(kind, row)
            except BadSegmentError:
                continue

    def _erase(self, person: bytes) -> None:
        """Turns every fact about a person into its salted hash, and drops the salts."""
        self._connection.execute(
            insert_new(self._connection, tables.erasure), {"school": self._school, "person": person}
        )
        held = {"person": person, "streams": list(self._branches)}
        known = self._connection.execute(_NUMBERS_OF, held).all()
        for number, stream in known:
            self._redact(stream, self._places(number))
            run(self._connection, _DROP_PERSON, {"number": number})

    def _places(self, number: int) -> Sequence[int]:
        return [seq for (seq,) in find(self._connection, _PLACES_OF_PERSON, {"number": number})]

    def _redact(self, stream: int, seqs: Sequence[int]) -> None:
        for seq in seqs:
            (row,) = rows_of(self._connection, stream, seq - 1, seq)
            redacted = {"of": stream, "place": seq, "hash": fact_hash(row)}
            run(self._connection, _REDACT, redacted)
