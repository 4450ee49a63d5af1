"""Contenuti: what is installed, what can be had from the region, and sticks both ways."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui import background
from ui.presenters.desk import Desk
from ui.presenters.pack_news import PackNewsPresenter
from ui.presenters.packs import PackRow, PacksPresenter
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.empty import Empty
from ui.widgets.layouts import clear
from ui.widgets.notice import Tell
from ui.widgets.pack_label import pack_label
from ui.widgets.pack_news import PackNewsList
from ui.widgets.pack_progress import PackProgress
from ui.widgets.page import Page
from ui.widgets.rows import RowList
from ui.widgets.text import Text
from ui.widgets.theme import theme

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PacksPage(Page):
    """The technician's shelf."""

    def __init__(self, desk: Desk, tell: Tell) -> None:
        self._presenter = PacksPresenter(desk)
        super().__init__(desk, self._presenter.title, self._presenter.detail)
        self._tell = tell
        self._rows: list[PackLine] = []
        self._stop = threading.Event()
        self.button = Button(self._presenter.install, "primary", icon="pacco")
        self.button.clicked.connect(self._choose_folder)
        news = PackNewsPresenter(desk)
        self.stick_button = Button(news.stick, size="small", icon="chiavetta")
        self.stick_button.clicked.connect(self._choose_stick)
        self.head.right.addWidget(self.button)
        self.progress = PackProgress(news)
        self.body.addWidget(self.progress)
        self.news = PackNewsList(news, self.progress, tell, self.refresh)
        self.body.addWidget(self.news)
        self._travels = news
        if news.travel is None:
            self.news.hide()
            self.stick_button.hide()
        line = self._head_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(14)
        self._total = Text("", "small", "ink2")
        line.addWidget(Text(self._presenter.installed_title, "section"), 1)
        line.addWidget(self._total)
        line.addWidget(self.stick_button)
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
        self.news.set_narrow(narrow=narrow)
        ways = QBoxLayout.Direction
        self._head_line.setDirection(ways.TopToBottom if theme().stacked(narrow=narrow) else ways.LeftToRight)
        for row in self._rows:
            row.set_narrow(narrow=narrow)

    def rows(self) -> tuple[PackRow, ...]:
        """The packs shown."""
        return tuple(line.row for line in self._rows)

    def install_from(self, folder: Path) -> None:
        """Installs the pack in a folder, showing how far it is; can be stopped."""
        self._stop.clear()
        self.button.setEnabled(False)
        self.progress.begin(
            say("Installo da «{name}»", name=folder.name), self._ask_stop, stop_words=self._presenter.stop
        )
        background.run(
            "install",
            lambda: self._presenter.install_from(folder, self.progress.tell, self._stop.is_set),
            self._installed,
            self._not_installed,
            owner=self,
        )

    def write_stick(self, folder: Path) -> None:
        """Copies to a stick what may be carried on."""
        self.stick_button.setEnabled(False)
        background.run(
            "stick",
            lambda: self._travels.write_stick(folder),
            lambda report: self._stick_written(*self._travels.stick_words(report)),
            lambda error: self._stick_written(error.message, error.remedy, trouble=True),
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
        self._tell(
            presenter.remove_question(row),
            trouble=True,
            act=presenter.remove,
            action=lambda: self.remove(row),
        )

    def remove(self, row: PackRow) -> None:
        """Takes a pack away."""
        background.run(
            "remove", lambda: self._presenter.take_out(row.pack_id), lambda _: self._removed(row), owner=self
        )

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._presenter.choose_folder)
        if folder:
            self.install_from(Path(folder))

    def _choose_stick(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._travels.choose_stick)
        if folder:
            self.write_stick(Path(folder))

    def _stick_written(self, message: str, remark: str, *, trouble: bool = False) -> None:
        self.stick_button.setEnabled(True)
        self._tell(message, remark, trouble=trouble)

    def _ask_stop(self) -> None:
        self._stop.set()
        self._presenter.pause()

    def _installed(self, words: str) -> None:
        self._end_progress()
        self._tell(words)

    def _not_installed(self, error: ScuolaError) -> None:
        self._end_progress()
        self._tell(error.message, error.remedy, trouble=not self._stop.is_set())

    def _end_progress(self) -> None:
        self.progress.hide()
        self.button.setEnabled(True)
        self.refresh()

    def _checked(self, row: PackRow, broken: int) -> None:
        words = self._presenter.take_check(row.pack_id, broken)
        self.refresh()
        if broken and self._travels.travel is not None:
            repair = self._presenter.repair
            self._tell(
                words, trouble=True, act=repair, action=lambda: self.news.repair(row.pack_id, row.title)
            )
        else:
            self._tell(words, trouble=broken > 0)

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
        self.row = row
        left = pack_label(row.area, row.title, row.detail)
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
