"""Assegna: one theme, a task for each grade, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.school import Author
from scuola_digitale.words import say
from ui import background
from ui.presenters.assign import AssignPresenter, GradePlan, ThemeCard
from ui.presenters.desk import Desk
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.chips import FilterChip
from ui.widgets.choice import Choice, ThemeButton
from ui.widgets.empty import Empty
from ui.widgets.flow import FlowLayout
from ui.widgets.grid import GridLayout
from ui.widgets.layouts import clear
from ui.widgets.notice import Tell
from ui.widgets.page import Page
from ui.widgets.rows import RowList
from ui.widgets.text import Text
from ui.widgets.theme import theme


class AssignPage(Page):
    """A plan is made here and, at a touch, becomes facts; a touch takes it back."""

    assigned = Signal()

    def __init__(self, desk: Desk, author: Author, tell: Tell) -> None:
        self.presenter = AssignPresenter(desk)
        super().__init__(desk, self.presenter.title, self.presenter.detail)
        self._author, self._tell = author, tell
        self._rows: list[PlanRow] = []
        self._themes: list[ThemeButton] = []
        self._last: QBoxLayout | None = None
        if not self.presenter.themes():
            self.body.addWidget(Empty(self.presenter.no_themes, self.presenter.no_themes_detail))
            return
        self._add_themes()
        self._add_plan()
        self._add_due()
        self._show_plan()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        ways = QBoxLayout.Direction
        if self._last is not None:
            self._last.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        for row in self._rows:
            row.set_narrow(narrow=narrow)

    def choose_theme(self, name: str) -> None:
        """Opens a theme: each grade gets its lesson, to be changed at will."""
        self.presenter.choose_theme(name)
        self._show_themes()
        self._show_plan()

    def assign(self) -> None:
        """Records the plan in the teacher's name, off the GUI thread."""
        work_id = self.presenter.new_work_id()
        facts, author = self.presenter.facts(work_id), self._author
        self.button.setEnabled(False)
        background.run(
            "assign",
            lambda: self.desk.school.record(facts, author=author),
            lambda _: self._recorded(work_id),
            self._refused,
            owner=self,
        )

    def _recorded(self, work_id: str) -> None:
        presenter = self.presenter
        self._tell(presenter.assigned_words(), act=presenter.undo, action=lambda: self._take_back(work_id))
        self.presenter = AssignPresenter(self.desk)
        self.choose_theme("")
        self.assigned.emit()

    def _refused(self, error: Exception) -> None:
        self.button.setEnabled(True)
        background.show_trouble(error)

    def _take_back(self, work_id: str) -> None:
        facts, author, school = self.presenter.undo_facts(work_id), self._author, self.desk.school
        background.run(
            "take back",
            lambda: school.record(facts, author=author),
            lambda _: self.assigned.emit(),
            owner=self,
        )

    def _add_themes(self) -> None:
        self.body.addWidget(Text(self.presenter.theme_title, "section"))
        self.body.addSpacing(8)
        self._theme_grid = GridLayout(least=210, gap=12, even=True)
        self.body.addLayout(self._theme_grid)
        self._more = Button("", "quiet", size="small", icon="giu", icon_last=True)
        self._more.clicked.connect(self._show_every_theme)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(16)
        self._show_themes()

    def _show_themes(self) -> None:
        cards = self.presenter.themes_shown()
        if [button.words() for button in self._themes] != [card.title for card in cards]:
            clear(self._theme_grid)
            self._themes = [self._theme_button(card) for card in cards]
        for button, card in zip(self._themes, cards, strict=True):
            button.choose(chosen=card.name == self.presenter.theme)
        self._more.setText(self.presenter.more_themes())
        self._more.setVisible(bool(self.presenter.more_themes()))

    def _theme_button(self, card: ThemeCard) -> ThemeButton:
        button = ThemeButton(card.title, card.detail)
        button.clicked.connect(lambda: self.choose_theme(card.name))
        self._theme_grid.addWidget(button)
        return button

    def _show_every_theme(self) -> None:
        self.presenter.every_theme = True
        self._show_themes()

    def _add_plan(self) -> None:
        self.body.addWidget(Text(self.presenter.plan_title, "section"))
        self.body.addSpacing(8)
        self._plan = QVBoxLayout()
        self.body.addLayout(self._plan)
        self.body.addSpacing(16)

    def _add_due(self) -> None:
        card = Card()
        card.column.setSpacing(8)
        card.column.addWidget(Text(self.presenter.due_title, "section"))
        self.body.addWidget(card)
        holder = QWidget()
        self._days = FlowLayout(holder)
        self.button = Button(self.presenter.button, "primary", size="big", icon="assegna")
        self.button.clicked.connect(self.assign)
        self._missing = Text("", "small", "ink2")
        act = QVBoxLayout()
        act.setSpacing(4)
        act.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        act.addWidget(self._missing)
        self._last = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._last.setSpacing(16)
        self._last.addWidget(holder, 1)
        self._last.addLayout(act)
        card.column.addLayout(self._last)

    def _show_plan(self) -> None:
        clear(self._plan)
        self._rows = []
        missing = self.presenter.missing()
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        self.button.setEnabled(not missing)
        self._show_days()
        if not self.presenter.theme:
            self._plan.addWidget(Text(self.presenter.needs_theme, "ui", "ink2"))
            return
        card = Card(padding=16)
        card.column.setContentsMargins(16, 4, 16, 7)
        rows = RowList()
        for plan in self.presenter.plan():
            row = PlanRow(plan, self.presenter)
            row.changed.connect(self._show_plan)
            row.set_narrow(narrow=self.narrow)
            self._rows.append(row)
            rows.add(row)
        card.column.addWidget(rows)
        self._plan.addWidget(card)

    def _show_days(self) -> None:
        clear(self._days)
        for day, words in self.presenter.days():
            chip = FilterChip(words)
            chip.setAutoExclusive(True)
            chip.setChecked(day == self.presenter.due)
            chip.clicked.connect(lambda _=False, one=day: self._choose_day(one))
            self._days.addWidget(chip)

    def _choose_day(self, day: str) -> None:
        self.presenter.due = day
        self._show_days()


