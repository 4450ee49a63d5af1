"""Open answers in words: for the pupil who wrote them, and for the teacher who reads them."""

from collections.abc import Sequence

import msgspec

from scuola_digitale.domain.exercise import Open
from scuola_digitale.domain.facts import AnswerMarked, Fact
from scuola_digitale.domain.open_answers import READ_SCORE, Mark, OpenAnswer, written_mark
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.text import plain
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import Worded, say
from ui.presenters.desk import Desk, Shelf
from ui.presenters.italian import count_words, when_words
from ui.presenters.lesson import exercises_in

NAME = Worded(lambda: say("La tua risposta"))
WAITS = Worded(lambda: say("aspetta di essere letta"))
MARKED = Worded(lambda: {"fatto": say("letta: va bene"), "quasi": say("letta: puoi aggiungere")})
"""What stands under an answer that was read, by the teacher's word."""


def comment_words() -> str:
    """Who speaks in the box under an answer."""
    return say("Ti scrive la maestra:")


class ToRead(msgspec.Struct, frozen=True, kw_only=True):
    """An answer in front of the teacher: what was asked, what to look for, what was written."""

    pupil: Pupil
    answer: OpenAnswer
    lesson_title: str
    question: str
    look_for: str
    when: str


class ReadingPresenter:
    """What waits to be read, oldest first, and what was read lately. Made off the GUI thread: it opens lessons."""

    title = Worded(lambda: say("Da leggere"))
    detail = Worded(lambda: say("Le risposte scritte con parole loro. Una parola tua le fa crescere."))
    nothing = Worded(lambda: say("Non c’è niente da leggere"))
    nothing_detail = Worded(lambda: say("Quello che i bambini scrivono lo leggi qui."))
    read_title = Worded(lambda: say("Lette da poco"))
    look_for_title = Worded(lambda: say("Da guardare:"))
    comment_label = Worded(lambda: say("La tua parola per {}"))
    done = Worded(lambda: say("Va bene così"))
    again = Worded(lambda: say("Può aggiungere"))
    needs_comment = Worded(lambda: say("Scrivi che cosa può aggiungere: così sa da dove ripartire."))

    def __init__(self, desk: Desk) -> None:
        self._now_ms = desk.clock.now_ms()
        self._library = desk.library
        self._heads = {head.ref: head for head in desk.library.lessons()}
        found = [
            (pupil, answer)
            for pupil in desk.school.pupils()
            for answer in _latest(desk.school.open_answers(pupil.person))
        ]
        self._asked: dict[str, Open | None] = {}
        waiting = sorted((one for one in found if one[1].mark is None), key=lambda one: one[1].at_ms)
        read = sorted((one for one in found if one[1].mark is not None), key=lambda one: -one[1].at_ms)
        self.waiting = tuple(self._to_read(pupil, answer) for pupil, answer in waiting)
        self.read = tuple(self._to_read(pupil, answer) for pupil, answer in read[:_READ_SHOWN])

    def count(self) -> str:
        """How many wait, in words."""
        return count_words(len(self.waiting), "risposta da leggere", "risposte da leggere")

    def _to_read(self, pupil: Pupil, answer: OpenAnswer) -> ToRead:
        lesson_ref = answer.exercise_ref.rpartition("/")[0]
        head = self._heads.get(lesson_ref)
        asked = self._exercise(answer.exercise_ref)
        return ToRead(
            pupil=pupil,
            answer=answer,
            lesson_title=head.title if head else say("Una lezione che qui non c’è"),
            question=plain(asked.question) if asked else "",
            look_for=plain(asked.look_for) if asked else "",
            when=when_words(answer.at_ms, self._now_ms),
        )

    def _exercise(self, ref: str) -> Open | None:
        if ref not in self._asked:
            self._asked[ref] = open_exercise(self._library, ref)
        return self._asked[ref]


_READ_SHOWN = 10


def _latest(answers: Sequence[OpenAnswer]) -> tuple[OpenAnswer, ...]:
    """The newest answer to each exercise, of answers newest first."""
    newest: dict[str, OpenAnswer] = {}
    for answer in answers:
        newest.setdefault(answer.exercise_ref, answer)
    return tuple(newest.values())


def open_exercise(library: Shelf, ref: str) -> Open | None:
    """An open exercise by its ref; None where its lesson is not here or has none of this id any more."""
    lesson_ref, _, exercise_id = ref.rpartition("/")
    try:
        lesson = library.lesson(lesson_ref)
    except ScuolaError:
        return None
    found = (block.exercise for block in exercises_in(lesson.blocks))
    return next((one for one in found if one.exercise_id == exercise_id and isinstance(one, Open)), None)


def mark_fact(answer: OpenAnswer, word: str, comment: str) -> Fact:
    """The fact of a teacher's word, `fatto` or `quasi`, on an answer."""
    return AnswerMarked(
        person=answer.person,
        exercise_ref=answer.exercise_ref,
        answered_ms=answer.at_ms,
        mark=written_mark(Mark(READ_SCORE[word], " ".join(comment.split()))),
    )
