"""A form: some fields and one act, which runs off the GUI thread; what is wrong is said at its foot."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.errors import ScuolaError
from ui import background
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Card
from ui.widgets.exercises.saying import announce
from ui.widgets.fields import Field, LabelledField
from ui.widgets.focus_keeper import bring_into_sight
from ui.widgets.text import Text
from ui.widgets.theme import theme

T = TypeVar("T")
_FIELDS_WIDTH = 600
"""How wide fields are at most, pixels at 100 % text: nobody writes a code as long as a page."""


class Form(Card):
    """A card with a title, fields in a column and buttons under them."""

    accessible_role = QAccessible.Role.Form

    def __init__(self, title: str, detail: str = "") -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.column.setSpacing(12)
        self.title = Text(title, "section", wrap=True)
        self.column.addWidget(self.title)
        if detail:
            self.column.addWidget(Text(detail, "ui", "ink2", wrap=True))
        self.fields = QWidget()
        self._fields = QVBoxLayout(self.fields)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(8)
        self.column.addWidget(self.fields)
        self.trouble = Text("", "small-strong", "danger", wrap=True)
        self.trouble.hide()
        self.column.addWidget(self.trouble)
        self.buttons: list[Button] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._row.addStretch(1)
        self.column.addLayout(self._row)
        self._bound()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._bound()

    def _bound(self) -> None:
        self.fields.setMaximumWidth(theme().px(_FIELDS_WIDTH))

    def add_field(self, label: str, example: str = "", *, secret: bool = False) -> Field:
        """Adds a labelled line to write in."""
        field = Field(label, example, secret=secret)
        self._fields.addWidget(LabelledField(label, field))
        return field

    def add_labelled(self, label: str, widget: QWidget) -> None:
        """Adds another control under its label."""
        shown = Text(label, "label", "ink2")
        shown.setBuddy(widget)
        self._fields.addWidget(shown)
        self._fields.addWidget(widget)

    def add_button(
        self, words: str, press: Callable[[], None], kind: ButtonKind = "secondary", *, icon: str = ""
    ) -> Button:
        """Adds an act; the buttons stand side by side."""
        button = Button(words, kind, icon=icon)
        button.clicked.connect(press)
        self._row.insertWidget(self._row.count() - 1, button)
        self.buttons.append(button)
        return button

    def do(self, name: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Does slow work under a name for the log; meanwhile nothing can be pressed twice."""
        self.say_trouble("")
        self.enable(enabled=False)

        def succeeded(result: T) -> None:
            self.enable(enabled=True)
            done(result)

        background.run(name, work, succeeded, self.refused, owner=self)

    def refused(self, error: ScuolaError) -> None:
        """Says what went wrong."""
        self.enable(enabled=True)
        self.say_trouble(str(error))

    def say_trouble(self, words: str) -> None:
        """Shows what is wrong, or nothing when `words` is empty; a screen reader hears it, and again at each field."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        for field in self.findChildren(Field):
            field.line.setAccessibleDescription(words)
        if words:
            announce(self, words)
            self.begin()
            QTimer.singleShot(0, self, self._show_trouble)

    def _show_trouble(self) -> None:
        """Scrolls to the words, and to the field again where both do not fit."""
        bring_into_sight(self.trouble)
        here = QApplication.focusWidget()
        if here is not None and self.isAncestorOf(here):
            bring_into_sight(here)

    def clear_fields(self) -> None:
        """Empties what was written."""
        for field in self.findChildren(Field):
            field.set_text("")
        self.say_trouble("")

    def begin(self) -> None:
        """Puts the cursor into the first field."""
        first = self.findChild(Field)
        if first is not None:
            first.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def enable(self, *, enabled: bool) -> None:
        """Lets its buttons be pressed, or not."""
        for button in self.buttons:
            button.setEnabled(enabled)
