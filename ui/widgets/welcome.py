"""The first window on a laptop that is in no school yet: what this is, and a school to try."""

import sys

from PySide6.QtCore import QProcess, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.home import Home
from ui.widgets.buttons import Button
from ui.widgets.cards import Drawing
from ui.widgets.skyline import draw_skyline
from ui.widgets.text import Text
from ui.widgets.theme import theme


class Welcome(QWidget):
    """Says that the laptop is in no school, and opens the demo school when asked."""

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self.setWindowTitle("Scuola Digitale")
        self.setMinimumSize(911, 512)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 64, 48, 200)
        column.setSpacing(16)
        column.addWidget(Drawing("marchio", 72), alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Text("Benvenuti", "display"))
        column.addWidget(
            Text(
                "Questo portatile non fa ancora parte di una scuola: lo fa entrare chi segue i computer.",
                "reading",
                wrap=True,
            )
        )
        column.addWidget(
            Text(
                "Intanto puoi provare il programma in una scuola inventata, a Valdoro.", "reading", wrap=True
            )
        )
        row = QHBoxLayout()
        self.try_it = Button("Prova la scuola di Valdoro", "primary")
        self.try_it.clicked.connect(self._try)
        row.addWidget(self.try_it)
        row.addStretch(1)
        column.addLayout(row)
        self.words = Text("", "ui", "ink2", wrap=True)
        column.addWidget(self.words)
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("carta"))
        draw_skyline(painter, QRectF(self.rect()))

    def _try(self) -> None:
        self.try_it.setEnabled(False)
        self.words.setText("Preparo la scuola di prova: ci vogliono pochi secondi…")
        # A process of its own: the demo brings a region, and the window starts clean.
        QProcess.startDetached(sys.executable, ["-m", "ui.main", "demo"])
        QApplication.quit()
