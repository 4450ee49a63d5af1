"""The theme in use: its colours, its fonts and its measures.

Widgets ask `theme()` when they paint or when Qt tells them that the style changed, and keep nothing.
"""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from scuola_digitale.domain.school_terms import Area
from ui.widgets.fonts import ACTING_FACE, Role, load_face, role_font
from ui.widgets.house_style import HouseStyle
from ui.widgets.tokens import AREA_TOKENS, TOKENS, ThemeName, calm_tokens

PAGE_MARGIN, PAGE_MARGIN_NARROW = 32, 20
CARD_GAP, CARD_PADDING = 24, 20
CARD_RADIUS, BUTTON_RADIUS, SMALL_BUTTON_RADIUS, THUMBNAIL_RADIUS = 16, 12, 10, 8
NARROW_BELOW = 1001
"""Window width, in pixels at 100 % text, under which the narrow layout is used: larger text narrows a window."""
_STACKED_FROM = 1.3

_LETTERS = (0.0, 0.04, 0.08, 0.12)
"""Room between letters at each level, in ems."""
_LINES = (1.0, 1.2, 1.4, 1.7)
"""How much higher a line of reading is at each level."""
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
_BLINK_MS = 1000


@dataclass(frozen=True, slots=True)
class Ways:
    """How the reader reads, beyond colours and size; see `Preferences`, which these come from."""

    letters: int = 0
    lines: int = 0
    ruler: bool = False
    calm: bool = False
    still: bool = False
    speech: int = 100


class Theme:
    """A theme at a text scale, with the reader's face and ways; `chosen_face` is None for the theme's own."""

    def __init__(
        self,
        name: ThemeName,
        scale: float,
        reading_face: str,
        ways: Ways = Ways(),
        chosen_face: str | None = None,
    ) -> None:
        self.name = name
        self.scale = scale
        self.reading_face = reading_face
        self.chosen_face = chosen_face
        self.ways = ways
        self.tokens = calm_tokens(name) if ways.calm else TOKENS[name]
        self.high_contrast = name == "contrasto"

    def color(self, token: str) -> QColor:
        """A token's colour, by its name in `Tokens`."""
        return _color(getattr(self.tokens, token))

    def area(self, area: Area) -> QColor:
        """An area's colour."""
        return self.color(AREA_TOKENS[area])

    def area_soft(self, area: Area) -> QColor:
        """The soft ground of an area."""
        return self.color(f"{AREA_TOKENS[area]}_soft")

    def font(self, role: Role) -> QFont:
        """The font of a role, at the text scale."""
        return _font(role, self.scale, self.reading_face, self.letter_gap)

    @property
    def letter_gap(self) -> float:
        """Room added between the letters of what is read, in ems."""
        return _LETTERS[self.ways.letters]

    @property
    def line_factor(self) -> float:
        """How much higher than the look's own a line of reading is."""
        return _LINES[self.ways.lines]

    def px(self, pixels: float) -> int:
        """A measure that grows with the text: icons, thumbnails beside words, rows."""
        return round(pixels * self.scale)

    def is_narrow(self, window_width: int) -> bool:
        """Whether a window of this width, pixels, is laid out as a narrow one."""
        return window_width < NARROW_BELOW * self.scale

    def stacked(self, *, narrow: bool) -> bool:
        """Whether text is so large in a narrow window that what stood side by side goes one under the other."""
        return narrow and self.scale > _STACKED_FROM

    def measures(self) -> tuple[object, ...]:
        """All that the size of things depends on: between two themes of the same measures only colours change."""
        return (self.scale, self.reading_face, self.ways.letters, self.ways.lines, self.high_contrast)

    def border(self) -> int:
        """Thickness of a card's or chip's edge, pixels: in high contrast the edge speaks."""
        return 2 if self.high_contrast else 1


@cache
def _color(code: str) -> QColor:
    return QColor(code)


@cache
def _font(role: Role, scale: float, reading_face: str, letter_gap: float) -> QFont:
    return role_font(role, scale, reading_face, letter_gap=letter_gap)


class _Worn:
    """The theme in use; one window has one."""

    theme = Theme("chiaro", 1.0, "Lora")


def theme() -> Theme:
    """The theme in use."""
    return _Worn.theme


def dress(
    app: QApplication,
    name: ThemeName = "chiaro",
    *,
    scale: float = 1.0,
    reading_face: str | None = None,
    ways: Ways | None = None,
) -> None:
    """Puts a theme on: fonts and palette; every widget hears of it.

    `scale` is the text's size, 1.0–2.0. In high contrast reading is set in Atkinson Hyperlegible, unless
    the reader chose a face. The reader's `ways` stay as they are where none are given.
    """
    face = reading_face or ("Atkinson Hyperlegible" if name == "contrasto" else "Lora")
    load_face(ACTING_FACE)
    load_face(face)
    before = _Worn.theme
    worn_ways = before.ways if ways is None else ways
    _Worn.theme = Theme(name, min(2.0, max(1.0, scale)), face, worn_ways, reading_face)
    _let_move(app, moves=not worn_ways.still)
    if app.property("dressed") is None:  # each change of style polishes every widget again
        app.setStyle(HouseStyle())
        app.setProperty("dressed", True)
    if app.font() != _Worn.theme.font("ui"):
        app.setFont(_Worn.theme.font("ui"))
    app.setPalette(_palette(_Worn.theme))
    if before.measures() == _Worn.theme.measures():
        _tell_colours(app)
    else:
        _tell_measures(app)


def _let_move(app: QApplication, *, moves: bool) -> None:
    """Lets menus and hints fade in and the cursor blink, or keeps it all still: nothing else moves by itself."""
    app.setCursorFlashTime(_BLINK_MS if moves else 0)
    for effect in (Qt.UIEffect.UI_General, *_EFFECTS):
        app.setEffectEnabled(effect, moves)


def _tell_measures(app: QApplication) -> None:
    """Tells our own widgets, by a StyleChange, that the size of things changed.

    A style sheet would do it too, but for one Qt polishes every widget again: half a second in a long lesson.
    Qt's own widgets follow the palette and the font.
    """
    for widget in app.allWidgets():
        if type(widget).__module__.startswith("ui."):
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def _tell_colours(app: QApplication) -> None:
    """Has those widgets that keep a colour take the new one: nothing changes its size."""
    for widget in app.allWidgets():
        recolour = getattr(widget, "recolour", None)
        if recolour is not None:
            recolour()


def _palette(worn: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for part, token in (
        (role.Window, "carta"),
        (role.WindowText, "ink"),
        (role.Base, "foglio"),
        (role.AlternateBase, "incavo"),
        (role.Text, "ink"),
        (role.Button, "foglio"),
        (role.ButtonText, "ink"),
        (role.Highlight, "primary"),
        (role.HighlightedText, "on_primary"),
        (role.Link, "link"),
        (role.PlaceholderText, "ink2"),
        (role.Mid, "bordo"),
        (role.ToolTipBase, "foglio"),
        (role.ToolTipText, "ink"),
    ):
        palette.setColor(part, worn.color(token))
    palette.setColor(QPalette.ColorGroup.Disabled, role.ButtonText, worn.color("ink2"))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Text, worn.color("ink2"))
    return palette
