"""Quaderno: what a pupil wrote and marked, to search, to change, to throw away and to go back from."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.domain.facts import Fact
from scuola_digitale.domain.people import Pupil
from ui import background
from ui.presenters.desk import Desk
from ui.presenters.notebook import KINDS, SHELVES, Leaf, NotebookPresenter, Shelf
from ui.presenters.open_answers import comment_words
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, Icon
from ui.widgets.chips import Chip, FilterChip
from ui.widgets.empty import Empty
from ui.widgets.fields import Field
from ui.widgets.flow import FlowLayout
from ui.widgets.layouts import clear
from ui.widgets.notice import Tell
from ui.widgets.page import Page
from ui.widgets.recording import saver
from ui.widgets.text import Text
from ui.widgets.writing import WritingSheet


class NotebookView(Page):
    """Filters and a search over the leaves; all of it in memory, nothing of it in an index."""

    lesson_wanted = Signal(str, str)
    library_wanted = Signal()

    def __init__(self, desk: Desk, pupil: Pupil, tell: Tell) -> None:
        super().__init__(desk, NotebookPresenter.title, NotebookPresenter.detail)
        self._pupil, self._tell = pupil, tell
        self._shelf: Shelf = ""
        self.cards: list[LeafCard] = []
        self.field = Field(NotebookPresenter.search, NotebookPresenter.search, icon="cerca")
        self.field.changed.connect(lambda _words: self._show())
        self._shelves = self._make_shelves()
        self.body.addWidget(self.field)
        self.body.addSpacing(10)
        self.body.addWidget(self._shelves)
        self.body.addSpacing(14)
        self._kept = QVBoxLayout()
        self._kept.setContentsMargins(0, 0, 0, 0)
        self._kept.setSpacing(12)
        self.body.addLayout(self._kept)
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        self._presenter = NotebookPresenter(self.desk, self._pupil)
        self._show()

    def _make_shelves(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        for shelf, words in SHELVES():
            chip = FilterChip(words)
            chip.setAutoExclusive(True)
            chip.setChecked(shelf == self._shelf)
            chip.clicked.connect(lambda _=False, one=shelf: self._choose(one))
            flow.addWidget(chip)
        return holder

    def _choose(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._show()

    def _show(self) -> None:
        presenter = self._presenter
        leaves = presenter.leaves(self._shelf, self.field.text())
        if not self.is_new((leaves, presenter.is_empty())):
            return
        clear(self._kept)
        self.cards = []
        bare = presenter.is_empty()
        self.field.setVisible(not bare)
        self._shelves.setVisible(not bare)
        if bare:
            empty = Empty(presenter.nothing, presenter.nothing_detail, presenter.to_library)
            empty.way_on.connect(self.library_wanted)
            self._kept.addWidget(empty)
        elif not leaves:
            self._kept.addWidget(Empty(presenter.not_found, presenter.not_found_detail))
        for leaf in leaves:
            card = LeafCard(leaf)
            card.opened.connect(lambda one=leaf: self.lesson_wanted.emit(one.lesson_ref, one.anchor))
            card.rewritten.connect(lambda words, one=leaf: self._rewrite(one, words))
            card.thrown.connect(lambda one=leaf: self._throw(one))
            self.cards.append(card)
            self._kept.addWidget(card)

    def _rewrite(self, leaf: Leaf, words: str) -> None:
        self._write(self._presenter.rewritten(leaf, words), self.refresh)

    def _throw(self, leaf: Leaf) -> None:
        back = self._presenter.rewritten(leaf, leaf.words)

        def thrown() -> None:
            self.refresh()
            self._tell(
                NotebookPresenter.thrown,
                act=NotebookPresenter.undo,
                action=lambda: self._write(back, self.refresh),
            )

        self._write(self._presenter.thrown_away(leaf), thrown)

    def _write(self, fact: Fact, saved: Callable[[], None]) -> None:
        saver(self.desk.school)([fact], saved=saved, failed=background.show_trouble)


class LeafCard(Card):
    """One leaf; a note is changed in its place."""

    opened = Signal()
    rewritten = Signal(str)
    thrown = Signal()

    def __init__(self, leaf: Leaf) -> None:
        super().__init__(padding=16)
        self._leaf = leaf
        self.column.setSpacing(8)
        self.column.addLayout(self._head())
        if leaf.quote:
            self.column.addWidget(Text(f"«{leaf.quote}»", "said", "ink2", wrap=True))
        self._words = Text(leaf.words, "reading", wrap=True)
        if not leaf.words:  # never `setVisible(True)` here: shown without a parent it is a window of its own
            self._words.hide()
        self.column.addWidget(self._words)
        self._add_mark()
        self._sheet: WritingSheet | None = None
        self._acts = QWidget()
        self._flow = FlowLayout(self._acts)
        self.column.addWidget(self._acts)
        self._add_acts()

    def _head(self) -> QHBoxLayout:
        words, icon = KINDS()[self._leaf.kind]
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(Icon(icon, "link"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(f"{words} · {self._leaf.lesson_title}", "strong", wrap=True), 1)
        line.addWidget(Text(self._leaf.when, "small", "ink2"), 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _add_mark(self) -> None:
        leaf = self._leaf
        if leaf.state:
            chip = Chip(leaf.state, "plain", "orologio")
            if leaf.mark is not None:
                done = leaf.mark.score == 100
                chip.tell(leaf.state, "ok" if done else "warn", "fatto" if done else "riprova")
            self.column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        if leaf.mark is not None and leaf.mark.comment:
            self.column.addWidget(Text(comment_words(), "small-strong", "ink2"))
            self.column.addWidget(Text(leaf.mark.comment, "said", wrap=True))

    def _add_acts(self) -> None:
        title = self._leaf.lesson_title
        go = Button(NotebookPresenter.open_lesson, size="small", icon="libro")
        go.setAccessibleName(f"{NotebookPresenter.open_lesson}: {title}")
        go.clicked.connect(self.opened)
        self._flow.addWidget(go)
        if not self._leaf.page_id:
            return
        if self._leaf.kind != "segnalibro":
            self.change = Button(NotebookPresenter.change, "quiet", size="small", icon="penna")
            self.change.clicked.connect(self._begin)
            self._flow.addWidget(self.change)
        self.throw = Button(NotebookPresenter.throw, "quiet", size="small", icon="cestino")
        self.throw.clicked.connect(self.thrown)
        self._flow.addWidget(self.throw)

    def _begin(self) -> None:
        if self._sheet is not None:
            return
        self._words.hide()
        self._sheet = WritingSheet(NotebookPresenter.own_words, lines=4)
        self._sheet.set_text(self._leaf.words)
        self._sheet.submitted.connect(self._keep)
        self.keep = Button(NotebookPresenter.keep, "primary", size="small")
        self.keep.clicked.connect(self._keep)
        place = self.column.indexOf(self._acts)
        self.column.insertWidget(place, self._sheet)
        self._flow.addWidget(self.keep)
        self.keep.show()
        self.change.hide()
        self._sheet.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if self._sheet is not None:
            self.rewritten.emit(self._sheet.text())
