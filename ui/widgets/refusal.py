"""The window that opens where the laptop cannot: what is wrong, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui.widgets.buttons import Button
from ui.widgets.cards import Drawing
from ui.widgets.text import Text
from ui.widgets.theme import theme


class Refusal(QWidget):
    """Says a sentence and its remedy, until it is closed."""

    def __init__(self, error: ScuolaError) -> None:
        super().__init__()
        self.setWindowTitle("Scuola Digitale")
        self.setMinimumSize(640, 360)
        page = self.palette()
        page.setColor(self.backgroundRole(), theme().color("carta"))
        self.setPalette(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(16)
        column.addWidget(Drawing("marchio", 56), alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Text(say("Così non posso aprire la scuola"), "title", wrap=True))
        column.addWidget(Text(error.message, "reading", wrap=True))
        column.addWidget(Text(error.remedy, "ui", "ink2", wrap=True))
        column.addStretch(1)
        self.close_it = Button(say("Chiudi"), "primary")
        self.close_it.clicked.connect(self.close)
        column.addWidget(self.close_it, alignment=Qt.AlignmentFlag.AlignRight)
