"""Gathers from the log all that is held of one person, for who asks what the school knows of them."""

from collections.abc import Iterator

from scuola_digitale.domain.dossier import Dossier, FieldValue, ToldFact
from scuola_digitale.domain.facts import PersonId
from scuola_digitale.format.brought import inner_of
from scuola_digitale.format.canonical import Plain, decode
from scuola_digitale.format.chain import FactRow
from scuola_digitale.format.errors import BadSegmentError, MissingKeyError
from scuola_digitale.format.kinds import KINDS, Kind
from scuola_digitale.storage.errors import NothingKnownError
from scuola_digitale.storage.held_stream import HeldStream
from scuola_digitale.storage.log_reading import LogReading
from scuola_digitale.storage.names import Names
from scuola_digitale.storage.unlocked_memory import Keys, UnlockedMemory


def gather(opened: UnlockedMemory, person: PersonId) -> Dossier:
    """All that is held of a person; see `OpenedMemory.dossier`."""
    school = opened.school
    facts = tuple(sorted(_facts(opened, person), key=_when_written))
    if not facts:
        raise NothingKnownError
    roster = [*school.pupils(), *school.former_pupils()]
    pupil = next((one for one in roster if one.person == person), None)
    works = school.all_works() if pupil else ()
    return Dossier(
        made_ms=opened.clock.now_ms(),
        school=school.school_id,
        plesso=school.plesso_name(),
        person=person,
        pupil=pupil,
        facts=facts,
        preferences=school.preferences(person),
        works=tuple(one for one in works if pupil and one.task_for(pupil.grade)),
        groups=school.groups(),
        drafts=school.drafts_of(person, _lessons_of(facts)),
        devices={one.device: one.label for one in school.devices()},
        staff=called(opened, person),
        others=school.names_of_others(person),
        photo=school.photo(person),
    )


def _lessons_of(facts: tuple[ToldFact, ...]) -> set[str]:
    """The lessons that some facts are about."""
    opened = {one.subject for one in facts if one.kind == "LessonOpened"}
    tried = {(one.subject or "").rpartition("/")[0] for one in facts if one.kind in _AT_EXERCISES}
    return {ref for ref in opened | tried if ref}


_AT_EXERCISES = frozenset({"ExerciseAnswered", "HelpAsked"})


def _when_written(fact: ToldFact) -> tuple[int, bytes, int, int, str]:
    return fact.at_ms, fact.device, fact.seq, fact.epoch, fact.scope


def called(opened: UnlockedMemory, person: PersonId) -> dict[bytes, str]:
    """How authors are called, by id: the school's own, and those of where a person came from."""
    staff = {one.staff_id: f"{one.title} {one.name}".strip() for one in opened.school.all_staff()}
    return opened.reader.cached(("origins", person), lambda view: view.origins(person)) | staff


def rows_about(opened: UnlockedMemory, person: PersonId) -> Iterator[tuple[HeldStream, int, FactRow, str]]:
    """Every fact about a person with its place, and why it has no effect (empty where it has)."""
    connection = opened.reader.connection
    names = Names(connection)
    names.refresh()
    log = LogReading(connection, names)
    log.refresh()
    reasons = {
        (stream, seq): reason
        for stream, seq, reason in connection.execute("SELECT stream, seq, reason FROM quarantine")
    }
    for held, seq, row in log.about(person):
        yield held, seq, row, reasons.get((held.number, seq), "")


def _facts(opened: UnlockedMemory, person: PersonId) -> Iterator[ToldFact]:
    for held, seq, row, reason in rows_about(opened, person):
        yield told(held, seq, row, opened.keys, reason=reason)


def told(held: HeldStream, seq: int, row: FactRow, keys: Keys, *, reason: str) -> ToldFact:
    """A row in words, as far as the keys reach; one of an unknown or malformed kind as its bytes."""
    brought_ms = 0
    if (inner := inner_of(row)) is not None:
        brought_ms, row = row.hlc_ms, inner
    kind = KINDS.get(row.kind)
    fields, sealed, unopened, author = _fields(kind, row, keys) if kind else _bytes_of(row)
    return ToldFact(
        kind=kind.fact.__name__ if kind else f"kind {row.kind}",
        at_ms=row.hlc_ms,
        brought_ms=brought_ms,
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


_LONGEST_BYTES = 64
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
        # A package for another site repeats the facts that stand beside it.
        return value.hex() if len(value) <= _LONGEST_BYTES else f"{len(value)} byte"
    if isinstance(value, list):
        return tuple(one.hex() if isinstance(one, bytes) else str(one) for one in value)
    return value if isinstance(value, str | int) else None
