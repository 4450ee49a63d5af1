"""Ortensia, who worked for some days, and two schools or two sites of one school between which she moves."""

import os
from pathlib import Path

from format_samples import answered
from school_samples import PASSWORD, TestSchool

from scuola_digitale.domain.facts import (
    AnswerMarked,
    HelpAsked,
    LessonOpened,
    NotebookSet,
    NoteWritten,
    PersonId,
    PreferenceSet,
    WordSent,
)
from scuola_digitale.domain.notebook import Entry, written_entry
from scuola_digitale.format.passage import seal_file
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.joining import admit, ask_to_join, join, open_answer, read_request
from scuola_digitale.storage.opened import OpenedMemory
from scuola_digitale.storage.school_store import School

LESSON, EXERCISE, OPEN = "marche/frazioni", "marche/frazioni/quarti", "marche/frazioni/spiega"


class Moves:
    """Ortensia has worked for some days at the first school; the second one waits for her."""

    def __init__(self, folder: Path) -> None:
        self.old = TestSchool(folder / "vecchia", random_seed=1)
        self.new = TestSchool(folder / "nuova", laptops=2, random_seed=2)
        self.person = self.old.pupil("Ortensia")
        self.other = self.old.pupil("Tobia")
        live(self.old, self.person)
        self.old.first.record([answered(person=self.other, exercise_ref=EXERCISE)])
        self.old.clock.pass_ms(86_400_000)
        self.new.clock.ms = self.old.clock.ms
        for laptop in self.new.laptops[1:]:
            share(self.new.first, laptop)

    @property
    def packed(self) -> OpenedMemory:
        """The first school's memory, opened by its teacher."""
        return self.old.first.opened_by(self.old.teacher)

    def at_new(self, number: int = 0) -> OpenedMemory:
        """The memory of a laptop of the second school, opened by its teacher."""
        laptop = self.new.laptops[number]
        return laptop.opened_by(laptop.unlock(self.new.teacher_id, PASSWORD))

    def close(self) -> None:
        self.old.close()
        self.new.close()


def live(school: TestSchool, person: PersonId) -> None:
    """One of everything that goes along."""
    laptop, clock = school.first, school.clock
    laptop.record([LessonOpened(person=person, lesson_ref=LESSON, edition=1)])
    for attempt, score in enumerate((0, 50, 100), start=1):
        clock.pass_ms(40_000)
        laptop.record(
            [answered(person=person, exercise_ref=EXERCISE, score=score, attempt=attempt, hints=attempt - 1)]
        )
    clock.pass_ms(40_000)
    page = Entry(kind="appunto", lesson_ref=LESSON, words="Un quarto è la metà della metà.")
    laptop.record(
        [
            answered(
                person=person,
                exercise_ref=OPEN,
                answer=("Divido in quattro parti uguali.",),
                typed=True,
                score=None,
            ),
            HelpAsked(person=person, exercise_ref="marche/frazioni/terzi"),
            PreferenceSet(person=person, setting="face=Lexend"),
            PreferenceSet(person=person, setting="scale=130"),
            NotebookSet(person=person, page_id="p1", entry=written_entry(page)),
        ]
    )
    [waits] = laptop.open_answers(person)
    mark = AnswerMarked(person=person, exercise_ref=OPEN, answered_ms=waits.at_ms, mark="100 Molto chiaro!")
    said = [
        WordSent(person=person, text="Continua così."),
        NoteWritten(person=person, text="Le piacciono le torte."),
    ]
    laptop.record([mark, *said], author=school.teacher)


def told(school: School, person: PersonId) -> dict[str, object]:
    """All that the window shows of a pupil's days; who wrote a word is told apart."""
    return {
        "progress": school.progress(person),
        "tries": school.tries(person),
        "given": [
            school.given_answers(person, lesson)
            for lesson in sorted({one.exercise_ref.rpartition("/")[0] for one in school.tries(person)})
        ],
        "open": [(one.exercise_ref, one.at_ms, one.text, one.mark) for one in school.open_answers(person)],
        "words": [(one.text, one.sent_ms) for one in school.words_for(person)],
        "preferences": school.preferences(person),
        "notebook": school.notebook(person),
    }


def share(one: School, other: School) -> None:
    """Both come to hold what they may."""
    for giver, taker in ((one, other), (other, one), (one, other)):
        scopes = [scope for scope in giver.replica.scopes() if scope in taker.replica.scopes()]
        giver.replica.sign_heads()
        held = PeerVector.of(taker.replica.states(scopes))
        taker.replica.take(giver.replica.segments_after(held, scopes, 1 << 30), scopes)


def passage_file(moves: Moves) -> tuple[bytes, str]:
    """Ortensia's passage as a file, and the code that opens it."""
    school = moves.old.first
    certificate = moves.packed.certificate()
    packed = moves.packed.passage(moves.person)
    assert packed.closed == 0
    assert school.progress(moves.person).exercises
    return seal_file(packed.passage, certificate=certificate, seed=moves.old.teacher.seed, random=os.urandom)


class Sites:
    """One school with two sites: Pian di Sasso, where Ortensia is, and Montelago."""

    def __init__(self, folder: Path) -> None:
        self.school = TestSchool(folder)
        self.first = self.school.first
        self.person = self.school.pupil("Ortensia")
        self.school.pupil("Tobia")
        live(self.school, self.person)
        request = read_request(ask_to_join(folder / "montelago", self.school.random))
        office = self.school.founder()
        answer = admit(self.first, office, request, "Montelago 1", site="montelago")
        admission = open_answer(folder / "montelago", answer)
        self.far = join(folder / "montelago", admission, clock=self.school.clock, random=self.school.random)

    def at(self, school: School) -> OpenedMemory:
        """The memory of one of the laptops, opened by the teacher."""
        return school.opened_by(school.unlock(self.school.teacher_id, PASSWORD))

    def meet(self) -> None:
        """A minute later the two laptops exchange what they may."""
        self.school.clock.pass_ms(60_000)
        share(self.first, self.far)

    def close(self) -> None:
        self.far.close()
        self.school.close()
