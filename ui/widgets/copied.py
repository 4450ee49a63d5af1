"""What somebody copied, here or in another program, does not wait for the next one who pastes."""

from PySide6.QtGui import QClipboard, QGuiApplication


def forget_copied() -> None:
    """Empties the clipboard, and what X11 pastes by the middle button."""
    board = QGuiApplication.clipboard()
    board.clear(QClipboard.Mode.Clipboard)
    if board.supportsSelection():
        board.clear(QClipboard.Mode.Selection)
