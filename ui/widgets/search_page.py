"""Cerca: a field, filters, and passages with the words lit."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from content.search.engine import Completion, Kind, PackHit, SearchResult
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.school_terms import AREA_LABELS, Area
from scuola_digitale.words import say
from ui import background
from ui.presenters.desk import Desk
from ui.presenters.search import KINDS, FoundLesson, Passage, SearchPresenter
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, Icon, Line, Spine
from ui.widgets.chips import FilterChip
from ui.widgets.completions import Completions, Way
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
_TYPING_MS = 40
_SIDE = 196
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class SearchPage(Page):
    """Searches while one types, off the GUI thread."""

    # A lesson's ref, and the anchor to open it at; None opens it where its reader left off.
    lesson_wanted = Signal(str, object)

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
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._complete)
        self._add_field()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fold = FilterChip(say("Filtri"), name=say("Filtri: che cosa, area e classe"))
        self._fold.toggled.connect(lambda _: self.set_narrow(narrow=self.narrow))
        self._fold_line = QHBoxLayout()
        self._fold_line.setSpacing(12)
        self._fold_line.addWidget(self._fold)
        self._fold_line.addStretch(1)
        self.body.addLayout(self._fold_line)
        self.body.addLayout(self._columns)
        self._columns.addWidget(self._make_filters())
        right = QVBoxLayout()
        right.setSpacing(10)
        self._columns.addLayout(right, 1)
        line = self._headline_line = QHBoxLayout()
        self._headline = Text("", "section", wrap=True)
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
        self._typing.stop()
        self.completions.hide()
        self._search()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        stacked = theme().stacked(narrow=narrow)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        # At large text what was found comes first, and the filters at a touch.
        self._fold.setVisible(stacked)
        self._filters.setVisible(not stacked or self._fold.isChecked())
        self._fold_line.setContentsMargins(0, 0, 0, 12 if stacked else 0)
        (self._fold_line if stacked else self._headline_line).addWidget(self.head.chip)
        self._show_headline()
        presenter = self._presenter
        self.field.line.setPlaceholderText(presenter.placeholder_short if stacked else presenter.placeholder)
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
        self.completions = Completions(self.field, presenter.completions_name)

    def _make_filters(self) -> QWidget:
        presenter = self._presenter
        self._filters = QWidget()
        column = QVBoxLayout(self._filters)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        self._kind_chips: dict[Kind | None, FilterChip] = {kind: FilterChip(words) for kind, words in KINDS()}
        self._area_chips: dict[Area | None, FilterChip] = {
            area: FilterChip(
                AREA_LABELS()[area] if area else presenter.every_area, dot=AREA_TOKENS[area] if area else ""
            )
            for area in (None, *Area)
        }
        self._grade_chips = {
            grade: FilterChip(grade.label, name=say("Classe {label}", label=grade.label), round_one=True)
            for grade in presenter.grades()
        }
        self._language_chips = {tag: FilterChip(words) for tag, words in presenter.languages()}
        self._add_chips(column, presenter.kind_title, "kind", self._kind_chips)
        self._add_chips(column, presenter.area_title, "area", self._area_chips)
        self._add_chips(column, presenter.grade_title, "grade", self._grade_chips, gap=5)
        if self._language_chips:
            self._add_chips(column, presenter.language_title, "language", self._language_chips)
        column.addStretch(1)
        self._mark_filters()
        return self._filters

    def _add_chips(
        self, column: QVBoxLayout, title: str, name: str, chips: Mapping[Any, FilterChip], gap: int = 8
    ) -> None:
        """A group of chips that set the filter of a name."""
        column.addWidget(Text(title, "label", "ink2"))
        holder = QWidget()
        flow = FlowLayout(holder, gap=gap)
        for value, chip in chips.items():
            chip.clicked.connect(lambda _=False, one=value: self._narrow(name, one))
            flow.addWidget(chip)
        column.addWidget(holder)
        column.addSpacing(12)

    def _typed(self, words: str) -> None:
        self._presenter.query = words
        self._wait.start()
        self._typing.start()

    def _complete(self) -> None:
        words, presenter = self._presenter.query, self._presenter
        background.run("complete", lambda: presenter.complete(words), self._completed, owner=self)

    def _completed(self, found: tuple[str, tuple[Completion, ...]]) -> None:
        begun, completions = found
        if begun == self.field.text():
            self.completions.show_ways([self._way(each) for each in completions])

    def _way(self, completion: Completion) -> Way:
        icon = "libro" if completion.section_id else "cerca"
        name = self._presenter.completion_words(completion)
        return Way(icon, completion.text, name, lambda: self._go_on(completion))

    def _go_on(self, completion: Completion) -> None:
        if completion.section_id:
            self.lesson_wanted.emit(*self._presenter.place(completion))
        else:
            self.ask(completion.text)

    def _narrow(self, name: str, value: object) -> None:
        self._presenter.narrow(**{name: value})
        self._mark_filters()
        self._search()

    def _mark_filters(self) -> None:
        filters = self._presenter.filters
        groups: tuple[tuple[object, Mapping[Any, FilterChip]], ...] = (
            (filters.kind, self._kind_chips),
            (filters.area, self._area_chips),
            (filters.grade, self._grade_chips),
            (filters.language, self._language_chips),
        )
        for chosen, chips in groups:
            for value, chip in chips.items():
                chip.setChecked(value == chosen)

    def _search(self) -> None:
        self._wait.stop()
        presenter = self._presenter
        query, filters = presenter.query, presenter.filters
        if not query.strip():
            presenter.found = None
            self._show()
            return
        background.run("search", lambda: presenter.find(query, filters), self._found, owner=self)

    def _found(self, found: SearchResult) -> None:
        self._presenter.take(found)
        self._show()
        self.completions.raise_()  # over the cards that came just now

    def _show(self) -> None:
        presenter = self._presenter
        clear(self._results)
        lessons = presenter.lessons()
        packs = presenter.packs()
        self._headline.setText(presenter.headline() if lessons or packs else "")
        self._show_headline()
        if presenter.found is None:
            self._results.addWidget(Empty(presenter.start, presenter.start_detail))
            self._results.addStretch(1)
            return
        suggestion = presenter.suggestion()
        if not lessons and not packs:
            empty = Empty(presenter.nothing(), presenter.nothing_words(), presenter.try_words())
            empty.way_on.connect(lambda: self.ask(suggestion))
            self._results.addWidget(empty)
        elif suggestion:
            self._results.addLayout(self._suggestion(suggestion))
            self._results.addSpacing(10)
        for card in (*map(self._lesson_card, lessons), *map(self._pack_card, packs)):
            self._results.addWidget(card)
            self._results.addSpacing(12)
        self._results.addStretch(1)

    def _show_headline(self) -> None:
        """An empty headline still keeps the chip at the right; where that stands above, it goes."""
        alone = theme().stacked(narrow=self.narrow)
        self._headline.setVisible(bool(self._headline.text()) or not alone)

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
        button = Button(say("Apri"), size="small", name=say("Apri: {title}", title=found.card.title))
        button.clicked.connect(lambda: self.lesson_wanted.emit(found.card.ref, None))
        head.addWidget(button, 0, _MIDDLE)
        card.column.addLayout(head)
        card.column.addSpacing(10)
        for passage in found.passages:
            card.column.addWidget(Line())
            card.column.addWidget(self._passage(found.card.ref, passage))
        return card

    def _pack_card(self, pack: PackHit) -> Card:
        card = Card(padding=12)
        card.column.addWidget(tag(pack.area, say("Pacchetto")))
        lit = LitWords(pack.title, pack.snippet)
        lit.clicked.connect(lambda: self._show_pack(pack))
        card.column.addWidget(lit)
        return card

    def _show_pack(self, pack: PackHit) -> None:
        """Opens the first lesson of a pack."""
        first = self._presenter.first_lesson(pack)
        if first:
            self.lesson_wanted.emit(first, None)

    def _passage(self, ref: str, passage: Passage) -> QWidget:
        lit = LitWords(passage.heading, passage.snippet)
        lit.clicked.connect(lambda: self.lesson_wanted.emit(ref, passage.anchor))
        return lit
