"""The fold: from facts in any order to what they mean together. Pure, and the same wherever it is done.

A fact has one effect: an `Act` (a pupil did something; all acts count) or a `Saying` (somebody gave a field of
a thing its value; the latest counts, the others are its history). Both are kept as sets, so the order in which
facts arrive cannot matter; the order in which they *happened* is their `order`.
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Literal

import msgspec

from scuola_digitale.domain import facts
from scuola_digitale.domain.facts import Fact, PersonId
from scuola_digitale.domain.progress import ExerciseProgress, LessonVisit, Progress, Try

Order = tuple[int, bytes, int, int, str]
"""When it happened: the hybrid logical clock in ms, then device id, then seq; epoch and scope part what a
restored or careless device wrote twice in one ms. Only two clones can write two facts of one order: what they
say then decides, so that all agree."""

Value = str | bytes | None
"""Text in clear, sealed bytes, or None where the thing or its field was taken away."""


class Deed(IntEnum):
    """What a pupil did."""

    ANSWERED = 0
    ASKED_HELP = 1
    OPENED = 2


BROUGHT = 8
"""Added to the number of a deed that was brought along from elsewhere."""


class Act(msgspec.Struct, frozen=True, gc=False):
    """Something a pupil did with an exercise or a lesson; `score` as in `ExerciseAnswered`."""

    person: PersonId
    subject: str
    deed: Deed
    score: int | None = None
    hints: int = 0
    seconds: int = 0


Thing = Literal[
    "plesso",
    "group",
    "pupil",
    "work",
    "word",
    "staff",
    "certificate",
    "key",
    "note",
    "mark",
    "preference",
    "notebook",
    "revocation",
    "erasure",
    "sent",
    "home",
    "origin",
    "pack",
    "photo",
    "photo sent",
    "photo erasure",
    "school",
]


class Saying(msgspec.Struct, frozen=True, gc=False):
    """Somebody gave a field of a thing its value."""

    thing: Thing
    key: str | bytes
    field: str
    value: Value


def effect_of(fact: Fact, sealed: bytes | None, scope: str) -> Act | Saying:
    """What a fact does, once its author is known to have the right to it.

    Certificates and revocations are not for here: only their signature says whom they are about
    (storage/projection.py).

    Args:
        fact: its sealed value is blank.
        sealed: that value's sealed bytes, or None.
        scope: of its stream.
    """
    match fact:
        case facts.ExerciseAnswered():
            return Act(fact.person, fact.exercise_ref, Deed.ANSWERED, fact.score, fact.hints, fact.seconds)
        case facts.LessonOpened():
            return Act(fact.person, fact.lesson_ref, Deed.OPENED)
        case facts.HelpAsked():
            return Act(fact.person, fact.exercise_ref, Deed.ASKED_HELP)
        case facts.PupilAdded():
            return Saying("pupil", fact.person, "member", "1")
        case facts.PupilRemoved():
            return Saying("pupil", fact.person, "member", None)
        case _:
            return _said(fact, sealed) or _setting(fact, sealed, scope)


def _said(fact: Fact, sealed: bytes | None) -> Saying | None:
    return _sealed_words(fact, sealed) or _moving(fact, sealed) or _photos_and_erasures(fact, sealed)


def _sealed_words(fact: Fact, sealed: bytes | None) -> Saying | None:
    match fact:
        case facts.WordSent():
            return Saying("word", fact.person, "text", sealed)
        case facts.NoteWritten():
            return Saying("note", fact.person, "text", sealed)
        case facts.AnswerMarked():
            return Saying("mark", fact.person, f"{fact.exercise_ref}@{fact.answered_ms}", sealed)
        case facts.PreferenceSet():
            return Saying("preference", fact.person, "setting", sealed)
        case facts.NotebookSet():
            return Saying("notebook", fact.person, fact.page_id, sealed)
        case facts.PackOffered():
            return Saying("pack", fact.pack_key, "offer", sealed)
        case facts.PackWithdrawn():
            return Saying("pack", fact.pack_key, "offer", None)
        case _:
            return None


def _photos_and_erasures(fact: Fact, sealed: bytes | None) -> Saying | None:
    match fact:
        case facts.PhotoSet():
            return Saying("photo", fact.person, "photo", sealed)
        case facts.PhotoSent():
            return Saying("photo sent", fact.person, "photo", sealed)
        case facts.PhotosErased():
            return Saying("photo erasure", fact.erased, str(fact.until_ms), "1")
        case facts.PersonErased():
            return Saying("erasure", fact.erased, "erased", "1")
        case _:
            return None


def _moving(fact: Fact, sealed: bytes | None) -> Saying | None:
    match fact:
        case facts.PupilSent():
            piece = f"{fact.bundle} {fact.part} {fact.parts} {fact.site}"
            return Saying("sent", fact.person, piece, sealed)
        case facts.OriginTold():
            return Saying("origin", fact.person, fact.who.hex(), sealed)
        case facts.HomeSet():
            return Saying("home", fact.person, "site", fact.site)
        case _:
            return None


def _setting(fact: Fact, sealed: bytes | None, scope: str) -> Saying:
    match fact:
        case facts.PupilFieldSet():
            return Saying("pupil", fact.person, fact.field, sealed or fact.value)
        case facts.GroupFieldSet():
            return Saying("group", fact.group_id, fact.field, sealed or fact.value)
        case facts.SchoolFieldSet():
            return Saying("school", scope, fact.field, fact.value)
        case facts.PlessoFieldSet():
            return Saying("plesso", scope, fact.field, fact.value)
        case facts.StaffFieldSet():
            return Saying("staff", fact.staff_id, fact.field, sealed or fact.value)
        case facts.KeyShared():
            return Saying("key", fact.recipient, fact.name, fact.box)
        case facts.WorkFieldSet():
            return Saying("work", fact.work_id, fact.field, sealed or fact.value)
        case facts.TaskSet():
            task = "\n".join([fact.lesson_ref, *fact.exercises])
            return Saying("work", fact.work_id, f"task/{fact.grade}", task)
        case facts.TaskRemoved():
            return Saying("work", fact.work_id, f"task/{fact.grade}", None)
        case _:
            raise TypeError(f"no fold for {type(fact).__name__}")


Happened = tuple[Order, str, int, int | None, int, int]
"""An act as it is read back: order, subject, `Deed` as its number, score, hints, seconds."""


def once(acts: Iterable[Happened]) -> list[Happened]:
    """Acts with those that were brought along as if done here; what is brought twice, or back home, counts once.

    Nobody answers one exercise twice in the same millisecond: an act that was brought is known by what it says.
    """
    own: list[Happened] = []
    brought: dict[tuple[int, str, int, int | None, int, int], Happened] = {}
    for act in acts:
        if act[2] < BROUGHT:
            own.append(act)
            continue
        order, subject, deed, score, hints, seconds = act
        done = (order, subject, deed - BROUGHT, score, hints, seconds)
        known = brought.setdefault(_said_by(done), done)
        brought[_said_by(done)] = min(known, done, key=_when_done)
    if not brought:
        return own
    here = {_said_by(act) for act in own}
    return own + [act for said, act in brought.items() if said not in here]


def _said_by(act: Happened) -> tuple[int, str, int, int | None, int, int]:
    order, subject, deed, score, hints, seconds = act
    return order[0], subject, deed, score, hints, seconds


Marks = Mapping[tuple[str, int], int]
"""The scores that a teacher gave: by exercise ref and the ms at which the answer was given."""


def tries_of(acts: Iterable[Happened], marks: Marks | None = None) -> tuple[Try, ...]:
    """Every answer of one pupil, earliest first, with the teacher's score where they gave one."""
    given = marks or {}
    return tuple(
        Try(subject, order[0], given.get((subject, order[0]), score), hints, score is None)
        for order, subject, deed, score, hints, _ in sorted(acts, key=_when_done)
        if deed == Deed.ANSWERED
    )


