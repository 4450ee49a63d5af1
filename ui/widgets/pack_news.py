"""Disponibili: the packs that the region offers, each with its difference told before it comes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.errors import ScuolaError
from sync.packs.difference import Difference
from ui import background
from ui.presenters.pack_news import NewsRow, PackNewsPresenter
from ui.presenters.pack_travel import PackNews
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.layouts import clear
from ui.widgets.notice import Tell
from ui.widgets.pack_label import pack_label
from ui.widgets.pack_progress import PackProgress
from ui.widgets.rows import RowList
from ui.widgets.text import Text
from ui.widgets.theme import theme

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PackNewsList(QWidget):
    """Looks for news when asked, tells what a pack brings, brings it; `changed` is called when a pack came."""

    def __init__(
        self, presenter: PackNewsPresenter, progress: PackProgress, tell: Tell, changed: Callable[[], None]
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self._progress = progress
        self._tell = tell
        self._changed = changed
        self._narrow = False
        self.look_button = Button(presenter.look, size="small", icon="ripasso")
        self.look_button.clicked.connect(self.look)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(Text(presenter.title, "section"), 1)
        head.addWidget(self.look_button)
        self._list = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._list)
        self._show()
        self._follow()

    def _follow(self) -> None:
        """Shows what was asked for before, and hears of what goes on by itself."""
        travel = self._presenter.travel
        if travel is None:
            return
        ears = self._ears = _Ears(self._progress)
        ears.heard_begin.connect(self._goes_on, Qt.ConnectionType.QueuedConnection)
        ears.heard_end.connect(self._went_on, Qt.ConnectionType.QueuedConnection)
        travel.follow(ears)
        self.destroyed.connect(lambda: travel.unfollow(ears))
        waiting = self._presenter.waiting()
        if waiting is not None:
            pack_id, why = waiting
            self._goes_on(pack_id)
            self._stands_still(pack_id, why)

    def _goes_on(self, pack_id: str) -> None:
        name, presenter = self._presenter.name_of(pack_id), self._presenter
        self._progress.begin(name, presenter.suspend, stop_words=presenter.pause)

    def _went_on(self, pack_id: str, trouble: ScuolaError | None) -> None:
        if trouble is None:
            self._came(pack_id, self._presenter.name_of(pack_id))
        else:
            self._stands_still(pack_id, trouble.message)

    def _stands_still(self, pack_id: str, why: str) -> None:
        name = self._presenter.name_of(pack_id)
        self._progress.suspend(lambda: self.fetch(pack_id, name), why)

    def set_narrow(self, *, narrow: bool) -> None:
        """Buttons go under their words where there is little room."""
        self._narrow = narrow
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if theme().stacked(narrow=narrow) else ways.LeftToRight)
        self._show()

    def look(self) -> None:
        """Asks the region what is new."""
        self.look_button.setEnabled(False)
        self.look_button.setText(self._presenter.looking)
        background.run("pack news", self._presenter.find, self._found, self._not_found, owner=self)

    def ask(self, row: NewsRow) -> None:
        """Tells what a pack brings, its size and its time, and asks."""
        background.run(
            "pack difference",
            lambda: self._presenter.difference(row.pack_id),
            lambda found: self._question(row, found),
            owner=self,
        )

    def fetch(self, pack_id: str, title: str) -> None:
        """Brings a pack, going on from where it was."""
        presenter = self._presenter
        self._progress.begin(title, presenter.suspend, stop_words=presenter.pause)
        background.run(
            "pack get",
            lambda: presenter.fetch(pack_id, self._progress.tell),
            lambda _: self._came(pack_id, title),
            lambda error: self._stopped(pack_id, title, error),
            owner=self,
        )

    def repair(self, pack_id: str, title: str) -> None:
        """Brings the broken files of a pack again."""
        presenter = self._presenter
        self._progress.begin(title, presenter.suspend, stop_words=presenter.pause)
        background.run(
            "pack repair",
            lambda: presenter.repair(pack_id, self._progress.tell),
            lambda files: self._mended(title, files),
            self._not_mended,
            owner=self,
        )

    def _question(self, row: NewsRow, found: Difference) -> None:
        title, words = self._presenter.question(found)
        self._tell(title, words, act=row.button, action=lambda: self.fetch(row.pack_id, row.title))

    def _found(self, news: tuple[PackNews, ...]) -> None:
        self._presenter.take(news)
        self._ready()

    def _not_found(self, error: ScuolaError) -> None:
        self._ready()
        self._tell(error.message, error.remedy, trouble=True)

    def _ready(self) -> None:
        self.look_button.setEnabled(True)
        self.look_button.setText(self._presenter.look)
        self._show()

    def _came(self, pack_id: str, title: str) -> None:
        self._presenter.forget(pack_id)
        self._progress.hide()
        self._tell(self._presenter.came(title))
        self._show()
        self._changed()

    def _stopped(self, pack_id: str, title: str, error: ScuolaError) -> None:
        self._progress.suspend(lambda: self.fetch(pack_id, title), error.message)

    def _mended(self, title: str, files: int) -> None:
        self._progress.hide()
        self._tell(self._presenter.mended(title, files))
        self._changed()

    def _not_mended(self, error: ScuolaError) -> None:
        self._progress.hide()
        self._tell(error.message, error.remedy, trouble=True)

    def _show(self) -> None:
        clear(self._list)
        found = self._presenter.rows()
        if not found:
            self._list.addWidget(Text(self._presenter.detail(), "small", "ink2", wrap=True))
            return
        card = Card(padding=16)
        card.column.setContentsMargins(16, 4, 10, 7)
        rows = RowList()
        for row in found:
            rows.add(_NewsLine(row, self.ask, stacked=theme().stacked(narrow=self._narrow)))
        card.column.addWidget(rows)
        self._list.addWidget(card)


class _Ears(QObject):
    """Hears of downloads in their own thread, and hands it on to the window's."""

    heard_begin = Signal(str)
    heard_end = Signal(str, object)

    def __init__(self, progress: PackProgress) -> None:
        super().__init__()
        self._tell = progress.tell

    def began(self, pack_id: str) -> None:
        """One goes on."""
        self.heard_begin.emit(pack_id)

    def told(self, done: int, whole: int, cuts: tuple[int, ...]) -> None:
        """How far it is."""
        self._tell(done, whole, cuts)

    def ended(self, pack_id: str, trouble: ScuolaError | None) -> None:
        """It came, or has to wait again."""
        self.heard_end.emit(pack_id, trouble)


class _NewsLine(QWidget):
    def __init__(self, row: NewsRow, press: Callable[[NewsRow], None], *, stacked: bool) -> None:
        super().__init__()
        left = pack_label(row.area, row.title, row.detail)
        button = Button(row.button, size="small", icon="scarica", name=f"{row.button} {row.title}")
        button.clicked.connect(lambda: press(row))
        ways = QBoxLayout.Direction
        line = QBoxLayout(ways.TopToBottom if stacked else ways.LeftToRight, self)
        line.setContentsMargins(0, 12, 0, 12)
        line.addLayout(left, 1)
        line.addWidget(button, 0, _MIDDLE)
