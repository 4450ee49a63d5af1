"""What stands in quarantine, on the technician's page: how many, why, and what to do."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.set_aside import ASIDE_DETAIL, ASIDE_TITLE, AsideRow
from ui.widgets.cards import Card, IconTile
from ui.widgets.layouts import clear
from ui.widgets.rows import RowList
from ui.widgets.text import Text
from ui.widgets.thing_row import ThingRow


class AsideList(QWidget):
    """A heading, a line and a row for each reason; hidden while there is nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ThingRow] = []
        self._shown: tuple[AsideRow, ...] = ()
        self._narrow = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 20, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_rows(self, found: tuple[AsideRow, ...]) -> None:
        """Shows these and no others."""
        if found == self._shown:
            return
        self._shown = found
        clear(self._column)
        self.rows = [ThingRow(IconTile("scudo"), one.title, one.detail, one.chip) for one in found]
        self.setVisible(bool(found))
        if not found:
            return
        self._column.addWidget(Text(ASIDE_TITLE(), "section"))
        self._column.addWidget(Text(ASIDE_DETAIL(), "small", "ink2", wrap=True))
        card = Card(padding=16)
        card.column.setContentsMargins(16, 4, 16, 7)
        listed = RowList()
        for row in self.rows:
            row.set_narrow(narrow=self._narrow)
            listed.add(row)
        card.column.addWidget(listed)
        self._column.addWidget(card)

    def set_narrow(self, *, narrow: bool) -> None:
        """Lays the rows out for a narrow window or a wide one."""
        self._narrow = narrow
        for row in self.rows:
            row.set_narrow(narrow=narrow)
