"""A grid that has as many columns as fit, all of one width; a row is as high as its highest card."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from ui.widgets.item_layout import ItemLayout
from ui.widgets.theme import theme


class GridLayout(ItemLayout):
    """Columns at least `least` pixels wide (at 100 % text), `gap` apart.

    `even` rather has fewer columns than a last row that is nearly empty: four cards stand in two rows of two.
    `squeezed` lets a single column be narrower than `least`, down to the widest of its cards.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        least: int = 260,
        gap: int = 12,
        even: bool = False,
        squeezed: bool = False,
    ) -> None:
        super().__init__(parent)
        self._even, self._squeezed = even, squeezed
        self._least, self._gap = least, gap

    def set_least(self, least: int) -> None:
        """Changes the least width of a column."""
        self._least = least
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._least), self.heightForWidth(theme().px(self._least)))

    def minimumSize(self) -> QSize:
        if self._squeezed:
            return QSize(max((item.minimumSize().width() for item in self._items), default=0), 0)
        return QSize(min(theme().px(self._least), 300), 0)

    def _place(self, rect: QRect, *, move: bool) -> int:
        columns = max(1, (rect.width() + self._gap) // (theme().px(self._least) + self._gap))
        columns = min(columns, max(1, len(self._items)))
        if self._even and self._items:
            rows = -(-len(self._items) // columns)
            columns = -(-len(self._items) // rows)
        width = (rect.width() - self._gap * (columns - 1)) // columns
        y = rect.y()
        for first in range(0, len(self._items), columns):
            row = self._items[first : first + columns]
            height = max(_height(item, width) for item in row)
            if move:
                for place, item in enumerate(row):
                    x = rect.x() + place * (width + self._gap)
                    item.setGeometry(QRect(x, y, width, height))
            y += height + self._gap
        return max(0, y - self._gap - rect.y())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
