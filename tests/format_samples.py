"""Facts, keys and streams that tests of the format and of the log share; everything follows from a seed."""

import random
from collections.abc import Sequence

from scuola_digitale.domain.facts import (
    AnswerMarked,
    CertificateIssued,
    ExerciseAnswered,
    Fact,
    FactBrought,
    GroupFieldSet,
    HelpAsked,
    HomeSet,
    KeyRevoked,
    KeyShared,
    LessonOpened,
    NotebookSet,
    NoteWritten,
    OriginTold,
    PackOffered,
    PackWithdrawn,
    PersonErased,
    PhotoSent,
    PhotosErased,
    PhotoSet,
    PlessoFieldSet,
    PreferenceSet,
    PupilAdded,
    PupilFieldSet,
    PupilRemoved,
    PupilSent,
    SchoolFieldSet,
    StaffFieldSet,
    TaskRemoved,
    TaskSet,
    WordSent,
    WorkFieldSet,
)
from scuola_digitale.domain.school_packs import PackOffer
from scuola_digitale.domain.school_terms import Area, Grade
from scuola_digitale.format.certificates import Certificate, CertificateRole, issue
from scuola_digitale.format.chain import FactRow, Row, Stream, chain_on, genesis, row_of
from scuola_digitale.format.heads import sign_as_author, sign_head
from scuola_digitale.format.kinds import KINDS, plain_fields
from scuola_digitale.format.revocations import LastGood, Revocation, issue_revocation
from scuola_digitale.format.sealing import KeyRing
from scuola_digitale.format.segment import cut_segment
from scuola_digitale.format.signing import blake, id_of, public_box_key, public_key

START_MS = 1_790_000_000_000


def seed(name: str) -> bytes:
    """A secret of 32 bytes for a name; for tests alone."""
    return blake(b"test seed " + name.encode(), 32)


ROOT, LAPTOP, TEACHER, SCHOOL_KEY = seed("root"), seed("laptop"), seed("teacher"), seed("school key")
ROOT_KEY = public_key(ROOT)
LAPTOP_ID, TEACHER_ID = id_of(public_key(LAPTOP)), id_of(public_key(TEACHER))
PUPIL = blake(b"pupil")
PLESSO = Stream(LAPTOP_ID, 1, "plesso/piandisasso")
SCUOLA = Stream(LAPTOP_ID, 1, "scuola")


def certificate_for(
    name: str,
    role: CertificateRole,
    *,
    root: bytes = ROOT,
    serial: int = 1,
    scopes: tuple[str, ...] = (),
) -> bytes:
    """A certificate for the owner of `seed(name)`."""
    owner = seed(name)
    return issue(
        root,
        Certificate(
            version=1,
            role=role,
            serial=serial,
            not_before_ms=START_MS,
            not_after_ms=START_MS + 3 * 365 * 86_400_000,
            signing_key=public_key(owner),
            box_key=public_box_key(owner),
            scopes=scopes,
        ),
    )


def answered(**changes: object) -> ExerciseAnswered:
    """An answer that was right at the first try."""
    values: dict[str, object] = {
        "person": PUPIL,
        "exercise_ref": "marche/frazioni/quarti",
        "answer": ("b",),
        "typed": False,
        "score": 100,
        "seconds": 24,
        "hints": 0,
        "attempt": 1,
        "edition": 3,
        "seed": 0,
    }
    return ExerciseAnswered(**{**values, **changes})  # type: ignore[arg-type]


def one_of_each() -> tuple[Fact, ...]:
    """A fact of every kind."""
    return (
        CertificateIssued(certificate=certificate_for("laptop", "dispositivo")),
        StaffFieldSet(staff_id=TEACHER_ID, field="name", value="Nives"),
        PlessoFieldSet(field="name", value="Pian di Sasso"),
        GroupFieldSet(group_id="g1", field="name", value="Pluriclasse"),
        GroupFieldSet(group_id="g1", field="grades", value="P1,P2,P3"),
        PupilAdded(person=PUPIL),
        PupilRemoved(person=PUPIL),
        PupilFieldSet(person=PUPIL, field="name", value="Tobia"),
        PupilFieldSet(person=PUPIL, field="grade", value="P3"),
        LessonOpened(person=PUPIL, lesson_ref="marche/frazioni", edition=3),
        answered(),
        answered(answer=("tre quarti",), typed=True, score=None, hints=1, attempt=2, seed=977),
        HelpAsked(person=PUPIL, exercise_ref="marche/frazioni/quarti"),
        WorkFieldSet(work_id="00112233aabbccdd", field="theme", value="Le frazioni"),
        WorkFieldSet(work_id="00112233aabbccdd", field="due", value="2026-12-04"),
        TaskSet(
            work_id="00112233aabbccdd",
            grade=Grade.P3,
            lesson_ref="marche/frazioni",
            exercises=("quarti", "metà"),
        ),
        TaskRemoved(work_id="00112233aabbccdd", grade=Grade.P3),
        WordSent(person=PUPIL, text="Bravo, continua così!"),
        KeyShared(name="scuola", recipient=LAPTOP_ID, box=bytes(80)),
        NoteWritten(person=PUPIL, text="Oggi era stanco."),
    )


