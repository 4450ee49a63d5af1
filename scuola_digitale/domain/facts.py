"""Facts: what people did, immutable, each about one person at most.

These are the typed values that the rest of the program writes and folds; `format/` gives them their bytes.
When a fact was written, by which device, under which scope is not in the value: the log adds it
(`Recorded`), so that writing one fact is writing one sentence.
"""

from typing import Annotated, ClassVar, Literal

import msgspec

from scuola_digitale.domain.exercise import Answer
from scuola_digitale.domain.school_terms import Grade

PersonId = bytes
"""16 random bytes; the only name of a pupil that leaves the school."""


Score = Annotated[int, msgspec.Meta(ge=0, le=100)]
Count = Annotated[int, msgspec.Meta(ge=0, lt=2**31)]
"""Whole numbers; a fact that comes in with others has no effect."""
Instant = Annotated[int, msgspec.Meta(ge=0, lt=2**48)]
"""Milliseconds since 1970 UTC."""


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """What every fact says of itself.

    Class attributes:
        staff: whether only staff may write it, with their own signature.
        scope_kind: the scope it belongs to: the whole `scuola` or one `plesso`.
    """

    staff: ClassVar[bool] = False
    scope_kind: ClassVar[Literal["scuola", "plesso"]] = "plesso"


class LessonOpened(Fact, frozen=True, kw_only=True):
    """A pupil opened a lesson."""

    person: PersonId
    lesson_ref: str
    edition: Count


class ExerciseAnswered(Fact, frozen=True, kw_only=True):
    """A pupil answered an exercise.

    Attributes:
        answer: see domain/exercise.py; what was typed is sealed on disk and on the wire.
        typed: whether `answer` was typed rather than chosen.
        score: 0..100, None where the teacher is to mark it.
        seconds: how long the pupil took, whole seconds.
        hints: how many hints were shown.
        attempt: 1 for the first try.
        seed: of the variant shown, 0 without variables.
    """

    person: PersonId
    exercise_ref: str
    answer: Answer
    typed: bool
    score: Score | None
    seconds: Count
    hints: Count
    attempt: Count
    edition: Count
    seed: Count = 0


class HelpAsked(Fact, frozen=True, kw_only=True):
    """A pupil raised a hand at an exercise."""

    person: PersonId
    exercise_ref: str


class PupilAdded(Fact, frozen=True, kw_only=True):
    """A pupil stands in the roster."""

    staff: ClassVar[bool] = True
    person: PersonId


class PupilRemoved(Fact, frozen=True, kw_only=True):
    """A pupil left the roster; what they did stays."""

    staff: ClassVar[bool] = True
    person: PersonId


PupilField = Literal["name", "grade", "avatar", "group", "figures", "card"]


class PupilFieldSet(Fact, frozen=True, kw_only=True):
    """One field of a pupil; last writer wins field by field. All but grade and group are sealed.

    `figures` are the three of the picture PIN, in order, joined by spaces, or empty for none; `card` is the
    short word of the class card, or empty.
    """

    staff: ClassVar[bool] = True
    person: PersonId
    field: PupilField
    value: str


class GroupFieldSet(Fact, frozen=True, kw_only=True):
    """One field of a class or pluriclasse: `name`, or `grades` (codes joined by commas)."""

    staff: ClassVar[bool] = True
    group_id: str
    field: Literal["name", "grades"]
    value: str


class PlessoFieldSet(Fact, frozen=True, kw_only=True):
    """One field of the site: its `name`, or the ministry's `code`."""

    staff: ClassVar[bool] = True
    field: Literal["name", "code"]
    value: str


WorkField = Literal["theme", "group", "due", "closed"]


class WorkFieldSet(Fact, frozen=True, kw_only=True):
    """One field of a piece of work: `theme` in words, `group` id, `due` (ISO date or empty), `closed` (`1` or empty)."""

    staff: ClassVar[bool] = True
    work_id: str
    field: WorkField
    value: str


class TaskSet(Fact, frozen=True, kw_only=True):
    """The task of one grade inside a piece of work; no exercises means all of the lesson's."""

    staff: ClassVar[bool] = True
    work_id: str
    grade: Grade
    lesson_ref: str
    exercises: tuple[str, ...] = ()


class TaskRemoved(Fact, frozen=True, kw_only=True):
    """A grade has no task any more in a piece of work."""

    staff: ClassVar[bool] = True
    work_id: str
    grade: Grade


class WordSent(Fact, frozen=True, kw_only=True):
    """A word from the teacher to one pupil; sealed."""

    staff: ClassVar[bool] = True
    person: PersonId
    text: str


class AnswerMarked(Fact, frozen=True, kw_only=True):
    """A teacher read an open answer: the one that was given at `answered_ms`, as this pupil's facts tell it.

    `mark` is its score (0..100), then after a space the comment that the pupil reads; sealed.
    """

    staff: ClassVar[bool] = True
    person: PersonId
    exercise_ref: str
    answered_ms: Instant
    mark: str


class PreferenceSet(Fact, frozen=True, kw_only=True):
    """How a pupil likes to read, `FIELD=VALUE` (preferences.py).

    All of it is sealed, the field's name too: who needs which tool is nobody's business outside the school.
    """

    person: PersonId
    setting: str


class NotebookSet(Fact, frozen=True, kw_only=True):
    """A page of a pupil's notebook as it reads now (notebook.py); empty for one thrown away. Sealed."""

    person: PersonId
    page_id: str
    entry: str


StaffField = Literal["name", "title", "keys", "successor"]


