"""Whom the school's root revoked, and whom an entitled hand erased: decided as every laptop's fold decides it."""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, delete, or_, select, update

from scuola_digitale.domain.authority import may_write
from scuola_digitale.domain.facts import CertificateIssued, KeyRevoked
from scuola_digitale.format.certificates import read_certificate
from scuola_digitale.format.chain import FactRow, fact_hash
from scuola_digitale.format.errors import BadCertificateError, BadSegmentError
from scuola_digitale.format.gone import PHOTO_KINDS, Gone, gone_by, latest
from scuola_digitale.format.heads import is_author_signed
from scuola_digitale.format.kinds import (
    CERTIFICATE_ISSUED,
    KEY_REVOKED,
    KINDS,
    PERSON_ERASED,
    PHOTOS_ERASED,
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

DECIDING: Final = frozenset({CERTIFICATE_ISSUED, KEY_REVOKED, PERSON_ERASED, PHOTOS_ERASED})
"""The kinds of facts after which authority is looked at again."""


# Statements are made once: to put one together takes longer than to run it.
_certificate, _fact, _person = tables.certificate.c, tables.fact.c, tables.person.c
_ERASED: Final = select(tables.erasure.c.person).where(tables.erasure.c.school == bindparam("of"))
_photos = tables.photo_erasure.c
_PHOTOS_ERASED: Final = select(_photos.person, _photos.until_ms).where(_photos.school == bindparam("of"))
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
_PLACES_OF_PHOTOS: Final = _PLACES_OF_PERSON.where(or_(*(_fact.kind == one for one in PHOTO_KINDS)))
_DROP_PERSON: Final = delete(tables.person).where(_person.number == bindparam("number"))
_REDACT: Final = (
    update(tables.fact)
    .where(_fact.stream == bindparam("of"), _fact.seq == bindparam("place"))
    .values(kind=None, hlc_ms=0, person=None, subject=None, body=bindparam("hash"))
)


def gone_of(connection: Connection, school: int) -> Gone:
    """Of what only hashes are kept."""
    return Gone(
        frozenset(person for (person,) in find(connection, _ERASED, {"of": school})),
        latest([(one, until_ms) for one, until_ms in find(connection, _PHOTOS_ERASED, {"of": school})]),
    )


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
        """Marks who is revoked and erases what is to be; whether anything was that was not before."""
        for owner in self._standing.revoked:
            run(self._connection, _REVOKE, {"of": self._school, "owner": owner})
        known, gone = gone_of(self._connection, self._school), self._erasures()
        if known | gone == known:
            return False
        # What waits would be spread with it inside.
        spread_all(self._connection, self._school)
        self._note(gone)
        for person in gone.everybody:
            if known.of(person) | gone.of(person) != known.of(person):
                self._erase(person, gone)
        return True

    def _note(self, gone: Gone) -> None:
        for person in gone.persons:
            found = {"school": self._school, "person": person}
            self._connection.execute(insert_new(self._connection, tables.erasure), found)
        for person, until_ms in gone.photos.items():
            found = {"school": self._school, "person": person, "until_ms": until_ms}
            self._connection.execute(insert_new(self._connection, tables.photo_erasure), found)

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

    def _erasures(self) -> Gone:
        gone = Gone()
        for branch, seq, row, typed in (*self._facts(PERSON_ERASED), *self._facts(PHOTOS_ERASED)):
            if self._counts(branch, seq, row, typed):
                gone |= gone_by(typed.fact)
        return gone

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

    def _erase(self, person: bytes, gone: Gone) -> None:
        """Turns facts about a person that are gone into their salted hashes; with all of them the salts go."""
        known = self._connection.execute(
            _NUMBERS_OF, {"person": person, "streams": list(self._branches)}
        ).all()
        whole = person in gone.persons
        for number, stream in known:
            self._redact(stream, self._places(number, whole=whole), gone)
            if whole:
                run(self._connection, _DROP_PERSON, {"number": number})

    def _places(self, number: int, *, whole: bool) -> Sequence[int]:
        wanted = _PLACES_OF_PERSON if whole else _PLACES_OF_PHOTOS
        return [seq for (seq,) in find(self._connection, wanted, {"number": number})]

    def _redact(self, stream: int, seqs: Sequence[int], gone: Gone) -> None:
        for seq in seqs:
            (row,) = rows_of(self._connection, stream, seq - 1, seq)
            if gone.covers(row):
                redacted = {"of": stream, "place": seq, "hash": fact_hash(row)}
                run(self._connection, _REDACT, redacted)
