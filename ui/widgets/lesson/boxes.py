"""Boxes around a small column of blocks: callouts, quotes and parts that open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scuola_digitale.domain.lesson import AnyBlock, Callout, CalloutKind, Details, Quote
from scuola_digitale.words import Worded, say
from ui.widgets import paint
from ui.widgets.lesson.stack import Padding, Stack
from ui.widgets.pictures import icon
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text
from ui.widgets.theme import theme

FillStack = Callable[[Stack, Sequence[AnyBlock]], None]
"""Puts blocks into a stack."""

_CALLOUTS: Worded[dict[CalloutKind, tuple[str, str, str, str]]] = Worded(
    lambda: {
        "ricorda": (say("Ricorda"), "aiuto", "warning", "warning_soft"),
        "esempio": (say("Esempio"), "libro", "link", "primary_soft"),
        "prova": (say("Prova fuori"), "scarpone", "tempo", "tempo_soft"),
        "attenzione": (say("Attenzione"), "scudo", "danger", "danger_soft"),
        "nota": (say("Nota"), "messaggio", "ink2", "incavo"),
    }
)


class CalloutView(Stack):
    """A coloured box with its word in front."""

    accessible_role = QAccessible.Role.Note

    def __init__(self, callout: Callout, fill: FillStack, parent: QWidget) -> None:
        super().__init__(parent, padding=Padding(66, 15, 20, 14))
        word, self._icon, self._tone, self._ground = _CALLOUTS()[callout.kind]
        title = callout.title or word
        self.setAccessibleName(f"{word}: {title}" if callout.title else word)
        self.add(Text(title, "name", self._tone, wrap=True, parent=self), below=2)
        fill(self, callout.blocks)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        edge = worn.color("linea" if worn.high_contrast else self._ground)
        border = 2 if worn.high_contrast else 0
        paint.paper(painter, rect, worn.color(self._ground), edge, radius=12, border=border, lip=border)
        tone = worn.color(self._tone)
        paint.spine(painter, QRectF(8, 8, 6, rect.height() - 16), tone)
        painter.drawPixmap(worn.px(26), worn.px(16), icon(self._icon, tone, worn.px(26)))


def stands_in_callout(widget: QWidget | None) -> bool:
    """Whether a widget is a callout or stands in one, however deep."""
    while widget is not None and not isinstance(widget, CalloutView):
        widget = widget.parentWidget()
    return widget is not None


class QuoteView(Stack):
    """Somebody's words, beside a bar."""

    accessible_role = QAccessible.Role.Note

    def __init__(self, quote: Quote, fill: FillStack, parent: QWidget) -> None:
        super().__init__(parent, padding=Padding(28, 6, 0, 6))
        self.setAccessibleName(say("Citazione"))
        fill(self, quote.blocks)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        paint.spine(painter, QRectF(4, 0, 6, self.height()), theme().color("linea"))


class _Opener(Pressable):
    """The line that opens and closes a part."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent=parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        worn = theme()
        return QSize(200, max(worn.px(52), worn.px(28) + 20))

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        side = worn.px(20)
        chevron = icon("giu" if self.isChecked() else "avanti", worn.color("link"), side)
        painter.drawPixmap(worn.px(18), round(rect.center().y() - side / 2), chevron)
        painter.setFont(worn.font("name"))
        left = worn.px(50)
        paint.text(painter, rect.adjusted(left, 0, -12, 0), self.words(), worn.color("link"))


class DetailsView(Stack):
    """A part that opens when asked; its blocks are made at the first opening."""

    def __init__(self, details: Details, fill: FillStack, parent: QWidget) -> None:
        super().__init__(parent)
        self._details, self._fill = details, fill
        self._opener = _Opener(details.title, self)
        self._opener.toggled.connect(self.open)
        self.add(self._opener)
        self._inside = Stack(self, padding=Padding(50, 0, 20, 16))
        self.add(self._inside)
        self._inside.hide()

    def open(self, opened: bool) -> None:  # the signal's own signature
        """Opens or closes it."""
        if opened and not self._inside.widgets():
            self._fill(self._inside, self._details.blocks)
        self._inside.setVisible(opened)
        self._opener.setAccessibleDescription(say("aperto") if opened else say("chiuso"))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        paint.begin(painter)
        edge, rect = worn.color("linea"), QRectF(self.rect())
        border = worn.border()
        paint.paper(painter, rect, worn.color("foglio"), edge, radius=14, border=border, lip=border)


class RuleView(QWidget):
    """A quiet line between two parts: three small stones."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(100, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        paint.begin(painter)
        painter.setBrush(worn.color("bordo"))
        middle = self.width() / 2
        for place in (-1, 0, 1):
            painter.drawRoundedRect(QRectF(middle + place * 20 - 5, 3, 10, 7), 3.5, 3.5)
