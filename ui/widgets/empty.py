"""What a page shows when there is nothing: the outline of a cairn, one sentence, one way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.widgets.buttons import Button
from ui.widgets.cards import DashedCard
from ui.widgets.stones import Cairn
from ui.widgets.text import Text


class Empty(DashedCard):
    """An empty place; `way_on` is the word on its button, if there is one."""

    way_on = Signal()

    def __init__(self, title: str, detail: str, way_on: str = "") -> None:
        super().__init__()
        self.row.addWidget(Cairn(0, width=64), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(1)
        column.addWidget(Text(title, "name", wrap=True).tell_as_heading())
        column.addWidget(Text(detail, "small", "ink2", wrap=True))
        if way_on:
            button = Button(way_on, size="small")
            button.clicked.connect(self.way_on)
            column.addSpacing(10)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.row.addLayout(column, 1)
