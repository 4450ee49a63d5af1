"""A layout that holds its things in a row and walks through them once, to measure or to move them."""

from abc import abstractmethod

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.widgets.abstract import AbstractWidget


class ItemLayout(QLayout, metaclass=AbstractWidget):
    """What is as high as its width makes it; without margins, unless they are set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._place(QRect(0, 0, inner, 0), move=False) + margins.top() + margins.bottom()

    def minimumHeightForWidth(self, width: int) -> int:
        # Without it a page believes that this may be squeezed to nothing, and squeezes its neighbours.
        return self.heightForWidth(width)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), move=True)

    @abstractmethod
    def _place(self, rect: QRect, *, move: bool) -> int:
        """Walks the items through `rect`, and with `move` places them; gives the height they take, pixels."""
