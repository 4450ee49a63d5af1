"""A displayed formula on its own ground."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.text import Mark, Span
from scuola_digitale.words import say
from ui.presenters.formula_words import spoken
from ui.widgets import paint
from ui.widgets.lesson.label import RichText
from ui.widgets.lesson.maths import formula
from ui.widgets.lesson.passages import Light, Lit, Passage, Piece, chosen_format, lit_format
from ui.widgets.lesson.stack import let_grow
from ui.widgets.theme import theme

DISPLAY_PIXELS = 27
_PADDING = 20


class Equation(QWidget, Passage):
    """A formula in the middle of the column, made smaller where it is wider; its source where it cannot be read."""

    accessible_role = QAccessible.Role.Equation

    def __init__(self, tex: str, parent: QWidget, language: str = "") -> None:
        super().__init__(parent)
        self._tex, self._said = tex, spoken(tex, language)
        self._chosen = False
        self._light: Light | None = None
        self._source = RichText((Span(tex, marks=Mark.CODE),), "cell")
        self.setAccessibleName(say("Formula: {spoken}", spoken=self._said))
        self.setAccessibleDescription(tex)
        let_grow(self)

    # A passage: one sign, whose words are its source

    def pieces(self) -> Iterator[Piece]:
        yield Piece(self._tex, 0, whole=True, said=self._said)

    def end_place(self) -> int:
        return 1

    def place_at(self, point: QPoint) -> int:
        return 0 if point.x() < self.width() / 2 else 1

    def area_of(self, place: int) -> QRect:
        return QRect(self.width() if place else 0, 0, 1, self.height())

    def choose(self, start: int, end: int) -> None:
        self._chosen = start < end
        self.update()

    def light(self, lit: Sequence[Lit]) -> None:
        self._light = lit[-1].light if lit else None
        self.update()

    def heightForWidth(self, width: int) -> int:
        padding = theme().px(_PADDING)
        drawn = formula(self._tex, theme().px(DISPLAY_PIXELS))
        if drawn is None:
            return self._source.height(width - 2 * padding) + 2 * padding
        return round((drawn.ascent + drawn.depth) * self._scale(width)) + 2 * padding

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(self.width() or 320))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._source.refresh()
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        shown = _shown_as(chosen=self._chosen, light=self._light)
        ground = worn.color("incavo") if shown is None else shown.background().color()
        ink = worn.color("ink") if shown is None else shown.foreground().color()
        border = 2 if worn.high_contrast else 0
        edge = worn.color("linea") if worn.high_contrast else ground
        paint.paper(painter, rect, ground, edge, radius=16, border=border, lip=border)
        drawn = formula(self._tex, worn.px(DISPLAY_PIXELS))
        padding = worn.px(_PADDING)
        if drawn is None:
            self._source.paint(painter, rect.adjusted(padding, padding, -padding, -padding), ink)
            return
        scale = self._scale(self.width())
        baseline = QPointF((rect.width() - drawn.width * scale) / 2, padding + drawn.ascent * scale)
        drawn.paint(painter, baseline, ink, scale)

    def _scale(self, width: int) -> float:
        drawn = formula(self._tex, theme().px(DISPLAY_PIXELS))
        room = width - 2 * theme().px(_PADDING)
        return min(1.0, room / drawn.width) if drawn and drawn.width else 1.0


def _shown_as(*, chosen: bool, light: Light | None) -> QTextCharFormat | None:
    if chosen:
        return chosen_format()
    return lit_format(light) if light is not None else None
