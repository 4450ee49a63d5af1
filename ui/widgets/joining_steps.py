"""The two ways by which a laptop comes into a school: a code said aloud, or a stick."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from ui.presenters.welcome import JoiningPresenter, Offer
from ui.widgets.buttons import Button
from ui.widgets.form import Form
from ui.widgets.text import Text
from ui.widgets.theme import theme

_SIDE_BY_SIDE = 720
"""From which width the two ways stand side by side, pixels of normal text."""


class JoiningSteps(QWidget):
    """Two forms side by side; `joined` when the laptop is in, `left` back to the welcome.

    `widest` is how wide they look good, pixels at 100 % text.
    """

    joined = Signal()
    left = Signal()
    widest = 960

    def __init__(self, presenter: JoiningPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._offer: tuple[Path, Offer] | None = None
        self.by_code = Form(presenter.code_title, presenter.code_detail)
        self.address = self.by_code.add_field(presenter.address, presenter.address_example)
        self.code = self.by_code.add_field(presenter.code, presenter.code_example)
        self.code.submitted.connect(self._enter_by_code)
        self.by_code.add_button(presenter.enter, self._enter_by_code, "primary")
        self.by_code.add_button(presenter.back, self.left.emit, "quiet", icon="indietro")
        self.by_stick = Form(presenter.stick_title, presenter.stick_detail)
        self.told = Text("", "strong", wrap=True)
        self.told.hide()
        self.by_stick.column.insertWidget(2, self.told)
        ways = QVBoxLayout()
        for words, act in (
            (presenter.ask, lambda: self._choose(self.leave_request)),
            (presenter.read, lambda: self._choose(self.read_answer)),
        ):
            ways.addWidget(self._button(words, act))
        self.same = self._button(presenter.same, self._enter_from)
        self.same.hide()
        ways.addWidget(self.same)
        self.by_stick.column.addLayout(ways)
        self.by_stick.column.addStretch(1)
        self.by_code.column.addStretch(1)
        self._lay()

    def begin(self) -> None:
        """Puts the cursor where one writes first."""
        self.by_code.begin()

    def leave_request(self, stick: Path) -> None:
        """Writes the request on a stick."""
        self.by_stick.do(
            "leave request", lambda: self._presenter.leave_request(stick), lambda said: self._tell(str(said))
        )

    def read_answer(self, stick: Path) -> None:
        """Reads the answer, to be compared before the laptop goes in."""

        def compare(offer: Offer) -> None:
            self._offer = (stick, offer)
            self._tell(self._presenter.compare(offer))
            self.same.show()

        self.by_stick.do("read answer", lambda: self._presenter.read_answer(stick), compare)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        stacked = self.width() < theme().px(_SIDE_BY_SIDE)
        self._ways.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)

    def _enter_from(self) -> None:
        if self._offer is not None:
            stick, offer = self._offer
            self.by_stick.do(
                "enter by stick",
                lambda: self._presenter.enter_from(stick, offer),
                lambda _: self.joined.emit(),
            )

    def _enter_by_code(self) -> None:
        address, code = self.address.text(), self.code.text()
        self.by_code.do(
            "enter by code",
            lambda: self._presenter.enter_by_code(address, code),
            lambda _: self.joined.emit(),
        )

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()

    def _choose(self, act: Callable[[Path], None]) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._presenter.choose_stick)
        if folder:
            act(Path(folder))

    def _button(self, words: str, act: Callable[[], None]) -> Button:
        button = Button(words, icon="" if act == self._enter_from else "chiavetta")
        button.clicked.connect(act)
        self.by_stick.buttons.append(button)
        return button

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Text(self._presenter.title, "title", wrap=True))
        column.addWidget(Text(self._presenter.detail, "ui", "ink2", wrap=True))
        # One under the other until there is width: side by side they would hold the room wide.
        self._ways = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._ways.setSpacing(20)
        self._ways.addWidget(self.by_code, 1)
        self._ways.addWidget(self.by_stick, 1)
        column.addLayout(self._ways)
