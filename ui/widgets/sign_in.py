"""The first page: pupils touch their animal and their figures or show a card, staff give a password."""

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from scuola_digitale.domain.people import Pupil, Role
from scuola_digitale.errors import ScuolaError
from ui import background
from ui.languages import ENVIRONMENT
from ui.presenters.desk import Desk
from ui.presenters.figures import PictureLock
from ui.presenters.languages import offered_languages
from ui.presenters.sign_in import STAFF_DOORS, FaceColumn, SignInPresenter, Teacher
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, Drawing
from ui.widgets.chips import Chip
from ui.widgets.empty import Empty
from ui.widgets.faces import FaceCard, GradeMark
from ui.widgets.flow import FlowLayout
from ui.widgets.grid import GridLayout
from ui.widgets.layouts import show_through
from ui.widgets.look_button import LookButton
from ui.widgets.qt_sparing import give_view
from ui.widgets.skyline import draw_skyline
from ui.widgets.staff_door import StaffDoor
from ui.widgets.text import Text
from ui.widgets.theme import theme

if TYPE_CHECKING:
    from ui.widgets.card_door import CardDoor
    from ui.widgets.picture_lock import LockPanel


_APART = 3
"""How many grades at most have room for faces side by side."""
_LANE, _UNBOUNDED = 200, 16_777_215
_FACE = 150
"""How wide a face is at least where several of a grade stand side by side, pixels at 100 % text."""


