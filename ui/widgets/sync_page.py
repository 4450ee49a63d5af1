"""Sincronizzazione: where the region is, what waits, what went and came."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import Author
from scuola_digitale.words import say
from ui import background
from ui.presenters.desk import Desk
from ui.presenters.exchange import PastExchange, SyncPresenter
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, Icon, IconTile
from ui.widgets.chips import Chip
from ui.widgets.empty import Empty
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Form
from ui.widgets.layouts import clear, close_together
from ui.widgets.notice import Tell
from ui.widgets.page import Page
from ui.widgets.rows import RowList
from ui.widgets.set_aside import AsideList
from ui.widgets.text import Text
from ui.widgets.theme import theme

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class SyncPage(Page):
    """The exchange as the technician needs it."""

    def __init__(self, desk: Desk, author: Author | None = None, tell: Tell | None = None) -> None:
        self._presenter = SyncPresenter(desk, author)
        self._tell = tell
        super().__init__(desk, self._presenter.title, self._presenter.detail)
        self._add_region()
        self.body.addSpacing(20)
        self.body.addWidget(Text(self._presenter.diary, "section"))
        self.body.addSpacing(8)
        self._diary = QVBoxLayout()
        self.body.addLayout(self._diary)
        self.aside = AsideList()
        self.body.addWidget(self.aside)
        self._connect = self._connect_form() if self._presenter.may_connect() else None
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        presenter = self._presenter
        running = presenter.is_running()
        self.button.setText(presenter.button_running if running else presenter.button)
        self.button.setEnabled(presenter.has_region() and not running)
        self._address.setText(presenter.address())
        self._last.setText(presenter.last())
        self._waiting.setText(presenter.waiting())
        self._problem.setText(presenter.problem())
        self._problem_row.setVisible(bool(presenter.problem()))
        self.aside.show_rows(presenter.set_aside())
        lines = presenter.lines()
        if not self.is_new((lines,)):
            return
        clear(self._diary)
        if not lines:
            self._diary.addWidget(Empty(presenter.nothing_yet, presenter.nothing_yet_detail))
            return
        card = Card(padding=16)
        card.column.setContentsMargins(16, 4, 16, 7)
        rows = RowList()
        for line in lines:
            rows.add(_past(line))
        card.column.addWidget(rows)
        self._diary.addWidget(card)

    def _connect_form(self) -> Form:
        presenter = self._presenter
        form = Form(presenter.connect_title, presenter.connect_detail)
        self.region = form.add_field(presenter.connect_address, presenter.connect_example)
        self.code = form.add_field(presenter.connect_code, presenter.connect_code_example)
        self.code.submitted.connect(self.connect_region)
        form.add_button(presenter.connect, self.connect_region)
        self.body.addSpacing(20)
        self.body.addWidget(form)
        return form

    def connect_region(self) -> None:
        """Shows the region the code that was written."""
        if self._connect is not None:
            address, code = self.region.text(), self.code.text()
            self._connect.do(
                "join region", lambda: self._presenter.connect_to(address, code), self._connected
            )

    def _connected(self, words: object) -> None:
        if self._connect is not None:
            self._connect.clear_fields()
        if self._tell is not None:
            self._tell(str(words))
        self.refresh()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self.aside.set_narrow(narrow=narrow)
        stacked = theme().stacked(narrow=narrow)
        ways = QBoxLayout.Direction
        for line in self._lines:
            line.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._lines[1].setSpacing(14 if stacked else 40)
        self._acts.keep_on_one_line(keep=not stacked)

    def _add_region(self) -> None:
        card = Card()
        card.column.setSpacing(14)
        head, facts = self._head_line(), self._facts_line()
        self._lines = (head, facts)
        card.column.addLayout(head)
        card.column.addLayout(facts)
        card.column.addWidget(self._trouble_line())
        self._told = Text("", "small", "ink2", wrap=True)
        self._told.hide()
        card.column.addWidget(self._told)
        self.body.addWidget(card)

    def _head_line(self) -> QBoxLayout:
        """Where the region is, and the two ways to it."""
        self._address = Text("", "name", wrap=True)
        where = QHBoxLayout()
        where.setSpacing(14)
        where.addWidget(IconTile("linea", side=48), 0, _MIDDLE)
        where.addLayout(close_together(Text(say("La regione"), "label", "ink2"), self._address), 1)
        self.button = Button(self._presenter.button, "primary", size="big", icon="ripasso")
        self.button.clicked.connect(self._presenter.sync_now)
        self.stick_button = Button(self._presenter.stick_button, "quiet", icon="chiavetta")
        self.stick_button.clicked.connect(self._choose_stick)
        acts = QWidget()
        self._acts = FlowLayout(acts, gap=14)
        self._acts.addWidget(self.stick_button)
        self._acts.addWidget(self.button)
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(14)
        line.addLayout(where, 1)
        line.addWidget(acts, 0, _MIDDLE)
        return line

    def _facts_line(self) -> QBoxLayout:
        """When it last went well, and what waits."""
        self._last, self._waiting = Text("", "strong", wrap=True), Text("", "strong", wrap=True)
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for label, value, share in (
            (say("Ultimo scambio riuscito"), self._last, 1),
            (say("Che cosa aspetta"), self._waiting, 2),
        ):
            line.addLayout(close_together(Text(label, "label", "ink2"), value), share)
        return line

    def _trouble_line(self) -> QWidget:
        """What stopped the latest exchange."""
        self._problem = Text("", "small", "ink", wrap=True)
        self._problem_row = QWidget()
        line = QHBoxLayout(self._problem_row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Icon("aiuto", "warning"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._problem, 1)
        return self._problem_row

    def _choose_stick(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._presenter.stick_choose)
        if folder:
            self.visit_stick(Path(folder))

    def visit_stick(self, stick: Path) -> None:
        """Takes in what a stick brings and leaves what it lacks, off this thread."""
        self.stick_button.setEnabled(False)
        self._tell_stick(self._presenter.stick_running)
        work = partial(self._presenter.visit_stick, stick)
        background.run("stick", work, self._stick_done, self._stick_failed, owner=self)

    def _stick_done(self, words: str) -> None:
        self.stick_button.setEnabled(True)
        self._tell_stick(words)
        self.refresh()

    def _stick_failed(self, error: ScuolaError) -> None:
        self._stick_done(f"{error.message} {error.remedy}")

    def _tell_stick(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()


def _past(line: PastExchange) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 12, 0, 12)
    layout.setSpacing(14)
    words = close_together(Text(line.words, "name", wrap=True), Text(line.when, "small", "ink2"))
    layout.addLayout(words, 1)
    chip = Chip(line.chip.words, line.chip.mood, line.chip.icon)
    chip.setMinimumWidth(124)
    layout.addWidget(chip, 0, _MIDDLE)
    return row
