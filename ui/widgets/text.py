"""Words on a page: a label that takes its font and colour from the theme."""

import re

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets import paint
from ui.widgets.fonts import Role
from ui.widgets.theme import theme

_LONG_WORD = re.compile(r"(\S{24})(?=\S)")
_BREAK = "\u200b"
_HEADINGS: frozenset[Role] = frozenset({"display", "title", "title-narrow", "section"})


class Text(QLabel):
    """A label in one of the text's roles; `tone` is the name of a colour token.

    A title is told as a heading, so that a screen reader goes from one to the next. A word that somebody made by
    leaning on a key is broken where it must be: it never makes its page wider than the window.
    """

    def __init__(
        self,
        words: str = "",
        role: Role = "ui",
        tone: str = "ink",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_breakable(words), parent)
        self._role: Role = role
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._is_heading = False
        if role in _HEADINGS:
            self.tell_as_heading()
        self._dress()

    def tell_as_heading(self) -> "Text":
        """Has it told as a heading; gives itself."""
        self._is_heading = True
        self.accessible_role = QAccessible.Role.Heading
        self.setAccessibleName(self.text())
        return self

    def text(self) -> str:
        return super().text().replace(_BREAK, "")

    def setText(self, words: str) -> None:
        super().setText(_breakable(words))
        if self._is_heading:
            self.setAccessibleName(words)

    def set_tone(self, tone: str) -> None:
        """Changes the colour."""
        self._tone = tone
        self._dress()

    def set_role(self, role: Role) -> None:
        """Changes the font."""
        if role != self._role:
            self._role = role
            self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def recolour(self) -> None:
        """The colours of the look changed."""
        self._dress()

    def _dress(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme().color(self._tone))
        self.setPalette(palette)
        self.setFont(theme().font(self._role))


def _breakable(words: str) -> str:
    return _LONG_WORD.sub(rf"\1{_BREAK}", words)


class OneLine(Text):
    """Words that stay on one line, cut with an ellipsis where they do not fit; the whole is in the tooltip."""

    def __init__(self, words: str = "", role: Role = "ui", tone: str = "ink") -> None:
        super().__init__(words, role, tone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width() + 1
        self.setToolTip(self.text() if cut else "")
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        paint.text(painter, QRectF(self.rect()), self.text(), colour, align=self.alignment())


class FewLines(Text):
    """Words on one line or two, cut with an ellipsis where even two do not hold them."""

    def __init__(self, words: str = "", role: Role = "ui", tone: str = "ink", *, lines: int = 2) -> None:
        super().__init__(words, role, tone, wrap=True)
        self._lines = lines
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        line = self.fontMetrics().lineSpacing()
        return min(super().heightForWidth(width), line * self._lines + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self._fitted()
        self.setToolTip(self.text() if shown != self.text() else "")
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        painter.drawText(self.rect(), flags, shown)

    def _fitted(self) -> str:
        """The words, shortened by whole words until they fit."""
        words = self.text()
        if super().heightForWidth(self.width()) <= self.height() + 2:
            return words
        flags = int(Qt.TextFlag.TextWordWrap)
        parts = words.split()
        while len(parts) > 1:
            parts.pop()
            shorter = " ".join(parts).rstrip(" ,.:;") + "…"
            room = self.fontMetrics().boundingRect(0, 0, self.width(), 10_000, flags, shorter)
            if room.height() <= self.height() + 2:
                return shorter
        return words
