"""Biblioteca: the four areas, and the shelf of what is open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.school_terms import Area, Grade
from scuola_digitale.words import say
from ui.presenters.desk import Desk
from ui.presenters.library import LibraryPresenter
from ui.widgets.book_cards import AreaButton, BookCard
from ui.widgets.buttons import Button
from ui.widgets.chips import FilterChip
from ui.widgets.covers import Covers
from ui.widgets.empty import Empty
from ui.widgets.fields import Field
from ui.widgets.flow import FlowLayout
from ui.widgets.grid import GridLayout
from ui.widgets.layouts import clear
from ui.widgets.page import Page
from ui.widgets.text import Text
from ui.widgets.theme import theme


class LibraryPage(Page):
    """Everything that can be read here."""

    lesson_wanted = Signal(str)
    search_wanted = Signal(str)
    map_wanted = Signal()

    def __init__(self, desk: Desk, pupil: Pupil | None) -> None:
        self._presenter = LibraryPresenter(desk, pupil)
        super().__init__(desk, self._presenter.title)
        self._covers = Covers(desk.library)
        self._add_field()
        self._areas: list[AreaButton] = []
        self._area_grid = GridLayout(least=190, gap=16, even=True)
        self.body.addLayout(self._area_grid)
        self.body.addSpacing(20)
        self._shelf_line = line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(14)
        self._shelf_title = Text("", "section")
        self._count = Text("", "small", "ink2")
        line.addWidget(self._shelf_title, 1)
        self.to_map = Button(self._presenter.to_map, size="small", icon="luogo")
        self.to_map.clicked.connect(self.map_wanted)
        self.to_map.setVisible(self._presenter.has_map())
        line.addWidget(self.to_map)
        line.addWidget(self._count)
        self.body.addLayout(line)
        self.body.addSpacing(8)
        self._grade_line, self._grade_chips = _chip_line(self)
        self._subject_line, self._subject_chips = _chip_line(self)
        self._shelf = GridLayout(least=250, gap=12)
        self.body.addLayout(self._shelf)
        self.is_new((self._presenter.areas(), self._presenter.shelf()))
        self._show_areas()
        self._show_shelf()

    def refresh(self) -> None:
        """The shelf stays as it was left; only stones and packs may have changed."""
        super().refresh()
        before = self._presenter
        self._presenter = LibraryPresenter(self.desk, before.pupil)
        self._presenter.area, self._presenter.subject = before.area, before.subject
        self._presenter.grade = before.grade
        if self.is_new((self._presenter.areas(), self._presenter.shelf())):
            self._areas_changed()
            self._show_shelf()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._area_grid.set_least(150 if narrow else 190)
        stacked = theme().stacked(narrow=narrow)
        ways = QBoxLayout.Direction
        self._shelf_line.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        presenter = self._presenter
        self._field.line.setPlaceholderText(presenter.search_short if narrow else presenter.search_hint)
        self._field.setMinimumWidth(theme().px(220) if stacked else 280 if narrow else 400)
        self._field.setMaximumWidth(16_777_215 if stacked else self._field.minimumWidth())
        for area in self._areas:
            area.set_narrow(narrow=narrow)

    def _add_field(self) -> None:
        self._field = Field(self._presenter.search_short, self._presenter.search_hint, icon="cerca")
        self._field.submitted.connect(self.search_wanted)
        self.head.right.addWidget(self._field)

    def _show_areas(self) -> None:
        if not self._areas:
            for card in self._presenter.areas():
                button = AreaButton(card)
                button.clicked.connect(lambda _=False, area=card.area: self._choose_area(area))
                self._areas.append(button)
                self._area_grid.addWidget(button)
        for button, area in zip(self._areas, Area, strict=True):
            button.setChecked(area == self._presenter.area)

    def _areas_changed(self) -> None:
        clear(self._area_grid)
        self._areas = []
        self._show_areas()
        self.set_narrow(narrow=self.narrow)

    def _show_shelf(self) -> None:
        presenter = self._presenter
        self._shelf_title.setText(presenter.shelf_title())
        self._count.setText(presenter.count())
        self._show_chips()
        clear(self._shelf)
        cards = presenter.shelf()
        if not cards:
            self._shelf.addWidget(Empty(*presenter.nothing()))
        for card in cards:
            book = BookCard(card, self._covers)
            book.clicked.connect(lambda _=False, ref=card.ref: self.lesson_wanted.emit(ref))
            self._shelf.addWidget(book)

    def _show_chips(self) -> None:
        presenter = self._presenter
        clear(self._grade_chips)
        every = FilterChip(presenter.everything)
        every.setChecked(presenter.grade is None)
        every.clicked.connect(lambda: self._choose_grade(None))
        self._grade_chips.addWidget(every)
        for grade in presenter.grades():
            chip = FilterChip(grade.label, name=say("Classe {label}", label=grade.label), round_one=True)
            chip.setChecked(grade == presenter.grade)
            chip.clicked.connect(lambda _=False, one=grade: self._choose_grade(one))
            self._grade_chips.addWidget(chip)
        clear(self._subject_chips)
        subjects = presenter.subjects()
        self._subject_line.setVisible(bool(subjects))
        for key, label in subjects:
            chip = FilterChip(label)
            chip.setChecked(key == presenter.subject)
            chip.clicked.connect(lambda _=False, one=key: self._choose_subject(one))
            self._subject_chips.addWidget(chip)

    def _choose_area(self, area: Area) -> None:
        self._presenter.choose_area(area)
        self._show_areas()
        self._show_shelf()

    def _choose_grade(self, grade: Grade | None) -> None:
        self._presenter.choose_grade(grade)
        self._show_shelf()

    def _choose_subject(self, subject: str) -> None:
        self._presenter.subject = None if self._presenter.subject == subject else subject
        self._show_shelf()


def _chip_line(page: Page) -> tuple[QWidget, FlowLayout]:
    holder = QWidget()
    flow = FlowLayout(holder)
    flow.setContentsMargins(0, 0, 0, 10)
    page.body.addWidget(holder)
    return holder, flow
