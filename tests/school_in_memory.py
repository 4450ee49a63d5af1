"""A school kept in plain dictionaries: the demo's village, its twelve pupils, its teacher and technician."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.draft import Draft
from scuola_digitale.domain.facts import (
    AnswerMarked,
    ExerciseAnswered,
    Fact,
    HelpAsked,
    LessonOpened,
    NotebookSet,
    PreferenceSet,
    PupilFieldSet,
    TaskSet,
    WordSent,
    WorkFieldSet,
)
from scuola_digitale.domain.given_answers import GivenAnswer
from scuola_digitale.domain.notebook import NotebookPage, read_page
from scuola_digitale.domain.open_answers import Mark, OpenAnswer, read_mark
from scuola_digitale.domain.people import Group, Pupil, StaffMember
from scuola_digitale.domain.preferences import Preferences, fold_preferences
from scuola_digitale.domain.progress import ExerciseProgress, LessonVisit, Progress, Try
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.domain.work import Task, TeacherWord, Work
from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import Author, ExchangeState

WEDNESDAY_8_30 = 1_768_379_400_000
"""14 January 2026, 8:30 UTC: the demo's morning."""

GROUP = Group(
    group_id="pluriclasse",
    name="pluriclasse I–V",
    grades=(Grade.P1, Grade.P2, Grade.P3, Grade.P4, Grade.P5),
)

_ROSTER = (
    ("Sofia", Grade.P1, "lepre"),
    ("Mattia", Grade.P1, "riccio"),
    ("Nora", Grade.P2, "gufo"),
    ("Elia", Grade.P2, "tasso"),
    ("Giulia", Grade.P3, "volpe"),
    ("Pietro", Grade.P3, "picchio"),
    ("Amina", Grade.P3, "capriolo"),
    ("Lucia", Grade.P4, "lupo"),
    ("Tommaso", Grade.P4, "aquila"),
    ("Irene", Grade.P5, "salamandra"),
    ("Davide", Grade.P5, "trota"),
    ("Samuele", Grade.P5, "istrice"),
)

PUPILS = tuple(
    Pupil(person=bytes([place]) * 16, name=name, grade=grade, avatar=avatar, group_id=GROUP.group_id)
    for place, (name, grade, avatar) in enumerate(_ROSTER, start=1)
)

PAOLA = StaffMember(staff_id=b"paola", name="Paola", title="maestra", role="insegnante")
SANDRO = StaffMember(staff_id=b"sandro", name="Sandro", title="tecnico", role="tecnico")
PASSWORDS = {PAOLA.staff_id: "genziana", SANDRO.staff_id: "faggio"}


def pupil(name: str) -> Pupil:
    """A pupil by name."""
    return next(one for one in PUPILS if one.name == name)


@dataclass(frozen=True)
class Unlocked:
    """A member of staff who gave the right password."""

    staff_id: bytes


