"""Bambini: how each pupil comes in, a word to one of them, their sheet; who arrives, and who left."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from scuola_digitale.domain.facts import Fact
from scuola_digitale.domain.people import Pupil
from scuola_digitale.school import Author
from ui import background
from ui.presenters.arrivals import ArrivalsPresenter, Arriving
from ui.presenters.desk import Desk
from ui.presenters.pupils import PupilsPresenter
from ui.widgets.arrivals import PeopleList, SchoolForm, arriving_row, former_row
from ui.widgets.cards import Card, Line
from ui.widgets.empty import Empty
from ui.widgets.layouts import clear
from ui.widgets.notice import Tell
from ui.widgets.page import Page
from ui.widgets.pupil_panels import PupilLine, WordPanel
from ui.widgets.recording import saver


class PupilsPage(Page):
    """A row a pupil; what is done for one opens under their row, one at a time."""

    def __init__(self, desk: Desk, author: Author, tell: Tell) -> None:
        super().__init__(desk, PupilsPresenter.title, PupilsPresenter.detail)
        self._author, self._tell = author, tell
        self.rows: list[PupilLine] = []
        self._roster = QVBoxLayout()
        self._roster.setSpacing(0)
        if desk.open_people is None:
            self._moves: ArrivalsPresenter | None = None
            self.body.addLayout(self._roster)
        else:
            self._moves = ArrivalsPresenter(desk, author)
            self.arriving = PeopleList(self._moves.title)
            self.former = PeopleList(self._moves.former_title)
            self.school = SchoolForm(self._moves, self._done)
            self.body.addWidget(self.arriving)
            self.body.addLayout(self._roster)
            self.body.addSpacing(24)
            self.body.addWidget(self.former)
            self.body.addWidget(self.school)
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        self._presenter = PupilsPresenter(self.desk, self._author)
        if self._moves is not None:
            background.run("arrivals", self._moves.arriving, self._show_arriving, owner=self)
        former = self._moves.former() if self._moves else ()
        # A list made again would take words with it that somebody is writing: it waits until they are sent.
        if self.unsent() or not self.is_new((self._presenter.rows, former)):
            return
        self._show_former(former)
        self._show_roster()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        for row in self.rows:
            row.set_narrow(narrow=narrow)
        if self._moves is not None:
            self.arriving.set_narrow(narrow=narrow)
            self.former.set_narrow(narrow=narrow)

    def unsent(self) -> bool:
        """Whether words stand here that nobody got yet."""
        panels = (row.panel for row in self.rows)
        return any(isinstance(panel, WordPanel) and panel.unsent() for panel in panels)

    def row(self, name: str) -> PupilLine:
        """A pupil's row, by name."""
        return next(one for one in self.rows if one.pupil.name == name)

    def _show_roster(self) -> None:
        clear(self._roster)
        self.rows = []
        if not self._presenter.rows:
            self._roster.addWidget(Empty(PupilsPresenter.nobody, PupilsPresenter.nobody_detail))
            return
        card = Card(padding=16)
        card.column.setContentsMargins(16, 6, 16, 9)
        for row in self._presenter.rows:
            if self.rows:
                card.column.addWidget(Line())
            line = PupilLine(row, self._presenter, self._record)
            line.opening.connect(lambda one=line: self._close_others(one))
            line.done.connect(self._done)
            self.rows.append(line)
            card.column.addWidget(line)
        self._roster.addWidget(card)
        self.set_narrow(narrow=self.narrow)

    def _show_arriving(self, found: tuple[Arriving, ...]) -> None:
        moves = self._moves
        if moves is not None:
            rows = [
                arriving_row(one, moves, partial(self._do, "welcome", partial(moves.take_in, one)))
                for one in found
            ]
            self.arriving.show_rows(rows)

    def _show_former(self, found: tuple[Pupil, ...]) -> None:
        moves, sheet = self._moves, self._presenter.sheet
        if moves is not None:
            rows = [
                former_row(one, moves, partial(self._do, "put back", partial(sheet.put_back, one)))
                for one in found
            ]
            self.former.show_rows(rows)

    def _do(self, name: str, work: Callable[[], str]) -> None:
        background.run(name, work, self._done, background.show_trouble, owner=self)

    def _close_others(self, kept: PupilLine) -> None:
        for row in self.rows:
            if row is not kept:
                row.close_panel()
        QTimer.singleShot(0, kept, lambda: self._show_panel(kept))

    def _show_panel(self, row: PupilLine) -> None:
        if row.panel is not None:
            self.body.activate()
            self.ensureWidgetVisible(row.panel, 0, 24)

    def _done(self, sentence: str) -> None:
        self._tell(sentence)
        self.refresh()

    def _record(self, facts: Sequence[Fact], sentence: str) -> None:
        saver(self.desk.school, self._author)(
            facts, saved=lambda: self._done(sentence), failed=background.show_trouble
        )
