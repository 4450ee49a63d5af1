"""Decides how work is assigned: one theme, a lesson for each grade, a date; then facts, and the way back."""

import msgspec

from scuola_digitale.domain.facts import Fact, TaskSet, WorkFieldSet
from scuola_digitale.domain.lesson import LessonHead
from scuola_digitale.domain.people import Group
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.words import Worded, say
from ui.presenters.desk import Desk
from ui.presenters.italian import count_words, due_words, grades_words, local, school_days
from ui.presenters.lesson_cards import LessonCard, lesson_card

_DAYS_OFFERED = 6
FIRST_THEMES = 4
"""Themes shown at first: those that serve most grades."""


class ThemeCard(msgspec.Struct, frozen=True):
    """A theme to choose: how many lessons, for which grades."""

    name: str
    title: str
    detail: str


class GradePlan(msgspec.Struct, frozen=True, kw_only=True):
    """One grade of the plan: the lessons to choose from and the chosen one with its exercises.

    `exercises` holds id and whether it is chosen, in the lesson's order.
    """

    grade: Grade
    lessons: tuple[LessonCard, ...]
    chosen: str | None
    exercises: tuple[tuple[str, bool], ...]
    summary: str


class AssignPresenter:
    """A plan being made."""

    title = Worded(lambda: say("Assegna"))
    detail = Worded(lambda: say("Un tema per tutti, un compito per ogni classe."))
    theme_title = Worded(lambda: say("1. Scegli il tema"))
    plan_title = Worded(lambda: say("2. Un compito per classe"))
    due_title = Worded(lambda: say("3. Per quando"))
    none_for_grade = Worded(lambda: say("Nessuna lezione di questo tema"))
    no_task = Worded(lambda: say("Nessun compito"))
    no_date = Worded(lambda: say("Senza data"))
    button = Worded(lambda: say("Assegna"))
    undo = Worded(lambda: say("Annulla"))
    no_themes = Worded(lambda: say("Non ci sono ancora temi"))
    no_themes_detail = Worded(
        lambda: say("I temi arrivano con le lezioni: il tecnico può installarle da Contenuti.")
    )
    needs_theme = Worded(lambda: say("Prima scegli un tema."))
    needs_task = Worded(lambda: say("Dai un compito almeno a una classe."))

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._themes = {theme.name: theme for theme in desk.library.themes()}
        self._heads = {head.ref: head for head in desk.library.lessons()}
        self._today = local(desk.clock.now_ms()).date()
        groups = desk.school.groups()
        self.group: Group | None = groups[0] if groups else None
        self.theme = ""
        self.every_theme = False
        self.due = self.days()[1][0]
        self._chosen: dict[Grade, str] = {}
        self._left_out: dict[Grade, frozenset[str]] = {}

    def themes(self) -> tuple[ThemeCard, ...]:
        """The themes with lessons for the group, those for most of its grades first."""
        reached = [(self._reach(name), name) for name in self._themes]
        ordered = sorted((pair for pair in reached if pair[0]), key=lambda pair: (-pair[0], pair[1]))
        return tuple(self._theme_card(name) for _, name in ordered)

    def themes_shown(self) -> tuple[ThemeCard, ...]:
        """The themes on the page: the first ones, all when asked, and always the chosen one."""
        cards = self.themes()
        if self.every_theme:
            return cards
        later = tuple(card for card in cards[FIRST_THEMES:] if card.name == self.theme)
        return cards[:FIRST_THEMES] + later

    def more_themes(self) -> str:
        """The word on the button that shows all themes; empty when all are shown."""
        hidden = len(self.themes()) - FIRST_THEMES
        if self.every_theme or hidden <= 0:
            return ""
        return count_words(hidden, "altro tema", "altri temi")

    def choose_theme(self, name: str) -> None:
        """Chooses a theme, and for each grade the first lesson of it that is for that grade."""
        self.theme = name
        self._chosen, self._left_out = {}, {}
        for grade in self.grades():
            fitting = self._lessons_for(grade)
            if fitting:
                self._chosen[grade] = fitting[0].ref

    def grades(self) -> tuple[Grade, ...]:
        """The grades of the group."""
        return self.group.grades if self.group else ()

    def plan(self) -> tuple[GradePlan, ...]:
        """The plan as it stands, a row a grade."""
        return tuple(self._grade_plan(grade) for grade in self.grades())

    def choose_lesson(self, grade: Grade, lesson_ref: str | None) -> None:
        """Chooses a grade's lesson, or none."""
        self._left_out.pop(grade, None)
        if lesson_ref is None:
            self._chosen.pop(grade, None)
        else:
            self._chosen[grade] = lesson_ref

    def set_exercise(self, grade: Grade, exercise_id: str, *, wanted: bool) -> None:
        """Takes an exercise in or out of a grade's task; the last one stays in."""
        left_out = set(self._left_out.get(grade, frozenset()))
        (left_out.discard if wanted else left_out.add)(exercise_id)
        if not left_out.issuperset(self._heads[self._chosen[grade]].exercises):
            self._left_out[grade] = frozenset(left_out)

    def days(self) -> tuple[tuple[str, str], ...]:
        """The dates offered: ISO date and words, none first."""
        days = school_days(self._today, _DAYS_OFFERED)
        offered = [(day.isoformat(), due_words(day.isoformat(), self._today)) for day in days]
        return (("", self.no_date), *offered)

    def missing(self) -> str:
        """What is still to choose, in words; empty when the work can be assigned."""
        if not self.theme:
            return self.needs_theme
        return "" if self._chosen else self.needs_task

    def facts(self, work_id: str) -> tuple[Fact, ...]:
        """What assigning this plan records."""
        fields: list[Fact] = [
            WorkFieldSet(work_id=work_id, field="theme", value=self._title(self.theme)),
            WorkFieldSet(work_id=work_id, field="group", value=self.group.group_id if self.group else ""),
            WorkFieldSet(work_id=work_id, field="due", value=self.due),
        ]
        tasks = [
            TaskSet(work_id=work_id, grade=grade, lesson_ref=ref, exercises=self._task_exercises(grade))
            for grade, ref in self._chosen.items()
        ]
        return (*fields, *tasks)

    def undo_facts(self, work_id: str) -> tuple[Fact, ...]:
        """What takes it back: nothing is ever deleted, the work is closed."""
        return (WorkFieldSet(work_id=work_id, field="closed", value="1"),)

    def assigned_words(self) -> str:
        """What is said when it is done."""
        grades = grades_words(list(self._chosen))
        return say("«{what}» è assegnato: classe {grades}.", what=self._title(self.theme), grades=grades)

    def new_work_id(self) -> str:
        """The id of the work about to be assigned."""
        return self._desk.new_work_id()

    def _title(self, name: str) -> str:
        return name.replace("-", " ").capitalize()

    def _reach(self, name: str) -> int:
        mine = set(self.grades())
        return len({grade for head in self._themes[name].lessons for grade in head.grades} & mine)

    def _theme_card(self, name: str) -> ThemeCard:
        mine = set(self.grades())
        lessons = [head for head in self._themes[name].lessons if mine.intersection(head.grades)]
        grades = grades_words(mine.intersection(grade for head in lessons for grade in head.grades))
        return ThemeCard(
            name,
            self._title(name),
            say(
                "{count} · classe {grades}",
                count=count_words(len(lessons), "lezione", "lezioni"),
                grades=grades,
            ),
        )

    def _lessons_for(self, grade: Grade) -> list[LessonHead]:
        theme = self._themes.get(self.theme)
        return [head for head in (theme.lessons if theme else ()) if grade in head.grades]

    def _offered(self, grade: Grade) -> list[LessonHead]:
        """The grade's own lessons first, then the theme's others: a pupil may do another grade's task."""
        theme = self._themes.get(self.theme)
        own = self._lessons_for(grade)
        return own + [head for head in (theme.lessons if theme else ()) if head not in own]

    def _task_exercises(self, grade: Grade) -> tuple[str, ...]:
        """The exercises of a grade's task; none means all of the lesson's."""
        left_out = self._left_out.get(grade)
        if not left_out:
            return ()
        return tuple(one for one in self._heads[self._chosen[grade]].exercises if one not in left_out)

    def _grade_plan(self, grade: Grade) -> GradePlan:
        ref = self._chosen.get(grade)
        left_out = self._left_out.get(grade, frozenset())
        exercises = tuple((one, one not in left_out) for one in (self._heads[ref].exercises if ref else ()))
        wanted = sum(1 for _, chosen in exercises if chosen)
        words = count_words(len(exercises), "esercizio", "esercizi")
        return GradePlan(
            grade=grade,
            lessons=tuple(lesson_card(head) for head in self._offered(grade)),
            chosen=ref,
            exercises=exercises,
            summary=words
            if wanted == len(exercises)
            else say("{wanted} di {words}", wanted=wanted, words=words),
        )