class PlanRow(QWidget):
    """A grade's task: which lesson, which of its exercises."""

    changed = Signal()

    def __init__(self, plan: GradePlan, presenter: AssignPresenter) -> None:
        super().__init__()
        self._plan, self._presenter = plan, presenter
        grade = Text(plan.grade.label, "grade")
        grade.setMinimumWidth(theme().px(44))
        options = [(one.ref, f"{one.title} · {one.detail}") for one in plan.lessons]
        self.choice = Choice(
            say("Lezione per la {label}", label=plan.grade.label),
            [("", presenter.no_task), *options],
            plan.chosen or "",
        )
        self.choice.chosen.connect(self._choose)
        self.exercises = self._make_exercises(plan)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 7, 0, 7)
        self._line.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(grade, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.choice, 1)
        self._line.addLayout(head, 5)
        self._line.addWidget(self.exercises, 4, Qt.AlignmentFlag.AlignVCenter)

    def set_narrow(self, *, narrow: bool) -> None:
        """The exercises under the lesson when there is little room."""
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._line.setSpacing(6 if narrow else 16)

    def _make_exercises(self, plan: GradePlan) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=5, line_gap=5)
        if not plan.exercises:
            return holder
        flow.addWidget(_Summary(plan.summary))
        for number, (exercise, wanted) in enumerate(plan.exercises, start=1):
            chip = FilterChip(str(number), name=say("Esercizio {number}", number=number), round_one=True)
            chip.setChecked(wanted)
            chip.clicked.connect(lambda on, one=exercise: self._set(one, wanted=on))
            flow.addWidget(chip)
        return holder

    def _choose(self, ref: str) -> None:
        self._presenter.choose_lesson(self._plan.grade, ref or None)
        self.changed.emit()

    def _set(self, exercise: str, *, wanted: bool) -> None:
        self._presenter.set_exercise(self._plan.grade, exercise, wanted=wanted)
        self.changed.emit()


class _Summary(Text):
    def __init__(self, words: str) -> None:
        super().__init__(words, "small", "ink2")
        self.setMinimumSize(theme().px(110), 34)
