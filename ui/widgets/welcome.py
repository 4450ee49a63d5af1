"""The first window on a laptop that is in no school yet: try one, found one, or come into one."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from scuola_digitale.words import Worded, say
from ui.home import Home
from ui.presenters.welcome import FoundingPresenter, JoiningPresenter
from ui.widgets.accessible import tell_parts
from ui.widgets.buttons import Button
from ui.widgets.cards import Drawing
from ui.widgets.flow import FlowLayout
from ui.widgets.focus_keeper import FocusKeeper
from ui.widgets.skyline import draw_skyline
from ui.widgets.text import Text
from ui.widgets.theme import theme

if TYPE_CHECKING:
    from ui.widgets.founding_steps import FoundingSteps
    from ui.widgets.joining_steps import JoiningSteps

_WAYS = Worded(
    lambda: say(
        "Puoi provare il programma in una scuola inventata, a Valdoro; se segui i computer,"
        " qui fondi la tua scuola o fai entrare il portatile in una che c’è già."
    )
)


class Welcome(QWidget):
    """Three ways on; `settled` when the laptop is in a school."""

    settled = Signal()

    def __init__(self, home: Home) -> None:
        super().__init__()
        tell_parts()
        self._keeper = FocusKeeper(self)
        self._home = home
        self.setWindowTitle("Scuola Digitale")
        self.setMinimumSize(911, 512)
        self._rooms = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rooms)
        self._hello = self._add(self._make_hello())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("carta"))
        draw_skyline(painter, QRectF(self.rect()))

    def begin_page(self) -> None:
        """Puts the focus on the first thing that can be done."""
        room = self._rooms.currentWidget()
        first = (
            next((one for one in room.findChildren(QPushButton) if one.isVisible()), None) if room else None
        )
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def found(self) -> None:
        """Shows the steps by which a school is founded."""
        from ui.setting_up import found_from, words_good  # late: the welcome is drawn without keys
        from ui.widgets.founding_steps import FoundingSteps

        home = self._home
        self.steps = FoundingSteps(FoundingPresenter(lambda said: found_from(home, said), words_good))
        self.steps.founded.connect(self.settled)
        self.steps.left.connect(self._back)
        self._go_in(self.steps)

    def join(self) -> None:
        """Shows the two ways into a school that is there."""
        from ui.setting_up import Newcomer  # late, as above
        from ui.widgets.joining_steps import JoiningSteps

        home = self._home
        self.joining = JoiningSteps(JoiningPresenter(lambda: Newcomer(home)))
        self.joining.joined.connect(self.settled)
        self.joining.left.connect(self._back)
        self._go_in(self.joining)

    def _make_hello(self) -> QWidget:
        hello = QWidget()
        column = QVBoxLayout(hello)
        column.setContentsMargins(48, 56, 48, 40)
        column.setSpacing(16)
        column.addWidget(Drawing("marchio", 72), alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Text(say("Benvenuti"), "display"))
        for words in (
            say("Questo portatile non fa ancora parte di una scuola."),
            _WAYS(),
        ):
            column.addWidget(Text(words, "reading", wrap=True))
        self.try_it = Button(say("Prova la scuola di Valdoro"), "primary")
        self.try_it.clicked.connect(self._try)
        self.found_it = Button(say("Fonda la tua scuola"), icon="piu")
        self.found_it.clicked.connect(self.found)
        self.join_it = Button(say("Entra in una scuola"), icon="portatile")
        self.join_it.clicked.connect(self.join)
        ways = QWidget()
        flow = FlowLayout(ways, gap=12, line_gap=12)
        for button in (self.try_it, self.found_it, self.join_it):
            flow.addWidget(button)
        column.addWidget(ways)
        self.words = Text("", "ui", "ink2", wrap=True)
        column.addWidget(self.words)
        column.addStretch(1)
        return hello

    def _go_in(self, steps: "FoundingSteps | JoiningSteps") -> None:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(48, 40, 48, 40)
        column.addWidget(steps)
        column.addStretch(1)
        self._rooms.setCurrentWidget(self._add(room))
        steps.begin()

    def _back(self) -> None:
        gone = self._rooms.currentWidget()
        self._rooms.setCurrentWidget(self._hello)
        if gone is not None:
            self._rooms.removeWidget(gone)
            gone.deleteLater()

    def _add(self, room: QWidget) -> QWidget:
        """Puts a room behind a frame that scrolls where the window is small or the text large."""
        frame = QScrollArea()
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setWidgetResizable(True)
        frame.setWidget(room)
        for ground in (frame.viewport(), room):
            ground.setAutoFillBackground(False)  # the ridge shows through
        self._rooms.addWidget(frame)
        return frame

    def _try(self) -> None:
        self.try_it.setEnabled(False)
        self.words.setText(say("Preparo la scuola di prova: ci vogliono pochi secondi…"))
        # A process of its own: the demo brings a region, and the window starts clean.
        QProcess.startDetached(sys.executable, ["-m", "ui.main", "demo"])
        QApplication.quit()
