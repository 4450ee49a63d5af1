"""A pack in a list: the tile of its area, its title, and a line about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from scuola_digitale.domain.school_terms import Area
from ui.widgets.cards import IconTile
from ui.widgets.layouts import close_together
from ui.widgets.text import Text
from ui.widgets.tokens import AREA_ICONS, AREA_TOKENS


def pack_label(area: Area, title: str, detail: str) -> QHBoxLayout:
    """The tile, and the words beside it."""
    token = AREA_TOKENS[area]
    line = QHBoxLayout()
    line.setSpacing(14)
    tile = IconTile(AREA_ICONS[area], token, f"{token}_soft")
    line.addWidget(tile, 0, Qt.AlignmentFlag.AlignVCenter)
    words = close_together(Text(title, "name", wrap=True), Text(detail, "small", "ink2", wrap=True))
    line.addLayout(words, 1)
    return line
