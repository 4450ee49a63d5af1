"""Yesterday and this morning at Valdoro: what the pupils did before anybody opens the window."""

from collections.abc import Callable, Sequence

import msgspec

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.facts import Fact, HelpAsked, LessonOpened, NotebookSet
from scuola_digitale.domain.lesson import ExerciseBlock, Lesson
from scuola_digitale.domain.notebook import Entry, written_entry
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.work import Work
from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.school_store import School
from ui.demo import valdoro
from ui.demo.answers import right_answer, wrong_answer
from ui.home import Home
from ui.presenters.exercise import ExercisePresenter
from ui.shelf import Shelf

MINUTE_MS = 60_000


class Doing(msgspec.Struct, frozen=True):
    """What one pupil did of a task: how many more exercises rightly, then perhaps wrong tries, perhaps a raised hand."""

    name: str
    right: int
    wrong: int = 0
    hand: bool = False


ALL = 99
"""More exercises than any lesson has: the whole task."""

EARLIER = (Doing("Giulia", 2), Doing("Lucia", 3), Doing("Irene", 2))
"""At the same work on fractions, when it was given."""

KEPT = (
    Entry(
        kind="evidenza",
        lesson_ref="marche/acqua-grotta",
        quote="La sala più grande si chiama Abisso Ancona. È alta circa 200 metri: ci sta dentro un duomo!",
    ),
    Entry(
        kind="appunto",
        lesson_ref="marche/acqua-grotta",
        words="Chiedere a nonno se la sua pietra con il buco viene dal fiume.",
    ),
    Entry(kind="segnalibro", lesson_ref="marche/frazioni-confronto"),
)
"""What Lucia put into her notebook this morning."""

WRITTEN = (
    (
        "Lucia",
        "marche/parlate-marche",
        "la-mia-parola",
        "Bardasciu. Vuol dire ragazzino. Lo dice mio zio di Sarnano quando facciamo rumore.",
    ),
    (
        "Samuele",
        "marche/scatola-ricordi",
        "la-mia-fonte",
        "Il ferro da stiro della bisnonna. Dentro ci metteva la brace. Forse non avevano la corrente.",
    ),
)
"""Yesterday's open answers, which the teacher has not read yet: name, lesson, exercise, words."""

YESTERDAY = (
    Doing("Giulia", 2),
    Doing("Pietro", 3, wrong=1),
    Doing("Amina", 2),
    Doing("Lucia", 2),
    Doing("Tommaso", 3),
    Doing("Irene", 2, wrong=1),
    Doing("Davide", 2),
    Doing("Samuele", 3),
)
"""At the work on fractions; the first two grades drew."""

THIS_MORNING = (
    Doing("Sofia", ALL),
    Doing("Mattia", 2),
    Doing("Nora", 3),
    Doing("Giulia", 3),
    Doing("Pietro", 2, wrong=1),
    Doing("Amina", 2, wrong=2),
    Doing("Lucia", 2),
    Doing("Irene", 3, hand=True),
    Doing("Davide", 6),
    Doing("Samuele", 1),
)
"""At the work on water, whose lessons have six exercises each; Elia and Tommaso are still to begin."""


def live_earlier(laptops: Sequence[School], home: Home, clock: SetClock) -> None:
    """Writes what was done when the work was given, so that some of it is due for review."""
    work = _work(laptops[0], "demo-frazioni")
    with Shelf.opened(home) as shelf:
        for doing in EARLIER:
            _live(doing, laptops, work, shelf, clock)


def live_yesterday(laptops: Sequence[School], home: Home, clock: SetClock) -> None:
    """Writes yesterday's facts on the pupils' laptops; moves `clock` on to this morning."""
    work = _work(laptops[0], "demo-frazioni")
    with Shelf.opened(home) as shelf:
        for doing in YESTERDAY:
            _live(doing, laptops, work, shelf, clock)
        for name, lesson_ref, exercise_id, words in WRITTEN:
            school, pupil = _seat(name, laptops)
            clock.pass_ms(MINUTE_MS)
            exercises = _presenters(shelf.lesson(lesson_ref), pupil, school, clock)
            next(one for one in exercises if one.ref.endswith(f"/{exercise_id}")).check((words,))


def live_this_morning(laptops: Sequence[School], home: Home, clock: SetClock) -> None:
    """Writes what is done of the newest work, for a board that is alive when the demo opens."""
    work = _work(laptops[0], "demo-acqua")
    with Shelf.opened(home) as shelf:
        for doing in THIS_MORNING:
            _live(doing, laptops, work, shelf, clock)
    school, lucia = _seat("Lucia", laptops)
    for number, entry in enumerate(KEPT):
        clock.pass_ms(MINUTE_MS)
        kept = NotebookSet(person=lucia.person, page_id=f"{number:016x}", entry=written_entry(entry))
        school.record([kept])


def _work(school: School, work_id: str) -> Work:
    return next(work for work in school.works() if work.work_id == work_id)


def _seat(name: str, laptops: Sequence[School]) -> tuple[School, Pupil]:
    """The laptop where somebody usually sits, and themselves on its roster."""
    school = laptops[next(pupil.laptop for pupil in valdoro.PUPILS if pupil.name == name)]
    return school, next(pupil for pupil in school.pupils() if pupil.name == name)


def _live(doing: Doing, laptops: Sequence[School], work: Work, shelf: Shelf, clock: SetClock) -> None:
    school, pupil = _seat(doing.name, laptops)
    task = work.task_for(pupil.grade)
    if task is None:
        raise ValueError(f"no task for {pupil.grade} in {work.work_id}")
    lesson = shelf.lesson(task.lesson_ref)
    done = {ref for ref, tried in school.progress(pupil.person).exercises.items() if tried.done}
    clock.pass_ms(MINUTE_MS)
    school.record(
        [LessonOpened(person=pupil.person, lesson_ref=lesson.head.ref, edition=lesson.head.edition)]
    )
    exercises = [one for one in _presenters(lesson, pupil, school, clock) if one.ref not in done]
    for exercise in exercises[: doing.right]:
        clock.pass_ms(MINUTE_MS)
        exercise.check(right_answer(exercise.exercise))
    if doing.wrong:
        _try_in_vain(exercises[doing.right], doing.wrong, clock)
    if doing.hand:
        ref = exercises[doing.right].ref
        school.record([HelpAsked(person=pupil.person, exercise_ref=ref)])


def _try_in_vain(exercise: ExercisePresenter, times: int, clock: SetClock) -> None:
    for _ in range(times):
        clock.pass_ms(MINUTE_MS)
        exercise.check(wrong_answer(exercise.exercise))
        exercise.retry()


def _presenters(lesson: Lesson, pupil: Pupil, school: School, clock: SetClock) -> list[ExercisePresenter]:
    def save(
        facts: Sequence[Fact], *, saved: Callable[[], None], failed: Callable[[ScuolaError], None]
    ) -> None:
        try:
            school.record(facts)
        except ScuolaError as error:
            failed(error)
        else:
            saved()

    progress = school.progress(pupil.person)
    blocks = [block for block in lesson.blocks if isinstance(block, ExerciseBlock)]
    refs = [f"{lesson.head.ref}/{block.exercise.exercise_id}" for block in blocks]
    return [
        ExercisePresenter(
            block.exercise,
            ref=ref,
            edition=lesson.head.edition,
            person=pupil.person,
            earlier=progress.exercise(ref),
            save=save,
            clock=clock,
        )
        for ref, block in zip(refs, blocks, strict=True)
    ]
