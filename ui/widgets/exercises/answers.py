"""Answers to choose from: the whole paper can be touched, and words may hold formulas."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from scuola_digitale.domain.text import Spans
from ui.widgets import paint
from ui.widgets.exercises import states
from ui.widgets.exercises.heard import HeardWords
from ui.widgets.exercises.lockable import Lockable
from ui.widgets.exercises.states import AnswerState
from ui.widgets.lesson.label import RichText
from ui.widgets.lesson.stack import Walked, let_grow
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.theme import theme

_SIDE, _GAP, _ABOVE = 14, 14, 13
_LEAST = 56


class AnswerButton(HeardWords, Lockable, QAbstractButton):
    """An answer to choose: one of several where it has a letter, any of them where it has a box to tick."""

    ring_radius = states.RADIUS

    def __init__(
        self, spans: Spans, parent: QWidget, *, letter: str = "", around: Surroundings | None = None
    ) -> None:
        super().__init__(parent)
        self.ticks = not letter
        self.setCheckable(True)
        # This is also what tells a screen reader a radio button from a box to tick.
        self.setAutoExclusive(bool(letter))
        self.rich = RichText(spans, "option", around=around)
        self._badge = letter
        self.state: AnswerState = "choose"
        self.locked = False
        self.setAccessibleName(f"{letter}. {self.rich.spoken}" if letter else self.rich.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._toggled)
        let_grow(self)

    def show_state(self, state: AnswerState) -> None:
        """Shows how it was judged, or that it may be chosen."""
        self.state = state
        self.setAccessibleDescription(states.SAID()[state])
        self.updateGeometry()
        self.update()

    def lock(self, *, locked: bool) -> None:
        """Keeps it from being changed, without the grey of what is switched off."""
        self.locked = locked
        self.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.PointingHandCursor)

    def fits_in(self, width: int) -> bool:
        """Whether its words, and what is said of them, stand on one line each in a box `width` wide."""
        words = max(self.rich.natural_width(), states.note_width("not-yet"))
        return words + self._lead() + 2 * theme().px(_SIDE) <= width

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        worn = theme()
        text = self.rich.height(self._text_width(width))
        note = worn.px(26) if self._note_below(width) else 0
        return max(worn.px(_LEAST), text + note + 2 * worn.px(_ABOVE)) + states.LIP

    def sizeHint(self) -> QSize:
        width = self.width() or 320
        return QSize(width, self.heightForWidth(width))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.rich.refresh()
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        shown: AnswerState = self.state
        if shown == "choose" and self.isChecked():
            shown = "chosen"
        states.draw_ground(painter, rect, shown, hovered=self.underMouse() and not self.locked)
        sheet = rect.adjusted(0, 0, 0, -states.LIP)
        side, badge = worn.px(_SIDE), worn.px(states.BADGE)
        tile = QRectF(side, sheet.center().y() - badge / 2, badge, badge)
        if self.ticks:
            states.draw_tick_box(painter, tile.adjusted(1, 1, -1, -1), shown, ticked=self.isChecked())
        else:
            states.draw_badge(painter, tile, self._badge, shown)
        self._draw_words(painter, sheet)

    def _draw_words(self, painter: QPainter, sheet: QRectF) -> None:
        worn = theme()
        wide, below = self._text_width(self.width()), self._note_below(self.width())
        tall = self.rich.height(wide)
        top = sheet.center().y() - (tall + (worn.px(26) if below else 0)) / 2
        self.rich.paint(painter, QRectF(self._lead(), top, wide, tall))
        note = states.note_width(self.state)
        if below:
            states.draw_note(painter, QRectF(self._lead(), top + tall, note, worn.px(26)), self.state)
        elif note:
            left = sheet.right() - worn.px(_SIDE) - note
            states.draw_note(painter, QRectF(left, sheet.top(), note, sheet.height()), self.state)

    def _lead(self) -> int:
        return theme().px(_SIDE) + theme().px(states.BADGE) + theme().px(_GAP)

    def _text_width(self, width: int) -> int:
        room = width - self._lead() - theme().px(_SIDE)
        note = states.note_width(self.state)
        return max(40, room if self._note_below(width) or not note else room - note - 12)

    def _note_below(self, width: int) -> bool:
        note = states.note_width(self.state)
        room = width - self._lead() - theme().px(_SIDE)
        return bool(note) and self.rich.natural_width() + note + 12 > room

    def _toggled(self, chosen: bool) -> None:  # the signal's own signature
        if chosen and self.state != "choose":
            self.show_state("choose")
        self.update()


class AnswerGrid(Walked):
    """Answers in two columns where all are short, else one under another."""

    touched = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._answers: list[AnswerButton] = []

    def put(self, answers: Sequence[AnswerButton]) -> None:
        """Lays these answers, in order."""
        self._answers = list(answers)

    def _walk(self, width: int, *, move: bool) -> int:
        gap, half = 12, (width - 12) // 2
        two = len(self._answers) != 3 and all(one.fits_in(half) for one in self._answers)
        columns, own, y = (2, half, 0) if two else (1, width, 0)
        for start in range(0, len(self._answers), columns):
            row = self._answers[start : start + columns]
            tall = max(one.heightForWidth(own) for one in row)
            for place, one in enumerate(row):
                if move:
                    one.setGeometry(place * (own + gap), y, own, tall)
            y += tall + gap
        return max(0, y - gap)
