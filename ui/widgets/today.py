"""Oggi: a pupil's morning."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.domain.people import Pupil
from scuola_digitale.words import say
from ui import background
from ui.presenters.desk import Desk
from ui.presenters.reading import TITLE
from ui.presenters.review import ReviewPresenter
from ui.presenters.stones import STONES_IN_A_CAIRN
from ui.presenters.today import GoOn, SaidWord, TodayPresenter
from ui.widgets.book_cards import BookCard
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, Icon
from ui.widgets.covers import Cover, Covers
from ui.widgets.empty import Empty
from ui.widgets.grid import GridLayout
from ui.widgets.layouts import clear
from ui.widgets.page import Page
from ui.widgets.rows import LessonRow, RowList, tag
from ui.widgets.stones import Cairn, Stones
from ui.widgets.text import Text
from ui.widgets.theme import theme

_SIDE, _SIDE_NARROW = 320, 232
_BOOK = 250
"""Least width of a lesson offered, pixels at 100 %: as in the library."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TodayPage(Page):
    """Go on from here, what is assigned, the teacher's word, the cairn."""

    lesson_wanted = Signal(str)
    library_wanted = Signal()
    stones_wanted = Signal()
    tools_wanted = Signal()
    review_wanted = Signal()

    def __init__(self, desk: Desk, pupil: Pupil) -> None:
        super().__init__(desk, "")
        self._pupil = pupil
        self._covers = Covers(desk.library)
        self._rows: list[LessonRow] = []
        self._hero: HeroCard | None = None
        self._word: Card | None = None
        self._due = ""
        tools = Button("", icon="carattere", size="small", name=TITLE())
        tools.setToolTip(TITLE())
        tools.clicked.connect(self.tools_wanted)
        self.head.right.addWidget(tools)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.body.addLayout(self._columns)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._side = QWidget()
        self._side.setLayout(self._right)
        self._left.setSpacing(0)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._columns.addLayout(self._left, 1)
        self._columns.addWidget(self._side, 0)
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        presenter = TodayPresenter(self.desk, self._pupil)
        if not self.is_new(presenter.shown()):
            return
        self.head.tell(presenter.title(), presenter.day())
        clear(self._left)
        clear(self._right)
        self._rows = []
        self._fill_left(presenter)
        self._fill_right(presenter)
        self.set_narrow(narrow=self.narrow)

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        stacked = theme().stacked(narrow=narrow)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._columns.setSpacing(14 if narrow else 24)
        if stacked:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        else:
            self._side.setFixedWidth(theme().px(_SIDE_NARROW if narrow else _SIDE))
        pad = 14 if narrow else 20
        for card in (self._word, self._cairn_card):
            if card is not None:
                card.column.setContentsMargins(pad, pad - 2, pad, pad)
        self._cairn.set_width(64 if narrow else 96)
        self._right.setSpacing(14 if narrow else 20)
        if self._hero is not None:
            self._hero.set_narrow(narrow=narrow)
        for row in self._rows:
            row.set_narrow(narrow=narrow)

    def _fill_left(self, presenter: TodayPresenter) -> None:
        go_on = presenter.go_on()
        self._hero = None
        if go_on is not None:
            self._hero = HeroCard(go_on, self._covers, self._open(go_on.card.ref))
            self._left.addWidget(self._hero)
            self._left.addSpacing(20)
        line = QHBoxLayout()
        line.addWidget(Text(presenter.works_title, "section"), 1)
        if presenter.works():
            line.addWidget(Text(presenter.assigned_by(), "small", "ink2"))
        self._left.addLayout(line)
        self._left.addSpacing(10)
        self._left.addWidget(self._works(presenter))
        self._offer(presenter)
        self._left.addStretch(1)

    def _offer(self, presenter: TodayPresenter) -> None:
        """What to open next for whom all is done."""
        cards = presenter.discoveries()
        if not cards:
            return
        self._left.addSpacing(24)
        self._left.addWidget(Text(presenter.discoveries_title, "section"))
        self._left.addSpacing(10)
        shelf = GridLayout(least=_BOOK)
        for card in cards:
            book = BookCard(card, self._covers)
            book.clicked.connect(self._open(card.ref))
            shelf.addWidget(book)
        self._left.addLayout(shelf)

    def _works(self, presenter: TodayPresenter) -> QWidget:
        works = presenter.works()
        if not works:
            empty = Empty(presenter.no_work, presenter.no_work_detail, presenter.to_library)
            empty.way_on.connect(self.library_wanted)
            return empty
        card = Card(padding=16)
        card.column.setContentsMargins(16, 6, 16, 9)
        rows = RowList()
        for work in works:
            row = LessonRow(
                work.card,
                self._covers,
                self._open(work.card.ref),
                button=work.button,
                quiet=work.done,
                chip=work.chip,
            )
            self._rows.append(row)
            rows.add(row)
        card.column.addWidget(rows)
        return card

    def _fill_right(self, presenter: TodayPresenter) -> None:
        word = presenter.word()
        self._word = _word_card(word) if word is not None else None
        if self._word is not None:
            self._right.addWidget(self._word)
        self._cairn_card = self._make_cairn_card(presenter)
        self._right.addWidget(self._cairn_card)
        self._foot = Text("", "small", "ink2", wrap=True)
        self._foot.hide()
        self._right.addWidget(self._foot)
        self._right.addStretch(1)
        self._plan_review()

    def _make_cairn_card(self, presenter: TodayPresenter) -> Card:
        card = Card(padding=20)
        line = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        self._cairn_title = Text(presenter.cairn_title, "section", wrap=True)
        self._cairn_words = Text(presenter.cairn_words(), "small", "ink2", wrap=True)
        self._cairn_button = Button(
            say("Guarda"), size="small", icon="ometto", name=say("Guarda i miei sassi")
        )
        self._cairn_button.clicked.connect(self._leave_by_cairn)
        words.addWidget(self._cairn_title)
        words.addWidget(self._cairn_words)
        words.addSpacing(12)
        words.addWidget(self._cairn_button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        line.addLayout(words, 1)
        stones = presenter.stones()
        self._cairn = Cairn(stones % STONES_IN_A_CAIRN or min(STONES_IN_A_CAIRN, stones), STONES_IN_A_CAIRN)
        line.addWidget(self._cairn, 0, _MIDDLE)
        card.column.addLayout(line)
        return card

    def _plan_review(self) -> None:
        desk, pupil = self.desk, self._pupil
        background.run(
            "plan the review",
            lambda: ReviewPresenter(desk, pupil).amount(),
            self._show_review,
            owner=self,
        )

    def _show_review(self, amount: str) -> None:
        """What is due for review takes the place of the cairn's own words, and its button."""
        self._due = amount
        presenter = TodayPresenter(self.desk, self._pupil)
        self._cairn_title.setText(ReviewPresenter.title if amount else presenter.cairn_title)
        self._cairn_words.setText(amount or presenter.cairn_words())
        self._cairn_button.setText(ReviewPresenter.begin if amount else say("Guarda"))
        self._cairn_button.set_icon("ripasso" if amount else "ometto")
        self._cairn_button.setAccessibleName(
            say("{begin} il ripasso: {amount}", begin=ReviewPresenter.begin, amount=amount)
            if amount
            else say("Guarda i miei sassi")
        )
        self._cairn_button.updateGeometry()
        self._foot.setText(presenter.cairn_foot() if amount else "")
        self._foot.setVisible(bool(amount) and not self.narrow)

    def _leave_by_cairn(self) -> None:
        (self.review_wanted if self._due else self.stones_wanted).emit()

    def _open(self, ref: str) -> Callable[[], None]:
        return lambda: self.lesson_wanted.emit(ref)


class HeroCard(Card):
    """The one next act."""

    def __init__(self, go_on: GoOn, covers: Covers, press: Callable[[], None]) -> None:
        super().__init__()
        self._cover = Cover(go_on.card, covers, 216, 162, radius=12)
        self._title = Text(go_on.card.title, "heading", wrap=True)
        self._detail = Text(go_on.detail, "ui", "ink2", wrap=True)
        self.button = Button(go_on.button, "primary", size="big", icon="play")
        self.button.setAccessibleName(f"{go_on.button}: {go_on.card.title}")
        self.button.clicked.connect(press)
        self._count = Text(go_on.count, "small", "ink2")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(tag(go_on.card.area, go_on.kicker))
        words.addWidget(self._title)
        words.addWidget(self._detail)
        words.addSpacing(10)
        acts = QHBoxLayout()
        acts.setSpacing(16)
        acts.addWidget(self.button)
        acts.addWidget(Stones(go_on.card.steps), 0, _MIDDLE)
        acts.addWidget(self._count, 0, _MIDDLE)
        acts.addStretch(1)
        words.addLayout(acts)
        words.addStretch(1)
        self._line = QHBoxLayout()
        self._line.setSpacing(24)
        self._line.addWidget(self._cover, 0, _MIDDLE)
        self._line.addLayout(words, 1)
        self.column.addLayout(self._line)

    def set_narrow(self, *, narrow: bool) -> None:
        """A smaller cover, no detail."""
        self._cover.set_size(*((112, 84) if narrow else (216, 162)))
        self._cover.setVisible(not theme().stacked(narrow=narrow))
        self._detail.setVisible(not narrow)
        self._count.setVisible(not narrow)
        self._title.set_role("card" if narrow else "heading")
        self.button.set_size("normal" if narrow else "big")
        self._line.setSpacing(14 if narrow else 24)
        pad = 12 if narrow else 20
        self.column.setContentsMargins(pad, pad, pad, pad + 2)


def _word_card(word: SaidWord) -> Card:
    card = Card(ground="warning_soft", edge="warning_edge")
    card.column.setSpacing(8)
    head = QHBoxLayout()
    head.setSpacing(10)
    head.addWidget(Icon("messaggio", "formazione"), 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(Text(word.heading, "strong", wrap=True), 1)
    card.column.addLayout(head)
    card.column.addWidget(Text(word.text, "said", wrap=True))
    card.column.addWidget(Text(word.when, "small", "ink2"))
    return card
