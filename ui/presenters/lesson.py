"""Decides what a lesson's page shows around its blocks: the parts, the stones and where to go on."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from scuola_digitale.domain.lesson import (
    AnyBlock,
    Callout,
    Definitions,
    Details,
    ExerciseBlock,
    Heading,
    Lesson,
    LessonHead,
    Listing,
    Quote,
)
from scuola_digitale.domain.people import StaffMember
from scuola_digitale.domain.progress import ExerciseProgress, Progress
from scuola_digitale.domain.school_terms import SUBJECT_LABELS, Grade
from scuola_digitale.words import say, say_count
from ui.presenters.formula_words import spoken_spans

Stone = Literal["done", "now", "empty"]

_GRADES = tuple(Grade)
NOTHING_DONE = Progress(exercises={}, visits={})


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the lesson between two headings of the outline.

    Attributes:
        number: 1 for the first.
        anchor: of its heading.
        exercises: refs of the exercises inside it, in order.
    """

    number: int
    title: str
    anchor: str
    exercises: tuple[str, ...]


class LessonPresenter:
    """A lesson in front of somebody with their progress; `done_now` adds what is answered meanwhile."""

    def __init__(self, lesson: Lesson, progress: Progress = NOTHING_DONE) -> None:
        self.lesson = lesson
        self.parts = _parts(lesson)
        self.exercise_refs = tuple(f"{lesson.head.ref}/{one}" for one in _exercise_ids(lesson.blocks))
        self._progress = progress
        self._done = {ref for ref in self.exercise_refs if progress.exercise(ref).passed}
        self._tried = {ref for ref in self.exercise_refs if progress.exercise(ref).attempts}
        self._read: set[str] = set()

    @property
    def kicker(self) -> str:
        """Subject and grades, above the title: `Matematica · IV`."""
        return kicker(self.lesson.head)

    def progress_of(self, exercise_ref: str) -> "ExerciseState":
        """What the card of an exercise shows of it."""
        place = self.exercise_refs.index(exercise_ref)
        return ExerciseState(number=place + 1, total=len(self.exercise_refs), stones=self.stones(place))

    def earlier(self, exercise_ref: str) -> ExerciseProgress:
        """What was done of an exercise before the lesson was opened."""
        return self._progress.exercise(exercise_ref)

    def stones(self, now: int | None = None) -> tuple[Stone, ...]:
        """A stone an exercise; `now` is the place of the one in hand, by default the next to do."""
        here = self._next_place() if now is None else now
        return tuple(self._stone(ref, place == here) for place, ref in enumerate(self.exercise_refs))

    def is_done(self, part: Part) -> bool:
        """Whether a part is behind: its exercises done, or, where it has none, read or followed by a try."""
        if part.exercises:
            return self._done.issuperset(part.exercises)
        later = {ref for other in self.parts[part.number :] for ref in other.exercises}
        return part.anchor in self._read or not later.isdisjoint(self._tried)

    def answered(self, exercise_ref: str, *, right: bool) -> None:
        """An answer was judged."""
        self._tried.add(exercise_ref)
        if right:
            self._done.add(exercise_ref)

    def read_until(self, anchor: str) -> None:
        """The heading `anchor` was reached: what stands before it was read."""
        for part in self.parts:
            if part.anchor == anchor:
                return
            self._read.add(part.anchor)

    def read_all(self) -> None:
        """The end was reached."""
        self._read.update(part.anchor for part in self.parts)

    def go_on_at(self) -> str | None:
        """The anchor to open the lesson at: the part of the first exercise not done after one tried.

        None for the beginning: nothing was tried, or all is done.
        """
        if not self._tried or self._done.issuperset(self.exercise_refs):
            return None
        todo = next(ref for ref in self.exercise_refs if ref not in self._done)
        return next((part.anchor for part in self.parts if todo in part.exercises), None)

    def ending(self) -> "Ending":
        """What is said at the foot of the lesson, and the way on from there."""
        todo = [ref for ref in self.exercise_refs if ref not in self._done]
        if not self.exercise_refs:
            return Ending(title=say("La lezione finisce qui."), button=say("Ho finito"), part=1.0)
        if not todo:
            words = say("Tutti i sassi sono al loro posto.")
            return Ending(title=say("Hai finito la lezione."), words=words, button=say("Ho finito"), part=1.0)
        return Ending(
            title=say_count(len(todo), "Manca un sasso.", "Mancano {count} sassi."),
            words=say("Puoi posarli ora, o un’altra volta."),
            button=say("Vai dove manca"),
            part=1 - len(todo) / len(self.exercise_refs),
            todo=todo[0],
        )

    def _stone(self, ref: str, here: bool) -> Stone:
        if ref in self._done:
            return "done"
        return "now" if here else "empty"

    def _next_place(self) -> int | None:
        return next((place for place, ref in enumerate(self.exercise_refs) if ref not in self._done), None)


class Ending(msgspec.Struct, frozen=True, kw_only=True):
    """The foot of a lesson.

    Attributes:
        part: how much of it is done, 0–1.
        todo: ref of the first exercise not done; empty when all are.
    """

    title: str
    words: str = ""
    button: str
    part: float
    todo: str = ""


