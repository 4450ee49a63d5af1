"""Packs what goes along with a pupil who leaves: all that counts here, opened, at its own time, with its author."""

import msgspec

from scuola_digitale.domain.facts import PersonId
from scuola_digitale.format.brought import CARRIED, LONGEST_INNER_BYTES, inner_of
from scuola_digitale.format.canonical import Plain, decode
from scuola_digitale.format.chain import FactRow
from scuola_digitale.format.errors import BadSegmentError, MissingKeyError
from scuola_digitale.format.kinds import KINDS, Kind
from scuola_digitale.format.passage import Carried, Passage
from scuola_digitale.storage.dossier import called, rows_about
from scuola_digitale.storage.errors import NothingKnownError
from scuola_digitale.storage.unlocked_memory import UnlockedMemory

_PLACE_LETTERS, _AUTHOR_LETTERS = 90, 300
"""Whoever moves often gathers places behind the names of their first teachers."""

_PUPIL_FIELDS = frozenset({"name", "grade", "avatar"})
"""Figures, card and class are given anew where they arrive."""


class Packed(msgspec.Struct, frozen=True):
    """What goes along, and how many facts stay behind: no key here opens them, or they are too long to go inside another."""

    passage: Passage
    closed: int


def pack_up(opened: UnlockedMemory, person: PersonId) -> Packed:
    """Packs a pupil's passage; see `OpenedMemory.passage`."""
    school = opened.school
    pupil = next((one for one in school.pupils() if one.person == person), None)
    if pupil is None:
        raise NothingKnownError
    facts, closed = _carried(opened, person)
    names = called(opened, person)
    authors = {one.author for one in facts if one.author is not None}
    passage = Passage(
        version=1,
        bundle=opened.random(16),
        made_ms=opened.clock.now_ms(),
        root_key=school.identity.root_key,
        place=school.plesso_name()[:_PLACE_LETTERS],
        site=school.identity.scope,
        person=person,
        name=pupil.name,
        grade=pupil.grade.value,
        avatar=pupil.avatar,
        authors=sorted((author, names[author][:_AUTHOR_LETTERS]) for author in authors if names.get(author)),
        facts=facts,
        photo=pupil.photo,
    )
    return Packed(passage, closed)


def _carried(opened: UnlockedMemory, person: PersonId) -> tuple[list[Carried], int]:
    """The facts that count, earliest first, and how many stay closed."""
    facts, closed = list[Carried](), 0
    for _, _, row, reason in rows_about(opened, person):
        inner = inner_of(row) or row
        kind = KINDS.get(inner.kind)
        if reason or kind is None or inner.kind not in CARRIED:
            continue
        try:
            one = _one(opened, kind, inner)
        except (MissingKeyError, BadSegmentError):
            closed += 1
            continue
        if len(inner.body) > LONGEST_INNER_BYTES:
            closed += 1
        elif kind.number != _PUPIL_FIELD or one.fields[0] in _PUPIL_FIELDS:
            facts.append(one)
    return sorted(facts, key=lambda one: (one.at_ms, one.kind)), closed


_PUPIL_FIELD = 7


def _one(opened: UnlockedMemory, kind: Kind, row: FactRow) -> Carried:
    body: list[Plain] = decode(row.body)
    author = None
    if kind.fact.staff:
        author, body = body[-2], body[:-2]
    place = len(kind.fields)
    sealed = body[place] if kind.sealed is not None and len(body) > place else None
    return Carried(
        kind=kind.number,
        at_ms=row.hlc_ms,
        subject=row.subject,
        fields=body[:place],
        words=opened.keys.open(kind, sealed) if isinstance(sealed, bytes) else None,
        sealed=isinstance(sealed, bytes),
        author=author,
    )
