"""The table of kinds: number, fact and order of fields. Numbers are for ever; new fields go to the end."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

import msgspec

from scuola_digitale.domain import facts
from scuola_digitale.domain.facts import Fact
from scuola_digitale.format.canonical import Plain, decode
from scuola_digitale.format.chain import FactRow
from scuola_digitale.format.errors import BadSegmentError

SCHOOL_SCOPE = "scuola"
CERTIFICATE_ISSUED = 1
FACT_BROUGHT = 26
PHOTO_SET = 28
PHOTO_SENT = 29
KEY_REVOKED = 30
PERSON_ERASED = 31
PHOTOS_ERASED = 32

Seal = Callable[[Plain], bytes]
"""Seals a plain value with the school's key."""

_BLANKS: dict[str, Any] = {"answer": (), "piece": b"", "photo": b""}
# What stands in a typed fact while its sealed value is unopened: an empty text unless it says otherwise.


def _never(_fact: Any) -> bool:
    return False


def _always(_fact: Any) -> bool:
    return True


def _field_is(*names: str) -> Callable[[Any], bool]:
    return lambda fact: fact.field in names


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """How one class of facts stands in a row.

    Attributes:
        number: fixed for ever.
        fact: the typed class.
        subject: the attribute that is the row's subject, or None.
        fields: the attributes of the body, in order.
        sealed: the attribute among `fields` that is sealed where `is_sealed` says so: its own place is then nil
            and the sealed bytes follow the fields, else nil follows them. None: nothing is ever sealed and
            nothing follows.
        flag: the attribute, in no field, that tells whether `sealed` was.
        sealed_for: which key seals it: the school's, or the one that only staff can open.
    """

    number: int
    fact: type[Fact]
    subject: str | None = None
    fields: tuple[str, ...] = ()
    sealed: str | None = None
    is_sealed: Callable[[Any], bool] = _never
    flag: str | None = None
    sealed_for: Literal["scuola", "personale"] = "scuola"

    @property
    def has_person(self) -> bool:
        """Whether it concerns a person."""
        return "person" in self.fact.__struct_fields__


class TypedFact(msgspec.Struct, frozen=True, gc=False):
    """A row's fact with its type.

    Attributes:
        fact: what is sealed is blank in it.
        sealed: the sealed bytes, or None.
        author: who signed a staff fact (16 bytes), not yet verified; None for others.
    """

    fact: Fact
    sealed: bytes | None
    author: bytes | None


class KindTable:
    """The kinds that a program knows; an older program's table is shorter."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self._by_number = {kind.number: kind for kind in kinds}
        self._by_fact = {kind.fact: kind for kind in self._by_number.values()}

    def __contains__(self, number: int) -> bool:
        return number in self._by_number

    def __iter__(self) -> Iterator[Kind]:
        return iter(self._by_number.values())

    def of(self, fact: Fact) -> Kind:
        """The kind of a fact that this program writes."""
        return self._by_fact[type(fact)]

    def get(self, number: int) -> Kind | None:
        """The kind of a number, None where it is not known here."""
        return self._by_number.get(number)

    def without(self, *numbers: int) -> "KindTable":
        """The table of an older program."""
        return KindTable(kind for number, kind in self._by_number.items() if number not in numbers)


def plain_fields(kind: Kind, fact: Fact, seal: Seal) -> list[Plain]:
    """The fields of a fact's body, sealed where they must be; a staff fact still lacks author and signature."""
    values = [_plain(getattr(fact, name)) for name in kind.fields]
    if kind.sealed is None:
        return values
    if not kind.is_sealed(fact):
        return [*values, None]
    place = kind.fields.index(kind.sealed)
    sealed = seal(values[place])
    values[place] = None
    return [*values, sealed]


def _plain(value: Any) -> Plain:
    # A grade is a text to MessagePack; a tuple an array.
    return str(value) if isinstance(value, str) else list(value) if isinstance(value, tuple) else value


def typed_fact(kind: Kind, row: FactRow) -> TypedFact:
    """The typed fact of a row; fields that a newer program added behind the known ones are passed over.

    Raises:
        BadSegmentError: the row does not hold what its kind promises.
    """
    body = decode(row.body)
    author = None
    if kind.fact.staff:
        author = body[-2] if len(body) >= 2 else None
        body = body[:-2]
        if type(author) is not bytes:
            raise BadSegmentError("a staff fact without author")
    values = dict(zip(kind.fields, body, strict=False))
    sealed = _take_sealed(kind, body, values)
    if kind.has_person:
        values["person"] = row.person
    if kind.subject is not None:
        values[kind.subject] = row.subject
    try:
        # Bytes stay bytes: a text is never read as base64.
        fact = msgspec.convert(values, kind.fact, builtin_types=(bytes,))
    except msgspec.ValidationError as error:
        raise BadSegmentError("a fact's fields are not those of its kind") from error
    return TypedFact(fact, sealed, author)


