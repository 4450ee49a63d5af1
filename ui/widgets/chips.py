"""Chips: a state in an icon and a word, or a filter that can be chosen."""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets import paint
from ui.widgets.fonts import Role
from ui.widgets.pictures import icon as icon_pixmap
from ui.widgets.pressable import Pressable
from ui.widgets.theme import theme

Mood = Literal["plain", "ok", "warn", "busy", "bad", "line", "on"]
"""What a chip feels like: quiet, done, not yet, at work, damaged, outlined, chosen."""

_COLOURS: dict[Mood, tuple[str, str]] = {
    "plain": ("ink2", "incavo"),
    "ok": ("success", "success_soft"),
    "warn": ("warning", "warning_soft"),
    "busy": ("link", "primary_soft"),
    "bad": ("danger", "danger_soft"),
    "line": ("ink", ""),
    "on": ("on_primary", "primary"),
}
_GAP = 6


def chip_width(words: str, icon: str) -> int:
    """How wide a chip of these words is, pixels."""
    words_width = QFontMetrics(theme().font("label")).horizontalAdvance(words)
    return words_width + (theme().px(16) + _GAP if icon else 0) + 20


def chip_height() -> int:
    """How high a chip is, pixels."""
    return max(28, QFontMetrics(theme().font("label")).height() + 6)


def draw_chip(
    painter: QPainter, rect: QRectF, words: str, icon: str, mood: Mood, *, role: Role = "label"
) -> None:
    """Draws a chip centred in `rect`."""
    worn = theme()
    ink, ground = _COLOURS[mood]
    colour = worn.color(ink)
    edge: QColor | None = None
    if mood == "line":
        edge = worn.color("bordo")
    elif worn.high_contrast:
        edge = colour
    paint.pill(painter, rect, worn.color(ground) if ground else None, edge)
    size = worn.px(16) if icon else 0
    painter.setFont(worn.font(role))
    words_width = painter.fontMetrics().horizontalAdvance(words)
    left = rect.left() + max(8.0, (rect.width() - words_width - (size + _GAP if size else 0)) / 2)
    if icon:
        drawn = icon_pixmap(icon, colour, size, 2.4)
        painter.drawPixmap(round(left), round(rect.center().y() - size / 2), drawn)
        left += size + _GAP
    room = QRectF(left, rect.top(), rect.right() - left - 6, rect.height())
    paint.text(painter, room, words, colour)


class Chip(QLabel):
    """A state, never told by colour alone."""

    def __init__(
        self, words: str = "", mood: Mood = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._mood: Mood = mood
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, words: str, mood: Mood, icon: str = "") -> None:
        """Tells another state."""
        self._mood, self._icon = mood, icon
        self.setText(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(chip_width(self.text(), self._icon), self.minimumWidth()), chip_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(max(40, self.minimumWidth()), chip_height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        draw_chip(painter, QRectF(self.rect()), self.text(), self._icon, self._mood)


class FilterChip(Pressable):
    """A filter: outlined, filled when chosen; `dot` is the token of a coloured dot before the words."""

    def __init__(self, words: str, *, dot: str = "", name: str = "", round_one: bool = False) -> None:
        super().__init__(words, name=name)
        self._dot = dot
        self._round = round_one
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.update)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font("small-strong"))
        height = max(34, metrics.height() + 8)
        self.radius = height / 2
        width = metrics.horizontalAdvance(self.words())
        if self._round:
            return QSize(max(height, width + 16), height)
        return QSize(width + 26 + (18 if self._dot else 0), height)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        chosen = self.isChecked()
        if chosen:
            paint.pill(painter, rect, worn.color("primary"), worn.color("primary"))
        else:
            fill = worn.color("incavo" if self.underMouse() else "foglio")
            paint.pill(painter, rect, fill, worn.color("bordo"))
        left = rect.left() + 13
        if self._dot:
            painter.setBrush(worn.color("on_primary" if chosen else self._dot))
            painter.drawEllipse(QRectF(left, rect.center().y() - 5, 10, 10))
            left += 18
        painter.setFont(worn.font("small-strong"))
        ink = worn.color("on_primary" if chosen else "ink")
        centred = Qt.AlignmentFlag.AlignCenter
        room = QRectF(left, rect.top(), rect.right() - left - 12, rect.height())
        if self._dot:
            paint.text(painter, room, self.words(), ink)
        else:
            paint.text(painter, rect, self.words(), ink, align=centred)
