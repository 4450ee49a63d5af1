"""The monkey's school: every pupil has a word that nobody else may read, packs go and come, the disk is full for a while."""

from collections.abc import Sequence
from random import Random

from desk_in_memory import FIGURES, DeskInMemory
from every_state import EVERYTHING, a_school
from exercise_samples import OPEN
from lesson_shelf import LessonShelf
from library_in_memory import HEADS, ShelfInMemory, ThemeInMemory
from people_in_memory import PeopleInMemory
from school_in_memory import PUPILS, SchoolInMemory, Unlocked, answer

from content.disk import DiskFullError
from scuola_digitale.domain.draft import Draft
from scuola_digitale.domain.facts import (
    ExerciseAnswered,
    Fact,
    HelpAsked,
    NotebookSet,
    PupilFieldSet,
    TaskSet,
    WordSent,
)
from scuola_digitale.domain.lesson import Lesson, LessonHead
from scuola_digitale.domain.notebook import Entry, written_entry
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.school_terms import Area, Grade
from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import Author
from ui.resources import drawing

_TEACHER = Unlocked(b"paola")


def secret_of(pupil: Pupil) -> str:
    """A word of a pupil's own, that stands in what they and the teacher write, and nowhere else."""
    return f"segreto{pupil.name.lower()}zq"


class _NotHereError(ScuolaError):
    def __init__(self) -> None:
        super().__init__("Questa lezione qui non c’è.", remedy="Cercala in Biblioteca.")


class FullAtTimes(SchoolInMemory):
    """A school in memory whose disk may be `full`: then nothing is written."""

    full = False

    def record(self, facts: Sequence[Fact], *, author: Author | None = None) -> None:
        if self.full:
            raise DiskFullError
        super().record(facts, author=author)

    def keep_draft(self, person: bytes, lesson_ref: str, draft: Draft) -> None:
        if self.full:
            raise DiskFullError
        super().keep_draft(person, lesson_ref, draft)


class ShelfThatGoes(LessonShelf):
    """The small lessons and the one with everything; while `gone` none of them can be read any more."""

    def __init__(self) -> None:
        super().__init__(EVERYTHING, files={"goccia.svg": drawing("figura-goccia")})
        self.gone = False

    def lessons(
        self, area: Area | None = None, subject: str | None = None, grade: Grade | None = None
    ) -> tuple[LessonHead, ...]:
        if self.gone:
            return ()
        mine = [EVERYTHING.head] if area in {None, Area.SCUOLA} and subject in {None, "matematica"} else []
        return (*super().lessons(area, subject, grade), *mine)

    def themes(self) -> tuple[ThemeInMemory, ...]:
        return () if self.gone else super().themes()

    def lesson(self, ref: str) -> Lesson:
        if self.gone or ref not in {head.ref for head in self.lessons()}:
            raise _NotHereError
        return EVERYTHING if ref == EVERYTHING.head.ref else ShelfInMemory.lesson(self, ref)

    def file(self, pack_id: str, path: str) -> bytes:
        if self.gone:
            raise _NotHereError
        return super().file(pack_id, path)


class MonkeySchool:
    """A school in memory in the middle of its morning, and what may happen to it."""

    def __init__(self) -> None:
        self._parts: DeskInMemory = a_school()
        self.school = FullAtTimes(**vars(self._parts.school))
        self.shelf = ShelfThatGoes()
        self._parts.school, self._parts.shelf = self.school, self.shelf
        self._parts.people = PeopleInMemory(self.school)
        self._parts.travel.gate.set()
        self.desk = self._parts.desk
        self.clock = self.school.clock
        for pupil in PUPILS:
            self._give_secrets(pupil)

    @property
    def pupils(self) -> tuple[Pupil, ...]:
        """Who may sit here."""
        return self.school.pupils()

    def lessons(self) -> list[str]:
        """Refs of the lessons, those that are gone as well."""
        return [EVERYTHING.head.ref, *(head.ref for head in HEADS)]

    def fill_disk(self, *, full: bool) -> None:
        """Takes all the room on the disk, or gives it back."""
        self.school.full = full

    def is_full(self) -> bool:
        """Whether nothing can be written now."""
        return self.school.full

    def take_packs(self, *, gone: bool) -> None:
        """Takes all packs from the shelf, or brings them back."""
        self.shelf.gone = gone

    def facts_arrive(self, draw: Random) -> None:
        """Another laptop's facts come in, and the window hears of it."""
        pupil, lesson = draw.choice(PUPILS), draw.choice(HEADS)
        some: list[tuple[Fact, Author | None]] = [
            (answer(pupil.person, f"{lesson.ref}/es1", draw.choice([0, 100])), None),
            (HelpAsked(person=pupil.person, exercise_ref=f"{lesson.ref}/es2"), None),
            (WordSent(person=pupil.person, text=f"Una parola per te: {secret_of(pupil)}."), _TEACHER),
            (PupilFieldSet(person=pupil.person, field="figures", value=" ".join(FIGURES)), _TEACHER),
            (TaskSet(work_id="1" * 16, grade=pupil.grade, lesson_ref=lesson.ref), _TEACHER),
        ]
        fact, author = draw.choice(some)
        SchoolInMemory.record(self.school, [fact], author=author)
        self._parts.sync.running = draw.random() < 0.3
        self._parts.sync.tell()

    def _give_secrets(self, pupil: Pupil) -> None:
        secret, person = secret_of(pupil), pupil.person
        note = written_entry(Entry(kind="appunto", lesson_ref=EVERYTHING.head.ref, words=f"Io: {secret}"))
        wrote = ExerciseAnswered(
            person=person,
            exercise_ref=f"{EVERYTHING.head.ref}/{OPEN.exercise_id}",
            answer=(f"Ho scritto {secret}.",),
            typed=True,
            score=None,
            seconds=20,
            hints=0,
            attempt=1,
            edition=1,
        )
        self.school.record([NotebookSet(person=person, page_id="f" * 16, entry=note), wrote])
        self.school.record([WordSent(person=person, text=f"Per te: {secret}.")], author=_TEACHER)