class ExerciseState(msgspec.Struct, frozen=True, kw_only=True):
    """Where an exercise stands in its lesson."""

    number: int
    total: int
    stones: tuple[Stone, ...]

    @property
    def label(self) -> str:
        """«Prova tu · 4 di 6»."""
        return (
            say("Prova tu · {number} di {total}", number=self.number, total=self.total)
            if self.total > 1
            else say("Prova tu")
        )

    @property
    def spoken_stones(self) -> str:
        """The stones in words."""
        done = self.stones.count("done")
        return (
            say("{done} sassi su {total}", done=done, total=self.total)
            if done != 1
            else say("1 sasso su {total}", total=self.total)
        )


def kicker(head: LessonHead) -> str:
    """Subject and grades of a lesson: `Matematica · IV`."""
    subject = SUBJECT_LABELS().get(head.subject, head.subject.replace("-", " ").capitalize())
    grades = grades_words(head.grades)
    return f"{subject} · {grades}" if grades else subject


class Neighbours(msgspec.Struct, frozen=True):
    """The lessons before and after one; None where there is none."""

    before: LessonHead | None = None
    after: LessonHead | None = None


def neighbours(heads: Sequence[LessonHead], head: LessonHead) -> Neighbours:
    """The lessons around one among `heads`: of its theme, or where it has none of its subject in its pack.

    They stand by grade, the lowest first, and inside a grade as their packs have them: the nearest grades are next.
    """
    line = sorted((one for one in heads if _goes_with(one, head)), key=_lowest_grade)
    at = next((place for place, one in enumerate(line) if one.ref == head.ref), None)
    if at is None:
        return Neighbours()
    return Neighbours(line[at - 1] if at else None, line[at + 1] if at + 1 < len(line) else None)


def _goes_with(one: LessonHead, head: LessonHead) -> bool:
    if head.theme:
        return one.theme == head.theme
    return not one.theme and (one.pack, one.subject) == (head.pack, head.subject)


def _lowest_grade(head: LessonHead) -> int:
    return min((_GRADES.index(grade) for grade in head.grades), default=0)


def grades_words(grades: Sequence[Grade]) -> str:
    """Grades in few words: `II III`, `IV V · I–III media`; more than two in a row are told by their ends."""
    years = list(Grade)
    runs: list[list[Grade]] = []
    for grade in sorted(set(grades), key=years.index):
        before = runs[-1][-1] if runs else None
        follows = before is not None and years.index(grade) == years.index(before) + 1
        if follows and before is not None and before.is_primary == grade.is_primary:
            runs[-1].append(grade)
        else:
            runs.append([grade])
    kinds = ([run for run in runs if run[0].is_primary], [run for run in runs if not run[0].is_primary])
    primary, lower = (" ".join(_run_words(run) for run in kind) for kind in kinds)
    return " · ".join(filter(None, (primary, say("{grade} media", grade=lower) if lower else "")))


def _run_words(run: Sequence[Grade]) -> str:
    if len(run) > 2:
        return f"{run[0].roman}–{run[-1].roman}"
    return " ".join(grade.roman for grade in run)


def exercises_in(blocks: Sequence[AnyBlock]) -> Iterator[ExerciseBlock]:
    """Every exercise of a column, those inside boxes and lists too, in reading order."""
    for block in blocks:
        if isinstance(block, ExerciseBlock):
            yield block
        else:
            for inner in inner_columns(block):
                yield from exercises_in(inner)


def inner_columns(block: AnyBlock) -> tuple[tuple[AnyBlock, ...], ...]:
    """The small columns inside a block."""
    match block:
        case Callout() | Details() | Quote():
            return (block.blocks,)
        case Listing():
            return block.items
        case Definitions():
            return tuple(meaning for _, meaning in block.items)
        case _:
            return ()


def _exercise_ids(blocks: Sequence[AnyBlock]) -> Iterator[str]:
    return (block.exercise.exercise_id for block in exercises_in(blocks))


def _parts(lesson: Lesson) -> tuple[Part, ...]:
    headings = [(place, block) for place, block in enumerate(lesson.blocks) if isinstance(block, Heading)]
    level = min((heading.level for _, heading in headings), default=2)
    top = [(place, heading) for place, heading in headings if heading.level == level]
    ends = [*(place for place, _ in top[1:]), len(lesson.blocks)][: len(top)]
    return tuple(
        Part(
            number=number,
            title=spoken_spans(heading.spans, lesson.head.language),
            anchor=heading.anchor,
            exercises=tuple(f"{lesson.head.ref}/{one}" for one in _exercise_ids(lesson.blocks[start:end])),
        )
        for number, ((start, heading), end) in enumerate(zip(top, ends, strict=True), start=1)
    )


def ask_whom(staff: Sequence[StaffMember]) -> str:
    """Whom a pupil asks for help, in words: `alla maestra`, `al maestro`, `all'insegnante`."""
    titles = {one.title for one in staff if one.role == "insegnante"}
    if len(titles) == 1:
        title = titles.pop()
        if title.endswith("a"):
            return say("alla {title}", title=title)
        if title.endswith("o"):
            return say("al {title}", title=title)
    return say("all’insegnante")
