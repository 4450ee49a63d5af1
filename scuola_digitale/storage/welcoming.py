"""Takes a pupil in who comes from another site or school, so that what they did there counts here."""

from collections.abc import Iterator

from scuola_digitale.domain.facts import (
    Fact,
    FactBrought,
    HomeSet,
    OriginTold,
    PersonId,
    PhotosErased,
    PhotoSet,
    PupilAdded,
    PupilFieldSet,
)
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.format.brought import CARRIED, LONGEST_INNER_BYTES, inner_body, inner_of, unwrapped
from scuola_digitale.format.canonical import Plain
from scuola_digitale.format.errors import BadSegmentError, MissingKeyError
from scuola_digitale.format.kinds import KINDS
from scuola_digitale.format.passage import Carried, Passage
from scuola_digitale.format.signing import blake
from scuola_digitale.storage.dossier import rows_about
from scuola_digitale.storage.errors import AlreadyHereError, BadPassageFileError, ForgottenHereError
from scuola_digitale.storage.unlocked_memory import UnlockedMemory


def person_here(opened: UnlockedMemory, passage: Passage) -> PersonId:
    """Who it is here: of the same school the same; of another one an id that the package and this school give.

    So two laptops that take in one package make one pupil, and the region cannot tell that two schools know them.
    """
    school = opened.school.school_id
    return passage.person if passage.school == school else blake(b"sd1m" + school + passage.bundle)


def welcome(opened: UnlockedMemory, passage: Passage) -> PersonId:
    """Takes a pupil in; see `OpenedMemory.welcome`.

    Raises:
        BadPassageFileError: a fact in it is none; nothing was written.
    """
    person = person_here(opened, passage)
    if person in opened.school.erased():
        raise ForgottenHereError
    if passage.bundle in opened.reader.cached(("origins", person), lambda view: view.origins(person)):
        raise AlreadyHereError
    opened.school.record([*_standing(opened, passage, person)], author=opened.author)
    return person


def _standing(opened: UnlockedMemory, passage: Passage, person: PersonId) -> Iterator[Fact]:
    if passage.school == opened.school.school_id:
        yield HomeSet(person=person, site=opened.school.identity.scope)
    yield from _brought(opened, passage, person)
    for author, words in passage.authors:
        yield OriginTold(
            person=person, who=_author_here(opened, passage, author), words=f"{words} ({passage.place})"
        )
    yield OriginTold(person=person, who=passage.bundle, words=passage.place)
    yield PupilAdded(person=person)
    yield from _photo(opened, passage, person)
    if passage.grade not in {grade.value for grade in Grade}:
        raise BadPassageFileError
    groups = opened.school.groups()
    values = {"name": passage.name, "grade": passage.grade, "avatar": passage.avatar}
    if groups:
        values["group"] = groups[0].group_id
    for field, value in values.items():
        yield PupilFieldSet(person=person, field=field, value=value)  # type: ignore[arg-type]  # names of fields


def _photo(opened: UnlockedMemory, passage: Passage, person: PersonId) -> Iterator[Fact]:
    """Their photo, if this school wants photos; what was sent of it, and what stayed behind, is gone from then on."""
    if passage.photo and opened.school.shows_photos():
        yield PhotosErased(erased=person, until_ms=opened.school.now_ms())
        yield PhotoSet(person=person, photo=passage.photo)


def _brought(opened: UnlockedMemory, passage: Passage, person: PersonId) -> Iterator[Fact]:
    """What is not here already: who comes back brings along what never left."""
    here = {
        (inner.kind, inner.hlc_ms, inner.subject)
        for _, _, row, _ in rows_about(opened, person)
        for inner in [inner_of(row) or row]
    }
    for one in passage.facts:
        if (one.kind, one.at_ms, one.subject) not in here:
            author = _author_here(opened, passage, one.author) if one.author is not None else None
            yield _wrapped(opened, one, person, author)


def _author_here(opened: UnlockedMemory, passage: Passage, author: bytes) -> bytes:
    """Who an author is here: one of another school never passes for one of ours, whatever a file says."""
    same = passage.school == opened.school.school_id
    return author if same else blake(b"sd1o" + passage.school + author)


def _wrapped(opened: UnlockedMemory, one: Carried, person: PersonId, author: bytes | None) -> FactBrought:
    kind = KINDS.get(one.kind)
    if kind is None or one.kind not in CARRIED:
        raise BadPassageFileError
    fields: list[Plain] = list(one.fields)
    try:
        if kind.sealed is not None:
            fields.append(opened.keys.of(kind).seal(one.words) if one.sealed else None)
        body = inner_body(fields, author if kind.fact.staff else None)
        fact = FactBrought(person=person, subject=one.subject, brought=one.kind, at_ms=one.at_ms, body=body)
        unwrapped(fact, KINDS)
    except (BadSegmentError, MissingKeyError, IndexError, TypeError) as error:
        raise BadPassageFileError from error
    if len(body) > LONGEST_INNER_BYTES:
        raise BadPassageFileError
    return fact