def _take_sealed(kind: Kind, body: list[Plain], values: dict[str, Plain]) -> bytes | None:
    if kind.sealed is None:
        return None
    place = len(kind.fields)
    sealed = body[place] if len(body) > place else None
    if sealed is not None:
        if type(sealed) is not bytes or values[kind.sealed] is not None:
            raise BadSegmentError("a sealed field is open, or sealed with no bytes")
        values[kind.sealed] = _BLANKS.get(kind.sealed, "")
    if kind.flag is not None:
        values[kind.flag] = sealed is not None
    return sealed


KINDS = KindTable(
    (
        Kind(number=CERTIFICATE_ISSUED, fact=facts.CertificateIssued, fields=("certificate",)),
        Kind(
            number=2,
            fact=facts.StaffFieldSet,
            fields=("staff_id", "field", "value"),
            sealed="value",
            is_sealed=_always,
        ),
        Kind(number=3, fact=facts.PlessoFieldSet, fields=("field", "value")),
        # Whatever staff put into free words may name a pupil: names of groups and themes of work too.
        Kind(
            number=4,
            fact=facts.GroupFieldSet,
            subject="group_id",
            fields=("field", "value"),
            sealed="value",
            is_sealed=_field_is("name"),
        ),
        Kind(number=5, fact=facts.PupilAdded),
        Kind(number=6, fact=facts.PupilRemoved),
        Kind(
            number=7,
            fact=facts.PupilFieldSet,
            fields=("field", "value"),
            sealed="value",
            is_sealed=_field_is("name", "avatar", "figures", "card"),
        ),
        Kind(number=8, fact=facts.LessonOpened, subject="lesson_ref", fields=("edition",)),
        Kind(
            number=9,
            fact=facts.ExerciseAnswered,
            subject="exercise_ref",
            fields=("answer", "score", "seconds", "hints", "attempt", "edition", "seed"),
            sealed="answer",
            is_sealed=lambda fact: fact.typed,
            flag="typed",
        ),
        Kind(number=10, fact=facts.HelpAsked, subject="exercise_ref"),
        Kind(
            number=11,
            fact=facts.WorkFieldSet,
            subject="work_id",
            fields=("field", "value"),
            sealed="value",
            is_sealed=_field_is("theme"),
        ),
        Kind(number=12, fact=facts.TaskSet, subject="work_id", fields=("grade", "lesson_ref", "exercises")),
        Kind(number=13, fact=facts.TaskRemoved, subject="work_id", fields=("grade",)),
        Kind(number=14, fact=facts.WordSent, fields=("text",), sealed="text", is_sealed=_always),
        Kind(
            number=15,
            fact=facts.AnswerMarked,
            subject="exercise_ref",
            fields=("answered_ms", "mark"),
            sealed="mark",
            is_sealed=_always,
        ),
        Kind(number=16, fact=facts.PreferenceSet, fields=("setting",), sealed="setting", is_sealed=_always),
        Kind(
            number=17,
            fact=facts.NotebookSet,
            subject="page_id",
            fields=("entry",),
            sealed="entry",
            is_sealed=_always,
        ),
        Kind(number=18, fact=facts.SchoolFieldSet, fields=("field", "value")),
        Kind(number=20, fact=facts.KeyShared, fields=("name", "recipient", "box")),
        Kind(
            number=21,
            fact=facts.NoteWritten,
            fields=("text",),
            sealed="text",
            is_sealed=_always,
            sealed_for="personale",
        ),
        # What a teacher calls their lessons may name a pupil, so nothing of an offer is open.
        Kind(
            number=22,
            fact=facts.PackOffered,
            subject="pack_key",
            fields=("offer",),
            sealed="offer",
            is_sealed=_always,
        ),
        Kind(number=23, fact=facts.PackWithdrawn, subject="pack_key"),
        Kind(
            number=24,
            fact=facts.PupilSent,
            fields=("site", "bundle", "part", "parts", "piece"),
            sealed="piece",
            is_sealed=_always,
        ),
        Kind(number=25, fact=facts.HomeSet, fields=("site",)),
        Kind(
            number=FACT_BROUGHT,
            fact=facts.FactBrought,
            subject="subject",
            fields=("brought", "at_ms", "body"),
        ),
        Kind(number=27, fact=facts.OriginTold, fields=("who", "words"), sealed="words", is_sealed=_always),
        Kind(number=PHOTO_SET, fact=facts.PhotoSet, fields=("photo",), sealed="photo", is_sealed=_always),
        Kind(number=PHOTO_SENT, fact=facts.PhotoSent, fields=("photo",), sealed="photo", is_sealed=_always),
        Kind(number=KEY_REVOKED, fact=facts.KeyRevoked, fields=("revocation",)),
        Kind(number=PERSON_ERASED, fact=facts.PersonErased, fields=("erased",)),
        Kind(number=PHOTOS_ERASED, fact=facts.PhotosErased, fields=("erased", "until_ms")),
    )
)
"""The kinds of this program."""
