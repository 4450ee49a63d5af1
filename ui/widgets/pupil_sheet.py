"""A pupil's sheet under their row: changed, handed over, off to another place, taken off the list, forgotten."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.domain.facts import PupilField
from ui.presenters.history import HistoryPresenter
from ui.presenters.photos import PhotoPresenter
from ui.widgets.buttons import Button
from ui.widgets.cards import Icon
from ui.widgets.choice import Choosing
from ui.widgets.fields import Field, LabelledField
from ui.widgets.grid import GridLayout
from ui.widgets.history_dialog import HistoryDialog
from ui.widgets.layouts import clear
from ui.widgets.pupil_panel import PupilPanel, Row
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.passages import HandedOver

_FOCUS = Qt.FocusReason.OtherFocusReason


class SheetPanel(PupilPanel):
    """Name, grade, animal and class, and the ways on from here."""

    def fill(self) -> None:
        sheet = self.presenter.sheet
        self.name = Field(sheet.name)
        self.name.set_text(self.pupil.name)
        self.grade, self.animal, self.group = (
            Choosing(sheet.grade),
            Choosing(sheet.animal),
            Choosing(sheet.group),
        )
        self.grade.show_options(sheet.grades_for(self.pupil), self.pupil.grade.value)
        self.animal.show_options(sheet.animals_for(self.pupil), self.pupil.avatar)
        self.group.show_options(sheet.groups(), self.pupil.group_id)
        grid = GridLayout(least=220, gap=12)
        grid.addWidget(LabelledField(sheet.name, self.name))
        grid.addWidget(_labelled(sheet.grade, self.grade))
        grid.addWidget(_labelled(sheet.animal, self.animal))
        if len(sheet.groups()) > 1:
            grid.addWidget(_labelled(sheet.group, self.group))
        else:
            self._keep_aside(self.group)
        holder = QWidget()
        holder.setLayout(grid)
        self.column.addWidget(holder)
        self.save = self.button(sheet.save, self._save, "primary")
        self.before = self.button(sheet.before, self._show_before, icon="riprova")
        self.photo = self.button(PhotoPresenter.photo, lambda: self.row.open_panel("photo"), icon="foto")
        photos = PhotoPresenter(self.presenter.desk, self.presenter.author)
        if not photos.is_open(self.pupil):
            self._keep_aside(self.photo)
        self.add_buttons(self.save, *([self.photo] if photos.is_open(self.pupil) else []), self.before)
        self.column.addSpacing(4)
        self.hand = self.button(sheet.hand, lambda: self.row.open_panel("hand"), "quiet", icon="stampa")
        self.move_on = self.button(sheet.move, lambda: self.row.open_panel("move"), "quiet", icon="scarpone")
        self.remove = self.button(sheet.remove, self._remove, "quiet", icon="chiudi")
        self.erase = self.button(sheet.erase, lambda: self.row.open_panel("erase"), "quiet", icon="cestino")
        self.add_buttons(self.hand, self.move_on, self.remove, self.erase)
        self.name.submitted.connect(self._save)

    def begin(self) -> None:
        self.name.line.setFocus(_FOCUS)

    def _keep_aside(self, control: QWidget) -> None:
        """What is not offered here goes with the panel all the same."""
        control.setParent(self)
        control.hide()

    def _save(self) -> None:
        fields: dict[PupilField, str] = {
            "name": self.name.text(),
            "grade": self.grade.chosen,
            "avatar": self.animal.chosen,
            "group": self.group.chosen or self.pupil.group_id,
        }
        sheet, pupil = self.presenter.sheet, self.pupil
        self.do("change pupil", lambda: sheet.change(pupil, fields), self.row.tell_done)

    def _show_before(self) -> None:
        history = HistoryPresenter.of_pupil(self.presenter.desk, self.pupil)
        HistoryDialog(history, self.record, self).open()

    def _remove(self) -> None:
        sheet, pupil = self.presenter.sheet, self.pupil
        self.do("remove pupil", lambda: sheet.take_off(pupil), self.row.tell_done)


class HandPanel(PupilPanel):
    """All that is held of a pupil, into a folder."""

    def fill(self) -> None:
        sheet = self.presenter.sheet
        self.column.addWidget(Text(sheet.hand_what.format(self.pupil.name), "ui", wrap=True))
        self.choose = self.button(sheet.hand_choose, self._choose, "primary", icon="stampa")
        self.add_buttons(self.choose, _back(self))
        self._going = Text(sheet.handing, "small", "ink2", wrap=True)
        self._going.hide()
        self.column.addWidget(self._going)

    def begin(self) -> None:
        self.choose.setFocus(_FOCUS)

    def hand_over(self, folder: Path) -> None:
        """Writes it into a folder."""
        self._going.show()
        sheet, pupil = self.presenter.sheet, self.pupil
        self.do("hand over", lambda: sheet.hand_over_data(pupil, folder), self.row.tell_done)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.presenter.sheet.hand_choose)
        if folder:
            self.hand_over(Path(folder))


class MovePanel(PupilPanel):
    """Off to another site, or to another school with a file and a code."""

    def fill(self) -> None:
        sheet = self.presenter.sheet
        self.column.addWidget(Text(sheet.move_what.format(self.pupil.name), "ui", wrap=True))
        self.to_site = self.button(sheet.to_site, self._send, icon="spedito")
        self.to_school = self.button(sheet.to_school, self._choose, icon="chiavetta")
        self.add_buttons(self.to_site, self.to_school, _back(self))
        self.below = QWidget()
        self._below = QVBoxLayout(self.below)
        self._below.setContentsMargins(0, 4, 0, 0)
        self._below.setSpacing(4)
        self.below.hide()
        self.column.addWidget(self.below)

    def begin(self) -> None:
        self.to_site.setFocus(_FOCUS)

    def hand_over(self, folder: Path) -> None:
        """Writes the passage into a folder, and shows its code."""
        sheet, pupil = self.presenter.sheet, self.pupil
        self._show(Text(sheet.moving, "small", "ink2"))
        self.do("pack pupil", lambda: sheet.hand_to_school(pupil, folder), self._handed)

    def _send(self) -> None:
        sheet, pupil = self.presenter.sheet, self.pupil
        self.do("send pupil", lambda: sheet.send(pupil), self.row.tell_done)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.presenter.sheet.to_choose)
        if folder:
            self.hand_over(Path(folder))

    def _handed(self, handed: "HandedOver") -> None:
        sheet = self.presenter.sheet
        code = Text(handed.code, "heading", wrap=True)
        code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        code.setAccessibleName(f"{sheet.code_ask} {handed.code}")
        self._show(
            Text(sheet.handed_words(handed), "strong", wrap=True),
            Text(sheet.code_ask, "ui", wrap=True),
            code,
            Text(sheet.digits_ask, "ui", wrap=True),
            Text(handed.digits, "heading"),
            Text(sheet.when_welcomed, "small", "ink2", wrap=True),
        )
        code.setFocus(_FOCUS)

    def _show(self, *widgets: QWidget) -> None:
        clear(self._below)
        for widget in widgets:
            self._below.addWidget(widget)
        self.below.show()


class ErasePanel(PupilPanel):
    """Two steps: what happens; then the name and the technician's password."""

    def fill(self) -> None:
        sheet = self.presenter.sheet
        self.column.addWidget(Text(sheet.erase_what.format(self.pupil.name), "section", wrap=True))
        for icon, line in zip(("portatile", "linea", "chiudi"), sheet.erase_lines, strict=True):
            told = QHBoxLayout()
            told.setSpacing(10)
            told.addWidget(Icon(icon, "danger", 20), 0, Qt.AlignmentFlag.AlignTop)
            told.addWidget(Text(line, "ui", wrap=True), 1)
            self.column.addLayout(told)
        self.go_on = self.button(sheet.erase_on, self._ask)
        self.keep = self.button(sheet.keep, lambda: self.row.open_panel("sheet"), "primary")
        self._first = self.add_buttons(self.keep, self.go_on)
        self._second = QWidget()
        asked = QVBoxLayout(self._second)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(8)
        self.name, self.password = Field(sheet.erase_name), Field(sheet.erase_password, secret=True)
        self._named = LabelledField(sheet.erase_name, self.name)
        asked.addWidget(self._named)
        asked.addWidget(LabelledField(sheet.erase_password, self.password))
        self.column.addWidget(self._second)
        self.erase = self.button(sheet.erase, self._erase, icon="cestino")
        self.leave = self.button(sheet.keep, lambda: self.row.open_panel("sheet"), "primary")
        self._last = self.add_buttons(self.leave, self.erase)
        self._second.hide()
        self._last.hide()
        self.password.submitted.connect(self._erase)

    def begin(self) -> None:
        self.keep.setFocus(_FOCUS)

    def _ask(self) -> None:
        self._first.hide()
        self._second.show()
        self._last.show()
        self.name.line.setFocus(_FOCUS)

    def _erase(self) -> None:
        sheet, pupil, password = self.presenter.sheet, self.pupil, self.password.text()
        if self.name.text().strip().casefold() != pupil.name.casefold():
            self._named.say_error(sheet.erase_not_same)
            return
        self._named.say_error("")
        self.do("erase pupil", lambda: sheet.forget(pupil, password), self.row.tell_done)


def _photo_panel(row: Row) -> PupilPanel:
    from ui.widgets.photo_panel import PhotoPanel  # late: few schools want photos

    return PhotoPanel(row)


PANELS: dict[str, Callable[[Row], PupilPanel]] = {
    "sheet": SheetPanel,
    "photo": _photo_panel,
    "hand": HandPanel,
    "move": MovePanel,
    "erase": ErasePanel,
}
"""The sheet and the ways on from it."""


def _back(panel: PupilPanel) -> Button:
    return panel.button(
        panel.presenter.sheet.back, lambda: panel.row.open_panel("sheet"), "quiet", icon="indietro"
    )


def _labelled(label: str, widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    shown = Text(label, "label", "ink2")
    shown.setBuddy(widget)
    column.addWidget(shown)
    column.addWidget(widget)
    return holder
