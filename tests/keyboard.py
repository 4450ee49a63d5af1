"""Hands on the keys alone: they go from control to control, by what a screen reader says, and look where the focus is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from scuola_digitale.words import say
from ui import background
from ui.demo.settling import settle
from ui.widgets.pressable import Pressable
from ui.widgets.window import MainWindow

_MOST_TABS = 200
_AT_REST_SECONDS = 0.1
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class LostFocusError(AssertionError):
    """The keys lead nowhere, or nobody sees where they lead."""


class Keyboard:
    """Keys go to the window as from the system; after each one the focus must be somewhere, in sight, and shown.

    Controls are named as the sources have it, in Italian, and are looked for in the language that the window speaks.
    """

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key, and waits for what it sets going."""
        QTest.keyClick(self.window.windowHandle(), key, modifiers)
        self.wait()
        settle(_AT_REST_SECONDS if key in {Qt.Key.Key_Return, Qt.Key.Key_Space} else 0.0)
        self.look()

    def type(self, words: str) -> None:
        """Types words into what has the focus."""
        for letter in words:
            QTest.keyClick(self.window.windowHandle(), letter)  # type: ignore[call-overload]  # a letter is taken, too
        self.wait()

    def tab_to(self, name: str, /, *, back: bool = False, **values: str) -> QWidget:
        """Presses Tab, or Shift and Tab, until what is named so has the focus; `name` begins its name.

        `{title}` in it stands for a value, as in `say`.
        """
        passed, name = [], say(name, **values)
        for _ in range(_MOST_TABS):
            here = self.here()
            if _begins(here.accessibleName(), name) or _shown_words(here) == name:
                return here
            passed.append(here.accessibleName())
            self.press(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, _SHIFT if back else _NONE)
        raise LostFocusError(f"the keys never reach «{name}»: {passed[:40]}")

    def enter(self, name: str, /, *, back: bool = False, **values: str) -> None:
        """Goes to a control and presses Return."""
        self.tab_to(name, back=back, **values)
        self.press(Qt.Key.Key_Return)

    def here(self) -> QWidget:
        """What has the focus."""
        found = QApplication.focusWidget()
        if found is None:
            raise LostFocusError("nothing has the focus")
        return found

    def look(self) -> None:
        """Sees to it that the focus is in sight and shown."""
        here = self.here()
        name = here.accessibleName() or type(here).__name__
        if here.visibleRegion().isEmpty():
            raise LostFocusError(f"«{name}» has the focus and is out of sight")
        if isinstance(here, Pressable) and not here.is_ringed():
            raise LostFocusError(f"«{name}» has the focus and no ring")

    def wait(self) -> None:
        """Until the work under way came back and the layouts are at rest."""
        settle(0.01)
        while background.is_busy():
            QApplication.processEvents()
        settle(0.01)


_NONE = Qt.KeyboardModifier.NoModifier


def _begins(words: str, name: str) -> bool:
    """Whether some words are a name, or go on after it: «Notebook» is no «Note»."""
    return words.startswith(name) and not words[len(name) :][:1].isalpha()


def _shown_words(control: QWidget) -> str:
    return control.words() if isinstance(control, Pressable) else ""
