"""A row of a list: a picture, two lines of words, a chip, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.chips import ChipWords
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text
from ui.widgets.theme import theme

_MIDDLE = Qt.AlignmentFlag.AlignVCenter

_CHIPS_ALIKE = 112
"""The least width of a chip, so that those of a list stand under one another."""

Act = tuple[str, str, Callable[[], None]]
"""The words on a button, its icon, what it does."""


class ThingRow(QWidget):
    """A row; each button says to a screen reader which thing it is about."""

    def __init__(
        self, picture: QWidget, title: str, detail: str, chip: ChipWords | None, acts: Sequence[Act] = ()
    ) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(title, "name", wrap=True))
        if detail:
            words.addWidget(Text(detail, "small", "ink2", wrap=True))
        left = QHBoxLayout()
        left.setSpacing(14)
        left.addWidget(picture, 0, _MIDDLE)
        left.addLayout(words, 1)
        right = QWidget()
        self._right = FlowLayout(right)
        self._chip = Chip(chip.words, chip.mood, chip.icon) if chip is not None else None
        if self._chip is not None:
            self._right.addWidget(self._chip)
        for said, icon, act in acts:
            button = Button(said, "quiet", size="small", icon=icon, name=f"{said}: {title}")
            button.clicked.connect(act)
            self._right.addWidget(button)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 12, 0, 12)
        self._line.addLayout(left, 1)
        self._line.addWidget(right, 0, _MIDDLE)
        right.setVisible(chip is not None or bool(acts))
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """What can be done goes under the words where there is little room."""
        ways = QBoxLayout.Direction
        stacked = theme().stacked(narrow=narrow)
        self._line.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._right.keep_on_one_line(keep=not stacked)
        if self._chip is not None:
            self._chip.setMinimumWidth(max(_CHIPS_ALIKE, self._chip.sizeHint().width()))
