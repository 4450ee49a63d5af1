"""The drawn map: land, sea, and a control for each place, with its name where there is room."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.presenters.places_map import PlacesMapPresenter, Spot
from ui.widgets import paint
from ui.widgets.pictures import icon
from ui.widgets.pressable import Pressable
from ui.widgets.theme import theme
from ui.widgets.tokens import AREA_ICONS, AREA_TOKENS

_TOUCH, _PIN = 44, 30
_LEAST, _MOST = 300, 600
_STEP, _STEPS = 4, 30
_WAYS = tuple(QPoint(*one) for one in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, -1), (1, -1), (-1, 1)))
"""Where a control goes that has to give way, the nearest first."""


class SpotButton(Pressable):
    """A place: a pin in its area's colour and its name; a number where it has several lessons."""

    radius = 22

    def __init__(self, spot: Spot, parent: QWidget) -> None:
        super().__init__(spot.name, name=spot.spoken, parent=parent)
        self.spot = spot
        self.to_left = False
        self._rest, self._opened = QRect(), QRect()
        self.setCheckable(True)
        self.setToolTip(spot.spoken)

    def stand(self, rest: QRect, opened: QRect) -> None:
        """Where it stands, and where with its name: those differ where the name found no room."""
        self._rest, self._opened = rest, opened
        self._place_itself()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._place_itself()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._place_itself()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._place_itself(here=True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._place_itself(here=False)

    def _place_itself(self, *, here: bool | None = None) -> None:
        """Shows its name over the others while it is pointed at or led to."""
        here = self.hasFocus() if here is None else here
        opened = here or self.underMouse()
        self.setGeometry(self._opened if opened else self._rest)
        if opened and self._opened != self._rest:
            self.raise_()

    def wide(self) -> int:
        """How much room it takes with its name."""
        metrics = QFontMetrics(theme().font("label"))
        return _TOUCH + metrics.horizontalAdvance(self.words()) + 10

    def shows_name(self) -> bool:
        """Whether there was room for more than the pin."""
        return self.width() > _TOUCH

    def pin(self) -> QPointF:
        """The middle of the pin, in the control's own pixels."""
        side = self.width() - _TOUCH / 2 if self.to_left else _TOUCH / 2
        return QPointF(side, self.height() / 2)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn, middle = theme(), self.pin()
        colour = worn.color(AREA_TOKENS[self.spot.area])
        ground = worn.color("primary_soft" if self.isChecked() or self.underMouse() else "foglio")
        if self.shows_name():
            edge = colour if self.isChecked() else worn.color("linea")
            paint.pill(painter, rect.adjusted(0, 7, 0, -7), ground, edge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(middle, _PIN / 2, _PIN / 2)
        self._fill_pin(painter, middle)
        if not self.shows_name():
            return
        room = rect.adjusted(12, 0, -_TOUCH + 4, 0) if self.to_left else rect.adjusted(_TOUCH - 4, 0, -8, 0)
        painter.setFont(worn.font("label"))
        paint.text(painter, room, self.words(), worn.color("ink"))

    def _fill_pin(self, painter: QPainter, middle: QPointF) -> None:
        worn = theme()
        if len(self.spot.cards) == 1:
            side = 18
            drawn = icon(AREA_ICONS[self.spot.area], worn.color("foglio"), side)
            painter.drawPixmap(
                QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side).toRect(), drawn
            )
            return
        painter.setFont(worn.font("label"))
        box = QRectF(middle.x() - _PIN / 2, middle.y() - _PIN / 2, _PIN, _PIN)
        centred = Qt.AlignmentFlag.AlignCenter
        paint.text(painter, box, str(len(self.spot.cards)), worn.color("foglio"), align=centred)


class PlacesMap(QWidget):
    """The region with its places, reached by Tab from north to south. `pressed` tells which was touched."""

    pressed = Signal(object)

    def __init__(self, presenter: PlacesMapPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._outline = presenter.outline()
        self.buttons = [SpotButton(spot, self) for spot in presenter.spots if spot.x is not None]
        for button in self.buttons:
            button.clicked.connect(lambda _=False, spot=button.spot: self.pressed.emit(spot))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(presenter.title)

    def in_reading_order(self) -> list[SpotButton]:
        """The places from north to south, whichever shows its name over the others."""
        return self.buttons

    def choose(self, chosen: Spot | None) -> None:
        """Marks the chosen place."""
        for button in self.buttons:
            button.setChecked(button.spot == chosen)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(_LEAST, min(_MOST, width))

    def sizeHint(self) -> QSize:
        return QSize(_MOST, _MOST)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        paint.begin(painter)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 16, 16)
        painter.setClipPath(frame)
        painter.fillRect(self.rect(), worn.color("primary_soft"))
        self._draw_inland(painter)
        self._draw_land(painter)
        painter.setFont(worn.font("small"))
        x, y = self._presenter.sea_at()
        paint.text(
            painter, QRectF(self._point(x, y), QSize(200, 30)), self._presenter.sea, worn.color("link")
        )
        for button in self.buttons:
            self._draw_leader(painter, button)

    def _draw_land(self, painter: QPainter) -> None:
        worn = theme()
        shape = QPolygonF([self._point(x, y) for x, y in self._outline])
        painter.setBrush(worn.color("foglio"))
        painter.setPen(worn.color("bordo"))
        painter.drawPolygon(shape)

    def _draw_inland(self, painter: QPainter) -> None:
        """The land of the neighbours: everything west of the coast."""
        coast = sorted(self._outline, key=lambda one: one[1])
        north, south = coast[0], max(self._outline, key=lambda one: one[0])
        below = [
            QPointF(*one) for one in ((-3.0, -3.0), (north[0], -3.0), north, south, (south[0] + 0.1, 4.0))
        ]
        edge = QPolygonF([self._point(one.x(), one.y()) for one in (*below, QPointF(-3.0, 4.0))])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("incavo"))
        painter.drawPolygon(edge)

    def _draw_leader(self, painter: QPainter, button: SpotButton) -> None:
        """A thin line from where the place is to its control, where that had to give way."""
        here = self._point(button.spot.x or 0, button.spot.y or 0)
        there = QPointF(button.pos()) + button.pin()
        if (here - there).manhattanLength() < _PIN / 2:
            return
        painter.setPen(QColor(theme().color(AREA_TOKENS[button.spot.area])))
        painter.drawLine(here, there)
        painter.setBrush(theme().color(AREA_TOKENS[button.spot.area]))
        painter.drawEllipse(here, 4, 4)

    def _square(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _point(self, x: float, y: float) -> QPointF:
        square = self._square()
        return QPointF(square.x() + x * square.width(), square.y() + y * square.height())

    def _place_buttons(self) -> None:
        """First each pin as near to its place as the others leave room, then names where they still fit."""
        rects: list[QRect] = []
        for button in self.buttons:
            rects.append(self._free_room(button, rects))
        for number, button in enumerate(self.buttons):
            pin = rects[number]
            rects[number] = self._with_name(button, pin, rects[:number] + rects[number + 1 :])
            opened = rects[number] if rects[number] != pin else self._with_name(button, pin, [])
            button.stand(rects[number], opened)

    def _free_room(self, button: SpotButton, taken: list[QRect]) -> QRect:
        at = self._point(button.spot.x or 0, button.spot.y or 0).toPoint()
        there = QRect(at - QPoint(_TOUCH // 2, _TOUCH // 2), QSize(_TOUCH, _TOUCH))
        for far in range(_STEPS):
            for way in _WAYS:
                rect = there.translated(way * far * _STEP)
                if self.rect().contains(rect) and not any(rect.intersects(one) for one in taken):
                    return rect
        return there

    def _with_name(self, button: SpotButton, pin: QRect, taken: list[QRect]) -> QRect:
        extra = button.wide() - pin.width()
        for to_left, rect in ((False, pin.adjusted(0, 0, extra, 0)), (True, pin.adjusted(-extra, 0, 0, 0))):
            if self.rect().contains(rect) and not any(rect.intersects(one) for one in taken):
                button.to_left = to_left
                return rect
        button.to_left = False
        return pin
