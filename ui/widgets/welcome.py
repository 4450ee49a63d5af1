"""The first window on a laptop that is in no school yet: try one, found one, or come into one."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QProcess, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from scuola_digitale.words import say
from ui.home import Home
from ui.presenters.welcome import WAYS, FoundingPresenter, JoiningPresenter, Way
from ui.widgets.accessible import tell_parts
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, Drawing, IconTile
from ui.widgets.focus_keeper import FocusKeeper
from ui.widgets.grid import GridLayout
from ui.widgets.hands import Hands
from ui.widgets.skyline import draw_skyline
from ui.widgets.text import Text
from ui.widgets.theme import theme

if TYPE_CHECKING:
    from ui.widgets.founding_steps import FoundingSteps
    from ui.widgets.joining_steps import JoiningSteps

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_WIDEST, _WAY = 1000, 250
"""How wide the ways are together at most, and each at least, pixels at 100 % text."""


class _Room(QWidget):
    """Something in the middle of the window, a little above it, since the ridge stands at the foot."""

    def __init__(self, inside: QWidget, widest: int) -> None:
        super().__init__()
        self._inside, self._widest = inside, widest
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(inside, 1000)
        line.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addLayout(line)
        self._column.addStretch(3)

    def set_narrow(self, *, narrow: bool) -> None:
        """Less air around it."""
        side = 24 if narrow else 40
        self._column.setContentsMargins(side, side - 4, side, side - 4)
        self._inside.setMaximumWidth(theme().px(self._widest))


def _centred(words: Text) -> Text:
    words.setAlignment(_CENTRE)
    return words


def _way_card(way: Way, button: Button) -> Card:
    """A way on: what it is, for whom, and its button at the foot."""
    card = Card()
    card.column.setSpacing(8)
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(IconTile(way.icon))
    head.addWidget(Text(way.title, "section", wrap=True), 1)
    card.column.addLayout(head)
    card.column.addWidget(Text(way.detail, "ui", "ink2", wrap=True))
    card.column.addStretch(1)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    card.column.addSpacing(4)
    card.column.addWidget(button)
    return card


class Welcome(QWidget):
    """Three ways on; `settled` when the laptop is in a school."""

    settled = Signal()

    def __init__(self, home: Home) -> None:
        super().__init__()
        tell_parts()
        self._keeper = FocusKeeper(self)
        self._hands = Hands(self)
        self._home = home
        self.setWindowTitle("Scuola Digitale")
        self.setMinimumSize(911, 512)
        self._rooms = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rooms)
        self._hello = self._add(self._make_hello(), _WIDEST)

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
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._mark = Drawing("marchio", 64, grows=False)
        column.addWidget(self._mark, alignment=_CENTRE)
        column.addWidget(_centred(Text(say("Benvenuti"), "title")))
        column.addWidget(
            _centred(
                Text(say("Questo portatile non fa ancora parte di una scuola."), "ui", "ink2", wrap=True)
            )
        )
        column.addSpacing(16)
        self.try_it = Button(say("Prova la scuola di Valdoro"), "primary")
        self.try_it.clicked.connect(self._try)
        self.found_it = Button(say("Fonda la tua scuola"))
        self.found_it.clicked.connect(self.found)
        self.join_it = Button(say("Entra in una scuola"))
        self.join_it.clicked.connect(self.join)
        self._ways = GridLayout(least=_WAY, gap=16)
        for way, button in zip(WAYS(), (self.try_it, self.found_it, self.join_it), strict=True):
            self._ways.addWidget(_way_card(way, button))
        column.addLayout(self._ways)
        self.words = _centred(Text("", "ui", "ink2", wrap=True))
        column.addWidget(self.words)
        return hello

    def _go_in(self, steps: "FoundingSteps | JoiningSteps") -> None:
        self._rooms.setCurrentWidget(self._add(steps, steps.widest))
        steps.begin()

    def _back(self) -> None:
        gone = self._rooms.currentWidget()
        self._rooms.setCurrentWidget(self._hello)
        if gone is not None:
            self._rooms.removeWidget(gone)
            gone.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        for room in self._rooms.findChildren(_Room):
            room.set_narrow(narrow=theme().is_narrow(self.width()))
        self._mark.setVisible(not theme().stacked(narrow=theme().is_narrow(self.width())))

    def _add(self, inside: QWidget, widest: int) -> QWidget:
        """Puts something in the middle, behind a frame that scrolls where the window is small or the text large."""
        room = _Room(inside, widest)
        room.set_narrow(narrow=theme().is_narrow(self.width()))
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
