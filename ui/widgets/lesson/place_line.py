"""The line over a lesson that opens where its reader stopped."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from scuola_digitale.words import say
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.pictures import icon
from ui.widgets.text import Text
from ui.widgets.theme import theme

HERE, FROM_START = say("Sei rimasto qui."), say("Dall’inizio")
_SIDE, _GAP = 14, 10


class PlaceLine(QWidget):
    """Says where the lesson goes on and offers its beginning; the first scroll takes it away."""

    accessible_role = QAccessible.Role.Note
    from_start = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = Text(HERE, "strong", parent=self)
        self._begin = Button(FROM_START, "quiet", size="small", parent=self)
        self._begin.clicked.connect(self.from_start)
        self.setAccessibleName(HERE)

    def open_at(self, left: int, top: int, room: int) -> None:
        """Shows it in the middle of `room` pixels from `left`."""
        words, button = self._words.sizeHint(), self._begin.sizeHint()
        wide = self._lead() + words.width() + _GAP + button.width() + 6
        tall = max(words.height(), button.height()) + 10
        self.setGeometry(left + max(0, room - wide) // 2, top, min(wide, room), tall)
        self.show()
        self.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        words, button = self._words.sizeHint(), self._begin.sizeHint()
        tall = self.height() - 3
        self._words.setGeometry(self._lead(), (tall - words.height()) // 2, words.width(), words.height())
        left = self.width() - button.width() - 6
        self._begin.setGeometry(left, (tall - button.height()) // 2, button.width(), button.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        paint.paper(
            painter, rect, worn.color("foglio"), worn.color("linea"), radius=14, border=worn.border(), lip=3
        )
        side = worn.px(20)
        drawn = icon("segnalibro", worn.color("link"), side)
        painter.drawPixmap(_SIDE, round((rect.height() - 3 - side) / 2), drawn)

    def _lead(self) -> int:
        return _SIDE + theme().px(20) + 8
