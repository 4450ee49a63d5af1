"""The card of a pack on its way: how far it is, where the line fell, how long still; it can be suspended."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.pack_news import PackNewsPresenter
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, IconTile
from ui.widgets.stones import Bar
from ui.widgets.text import OneLine, Text


class _Meter(QObject):
    """Carries bytes done, in all, and where the line fell, from the worker's thread."""

    moved = Signal(object, object, object)


class PackProgress(QWidget):
    """Shown while something comes. `stop` is called by its button; `resume` by the same one while it is suspended."""

    def __init__(self, presenter: PackNewsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._began = (0.0, 0)
        self._stop: Callable[[], None] | None = None
        self._resume: Callable[[], None] | None = None
        self._meter = _Meter(self)
        self._meter.moved.connect(self._moved, Qt.ConnectionType.QueuedConnection)
        self._lay()
        self.hide()

    def begin(self, words: str, stop: Callable[[], None], *, stop_words: str) -> None:
        """Appears, with what comes and what its button does."""
        self._stop, self._resume = stop, None
        self._what.setText(words)
        self.stop_button.setText(stop_words)
        self.stop_button.setEnabled(True)
        self._leave.hide()
        self._began = (0.0, 0)
        self._moved(0, 0, ())
        self.show()

    def tell(self, done: int, whole: int, cuts: tuple[int, ...] = ()) -> None:
        """Bytes done and in all; from any thread."""
        self._meter.moved.emit(done, whole, cuts)

    def suspend(self, resume: Callable[[], None], why: str) -> None:
        """Stays, with a way to go on and one to close."""
        self._resume = resume
        self._falls.setText(why)
        self._left.setText("")
        self.stop_button.setText(self._presenter.resume)
        self.stop_button.setEnabled(True)
        self._leave.show()

    def is_suspended(self) -> bool:
        """Whether it waits for somebody to go on."""
        return self._resume is not None

    def _lay(self) -> None:
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 20)
        card = Card(padding=16)
        holder.addWidget(card)
        self._what = OneLine("", "section")
        self.stop_button = Button("", size="small", icon="fermo")
        self.stop_button.clicked.connect(self._press)
        self._leave = Button(self._presenter.leave, "quiet", size="small")
        self._leave.clicked.connect(self.hide)
        self._leave.hide()
        head = QHBoxLayout()
        head.setSpacing(14)
        for widget, stretch in (
            (IconTile("scarica"), 0),
            (self._what, 1),
            (self.stop_button, 0),
            (self._leave, 0),
        ):
            head.addWidget(widget, stretch)
        self._bar = Bar(16)
        self._bytes = Text("", "small-strong")
        self._falls = Text("", "small", "ink2", wrap=True)
        self._left = Text("", "small", "ink2")
        foot = QHBoxLayout()
        foot.setSpacing(14)
        foot.addWidget(self._bytes)
        foot.addWidget(self._falls, 1)
        foot.addWidget(self._left)
        card.column.addLayout(head)
        card.column.addSpacing(12)
        card.column.addWidget(self._bar)
        card.column.addSpacing(6)
        card.column.addLayout(foot)

    def _press(self) -> None:
        if self._resume is not None:
            self._resume()
        elif self._stop is not None:
            self.stop_button.setEnabled(False)
            self._falls.setText(self._presenter.pausing)
            self._stop()

    def _moved(self, done: int, whole: int, cuts: tuple[int, ...]) -> None:
        if self._resume is not None or not self.stop_button.isEnabled():
            return
        began, had = self._began
        if not began and whole:
            self._began = began, had = time.monotonic(), done
        passed = time.monotonic() - began
        speed = (done - had) / passed if began and passed > 1 else 0.0
        words = self._presenter.progress(done, whole, cuts, bytes_a_second=speed)
        self._bar.show_part(words.part, words.cuts)
        self._bytes.setText(words.bytes if whole else "")
        self._falls.setText(words.falls)
        self._left.setText(words.left)
