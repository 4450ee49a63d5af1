"""The cards of the library: an area's large drawing, a lesson on a shelf."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from scuola_digitale.words import say
from ui.presenters.lesson_cards import LessonCard, spoken
from ui.presenters.library import AreaCard
from ui.widgets import paint
from ui.widgets.covers import Covers
from ui.widgets.pictures import picture
from ui.widgets.pressable import Pressable
from ui.widgets.theme import theme
from ui.widgets.tokens import AREA_TOKENS

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)


_AROUND_WORDS = 28
"""Around an area's words and drawing, up and down, pixels."""


class AreaButton(Pressable):
    """One of the four areas; chosen, its edge is thick and its ground soft."""

    radius = 18

    def __init__(self, card: AreaCard) -> None:
        super().__init__(card.title, name=f"{card.title}: {card.about}. {card.count}")
        self._card = card
        self._narrow = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(120)

    def set_narrow(self, *, narrow: bool) -> None:
        """Without the line that says what is in it."""
        self._narrow = narrow
        self.updateGeometry()

    def nextCheckState(self) -> None:
        """The page says which area is open."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._picture_height(width) + self._words_height() + _AROUND_WORDS

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(120))

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        colour = worn.area(self._card.area)
        chosen = self.isChecked()
        ground = worn.area_soft(self._card.area) if chosen or self.underMouse() else worn.color("foglio")
        edge = colour if chosen else worn.color("linea")
        # The foot is in the area's colour: its own sheet below the card's.
        painter.setClipRect(rect.adjusted(0, rect.height() - self.radius * 1.6, 0, 0))
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, self.radius, self.radius)
        painter.setClipping(False)
        body = rect.adjusted(0, 0, 0, -4)
        border = 3 if chosen else worn.border()
        paint.paper(painter, body, ground, edge, radius=self.radius, border=border, lip=border)
        tall = self._picture_height(round(rect.width()))
        room = QRectF(8, 8, rect.width() - 16, tall)
        scene = picture(f"area-{self._card.area}", round(room.width()))
        own = scene.deviceIndependentSize()
        ratio = scene.devicePixelRatio()
        cut = (own.height() - room.height()) / 2 * ratio
        shown = scene.copy(0, round(cut), scene.width(), round(room.height() * ratio))
        paint.rounded_pixmap(painter, room, shown, 11)
        self._draw_words(painter, QRectF(16, room.bottom() + 8, rect.width() - 24, self._words_height()))

    def _draw_words(self, painter: QPainter, room: QRectF) -> None:
        worn = theme()
        painter.setFont(worn.font("card" if self._narrow else "heading"))
        line = painter.fontMetrics().height()
        colour = worn.area(self._card.area)
        paint.text(painter, QRectF(room.left(), room.top(), room.width(), line), self._card.title, colour)
        top = room.top() + line
        if not self._narrow:
            painter.setFont(worn.font("small"))
            tall = painter.fontMetrics().height()
            below = QRectF(room.left(), top, room.width(), tall)
            paint.text(painter, below, self._card.about, worn.color("ink"))
            top += tall + 4
        painter.setFont(worn.font("label"))
        tall = painter.fontMetrics().height()
        below = QRectF(room.left(), top, room.width(), tall)
        paint.text(painter, below, self._card.count, worn.color("ink2"))

    def _picture_height(self, width: int) -> int:
        whole = (width - 16) // 2
        # Less of the drawing in a narrow window, yet never so little that nobody knows it.
        return min(whole, max(76, round(whole * 0.65))) if self._narrow else whole

    def _words_height(self) -> int:
        worn = theme()
        if self._narrow:
            return sum(QFontMetrics(worn.font(role)).height() for role in ("card", "label"))
        return sum(QFontMetrics(worn.font(role)).height() for role in ("heading", "small", "label")) + 4


class BookCard(Pressable):
    """A lesson on a shelf: cover, subject, title, minutes, and a pupil's stones."""

    radius = 16

    def __init__(self, card: LessonCard, covers: Covers) -> None:
        super().__init__(card.title, name=spoken(card))
        self._card, self._covers = card, covers
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(100, self._words_height(width - self._words_left() - 12) + 26)

    def sizeHint(self) -> QSize:
        return QSize(270, self.heightForWidth(270))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 100)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        fill = worn.color("carta" if self.isDown() else "foglio")
        edge = worn.area(self._card.area) if self.underMouse() else worn.color("linea")
        paint.paper(painter, rect, fill, edge, radius=self.radius, border=worn.border())
        cover = QRectF(8, round((rect.height() - 77) / 2), 100, 75)
        self._covers.draw(painter, cover, self._card, 10)
        left = self._words_left()
        width = rect.width() - left - 12
        top = (rect.height() - 3 - self._words_height(round(width))) / 2
        self._draw_words(painter, QRectF(left, top, width, rect.height()))

    def _draw_words(self, painter: QPainter, room: QRectF) -> None:
        worn = theme()
        painter.setFont(worn.font("label"))
        tall = painter.fontMetrics().height()
        kicker = QRectF(room.left(), room.top(), room.width(), tall)
        paint.text(painter, kicker, self._card.kicker, worn.color(AREA_TOKENS[self._card.area]))
        painter.setFont(worn.font("book"))
        title = self._title_height(round(room.width()))
        lines = QRectF(room.left(), kicker.bottom() + 1, room.width(), title)
        paint.text(
            painter, lines, self._card.title, worn.color("ink"), align=Qt.AlignmentFlag.AlignLeft, wrap=True
        )
        painter.setFont(worn.font("small"))
        tall = painter.fontMetrics().height()
        detail = QRectF(room.left(), lines.bottom() + 1, room.width(), tall)
        paint.text(painter, detail, self._detail(), worn.color("ink2"))

    def _detail(self) -> str:
        laid = sum(1 for step in self._card.steps if step)
        minutes = self._card.detail.split(" · ")[0]
        return (
            say("{minutes} · {laid} su {number}", minutes=minutes, laid=laid, number=len(self._card.steps))
            if laid
            else minutes
        )

    def _words_left(self) -> int:
        return 120

    def _title_height(self, width: int) -> int:
        metrics = QFontMetrics(theme().font("book"))
        return metrics.boundingRect(0, 0, max(40, width), 10_000, _WRAP, self._card.title).height()

    def _words_height(self, width: int) -> int:
        worn = theme()
        rest = QFontMetrics(worn.font("label")).height() + QFontMetrics(worn.font("small")).height()
        return rest + self._title_height(width) + 2
