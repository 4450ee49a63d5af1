"""Bambini: how each pupil comes in, and a word from the teacher to one of them."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer

from scuola_digitale.domain.facts import Fact
from scuola_digitale.school import Author
from ui import background
from ui.presenters.desk import Desk
from ui.presenters.pupils import PupilsPresenter
from ui.widgets.cards import Card, Line
from ui.widgets.empty import Empty
from ui.widgets.layouts import clear
from ui.widgets.notice import Tell
from ui.widgets.page import Page
from ui.widgets.pupil_panels import PupilLine
from ui.widgets.recording import saver


class PupilsPage(Page):
    """A row a pupil; what is done for one opens under their row, one at a time."""

    def __init__(self, desk: Desk, author: Author, tell: Tell) -> None:
        super().__init__(desk, PupilsPresenter.title, PupilsPresenter.detail)
        self._author, self._tell = author, tell
        self.rows: list[PupilLine] = []
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        self._presenter = PupilsPresenter(self.desk)
        if not self.is_new(self._presenter.rows):
            return
        clear(self.body)
        self.rows = []
        if not self._presenter.rows:
            self.body.addWidget(Empty(PupilsPresenter.nobody, PupilsPresenter.nobody_detail))
            return
        card = Card(padding=16)
        card.column.setContentsMargins(16, 6, 16, 9)
        for row in self._presenter.rows:
            if self.rows:
                card.column.addWidget(Line())
            line = PupilLine(row, self._presenter, self._record)
            line.opening.connect(lambda one=line: self._close_others(one))
            self.rows.append(line)
            card.column.addWidget(line)
        self.body.addWidget(card)
        self.set_narrow(narrow=self.narrow)

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        for row in self.rows:
            row.set_narrow(narrow=narrow)

    def row(self, name: str) -> PupilLine:
        """A pupil's row, by name."""
        return next(one for one in self.rows if one.pupil.name == name)

    def _close_others(self, kept: PupilLine) -> None:
        for row in self.rows:
            if row is not kept:
                row.close_panel()
        QTimer.singleShot(0, kept, lambda: self._show_panel(kept))

    def _show_panel(self, row: PupilLine) -> None:
        if row.panel is not None:
            self.body.activate()
            self.ensureWidgetVisible(row.panel, 0, 24)

    def _record(self, facts: Sequence[Fact], sentence: str) -> None:
        def saved() -> None:
            self._tell(sentence)
            self.refresh()

        saver(self.desk.school, self._author)(facts, saved=saved, failed=background.show_trouble)
