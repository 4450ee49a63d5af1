"""`ordina`: move each paper up or down with its buttons, with the keys, or by dragging it."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from scuola_digitale.domain.exercise import Answer, Item, Ordering
from scuola_digitale.domain.judging import Verdict
from scuola_digitale.words import say
from ui.widgets.exercises import states
from ui.widgets.exercises.body import Body
from ui.widgets.exercises.saying import announce
from ui.widgets.exercises.states import AnswerState, state_of
from ui.widgets.exercises.tiles import Tile
from ui.widgets.lesson.stack import Walked
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.pressable import Pressable
from ui.widgets.theme import theme

_GAP = 8
_BUTTON = 40


class OrderingBody(Body):
    """Papers one under another."""

    def __init__(
        self, exercise: Ordering, offered: tuple[str, ...], around: Surroundings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        known = {item.item_id: item for item in exercise.items}
        self._rows = _Rows([known[one] for one in offered], around, self)
        self._rows.moved.connect(self.touched)
        self.add(self._rows)

    def answer(self) -> Answer:
        return tuple(row.item_id for row in self._rows.order)

    def restore(self, answer: Answer) -> None:
        self._rows.restore(answer)

    def show_verdict(self, verdict: Verdict) -> None:
        for row, right in zip(self._rows.order, verdict.parts, strict=True):
            row.show_judged(state_of(right=right))
            row.lock(locked=verdict.right)

    def reopen(self) -> None:
        """The order stays as it is, to be mended."""

    def first_control(self) -> QWidget:
        return next((row for row in self._rows.order if row.state != "right"), self._rows.order[0])


class _Rows(Walked):
    moved = Signal()

    def __init__(self, items: list[Item], around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.order = [_Row(item, around, self) for item in items]
        for row in self.order:
            row.asked.connect(lambda step, one=row: self.move_row(one, step))
        self._number()

    def restore(self, answer: Answer) -> None:
        """Puts the rows as `answer` says; where items came or went in the meantime they stay as they are."""
        known = {row.item_id: row for row in self.order}
        if sorted(known) == sorted(answer):
            self.order = [known[item_id] for item_id in answer]
            self._number()
            self._walk(self.width(), move=True)

    def move_row(self, row: "_Row", step: int) -> None:
        """Moves a row up (-1) or down (1)."""
        place = self.order.index(row)
        target = place + step
        if not 0 <= target < len(self.order):
            return
        self.order[place], self.order[target] = self.order[target], self.order[place]
        for one in self.order:
            one.show_judged("choose")
        self._number()
        self._walk(self.width(), move=True)
        announce(
            self,
            say(
                "{item}, posto {place} di {total}",
                item=row.rich.spoken,
                place=target + 1,
                total=len(self.order),
            ),
        )
        self.moved.emit()

    def _number(self) -> None:
        controls: list[QWidget] = []
        for place, row in enumerate(self.order):
            row.stand_at(place, len(self.order))
            controls += row.controls()
        # The keyboard goes from top to bottom, whatever the order they were made in.
        for before, after in pairwise(controls):
            QWidget.setTabOrder(before, after)

    def _walk(self, width: int, *, move: bool) -> int:
        y = 0
        for row in self.order:
            tall = row.heightForWidth(width)
            if move:
                row.place(0, y, width, tall)
            y += tall + _GAP
        return max(0, y - _GAP)


class _Row(Tile):
    """A paper to move; `asked` tells how: -1 up, 1 down."""

    asked = Signal(int)

    def __init__(self, item: Item, around: Surroundings, parent: QWidget) -> None:
        super().__init__(item.spans, parent, around=around)
        self.item_id = item.item_id
        self._held = False
        self._grip: float | None = None
        self._up, self._down = _Arrow(-1, self.rich.spoken, parent), _Arrow(1, self.rich.spoken, parent)
        for arrow in (self._up, self._down):
            arrow.clicked.connect(lambda _checked=False, step=arrow.step: self.asked.emit(step))
        self.room_right = self._arrows_width()
        self.clicked.connect(self._toggle)

    def controls(self) -> list[QWidget]:
        """Itself and its two buttons, as the keyboard meets them."""
        return [self, self._up, self._down]

    def stand_at(self, place: int, total: int) -> None:
        """Tells it its place, 0 for the first."""
        self.badge = str(place + 1)
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < total - 1)
        self.setAccessibleName(
            say("{item}, posto {place} di {total}", item=self.rich.spoken, place=place + 1, total=total)
        )
        self.update()

    def show_judged(self, state: AnswerState) -> None:
        """Shows how its place was judged."""
        self._held = False
        self.show_state(state)
        self.setAccessibleDescription(
            states.SAID()[state] or say("Spazio per prenderlo, poi frecce su e giù")
        )

    def lock(self, *, locked: bool) -> None:
        """Keeps it where it is."""
        self.locked = locked
        self._up.setVisible(not locked)
        self._down.setVisible(not locked)
        self.room_right = 0 if locked else self._arrows_width()
        self.update()

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """Puts it and its buttons."""
        side = theme().px(_BUTTON)
        self.room_right = 0 if self.locked else self._arrows_width()
        self.setGeometry(x, y, width, height)
        top = y + (height - states.LIP - side) // 2
        self._up.setGeometry(x + width - 2 * side - 12, top, side, side)
        self._down.setGeometry(x + width - side - 8, top, side, side)
        self._up.raise_()
        self._down.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        moves = self._held or event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in steps and moves and not self.locked:
            held = self._held
            self.asked.emit(steps[Qt.Key(event.key())])
            self._hold(held=held)
        elif event.key() == Qt.Key.Key_Escape and self._held:
            self._hold(held=False)
        else:
            super().keyPressEvent(event)

    def takes_hold(self, at: QPoint) -> bool:
        """Whether a finger that rests on it takes it along."""
        return not self.locked and self.rect().contains(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.isDown() or self.locked:
            return
        y = event.position().y()
        if self._grip is None:
            self._grip = y
        if abs(y - self._grip) > max(QApplication.startDragDistance(), self.height() * 0.6):
            self.asked.emit(1 if y > self._grip else -1)
            self._hold(held=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._grip = self._held and self._grip is not None, None
        if dragged:
            self.setDown(False)
            self._hold(held=False)
        else:
            super().mouseReleaseEvent(event)

    def _arrows_width(self) -> int:
        return 2 * theme().px(_BUTTON) + 12

    def _toggle(self) -> None:
        self._hold(held=not self._held)

    def _hold(self, *, held: bool) -> None:
        self._held = held
        if held or self.state == "chosen":
            self.show_state("chosen" if held else "choose")


class _Arrow(Pressable):
    """A small button with an arrow up or down."""

    radius = 10

    def __init__(self, step: int, what: str, parent: QWidget) -> None:
        super().__init__(
            "",
            name=say("Sposta {which}: {what}", which=say("in su") if step < 0 else say("in giù"), what=what),
            parent=parent,
        )
        self.step = step

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_BUTTON), theme().px(_BUTTON))

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        if self.underMouse() and self.isEnabled():
            painter.setBrush(worn.color("primary_soft"))
            painter.drawRoundedRect(rect, self.radius, self.radius)
        painter.setPen(
            QPen(
                worn.color("link" if self.isEnabled() else "linea"),
                2.4,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle, reach = rect.center(), rect.width() * 0.17
        rise = reach * 0.55 * self.step
        painter.drawPolyline(
            [
                QPointF(middle.x() - reach, middle.y() - rise),
                QPointF(middle.x(), middle.y() + rise),
                QPointF(middle.x() + reach, middle.y() - rise),
            ]
        )
        painter.setPen(Qt.PenStyle.NoPen)