def fold_progress(acts: Iterable[Happened], marks: Marks | None = None) -> Progress:
    """The progress of one pupil from all their acts, in any order, and the teacher's marks.

    An answer puts down the raised hand. What the teacher is to mark (no score) is neither right nor wrong.
    """
    given = marks or {}
    exercises: dict[str, ExerciseProgress] = {}
    visits: dict[str, LessonVisit] = {}
    tries: dict[str, list[Happened]] = {}
    openings: dict[str, list[int]] = {}
    for act in sorted(acts, key=_when_done):
        if act[2] == Deed.OPENED:
            openings.setdefault(act[1], []).append(act[0][0])
        else:
            tries.setdefault(act[1], []).append(act)
    for subject, times in openings.items():
        visits[subject] = LessonVisit(lesson_ref=subject, opened_ms=times[-1], times=len(times))
    for subject, its_acts in tries.items():
        exercises[subject] = _exercise(subject, its_acts, given)
    return Progress(exercises=exercises, visits=visits)


def _when_done(act: Happened) -> tuple[Order, str, int, int, int, int]:
    order, subject, deed, score, hints, seconds = act
    return order, subject, deed, -1 if score is None else score, hints, seconds


def _exercise(subject: str, acts: Iterable[Happened], marks: Marks) -> ExerciseProgress:
    """One exercise from its acts, earliest first."""
    attempts = hints = seconds = wrong_in_a_row = help_ms = last_ms = 0
    best: int | None = None
    last: int | None = None
    for (hlc_ms, *_), _, deed, own_score, its_hints, its_seconds in acts:
        if deed == Deed.ASKED_HELP:
            help_ms = hlc_ms
            continue
        attempts += 1
        score = marks.get((subject, hlc_ms), own_score)
        hints += its_hints
        seconds += its_seconds
        last, last_ms, help_ms = score, hlc_ms, 0
        if score is not None:
            best = score if best is None else max(best, score)
            wrong_in_a_row = 0 if score == 100 else wrong_in_a_row + 1
    return ExerciseProgress(
        exercise_ref=subject,
        attempts=attempts,
        best=best,
        last=last,
        hints=hints,
        seconds=seconds,
        wrong_in_a_row=wrong_in_a_row,
        help_ms=help_ms,
        last_ms=last_ms,
    )


Said = tuple[Order, str | bytes, str, Value]
"""A saying as it is read back: order, the thing's key, field, value."""


def _when_said(said: Said) -> tuple[Order, str]:
    return said[0], repr(said[3])


def fold_fields(sayings: Iterable[Said]) -> dict[str | bytes, dict[str, Value]]:
    """Each thing's fields with their latest values, by the thing's key, from sayings in any order."""
    things: dict[str | bytes, dict[str, Value]] = {}
    for _, key, field, value in sorted(sayings, key=_when_said):
        things.setdefault(key, {})[field] = value
    return things


def history(sayings: Iterable[Said], field: str) -> tuple[Value, ...]:
    """Every value a field ever had, the one that counts first; what lost is not lost."""
    return tuple(value for _, _, name, value in latest_first(sayings) if name == field)


def latest_first(sayings: Iterable[Said]) -> list[Said]:
    """Sayings in the order in which they count, the one that does first."""
    return sorted(sayings, key=_when_said, reverse=True)
