"""The calculator's display and keys; digits and signs may be typed as well."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QWidget

from ui.presenters.calculator import KEYS, Calculator
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.exercises.saying import announce
from ui.widgets.text import Text

_TYPED = {"*": "×", "/": "÷", ":": "÷", "-": "−", ".": ",", "x": "×"}
_NAMED = {
    Qt.Key.Key_Return: "=",
    Qt.Key.Key_Enter: "=",
    Qt.Key.Key_Backspace: "⌫",
    Qt.Key.Key_Delete: "C",
}

_GAP = 8


class _Key(Button):
    """A key: return works the sum out, whatever key the keyboard stands on; space presses it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CalculatorPad(QWidget):
    """A calculator; what it shows is told to a screen reader when a result comes."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self) -> None:
        super().__init__()
        self.calculator = Calculator()
        self.setAccessibleName(self.calculator.name)
        self._sum = Text("", "ui", "ink2")
        self._result = Text("0", "heading", wrap=True)
        for line in (self._sum, self._result):
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        display = Card(ground="incavo", radius=12, padding=10)
        display.column.addWidget(self._sum)
        display.column.addWidget(self._result)
        self._display, self._grid = display, QGridLayout()
        self._grid.setSpacing(_GAP)
        self.keys: dict[str, Button] = {}
        self._rows = [[self._key(sign, name) for sign, name in keys] for keys in KEYS()]
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(10)
        self._parts.addWidget(display, 0, Qt.AlignmentFlag.AlignTop)
        self._parts.addLayout(self._grid)
        self._parts.addStretch(1)
        self._place(lying=False)

    def fit(self, height: int) -> None:
        """Lies down, its keys beside the display, where standing upright it would be higher than `height` pixels."""
        key = self._rows[0][0].sizeHint().height()
        upright = self._display.sizeHint().height() + 10 + len(self._rows) * (key + _GAP) - _GAP
        self._place(lying=upright > height)

    def _place(self, *, lying: bool) -> None:
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.LeftToRight if lying else direction.TopToBottom)
        for part, share in enumerate((2, 3, 0) if lying else (0, 0, 1)):
            self._parts.setStretch(part, share)
        # Lying, the row of signs over the figures becomes a column beside them.
        rows = self._rows
        if lying:
            signs = [rows[0][-1], *rows[0][1:-1], rows[0][0]]
            rows = [[*row, sign] for row, sign in zip(rows[1:], signs, strict=True)]
        for number, keys in enumerate(rows):
            for place, key in enumerate(keys):
                self._grid.addWidget(key, number, place)

    def press(self, sign: str) -> None:
        """Presses a key and shows what comes of it."""
        self.calculator.press(sign)
        self._sum.setText(self.calculator.shown if self.calculator.result else "")
        self._result.setText(self.calculator.result or self.calculator.shown or "0")
        if self.calculator.result:
            announce(self, f"{self.calculator.shown} = {self.calculator.result}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = _NAMED.get(Qt.Key(event.key()), _TYPED.get(event.text(), event.text()))
        if sign in self.keys:
            self.press(sign)
        else:
            super().keyPressEvent(event)

    def _key(self, sign: str, name: str) -> Button:
        key = _Key(sign, "primary" if sign == "=" else "secondary", name=name)
        key.setMinimumWidth(64)
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        key.clicked.connect(lambda: self.press(sign))
        self.keys[sign] = key
        return key
