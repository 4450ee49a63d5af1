"""A passage found by a search: its words with those searched for lit up."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy

from ui.widgets import paint
from ui.widgets.pressable import Pressable
from ui.widgets.theme import theme

_LEFT, _TOP = 22, 8


class LitWords(Pressable):
    """A passage that opens its lesson where it stands; pressed as a whole."""

    radius = 8

    def __init__(self, heading: str, snippet: Sequence[tuple[str, bool]]) -> None:
        self._snippet = tuple(snippet)
        self._heading = heading
        self._plain = "".join(words for words, _ in self._snippet).replace("\n", " ")
        super().__init__(self._plain, name=", ".join(part for part in (heading, self._plain) if part))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def lit(self) -> tuple[str, ...]:
        """The words that are lit."""
        return tuple(words for words, is_lit in self._snippet if is_lit)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout, tall = self._laid_out(width - _LEFT - 8)
        del layout
        return tall + self._heading_height() + 2 * _TOP

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 40)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        if self.underMouse():
            painter.setBrush(worn.color("primary_soft"))
            painter.drawRoundedRect(rect.adjusted(8, 2, 0, -2), 8, 8)
        top = float(_TOP)
        if self._heading:
            painter.setFont(worn.font("label"))
            tall = self._heading_height()
            room = QRectF(_LEFT, top, rect.width() - _LEFT - 8, tall)
            paint.text(painter, room, self._heading, worn.color("ink2"))
            top += tall
        layout, _ = self._laid_out(self.width() - _LEFT - 8)
        self._light(painter, layout, QPointF(_LEFT, top))
        painter.setPen(worn.color("ink"))
        layout.draw(painter, QPointF(_LEFT, top))

    def _heading_height(self) -> int:
        return QFontMetrics(theme().font("label")).height() if self._heading else 0

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        """The words set in lines `width` pixels long, and how high they are."""
        layout = QTextLayout(self._plain, theme().font("reading"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        height = 0.0
        line_height = QFontMetrics(theme().font("reading")).height() * 1.16
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(60, width))
            line.setPosition(QPointF(0, height))
            height += line_height
        layout.endLayout()
        return layout, round(height)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges = []
        at = 0
        for words, is_lit in self._snippet:
            if is_lit:
                span = QTextLayout.FormatRange()
                span.start, span.length = at, len(words)
                shape = QTextCharFormat()
                shape.setForeground(theme().color("on_luce"))
                span.format = shape
                ranges.append(span)
            at += len(words)
        return ranges

    def _light(self, painter: QPainter, layout: QTextLayout, origin: QPointF) -> None:
        """Paints the light under the lit words, line by line."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("luce"))
        # In high contrast the light would swallow the comma after a word.
        pad = 0 if theme().high_contrast else 2
        for span in layout.formats():
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = max(span.start, line.textStart())
                last = min(span.start + span.length, line.textStart() + line.textLength())
                if first < last:
                    left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                    top = origin.y() + line.y()
                    painter.drawRoundedRect(
                        QRectF(origin.x() + left - pad, top, right - left + 2 * pad, line.height() + 1), 4, 4
                    )


def _x(answer: object) -> float:
    """PySide answers `cursorToX` with the place alone or with the cursor beside it."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]  # as said
