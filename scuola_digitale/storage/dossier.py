"""Gathers from the log all that is held of one person, for who asks what the school knows of them."""

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from scuola_digitale.domain.dossier import Dossier, FieldValue, ToldFact
from scuola_digitale.domain.facts import PersonId
from scuola_digitale.format.canonical import Plain, decode
from scuola_digitale.format.chain import FactRow
from scuola_digitale.format.errors import BadSegmentError, MissingKeyError
from scuola_digitale.format.kinds import KINDS, Kind
from scuola_digitale.format.sealing import KeyRing
from scuola_digitale.storage.errors import NothingKnownError
from scuola_digitale.storage.fact_log import FactLog
from scuola_digitale.storage.held_stream import HeldStream
from scuola_digitale.storage.names import Names

if TYPE_CHECKING:
    from scuola_digitale.storage.school_store import School


class Keys(msgspec.Struct, frozen=True):
    """What opens sealed words: the school's keys and the staff's."""

    school: KeyRing
    staff: KeyRing

    def open(self, kind: Kind, sealed: bytes) -> Plain:
        """The value inside.

        Raises:
            MissingKeyError: no key here opens it.
        """
        return (self.school if kind.sealed_for == "scuola" else self.staff).unseal(sealed)


def gather(
    school: "School", connection: sqlite3.Connection, person: PersonId, keys: Keys, *, made_ms: int
) -> Dossier:
    """All that is held of a person.

    Args:
        school: whose people give the names.
        connection: to its database.
        person: whose dossier it is.
        keys: what opens sealed words.
        made_ms: now.

    Raises:
        NothingKnownError: nothing is held of such a person, or they were erased.
    """
    facts = tuple(sorted(_facts(connection, person, keys), key=_when_written))
    if not facts:
        raise NothingKnownError
    roster = [*school.pupils(), *school.former_pupils()]
    pupil = next((one for one in roster if one.person == person), None)
    works = school.all_works() if pupil else ()
    return Dossier(
        made_ms=made_ms,
        school=school.school_id,
        plesso=school.plesso_name(),
        person=person,
        pupil=pupil,
        facts=facts,
        preferences=school.preferences(person),
        works=tuple(one for one in works if pupil and one.task_for(pupil.grade)),
        groups=school.groups(),
        devices={one.device: one.label for one in school.devices()},
        staff={one.staff_id: f"{one.title} {one.name}".strip() for one in school.all_staff()},
        others=school.names_of_others(person),
    )


def _when_written(fact: ToldFact) -> tuple[int, bytes, int, int, str]:
    return fact.at_ms, fact.device, fact.seq, fact.epoch, fact.scope


def _facts(connection: sqlite3.Connection, person: PersonId, keys: Keys) -> Iterator[ToldFact]:
    names = Names(connection)
    names.refresh()
    log = FactLog(connection, names)
    log.refresh()
    reasons = {
        (stream, seq): reason
        for stream, seq, reason in connection.execute("SELECT stream, seq, reason FROM quarantine")
    }
    for held, seq, row in log.about(person):
        yield told(held, seq, row, keys, reason=reasons.get((held.number, seq), ""))


def told(held: HeldStream, seq: int, row: FactRow, keys: Keys, *, reason: str) -> ToldFact:
    """A row in words, as far as the keys reach; one of an unknown or malformed kind as its bytes."""
    kind = KINDS.get(row.kind)
    fields, sealed, unopened, author = _fields(kind, row, keys) if kind else _bytes_of(row)
    return ToldFact(
        kind=kind.fact.__name__ if kind else f"kind {row.kind}",
        at_ms=row.hlc_ms,
        device=held.stream.device,
        epoch=held.stream.epoch,
        scope=held.stream.scope,
        seq=seq,
        author=author,
        subject=row.subject,
        fields=fields,
        sealed=sealed,
        unopened=unopened,
        reason=reason,
    )


_Fields = tuple[dict[str, FieldValue], bool, tuple[str, ...], bytes | None]


def _fields(kind: Kind, row: FactRow, keys: Keys) -> _Fields:
    try:
        body = decode(row.body)
    except BadSegmentError:
        return _bytes_of(row)
    author = None
    if kind.fact.staff and len(body) >= 2:
        author = body[-2] if isinstance(body[-2], bytes) else None
        body = body[:-2]
    fields = {name: _value(value) for name, value in zip(kind.fields, body, strict=False)}
    place = len(kind.fields)
    sealed = body[place] if kind.sealed is not None and len(body) > place else None
    if kind.sealed is None or not isinstance(sealed, bytes):
        return fields, False, (), author
    try:
        fields[kind.sealed] = _value(keys.open(kind, sealed))
    except MissingKeyError:
        fields[kind.sealed] = None
        return fields, True, (kind.sealed,), author
    return fields, True, (), author


def _bytes_of(row: FactRow) -> _Fields:
    return {"bytes": row.body.hex()}, True, ("bytes",), None


def _value(value: Plain) -> FieldValue:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list):
        return tuple(one.hex() if isinstance(one, bytes) else str(one) for one in value)
    return value if isinstance(value, str | int) else None
