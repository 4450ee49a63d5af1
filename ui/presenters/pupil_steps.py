"""Decides what a teacher sees of one pupil in a task: every exercise, what was asked, what was answered, what is right."""

import msgspec

from scuola_digitale.domain.board import is_stuck
from scuola_digitale.domain.given_answers import GivenAnswer
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.progress import ExerciseProgress
from scuola_digitale.domain.solving import solution
from scuola_digitale.domain.work import Task
from scuola_digitale.words import Worded, say
from ui.presenters.answers_in_words import Lessons, answer_words, question_words
from ui.presenters.chips import ChipWords
from ui.presenters.desk import Desk
from ui.presenters.italian import at_words, count_words

_CHIPS = Worded(
    lambda: {
        "fatto": ChipWords(say("fatto"), "ok", "fatto"),
        "da leggere": ChipWords(say("da leggere"), "busy", "messaggio"),
        "aiuto": ChipWords(say("chiede aiuto"), "warn", "mano"),
        "aspetta": ChipWords(say("ti aspetta"), "warn", "mano"),
        "prova": ChipWords(say("ci prova"), "busy", "penna"),
        "nulla": ChipWords(say("da iniziare"), "plain", "orologio"),
    }
)

NOTHING_YET = Worded(lambda: say("Non ha ancora risposto."))
UNREADABLE = Worded(lambda: say("(scritta su un portatile con chiavi che qui non ci sono)"))


class TryView(msgspec.Struct, frozen=True, kw_only=True):
    """One try: what was answered, and in small how it went and when."""

    answer: str
    told: str
    right: bool


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise of the task.

    Attributes:
        title: `Passo 3`.
        right_answer: what would be right; empty where the teacher judges, or the exercise is not here.
        tries: the latest first.
        waits: whether the pupil is stuck here: the teacher begins with it.
    """

    title: str
    question: str
    right_answer: str
    chip: ChipWords
    tries: tuple[TryView, ...]
    waits: bool


class PupilSteps(msgspec.Struct, frozen=True, kw_only=True):
    """Everything on the sheet."""

    name: str
    lesson: str
    steps: tuple[StepView, ...]


def read_steps(desk: Desk, pupil: Pupil, task: Task) -> PupilSteps:
    """Reads it; opens the lesson, so it is for a thread that may wait."""
    lessons = Lessons(desk.library)
    steps = _Reading(desk, pupil, lessons)
    chosen = task.exercises or lessons.exercise_ids(task.lesson_ref)
    refs = [f"{task.lesson_ref}/{one}" for one in chosen]
    return PupilSteps(
        name=pupil.name,
        lesson=lessons.title(task.lesson_ref),
        steps=tuple(steps.step(place, ref) for place, ref in enumerate(refs, start=1)),
    )


class _Reading:
    """What is read once for all steps."""

    def __init__(self, desk: Desk, pupil: Pupil, lessons: Lessons) -> None:
        self._school, self._person, self._lessons = desk.school, pupil.person, lessons
        self._progress = desk.school.progress(pupil.person)
        self._now_ms = desk.clock.now_ms()

    def step(self, place: int, ref: str) -> StepView:
        given = self._given(ref)
        shown = self._lessons.exercise(ref, given[0].seed if given else 0)
        done = self._progress.exercise(ref)
        return StepView(
            title=say("Passo {place}", place=place),
            question=question_words(shown),
            right_answer=answer_words(shown, solution(shown)) if shown is not None else "",
            chip=_CHIPS()[_state(done)],
            tries=tuple(self._try(one) for one in given),
            waits=is_stuck(done),
        )

    def _given(self, ref: str) -> list[GivenAnswer]:
        """The tries at an exercise, the latest first."""
        lesson_ref = ref.rpartition("/")[0]
        told = self._school.given_answers(self._person, lesson_ref)
        return [one for one in reversed(told) if one.exercise_ref == ref]

    def _try(self, given: GivenAnswer) -> TryView:
        told = [_went(given.score)]
        if given.hints:
            told.append(count_words(given.hints, "aiuto", "aiuti"))
        told.append(at_words(given.at_ms, self._now_ms))
        exercise = self._lessons.exercise(given.exercise_ref, given.seed)
        return TryView(
            answer=answer_words(exercise, given.answer) or UNREADABLE(),
            told=" · ".join(told),
            right=given.score == 100,
        )


def _state(done: ExerciseProgress) -> str:
    if done.help_ms:
        return "aiuto"
    if is_stuck(done):
        return "aspetta"
    if done.waits:
        return "da leggere"
    return "fatto" if done.done else "prova" if done.attempts else "nulla"


def _went(score: int | None) -> str:
    if score is None:
        return say("da leggere")
    if score == 100:
        return say("giusta")
    return say("in parte giusta") if score else say("non ancora")
