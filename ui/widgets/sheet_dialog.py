"""A sheet over the window: a heading, what scrolls under it, and the way back."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from scuola_digitale.words import Worded, say
from ui.widgets.buttons import Button
from ui.widgets.hands import Hands
from ui.widgets.key_scrolling import scroll_by_key
from ui.widgets.layouts import show_through
from ui.widgets.text import Text
from ui.widgets.theme import theme

CLOSE = Worded(lambda: say("Chiudi"))

_AROUND = 48


class SheetDialog(QDialog):
    """Subclasses fill `column`; the button at the foot closes it, Esc too."""

    def __init__(self, title: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent.window() if parent is not None else None)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._hands = Hands(self)
        self.setWindowTitle(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(Text(title, "heading", wrap=True))
        if detail:
            whole.addWidget(Text(detail, "small", "ink2", wrap=True))
        self.area = QScrollArea()
        self.column = self._make_column()
        whole.addWidget(self.area, 1)
        self.close_button = Button(CLOSE())
        self.close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 8, 0)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole.addLayout(foot)

    def fit(self, wide: int, tall: int) -> None:
        """As large as asked (pixels at 100 % text), and never larger than the window under it."""
        above = self.parentWidget()
        most = above.size() if above is not None else QSize(wide, tall) + QSize(_AROUND, _AROUND)
        self.resize(
            min(theme().px(wide), most.width() - _AROUND), min(theme().px(tall), most.height() - _AROUND)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not scroll_by_key(self.area, event):
            super().keyPressEvent(event)

    def _make_column(self) -> QVBoxLayout:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        show_through(self.area)
        return column
