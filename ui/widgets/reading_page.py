"""Come leggo: the reading tools, with some lines to try them on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.domain.preferences import Preferences, fold_preferences, settings_between
from ui.presenters.desk import Desk
from ui.presenters.reading import BACK, CHOICES, DETAIL, SAMPLE, SAMPLE_TITLE, SWITCHES, TITLE, value_of
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.chips import FilterChip
from ui.widgets.flow import FlowLayout
from ui.widgets.page import Page
from ui.widgets.taste import wear, worn_now
from ui.widgets.text import Text
from ui.widgets.theme import theme

_SAMPLE_WIDTH = 380


class ReadingPage(Page):
    """Everything is worn at once; the window has it written down. A language is told as `language_chosen`."""

    left = Signal()
    language_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, TITLE(), DETAIL())
        self._chips: dict[tuple[str, str], FilterChip] = {}
        back = Button(BACK(), icon="indietro", size="small")
        back.clicked.connect(self.left)
        self.head.right.addWidget(back)
        self._above = QVBoxLayout()
        self.body.addLayout(self._above)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(20)
        self._columns.addWidget(self._tools(), 1)
        self._side = QWidget()
        side = self._side_column = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(20)
        self._sample = self._make_sample()
        side.addWidget(self._sample)
        side.addWidget(self._make_switches())
        side.addStretch(1)
        self._columns.addWidget(self._side, 0)
        self.body.addLayout(self._columns)
        self._mark()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        # What one tries stands before what one chooses, and beside it where there is room.
        if narrow:
            self._above.addWidget(self._sample)
        else:
            self._side_column.insertWidget(0, self._sample)
        self._above.setContentsMargins(0, 0, 0, 16 if narrow else 0)
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        else:
            self._side.setFixedWidth(_SAMPLE_WIDTH)
        self._mark()

    def choose(self, field: str, value: str) -> None:
        """Wears another value of a preference; another language has the window made anew."""
        if field == "language":
            self.language_chosen.emit(value)
            return
        now = worn_now()
        wear(fold_preferences([*settings_between(Preferences(), now), f"{field}={value}"]))
        self._mark()

    def chip(self, field: str, value: str) -> FilterChip:
        """The chip of a value."""
        return self._chips[field, value]

    def _tools(self) -> QWidget:
        card = Card()
        card.column.setSpacing(6)
        for field, words, options in CHOICES():
            card.column.addWidget(Text(words, "strong"))
            holder = QWidget()
            flow = FlowLayout(holder)
            for value, said in options:
                chip = self._chip(field, value, said, name=f"{words}: {said}")
                chip.setAutoExclusive(True)
                flow.addWidget(chip)
            card.column.addWidget(holder)
            card.column.addSpacing(8)
        card.column.addStretch(1)
        return card

    def _make_switches(self) -> QWidget:
        card = Card()
        card.column.setSpacing(6)
        for field, words, does in SWITCHES():
            card.column.addWidget(self._switch(field, words, does))
        return card

    def _switch(self, field: str, words: str, does: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        chip = self._chip(field, "1", words, name=f"{words}. {does}")
        column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Text(does, "small", "ink2", wrap=True))
        return holder

    def _chip(self, field: str, value: str, words: str, *, name: str) -> FilterChip:
        chip = FilterChip(words, name=name)
        chip.clicked.connect(lambda _=False: self._pressed(field, value))
        self._chips[field, value] = chip
        return chip

    def _pressed(self, field: str, value: str) -> None:
        is_switch = any(field == one for one, _, _ in SWITCHES())
        off = is_switch and value_of(worn_now(), field) == value
        self.choose(field, "0" if off else value)

    def _make_sample(self) -> Card:
        card = Card()
        card.column.setSpacing(8)
        card.column.addWidget(Text(SAMPLE_TITLE(), "section"))
        self._lines = Text("", "reading", wrap=True)
        self._lines.setTextFormat(Qt.TextFormat.RichText)
        self._lines.setAccessibleName(SAMPLE())
        card.column.addWidget(self._lines)
        return card

    def _mark(self) -> None:
        now = worn_now()
        shown = {field: value_of(now, field) for field, _, _ in (*CHOICES(), *SWITCHES())}
        if not now.face:
            shown["face"] = theme().reading_face
        for (field, value), chip in self._chips.items():
            chip.setChecked(shown[field] == value)
        high = round(150 * theme().line_factor)
        self._lines.setText(f'<p style="line-height:{high}%">{SAMPLE()}</p>')
