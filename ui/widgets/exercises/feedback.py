"""What is said after an answer, the hints, and whether all of it was saved."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scuola_digitale.domain.judging import RIGHT, Verdict
from scuola_digitale.domain.text import Spans, plain, words
from scuola_digitale.words import Worded, say
from ui.widgets import paint
from ui.widgets.chips import Chip
from ui.widgets.lesson.label import RichLabel
from ui.widgets.lesson.stack import Padding, Stack
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.pictures import icon
from ui.widgets.stones import draw_cairn
from ui.widgets.text import Text
from ui.widgets.theme import theme

ALMOST = Worded(lambda: say("Ci sei quasi."))
NOT_YET = Worded(lambda: say("Non ancora."))
HANDED_IN = Worded(lambda: say("Consegnata."))
_ALMOST_FROM = 50


class FeedbackBox(Stack):
    """The verdict in words, beside the cairn that grows by a stone."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, padding=Padding(92, 14, 18, 14))
        self._right = False
        self._stones = (0, 1)
        self._title = Text("", "big", "ink", wrap=True, parent=self)
        self._words = RichLabel((), "feedback", self, around=around)
        self.add(self._title)
        self.add(self._words, above=2)

    def show_verdict(self, verdict: Verdict, done: int, total: int) -> str:
        """Shows a verdict and the stones laid so far; gives what was said, in words."""
        self._right, self._stones = verdict.right, (done, total)
        almost = (verdict.score or 0) >= _ALMOST_FROM
        title = RIGHT() if verdict.right else ALMOST() if almost else NOT_YET()
        if verdict.waits:
            title = HANDED_IN()
        said = plain(verdict.feedback)
        for opening in (title, NOT_YET()):
            if said.startswith(opening):
                said = said[len(opening) :].strip()
        if verdict.right and not said and done:
            said = say("I sassi di questa lezione sono {done} su {total}.", done=done, total=total)
        shown = verdict.feedback if said == plain(verdict.feedback) else _only(said)
        self._title.setText(title)
        self._title.set_tone("success" if verdict.right else "link" if verdict.waits else "warning")
        self._words.setVisible(bool(said))
        self._words.show_spans(shown)
        self.update()
        return f"{title} {said}".strip()

    def sizeHint(self) -> QSize:
        width = self.width() or 320
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), theme().px(88))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def relay(self) -> None:
        super().relay()
        self._centre()

    def _centre(self) -> None:
        """Few words stand in the middle, beside the cairn."""
        spare = (self.height() - super().heightForWidth(self.width())) // 2
        if spare > 0:
            for widget in self.widgets():
                widget.move(widget.x(), widget.y() + spare)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        border = worn.border()
        paint.paper(
            painter, rect, worn.color("foglio"), worn.color("linea"), radius=14, border=border, lip=border
        )
        scale = worn.px(58) / 120
        painter.translate(worn.px(18), max(10.0, (rect.height() - 140 * scale) / 2))
        painter.scale(scale, scale)
        done, total = self._stones
        draw_cairn(painter, min(6, max(1, round(6 * done / max(total, 1)))) if done else 0)


class HintBox(Stack):
    """One hint."""

    accessible_role = QAccessible.Role.Note

    def __init__(self, spans: Spans, number: int, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, padding=Padding(52, 10, 18, 11))
        self.setAccessibleName(say("Aiuto {number}", number=number))
        self.add(RichLabel(spans, "feedback", self, around=around))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        edge = worn.color("link" if worn.high_contrast else "primary_soft")
        border = 2 if worn.high_contrast else 0
        paint.paper(painter, rect, worn.color("primary_soft"), edge, radius=14, border=border, lip=border)
        painter.drawPixmap(worn.px(18), worn.px(12), icon("aiuto", worn.color("link"), worn.px(22)))


class CardHead(QWidget):
    """«Prova tu · 4 di 6», whether it is saved, and the stones."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = ""
        self._stones: tuple[paint.StoneState, ...] = ()
        self.saved = Chip(parent=self)
        self.saved.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_place(self, label: str, stones: tuple[paint.StoneState, ...], spoken: str) -> None:
        """Shows where the exercise stands in its lesson."""
        self._label, self._stones = label, stones
        self.setAccessibleName(f"{label}. {spoken}")
        self._place()
        self.update()

    def tell_saving(self, words: str, *, saved: bool) -> None:
        """Says where what was done is; nothing when `words` is empty."""
        self.saved.tell(words, "ok" if saved else "plain", "fatto" if saved else "")
        self.saved.setVisible(bool(words))
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.saved.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        paint.begin(painter)
        stones = self._shown()
        width, height, gap = (worn.scale * size for size in (17, 12, 4))
        wide = len(stones) * (width + gap) - gap if stones else 0
        corner = QPointF(self.width() - wide, (self.height() - height) / 2)
        paint.stones(painter, corner, stones, width=width, height=height, gap=gap)
        painter.setFont(worn.font("label"))
        room = QRectF(0, 0, self._words_width() + 2, self.height())
        paint.text(painter, room, self._label, worn.color("ink2"), align=Qt.AlignmentFlag.AlignVCenter)

    def _words_width(self) -> int:
        return QFontMetrics(theme().font("label")).horizontalAdvance(self._label)

    def _place(self) -> None:
        hint = self.saved.sizeHint()
        left = self._words_width() + 14
        self.saved.setGeometry(left, (self.height() - hint.height()) // 2, hint.width(), hint.height())

    def _shown(self) -> tuple[paint.StoneState, ...]:
        # Where they do not fit beside the words, the count in the label says it.
        chip = 0 if self.saved.isHidden() else self.saved.width() + 14
        fits = self._words_width() + chip + 24 + len(self._stones) * theme().px(21) <= self.width()
        return self._stones if len(self._stones) > 1 and fits else ()


def _only(said: str) -> Spans:
    return words(said[:1].upper() + said[1:])
