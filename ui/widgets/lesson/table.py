"""A table with round corners that fits the column, or scrolls sideways where its words would break."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from scuola_digitale.domain.lesson import Table
from scuola_digitale.domain.text import Mark, Span, Spans
from scuola_digitale.words import say
from ui.widgets.key_scrolling import scrolls
from ui.widgets.lesson.label import RichText
from ui.widgets.lesson.passages import Lit, Passage, Piece
from ui.widgets.lesson.stack import let_grow
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.theme import theme

_RADIUS = 12
_SIDE, _ABOVE = 18, 9

_ALIGN = {"center": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}


def column_widths(least: Sequence[int], natural: Sequence[int], room: int) -> list[int]:
    """Shares `room` pixels among columns: all get their least, the rest goes where there is more to say.

    The sum is larger than `room` only where the least widths are.
    """
    spare = room - sum(least)
    if spare <= 0:
        return list(least)
    wishes = [max(0, wish - small) for wish, small in zip(natural, least, strict=True)]
    if sum(wishes) > spare:
        return [small + spare * wish // sum(wishes) for small, wish in zip(least, wishes, strict=True)]
    left = room - sum(natural)
    return [max(wish, small) + left // len(natural) for wish, small in zip(natural, least, strict=True)]


class TableView(QWidget, Passage):
    """A table: its header and cells are rich text; a screen reader meets a real table."""

    def __init__(self, table: Table, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        wide = len(table.header)
        self._cells = [
            [
                RichText(spans, "cell", around=around, align=_aligned(table, at))
                for at, spans in enumerate((*row[:wide], *[()] * (wide - len(row))))
            ]
            for row in table.rows
        ]
        self._header = [
            RichText(_strong(spans), "option", around=around, align=_aligned(table, at))
            for at, spans in enumerate(table.header)
        ]
        self._grid = _Grid(self._header, self._cells, self)
        self._edge = _Edge(self)
        named = say(
            "Tabella di {number} righe e {number2} colonne",
            number=len(self._cells),
            number2=len(self._header),
        )
        self._grid.setAccessibleName(named)
        self._laid_for: tuple[int, int] = (0, 0)
        let_grow(self)

    # A passage: a place for each cell, the header's first

    def pieces(self) -> Iterator[Piece]:
        last = len(self._header) - 1
        for place, text in enumerate(self._places()):
            words = "".join(piece.text for piece in text.pieces())
            end = "\n" if place % len(self._header) == last else "\t"
            yield Piece(words + end, place, whole=True, said=f"{text.spoken}. ")

    def end_place(self) -> int:
        return len(self._places())

    def place_at(self, point: QPoint) -> int:
        row, column = self._grid.cell_at(self._grid.mapFrom(self, point))
        place = row * len(self._header) + column
        return place + (1 if point.x() > self.area_of(place).center().x() else 0)

    def area_of(self, place: int) -> QRect:
        number = min(place, self.end_place() - 1)
        row, column = divmod(number, len(self._header))
        area = self._grid.area_of(row, column).translated(self._grid.pos())
        return area if place == number else QRect(area.right(), area.top(), 1, area.height())

    def choose(self, start: int, end: int) -> None:
        for place, text in enumerate(self._places()):
            text.choose(0, text.end_place() if start <= place < end else 0)
        self._grid.repaint_cells()

    def light(self, lit: Sequence[Lit]) -> None:
        for place, text in enumerate(self._places()):
            held = [Lit(0, text.end_place(), one.light) for one in lit if one.start <= place < one.end]
            text.light(held)
        self._grid.repaint_cells()

    def words_between(self, start: int, end: int) -> str:
        found = "".join(piece.text for piece in self.pieces() if start <= piece.place < end)
        return found.rstrip("\t\n")

    def _places(self) -> list[RichText]:
        return [*self._header, *(text for row in self._cells for text in row)]

    def heightForWidth(self, width: int) -> int:
        return self._lay(width)

    def sizeHint(self) -> QSize:
        width = self.width() or 320
        return QSize(width, self._lay(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay(self.width())
        self._grid.setGeometry(self.rect())
        self._edge.setGeometry(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            texts = (*self._header, *(cell for row in self._cells for cell in row))
            refreshed = [text.refresh() for text in texts]
            if any(refreshed):
                self._laid_for = (0, 0)
                self.updateGeometry()
        super().changeEvent(event)

    def _lay(self, width: int) -> int:
        """Sets columns and rows for a width; gives the height."""
        if self._laid_for[0] != width:
            self._laid_for = (width, self._grid.lay(width))
        return self._laid_for[1]


class _Grid(QTableWidget):
    def __init__(self, header: list[RichText], cells: list[list[RichText]], parent: QWidget) -> None:
        super().__init__(len(cells), len(header), parent)
        self.header, self.cells = header, cells
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setHorizontalHeader(_Header(header, self))
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Cell(cells, self))
        for row, texts in enumerate(cells):
            for column, text in enumerate(texts[: len(header)]):
                self.setItem(row, column, QTableWidgetItem(text.spoken))
        self.setHorizontalHeaderLabels([text.spoken for text in header])

    def lay(self, width: int) -> int:
        """Sets widths and heights; gives the height of the whole, pixels."""
        side, above = 2 * theme().px(_SIDE), 2 * theme().px(_ABOVE)
        columns = [
            [head, *(row[at] for row in self.cells if at < len(row))] for at, head in enumerate(self.header)
        ]
        least = [max(text.longest_word() for text in column) + side for column in columns]
        natural = [max(text.natural_width() for text in column) + side for column in columns]
        widths = column_widths(least, natural, width)
        for at, wide in enumerate(widths):
            self.setColumnWidth(at, wide)
        total = self._row_height(self.header, widths, side) + above
        self.horizontalHeader().setFixedHeight(total)
        for row, texts in enumerate(self.cells):
            tall = self._row_height(texts, widths, side) + above
            self.setRowHeight(row, tall)
            total += tall
        wide_one = sum(widths) > width
        # Only a table that moves sideways needs the keyboard.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if wide_one else Qt.FocusPolicy.NoFocus)
        return total + (self.horizontalScrollBar().sizeHint().height() + 2 if wide_one else 0)

    def cell_at(self, point: QPoint) -> tuple[int, int]:
        """Row, 0 for the header, and column of the cell nearest to a point."""
        head = self.horizontalHeader().height()
        column, row = self.columnAt(point.x()), self.rowAt(point.y() - head)
        column = column if column >= 0 else (0 if point.x() < 0 else len(self.header) - 1)
        if point.y() < head:
            return 0, column
        return (row if row >= 0 else len(self.cells) - 1) + 1, column

    def area_of(self, row: int, column: int) -> QRect:
        """Where a cell stands, row 0 being the header."""
        left, wide = self.columnViewportPosition(column), self.columnWidth(column)
        head = self.horizontalHeader().height()
        if row == 0:
            return QRect(left, 0, wide, head)
        return QRect(left, head + self.rowViewportPosition(row - 1), wide, self.rowHeight(row - 1))

    def repaint_cells(self) -> None:
        """Shows what was chosen or lit."""
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if scrolls(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Up and down belong to the page; sideways is the table's own.
        if abs(event.angleDelta().x()) > abs(event.angleDelta().y()):
            super().wheelEvent(event)
        else:
            event.ignore()

    @staticmethod
    def _row_height(texts: Sequence[RichText], widths: Sequence[int], side: int) -> int:
        return max((text.height(wide - side) for text, wide in zip(texts, widths, strict=False)), default=0)


class _Header(QHeaderView):
    def __init__(self, texts: list[RichText], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._texts = texts
        # A touch means the words, as everywhere in the column.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        worn = theme()
        painter.save()
        painter.fillRect(rect, worn.color("incavo"))
        inner = QRectF(rect).adjusted(worn.px(_SIDE), worn.px(_ABOVE), -worn.px(_SIDE), 0)
        self._texts[logicalIndex].paint(painter, inner)
        if worn.high_contrast:
            painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), worn.color("linea"))
        painter.restore()


class _Cell(QStyledItemDelegate):
    def __init__(self, cells: list[list[RichText]], parent: QWidget) -> None:
        super().__init__(parent)
        self._cells = cells

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        worn, rect = theme(), QRectF(option.rect)
        painter.save()
        painter.fillRect(rect, worn.color("foglio"))
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), worn.color("linea"))
        row = self._cells[index.row()]
        if index.column() < len(row):
            text = row[index.column()]
            side = worn.px(_SIDE)
            free = rect.height() - text.height(rect.width() - 2 * side)
            text.paint(painter, rect.adjusted(side, free / 2, -side, 0))
        painter.restore()


class _Edge(QWidget):
    """Rounds the corners over the grid, and draws its outline."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = worn.border() / 2
        sheet, outline = QPainterPath(), QPainterPath()
        sheet.addRect(rect)
        outline.addRoundedRect(rect.adjusted(half, half, -half, -half), _RADIUS, _RADIUS)
        painter.fillPath(sheet.subtracted(outline), worn.color("foglio"))
        painter.strokePath(outline, QPen(worn.color("linea"), worn.border()))


def _aligned(table: Table, column: int) -> Qt.AlignmentFlag:
    name = table.align[column] if column < len(table.align) else "left"
    return _ALIGN.get(name, Qt.AlignmentFlag.AlignLeft)


def _strong(spans: Spans) -> Spans:
    return tuple(Span(span.text, span.marks | Mark.STRONG, span.maths, image=span.image) for span in spans)
