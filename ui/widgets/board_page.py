"""Classe: the teacher's board."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.domain.facts import Fact
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.domain.work import Work
from scuola_digitale.school import Author
from scuola_digitale.words import say
from ui import background
from ui.presenters.board import DIRECT_MINUTES, BoardPresenter, ColumnView
from ui.presenters.desk import Desk
from ui.widgets.board_cells import BoardColumn
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.empty import Empty
from ui.widgets.flow import FlowLayout
from ui.widgets.hour_ring import HourRing
from ui.widgets.layouts import clear
from ui.widgets.menu import Menu
from ui.widgets.notice import Tell
from ui.widgets.page import Page
from ui.widgets.recording import saver
from ui.widgets.text import Text
from ui.widgets.theme import theme

if TYPE_CHECKING:
    from ui.presenters.pupil_steps import PupilSteps

_SECOND_MS = 1000
_BESIDE_BUTTON = 4
"""Above and below chips on a line with a small button, pixels."""


class BoardPage(Page):
    """A column a grade; what changes arrives by itself."""

    ridge = False
    assign_wanted = Signal()

    def __init__(self, desk: Desk, author: Author | None = None, tell: Tell | None = None) -> None:
        self._presenter = BoardPresenter(desk)
        self._author, self._tell = author, tell
        super().__init__(desk, self._presenter.title)
        self._shown: tuple[tuple[ColumnView, ...], bool] | None = None
        self.columns: list[BoardColumn] = []
        self._add_hour()
        self._add_counts()
        self._board = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._board.setSpacing(12)
        self.body.addLayout(self._board, 1)
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND_MS)
        self._tick.timeout.connect(self._show_hour)
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        self._presenter.refresh()
        self._show()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._board.setSpacing(8 if narrow else 12)
        stacked = theme().stacked(narrow=narrow)
        ways = QBoxLayout.Direction
        self._board.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._hour_line.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._counts_line.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._counts_line.setStretch(0, 0 if stacked else 1)
        self._arrival.setVisible(not narrow)
        self.to_table.setText("" if narrow and not stacked else self.to_table.accessibleName())
        self.to_table.setToolTip(self.to_table.accessibleDescription())
        self.head.detail.setVisible(not narrow)
        self._ring.set_side(38 if narrow else 54)
        self._left.set_role("section" if narrow else "clock")
        pad = 6 if narrow else 10
        self._hour.column.setContentsMargins(pad + 4, pad, pad + 6, pad + 2)
        self._show()

    def be_with(self, grade: Grade | None) -> None:
        """Turns to a grade."""
        self._presenter.be_with(grade)
        self._show()

    def waiting_grade(self) -> Grade | None:
        """The grade to turn to next: one where somebody waits, if there is one."""
        return self._presenter.next_grade()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    def _show(self) -> None:
        presenter = self._presenter
        self.head.tell(presenter.heading(), presenter.detail())
        self.head.detail.setVisible(not self.narrow)
        several = len(presenter.works()) > 1
        self._works.setVisible(several or (bool(presenter.works()) and self._author is not None))
        self._works.setText(say("Cambia compito") if several else say("Compito"))
        self._works.updateGeometry()
        self._hour.setVisible(presenter.work() is not None)
        self.to_table.setVisible(presenter.work() is not None)
        self._arrival.setText(presenter.arrival())
        clear(self._counts)
        for chip in presenter.counts():
            self._counts.addWidget(Chip(chip.words, chip.mood, chip.icon))
        self._show_hour()
        shown = (presenter.columns(), self.narrow)
        # Built again only when something changed: a button keeps the focus while nothing does.
        if shown != self._shown:
            self._shown = shown
            self._show_columns(shown[0])

    def _show_columns(self, columns: tuple[ColumnView, ...]) -> None:
        clear(self._board)
        self.columns = []
        if not columns:
            empty = Empty(self._presenter.no_work, self._presenter.no_work_detail, self._presenter.to_assign)
            empty.way_on.connect(self.assign_wanted)
            self._board.addWidget(empty, 1, Qt.AlignmentFlag.AlignTop)
            return
        for view in columns:
            column = BoardColumn(view, narrow=self.narrow)
            column.chosen.connect(self._turn_to)
            column.looked.connect(self.show_steps)
            column.wanted.connect(self._go_to)
            self.columns.append(column)
            self._board.addWidget(column, 1)
        first = next((cell.go for one in self.columns for cell in one.cells if cell.go), None)
        if first is not None:
            # One primary act in a view: the one who waits first.
            first.set_kind("primary")

    def show_table(self) -> None:
        """Opens the board as a table with headers."""
        from ui.presenters.board_table import table_lines  # late: few look at it so
        from ui.widgets.board_table import BoardTableDialog

        dialog = BoardTableDialog(table_lines(self._presenter.columns()), self._presenter.heading(), self)
        dialog.looked.connect(self.show_steps)
        dialog.open()

    def _turn_to(self, grade: Grade) -> None:
        self.be_with(None if self._presenter.direct_grade == grade else grade)

    def _go_to(self, pupil: Pupil) -> None:
        """The teacher goes to somebody who waits: it is that grade's hour, and what they did is at hand."""
        self.be_with(pupil.grade)
        self.show_steps(pupil)

    def show_steps(self, pupil: Pupil) -> None:
        """Opens what a pupil did in the task shown; nothing where their grade has none."""
        from ui.presenters.pupil_steps import read_steps  # late: most looks at the board end there

        work = self._presenter.work()
        task = work.task_for(pupil.grade) if work is not None else None
        if task is not None:
            desk = self.desk
            background.run(
                "read a pupil's steps", lambda: read_steps(desk, pupil, task), self._open_steps, owner=self
            )

    def _open_steps(self, told: "PupilSteps") -> None:
        from ui.widgets.steps_dialog import StepsDialog  # late, as above

        if self.isVisible():
            StepsDialog(told, self).open()

    def _add_hour(self) -> None:
        self._works = Button(say("Cambia compito"), size="small", icon="giu", icon_last=True)
        self._works.clicked.connect(self._offer_works)
        self.head.right.addWidget(self._works)
        self._hour = Card(padding=10)
        self._ring = HourRing()
        self._with = Text("", "small", "ink2")
        self._left = Text("", "clock")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._with)
        words.addWidget(self._left)
        self._pause = Button(say("Pausa"), size="small", icon="pausa")
        self._pause.clicked.connect(self._pause_hour)
        self._next = Button("", size="small")
        self._next.clicked.connect(lambda: self.be_with(self._presenter.next_grade()))
        line = self._hour_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(14)
        told, acts = QHBoxLayout(), QHBoxLayout()
        told.setSpacing(14)
        told.addWidget(self._ring)
        told.addLayout(words, 1)
        acts.setSpacing(10)
        acts.addWidget(self._pause)
        acts.addWidget(self._next)
        acts.addStretch(1)
        line.addLayout(told)
        line.addLayout(acts)
        self._hour.column.addLayout(line)
        self.head.right.addWidget(self._hour)

    def _add_counts(self) -> None:
        holder = QWidget()
        self._counts = FlowLayout(holder)
        self._counts.setContentsMargins(0, _BESIDE_BUTTON, 0, _BESIDE_BUTTON)
        self._arrival = Text("", "small", "ink2")
        line = self._counts_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(16)
        line.addWidget(holder, 1)
        line.addWidget(self._arrival)
        # Aligned: else its width would bound the line's, and the line ask for the height of a narrower one.
        told = QWidget()
        side = QHBoxLayout(told)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(8)
        side.addWidget(self.head.chip)
        self.to_table = Button(say("Tabella"), "quiet", size="small", icon="indice", name=say("Tabella"))
        self.to_table.setAccessibleDescription(say("La classe come una tabella, alunno per alunno"))
        self.to_table.clicked.connect(self.show_table)
        side.addWidget(self.to_table)
        line.addWidget(told, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(line)
        self.body.addSpacing(12)

    def _show_hour(self) -> None:
        presenter = self._presenter
        direct = presenter.direct_grade
        following = presenter.next_grade()
        self._pause.setVisible(direct is not None)
        self._left.setVisible(direct is not None)
        self._pause.setText(say("Riprendi") if presenter.is_paused() else say("Pausa"))
        self._pause.set_icon("play" if presenter.is_paused() else "pausa")
        if direct is None:
            self._with.setText(say("Tutti in ora autonoma"))
            self._next.setText(say("Comincia con la {label}", label=following.label) if following else "")
            self._ring.show_part(0)
        else:
            self._with.setText(say("Ora diretta con la {label}", label=direct.label))
            self._left.setText(presenter.left_words())
            self._next.setText(say("Passa alla {label}", label=following.label) if following else "")
            self._ring.show_part(presenter.left_ms() / (DIRECT_MINUTES * 60_000))
        self._next.setVisible(following is not None)
        self._next.updateGeometry()

    def _pause_hour(self) -> None:
        self._presenter.pause()
        self._show_hour()

    def _offer_works(self) -> None:
        menu = Menu(self)
        for work in self._presenter.works():
            act = menu.addAction(work.theme)
            act.triggered.connect(lambda _=False, one=work.work_id: self._choose_work(one))
        if self._presenter.work() is not None and self._author is not None:
            menu.addSeparator()
            menu.addAction(self._presenter.close_work).triggered.connect(self.close_work)
            if self.desk.open_people is not None:
                menu.addAction(self._presenter.before_work).triggered.connect(self.show_before)
        menu.popup(self._works.mapToGlobal(QPoint(0, self._works.height() + 4)))

    def show_before(self) -> None:
        """Shows the earlier values of the work shown."""
        from ui.presenters.history import HistoryPresenter  # late: few days need it
        from ui.widgets.history_dialog import HistoryDialog

        work = self._presenter.work()
        if work is not None:
            HistoryDialog(HistoryPresenter.of_work(self.desk, work), self._bring_back, self).open()

    def _bring_back(self, facts: Sequence[Fact], sentence: str) -> None:
        def saved() -> None:
            self.refresh()
            if self._tell is not None:
                self._tell(sentence)

        saver(self.desk.school, self._author, owner=self)(facts, saved=saved, failed=background.show_trouble)

    def close_work(self) -> None:
        """Closes the work shown; a touch opens it again."""
        work = self._presenter.work()
        if work is None:
            return
        self._set_closed(work, closed=True)

    def _set_closed(self, work: Work, *, closed: bool) -> None:
        presenter, tell = self._presenter, self._tell

        def saved() -> None:
            self.refresh()
            if closed and tell is not None:
                tell(
                    presenter.closed_words(work),
                    act=presenter.open_again,
                    action=lambda: self._set_closed(work, closed=False),
                )

        facts = presenter.closing_facts(work, closed=closed)
        saver(self.desk.school, self._author, owner=self)(facts, saved=saved, failed=background.show_trouble)

    def _choose_work(self, work_id: str) -> None:
        self._presenter.choose(work_id)
        self._show()
