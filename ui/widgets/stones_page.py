"""I miei sassi: a pupil's cairn, and what they can do now."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from scuola_digitale.domain.people import Pupil
from scuola_digitale.words import say
from ui.presenters.desk import Desk
from ui.presenters.stones import STONES_IN_A_CAIRN, StonesPresenter, WayRow
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.covers import Covers
from ui.widgets.empty import Empty
from ui.widgets.layouts import clear
from ui.widgets.page import Page
from ui.widgets.rows import LessonRow, RowList
from ui.widgets.stones import Cairn
from ui.widgets.text import Text

_FEW = 4


class StonesPage(Page):
    """One's own way; there is nobody to be compared with."""

    lesson_wanted = Signal(str)
    today_wanted = Signal()

    def __init__(self, desk: Desk, pupil: Pupil) -> None:
        super().__init__(desk, StonesPresenter.title, StonesPresenter.detail)
        self._pupil = pupil
        self._covers = Covers(desk.library)
        self._rows: list[LessonRow] = []
        self._cairns: list[Cairn] = []
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        presenter = StonesPresenter(self.desk, self._pupil)
        if not self.is_new((presenter.stones(), presenter.today(), presenter.known(), presenter.going())):
            return
        clear(self.body)
        self._rows, self._cairns = [], []
        if not presenter.known() and not presenter.going():
            empty = Empty(presenter.nothing, presenter.nothing_detail, presenter.way_on)
            empty.way_on.connect(self.today_wanted)
            self.body.addWidget(empty)
            return
        self.body.addWidget(self._cairn(presenter))
        for title, rows in (
            (presenter.known_title, presenter.known()),
            (presenter.going_title, presenter.going()),
        ):
            if rows:
                self.body.addSpacing(20)
                self.body.addWidget(Text(title, "section"))
                self.body.addSpacing(8)
                self.body.addWidget(self._list(rows))
        self.set_narrow(narrow=self.narrow)

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        for row in self._rows:
            row.set_narrow(narrow=narrow)
        few = len(self._cairns) <= _FEW
        for cairn in self._cairns:
            cairn.set_width((84 if few else 52) if narrow else (104 if few else 76))

    def _cairn(self, presenter: StonesPresenter) -> Card:
        card = Card()
        line = QHBoxLayout()
        line.setSpacing(4)
        cairns = presenter.cairns()
        self._cairns = [Cairn(laid, STONES_IN_A_CAIRN) for laid in cairns]
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(Text(presenter.total(), "heading", wrap=True))
        words.addWidget(Text(presenter.growing(), "ui", "ink2", wrap=True))
        if presenter.today():
            words.addSpacing(6)
            words.addWidget(Chip(presenter.today(), "ok", "ometto"), 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        line.addLayout(words, 1)
        for cairn in self._cairns:
            line.addWidget(cairn, 0, Qt.AlignmentFlag.AlignBottom)
        card.column.addLayout(line)
        return card

    def _list(self, rows: tuple[WayRow, ...]) -> Card:
        card = Card(padding=16)
        card.column.setContentsMargins(16, 6, 16, 9)
        rows_list = RowList()
        for way in rows:
            row = LessonRow(
                way.card,
                self._covers,
                self._open(way.card.ref),
                button=say("Rivedi") if way.done else say("Continua"),
                quiet=way.done,
                detail=way.can_do or way.when,
                count=way.count,
            )
            self._rows.append(row)
            rows_list.add(row)
        card.column.addWidget(rows_list)
        return card

    def _open(self, ref: str) -> Callable[[], None]:
        return lambda: self.lesson_wanted.emit(ref)
