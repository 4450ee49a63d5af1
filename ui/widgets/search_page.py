"""Cerca: a field, filters, and passages with the words lit."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.school_terms import AREA_LABELS, Area, Grade
from ui import background
from ui.presenters.desk import Desk, Found
from ui.presenters.search import FoundLesson, Passage, SearchPresenter
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, Icon, Line, Spine
from ui.widgets.chips import FilterChip
from ui.widgets.covers import Cover, Covers
from ui.widgets.empty import Empty
from ui.widgets.fields import Field
from ui.widgets.flow import FlowLayout
from ui.widgets.layouts import clear
from ui.widgets.lit_words import LitWords
from ui.widgets.page import Page
from ui.widgets.rows import tag
from ui.widgets.text import Text
from ui.widgets.theme import theme
from ui.widgets.tokens import AREA_TOKENS

_PAUSE_MS = 150
_SIDE = 196
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class SearchPage(Page):
    """Searches while one types, off the GUI thread."""

    lesson_wanted = Signal(str, str)

    def __init__(self, desk: Desk, pupil: Pupil | None) -> None:
        self._presenter = SearchPresenter(desk, pupil)
        super().__init__(desk, "")
        self.head.hide()
        self._covers = Covers(desk.library)
        self._asked = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE_MS)
        self._wait.timeout.connect(self._search)
        self._add_field()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.body.addLayout(self._columns)
        self._columns.addWidget(self._make_filters())
        right = QVBoxLayout()
        right.setSpacing(10)
        self._columns.addLayout(right, 1)
        line = self._headline_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._headline = Text("", "section")
        line.addWidget(self._headline, 1)
        line.addWidget(self.head.chip)
        right.addLayout(line)
        self._results = QVBoxLayout()
        self._results.setSpacing(0)
        right.addLayout(self._results, 1)
        self._show()

    def begin(self) -> None:
        """The cursor goes where one types."""
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, words: str) -> None:
        """Searches some words at once."""
        self.field.set_text(words)
        self._presenter.query = words
        self._search()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        stacked = theme().stacked(narrow=narrow)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._headline_line.setDirection(self._columns.direction())
        self._columns.setSpacing(16 if narrow else 28)
        side = theme().px(150 if narrow else _SIDE)
        self._filters.setMinimumWidth(0 if stacked else side)
        self._filters.setMaximumWidth(16_777_215 if stacked else side)

    def _add_field(self) -> None:
        presenter = self._presenter
        self.field = Field(presenter.field, presenter.placeholder, icon="cerca", big=True)
        self.field.changed.connect(self._typed)
        self.field.submitted.connect(self.ask)
        self.button = Button(presenter.button, "primary", size="big")
        self.button.clicked.connect(lambda: self.ask(self.field.text()))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.field, 1)
        line.addWidget(self.button)
        self.body.addLayout(line)
        self.body.addSpacing(16)

    def _make_filters(self) -> QWidget:
        presenter = self._presenter
        self._filters = QWidget()
        column = QVBoxLayout(self._filters)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(presenter.area_title, "label", "ink2"))
        areas = QWidget()
        flow = FlowLayout(areas)
        self._area_chips: dict[Area | None, FilterChip] = {}
        for area in (None, *Area):
            words = AREA_LABELS[area] if area else presenter.every_area
            chip = FilterChip(words, dot=AREA_TOKENS[area] if area else "")
            chip.clicked.connect(lambda _=False, one=area: self._choose_area(one))
            self._area_chips[area] = chip
            flow.addWidget(chip)
        column.addWidget(areas)
        column.addSpacing(12)
        column.addWidget(Text(presenter.grade_title, "label", "ink2"))
        grades = QWidget()
        flow = FlowLayout(grades, gap=5)
        self._grade_chips: dict[Grade, FilterChip] = {}
        for grade in presenter.grades():
            chip = FilterChip(grade.label, name=f"Classe {grade.label}", round_one=True)
            chip.clicked.connect(lambda _=False, one=grade: self._choose_grade(one))
            self._grade_chips[grade] = chip
            flow.addWidget(chip)
        column.addWidget(grades)
        column.addStretch(1)
        self._mark_filters()
        return self._filters

    def _typed(self, words: str) -> None:
        self._presenter.query = words
        self._wait.start()

    def _choose_area(self, area: Area | None) -> None:
        self._presenter.area = area
        self._mark_filters()
        self._search()

    def _choose_grade(self, grade: Grade) -> None:
        self._presenter.grade = None if self._presenter.grade == grade else grade
        self._mark_filters()
        self._search()

    def _mark_filters(self) -> None:
        for area, chip in self._area_chips.items():
            chip.setChecked(area == self._presenter.area)
        for grade, chip in self._grade_chips.items():
            chip.setChecked(grade == self._presenter.grade)

    def _search(self) -> None:
        self._wait.stop()
        presenter = self._presenter
        query, area, grade = presenter.query, presenter.area, presenter.grade
        if not query.strip():
            presenter.found = None
            self._show()
            return
        self._asked += 1
        asked = self._asked
        background.run(
            "search",
            lambda: presenter.find(query, area, grade),
            lambda found: self._found(found, asked),
            owner=self,
        )

    def _found(self, found: Found, asked: int) -> None:
        # Only the latest question counts: its filters may have changed while an older one was answered.
        if asked == self._asked:
            self._presenter.take(found)
            self._show()
            said = self._headline.text() or self._presenter.nothing()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _show(self) -> None:
        presenter = self._presenter
        clear(self._results)
        lessons = presenter.lessons()
        self._headline.setText(presenter.headline() if lessons else "")
        if presenter.found is None:
            self._results.addWidget(Empty(presenter.start, presenter.start_detail))
            self._results.addStretch(1)
            return
        suggestion = presenter.suggestion()
        if not lessons:
            empty = Empty(presenter.nothing(), presenter.nothing_words(), presenter.try_words())
            empty.way_on.connect(lambda: self.ask(suggestion))
            self._results.addWidget(empty)
        elif suggestion:
            self._results.addLayout(self._suggestion(suggestion))
            self._results.addSpacing(10)
        for lesson in lessons:
            self._results.addWidget(self._lesson_card(lesson))
            self._results.addSpacing(12)
        self._results.addStretch(1)

    def _suggestion(self, words: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Icon("aiuto", "warning"), 0, _MIDDLE)
        line.addWidget(Text(self._presenter.also_words(), "ui", wrap=True), 1)
        button = Button(self._presenter.try_words(), "quiet", size="small")
        button.clicked.connect(lambda: self.ask(words))
        line.addWidget(button)
        return line

    def _lesson_card(self, found: FoundLesson) -> Card:
        card = Card(padding=12)
        card.column.setContentsMargins(14, 12, 16, 10)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Spine(found.card.area))
        head.addWidget(Cover(found.card, self._covers, 84, 63), 0, _MIDDLE)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(tag(found.card.area, found.card.kicker))
        words.addWidget(Text(found.card.title, "card", wrap=True))
        head.addLayout(words, 1)
        if not self.narrow:
            head.addWidget(Text(found.card.detail, "small", "ink2"), 0, _MIDDLE)
        button = Button("Apri", size="small", name=f"Apri: {found.card.title}")
        button.clicked.connect(lambda: self.lesson_wanted.emit(found.card.ref, ""))
        head.addWidget(button, 0, _MIDDLE)
        card.column.addLayout(head)
        card.column.addSpacing(10)
        for passage in found.passages:
            card.column.addWidget(Line())
            card.column.addWidget(self._passage(found.card.ref, passage))
        return card

    def _passage(self, ref: str, passage: Passage) -> QWidget:
        lit = LitWords(passage.heading, passage.snippet)
        lit.clicked.connect(lambda: self.lesson_wanted.emit(ref, passage.anchor))
        return lit
