"""Rows of lessons: spine, cover, words, stones, state and one button."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.domain.school_terms import Area
from ui.presenters.chips import ChipWords
from ui.presenters.lesson_cards import LessonCard
from ui.widgets.buttons import Button
from ui.widgets.cards import Icon, Line, Spine
from ui.widgets.chips import Chip
from ui.widgets.covers import Cover, Covers
from ui.widgets.stones import Stones
from ui.widgets.text import OneLine, Text
from ui.widgets.theme import theme
from ui.widgets.tokens import AREA_ICONS, AREA_TOKENS

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_GAP = 14
_LEAST, _WORDS = 200, 280
"""How wide a row is at least, pixels; and how much of it words have beside the state, pixels at 100 % text."""


def tag(area: Area, words: str) -> QWidget:
    """An area's icon and a word in its colour."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    line.addWidget(Icon(AREA_ICONS[area], AREA_TOKENS[area], 17), 0, _MIDDLE)
    line.addWidget(OneLine(words, "label", AREA_TOKENS[area]), 1)
    return holder


class LessonRow(QWidget):
    """A lesson in a list. `press` is called by its button; `button_name` says which lesson it opens."""

    def __init__(
        self,
        card: LessonCard,
        covers: Covers,
        press: Callable[[], None],
        *,
        button: str,
        quiet: bool = False,
        chip: ChipWords | None = None,
        detail: str = "",
        count: str = "",
    ) -> None:
        super().__init__()
        self._cover = Cover(card, covers, 76, 57)
        self._stones = Stones(card.steps)
        self._count = Text(count, "small", "ink2")
        if not count:  # never `setVisible(True)` here: shown without a parent it is a window of its own
            self._count.hide()
        self._chip = Chip(chip.words, chip.mood, chip.icon) if chip else None
        self._button = Button(
            button, "quiet" if quiet else "secondary", size="small", name=f"{button}: {card.title}"
        )
        self._button.clicked.connect(press)
        self._narrow = False
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 9, 0, 9)
        self._line.setSpacing(14)
        self._line.addLayout(self._words(card, detail), 1)
        self._line.addLayout(self._state())

    def set_narrow(self, *, narrow: bool) -> None:
        """Drops the stones and makes the cover smaller; where it does not fit, the state goes under the words."""
        self._narrow = narrow
        self._stones.setVisible(not narrow)
        self._count.setVisible(bool(self._count.text()) and not narrow)
        self._button.setMinimumWidth(66 if narrow else 82)
        if self._chip is not None:
            self._chip.setMinimumWidth(0 if narrow else 108)
            self._chip.updateGeometry()
        self._cover.set_size(*((52, 39) if narrow else (76, 57)))
        self._line.setContentsMargins(0, *((6, 0, 6) if narrow else (9, 0, 9)))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        # As narrow as its parts, one under the other: else what stands side by side would hold the page wide.
        return QSize(max(_LEAST, self._state_width()), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        beside = self._cover.sizeHint().width() + theme().px(_WORDS) + self._state_width() <= self.width()
        under = theme().stacked(narrow=self._narrow) and not beside
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if under else ways.LeftToRight)
        self._line.setSpacing(8 if under else 10 if self._narrow else 14)

    def _state_width(self) -> int:
        parts = [self._stones, self._count, self._button, *([self._chip] if self._chip is not None else [])]
        wide = [max(part.sizeHint().width(), part.minimumWidth()) for part in parts if not part.isHidden()]
        return sum(wide) + _GAP * (len(wide) - 1)

    def _words(self, card: LessonCard, detail: str) -> QHBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addStretch(1)
        column.addWidget(tag(card.area, card.kicker))
        column.addWidget(Text(card.title, "name", wrap=True))
        if detail:
            column.addWidget(Text(detail, "small", "ink2", wrap=True))
        column.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(Spine(card.area))
        line.addWidget(self._cover, 0, _MIDDLE)
        line.addLayout(column, 1)
        return line

    def _state(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        line.addStretch(1)
        line.addWidget(self._stones, 0, _MIDDLE)
        line.addWidget(self._count, 0, _MIDDLE)
        if self._chip is not None:
            line.addWidget(self._chip, 0, _MIDDLE)
        line.addWidget(self._button, 0, _MIDDLE)
        return line


class RowList(QWidget):
    """Rows under one another with a line between them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, row: QWidget) -> None:
        """Adds a row at the end."""
        if self.rows:
            self._column.addWidget(Line())
        self.rows.append(row)
        self._column.addWidget(row)
