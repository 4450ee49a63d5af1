"""The door: a new laptop comes in by a code said aloud, or by a stick."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from scuola_digitale.errors import ScuolaError
from ui import background
from ui.presenters.desk import Asking
from ui.presenters.laptops import Door, LaptopsPresenter
from ui.widgets.buttons import Button
from ui.widgets.cards import row
from ui.widgets.form import Form
from ui.widgets.layouts import clear
from ui.widgets.notice import Tell
from ui.widgets.text import Text


class DoorCard(Form):
    """A name for the new laptop and two ways in; under them, what there is to say aloud or to compare."""

    came_in = Signal()

    def __init__(self, presenter: LaptopsPresenter, tell: Tell) -> None:
        super().__init__(presenter.new_title, presenter.new_detail)
        self._presenter = presenter
        self._tell = tell
        self.label = self.add_field(presenter.label, presenter.label_example)
        self.by_code = self.add_button(presenter.by_code, self._open_door, "primary")
        self.by_stick = self.add_button(presenter.by_stick, self._choose_stick, icon="chiavetta")
        self.below = QWidget()
        self._below = QVBoxLayout(self.below)
        self._below.setContentsMargins(0, 8, 0, 0)
        self._below.setSpacing(6)
        self.column.addWidget(self.below)
        self.below.hide()

    def admit_from(self, stick: Path) -> None:
        """Shows who asks on a stick, to be compared before anybody is let in."""
        self.do(
            "read stick", lambda: self._presenter.asking_on(stick), lambda found: self._compare(stick, found)
        )

    def hideEvent(self, event: QHideEvent) -> None:
        # Whoever goes to another page, or away, leaves no door open behind.
        self._presenter.close_door()
        super().hideEvent(event)

    def _open_door(self) -> None:
        label = self.label.text()
        self.do("open door", lambda: self._presenter.open_door(label), lambda door: self._wait(door, label))

    def _wait(self, door: object, label: str) -> None:
        if not isinstance(door, Door):
            raise TypeError("no door")
        presenter = self._presenter
        stop = Button(presenter.stop, size="small", icon="fermo")
        stop.clicked.connect(presenter.close_door)
        self._show_below(
            Text(presenter.say_aloud, "ui", wrap=True),
            Text(door.address, "heading", wrap=True),
            Text(door.code, "display"),
            Text(presenter.waiting, "small", "ink2"),
            stop,
        )
        self.enable(enabled=False)
        background.run(
            "wait at door",
            lambda: presenter.wait_at_door(door),
            lambda _: self._came_in(presenter.came_in(label)),
            self._left,
            owner=self,
        )

    def _choose_stick(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._presenter.choose_stick)
        if folder:
            self.admit_from(Path(folder))

    def _compare(self, stick: Path, found: object) -> None:
        asking = found if isinstance(found, tuple) else ()
        if not asking:
            self.say_trouble(f"{self._presenter.no_request} {self._presenter.no_request_remedy}")
            return
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        for one in asking:
            same = Button(self._presenter.same, size="small", name=f"{self._presenter.same}: {one.digits}")
            same.clicked.connect(lambda _=False, who=one: self._admit(stick, who))
            column.addLayout(row(Text(one.digits, "display"), same, stretch_after=1))
        self._show_below(
            Text(self._presenter.compare, "section"),
            Text(self._presenter.compare_detail, "ui", wrap=True),
            holder,
        )

    def _admit(self, stick: Path, asking: Asking) -> None:
        label = self.label.text()
        self.do(
            "admit",
            lambda: self._presenter.admit(stick, asking, label),
            lambda words: self._came_in(str(words)),
        )

    def _came_in(self, words: str) -> None:
        self._end()
        self.clear_fields()
        self._tell(words)
        self.came_in.emit()

    def _left(self, error: ScuolaError) -> None:
        self._end()
        self.refused(error)

    def _end(self) -> None:
        self.enable(enabled=True)
        self.below.hide()

    def _show_below(self, *widgets: QWidget) -> None:
        clear(self._below)
        for widget in widgets:
            self._below.addWidget(widget)
        self.below.show()