@dataclass
class SchoolInMemory:
    """What `SchoolMemory` promises, without a disk; `recorded` holds every fact written."""

    clock: SetClock = field(default_factory=lambda: SetClock(WEDNESDAY_8_30))
    recorded: list[Fact] = field(default_factory=list)
    authors: list[Author | None] = field(default_factory=list)
    exchange: ExchangeState = field(default_factory=lambda: ExchangeState(waiting=0, last_ms=0))
    _progress: dict[bytes, Progress] = field(default_factory=dict)
    _works: dict[str, Work] = field(default_factory=dict)
    _words: dict[bytes, list[TeacherWord]] = field(default_factory=dict)
    _answers: list[tuple[bytes, str, int, int | None, str]] = field(default_factory=list)
    _given: list[tuple[bytes, GivenAnswer]] = field(default_factory=list)
    _marks: dict[tuple[bytes, str, int], Mark] = field(default_factory=dict)
    _pages: dict[bytes, dict[str, tuple[str, int]]] = field(default_factory=dict)
    _fields: dict[bytes, dict[str, str]] = field(default_factory=dict)

    drafts: dict[tuple[bytes, str], Draft] = field(default_factory=dict)

    def draft(self, person: bytes, lesson_ref: str) -> Draft | None:
        return self.drafts.get((person, lesson_ref))

    def keep_draft(self, person: bytes, lesson_ref: str, draft: Draft) -> None:
        self.drafts.pop((person, lesson_ref), None)
        if not draft.is_empty:
            self.drafts[person, lesson_ref] = draft

    @property
    def _scores(self) -> dict[tuple[bytes, str, int], int]:
        return {place: mark.score for place, mark in self._marks.items()}

    def plesso_name(self) -> str:
        return "Scuola di Valdoro"

    def groups(self) -> tuple[Group, ...]:
        return (GROUP,)

    def pupils(self) -> tuple[Pupil, ...]:
        return tuple(self._told(one) for one in PUPILS)

    def _told(self, one: Pupil) -> Pupil:
        fields = self._fields.get(one.person, {})
        return msgspec.structs.replace(
            one, figures=tuple(fields.get("figures", "").split()), card=fields.get("card", "")
        )

    def staff(self) -> tuple[StaffMember, ...]:
        return (PAOLA, SANDRO)

    def unlock(self, staff_id: bytes, password: str) -> Author:
        if PASSWORDS[staff_id] != password:
            raise ScuolaError("La parola d’ordine non è giusta.", remedy="Riscrivila con calma.")
        return Unlocked(staff_id)

    def record(self, facts: Sequence[Fact], *, author: Author | None = None) -> None:
        for fact in facts:
            assert author is not None or not fact.staff
            self.recorded.append(fact)
            self.authors.append(author)
            self._fold(fact)

    def progress(self, person: bytes) -> Progress:
        return self._progress.get(person, Progress(exercises={}, visits={}))

    def works(self) -> tuple[Work, ...]:
        open_ones = [work for work in self._works.values() if not work.closed]
        return tuple(sorted(open_ones, key=lambda work: -work.assigned_ms))

    def words_for(self, person: bytes) -> tuple[TeacherWord, ...]:
        return tuple(self._words.get(person, ()))

    def tries(self, person: bytes) -> tuple[Try, ...]:
        return tuple(
            Try(ref, at_ms, self._scores.get((person, ref, at_ms), score), 0, score is None)
            for who, ref, at_ms, score, _ in self._answers
            if who == person
        )

    def open_answers(self, person: bytes) -> tuple[OpenAnswer, ...]:
        return tuple(
            OpenAnswer(
                person=person,
                exercise_ref=ref,
                at_ms=at_ms,
                text=text,
                mark=self._marks.get((person, ref, at_ms)),
            )
            for who, ref, at_ms, score, text in reversed(self._answers)
            if who == person and score is None
        )

    def given_answers(self, person: bytes, lesson_ref: str) -> tuple[GivenAnswer, ...]:
        return tuple(
            given
            for who, given in self._given
            if who == person and given.exercise_ref.rpartition("/")[0] == lesson_ref
        )

    def preferences(self, person: bytes) -> Preferences:
        return fold_preferences(
            fact.setting
            for fact in self.recorded
            if isinstance(fact, PreferenceSet) and fact.person == person
        )

    def notebook(self, person: bytes) -> tuple[NotebookPage, ...]:
        pages = [read_page(page_id, *said) for page_id, said in self._pages.get(person, {}).items()]
        return tuple(sorted((page for page in pages if page), key=lambda page: -page.at_ms))

    def exchange_state(self) -> ExchangeState:
        return self.exchange

    def _fold(self, fact: Fact) -> None:
        now = self.clock.now_ms()
        match fact:
            case LessonOpened(person=person, lesson_ref=ref):
                visit = LessonVisit(lesson_ref=ref, opened_ms=now, times=1)
                self._keep(person, visits={ref: visit})
            case ExerciseAnswered(person=person, exercise_ref=ref):
                self._answers.append((person, ref, now, fact.score, "\n".join(fact.answer)))
                self._given.append((person, _given(fact, now)))
                self._keep(person, exercises={ref: self._answered(fact, now)})
            case HelpAsked(person=person, exercise_ref=ref):
                before = self.progress(person).exercise(ref)
                self._keep(person, exercises={ref: msgspec.structs.replace(before, help_ms=now)})
            case WordSent(person=person, text=text):
                word = TeacherWord(text=text, author="Paola", sent_ms=now)
                self._words.setdefault(person, []).insert(0, word)
            case WorkFieldSet() | TaskSet():
                self._fold_work(fact, now)
            case PupilFieldSet(person=person, field=name, value=value):
                self._fields.setdefault(person, {})[name] = value
            case NotebookSet(person=person, page_id=page_id, entry=entry):
                self._pages.setdefault(person, {})[page_id] = (entry, now)
            case AnswerMarked():
                self._fold_mark(fact)

    def _fold_mark(self, fact: AnswerMarked) -> None:
        mark = read_mark(fact.mark)
        assert mark is not None
        self._marks[fact.person, fact.exercise_ref, fact.answered_ms] = mark
        before = self.progress(fact.person).exercise(fact.exercise_ref)
        best = max(before.best or 0, mark.score)
        after = msgspec.structs.replace(before, best=best, last=mark.score)
        self._keep(fact.person, exercises={fact.exercise_ref: after})

    def _answered(self, fact: ExerciseAnswered, now: int) -> ExerciseProgress:
        before = self.progress(fact.person).exercise(fact.exercise_ref)
        return msgspec.structs.replace(
            before,
            attempts=before.attempts + 1,
            best=before.best if fact.score is None else max(before.best or 0, fact.score),
            last=fact.score,
            hints=before.hints + fact.hints,
            wrong_in_a_row=0 if fact.score == 100 else before.wrong_in_a_row + 1,
            help_ms=0,
            last_ms=now,
        )

    def _keep(
        self,
        person: bytes,
        *,
        exercises: dict[str, ExerciseProgress] | None = None,
        visits: dict[str, LessonVisit] | None = None,
    ) -> None:
        before = self.progress(person)
        self._progress[person] = Progress(
            exercises={**before.exercises, **(exercises or {})}, visits={**before.visits, **(visits or {})}
        )

    def _fold_work(self, fact: WorkFieldSet | TaskSet, now: int) -> None:
        work = self._works.get(fact.work_id) or Work(
            work_id=fact.work_id, theme="", group_id="", tasks=(), assigned_ms=now
        )
        if isinstance(fact, TaskSet):
            task = Task(grade=fact.grade, lesson_ref=fact.lesson_ref, exercises=fact.exercises)
            others = tuple(one for one in work.tasks if one.grade != fact.grade)
            work = msgspec.structs.replace(work, tasks=(*others, task))
        elif fact.field == "closed":
            work = msgspec.structs.replace(work, closed=fact.value == "1")
        else:
            name = {"theme": "theme", "group": "group_id", "due": "due"}[fact.field]
            work = msgspec.structs.replace(work, **{name: fact.value})
        self._works[fact.work_id] = work


def _given(fact: ExerciseAnswered, at_ms: int) -> GivenAnswer:
    return GivenAnswer(
        exercise_ref=fact.exercise_ref,
        at_ms=at_ms,
        answer=fact.answer,
        score=fact.score,
        hints=fact.hints,
        seed=fact.seed,
    )


def answer(person: bytes, exercise_ref: str, score: int) -> ExerciseAnswered:
    """An answer with its score, 0–100."""
    return ExerciseAnswered(
        person=person,
        exercise_ref=exercise_ref,
        answer=("a",),
        typed=False,
        score=score,
        seconds=20,
        hints=0,
        attempt=1,
        edition=1,
    )
