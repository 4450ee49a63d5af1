"""Contenuti: what is installed, and installing from a folder or a stick."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.errors import ScuolaError
from ui import background
from ui.presenters.desk import Desk, PackCard
from ui.presenters.packs import PackRow, PacksPresenter
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, IconTile
from ui.widgets.chips import Chip
from ui.widgets.empty import Empty
from ui.widgets.layouts import clear
from ui.widgets.notice import Tell
from ui.widgets.page import Page
from ui.widgets.rows import RowList
from ui.widgets.stones import Bar
from ui.widgets.text import OneLine, Text
from ui.widgets.theme import theme
from ui.widgets.tokens import AREA_ICONS, AREA_TOKENS

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _Meter(QObject):
    """Carries bytes done and in all from the worker's thread."""

    moved = Signal(object, object)


class PacksPage(Page):
    """The technician's shelf."""

    def __init__(self, desk: Desk, tell: Tell) -> None:
        self._presenter = PacksPresenter(desk)
        super().__init__(desk, self._presenter.title, self._presenter.detail)
        self._tell = tell
        self._rows: list[PackLine] = []
        self._stop = threading.Event()
        self._meter = _Meter(self)
        self._meter.moved.connect(self._moved, Qt.ConnectionType.QueuedConnection)
        self.button = Button(self._presenter.install, "primary", icon="pacco")
        self.button.clicked.connect(self._choose_folder)
        self.head.right.addWidget(self.button)
        self._add_progress()
        line = QHBoxLayout()
        self._total = Text("", "small", "ink2")
        line.addWidget(Text(self._presenter.installed_title, "section"), 1)
        line.addWidget(self._total)
        self.body.addLayout(line)
        self.body.addSpacing(8)
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        presenter = self._presenter
        packs = presenter.rows()
        if not self.is_new((packs,)):
            return
        self._total.setText(presenter.total())
        clear(self._list)
        self._rows = []
        if not packs:
            self._list.addWidget(Empty(presenter.nothing, presenter.nothing_detail))
            return
        card = Card(padding=16)
        card.column.setContentsMargins(16, 4, 10, 7)
        rows = RowList()
        for pack in packs:
            row = PackLine(pack, presenter, self.verify, self.ask_remove)
            row.set_narrow(narrow=self.narrow)
            self._rows.append(row)
            rows.add(row)
        card.column.addWidget(rows)
        self._list.addWidget(card)

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        for row in self._rows:
            row.set_narrow(narrow=narrow)

    def install_from(self, folder: Path) -> None:
        """Installs the pack in a folder, showing how far it is; can be stopped."""
        self._stop.clear()
        self.button.setEnabled(False)
        self.progress.show()
        self.stop_button.setEnabled(True)
        self._moved(0, 1)
        self._what.setText(f"Installo da «{folder.name}»")
        background.run(
            "install",
            lambda: self._presenter.install_from(folder, self._meter.moved.emit, self._stop.is_set),
            self._installed,
            self._not_installed,
            owner=self,
        )

    def verify(self, row: PackRow) -> None:
        """Reads a whole pack again."""
        background.run(
            "verify",
            lambda: self._presenter.check(row.pack_id),
            lambda broken: self._checked(row, broken),
            owner=self,
        )

    def ask_remove(self, row: PackRow) -> None:
        """Asks before taking a pack away."""
        presenter = self._presenter
        self._tell(presenter.remove_question(row), act=presenter.remove, action=lambda: self.remove(row))

    def remove(self, row: PackRow) -> None:
        """Takes a pack away."""
        background.run(
            "remove", lambda: self._presenter.take_out(row.pack_id), lambda _: self._removed(row), owner=self
        )

    def _add_progress(self) -> None:
        self.progress = QWidget()
        holder = QVBoxLayout(self.progress)
        holder.setContentsMargins(0, 0, 0, 20)
        card = Card(padding=16)
        holder.addWidget(card)
        self._what = OneLine("", "section")
        self._bytes = Text("", "small", "ink2")
        self.stop_button = Button(self._presenter.stop, size="small", icon="fermo")
        self.stop_button.clicked.connect(self._ask_stop)
        self._bar = Bar(16)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(IconTile("scarica"))
        line.addWidget(self._what, 1)
        line.addWidget(self.stop_button)
        card.column.addLayout(line)
        card.column.addSpacing(12)
        card.column.addWidget(self._bar)
        card.column.addSpacing(6)
        card.column.addWidget(self._bytes)
        self.body.addWidget(self.progress)
        self.progress.hide()

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._presenter.choose_folder)
        if folder:
            self.install_from(Path(folder))

    def _ask_stop(self) -> None:
        self._stop.set()
        self.stop_button.setEnabled(False)
        self._bytes.setText(self._presenter.stopping)

    def _moved(self, done: int, whole: int) -> None:
        self._bar.show_part(done / max(1, whole))
        if not self._stop.is_set():
            self._bytes.setText(self._presenter.progress_words(done, whole) if done else "")

    def _installed(self, pack: PackCard) -> None:
        self._end_progress()
        self._tell(self._presenter.installed_words(pack))

    def _not_installed(self, error: ScuolaError) -> None:
        self._end_progress()
        self._tell(error.message, error.remedy, trouble=not self._stop.is_set())

    def _end_progress(self) -> None:
        self.progress.hide()
        self.button.setEnabled(True)
        self.refresh()

    def _checked(self, row: PackRow, broken: int) -> None:
        self._tell(self._presenter.take_check(row.pack_id, broken), trouble=broken > 0)
        self.refresh()

    def _removed(self, row: PackRow) -> None:
        self._tell(self._presenter.removed_words(row))
        self.refresh()


class PackLine(QWidget):
    """A pack in the list."""

    def __init__(
        self,
        row: PackRow,
        presenter: PacksPresenter,
        verify: Callable[[PackRow], None],
        remove: Callable[[PackRow], None],
    ) -> None:
        super().__init__()
        token = AREA_TOKENS[row.area]
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(row.title, "name", wrap=True))
        words.addWidget(Text(row.detail, "small", "ink2", wrap=True))
        left = QHBoxLayout()
        left.setSpacing(14)
        left.addWidget(IconTile(AREA_ICONS[row.area], token, f"{token}_soft"), 0, _MIDDLE)
        left.addLayout(words, 1)
        right = QHBoxLayout()
        right.setSpacing(8)
        right.addStretch(1)
        right.addWidget(Text(row.size, "small-strong"), 0, _MIDDLE)
        chip = Chip(row.chip.words, row.chip.mood, row.chip.icon)
        chip.setMinimumWidth(124)
        right.addSpacing(6)
        right.addWidget(chip, 0, _MIDDLE)
        for words_on, icon, act in (
            (presenter.verify, "scudo", verify),
            (presenter.remove, "cestino", remove),
        ):
            button = Button(words_on, "quiet", size="small", icon=icon, name=f"{words_on} {row.title}")
            button.clicked.connect(lambda _=False, do=act: do(row))
            right.addWidget(button, 0, _MIDDLE)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 12, 0, 12)
        self._line.addLayout(left, 1)
        self._line.addLayout(right)

    def set_narrow(self, *, narrow: bool) -> None:
        """What can be done goes under the words where there is little room."""
        ways = QBoxLayout.Direction
        stacked = theme().stacked(narrow=narrow)
        self._line.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