def newer_kinds() -> tuple[Fact, ...]:
    """A fact of every kind that came after the first frozen bytes."""
    return (
        PupilFieldSet(person=PUPIL, field="figures", value="sole luna goccia"),
        PupilFieldSet(person=PUPIL, field="card", value="lepre-faggio-27"),
        AnswerMarked(
            person=PUPIL,
            exercise_ref="marche/frazioni/spiega",
            answered_ms=START_MS + 12_000,
            mark="100 Hai spiegato bene.",
        ),
        PreferenceSet(person=PUPIL, setting="face=Lexend"),
        NotebookSet(
            person=PUPIL,
            page_id="0123456789abcdef",
            entry='{"kind":"appunto","lesson_ref":"marche/frazioni"}',
        ),
    )


def newest_kinds() -> tuple[Fact, ...]:
    """A fact of every kind that came after those."""
    return (
        KeyRevoked(revocation=revocation_of(TEACHER_ID, PLESSO, 12, blake(b"h(12)"))),
        PersonErased(erased=PUPIL),
    )


PACK_KEY = f"{TEACHER_ID.hex()}/0123456789abcdef"


def school_packs() -> tuple[Fact, ...]:
    """A fact of every kind that came with packs of the school's own."""
    offer = PackOffer(
        name="orto",
        title="Il nostro orto",
        area=Area.SCUOLA,
        edition=2,
        lessons=3,
        manifest="ab" * 32,
        index="cd" * 32,
        index_size=900,
        size=40_000,
    )
    return PackOffered(pack_key=PACK_KEY, offer=offer.to_text()), PackWithdrawn(pack_key=PACK_KEY)


def moving_kinds() -> tuple[Fact, ...]:
    """A fact of every kind that came with pupils who move."""
    return (
        PupilSent(
            person=PUPIL, site="plesso/piandisasso", bundle="ab" * 16, part=1, parts=1, piece=b"a package"
        ),
        HomeSet(person=PUPIL, site="plesso/montelago"),
        FactBrought(
            person=PUPIL,
            subject="marche/frazioni/quarti",
            brought=10,
            at_ms=START_MS - 86_400_000,
            body=b"\x90",
        ),
        OriginTold(person=PUPIL, who=TEACHER_ID, words="maestra Nives (Pian di Sasso)"),
    )


def photo_kinds() -> tuple[Fact, ...]:
    """A fact of every kind that came with photos at the sign-in."""
    return (
        SchoolFieldSet(field="photos", value="1"),
        PhotoSet(person=PUPIL, photo=b"a photo"),
        PhotoSent(person=PUPIL, photo=b"a photo"),
        PhotosErased(erased=PUPIL, until_ms=START_MS),
    )


def revocation_of(
    owner: bytes,
    stream: Stream,
    seq: int,
    chain: bytes,
    *,
    later_ms: int = 0,
    until_ms: int = 0,
    root: bytes = ROOT,
) -> bytes:
    """A revocation with one last good point."""
    point = LastGood(stream.device, stream.epoch, stream.scope, seq, chain)
    return issue_revocation(root, Revocation(1, owner, START_MS + later_ms, (point,), until_ms))


def key_ring() -> KeyRing:
    """Seals always with the same nonces: never do this outside a test."""
    return KeyRing([SCHOOL_KEY], random.Random(7).randbytes)


def rows_of(facts: Sequence[Fact], stream: Stream = PLESSO, *, first_seq: int = 1) -> list[FactRow]:
    """The rows of some facts, a second apart, staff facts signed by the teacher."""
    ring = key_ring()
    rows = []
    for seq, fact in enumerate(facts, start=first_seq):
        kind = KINDS.of(fact)
        fields = plain_fields(kind, fact, ring.seal)
        person: bytes | None = getattr(fact, "person", None)
        row = row_of(
            kind.number,
            START_MS + 1000 * seq,
            person,
            getattr(fact, kind.subject) if kind.subject else None,
            blake(b"salt" + (person or b"")),
            fields=[*fields, TEACHER_ID] if fact.staff else fields,
        )
        rows.append(sign_as_author(TEACHER, stream, seq, row) if fact.staff else row)
    return rows


def segment_of(rows: Sequence[Row], stream: Stream = PLESSO, *, device_seed: bytes = LAPTOP) -> bytes:
    """A segment that holds a stream from its first row."""
    chains = chain_on(genesis(stream), rows)
    head = sign_head(device_seed, stream, len(rows), chains[-1])
    return cut_segment(stream, rows, genesis(stream), head)


def school_day(facts: int, *, random_seed: int = 1) -> tuple[Fact, ...]:
    """What a pluriclasse of 12 does: one in eight opens a lesson, 4 % of the answers are typed."""
    chance = random.Random(random_seed)
    pupils = [chance.randbytes(16) for _ in range(12)]
    lessons = [f"marche/lezione-numero-{number}" for number in range(24)]
    return tuple(_something(chance, chance.choice(pupils), chance.choice(lessons)) for _ in range(facts))


def _something(chance: random.Random, pupil: bytes, lesson: str) -> Fact:
    if chance.random() < 0.12:
        return LessonOpened(person=pupil, lesson_ref=lesson, edition=1)
    typed = chance.random() < 0.04
    return answered(
        person=pupil,
        exercise_ref=f"{lesson}/esercizio-{chance.randrange(6)}",
        answer=("ho contato i sassi",) if typed else (chance.choice("abcd"),),
        typed=typed,
        score=chance.choice([100, 100, 100, 50, 0, 0]),
        seconds=chance.randrange(5, 120),
        hints=chance.choice([0, 0, 0, 1, 2]),
        attempt=chance.choice([1, 1, 2, 3]),
        seed=chance.choice([0, 0, chance.randrange(1000)]),
    )
