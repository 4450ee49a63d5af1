"""Portatili: the laptops of the school, and the door by which a new one comes in."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import Author
from ui import background
from ui.presenters.desk import Desk
from ui.presenters.laptops import LaptopRow, LaptopsPresenter
from ui.widgets.cards import Card, IconTile
from ui.widgets.closing_card import ClosingCard
from ui.widgets.door_card import DoorCard
from ui.widgets.layouts import clear
from ui.widgets.notice import Tell
from ui.widgets.page import Page
from ui.widgets.rows import RowList
from ui.widgets.text import Text
from ui.widgets.thing_row import Act, ThingRow


class LaptopsPage(Page):
    """The technician's list of laptops."""

    def __init__(self, desk: Desk, author: Author, tell: Tell) -> None:
        self.presenter = LaptopsPresenter(desk, author)
        super().__init__(desk, self.presenter.title, self.presenter.detail)
        self._tell = tell
        self._rows: list[ThingRow] = []
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)
        self.body.addSpacing(8)
        self.body.addWidget(Text(self.presenter.digits(), "small", "ink2", wrap=True))
        self.body.addSpacing(20)
        self.door = DoorCard(self.presenter, tell)
        self.door.came_in.connect(self.refresh)
        self.body.addWidget(self.door)
        self.body.addSpacing(20)
        self.closing = ClosingCard(desk, tell)
        self.body.addWidget(self.closing)
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        laptops = self.presenter.rows()
        if not self.is_new((laptops,)):
            return
        clear(self._list)
        card = Card(padding=16)
        card.column.setContentsMargins(16, 4, 16, 7)
        rows = RowList()
        self._rows = [self._row(one) for one in laptops]
        for row in self._rows:
            row.set_narrow(narrow=self.narrow)
            rows.add(row)
        card.column.addWidget(rows)
        self._list.addWidget(card)

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        for row in self._rows:
            row.set_narrow(narrow=narrow)

    def ask_lost(self, row: LaptopRow) -> None:
        """Asks before the keys are changed."""
        presenter = self.presenter
        self._tell(
            presenter.lost_question(row),
            trouble=True,
            act=presenter.lost,
            action=partial(self._do, "lost laptop", partial(presenter.give_up, row)),
        )

    def _row(self, row: LaptopRow) -> ThingRow:
        acts: list[Act] = []
        if row.may_renew:
            acts.append(
                (
                    self.presenter.renew,
                    "ripasso",
                    partial(self._do, "renew laptop", partial(self.presenter.renew_one, row)),
                )
            )
        if not row.is_this and not row.is_lost:
            acts.append((self.presenter.lost, "fermo", partial(self.ask_lost, row)))
        return ThingRow(IconTile("portatile"), row.label, row.detail, row.chip, acts)

    def _do(self, name: str, work: partial[str]) -> None:
        background.run(name, work, self._done, self._failed, owner=self)

    def _done(self, words: str) -> None:
        self._tell(words)
        self.refresh()

    def _failed(self, error: ScuolaError) -> None:
        self._tell(error.message, error.remedy, trouble=True)
