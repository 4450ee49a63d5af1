"""Buttons: the one primary act, secondary ones with an edge, quiet ones of words alone."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets import paint
from ui.widgets.fonts import Role
from ui.widgets.pictures import icon as icon_pixmap
from ui.widgets.pressable import Pressable
from ui.widgets.theme import theme

ButtonKind = Literal["primary", "secondary", "quiet"]
ButtonSize = Literal["big", "normal", "small"]

_HEIGHT: dict[ButtonSize, int] = {"big": 52, "normal": 44, "small": 36}
_PADDING: dict[ButtonSize, int] = {"big": 28, "normal": 20, "small": 14}
_ROLE: dict[ButtonSize, Role] = {"big": "big", "normal": "strong", "small": "small-strong"}
_ICON_GAP = 8


class Button(Pressable):
    """A button: one primary in a view. `icon` names a drawing; `icon_last` puts it after the words."""

    def __init__(
        self,
        words: str,
        kind: ButtonKind = "secondary",
        *,
        size: ButtonSize = "normal",
        icon: str = "",
        icon_last: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, name=name, parent=parent)
        self._kind: ButtonKind = kind
        self._size: ButtonSize = size
        self._icon = icon
        self._icon_last = icon_last
        self.radius = 10 if size == "small" else 12
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def kind(self) -> ButtonKind:
        """Which kind it is."""
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        """Turns a button into another kind."""
        self._kind = kind
        self.update()

    def set_size(self, size: ButtonSize) -> None:
        """Makes it bigger or smaller, as narrow windows ask."""
        self._size = size
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Changes the drawing before the words."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        padding = 12 if self._kind == "quiet" else _PADDING[self._size]
        if not self.words():
            padding = 10
        width = self._content_width() + 2 * padding
        height = max(_HEIGHT[self._size], self.words_size(_ROLE[self._size]).height() + 12)
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        drop, lip = self._draw_ground(painter, rect)
        self._draw_content(painter, rect.adjusted(0, drop, 0, drop - lip))

    def _icon_size(self) -> int:
        return theme().px(20) if self._icon else 0

    def _content_width(self) -> int:
        words = self.words_size(_ROLE[self._size]).width()
        return words + self._icon_size() + (_ICON_GAP if self._icon and words else 0)

    def _draw_ground(self, painter: QPainter, rect: QRectF) -> tuple[int, int]:
        """Draws the ground; gives how far the label drops and how high the lip is, pixels."""
        worn = theme()
        if self._kind == "quiet":
            if self.underMouse() or self.isDown():
                painter.setBrush(worn.color("primary_soft"))
                painter.drawRoundedRect(rect, self.radius, self.radius)
            return 0, 0
        if not self.isEnabled():
            self._draw_waiting(painter, rect)
            return 0, 3
        if self._kind == "primary":
            return self._draw_primary(painter, rect)
        edge = worn.color("bordo")
        if self.isDown():
            lower = rect.adjusted(0, 1, 0, 0)
            paint.paper(painter, lower, worn.color("incavo"), edge, radius=self.radius, border=2, lip=2)
            return 1, 0
        fill = worn.color("incavo" if self.underMouse() else "foglio")
        paint.paper(painter, rect, fill, edge, radius=self.radius, border=2, lip=3)
        return 0, 3

    def _draw_waiting(self, painter: QPainter, rect: QRectF) -> None:
        """The ground of what cannot be pressed now: in high contrast, where no ground is soft, its edge is broken."""
        worn = theme()
        if worn.high_contrast:
            paint.dashed(painter, rect.adjusted(0, 0, 0, -3), worn.color("linea"), radius=self.radius)
            return
        paint.paper(painter, rect, worn.color("incavo"), worn.color("linea"), radius=self.radius, border=2)

    def _draw_primary(self, painter: QPainter, rect: QRectF) -> tuple[int, int]:
        worn = theme()
        if self.isDown():
            painter.setBrush(worn.color("primary_lip"))
            painter.drawRoundedRect(rect.adjusted(0, 4, 0, 0), self.radius, self.radius)
            return 4, 4
        fill = worn.color("primary")
        if self.underMouse() and not worn.high_contrast:
            fill = QColor(fill).lighter(108) if worn.name == "chiaro" else QColor(fill).darker(106)
        lip = worn.color("primary_lip")
        paint.paper(painter, rect, fill, lip, radius=self.radius, border=0, lip=4)
        return 0, 4

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return theme().color("ink2")
        tone = {"primary": "on_primary", "secondary": "ink", "quiet": "link"}[self._kind]
        return theme().color(tone)

    def _draw_content(self, painter: QPainter, rect: QRectF) -> None:
        size, ink = self._icon_size(), self._ink()
        left = rect.left() + (rect.width() - self._content_width()) / 2
        words_width = self._content_width() - size - (_ICON_GAP if size and self.words() else 0)
        icon_left = left + words_width + _ICON_GAP if self._icon_last else left
        if self._icon:
            top = round(rect.center().y() - size / 2)
            painter.drawPixmap(round(icon_left), top, icon_pixmap(self._icon, ink, size))
        words_left = left if self._icon_last or not size else left + size + _ICON_GAP
        painter.setFont(theme().font(_ROLE[self._size]))
        words_rect = QRectF(words_left, rect.top(), words_width + 2, rect.height())
        paint.text(painter, words_rect, self.words(), ink, align=Qt.AlignmentFlag.AlignVCenter)
