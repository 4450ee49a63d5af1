"""What is being typed may go on so: a list under the field, by mouse, by touch and by arrows."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout

from ui.widgets import paint
from ui.widgets.fields import Field
from ui.widgets.pictures import icon as icon_pixmap
from ui.widgets.pressable import Pressable
from ui.widgets.theme import theme

_EDGE = 6


class Way(NamedTuple):
    """A way to go on: an icon, the words, the name for a screen reader, what choosing it does."""

    icon: str
    words: str
    name: str
    choose: Callable[[], None]


class CompletionRow(Pressable):
    """One way to go on: an icon and the words."""

    radius = 10

    def __init__(self, icon: str, words: str, name: str) -> None:
        super().__init__(words, name=name)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, max(40, QFontMetrics(theme().font("ui")).height() + 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        if self.underMouse() or self.hasFocus():
            painter.setBrush(worn.color("primary_soft"))
            painter.drawRoundedRect(rect, self.radius, self.radius)
        size = worn.px(20)
        middle = rect.center().y()
        drawn = icon_pixmap(self._icon, worn.color("link"), size)
        painter.drawPixmap(10, round(middle - size / 2), drawn)
        painter.setFont(worn.font("ui"))
        words = QRectF(size + 20, 0, rect.width() - size - 28, rect.height())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        paint.text(painter, words, self.words(), worn.color("ink"), align=left)


class Completions(QFrame):
    """The list under a field. Down goes into it, up comes back, escape closes it."""

    def __init__(self, field: Field, name: str) -> None:
        super().__init__(field.parentWidget())
        self._field = field
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE + 3)
        self._column.setSpacing(0)
        self._rows: list[CompletionRow] = []
        field.installEventFilter(self)
        field.line.installEventFilter(self)
        self.hide()

    def rows(self) -> tuple[CompletionRow, ...]:
        """The ways to go on that are shown."""
        return tuple(self._rows) if self.isVisible() else ()

    def show_ways(self, ways: Sequence[Way]) -> None:
        """Shows the ways; none hide the list."""
        self._clear()
        for way in ways:
            row = CompletionRow(way.icon, way.words, way.name)
            row.clicked.connect(lambda _=False, act=way.choose: self._choose(act))
            row.installEventFilter(self)
            self._column.addWidget(row)
            self._rows.append(row)
        if not ways or not self._field.line.hasFocus():
            self.hide()
            return
        self._place()
        self.raise_()
        self.show()

    def _place(self) -> None:
        below = self._field.geometry().bottomLeft() + QPoint(0, 5)
        self.setGeometry(below.x(), below.y(), self._field.width(), self._column.sizeHint().height())

    def _clear(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []

    def _choose(self, act: Callable[[], None]) -> None:
        self.hide()
        self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        act()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        worn = theme()
        paint.paper(painter, QRectF(self.rect()), worn.color("foglio"), worn.color("bordo"), radius=14)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._place()
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._hide_when_left)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.isVisible():
            return self._key(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        places: list[QObject] = [self._field.line, *self._rows]
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if step is None or watched not in places:
            return False
        place = places.index(watched) + step
        if 0 <= place <= len(self._rows):
            target = self._rows[place - 1] if place else self._field.line
            target.setFocus(Qt.FocusReason.TabFocusReason if place else Qt.FocusReason.OtherFocusReason)
        return True

    def _hide_when_left(self) -> None:
        if QApplication.focusWidget() not in (self._field.line, *self._rows):
            self.hide()
