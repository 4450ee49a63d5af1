"""Progress as stones: a row of them for a lesson, a cairn for a child's whole work."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from scuola_digitale.words import say
from ui.widgets import paint
from ui.widgets.paint import StoneState
from ui.widgets.theme import theme

MOST_STONES = 8
"""Steps shown as single stones; more become a bar."""


def stone_states(steps: Sequence[bool | None]) -> tuple[StoneState, ...]:
    """From a task's steps (True done, False tried, None to come) to stones; the first not done is in hand."""
    begun = any(step is not None for step in steps)
    first_open = next((place for place, step in enumerate(steps) if not step), -1)
    return tuple(
        "done" if step else ("now" if begun and place == first_open else "empty")
        for place, step in enumerate(steps)
    )


class Stones(QWidget):
    """A row of up to eight stones; more steps are drawn as a bar. Its count is spoken."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, steps: Sequence[bool | None] = ()) -> None:
        super().__init__()
        self._states: tuple[StoneState, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[bool | None]) -> None:
        """Shows other steps."""
        self._states = stone_states(steps)
        done = self._states.count("done")
        self.setAccessibleName(say("{done} sassi su {number}", done=done, number=len(steps)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if len(self._states) > MOST_STONES:
            return QSize(theme().px(120), 12)
        return QSize(max(0, len(self._states) * 21 - 4), 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        if len(self._states) <= MOST_STONES:
            paint.stones(painter, QPointF(0, 0), self._states)
            return
        part = self._states.count("done") / len(self._states)
        draw_bar(painter, QRectF(0, 1, self.width(), 10), part)


def draw_bar(painter: QPainter, rect: QRectF, part: float, *, notches: Sequence[float] = ()) -> None:
    """A bar filled to `part` (0–1); `notches` mark where the line fell."""
    worn = theme()
    paint.pill(painter, rect, worn.color("incavo"), worn.color("bordo") if worn.high_contrast else None)
    if part > 0:
        filled = QRectF(
            rect.left(), rect.top(), max(rect.height(), rect.width() * min(1.0, part)), rect.height()
        )
        paint.pill(painter, filled, worn.color("primary"))
    for notch in notches:
        at = rect.left() + rect.width() * notch - 2
        painter.fillRect(QRectF(at, rect.top(), 4, rect.height()), worn.color("foglio"))


class Bar(QWidget):
    """A bar for bytes and time, its part spoken in hundredths."""

    accessible_role = QAccessible.Role.ProgressBar

    def __init__(self, height: int = 10) -> None:
        super().__init__()
        self._part = 0.0
        self._cuts: tuple[float, ...] = ()
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_part(0.0)

    def show_part(self, part: float, cuts: tuple[float, ...] = ()) -> None:
        """Fills to `part`, 0–1; `cuts` are where the line fell."""
        self._part = part
        self._cuts = cuts
        self.setAccessibleName(say("{which} per cento", which=round(part * 100)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        draw_bar(painter, QRectF(self.rect()), self._part, notches=self._cuts)


_CAIRN = ((17, 103, 25), (27, 99, 22), (28, 88, 20), (40, 86, 17), (42, 76, 14), (51, 73, 12))
"""Left, right and height of each stone of a cairn, from the foot, on the drawing's 120 × 140 grid."""

_STONE_COLOURS = ("#8E9AA0", "#A7AFAE", "#9A8F80", "#8E9AA0", "#A7AFAE", "#B5AB9A")


class Cairn(QWidget):
    """The ometto: of `total` stones (at most six are drawn), `laid` stand, the others are an outline."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, laid: int, total: int = 6, *, width: int = 112) -> None:
        super().__init__()
        self._width = width
        self._laid, self._total = laid, total
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_stones(laid, total)

    def set_width(self, width: int) -> None:
        """Makes it bigger or smaller."""
        self._width = width
        self.updateGeometry()

    def show_stones(self, laid: int, total: int) -> None:
        """Shows another height."""
        self._laid, self._total = laid, total
        self.setAccessibleName(say("Ometto di sassi: {laid} posati su {total}", laid=laid, total=total))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width, round(self._width * 140 / 120))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        painter.scale(self._width / 120, self._width / 120)
        draw_cairn(painter, self._standing())

    def _standing(self) -> int:
        if self._total <= 0 or self._laid <= 0:
            return 0
        return max(1, round(len(_CAIRN) * min(1.0, self._laid / self._total)))


def draw_cairn(painter: QPainter, standing: int) -> None:
    """Draws a cairn on its 120 × 140 grid with `standing` of six stones laid."""
    worn = theme()
    shadow = worn.color("linea")
    painter.setBrush(shadow if not worn.high_contrast else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(8, 125, 104, 12))
    foot = 130.0
    for place, (left, right, height) in enumerate(_CAIRN):
        rect = QRectF(left, foot - height, right - left, height)
        _draw_stone(painter, rect, place, laid=place < standing)
        foot -= height + 1.5


def _draw_stone(painter: QPainter, rect: QRectF, place: int, *, laid: bool) -> None:
    worn = theme()
    if laid and not worn.high_contrast:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_STONE_COLOURS[place])
    elif laid:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.color("sasso"))
    else:
        pen = QPen(worn.color("bordo"), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = rect.adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(rect, rect.width() * 0.22, rect.height() * 0.48)
    painter.setPen(Qt.PenStyle.NoPen)
