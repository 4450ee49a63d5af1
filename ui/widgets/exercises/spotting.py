"""`immagine`: places to find in a picture, each with a letter, by mouse, touch and keys alike."""

import math

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from scuola_digitale.domain.exercise import Answer, Option, Spotting
from scuola_digitale.domain.judging import Verdict
from scuola_digitale.domain.text import plain
from ui.widgets import paint
from ui.widgets.exercises import states
from ui.widgets.exercises.body import Body
from ui.widgets.exercises.lockable import Lockable
from ui.widgets.exercises.states import AnswerState, state_of
from ui.widgets.lesson.figure import MissingPicture, PictureView, read_picture
from ui.widgets.lesson.stack import height_of, let_grow
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.theme import theme

_SIDE = 44
_REACH = 60
"""How far from a place, pixels, a touch still means it."""


class SpotButton(Lockable, QAbstractButton):
    """One place of the picture."""

    ring_radius = _SIDE / 2

    def __init__(self, letter: str, words: str, parent: QWidget, *, alone: bool) -> None:
        super().__init__(parent)
        self._letter = letter
        self.state: AnswerState = "choose"
        self.locked = False
        self.setCheckable(True)
        self.setAutoExclusive(alone)
        self.setAccessibleName(f"{letter}. {words}")
        self.setToolTip(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(lambda _on: self.update())

    def show_state(self, state: AnswerState) -> None:
        """Shows how it was judged."""
        self.state = state
        self.setAccessibleDescription(states.SAID()[state])
        self.update()

    def sizeHint(self) -> QSize:
        side = max(_SIDE, theme().px(36))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        paint.begin(painter)
        shown: AnswerState = "chosen" if self.state == "choose" and self.isChecked() else self.state
        disc = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        chosen = shown != "choose"
        painter.setBrush(worn.color(states.EDGES[shown] if chosen else "foglio"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(disc.adjusted(-1, -1, 1, 1))
        paint.pill_stroke(
            painter,
            disc,
            worn.color(states.EDGES[shown] if chosen else "foglio"),
            worn.color("foglio" if chosen else "ink"),
            3,
        )
        if states.SAID()[shown]:
            states.draw_sign_on(painter, disc.center(), shown, worn.px(22))
            return
        painter.setFont(worn.font("strong"))
        ink = worn.color("on_primary" if chosen else "ink")
        paint.text(painter, disc, self._letter, ink, align=Qt.AlignmentFlag.AlignCenter)


class _Canvas(QWidget):
    """The picture with its places on it; a touch beside a place means the nearest one."""

    touched = Signal()

    def __init__(self, picture: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture
        picture.setParent(self)
        self.spots: list[SpotButton] = []
        self.places: tuple[tuple[int, int], ...] = ()
        let_grow(self)

    def heightForWidth(self, width: int) -> int:
        return height_of(self._picture, width)

    def sizeHint(self) -> QSize:
        width = self.width() or 320
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._lay()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        open_ones = [spot for spot in self.spots if not spot.locked]
        nearest = min(open_ones, key=lambda spot: _distance(spot, at), default=None)
        if nearest is not None and _distance(nearest, at) <= _REACH:
            nearest.click()

    def shown_rect(self) -> QRectF:
        """Where the picture itself is drawn."""
        picture = self._picture
        return picture.shown_rect() if isinstance(picture, PictureView) else QRectF(picture.rect())

    def _lay(self) -> None:
        self._picture.setGeometry(0, 0, self.width(), height_of(self._picture, self.width()))
        room = self.shown_rect()
        for spot, (x, y) in zip(self.spots, self.places, strict=True):
            side = spot.sizeHint().width()
            left = room.left() + room.width() * x / 100 - side / 2
            top = room.top() + room.height() * y / 100 - side / 2
            left = min(max(left, 0), self.width() - side)
            top = min(max(top, 0), self.height() - side)
            spot.setGeometry(round(left), round(top), side, side)
            spot.raise_()


def _distance(spot: SpotButton, at: QPoint) -> float:
    way = spot.geometry().center() - at
    return math.hypot(way.x(), way.y())


class SpottingBody(Body):
    """A picture to touch."""

    def __init__(self, exercise: Spotting, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = exercise.options
        data, size = read_picture(around, exercise.picture or "")
        picture: QWidget = (
            MissingPicture(exercise.picture_alt, self)
            if size is None
            else PictureView(data, size, exercise.picture_alt, self)
        )
        self.canvas = _Canvas(picture, self)
        alone = exercise.asks_for_one
        self.canvas.places = exercise.places
        for letter, option in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", exercise.options, strict=False):
            spot = SpotButton(letter, plain(option.spans), self.canvas, alone=alone)
            spot.clicked.connect(self._clicked)
            self.canvas.spots.append(spot)
        self.add(self.canvas)

    def answer(self) -> Answer:
        pairs = zip(self._options, self.canvas.spots, strict=True)
        return tuple(option.option_id for option, spot in pairs if spot.isChecked())

    def restore(self, answer: Answer) -> None:
        for option, spot in zip(self._options, self.canvas.spots, strict=True):
            spot.setChecked(option.option_id in answer)

    def show_verdict(self, verdict: Verdict) -> None:
        chosen = [spot for spot in self.canvas.spots if spot.isChecked()]
        for spot in self.canvas.spots:
            spot.locked = verdict.right
            spot.show_state("choose")
        for spot, right in zip(chosen, verdict.parts, strict=False):
            spot.show_state(state_of(right=right))

    def reopen(self) -> None:
        for spot in self.canvas.spots:
            if spot.state == "not-yet":
                alone = spot.autoExclusive()
                # One of a group lets go only while it stands alone.
                spot.setAutoExclusive(False)
                spot.setChecked(False)
                spot.setAutoExclusive(alone)
                spot.show_state("choose")

    def first_control(self) -> QWidget:
        return next((spot for spot in self.canvas.spots if spot.isChecked()), self.canvas.spots[0])

    def _clicked(self) -> None:
        for spot in self.canvas.spots:
            if spot.state == "not-yet":
                spot.show_state("choose")
        self.touched.emit()
