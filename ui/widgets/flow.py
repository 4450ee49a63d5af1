"""A layout that puts things side by side and starts a new line where they do not fit."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from ui.widgets.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Left to right, then a new line; `gap` between neighbours, `line_gap` between lines, pixels."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 8) -> None:
        super().__init__(parent)
        self._gap, self._line_gap = gap, line_gap
        self._on_one_line = False

    def keep_on_one_line(self, *, keep: bool) -> None:
        """Asks for the width of all its things side by side, where there is room for them; or only for the widest."""
        self._on_one_line = keep
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        if self._on_one_line:
            wide = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
            size.setWidth(sum(wide) + self._gap * max(0, len(wide) - 1))
        return size.grownBy(self.contentsMargins())

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            if move:
                self._move(line, QRect(rect.x(), y, rect.width(), height))
            y += height + self._line_gap
        return max(0, y - self._line_gap - rect.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items that are shown, those of a line together."""
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if lines and taken + self._gap + wide <= width:
                lines[-1].append(item)
                taken += self._gap + wide
            else:
                lines.append([item])
                taken = wide
        return lines

    def _move(self, line: list[QLayoutItem], room: QRect) -> None:
        """Puts the items of a line side by side, each in the middle of its height."""
        x = room.x()
        for item in line:
            size = item.sizeHint().boundedTo(QSize(room.width(), room.height()))
            item.setGeometry(QRect(QPoint(x, room.y() + (room.height() - size.height()) // 2), size))
            x += size.width() + self._gap
