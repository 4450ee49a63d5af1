"""How the window looks to whoever reads: theme and size of the text, from the first page on."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication

from scuola_digitale.words import say
from ui.widgets.buttons import Button
from ui.widgets.menu import Menu
from ui.widgets.theme import dress, theme
from ui.widgets.tokens import ThemeName

_THEMES: tuple[tuple[ThemeName, str], ...] = (
    ("chiaro", say("Chiaro")),
    ("scuro", say("Scuro")),
    ("contrasto", say("Alto contrasto")),
)
_SIZES = (
    (1.0, say("Testo normale")),
    (1.25, say("Testo più grande")),
    (1.5, say("Testo grande")),
    (2.0, say("Testo doppio")),
)


class LookButton(Button):
    """Opens a menu of themes and text sizes; what is chosen is worn at once."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(
            "", icon="carattere", size="small", name=say("Aspetto: colori e grandezza del testo")
        )
        self.setToolTip(say("Aspetto"))
        self.clicked.connect(self._open)

    def menu_now(self) -> Menu:
        """The menu, with what is worn marked."""
        menu = Menu(self)
        themes, sizes = QActionGroup(menu), QActionGroup(menu)
        for name, words in _THEMES:
            act = themes.addAction(words)
            act.setCheckable(True)
            act.setChecked(name == theme().name)
            act.triggered.connect(lambda _=False, one=name: self._wear(one, theme().scale))
        for scale, words in _SIZES:
            act = sizes.addAction(words)
            act.setCheckable(True)
            act.setChecked(scale == theme().scale)
            act.triggered.connect(lambda _=False, one=scale: self._wear(theme().name, one))
        menu.addActions(themes.actions())
        menu.addSeparator()
        menu.addActions(sizes.actions())
        return menu

    def _open(self) -> None:
        menu = self.menu_now()
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _wear(self, name: ThemeName, scale: float) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, name, scale=scale)
            self.changed.emit()
