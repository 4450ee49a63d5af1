"""The board as a table with headers, over the window: a real one, that a screen reader goes through by its cells."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.presenters import board_table
from ui.presenters.board_table import TableLine
from ui.widgets import paint
from ui.widgets.sheet_dialog import SheetDialog
from ui.widgets.theme import theme

_WIDE, _TALL = 860, 640
_SIDE, _ABOVE = 12, 8


class BoardTable(QTableWidget):
    """Lines of pupils; `looked` gives the one whose line was opened."""

    looked = Signal(object)

    def __init__(self, lines: Sequence[TableLine], name: str) -> None:
        headers = board_table.HEADERS()
        super().__init__(len(lines), len(headers) - 1)
        self._lines = lines
        self.setAccessibleName(name)
        self.setHorizontalHeader(_Header(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Header(Qt.Orientation.Vertical, self))
        self.setHorizontalHeaderLabels([*headers[1:]])
        self.setVerticalHeaderLabels([line.words[0] for line in lines])
        for row, line in enumerate(lines):
            for column, words in enumerate(line.words[1:]):
                self.setItem(row, column, QTableWidgetItem(words))
        self._corner = _Corner(self)
        self._behave()
        self.cellActivated.connect(lambda row, _column: self.looked.emit(self._lines[row].pupil))
        self.setCurrentCell(0, 0)

    def waits(self, row: int) -> bool:
        """Whether the pupil of a row waits for the teacher."""
        return self._lines[row].waits

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Return means the line everywhere; some systems would edit or leave it to the dialog.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self.looked.emit(self._lines[self.currentRow()].pupil)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        frame = self.frameWidth()
        self._corner.setGeometry(
            frame, frame, self.verticalHeader().width(), self.horizontalHeader().height()
        )

    def _behave(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)  # Tab goes on to the button
        self.setShowGrid(False)
        self.setItemDelegate(_Cells(self))
        self.setFont(theme().font("ui"))
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * theme().px(_ABOVE))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)


class _Cells(QStyledItemDelegate):
    """Draws cells in the look's colours; who waits has a soft ochre ground, and says so in words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        words = str(index.data())
        metrics = QFontMetrics(theme().font("ui"))
        return QSize(metrics.horizontalAdvance(words) + 2 * theme().px(_SIDE), metrics.height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        worn, rect = theme(), _rect(option)
        table = self.parent()
        waits = isinstance(table, BoardTable) and table.waits(index.row())
        chosen = isinstance(table, BoardTable) and table.currentRow() == index.row()
        ground = "primary" if chosen else "warning_soft" if waits else "foglio"
        painter.save()
        painter.fillRect(rect, worn.color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, worn.color("linea"))
        painter.setFont(worn.font("ui"))
        side = worn.px(_SIDE)
        room = rect.adjusted(side, 0, -side, 0).toRectF()
        paint.text(painter, room, str(index.data()), worn.color("on_primary" if chosen else "ink"))
        painter.restore()


def _rect(option: QStyleOptionViewItem) -> QRect:
    return QRect(getattr(option, "rect"))  # noqa: B009  the bindings' types do not know it


class _Header(QHeaderView):
    """A header in the look's colours; the pupils' names head their lines."""

    def __init__(self, way: Qt.Orientation, table: QTableWidget) -> None:
        super().__init__(way, table)
        self.setFont(theme().font("small-strong"))
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N803  Qt's own name
        metrics = QFontMetrics(theme().font("small-strong"))
        words = str(self.model().headerData(logicalIndex, self.orientation()))
        return QSize(
            metrics.horizontalAdvance(words) + 2 * theme().px(_SIDE) + 2,
            metrics.height() + 2 * theme().px(_ABOVE),
        )

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  Qt's own name
        words = str(self.model().headerData(logicalIndex, self.orientation()))
        _draw_head(painter, rect, words)


class _Corner(QWidget):
    """What heads the pupils' names, where the two headers meet; each line's header says it to a screen reader."""

    def paintEvent(self, event: QPaintEvent) -> None:
        _draw_head(QPainter(self), self.rect(), board_table.HEADERS()[0])


def _draw_head(painter: QPainter, rect: QRect, words: str) -> None:
    worn = theme()
    painter.save()
    painter.fillRect(rect, worn.color("incavo"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, worn.color("linea"))
    painter.setFont(worn.font("small-strong"))
    side = worn.px(_SIDE)
    paint.text(painter, rect.adjusted(side, 0, 0, 0).toRectF(), words, worn.color("ink"))
    painter.restore()


class BoardTableDialog(SheetDialog):
    """The table of a board, with the way back; `looked` gives a pupil whose answers are wanted."""

    looked = Signal(object)

    def __init__(self, lines: Sequence[TableLine], theme_name: str, parent: QWidget | None = None) -> None:
        title = board_table.title(theme_name)
        super().__init__(title, board_table.DETAIL(), parent)
        self.table = BoardTable(lines, title)
        self.table.looked.connect(self._look)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.table, 1)
        self.fit(_WIDE, _TALL)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self, pupil: object) -> None:
        self.accept()
        self.looked.emit(pupil)
