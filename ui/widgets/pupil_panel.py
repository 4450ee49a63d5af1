"""What every panel under a pupil's row has: its pupil, buttons at its foot, work that takes its time, words when it fails."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scuola_digitale.domain.facts import Fact
from scuola_digitale.domain.people import Pupil
from scuola_digitale.errors import ScuolaError
from ui import background
from ui.presenters.pupils import PupilsPresenter
from ui.widgets.abstract import AbstractWidget
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text

Record = Callable[[Sequence[Fact], str], None]
"""Writes facts, then says a sentence."""

T = TypeVar("T")


class Row(Protocol):
    """The row under which a panel opens."""

    pupil: Pupil
    presenter: PupilsPresenter
    record: Record

    def open_panel(self, kind: str) -> None:
        """Opens another panel in this one's place."""
        ...

    def tell_done(self, sentence: str) -> None:
        """Says that something was done, and shows the rows as they are now."""
        ...


class PupilPanel(QWidget, metaclass=AbstractWidget):
    """A panel; `fill` lays what is on it."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.row = row
        self.pupil, self.presenter, self.record = row.pupil, row.presenter, row.record
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(62, 0, 0, 8)
        self.column.setSpacing(8)
        self.trouble = Text("", "small-strong", "danger", wrap=True)
        self._buttons: list[Button] = []
        self.fill()
        self.column.addWidget(self.trouble)
        self.trouble.hide()

    @abstractmethod
    def fill(self) -> None:
        """Lays what is on it."""

    @abstractmethod
    def begin(self) -> None:
        """Brings the keyboard here."""

    def add_buttons(self, *buttons: Button) -> QWidget:
        """Puts buttons on a line at the foot."""
        holder = QWidget()
        flow = FlowLayout(holder)
        for button in buttons:
            flow.addWidget(button)
            self._buttons.append(button)
        self.column.addWidget(holder)
        return holder

    def button(
        self, words: str, press: Callable[[], None], kind: ButtonKind = "secondary", *, icon: str = ""
    ) -> Button:
        """A small button that says to a screen reader whom it is about."""
        made = Button(
            words,
            kind,
            size="small",
            icon=icon,
            name=f"{words}: {self.pupil.name}",
        )
        made.clicked.connect(press)
        return made

    def do(self, name: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Does slow work under a name for the log; meanwhile nothing can be pressed twice."""
        self.say_trouble("")
        self._enable(enabled=False)

        def succeeded(result: T) -> None:
            self._enable(enabled=True)
            done(result)

        background.run(name, work, succeeded, self._refused, owner=self)

    def say_trouble(self, words: str) -> None:
        """Shows what is wrong, or nothing when `words` is empty."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def _refused(self, error: ScuolaError) -> None:
        self._enable(enabled=True)
        self.say_trouble(f"{error.message} {error.remedy}")

    def _enable(self, *, enabled: bool) -> None:
        for button in self._buttons:
            button.setEnabled(enabled)
