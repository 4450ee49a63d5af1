"""What stands around a lesson's column: reading bar, outline and view, laid out for every width."""

import shiboken6
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui.widgets.empty import Empty
from ui.widgets.lesson.bar import ReadingBar
from ui.widgets.lesson.outline import Outline
from ui.widgets.lesson.place_line import PlaceLine
from ui.widgets.lesson.scroll import LessonScroll
from ui.widgets.text import Text
from ui.widgets.theme import theme

NARROW_PAGE = 917
"""Page width in logical pixels under which the outline becomes a button: the window's 1001 less its rail."""

_LARGE = 1.5
"""Scale of the text above which any window is narrow."""


class LessonFrame(QWidget):
    """The frame of a lesson's page, which fills it.

    `left` is told when the reader goes back, `alone_asked` whether they want nothing around the lesson,
    `leaving` that the page is about to close.
    """

    left = Signal()
    alone_asked = Signal(bool)
    leaving = Signal()

    def __init__(self, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawer = self._alone = False
        self._place_kept: tuple[QWidget, int] | None = None
        self._place_line: PlaceLine | None = None
        self._bar = ReadingBar(back, self)
        self._outline = Outline(back, self)
        self._scroll = LessonScroll(self)
        self._message: QWidget = Text(say("Apro la lezione…"), "large", "ink2", parent=self)
        self._message.hide()
        self._bar.left.connect(self.left)
        self._bar.outline_asked.connect(self._toggle_outline)
        self._bar.alone_asked.connect(self._show_alone)
        self._bar.restyling.connect(self._keep_place)
        self._bar.restyled.connect(self._take_place)
        self._outline.left.connect(self.left)
        self._outline.went.connect(self._went)

    def reading_room(self) -> QWidget:
        """Where the lesson is read, without the tools around it: a ruler is laid over this."""
        return self._scroll

    def keep_in_bar(self, size: QSize) -> QRect:
        """Keeps so much room at the end of the reading bar, or none; says where."""
        if self._bar.keep_room(size):
            self._lay()
            self._bar.lay_row()
        return self._bar.room_kept().translated(self._bar.pos())

    def go_to(self, anchor: str) -> None:
        """Scrolls to a part of the lesson, where there is one."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().color("foglio"))

    # While there is no lesson

    def _say_wait(self) -> None:
        if not isinstance(self._message, Empty):
            self._message.show()
            self._lay()

    def _miss(self, problem: ScuolaError) -> None:
        """Says in the lesson's place why there is none."""
        self._message.deleteLater()
        missing = Empty(problem.message, problem.remedy, say("Torna indietro"))
        missing.setParent(self)
        missing.way_on.connect(self.left)
        missing.show()
        self._message = missing
        self._lay()

    # The reader's place, while all around it changes

    def _keep_place(self) -> None:
        self._place_kept = self._scroll.first_in_sight()

    def _take_place(self) -> None:
        self._lay()
        self._scroll.relay()
        if self._place_kept is not None and shiboken6.isValid(self._place_kept[0]):
            self._scroll.scroll_to(self._place_kept[0], margin=-self._place_kept[1])

    def _show_alone(self, alone: bool) -> None:  # the signal's own signature
        self._keep_place()
        self._alone = alone
        self.alone_asked.emit(alone)
        self._take_place()

    def _let_line_go(self) -> None:
        self._place_line = None
        self._lay()

    # The outline

    def _toggle_outline(self) -> None:
        self._drawer = not self._drawer
        self._lay()
        if self._drawer:
            self._outline.setFocus(Qt.FocusReason.TabFocusReason)

    def _went(self, anchor: str) -> None:
        self._drawer = False
        self._lay()
        self.go_to(anchor)

    # Laying out

    def _lay(self) -> None:
        width, height = self.width(), self.height()
        roomy = width >= NARROW_PAGE and theme().scale <= _LARGE
        narrow = self._alone or not roomy
        self._bar.fit(narrow=narrow, roomy=roomy, large=theme().scale > _LARGE)
        side = 0 if narrow else self._outline.sizeHint().width()
        tall = self._bar.heightForWidth(width - side)
        self._bar.setGeometry(side, 0, width - side, tall)
        line = self._place_line.high() if self._place_line is not None else 0
        if self._place_line is not None:
            self._place_line.setGeometry(side, tall, width - side, line)
        self._scroll.setGeometry(side, tall + line, width - side, max(0, height - tall - line))
        self._message.setGeometry(side + 32, tall + 32, min(640, max(40, width - side - 64)), 160)
        if narrow:
            own = min(320, width - 40)
            self._outline.setGeometry(0, tall, own, height - tall)
            self._outline.setVisible(self._drawer)
            self._outline.raise_()
        else:
            self._outline.setGeometry(0, 0, side, height)
            self._outline.show()