class StaffFieldSet(Fact, frozen=True, kw_only=True):
    """One field of whoever holds a certificate (staff, or a laptop), known by its id; always sealed.

    `name` and `title` are words; `keys` are a member's secret keys behind their password, in hexadecimal;
    `successor` is the id, in hexadecimal, of the same person's newer certificate.
    """

    staff: ClassVar[bool] = True
    scope_kind: ClassVar[Literal["scuola", "plesso"]] = "scuola"
    staff_id: bytes
    field: StaffField
    value: str


KeyName = Literal["scuola", "personale", "radice"]
"""Which key: the one that seals what identifies a pupil, the staff's own, the school's root."""


class KeyShared(Fact, frozen=True, kw_only=True):
    """A key is handed to one device or member of staff: `box` opens with the recipient's own key alone.

    The latest one of a name that a recipient was given is the one they seal with; older ones still open.
    """

    staff: ClassVar[bool] = True
    scope_kind: ClassVar[Literal["scuola", "plesso"]] = "scuola"
    name: KeyName
    recipient: bytes
    box: bytes


class NoteWritten(Fact, frozen=True, kw_only=True):
    """A note about a pupil that only staff may read: sealed with the staff's key."""

    staff: ClassVar[bool] = True
    person: PersonId
    text: str


class PackOffered(Fact, frozen=True, kw_only=True):
    """A teacher's own lessons, as a pack for the school: `offer` says which (school_packs.py), sealed.

    `pack_key` is the teacher's id in hexadecimal, a slash and 16 random hexadecimal characters: so nobody else can
    put other lessons in their place. A later offer under the same key is a later edition.
    """

    staff: ClassVar[bool] = True
    scope_kind: ClassVar[Literal["scuola", "plesso"]] = "scuola"
    pack_key: str
    offer: str


class PackWithdrawn(Fact, frozen=True, kw_only=True):
    """A pack of the school is offered no more: every laptop removes it; what pupils did with it stays."""

    staff: ClassVar[bool] = True
    scope_kind: ClassVar[Literal["scuola", "plesso"]] = "scuola"
    pack_key: str


class PupilSent(Fact, frozen=True, kw_only=True):
    """A pupil leaves for another site of the school: one piece of what is packed for them (storage/passing.py), sealed.

    `site` is the scope that they leave, `bundle` the name of the package, `part` counts its pieces from 1.
    """

    staff: ClassVar[bool] = True
    scope_kind: ClassVar[Literal["scuola", "plesso"]] = "scuola"
    person: PersonId
    site: str
    bundle: str
    part: Count
    parts: Count
    piece: bytes


class HomeSet(Fact, frozen=True, kw_only=True):
    """The site (its scope) where a pupil is at home from now on; without any, wherever they stand in the roster."""

    staff: ClassVar[bool] = True
    scope_kind: ClassVar[Literal["scuola", "plesso"]] = "scuola"
    person: PersonId
    site: str


class FactBrought(Fact, frozen=True, kw_only=True):
    """A fact that a pupil brought along from another site or school; it counts as if it had been written here then.

    `brought` is the number of its kind, `subject` and `body` are its own (format/brought.py). Who signs vouches for it.
    """

    staff: ClassVar[bool] = True
    person: PersonId
    subject: str | None
    brought: Count
    at_ms: Instant
    body: bytes


class OriginTold(Fact, frozen=True, kw_only=True):
    """Where a pupil's earlier facts come from: the words for an author, a school or a package that nobody knows here; sealed."""

    staff: ClassVar[bool] = True
    person: PersonId
    who: bytes
    words: str


class PhotoSet(Fact, frozen=True, kw_only=True):
    """A pupil's photo (domain/photos.py says what its bytes are); sealed. The latest one counts."""

    staff: ClassVar[bool] = True
    person: PersonId
    photo: bytes


class PhotoSent(Fact, frozen=True, kw_only=True):
    """The photo of a pupil who leaves for another site of the school, until they are welcomed there; sealed."""

    staff: ClassVar[bool] = True
    scope_kind: ClassVar[Literal["scuola", "plesso"]] = "scuola"
    person: PersonId
    photo: bytes


class SchoolFieldSet(Fact, frozen=True, kw_only=True):
    """One field of the whole school: `photos` is `1` where it wants photos of its pupils beside the animals, or empty.

    A field that this program does not know is kept, and nobody asks for it.
    """

    staff: ClassVar[bool] = True
    scope_kind: ClassVar[Literal["scuola", "plesso"]] = "scuola"
    field: str
    value: str


class CertificateIssued(Fact, frozen=True, kw_only=True):
    """A device or a member of staff is admitted: the school root's signed bytes say who and as what."""

    scope_kind: ClassVar[Literal["scuola", "plesso"]] = "scuola"
    certificate: bytes


class KeyRevoked(Fact, frozen=True, kw_only=True):
    """A device or a member of staff counts no more: the school root's signed bytes say who and up to which fact."""

    scope_kind: ClassVar[Literal["scuola", "plesso"]] = "scuola"
    revocation: bytes


class PersonErased(Fact, frozen=True, kw_only=True):
    """A person is forgotten: of every fact about them only the hash is left, wherever and whenever it arrives.

    The person stands among the fields and not as its `person`: a fact about a person keeps the salt that the
    erased hashes must lose.
    """

    staff: ClassVar[bool] = True
    scope_kind: ClassVar[Literal["scuola", "plesso"]] = "scuola"
    erased: PersonId


class PhotosErased(Fact, frozen=True, kw_only=True):
    """Photos of a person are forgotten: of those written up to `until_ms` only the hash is left, wherever they arrive.

    As in `PersonErased` the person stands among the fields. It is of the whole school, so whoever carries facts knows it.
    """

    staff: ClassVar[bool] = True
    scope_kind: ClassVar[Literal["scuola", "plesso"]] = "scuola"
    erased: PersonId
    until_ms: Instant
