"""Decides what the teacher's board shows: a column a grade, those who wait on top, and whose hour it is."""

import msgspec

from scuola_digitale.domain.board import Board, Cell, CellState, Column, board
from scuola_digitale.domain.facts import Fact, WorkFieldSet
from scuola_digitale.domain.lesson import LessonHead
from scuola_digitale.domain.people import Group, Pupil
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.domain.work import Work
from scuola_digitale.words import Worded, say
from ui.presenters.chips import ChipWords
from ui.presenters.desk import Desk
from ui.presenters.italian import count_words, day_words, local

_CHIPS: Worded[dict[CellState, ChipWords]] = Worded(
    lambda: {
        "da-iniziare": ChipWords(say("da iniziare"), "plain", "orologio"),
        "al-lavoro": ChipWords(say("al lavoro"), "busy", "penna"),
        "bloccata": ChipWords(say("ti aspetta"), "warn", "mano"),
        "ha-finito": ChipWords(say("ha finito"), "ok", "fatto"),
    }
)

DIRECT_MINUTES = 20
"""How long the teacher stays with one grade, unless they move on before."""


class CellView(msgspec.Struct, frozen=True, kw_only=True):
    """A pupil on the board: `need` says why they wait, empty unless they do."""

    pupil: Pupil
    detail: str
    chip: ChipWords
    steps: tuple[bool | None, ...]
    need: str
    waits: bool

    def spoken(self) -> str:
        """What a screen reader says of the cell: who it is and of which class, as headers would, then how it goes."""
        grade = say("classe {label}", label=self.pupil.grade.label)
        parts = [self.pupil.name, grade, self.chip.words, self.detail, self.need]
        return ", ".join(part for part in parts if part)


class ColumnView(msgspec.Struct, frozen=True, kw_only=True):
    """A grade on the board."""

    grade: Grade
    title: str
    detail: str
    direct: bool
    cells: tuple[CellView, ...]


