"""Decides what a pupil finds in the morning: where to go on, what is assigned, the teacher's word."""

from datetime import date

import msgspec

from scuola_digitale.domain.lesson import LessonHead
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.work import Task, Work
from scuola_digitale.words import Worded, say
from ui.presenters.chips import ChipWords
from ui.presenters.desk import Desk
from ui.presenters.discoveries import discoveries
from ui.presenters.italian import (
    count_words,
    day_words,
    due_words,
    greeting,
    local,
    when_words,
)
from ui.presenters.lesson_cards import LessonCard, lesson_card, lesson_steps


class GoOn(msgspec.Struct, frozen=True, kw_only=True):
    """The card of the one next act."""

    card: LessonCard
    kicker: str
    detail: str
    button: str
    count: str


class WorkRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of what is assigned."""

    card: LessonCard
    chip: ChipWords | None
    button: str
    done: bool


class SaidWord(msgspec.Struct, frozen=True, kw_only=True):
    """The teacher's latest word."""

    heading: str
    text: str
    when: str


class TodayPresenter:
    """A pupil's day."""

    works_title = Worded(lambda: say("I tuoi compiti"))
    no_work = Worded(lambda: say("Nessun compito per oggi"))
    no_work_detail = Worded(lambda: say("Scegli una storia o una lezione. Sono in Biblioteca."))
    discoveries_title = Worded(lambda: say("Adesso scegli tu"))
    to_library = Worded(lambda: say("Vai in Biblioteca"))
    cairn_title = Worded(lambda: say("Il tuo ometto"))

    def __init__(self, desk: Desk, pupil: Pupil) -> None:
        self._desk = desk
        self._pupil = pupil
        self._now_ms = desk.clock.now_ms()
        self._progress = desk.school.progress(pupil.person)
        self._heads = {head.ref: head for head in desk.library.lessons()}

    def shown(self) -> tuple[object, ...]:
        """All that the page shows, to be compared with what it showed."""
        words = (self.title(), self.day(), self.assigned_by())
        work = (self.go_on(), self.works(), self.discoveries())
        return (*words, *work, self.word(), self.stones_today(), self.stones())

    def title(self) -> str:
        """A greeting fit for the hour."""
        return f"{greeting(self._now_ms)}, {self._pupil.name}"

    def day(self) -> str:
        """What day it is."""
        return day_words(self._today())

    def go_on(self) -> GoOn | None:
        """The next act: the lesson left half-way, else the first task not done; None when all is done."""
        head = self._half_way() or self._first_task()
        if head is None:
            return None
        steps = lesson_steps(head.ref, head.exercises, self._progress)
        begun = head.ref in self._progress.visits or any(step is not None for step in steps)
        card = lesson_card(head, self._progress)
        done = sum(1 for step in steps if step)
        return GoOn(
            card=card,
            kicker=f"{card.kicker} · {(say('continua da qui') if begun else say('comincia da qui'))}",
            detail=_stopped_at(steps) if begun else head.summary or card.detail,
            button=say("Continua") if begun else say("Comincia"),
            count=say("{done} di {number}", done=done, number=len(steps)) if steps else "",
        )

    def works(self) -> tuple[WorkRow, ...]:
        """What is assigned to the pupil's grade: to do first, by date; done last."""
        rows = [self._row(work, task) for work, task in self._tasks() if task.lesson_ref in self._heads]
        return tuple(sorted(rows, key=lambda row: row.done))

    def discoveries(self) -> tuple[LessonCard, ...]:
        """What else there is for whom all is done; nothing while there is something to do."""
        if self.go_on() is not None:
            return ()
        found = discoveries(self._heads.values(), self._pupil, self._progress, self._today())
        return tuple(lesson_card(head, self._progress) for head in found)

    def assigned_by(self) -> str:
        """Who gave it, where it is one person."""
        teachers = [member for member in self._desk.school.staff() if member.role == "insegnante"]
        return say("dati {what}", what=self._from(teachers[0].name)) if len(teachers) == 1 else ""

    def word(self) -> SaidWord | None:
        """The teacher's latest word, if there is one."""
        words = self._desk.school.words_for(self._pupil.person)
        if not words:
            return None
        latest = words[0]
        heading = (
            say("Una parola {what}", what=self._from(latest.author))
            if latest.author
            else say("Una parola per te")
        )
        return SaidWord(heading=heading, text=latest.text, when=when_words(latest.sent_ms, self._now_ms))

    def stones_today(self) -> int:
        """How many exercises were rightly answered today."""
        today = self._today()
        tried = self._progress.exercises.values()
        return sum(1 for one in tried if one.done and local(one.last_ms).date() == today)

    def stones(self) -> int:
        """How many exercises were ever rightly answered."""
        return self._progress.stones()

    def cairn_words(self) -> str:
        """What stands beside the cairn."""
        today = self.stones_today()
        if today:
            return say("Oggi hai posato {count}.", count=count_words(today, "sasso", "sassi"))
        return say("Ogni esercizio è un sasso del tuo ometto.")

    def cairn_foot(self) -> str:
        """What stands under the card while it speaks of the review."""
        today = self.stones_today()
        laid = (
            say(" Oggi ne hai posati {today}.", today=today)
            if today > 1
            else say(" Oggi ne hai posato uno.")
            if today
            else ""
        )
        return say("Ogni esercizio è un sasso del tuo ometto.{laid}", laid=laid)

    def cairn_total(self) -> str:
        """The whole of it."""
        return say("{count} in tutto", count=count_words(self.stones(), "sasso", "sassi"))

    def _from(self, name: str) -> str:
        """`dalla maestra Paola`, `dal maestro Elio`; the bare name of who is no longer here."""
        title = next((one.title for one in self._desk.school.staff() if one.name == name), "")
        if not title:
            return say("da {name}", name=name)
        if title.endswith("a"):
            return say("dalla {title} {name}", title=title, name=name)
        return say("dal {title} {name}", title=title, name=name)

    def _today(self) -> date:
        return local(self._now_ms).date()

    def _half_way(self) -> LessonHead | None:
        visits = sorted(self._progress.visits.values(), key=lambda visit: -visit.opened_ms)
        for visit in visits:
            head = self._heads.get(visit.lesson_ref)
            if head and not all(lesson_steps(head.ref, head.exercises, self._progress)):
                return head
        return None

    def _first_task(self) -> LessonHead | None:
        waiting = [row for row in self.works() if not row.done]
        return self._heads[waiting[0].card.ref] if waiting else None

    def _tasks(self) -> list[tuple[Work, Task]]:
        mine = [work for work in self._desk.school.works() if work.group_id == self._pupil.group_id]
        pairs = [(work, task) for work in mine if (task := work.task_for(self._pupil.grade))]
        return sorted(pairs, key=lambda pair: (pair[0].due or "9999", pair[0].assigned_ms))

    def _row(self, work: Work, task: Task) -> WorkRow:
        head = self._heads[task.lesson_ref]
        exercises = task.exercises or head.exercises
        steps = lesson_steps(head.ref, exercises, self._progress)
        done = bool(steps) and all(steps)
        card = msgspec.structs.replace(lesson_card(head), steps=steps)
        return WorkRow(
            card=card,
            chip=ChipWords(say("fatto"), "ok", "fatto") if done else self._due_chip(work),
            button=say("Rivedi") if done else say("Apri"),
            done=done,
        )

    def _due_chip(self, work: Work) -> ChipWords | None:
        if not work.due:
            return None
        words, days = due_words(work.due, self._today()), (date.fromisoformat(work.due) - self._today()).days
        return ChipWords(words, "warn" if days <= 0 else "busy" if days == 1 else "plain", "orologio")


def _stopped_at(steps: tuple[bool | None, ...]) -> str:
    place = next((place for place, step in enumerate(steps, start=1) if not step), 0)
    return (
        say("L’ultima volta eri all’esercizio {place}.", place=place)
        if place
        else say("Riprendi da dove eri.")
    )
