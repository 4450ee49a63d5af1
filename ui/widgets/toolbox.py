"""The box of tools beside a lesson: a calculator, tables and formulae, always at hand and never in the way."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from scuola_digitale.domain.lesson import AnyBlock
from scuola_digitale.words import say
from ui.presenters.tables_at_hand import TIMES, formulae, grammar, measures, times_table
from ui.widgets.buttons import Button
from ui.widgets.calculator_pad import CalculatorPad
from ui.widgets.cards import Card
from ui.widgets.chips import FilterChip
from ui.widgets.flow import FlowLayout
from ui.widgets.layouts import show_through
from ui.widgets.lesson.blocks import fill
from ui.widgets.lesson.stack import Stack
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.text import Text
from ui.widgets.theme import theme

_WIDE, _HIGH = 380, 470
_AWAY = 16


def toggle_toolbox(page: QWidget) -> None:
    """Opens the box over a page, or closes it; what was written in it stays."""
    box = page.findChild(Toolbox) or Toolbox(page)
    if box.isVisible():
        box.close_box()
    else:
        box.open_box()


class Toolbox(Card):
    """A panel at the page's lower right corner; Esc or its cross close it."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, page: QWidget) -> None:
        super().__init__(edge="primary", padding=14, strong=True)
        self.setParent(page)
        self.hide()
        self.setAccessibleName(say("Calcolatrice e tabelle"))
        self._opener: QWidget | None = None
        self._pad: CalculatorPad | None = None
        self._chips: list[FilterChip] = []
        self._shelves: tuple[tuple[str, Callable[[], None]], ...] = (
            (say("Calcolatrice"), self._show_pad),
            (say("Tabelline"), lambda: self._show_times(TIMES[0])),
            (say("Misure"), lambda: self._show_tables(measures())),
            (say("Formule"), lambda: self._show_tables(formulae())),
            (say("Grammatica"), lambda: self._show_tables(grammar())),
        )
        self.column.addLayout(self._head())
        self.column.addSpacing(10)
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        show_through(self._room)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(self._room, 1)
        page.installEventFilter(self)
        self.choose(0)

    def choose(self, number: int) -> None:
        """Shows one of the shelves: calculator, times tables, measures, formulae, grammar."""
        for place, chip in enumerate(self._chips):
            chip.setChecked(place == number)
        self._shelves[number][1]()

    def open_box(self) -> None:
        """Shows the box and gives it the keyboard."""
        self._opener = self.window().focusWidget()
        self._settle()
        self.show()
        self.raise_()
        self._chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def close_box(self) -> None:
        """Hides it and gives the keyboard back to where it was."""
        self.hide()
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_box()
        elif self._pad is None or event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            super().keyPressEvent(event)
        # What is typed here is meant for the box, never for the exercise behind it.
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return False

    def _settle(self) -> None:
        page = self.parentWidget()
        if page is None:
            return
        wide = min(theme().px(_WIDE), page.width() - 2 * _AWAY)
        high = min(theme().px(_HIGH), page.height() - 2 * _AWAY)
        self.setGeometry(page.width() - wide - _AWAY, page.height() - high - _AWAY, wide, high)
        self._fit_pad()

    def _fit_pad(self) -> None:
        if self._pad is not None:
            self.column.activate()
            self._pad.fit(self._room.height())

    def _head(self) -> QHBoxLayout:
        chips = QWidget()
        flow = FlowLayout(chips, gap=6)
        for number, (words, _) in enumerate(self._shelves):
            chip = FilterChip(words)
            chip.clicked.connect(lambda _=False, one=number: self.choose(one))
            flow.addWidget(chip)
            self._chips.append(chip)
        self.cross = Button("", "quiet", size="small", icon="chiudi", name=say("Chiudi"))
        self.cross.clicked.connect(self.close_box)
        line = QHBoxLayout()
        line.addWidget(chips, 1)
        line.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _show_pad(self) -> None:
        if self._pad is None:
            self._pad = CalculatorPad()
        self._put(self._pad)
        self._fit_pad()

    def _show_times(self, number: int) -> None:
        holder, column = _sheet()
        chips = QWidget()
        flow = FlowLayout(chips, gap=6)
        for one in TIMES:
            chip = FilterChip(str(one), name=say("Tabellina del {number}", number=one), round_one=True)
            chip.setChecked(one == number)
            chip.clicked.connect(lambda _=False, table=one: self._show_times(table))
            flow.addWidget(chip)
        column.addWidget(chips)
        column.addWidget(_drawn(times_table(number)))
        column.addStretch(1)
        self._put(holder)

    def _show_tables(self, tables: tuple[tuple[str, AnyBlock], ...]) -> None:
        holder, column = _sheet()
        for title, table in tables:
            column.addWidget(Text(title, "section"))
            column.addWidget(_drawn(table))
        column.addStretch(1)
        self._put(holder)

    def _put(self, shown: QWidget) -> None:
        before = self._room.takeWidget()
        if before is not None and before is self._pad:
            # It comes back: until then it stays the box's own, and goes with it.
            before.hide()
            before.setParent(self)
        elif before is not None:
            before.deleteLater()
        self._room.setWidget(shown)
        show_through(self._room)
        shown.show()


def _sheet() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(8)
    return holder, column


def _drawn(table: AnyBlock) -> QWidget:
    holder = Stack(None)
    fill(Surroundings(read=lambda _path: b""), holder, (table,))
    return holder
