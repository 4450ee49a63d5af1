"""The view through which a lesson's column is read."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.widgets.key_scrolling import scroll_by_key
from ui.widgets.lesson.column import Column
from ui.widgets.lesson.run import TextRun
from ui.widgets.theme import theme


class LessonScroll(QScrollArea):
    """Scrolls a column that is always as wide as the view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setSingleStep(48)

    def show_column(self, column: Column) -> None:
        """Shows what a view of its size shows first of a column."""
        view = self.viewport()
        column.resize(view.size())
        column.draw_down_to(view.height())
        column.grew_above.connect(self._stay)
        self.verticalScrollBar().valueChanged.connect(column.draw_up_to)
        self.setWidget(column)
        self._fit()

    def relay(self) -> None:
        """Lays the column anew, where there is one."""
        column = self.widget()
        if isinstance(column, Column):
            column.relay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not scroll_by_key(self, event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self.viewport().update()
        return super().event(event)

    def recolour(self) -> None:
        """The colours of the look changed."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), theme().color("foglio"))

    def sizeHint(self) -> QSize:
        # The page places it; Qt would measure the whole column for a hint.
        return QSize(640, 480)

    def scroll_to(self, widget: QWidget, *, margin: int = 24) -> None:
        """Brings a widget of the column under the upper edge."""
        column = self.widget()
        if column is not None:
            top = widget.mapTo(column, widget.rect().topLeft()).y()
            self.verticalScrollBar().setValue(max(0, top - margin))

    def top(self) -> int:
        """How far down the column the upper edge of the view is, pixels."""
        return self.verticalScrollBar().value()

    def line_at(self, y: int) -> tuple[int, int] | None:
        """Top and foot of the line of running text at a height of the view, pixels; None where none stands."""
        column = self.widget()
        if not isinstance(column, Column):
            return None
        for widget in column.widgets():
            above = widget.y() - self.top()
            if above <= y < above + widget.height():
                line = widget.line_at(y - above) if isinstance(widget, TextRun) else None
                return (above + line[0], above + line[1]) if line is not None else None
        return None

    def at_foot(self) -> bool:
        """Whether the end is in sight."""
        return self.top() >= self.verticalScrollBar().maximum() - 8

    def way_from(self, place: tuple[QWidget, int]) -> int:
        """How far the reader went from what was first in sight, pixels; what was drawn meanwhile is no way."""
        block, over = place
        return abs(self.top() - block.y() - over)

    def first_in_sight(self) -> tuple[QWidget, int] | None:
        """The block at the upper edge, and how far its top is above the edge, pixels."""
        column = self.widget()
        if isinstance(column, Column):
            for widget in column.widgets():
                if widget.geometry().bottom() >= self.top():
                    return widget, self.top() - widget.y()
        return None

    def _stay(self, moved: int) -> None:
        """What is read was moved down, and stays where it is seen; who is at the very top stays there."""
        bar = self.verticalScrollBar()
        if bar.value():
            bar.setValue(bar.value() + moved)

    def _fit(self) -> None:
        column = self.widget()
        if column is not None:
            width = self.viewport().width()
            column.resize(width, max(column.heightForWidth(width), self.viewport().height()))
