"""What the window says over the page: something done, with the way back, or something that went wrong."""

from collections.abc import Callable
from typing import Protocol

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QHideEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from scuola_digitale.words import say
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, Icon
from ui.widgets.layouts import close_together
from ui.widgets.pressable import Pressable
from ui.widgets.ring import Ringed
from ui.widgets.text import Text
from ui.widgets.theme import theme

_MARGIN, _WIDTH = 20, 620


class Tell(Protocol):
    """How pages have something said."""

    def __call__(
        self,
        message: str,
        remedy: str = "",
        *,
        trouble: bool = False,
        act: str = "",
        action: Callable[[], None] | None = None,
    ) -> None:
        """Says it; `act` is the word on the button that calls `action`."""
        ...


class Notice(Ringed, Card):
    """A card that floats at the foot of the window until it is closed or replaced; Esc closes it."""

    accessible_role = QAccessible.Role.AlertMessage
    ring_radius = 16

    def __init__(self, window: QWidget) -> None:
        super().__init__(padding=14, edge="bordo", strong=True)
        self.setParent(window)
        self._icon = Icon("fatto", "success", 24)
        self._message = Text("", "strong", wrap=True)
        self._remedy = Text("", "small", "ink2", wrap=True)
        self._act = Button("", size="small")
        self._close = Button("", "quiet", size="small", icon="chiudi")
        self._close.clicked.connect(self.hide)
        self._act.clicked.connect(self._do_act)
        self._action: Callable[[], None] | None = None
        self._lay()
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 46))
        self.setGraphicsEffect(shadow)
        self._came_from: QWidget | None = None
        window.installEventFilter(self)
        self.hide()

    def tell(
        self,
        message: str,
        remedy: str = "",
        *,
        trouble: bool = False,
        act: str = "",
        action: Callable[[], None] | None = None,
    ) -> None:
        """Shows a message; `act` is the word on the button that calls `action`."""
        self._message.setText(message)
        self._remedy.setText(remedy)
        self._close.setAccessibleName(say("Chiudi l’avviso"))
        self.setAccessibleName(f"{message} {remedy}".strip())
        self._remedy.setVisible(bool(remedy))
        self._icon.show_icon("aiuto" if trouble else "fatto", "warning" if trouble else "success")
        self._act.setText(act)
        self._act.setVisible(bool(act))
        self._action = action
        self.show()
        self.raise_()
        self._place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))
        if act:
            self._take_focus()

    def forget(self) -> None:
        """Hides, and forgets what it said and could have done."""
        self.hide()
        self._action = None
        self.setAccessibleName("")
        for part in (self._message, self._remedy, self._act):
            part.setText("")

    def message(self) -> str:
        """What it says."""
        return self._message.text()

    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops while it is shown."""
        own = [self] if self.hasFocus() else []
        return [*own, *(one for one in (self._act, self._close) if one.isVisible())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        before, self._came_from = self._came_from, None
        here = QApplication.focusWidget()
        inside = here is not None and (here is self or self.isAncestorOf(here))
        if inside and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_focus(self) -> None:
        """Who leads by keyboard comes to the card itself: Return must not answer before it was heard."""
        here = QApplication.focusWidget()
        if isinstance(here, Pressable) and here.is_ringed() and not self.isAncestorOf(here):
            self._came_from = here
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def _do_act(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None or self.isHidden():
            return
        width = min(theme().px(_WIDTH), window.width() - 2 * _MARGIN)
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        left = (window.width() - width) // 2
        self.setGeometry(left, window.height() - height - _MARGIN, width, height)

    def _lay(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(14)
        middle = Qt.AlignmentFlag.AlignVCenter
        line.addWidget(self._icon, 0, middle)
        line.addLayout(close_together(self._message, self._remedy), 1)
        line.addWidget(self._act, 0, middle)
        line.addWidget(self._close, 0, middle)
        self.column.addLayout(line)
