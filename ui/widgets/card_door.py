"""Where a pupil comes in with the class card: its word is typed, or the camera reads its code."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui.presenters.sign_in import SignInPresenter
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, IconTile
from ui.widgets.exercises.saying import announce
from ui.widgets.fields import Field, LabelledField
from ui.widgets.layouts import show_through
from ui.widgets.text import Text
from ui.widgets.theme import theme

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_WIDEST = 700


class CardDoor(QScrollArea):
    """One field for the card's word; a camera where there is one. `opened` gives the pupil."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, presenter: SignInPresenter) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._presenter = presenter
        self.word = LabelledField(presenter.card_label, Field(presenter.card_label, "lepre-faggio-27"))
        self.word.field.submitted.connect(self._try)
        self.enter = Button(say("Entra"), "primary", size="big")
        self.enter.clicked.connect(lambda: self._try(self.word.field.text()))
        self.camera = Button(presenter.camera_button, icon="qr")
        self.camera.clicked.connect(self._look)
        self._told = Text("", "small", "ink2", wrap=True)
        self._told.hide()
        self._eye: QWidget | None = None
        self._lay()

    def begin(self) -> None:
        """Puts the cursor where one types."""
        self.word.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, *, narrow: bool) -> None:
        """Without its drawing where there is little room, so that what one does is in sight."""
        self._tile.setVisible(not narrow)

    def _try(self, typed: str) -> None:
        pupil = self._presenter.by_card(typed)
        if pupil is None:
            self.word.say_error(self._presenter.card_unknown if typed.strip() else self._presenter.card_ask)
            return
        self.word.say_error("")
        self.word.field.set_text("")
        self.opened.emit(pupil)

    def _look(self) -> None:
        # The camera brings QtMultimedia, and it may be missing: nobody waits for it who types.
        from ui.widgets.camera import CameraMissingError, open_eye
        from ui.widgets.card_camera import CardEye

        try:
            eye = open_eye(CardEye, self)
        except CameraMissingError as missing:
            self.say_missing(missing)
            return
        self.camera.hide()
        self._told.hide()
        self._eye = eye
        eye.read.connect(self._try)
        eye.failed.connect(self._lose_camera)
        self._body.insertWidget(self._body.indexOf(self.camera), eye, 0, _CENTRE)

    def _lose_camera(self) -> None:
        from ui.widgets.camera import CameraMissingError

        eye, self._eye = self._eye, None
        if eye is not None:
            self._body.removeWidget(eye)
            eye.hide()
            eye.deleteLater()
        self.camera.show()
        self.say_missing(CameraMissingError())

    def say_missing(self, missing: ScuolaError) -> None:
        """Says that there is no camera: the word is written instead."""
        self._told.setText(str(missing))
        self._told.show()
        announce(self, str(missing))
        self.begin()

    def _lay(self) -> None:
        card = Card(radius=24, padding=28)
        card.setFixedWidth(min(theme().px(440), _WIDEST))
        self._body = card.column
        card.column.setSpacing(12)
        self._tile = IconTile("qr", side=64)
        card.column.addWidget(self._tile, 0, _CENTRE)
        title = Text(self._presenter.card_title, "heading", wrap=True).tell_as_heading()
        title.setAlignment(_CENTRE)
        card.column.addWidget(title)
        card.column.addWidget(self.word)
        card.column.addWidget(self.enter, 0, _CENTRE)
        card.column.addWidget(self.camera, 0, _CENTRE)
        card.column.addWidget(self._told)
        back = Button(self._presenter.back, "quiet", icon="indietro")
        back.clicked.connect(self.left)
        card.column.addWidget(back, 0, _CENTRE)
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(card)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch(3)
        self.setWidget(holder)
        show_through(self)
