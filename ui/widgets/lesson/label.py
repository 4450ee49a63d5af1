"""A stretch of rich text that is painted, not selected: questions, options, captions, headings."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QAccessible,
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.text import Spans
from ui.presenters.formula_words import spoken_spans
from ui.widgets.lesson.passages import Lit, Passage, Piece, document_pieces, shown_selections
from ui.widgets.lesson.prose import Prose, paint_marks, x_of
from ui.widgets.lesson.stack import let_grow
from ui.widgets.lesson.style import Voice, style
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.theme import theme


class RichText:
    """Spans set in a voice, measured and painted anywhere; no widget of its own."""

    def __init__(
        self,
        spans: Spans,
        voice: Voice,
        *,
        around: Surroundings | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self.spans, self._voice, self._align, self._around = spans, voice, align, around
        self._document = QTextDocument()
        self._chosen = (0, 0)
        self._lit: tuple[Lit, ...] = ()
        self._prose: Prose
        self.write()

    @property
    def spoken(self) -> str:
        """The words for a screen reader."""
        return spoken_spans(self.spans, self._language)

    def pieces(self) -> Iterator[Piece]:
        """What it consists of."""
        return document_pieces(self._document, self._language)

    @property
    def _language(self) -> str:
        return self._around.language if self._around is not None else ""

    def set_voice(self, voice: Voice) -> bool:
        """Sets it in another voice; gives whether it was in another one."""
        changes = voice != self._voice
        self._voice = voice
        if changes:
            self.write()
        return changes

    def write(self, spans: Spans | None = None) -> None:
        """Sets the text, in the theme worn now; with `spans`, another text."""
        self.spans = self.spans if spans is None else spans
        worn = style(self._voice)
        around = self._around
        self._prose = Prose(document=self._document, style=worn, linked=False)
        if around is not None:
            self._prose.picture = around.small_picture
        self._prose.clear()
        self._prose.paragraph(self.spans, align=self._align)
        self._line = worn.line
        self._worn = self._dressed_as()

    def refresh(self) -> bool:
        """Sets the text anew if the theme asks for it; gives whether it did.

        Qt tells every widget of a new style several times over; plain words follow the palette alone.
        """
        if self._dressed_as() == self._worn:
            return False
        self.write()
        return True

    def height(self, width: float) -> int:
        """The height it takes at a width, pixels."""
        if self._document.textWidth() != width:
            self._document.setTextWidth(width)
        return round(self._document.size().height())

    def baseline(self) -> float:
        """How far under its top the letters of the first line stand, pixels."""
        self._document.size()
        layout = self._document.firstBlock().layout()
        line = layout.lineAt(0)
        return layout.position().y() + line.y() + line.ascent() - self._air()

    def natural_width(self) -> int:
        """The width on one line, pixels."""
        self._document.setTextWidth(-1)
        return int(self._document.idealWidth() + 0.99)

    def longest_word(self) -> int:
        """The least width that breaks no word, pixels."""
        option, usual = self._document.defaultTextOption(), self._document.defaultTextOption()
        # Qt's usual way breaks a word that is wider than its line.
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        self._document.setDefaultTextOption(option)
        self._document.setTextWidth(1)
        width = int(self._document.idealWidth() + 0.99)
        self._document.setDefaultTextOption(usual)
        return width

    def paint(self, painter: QPainter, rect: QRectF, ink: QColor | None = None) -> None:
        """Paints it at the top of `rect`, plain words in `ink`."""
        # A new theme of the same measures is met here: what is out of sight waits until it is seen.
        self.refresh()
        self.height(rect.width())
        corner = rect.topLeft() - QPointF(0, self._air())
        paint_marks(painter, self._document, self._prose.marks, corner)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(context.palette)
        palette.setColor(QPalette.ColorRole.Text, ink or theme().color("ink"))
        context.palette = palette
        context.selections = shown_selections(self._document, self._lit, self._chosen)
        painter.save()
        painter.translate(corner)
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    # A passage

    @property
    def document(self) -> QTextDocument:
        """The text as it is set."""
        return self._document

    def end_place(self) -> int:
        """The place after its last letter."""
        return self._document.characterCount() - 1

    def choose(self, start: int, end: int) -> bool:
        """Shows some places as chosen; gives whether others were."""
        changes = (start, end) != self._chosen and max(end - start, self._chosen[1] - self._chosen[0]) > 0
        self._chosen = (start, end)
        return changes

    def light(self, lit: Sequence[Lit]) -> None:
        """Lights some places, and no others."""
        self._lit = tuple(lit)

    def place_at(self, point: QPointF, width: int) -> int:
        """The place nearest to a point, the text being `width` wide."""
        self.height(width)
        at = point + QPointF(0, self._air())
        return self._document.documentLayout().hitTest(at, Qt.HitTestAccuracy.FuzzyHit)

    def area_of(self, place: int, width: int) -> QRectF:
        """Where a place stands, as high as its line."""
        self.height(width)
        layout = self._document.findBlock(place).layout()
        line = layout.lineForTextPosition(place - self._document.findBlock(place).position())
        corner = layout.position() - QPointF(0, self._air())
        if not line.isValid():
            return QRectF(corner.x(), corner.y(), 1, self._line)
        left = x_of(line, place - self._document.findBlock(place).position())
        return QRectF(corner.x() + left, corner.y() + line.y(), 1, line.height())

    def _dressed_as(self) -> tuple[object, ...]:
        worn = theme()
        coloured = (worn.name, worn.ways.calm) if self._prose.coloured else ()
        return (worn.scale, worn.reading_face, worn.ways.letters, worn.ways.lines, coloured)

    def _air(self) -> int:
        """Half of what the first line has over its words, pixels; none where a formula fills it."""
        first = self._document.firstBlock().layout().lineAt(0)
        return round(max(0.0, self._line - first.height()) / 2) if first.isValid() else 0


class RichLabel(QWidget, Passage):
    """A paragraph of rich text as high as it needs."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(
        self,
        spans: Spans,
        voice: Voice,
        parent: QWidget | None = None,
        *,
        around: Surroundings | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self._text = RichText(spans, voice, around=around, align=align)
        self.setAccessibleName(self._text.spoken)
        let_grow(self)

    def pieces(self) -> Iterator[Piece]:
        return self._text.pieces()

    def end_place(self) -> int:
        return self._text.end_place()

    def place_at(self, point: QPoint) -> int:
        return self._text.place_at(QPointF(point), self.width())

    def area_of(self, place: int) -> QRect:
        return self._text.area_of(place, self.width()).toRect()

    def choose(self, start: int, end: int) -> None:
        if self._text.choose(start, end):
            self.update()

    def light(self, lit: Sequence[Lit]) -> None:
        self._text.light(lit)
        self.update()

    def show_spans(self, spans: Spans) -> None:
        """Shows another text."""
        self._text.choose(0, 0)
        self._text.light(())
        self._text.write(spans)
        self.setAccessibleName(self._text.spoken)
        self.updateGeometry()
        self.update()

    def set_voice(self, voice: Voice) -> None:
        """Sets it in another voice."""
        if self._text.set_voice(voice):
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        return self._text.height(width)

    def sizeHint(self) -> QSize:
        return QSize(320, self._text.height(self.width() or 320))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and self._text.refresh():
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.paint(QPainter(self), QRectF(self.rect()))