class SignInPage(QWidget):
    """Who are you? One touch for pupils; a password for staff. `language_chosen` tells what the laptop is to speak."""

    pupil_came = Signal(object)
    staff_came = Signal(object)
    guest_came = Signal()
    language_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = SignInPresenter(desk.school)
        self._faces: list[FaceCard] = []
        self._columns: tuple[FaceColumn, ...] | None = None
        self._narrow = False
        self._lock: LockPanel | None = None
        self._door: StaffDoor | CardDoor | None = None
        self._line = QHBoxLayout(self)
        self._left = QWidget()
        self._line.addWidget(self._left, 1)
        self._column = QVBoxLayout(self._left)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._make_head())
        self._rooms = QStackedWidget()
        self._column.addWidget(self._rooms, 1)
        self._faces_room = QScrollArea()
        give_view(self._faces_room)
        self._faces_room.setWidgetResizable(True)
        self._faces_room.setFrameShape(QFrame.Shape.NoFrame)
        self._faces_room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rooms.addWidget(self._faces_room)
        self._foot = self._make_foot()
        self._column.addWidget(self._foot)
        self.refresh()
        self.set_narrow(narrow=False)

    def refresh(self) -> None:
        """Reads the roster again; the faces are made again only when somebody came or went."""
        self._show_place()
        columns = self._presenter.columns()
        if columns == self._columns:
            return
        self._columns = columns
        if self._rooms.currentWidget() is self._faces_room:
            self._detail.setText(self._presenter.detail())
        self._faces = []
        self._faces_room.setWidget(self._make_faces(columns))
        show_through(self._faces_room)
        self.set_narrow(narrow=self._narrow)

    def _show_place(self) -> None:
        self._place.setText(self._presenter.place(short=theme().stacked(narrow=self._narrow)))

    def faces(self) -> tuple[FaceCard, ...]:
        """The pupils' cards, in order."""
        return tuple(self._faces)

    def choose(self, pupil: Pupil) -> None:
        """A pupil touched their animal: in, or first their three figures."""
        if not PictureLock.guards(pupil):
            self.pupil_came.emit(pupil)
            return
        # The panel of figures is for who has some: the first paint goes without.
        from ui.widgets.picture_lock import LockPanel

        self.close_lock()
        self._lock = LockPanel(PictureLock(pupil))
        self._lock.opened.connect(self._lock_opened)
        self._lock.left.connect(self.close_lock)
        self._line.addWidget(self._lock)
        for face in self._faces:
            face.set_chosen(chosen=face.pupil.person == pupil.person)
        self.set_narrow(narrow=self._narrow)
        self._lock.show()
        self._lock.begin()

    @property
    def lock(self) -> "LockPanel | None":
        """The panel that asks for the figures, while it does."""
        return self._lock

    @property
    def door(self) -> "StaffDoor | CardDoor | None":
        """The door that asks who one is, while it does."""
        return self._door

    def close_lock(self) -> None:
        """Takes the figures away; nothing of what was touched stays."""
        if self._lock is None:
            return
        lock, self._lock = self._lock, None
        self._line.removeWidget(lock)
        lock.hide()
        lock.deleteLater()
        chosen = [face for face in self._faces if face.chosen]
        for face in chosen:
            face.set_chosen(chosen=False)
            face.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_narrow(narrow=self._narrow)

    def open_card_door(self) -> None:
        """Asks for a class card."""
        from ui.widgets.card_door import CardDoor  # late: most pupils touch their animal

        door = CardDoor(self._presenter)
        door.opened.connect(self._card_opened)
        self._show_door(door)

    def open_door(self, role: Role) -> None:
        """Asks a member of staff for their password."""
        door = StaffDoor(self._presenter, role, self._desk.hint)
        door.opened.connect(self._staff_opened)
        self._show_door(door)

    def _show_door(self, door: "StaffDoor | CardDoor") -> None:
        self.close_lock()
        self.close_door()
        door.left.connect(self.close_door)
        # At large text a door is higher than a small screen.
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidget(door)
        show_through(room)
        self._rooms.addWidget(room)
        self._rooms.setCurrentWidget(room)
        self._door = door
        self.set_narrow(narrow=self._narrow)
        self._title.setText("")
        self._detail.setText("")
        door.begin()

    def close_door(self) -> None:
        """Back to the animals; nothing of what was typed stays."""
        door = self._rooms.currentWidget()
        self._title.setText(self._presenter.title)
        self._detail.setText(self._presenter.detail())
        self._door = None
        if door is not None and door is not self._faces_room:
            self._rooms.removeWidget(door)
            door.deleteLater()
        self.set_narrow(narrow=self._narrow)

    def set_narrow(self, *, narrow: bool) -> None:
        """Smaller faces and margins in a narrow window."""
        self._narrow = narrow
        self._line.setContentsMargins(*((20, 12, 20, 10) if narrow else (40, 28, 40, 24)))
        self._line.setSpacing(16 if narrow else 32)
        if self._lock is not None:
            self._lock.set_narrow(narrow=narrow)
        if self._door is not None:
            self._door.set_narrow(narrow=narrow)
        # At large text there is room for one of the two.
        alone = self._lock is not None and theme().stacked(narrow=narrow)
        self._left.setVisible(not alone)
        in_door = self._rooms.currentWidget() is not self._faces_room
        asked = self._lock is not None or (in_door and theme().stacked(narrow=narrow))
        self._foot.setVisible(not (narrow and asked))
        self._title.set_role("title-narrow" if narrow else "title")
        self._detail.setVisible(not narrow)
        self._show_place()
        self._mark.setVisible(not narrow)
        hidden = in_door or not self._desk.hint or theme().stacked(narrow=narrow) or self._lock is not None
        self._hint_card.setVisible(not hidden)
        for face in self._faces:
            face.set_narrow(narrow=narrow)
        large = theme().stacked(narrow=narrow)
        for button, words, short in self._doors:
            button.setText(short if large else words)
            button.set_size("small" if narrow else "normal")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("carta"))
        draw_skyline(painter, QRectF(self.rect()), sunk=20)

    def _staff_opened(self, teacher: Teacher) -> None:
        if self._rooms.currentWidget() is self._faces_room:
            return  # the door was left while the password was looked at
        self.close_door()
        self.staff_came.emit(teacher)

    def _make_head(self) -> QHBoxLayout:
        self._mark = Drawing("marchio", 48, grows=False)
        self._title = Text(self._presenter.title, "title")
        self._detail = Text(self._presenter.detail(), "ui", "ink2")
        self._place = Chip("", "line", "luogo")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        line.addWidget(self._place, 0, Qt.AlignmentFlag.AlignVCenter)
        self.look = LookButton(partial(offered_languages, self._desk))
        self.look.language_chosen.connect(self._speak)
        line.addWidget(self.look, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _speak(self, code: str) -> None:
        """Keeps the language for the laptop and for programs begun by this one."""
        if self._desk.remember_language is None:
            return
        try:
            self._desk.remember_language(code)
        except ScuolaError as problem:
            background.show_trouble(problem)
        else:
            os.environ[ENVIRONMENT] = code
            self.language_chosen.emit(code)

    def _make_faces(self, columns: tuple[FaceColumn, ...]) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(6, 8, 6, 6)
        line.setSpacing(16)
        if not columns:
            empty = Empty(self._presenter.nobody, self._presenter.nobody_detail)
            line.addWidget(empty, 0, Qt.AlignmentFlag.AlignTop)
            return holder
        line.addStretch(1)
        for column in columns:
            line.addLayout(self._make_column(column, close=len(columns) > _APART), 8)
        line.addStretch(1)
        return holder

    def _make_column(self, column: FaceColumn, *, close: bool) -> QVBoxLayout:
        lane = QVBoxLayout()
        lane.setSpacing(10)
        lane.addWidget(GradeMark(column.label, widest=_LANE if close else _UNBOUNDED))
        # One under the other where many grades stand close, side by side where a class has room for itself.
        faces = QVBoxLayout() if close else GridLayout(least=_FACE, gap=10, squeezed=True)
        faces.setSpacing(10)
        lane.addLayout(faces)
        for pupil in column.pupils:
            face = FaceCard(pupil)
            face.clicked.connect(lambda _=False, who=pupil: self.choose(who))
            self._faces.append(face)
            faces.addWidget(face)
        lane.addStretch(1)
        return lane

    def _let_guest_in(self) -> None:
        """A guest comes in; a password that is still looked at opens nothing any more."""
        self.close_door()
        self.guest_came.emit()

    def _lock_opened(self, pupil: Pupil) -> None:
        self.close_lock()
        self.pupil_came.emit(pupil)

    def _card_opened(self, pupil: Pupil) -> None:
        self.close_door()
        self.pupil_came.emit(pupil)

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        doors = QWidget()
        flow = FlowLayout(doors, gap=12)
        self._doors: list[tuple[Button, str, str]] = []
        self._add_door(self._presenter.card_button, self._presenter.card_short, "qr", self.open_card_door)
        self._add_door(self._presenter.guest_button, self._presenter.guest_short, "libro", self._let_guest_in)
        self._hint = Text(self._desk.hint, "small", "ink2")
        for role, words, short, icon in STAFF_DOORS():
            self._add_door(words, short, icon, partial(self.open_door, role))
        for button, _, _ in self._doors:
            flow.addWidget(button)
        line.addWidget(doors, 1)
        self._hint_card = Card(radius=12, padding=8)
        self._hint_card.column.setContentsMargins(14, 8, 14, 10)
        self._hint_card.column.addWidget(self._hint)
        line.addWidget(self._hint_card)
        return foot

    def _add_door(self, words: str, short: str, icon: str, opens: Callable[[], None]) -> None:
        """A way in at the foot; where text is large it shows its short word, and says the whole."""
        button = Button(words, icon=icon, name=words)
        button.clicked.connect(lambda _=False: opens())
        self._doors.append((button, words, short))
