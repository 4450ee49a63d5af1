"""What answers to choose have in common: a ring for the keyboard, and a lock once they are right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from ui.widgets.ring import Ringed

_LEAVE = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter})

if TYPE_CHECKING:

    class _Button(Ringed, QAbstractButton):
        """A control of Qt's with its ring."""

else:
    _Button = Ringed


class Lockable(_Button):
    """Stands before a button's Qt class among its bases; touched anywhere in its rectangle it is hit.

    Attributes:
        locked: it cannot be changed, and is not greyed as what is switched off.
    """

    locked = False

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos) and not self.locked

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.locked and Qt.Key(event.key()) not in _LEAVE:
            event.ignore()
        else:
            super().keyPressEvent(event)
