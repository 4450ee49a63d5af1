"""Where a teacher or a technician says who they are, with a password."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.domain.people import Role, StaffMember
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui import background
from ui.presenters.sign_in import SignInPresenter, Teacher
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, IconTile
from ui.widgets.chips import FilterChip
from ui.widgets.fields import Field, LabelledField
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text
from ui.widgets.theme import theme

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_WIDEST = 700


class StaffDoor(QWidget):
    """Name, password, and the error in words; opening the keys takes a moment, off the GUI thread."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, presenter: SignInPresenter, role: Role, hint: str = "") -> None:
        super().__init__()
        self._presenter = presenter
        self._members = presenter.staff(role)
        self._chosen: StaffMember | None = self._members[0] if self._members else None
        self.key = LabelledField(presenter.key_label, Field(presenter.key_label, secret=True))
        self.key.field.submitted.connect(self._open)
        self.enter = Button(say("Entra"), "primary", size="big")
        self.enter.clicked.connect(self._open)
        back = Button(presenter.back, "quiet", icon="indietro")
        back.clicked.connect(self.left)
        card = Card(radius=24, padding=28)
        card.setFixedWidth(min(theme().px(440), _WIDEST))
        card.column.setSpacing(12)
        self._tile = IconTile("persone" if role == "insegnante" else "attrezzi", side=64)
        card.column.addWidget(self._tile, 0, _CENTRE)
        self._hello = Text("", "heading").tell_as_heading()
        card.column.addWidget(self._hello, 0, _CENTRE)
        if len(self._members) > 1:
            card.column.addWidget(self._names())
        card.column.addWidget(self.key)
        if hint:
            # Its first line is of the password.
            card.column.addWidget(Text(hint.partition("\n")[0], "small", "ink2", wrap=True))
        card.column.addWidget(self.enter, 0, _CENTRE)
        card.column.addWidget(back, 0, _CENTRE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(card)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch(3)
        self._greet()

    def set_narrow(self, *, narrow: bool) -> None:
        """Without its drawing where there is little room, so that what one does is in sight."""
        self._tile.setVisible(not narrow)

    def begin(self) -> None:
        """Puts the cursor where one types."""
        self.key.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _names(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        self._chips: list[FilterChip] = []
        for member in self._members:
            chip = FilterChip(member.name)
            chip.setAutoExclusive(True)
            chip.setChecked(member is self._chosen)
            chip.clicked.connect(lambda _=False, who=member: self._choose(who))
            flow.addWidget(chip)
        return holder

    def _choose(self, member: StaffMember) -> None:
        self._chosen = member
        self._greet()
        self.begin()

    def _greet(self) -> None:
        self._hello.setText(say("Ciao, {name}!", name=self._chosen.name) if self._chosen else say("Ciao!"))
        self.enter.setEnabled(self._chosen is not None)

    def _open(self) -> None:
        member, password = self._chosen, self.key.field.text()
        if member is None or not self.enter.isEnabled():
            return
        self.enter.setEnabled(False)
        self.key.say_error("")
        background.run(
            "unlock",
            lambda: self._presenter.unlock(member, password),
            self._opened,
            self._refused,
            owner=self,
        )

    def _opened(self, teacher: Teacher) -> None:
        self.key.field.set_text("")
        self.opened.emit(teacher)

    def _refused(self, error: ScuolaError) -> None:
        self.enter.setEnabled(True)
        self.key.say_error(str(error))
        self.key.field.line.selectAll()
