"""The states of an answer, as the look draws them: red is not among them."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from scuola_digitale.words import Worded, say
from ui.widgets import paint
from ui.widgets.pictures import icon
from ui.widgets.theme import theme

AnswerState = Literal["choose", "chosen", "right", "not-yet"]

EDGES: dict[AnswerState, str] = {
    "choose": "bordo",
    "chosen": "primary",
    "right": "success",
    "not-yet": "warning",
}
GROUNDS: dict[AnswerState, str] = {
    "choose": "foglio",
    "chosen": "primary_soft",
    "right": "success_soft",
    "not-yet": "warning_soft",
}
SAID: Worded[dict[AnswerState, str]] = Worded(
    lambda: {
        "choose": "",
        "chosen": "",
        "right": say("giusto!"),
        "not-yet": say("non ancora"),
    }
)
_ICONS: dict[AnswerState, str] = {"right": "fatto", "not-yet": "riprova"}

BADGE = 28
RADIUS = 14
LIP = 4


def state_of(*, right: bool) -> AnswerState:
    """How a judged part is drawn."""
    return "right" if right else "not-yet"


def draw_ground(
    painter: QPainter, rect: QRectF, state: AnswerState, *, hovered: bool = False, radius: float = RADIUS
) -> None:
    """The paper an answer is written on."""
    worn = theme()
    fill = worn.color("incavo") if hovered and state == "choose" else worn.color(GROUNDS[state])
    border = 3 if worn.high_contrast and state != "choose" else 2
    paint.paper(painter, rect, fill, worn.color(EDGES[state]), radius=radius, border=border, lip=LIP)


def draw_spent(painter: QPainter, rect: QRectF, *, radius: float = RADIUS) -> None:
    """The place of a word that is in use."""
    worn = theme()
    if worn.high_contrast:
        paint.dashed(painter, rect, worn.color("linea"), radius=radius)
    else:
        paint.paper(painter, rect, worn.color("incavo"), worn.color("linea"), radius=radius, border=2, lip=2)


def draw_badge(painter: QPainter, rect: QRectF, words: str, state: AnswerState) -> None:
    """The little tile with the letter or the number of an answer."""
    worn = theme()
    plain = state == "choose"
    ground, ink = (worn.color("incavo"), worn.color("ink2")) if plain else _loud(state)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, 8, 8)
    painter.setFont(worn.font("small-strong"))
    paint.text(painter, rect, words, ink, align=Qt.AlignmentFlag.AlignCenter)


def draw_tick_box(painter: QPainter, rect: QRectF, state: AnswerState, *, ticked: bool) -> None:
    """The box of an answer of which several may be chosen."""
    worn = theme()
    edge = worn.color(EDGES[state])
    fill = edge if ticked else worn.color("foglio")
    paint.paper(painter, rect, fill, edge, radius=7, border=2, lip=2)
    if ticked:
        side = round(rect.width() * 0.72)
        at = rect.center()
        ink = _loud(state)[1] if state != "choose" else worn.color("foglio")
        painter.drawPixmap(round(at.x() - side / 2), round(at.y() - side / 2), icon("fatto", ink, side, 3))


def draw_sign(painter: QPainter, at: QPointF, state: AnswerState, side: int) -> None:
    """The icon alone of how an answer was, centred at a point: no state is told by colour alone."""
    if state in _ICONS:
        drawn = icon(_ICONS[state], theme().color(EDGES[state]), side, 2.4)
        painter.drawPixmap(round(at.x() - side / 2), round(at.y() - side / 2), drawn)


def draw_sign_on(painter: QPainter, at: QPointF, state: AnswerState, side: int) -> None:
    """The same icon on a disc of the state's own colour."""
    if state in _ICONS:
        drawn = icon(_ICONS[state], theme().color("foglio"), side, 2.6)
        painter.drawPixmap(round(at.x() - side / 2), round(at.y() - side / 2), drawn)


def note_width(state: AnswerState) -> int:
    """The width of the word that says how an answer was, 0 where there is none; pixels."""
    if not SAID()[state]:
        return 0
    metrics = QFontMetrics(theme().font("small-strong"))
    return metrics.horizontalAdvance(SAID()[state]) + theme().px(20) + 8


def draw_note(painter: QPainter, rect: QRectF, state: AnswerState) -> None:
    """The icon and the word that say how an answer was, at the left of `rect`."""
    if not SAID()[state]:
        return
    worn = theme()
    tone, side = worn.color(EDGES[state]), worn.px(20)
    top = round(rect.center().y() - side / 2)
    painter.drawPixmap(round(rect.left()), top, icon(_ICONS[state], tone, side))
    painter.setFont(worn.font("small-strong"))
    paint.text(painter, rect.adjusted(side + 6, 0, 4, 0), SAID()[state], tone)


def _loud(state: AnswerState) -> tuple[QColor, QColor]:
    worn = theme()
    ink = worn.color("on_primary" if state == "chosen" else "foglio")
    return worn.color(EDGES[state]), ink
