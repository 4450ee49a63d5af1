"""The first page: pupils touch their animal, staff give a password."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from scuola_digitale.domain.people import Role
from ui.presenters.desk import Desk
from ui.presenters.sign_in import STAFF_DOORS, FaceColumn, SignInPresenter, Teacher
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, Drawing
from ui.widgets.chips import Chip
from ui.widgets.empty import Empty
from ui.widgets.faces import FaceCard, GradeMark
from ui.widgets.look_button import LookButton
from ui.widgets.skyline import draw_skyline
from ui.widgets.staff_door import StaffDoor
from ui.widgets.text import Text
from ui.widgets.theme import theme


class SignInPage(QWidget):
    """Who are you? One touch for pupils; a password for staff."""

    pupil_came = Signal(object)
    staff_came = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = SignInPresenter(desk.school)
        self._faces: list[FaceCard] = []
        self._columns: tuple[FaceColumn, ...] | None = None
        self._narrow = False
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._make_head())
        self._rooms = QStackedWidget()
        self._column.addWidget(self._rooms, 1)
        self._faces_room = QScrollArea()
        self._faces_room.setWidgetResizable(True)
        self._faces_room.setFrameShape(QFrame.Shape.NoFrame)
        self._faces_room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rooms.addWidget(self._faces_room)
        self._column.addLayout(self._make_foot())
        self.refresh()
        self.set_narrow(narrow=False)

    def refresh(self) -> None:
        """Reads the roster again; the faces are made again only when somebody came or went."""
        self._place.setText(self._presenter.place())
        columns = self._presenter.columns()
        if columns == self._columns:
            return
        self._columns = columns
        self._faces = []
        self._faces_room.setWidget(self._make_faces(columns))
        self.set_narrow(narrow=self._narrow)

    def faces(self) -> tuple[FaceCard, ...]:
        """The pupils' cards, in order."""
        return tuple(self._faces)

    def open_door(self, role: Role) -> None:
        """Asks a member of staff for their password."""
        door = StaffDoor(self._presenter, role, self._desk.hint)
        door.opened.connect(self._staff_opened)
        door.left.connect(self.close_door)
        self._rooms.addWidget(door)
        self._rooms.setCurrentWidget(door)
        self._hint_card.hide()
        self._title.setText("")
        self._detail.setText("")
        door.begin()

    def close_door(self) -> None:
        """Back to the animals; nothing of what was typed stays."""
        door = self._rooms.currentWidget()
        self._title.setText(self._presenter.title)
        self._detail.setText(self._presenter.detail)
        if isinstance(door, StaffDoor):
            self._rooms.removeWidget(door)
            door.deleteLater()
        self.set_narrow(narrow=self._narrow)

    def set_narrow(self, *, narrow: bool) -> None:
        """Smaller faces and margins in a narrow window."""
        self._narrow = narrow
        self._column.setContentsMargins(*((20, 12, 20, 10) if narrow else (40, 28, 40, 24)))
        self._title.set_role("title-narrow" if narrow else "title")
        self._detail.setVisible(not narrow)
        self._mark.setVisible(not narrow)
        self._hint.setWordWrap(narrow)
        in_door = isinstance(self._rooms.currentWidget(), StaffDoor)
        hidden = in_door or not self._desk.hint or theme().stacked(narrow=narrow)
        self._hint_card.setVisible(not hidden)
        for face in self._faces:
            face.set_narrow(narrow=narrow)
        for button in self._doors:
            button.set_size("small" if narrow else "normal")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("carta"))
        draw_skyline(painter, QRectF(self.rect()), sunk=20)

    def _staff_opened(self, teacher: Teacher) -> None:
        self.close_door()
        self.staff_came.emit(teacher)

    def _make_head(self) -> QHBoxLayout:
        self._mark = Drawing("marchio", 48, grows=False)
        self._title = Text(self._presenter.title, "title")
        self._detail = Text(self._presenter.detail, "ui", "ink2")
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
        self.look = LookButton()
        line.addWidget(self.look, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _make_faces(self, columns: tuple[FaceColumn, ...]) -> QWidget:
        holder = QWidget()
        holder.setObjectName("scrolled")
        line = QHBoxLayout(holder)
        line.setContentsMargins(6, 12, 6, 12)
        line.setSpacing(16)
        if not columns:
            empty = Empty(self._presenter.nobody, self._presenter.nobody_detail)
            line.addWidget(empty, 0, Qt.AlignmentFlag.AlignTop)
            return holder
        line.addStretch(1)
        for column in columns:
            line.addLayout(self._make_column(column), 8)
        line.addStretch(1)
        return holder

    def _make_column(self, column: FaceColumn) -> QVBoxLayout:
        lane = QVBoxLayout()
        lane.setSpacing(10)
        lane.addWidget(GradeMark(column.label))
        for pupil in column.pupils:
            face = FaceCard(pupil)
            face.clicked.connect(lambda _=False, who=pupil: self.pupil_came.emit(who))
            self._faces.append(face)
            lane.addWidget(face)
        lane.addStretch(1)
        return lane

    def _make_foot(self) -> QBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        self._doors: list[Button] = []
        self._hint = Text(self._desk.hint, "small", "ink2")
        for role, words, icon in STAFF_DOORS:
            button = Button(words, icon=icon)
            button.clicked.connect(lambda _=False, door=role: self.open_door(door))
            self._doors.append(button)
            line.addWidget(button)
        line.addStretch(1)
        self._hint_card = Card(radius=12, padding=8)
        self._hint_card.column.setContentsMargins(14, 8, 14, 10)
        self._hint_card.column.addWidget(self._hint)
        line.addWidget(self._hint_card)
        return line
