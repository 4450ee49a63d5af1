"""The reading ruler: a clear band over the line that is read, the rest of the page veiled."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.theme import theme


@runtime_checkable
class HasLines(Protocol):
    """A page that knows where its lines of text stand."""

    def line_at(self, y: int) -> tuple[int, int] | None:
        """Top and foot of the line at a height, pixels of the page; None where no running text stands."""
        ...


_FOLLOW_MS = 40
_BAND = 44
_AIR = 4
"""How much more than its line a band is, above and below, pixels."""
_VEIL = 110
"""How thick the veil is, of 255."""
_REST = 0.38
"""Where the band rests until the pointer comes: a part of the page's height."""


def follow_with_ruler(page: QWidget) -> "Ruler":
    """Lays a ruler over a page; it shows itself while the reader wants one."""
    return Ruler(page)


class Ruler(QWidget):
    """Lies over its page and lets every touch through; who reads with the keys has it stand still."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._y = -1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self)
        self._timer.setInterval(_FOLLOW_MS)
        self._timer.timeout.connect(self._follow)
        page.installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.StyleChange}:
            self._settle()
        elif event.type() == QEvent.Type.ChildAdded:
            QTimer.singleShot(0, self, self.raise_)
        return False

    def band(self) -> QRect:
        """The clear band, in the page's pixels: over a line of running text as high as the line, so that none is cut."""
        middle = round(self.height() * _REST) if self._y < 0 else self._y
        line = self._page.line_at(middle) if isinstance(self._page, HasLines) else None
        if line is not None:
            return QRect(0, line[0] - _AIR, self.width(), line[1] - line[0] + 2 * _AIR)
        tall = theme().px(_BAND * theme().line_factor)
        return QRect(0, middle - tall // 2, self.width(), tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, band = QPainter(self), self.band()
        veil = QColor(theme().color("foglio"))
        veil.setAlpha(_VEIL)
        painter.fillRect(0, 0, self.width(), band.top(), veil)
        painter.fillRect(0, band.bottom() + 1, self.width(), self.height(), veil)
        edge = theme().color("primary")
        painter.fillRect(0, band.top() - 2, self.width(), 2, edge)
        painter.fillRect(0, band.bottom() + 1, self.width(), 2, edge)

    def recolour(self) -> None:
        """The look changed, and with it perhaps whether a ruler is wanted."""
        self._settle()

    def _settle(self) -> None:
        wanted = theme().ways.ruler
        self.setGeometry(self._page.rect())
        self.setVisible(wanted)
        self.raise_()
        if wanted:
            self._timer.start()
        else:
            self._timer.stop()

    def _follow(self) -> None:
        at = self._page.mapFromGlobal(QCursor.pos())
        if self._page.rect().contains(at) and at.y() != self._y:
            self._y = at.y()
            self.update()
