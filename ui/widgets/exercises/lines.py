"""Lines to write an answer on, with the states of an answer."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.widgets import paint
from ui.widgets.exercises import states
from ui.widgets.exercises.states import AnswerState
from ui.widgets.theme import theme


class AnswerLine(QLineEdit):
    """A line to write on; `unit` stands at its end, `letters` is how wide it is, about."""

    def __init__(
        self, name: str, parent: QWidget, *, unit: str = "", letters: int = 12, low: bool = False
    ) -> None:
        super().__init__(parent)
        self._unit, self._letters, self._low = unit, letters, low
        self.state: AnswerState = "choose"
        self.setFrame(False)
        # The paper is painted by itself, round corners and all; the style would fill the whole rectangle.
        clear = self.palette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(clear)
        self.setAccessibleName(name)
        self.setMaxLength(200)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(lambda _words: self.show_state("choose"))
        self._dress()

    def show_state(self, state: AnswerState) -> None:
        """Shows how it was judged."""
        self.state = state
        self.setAccessibleDescription(states.SAID()[state])
        self._make_room()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # Told by `returnPressed` already: the card would take the same key for a second wish.
            event.accept()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        words = metrics.horizontalAdvance("n") * self._letters
        side = 10 if self._low else 16
        least = theme().px(36) if self._low else max(48, theme().px(48))
        return QSize(
            words + 2 * side + self._unit_width(), max(least, metrics.height() + (6 if self._low else 16))
        )

    def baseline(self) -> float:
        """How far under its top the letters stand, pixels."""
        metrics = QFontMetrics(self.font())
        return (self.sizeHint().height() - metrics.height()) / 2 + metrics.ascent()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
            self.updateGeometry()
        super().changeEvent(event)

    def recolour(self) -> None:
        """The colours of the look changed."""
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        focused = self.hasFocus()
        edge = worn.color("focus" if focused else states.EDGES[self.state])
        width = 3 if focused else 2
        radius = 9 if self._low else states.RADIUS
        paint.paper(
            painter,
            rect,
            worn.color(states.GROUNDS[self.state]),
            edge,
            radius=radius,
            border=width,
            lip=width,
        )
        if self._unit:
            painter.setFont(worn.font("name"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            paint.text(painter, rect.adjusted(8, 0, -16, 0), self._unit, worn.color("ink2"), align=right)
        if self._low:
            states.draw_sign(
                painter, QPointF(rect.right() - worn.px(15), rect.center().y()), self.state, worn.px(18)
            )
        painter.end()
        super().paintEvent(event)

    def _unit_width(self) -> int:
        return QFontMetrics(theme().font("name")).horizontalAdvance(self._unit) + 12 if self._unit else 0

    def _dress(self) -> None:
        worn = theme()
        self.setFont(worn.font("ui") if self._low else worn.font("large"))
        self._make_room()

    def _make_room(self) -> None:
        side = 8 if self._low else 14
        sign = theme().px(20) if self._low and states.SAID()[self.state] else 0
        self.setTextMargins(side, 0, side + self._unit_width() + sign, 0)
