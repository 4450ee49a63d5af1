"""Keeps the focus: it is in sight, it survives a list that is made again, and it is never lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from ui.widgets.pressable import Pressable
from ui.widgets.ring import Led
from ui.widgets.tab_order import widgets_in

_AROUND = 24
"""How much around the focused control is brought into sight with it, pixels."""

_ACTS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_OPENED_MS = 60
"""How long after a key that acts the page is at rest again."""

_PATIENCE_MS = 300
"""How long a control that was switched off for some work may take to come back, before the focus goes on."""


@runtime_checkable
class HasBeginning(Protocol):
    """A window that knows where what it shows begins."""

    def begin_page(self) -> None:
        """Puts the focus there."""
        ...


class FocusKeeper(QObject):
    """Watches the focus of one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QObject | None = None
        Led.by_keyboard = False
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Show and self._handle is None:
                # Keys and touches pass here before any widget; other events are few.
                self._handle = self._window.windowHandle()
                self._handle.installEventFilter(self)
            elif kind == QEvent.Type.WindowActivate:
                # What had it may have gone while a dialog stood over the page.
                QTimer.singleShot(0, self, self._find_again)
        elif kind == QEvent.Type.KeyPress:
            Led.by_keyboard = True
            if isinstance(event, QKeyEvent) and event.key() in _ACTS:
                # What it opens may push the control itself out of sight.
                QTimer.singleShot(_OPENED_MS, self, self._show_it)
        elif kind in {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}:
            Led.by_keyboard = False
        return False

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            works = before is not None and before.isVisible() and not before.isEnabled()
            QTimer.singleShot(_PATIENCE_MS if works else 0, self, self._find_again)
        elif _nobody_presses() and self._window.isAncestorOf(now):
            # After the layouts of a page that was just made.
            QTimer.singleShot(0, self, self._show_it)

    def _show_it(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self._window.isAncestorOf(now):
            bring_into_sight(now)

    def _find_again(self) -> None:
        alone = QApplication.focusWidget() is None and QApplication.activePopupWidget() is None
        if alone and self._window.isActiveWindow() and isinstance(self._window, HasBeginning):
            self._window.begin_page()


def _nobody_presses() -> bool:
    """Whether neither mouse nor finger is on something: what is pressed is in sight, and stays where it is."""
    return QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton and not Led.pressed_by_finger


def bring_into_sight(control: QWidget) -> None:
    """Scrolls whatever a control stands in until it is seen, with a little around it."""
    above = control.parentWidget()
    while above is not None:
        area = above.parentWidget()
        if isinstance(area, QScrollArea) and area.viewport() is above:
            inside = area.widget()
            if inside is not None:
                _scroll(area, QRect(control.mapTo(inside, QPoint(0, 0)), control.size()))
        above = area


def _scroll(area: QScrollArea, place: QRect) -> None:
    """Moves as little as shows the place; of one that is taller than the room, its top."""
    bar, room = area.verticalScrollBar(), area.viewport().height()
    above, below = place.top() - _AROUND, place.bottom() + _AROUND - room
    if bar.value() > above or place.height() + 2 * _AROUND > room:
        below = above
    if bar.value() > above or bar.value() < below:
        bar.setValue(max(0, below if bar.value() < below else above))


@dataclass(frozen=True, slots=True)
class Stood:
    """Where the focus stood in a layout: on which control, and as which of them."""

    kind: type
    name: str
    place: int
    by_keyboard: bool


def where_focus_stands(layout: QLayout) -> Stood | None:
    """Where the focus is in a layout, or None where it is elsewhere."""
    here = QApplication.focusWidget()
    if here is None:
        return None
    controls = [*_controls(layout)]
    if here not in controls:
        return None
    ringed = here.is_ringed() if isinstance(here, Pressable) else True
    return Stood(type(here), _named(here), controls.index(here), ringed)


class _Fall:
    """A focus whose control was taken away: it falls from one to the next while a page is made again."""

    under_way: "_Fall | None" = None

    def __init__(self, layout: QLayout, stood: Stood) -> None:
        self._layout, self._stood, self._caught = layout, stood, False
        _Fall.under_way = self
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """It falls from what goes out of sight; from what stays, the page takes it where it wants it."""
        above = self._layout.parentWidget() if shiboken6.isValid(self._layout) else None
        if now is not None and above is not None and now.window() is not above.window():
            # A dialog over the page has it for a while: under it the fall goes on.
            return
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            self._caught = True

    def end(self) -> None:
        """Gives it to whoever now stands there, unless the page has put it somewhere meanwhile."""
        _Fall.under_way = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._moved)
        if self._caught or not shiboken6.isValid(self._layout):
            return
        stood = self._stood
        controls = [one for one in _controls(self._layout) if one.isVisible() and one.isEnabled()]
        same = [one for one in controls if type(one) is stood.kind and _named(one) == stood.name]
        near = controls[min(stood.place, len(controls) - 1)] if controls else None
        if found := next(iter(same), near):
            reason = Qt.FocusReason.TabFocusReason if stood.by_keyboard else Qt.FocusReason.OtherFocusReason
            found.setFocus(reason)


def give_focus(layout: QLayout, stood: Stood) -> None:
    """Gives the focus to whoever takes the place of what had it, once the emptied layout is filled again.

    The same control is looked for by its name, else the one at the same place.
    """
    if _Fall.under_way is None:
        fall = _Fall(layout, stood)
        # What is put into the layout now is shown one turn later, and may take the focus after that.
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, fall.end))


def _controls(layout: QLayout) -> Iterator[QWidget]:
    """The controls in a layout that may have the focus, in order."""
    for widget in widgets_in(layout):
        for one in (widget, *widget.findChildren(QWidget)):
            if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.focusProxy() is None:
                yield one


def _named(control: QWidget) -> str:
    return control.accessibleName() or (control.words() if isinstance(control, Pressable) else "")
