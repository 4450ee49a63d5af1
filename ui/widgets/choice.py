"""Controls to choose with: one of a few from a menu, one of some large cards."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from ui.widgets import paint
from ui.widgets.accessible import Group
from ui.widgets.layouts import clear
from ui.widgets.menu import OPENS_MENU, Menu
from ui.widgets.pictures import icon as icon_pixmap
from ui.widgets.pressable import Pressable
from ui.widgets.theme import theme


class Choice(Pressable):
    """A line that shows what is chosen and opens a menu of the others; `options` are keys and words."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], current: str) -> None:
        self._options = tuple(options)
        words = dict(options).get(current, "")
        super().__init__(words, name=f"{name}: {words}")
        self._current = current
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(OPENS_MENU())
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._height(1))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need, two at most."""
        wide = QFontMetrics(self._font()).horizontalAdvance(self.words())
        return self._height(2 if wide > self._room(width) else 1)

    def _font(self) -> QFont:
        return theme().font("strong" if self._current else "ui")

    def _room(self, width: int) -> int:
        return width - theme().px(20) - 44

    def _height(self, lines: int) -> int:
        return max(44, lines * QFontMetrics(self._font()).height() + 16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        fill = worn.color("incavo" if self.underMouse() else "foglio")
        paint.paper(painter, rect, fill, worn.color("bordo"), radius=self.radius, border=2, lip=3)
        size = worn.px(20)
        ink = worn.color("ink" if self._current else "ink2")
        middle = rect.center().y() - 0.5
        painter.drawPixmap(
            round(rect.right() - size - 12), round(middle - size / 2), icon_pixmap("giu", ink, size)
        )
        painter.setFont(self._font())
        self.setToolTip(self.words())
        room = QRectF(16, 0, self._room(round(rect.width())), rect.height() - 1)
        wraps = painter.fontMetrics().horizontalAdvance(self.words()) > room.width()
        paint.text(painter, room, self.words(), ink, wrap=wraps)

    def choose(self, key: str) -> None:
        """Chooses, as a touch in the menu does."""
        self.chosen.emit(key)

    def _open(self) -> None:
        menu = Menu(self)
        for key, words in self._options:
            act = menu.addAction(words.replace("&", "&&"))
            act.setCheckable(True)
            act.setChecked(key == self._current)
            act.triggered.connect(lambda _=False, one=key: self.choose(one))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))


class Choosing(Group):
    """Holds one menu, which is made anew when its options or what is chosen change."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._options: tuple[tuple[str, str], ...] = ()
        self.chosen = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def offer(self, options: tuple[tuple[str, str], ...]) -> None:
        """Offers keys and words; what was chosen stays if it is among them, else the first is."""
        self._options = options
        keys = [key for key, _ in options]
        self.choose(self.chosen if self.chosen in keys else keys[0])

    def show_options(self, options: tuple[tuple[str, str], ...], key: str) -> None:
        """Offers these, with one of them chosen, or the first where it is none of them; nothing where there are none."""
        self._options = options
        if options:
            self.choose(key if key in dict(options) else options[0][0])

    def choose(self, key: str) -> None:
        """Shows what is chosen."""
        self.chosen = key
        clear(self._column)
        menu = Choice(self._name, self._options, key)
        menu.chosen.connect(self.choose)
        self._column.addWidget(menu)


class ThemeButton(Pressable):
    """A card to choose: a title over a line; chosen, it is blue and carries a tick."""

    radius = 14

    def __init__(self, title: str, detail: str) -> None:
        super().__init__(title, name=f"{title}, {detail}")
        self._detail = detail
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def choose(self, *, chosen: bool) -> None:
        """Shows it as the chosen one or not; a group may have none."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def nextCheckState(self) -> None:
        """The page says which one is chosen."""

    def sizeHint(self) -> QSize:
        worn = theme()
        tall = QFontMetrics(worn.font("card")).height() + QFontMetrics(worn.font("small")).height()
        return QSize(220, tall + 24)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        chosen = self.isChecked()
        fill = worn.color("primary_soft" if chosen or self.underMouse() else "foglio")
        edge = worn.color("primary" if chosen else "linea")
        border = 2 if chosen else worn.border()
        paint.paper(painter, rect, fill, edge, radius=self.radius, border=border, lip=4 if chosen else 3)
        painter.setFont(worn.font("card"))
        tall = painter.fontMetrics().height()
        width = rect.width() - 32
        if chosen:
            size = worn.px(24)
            tick = icon_pixmap("fatto", worn.color("link"), size, 2.4)
            painter.drawPixmap(round(rect.right() - size - 14), 14, tick)
            width -= size + 8
        ink = worn.color("link" if chosen else "ink")
        paint.text(painter, QRectF(16, 9, width, tall), self.words(), ink)
        painter.setFont(worn.font("small"))
        below = QRectF(16, 9 + tall, rect.width() - 32, painter.fontMetrics().height())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        paint.text(painter, below, self._detail, worn.color("ink2"), align=left)
