"""The last thing in a lesson: what of it is done, and one way on."""

from functools import partial

import shiboken6
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from scuola_digitale.words import say
from ui.presenters.lesson import LessonPresenter, Neighbours
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.lesson.stack import Flow, Padding, Stack
from ui.widgets.stones import draw_cairn
from ui.widgets.text import Text
from ui.widgets.theme import theme

_CAIRN_HIGH = 98
_STONES = 6
"""Of the drawn cairn, however many the lesson has."""


class LessonEnd(Stack):
    """Says that the lesson is done, or what is missing, beside its cairn.

    `left` is told when the reader goes back, `asked` with the ref of the exercise that they want to go on with,
    `lesson_asked` with the ref of the lesson before this, or after it.
    """

    accessible_role = QAccessible.Role.Grouping
    left = Signal()
    asked = Signal(str)
    lesson_asked = Signal(str)

    def __init__(self, lesson: LessonPresenter, parent: QWidget) -> None:
        super().__init__(parent, padding=Padding(132, 22, 24, 24))
        self._lesson = lesson
        self._ending = lesson.ending()
        self._title = Text("", "big", wrap=True, parent=self)
        self._words = Text("", "ui", "ink2", wrap=True, parent=self)
        self._follows = Text("", "ui", "ink2", wrap=True, parent=self)
        ways = Flow(self)
        self._way = Button("", parent=ways)
        self._way.clicked.connect(self._go_on)
        self._next = Button(say("Alla lezione dopo"), "quiet", icon="avanti", icon_last=True, parent=ways)
        self._before = Button(say("Alla lezione prima"), "quiet", icon="indietro", parent=ways)
        self.add(self._title)
        self.add(self._words, above=2)
        self.add(self._follows, above=2)
        for button in (self._way, self._next, self._before):
            ways.add(button)
        self.add(ways, above=14)
        self._follows.hide()
        self._next.hide()
        self._before.hide()
        self.refresh()

    def refresh(self) -> None:
        """Shows what is done now."""
        if not shiboken6.isValid(self):
            return
        self._ending = self._lesson.ending()
        self._title.setText(self._ending.title)
        self._title.set_tone("ink" if self._ending.todo else "success")
        self._words.setText(self._ending.words)
        self._words.setVisible(bool(self._ending.words))
        self._way.setText(self._ending.button)
        self._way.set_kind("secondary" if self._ending.todo else "primary")
        self._way.updateGeometry()
        self.setAccessibleName(self._ending.title)
        self.updateGeometry()
        self.update()

    def offer(self, around: Neighbours) -> None:
        """Offers the lessons before and after this, where there are any."""
        for button, head in ((self._next, around.after), (self._before, around.before)):
            if head is not None:
                button.setAccessibleName(f"{button.words()}: {head.title}")
                button.setToolTip(head.title)
                button.clicked.connect(partial(self.lesson_asked.emit, head.ref))
                button.show()
        if around.after is not None:
            self._follows.setText(say("Poi viene «{title}».", title=around.after.title))
            self._follows.show()
        self.updateGeometry()

    def take_focus(self) -> None:
        """Brings the keyboard to the way on."""
        self._way.setFocus(Qt.FocusReason.TabFocusReason)

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), theme().px(_CAIRN_HIGH + 44))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        border = worn.border()
        paint.paper(painter, rect, worn.color("carta"), worn.color("linea"), radius=20, border=border, lip=3)
        scale = worn.px(_CAIRN_HIGH) / 140
        painter.translate(worn.px(24), (rect.height() - 140 * scale) / 2)
        painter.scale(scale, scale)
        draw_cairn(painter, round(_STONES * self._ending.part))

    def _go_on(self) -> None:
        if self._ending.todo:
            self.asked.emit(self._ending.todo)
        else:
            self.left.emit()
