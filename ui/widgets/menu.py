"""A menu in the clothes of the look."""

from string import Template

from PySide6.QtWidgets import QMenu, QWidget

from scuola_digitale.words import Worded, say
from ui.widgets.theme import theme

OPENS_MENU = Worded(lambda: say("apre un elenco"))
"""What a screen reader says of a button that opens one."""

_STYLE = Template("""
QMenu { background: $foglio; color: $ink; border: 2px solid $bordo; padding: 6px; }
QMenu::item { padding: 7px 18px 7px 32px; border: 2px solid transparent; border-radius: 8px; }
QMenu::item:selected { background: $primary_soft; color: $link; border-color: $focus; }
QMenu::item:disabled { color: $ink2; }
QMenu::indicator { width: 18px; height: 18px; left: 8px; }
QMenu::separator { height: 1px; background: $linea; margin: 6px 8px; }
""")


class Menu(QMenu):
    """A menu, made when it is opened and destroyed when it closes; its style sheet is its own alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tokens = theme().tokens
        self.setStyleSheet(
            _STYLE.substitute({name: getattr(tokens, name) for name in type(tokens).__slots__})
        )
        self.aboutToHide.connect(self.deleteLater)
