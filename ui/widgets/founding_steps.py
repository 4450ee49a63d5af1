"""The steps by which a school is founded: one short form after the other, and back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scuola_digitale.errors import ScuolaError
from ui.presenters.welcome import FoundingPresenter
from ui.widgets.fields import Field
from ui.widgets.form import Form
from ui.widgets.text import Text


class FoundingSteps(QWidget):
    """Three forms, one shown at a time; `founded` when the school is there, `left` back to the welcome.

    `widest` is how wide they look good, pixels at 100 % text.
    """

    founded = Signal()
    left = Signal()
    widest = 640

    def __init__(self, presenter: FoundingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.forms = [Form(step.title, step.detail) for step in presenter.steps]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(presenter.title, "title", wrap=True))
        self._count = Text("", "ui", "ink2")
        column.addWidget(self._count)
        column.addSpacing(8)
        # Not a stack: that would be as high as the longest of the steps.
        self._shown = QVBoxLayout()
        column.addLayout(self._shown)
        self._place = 0
        school, technician, laptop = self.forms
        self.fields: dict[str, Field] = {
            "school": school.add_field(presenter.school, presenter.school_example),
            "code": school.add_field(presenter.code, presenter.code_example),
            "technician": technician.add_field(presenter.technician),
            "password": technician.add_field(presenter.password, secret=True),
            "again": technician.add_field(presenter.again, secret=True),
            "label": laptop.add_field(presenter.label, presenter.label_example),
        }
        for place, form in enumerate(self.forms):
            last = place == len(self.forms) - 1
            words = presenter.found_it if last else presenter.on
            form.add_button(words, self._found if last else self._go_on, "primary")
            form.add_button(presenter.back, self._go_back, "quiet", icon="indietro")
            self._shown.addWidget(form)
        for name, field in self.fields.items():
            field.submitted.connect(self._found if name == "label" else self._go_on)
        self.working = Text("", "ui", "ink2", wrap=True)
        laptop.column.addWidget(self.working)
        self._go_to(0)

    def begin(self) -> None:
        """Puts the cursor where one writes first."""
        self.forms[self._place].begin()

    def _go_to(self, place: int) -> None:
        self._place = place
        self._count.setText(self._presenter.count(place))
        for other, form in enumerate(self.forms):
            form.setVisible(other == place)

    def _said(self) -> dict[str, str]:
        return {name: field.text() for name, field in self.fields.items() if name != "again"}

    def _may_go_on(self) -> bool:
        place = self._place
        form = self.forms[place]
        form.say_trouble("")
        try:
            self._presenter.may_go_on(place, self._said(), self.fields["again"].text())
        except ScuolaError as error:
            form.say_trouble(str(error))
            return False
        return True

    def _go_on(self) -> None:
        if self._may_go_on():
            self._go_to(self._place + 1)
            self.begin()

    def _go_back(self) -> None:
        place = self._place
        if place == 0:
            self.left.emit()
        else:
            self._go_to(place - 1)
            self.begin()

    def _found(self) -> None:
        if self._may_go_on():
            said = self._said()
            self.working.setText(self._presenter.working)
            self.forms[-1].do("found school", lambda: self._presenter.found(said), self._show_sheet)

    def _show_sheet(self, letters: str) -> None:
        sheet = Form(self._presenter.sheet.title, self._presenter.sheet.detail)
        self.letters = Text(letters, "heading", wrap=True)
        self.letters.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        sheet.column.insertWidget(2, self.letters)
        written = sheet.add_button(self._presenter.written, self.founded.emit, "primary")
        self.forms[-1].hide()
        self._count.hide()
        self._shown.addWidget(sheet)
        written.setFocus()
