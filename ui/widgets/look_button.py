"""How the window looks to whoever reads: theme, size of the text and language, from the first page on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication

from scuola_digitale.words import Worded, language, say
from ui.widgets.buttons import Button
from ui.widgets.menu import OPENS_MENU, Menu
from ui.widgets.theme import dress, theme
from ui.widgets.tokens import ThemeName

_THEMES: Worded[tuple[tuple[ThemeName, str], ...]] = Worded(
    lambda: (
        ("chiaro", say("Chiaro")),
        ("scuro", say("Scuro")),
        ("contrasto", say("Alto contrasto")),
    )
)
_SIZES = Worded(
    lambda: (
        (1.0, say("Testo normale")),
        (1.25, say("Testo più grande")),
        (1.5, say("Testo grande")),
        (2.0, say("Testo doppio")),
    )
)


class LookButton(Button):
    """Opens a menu of themes, text sizes and languages; a look that is chosen is worn at once.

    `languages` gives codes and names when the menu opens; the choice of one is told as `language_chosen`.
    """

    changed = Signal()
    language_chosen = Signal(str)

    def __init__(self, languages: Callable[[], Sequence[tuple[str, str]]] = tuple) -> None:
        super().__init__(
            "", icon="carattere", size="small", name=say("Aspetto: colori e grandezza del testo")
        )
        self.setToolTip(say("Aspetto"))
        self.setAccessibleDescription(OPENS_MENU())
        self._languages = languages
        self.clicked.connect(self._open)

    def menu_now(self) -> Menu:
        """The menu, with what is worn marked."""
        menu = Menu(self)
        themes, sizes = QActionGroup(menu), QActionGroup(menu)
        for name, words in _THEMES():
            act = themes.addAction(words)
            act.setCheckable(True)
            act.setChecked(name == theme().name)
            act.triggered.connect(lambda _=False, one=name: self._wear(one, theme().scale))
        for scale, words in _SIZES():
            act = sizes.addAction(words)
            act.setCheckable(True)
            act.setChecked(scale == theme().scale)
            act.triggered.connect(lambda _=False, one=scale: self._wear(theme().name, one))
        menu.addActions(themes.actions())
        menu.addSeparator()
        menu.addActions(sizes.actions())
        if languages := self._languages():
            menu.addSeparator()
            menu.addActions(self._offer_languages(menu, languages).actions())
        return menu

    def _offer_languages(self, menu: Menu, languages: Sequence[tuple[str, str]]) -> QActionGroup:
        offered = QActionGroup(menu)
        for code, name in languages:
            act = offered.addAction(name)
            act.setCheckable(True)
            act.setChecked(code == language())
            act.triggered.connect(lambda _=False, one=code: self._speak(one))
        return offered

    def _speak(self, code: str) -> None:
        if code != language():
            self.language_chosen.emit(code)

    def _open(self) -> None:
        menu = self.menu_now()
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _wear(self, name: ThemeName, scale: float) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, name, scale=scale)
            self.changed.emit()