class BoardPresenter:
    """The board of one piece of work. Who is with the teacher is of the moment, so it is kept here alone."""

    title = Worded(lambda: say("Classe"))
    direct = Worded(lambda: say("ora diretta"))
    alone = Worded(lambda: say("ora autonoma"))
    no_work = Worded(lambda: say("Nessun compito è in corso"))
    no_work_detail = Worded(
        lambda: say("Scegli un tema e assegna un compito a ogni classe: qui vedrai come va.")
    )
    to_assign = Worded(lambda: say("Assegna un compito"))
    close_work = Worded(lambda: say("Chiudi il compito"))
    open_again = Worded(lambda: say("Riapri"))
    before_work = Worded(lambda: say("Com’era prima…"))

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.work_id = ""
        self.direct_grade: Grade | None = None
        self._direct_since_ms = 0
        self._paused_left_ms: int | None = None
        self.refresh()

    def refresh(self) -> None:
        """Reads the school again, as after facts arrived."""
        self._now_ms = self._desk.clock.now_ms()
        self._works = self._desk.school.works()
        self._heads = {head.ref: head for head in self._desk.library.lessons()}
        work = self.work()
        self._board = self._draw(work) if work else None

    def works(self) -> tuple[Work, ...]:
        """What is assigned and not closed."""
        return self._works

    def work(self) -> Work | None:
        """The work shown: the chosen one, else the newest."""
        chosen = next((work for work in self._works if work.work_id == self.work_id), None)
        return chosen or next(iter(self._works), None)

    def choose(self, work_id: str) -> None:
        """Shows another piece of work."""
        self.work_id = work_id
        self.refresh()

    def closing_facts(self, work: Work, *, closed: bool) -> tuple[Fact, ...]:
        """What closes a piece of work, or opens it again: nothing of what was done goes."""
        return (WorkFieldSet(work_id=work.work_id, field="closed", value="1" if closed else ""),)

    def closed_words(self, work: Work) -> str:
        """What is said when it is closed."""
        return say("«{theme}» è chiuso: non è più tra i compiti.", theme=work.theme)

    def heading(self) -> str:
        """The theme."""
        work = self.work()
        return work.theme if work else self.title

    def detail(self) -> str:
        """Which group, which day."""
        work = self.work()
        group = self._group(work) if work else None
        day = day_words(local(self._now_ms).date())
        return f"{group.name} · {day}" if group else day

    def counts(self) -> tuple[ChipWords, ...]:
        """How many wait, work, have finished, are still to begin."""
        if self._board is None:
            return ()
        waiting, working = self._board.count("bloccata"), self._board.count("al-lavoro")
        ready, to_begin = self._board.count("ha-finito"), self._board.count("da-iniziare")
        told: list[tuple[CellState, int, str]] = [
            ("bloccata", waiting, count_words(waiting, "ti aspetta", "ti aspettano")),
            ("al-lavoro", working, count_words(working, "al lavoro", "al lavoro")),
            ("ha-finito", ready, count_words(ready, "ha finito", "hanno finito")),
            ("da-iniziare", to_begin, count_words(to_begin, "da iniziare", "da iniziare")),
        ]
        shown = [(_CHIPS()[state], words) for state, count, words in told if count]
        return tuple(ChipWords(words, chip.mood, chip.icon) for chip, words in shown)

    def arrival(self) -> str:
        """How many pupils, and how fresh the board is."""
        if self._board is None:
            return ""
        people = sum(len(column.cells) for column in self._board.columns)
        latest = max((cell.last_ms for column in self._board.columns for cell in column.cells), default=0)
        pupils = count_words(people, "alunno", "alunni")
        return (
            say("{pupils} · ultima risposta {ago}", pupils=pupils, ago=_ago(latest, self._now_ms))
            if latest
            else pupils
        )

    def columns(self) -> tuple[ColumnView, ...]:
        """A column a grade of the group."""
        if self._board is None:
            return ()
        return tuple(self._column(column) for column in self._board.columns)

    def be_with(self, grade: Grade | None) -> None:
        """The teacher turns to a grade (or to none); the others work by themselves."""
        self.direct_grade = grade
        self._direct_since_ms = self._desk.clock.now_ms()
        self._paused_left_ms = None

    def next_grade(self) -> Grade | None:
        """Whose turn is next: the grade after this one, those who wait first come first."""
        columns = self.columns()
        grades = [column.grade for column in columns if column.cells]
        if not grades:
            return None
        if self.direct_grade not in grades:
            waiting = [column.grade for column in columns if any(cell.waits for cell in column.cells)]
            return (waiting or grades)[0]
        return grades[(grades.index(self.direct_grade) + 1) % len(grades)]

    def is_paused(self) -> bool:
        """Whether the hour stands still."""
        return self._paused_left_ms is not None

    def pause(self) -> None:
        """Stops the hour, or lets it go on."""
        if self._paused_left_ms is None:
            self._paused_left_ms = self.left_ms()
        else:
            whole = DIRECT_MINUTES * 60_000
            self._direct_since_ms = self._desk.clock.now_ms() - (whole - self._paused_left_ms)
            self._paused_left_ms = None

    def left_ms(self) -> int:
        """How much is left of the hour with a grade, milliseconds, never below zero."""
        if self._paused_left_ms is not None:
            return self._paused_left_ms
        gone = self._desk.clock.now_ms() - self._direct_since_ms
        return max(0, DIRECT_MINUTES * 60_000 - gone)

    def left_words(self) -> str:
        """`12:40`."""
        seconds = self.left_ms() // 1000
        return f"{seconds // 60}:{seconds % 60:02}"

    def _group(self, work: Work) -> Group | None:
        return next((group for group in self._desk.school.groups() if group.group_id == work.group_id), None)

    def _draw(self, work: Work) -> Board:
        school = self._desk.school
        group = self._group(work)
        pupils = [pupil for pupil in school.pupils() if pupil.group_id == work.group_id]
        grades = group.grades if group else tuple(sorted({pupil.grade for pupil in pupils}))
        return board(work, grades, pupils, school.progress, self._exercises_of)

    def _exercises_of(self, lesson_ref: str) -> tuple[str, ...]:
        head = self._heads.get(lesson_ref)
        return head.exercises if head else ()

    def _column(self, column: Column) -> ColumnView:
        task = column.task
        head = self._heads.get(task.lesson_ref) if task else None
        steps = len(task.exercises or head.exercises) if task and head else 0
        title = (
            self._task_title(head)
            if head
            else (say("Lezione non installata") if task else say("Nessun compito"))
        )
        return ColumnView(
            grade=column.grade,
            title=title,
            detail=count_words(steps, "passo", "passi") if steps else "",
            direct=column.grade == self.direct_grade,
            cells=tuple(self._cell(cell) for cell in column.cells),
        )

    def _task_title(self, head: LessonHead) -> str:
        """The lesson's title; the theme, which stands above the board, is not said again before a colon."""
        before, colon, after = head.title.partition(": ")
        if colon and after and _same_words(before, self.heading()):
            return after[0].upper() + after[1:]
        return head.title

    def _cell(self, cell: Cell) -> CellView:
        waits = cell.state == "bloccata"
        return CellView(
            pupil=cell.pupil,
            detail=self._cell_detail(cell),
            chip=_CHIPS()[cell.state],
            steps=cell.steps,
            need=_need(cell) if waits else "",
            waits=waits,
        )

    def _cell_detail(self, cell: Cell) -> str:
        if cell.state == "da-iniziare":
            return ""
        if cell.state == "al-lavoro" and cell.step:
            return say("passo {step} di {number}", step=cell.step, number=len(cell.steps))
        return _ago(cell.last_ms, self._now_ms)


def _need(cell: Cell) -> str:
    why = say("ha chiesto aiuto") if cell.asked_help else say("due prove o più")
    return say("Passo {step}: {why}.", step=cell.step, why=why)


def _same_words(one: str, other: str) -> bool:
    return one.replace("'", "’").casefold() == other.replace("'", "’").casefold()


def _ago(ms: int, now_ms: int) -> str:
    minutes = max(0, now_ms - ms) // 60_000
    if minutes < 1:
        return say("adesso")
    if minutes < 60:
        return say("un minuto fa") if minutes == 1 else say("{minutes} minuti fa", minutes=minutes)
    hours = minutes // 60
    if hours < 24:
        return say("un’ora fa") if hours == 1 else say("{hours} ore fa", hours=hours)
    days = hours // 24
    return say("ieri") if days == 1 else say("{days} giorni fa", days=days)
