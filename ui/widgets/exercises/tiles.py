"""Small papers with words that can be pressed, joined or put into gaps."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from scuola_digitale.domain.text import Spans
from ui.widgets import paint
from ui.widgets.exercises import states
from ui.widgets.exercises.heard import HeardWords
from ui.widgets.exercises.states import AnswerState
from ui.widgets.lesson.label import RichText
from ui.widgets.lesson.stack import let_grow
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.pressable import Pressable
from ui.widgets.theme import theme


class Tile(HeardWords, Pressable):
    """A paper with rich words; `badge` is the small sign in front, empty for none, `held` whether it is in hand."""

    radius = states.RADIUS

    def __init__(
        self, spans: Spans, parent: QWidget, *, around: Surroundings | None = None, low: bool = False
    ) -> None:
        super().__init__("", parent=parent)
        self.rich = RichText(spans, "option", around=around)
        self.state: AnswerState = "choose"
        self.badge = ""
        self.held = False
        self.locked = False
        self.room_right = 0
        self._low = low
        if low:
            self.radius = 10
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        else:
            let_grow(self)
        self.setAccessibleName(self.rich.spoken)

    def show_state(self, state: AnswerState) -> None:
        """Shows how it was judged, or that it is in hand."""
        self.state = state
        self.updateGeometry()
        self.update()

    def breaks_words_in(self, width: int) -> bool:
        """Whether a word of it would be broken in a box `width` wide, once judged."""
        return self.rich.longest_word() + theme().px(22) > self._words_width(width) + self._sign_width()

    def hasHeightForWidth(self) -> bool:
        return not self._low

    def heightForWidth(self, width: int) -> int:
        worn = theme()
        words = self.rich.height(self._words_width(width))
        return max(worn.px(52), words + 2 * worn.px(12)) + states.LIP

    def sizeHint(self) -> QSize:
        worn = theme()
        if self._low:
            words = self.rich.natural_width() + 2 * worn.px(14) + self._sign_width()
            return QSize(words, max(44, worn.px(26) + 18))
        width = self.width() or 200
        return QSize(width, self.heightForWidth(width))

    def baseline(self) -> float:
        """How far under its top its letters stand where it is low, pixels."""
        tall = self.rich.height(self.rich.natural_width() + 1)
        return (self.sizeHint().height() - states.LIP - tall) / 2 + self.rich.baseline()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._low else QSize(40, 40)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.rich.refresh()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.locked and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        hovered = self.underMouse() and not self.locked and self.isEnabled()
        if self.held:
            primary, lip = worn.color("primary"), worn.color("primary_lip")
            paint.paper(painter, rect, primary, lip, radius=self.radius, border=2, lip=states.LIP)
        elif self.isEnabled():
            states.draw_ground(painter, rect, self.state, hovered=hovered, radius=self.radius)
        else:
            states.draw_spent(painter, rect, radius=self.radius)
        sheet = rect.adjusted(0, 0, 0, -states.LIP)
        left = self._lead()
        if self._badged():
            side = worn.px(states.BADGE)
            tile = QRectF(worn.px(12), sheet.center().y() - side / 2, side, side)
            states.draw_badge(painter, tile, self.badge, "choose" if self.held else self.state)
        wide = self._words_width(self.width())
        tall = self.rich.height(wide)
        ink = worn.color("on_primary") if self.held else None if self.isEnabled() else worn.color("ink2")
        sign = QPointF(rect.right() - self.room_right - worn.px(16), sheet.center().y())
        states.draw_sign(painter, sign, self.state, worn.px(18))
        self.rich.paint(painter, QRectF(left, sheet.center().y() - tall / 2, wide, tall), ink)

    def _badged(self) -> bool:
        return not self._low

    def _lead(self) -> int:
        worn = theme()
        return worn.px(12) + worn.px(states.BADGE) + worn.px(12) if self._badged() else worn.px(14)

    def _words_width(self, width: int) -> int:
        end = theme().px(10 if self._badged() else 14) + self._sign_width()
        return max(30, width - self._lead() - end - self.room_right)

    def _sign_width(self) -> int:
        return theme().px(22) if states.SAID()[self.state] else 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.locked:
            event.ignore()
        else:
            super().mousePressEvent(event)
