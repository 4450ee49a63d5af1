"""The calculator's display and keys; digits and signs may be typed as well."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

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
        grid = QGridLayout()
        grid.setSpacing(8)
        self.keys: dict[str, Button] = {}
        for row, keys in enumerate(KEYS()):
            for place, (sign, name) in enumerate(keys):
                grid.addWidget(self._key(sign, name), row, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(display)
        column.addLayout(grid)
        column.addStretch(1)

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
        key.clicked.connect(lambda: self.press(sign))
        self.keys[sign] = key
        return key
