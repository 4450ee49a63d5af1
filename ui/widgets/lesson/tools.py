"""The buttons of the reading bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scuola_digitale.words import say
from ui.widgets import paint
from ui.widgets.pictures import icon
from ui.widgets.pressable import Pressable
from ui.widgets.theme import theme


class Tool(Pressable):
    """A button of the bar: words, a drawing or both; `opens` adds the sign of a menu."""

    radius = 10

    def __init__(
        self, words: str, parent: QWidget, *, drawing: str = "", name: str = "", opens: bool = False
    ) -> None:
        super().__init__(words, name=name, parent=parent)
        self._drawing, self._opens = drawing, opens
        self._on = self._wordless = False
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, *, shown: bool) -> None:
        """With its words beside the drawing, or the drawing alone where there is little room."""
        if shown == self._wordless:
            self._wordless = not shown
            self.updateGeometry()

    def redraw(self, words: str, drawing: str) -> None:
        """Takes other words and another drawing: it does something else now."""
        self.setText(words)
        self._drawing = drawing
        self.updateGeometry()
        self.update()

    def show_on(self, *, on: bool) -> None:
        """Shows it as the one in use."""
        self._on = on
        self.setAccessibleDescription(say("in uso") if on else "")
        self.update()

    def _said(self) -> str:
        return "" if self._wordless and self._drawing else self.words()

    def sizeHint(self) -> QSize:
        worn = theme()
        words = self.words_size("strong")
        width = words.width() if self._said() else 0
        width += worn.px(20) if self._drawing else 0
        width += 8 if self._drawing and self._said() else 0
        width += 8 + worn.px(16) if self._opens else 0
        return QSize(max(44, width + 20), max(40, words.height() + 12))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        if self._on:
            soft, edge = worn.color("primary_soft"), worn.color("primary")
            paint.paper(painter, rect, soft, edge, radius=self.radius, border=2, lip=2)
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(worn.color("incavo"))
            painter.drawRoundedRect(rect, self.radius, self.radius)
        ink = worn.color("link" if self._on else "ink" if self.isEnabled() else "bordo")
        left, side = rect.left() + 10, worn.px(20)
        if self._drawing:
            if not self._said() and not self._opens:
                left = rect.center().x() - side / 2
            painter.drawPixmap(
                round(left), round(rect.center().y() - side / 2), icon(self._drawing, ink, side)
            )
            left += side + 8
        painter.setFont(worn.font("strong"))
        if self._drawing or self._opens:
            paint.text(
                painter, QRectF(left, rect.top(), rect.right() - left, rect.height()), self._said(), ink
            )
        else:
            paint.text(painter, rect, self._said(), ink, align=Qt.AlignmentFlag.AlignCenter)
        if self._opens:
            small = worn.px(16)
            at = round(rect.right() - 10 - small)
            painter.drawPixmap(at, round(rect.center().y() - small / 2), icon("giu", ink, small))


class Divider(QWidget):
    """A thin line between two groups of tools."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(21, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(10, 0, 1, self.height(), theme().color("linea"))
