"""A row of a list: a picture, two lines of words, a chip, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.exchange import ChipWords
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.text import Text
from ui.widgets.theme import theme

_MIDDLE = Qt.AlignmentFlag.AlignVCenter

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
        right = QHBoxLayout()
        right.setSpacing(8)
        right.addStretch(1)
        if chip is not None:
            shown = Chip(chip.words, chip.mood, chip.icon)
            shown.setMinimumWidth(112)
            right.addWidget(shown, 0, _MIDDLE)
        for said, icon, act in acts:
            button = Button(said, "quiet", size="small", icon=icon, name=f"{said}: {title}")
            button.clicked.connect(act)
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
