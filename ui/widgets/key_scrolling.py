"""Keys that nobody else wants scroll what is read: arrows, pages, space, to the top and to the end."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar

from ui.widgets.theme import theme

_LINE = 48
_KEPT = 56
"""What of a screen is seen again on the next one, so that the eye finds its line: pixels at 100 %."""

_Move = Callable[[QScrollBar], int]

_MOVES: dict[Qt.Key, _Move] = {
    Qt.Key.Key_Down: lambda bar: bar.value() + theme().px(_LINE),
    Qt.Key.Key_Up: lambda bar: bar.value() - theme().px(_LINE),
    Qt.Key.Key_PageDown: lambda bar: bar.value() + _screen(bar),
    Qt.Key.Key_PageUp: lambda bar: bar.value() - _screen(bar),
    Qt.Key.Key_Space: lambda bar: bar.value() + _screen(bar),
    Qt.Key.Key_Home: lambda bar: bar.minimum(),
    Qt.Key.Key_End: lambda bar: bar.maximum(),
}


def scrolls(event: QKeyEvent) -> bool:
    """Whether a key asks to scroll, in a place where it means nothing else."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    backwards = held == Qt.KeyboardModifier.ShiftModifier and event.key() == Qt.Key.Key_Space
    return backwards or (held == Qt.KeyboardModifier.NoModifier and Qt.Key(event.key()) in _MOVES)


def scroll_by_key(area: QScrollArea, event: QKeyEvent) -> bool:
    """Scrolls an area up or down as a key asks; gives whether the key was one of those."""
    if not scrolls(event):
        return False
    bar = area.verticalScrollBar()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        bar.setValue(bar.value() - _screen(bar))
    else:
        bar.setValue(_MOVES[Qt.Key(event.key())](bar))
    return True


def _screen(bar: QScrollBar) -> int:
    return max(theme().px(_LINE), bar.pageStep() - theme().px(_KEPT))


class SideArea(QScrollArea):
    """Scrolls something beside the page; keys scroll the page, whatever beside it has the focus."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
