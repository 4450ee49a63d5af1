"""«Com'era prima»: a small dialog with the earlier values of one thing, each with who gave it, when, and the way back."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.words import say
from ui.presenters.history import BACK, NEVER, NOW, TITLE, Earlier, FieldHistory, HistoryPresenter
from ui.widgets.buttons import Button
from ui.widgets.cards import Line
from ui.widgets.chips import Chip
from ui.widgets.pupil_panel import Record
from ui.widgets.sheet_dialog import SheetDialog
from ui.widgets.text import Text

_WIDE, _BARE, _ROW = 560, 190, 64


class HistoryDialog(SheetDialog):
    """Shows it over the window; a touch on «Rimetti» writes one fact and closes."""

    def __init__(self, presenter: HistoryPresenter, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(f"{TITLE()}: {presenter.about}", parent=parent)
        self._record = record
        self.backs: list[Button] = []
        values = sum(len(field.values) + 1 for field in presenter.fields)
        self.fit(_WIDE, _BARE + _ROW * values)
        if not presenter.fields:
            self.column.addWidget(Text(NEVER(), "ui", "ink2", wrap=True))
        for field in presenter.fields:
            self._add(field)
        self.column.addStretch(1)
        (self.backs[0] if self.backs else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.backs:
            self.area.ensureWidgetVisible(self.backs[0], 0, 16)

    def _add(self, field: FieldHistory) -> None:
        self.column.addWidget(Text(field.label, "section"))
        for place, one in enumerate(field.values):
            if place:
                self.column.addWidget(Line())
            self.column.addWidget(self._row(field.label, one))
        self.column.addSpacing(16)

    def _row(self, label: str, one: Earlier) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 10, 0, 10)
        line.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(one.value, "name", wrap=True))
        words.addWidget(Text(one.told, "small", "ink2", wrap=True))
        line.addLayout(words, 1)
        if one.fact is None:
            line.addWidget(Chip(NOW(), "ok", "fatto"), 0, Qt.AlignmentFlag.AlignVCenter)
            return holder
        spoken = say(
            "{back}: {field} «{value}», {told}", back=BACK(), field=label, value=one.value, told=one.told
        )
        back = Button(BACK(), size="small", icon="riprova", name=spoken)
        back.clicked.connect(partial(self._bring_back, label, one))
        self.backs.append(back)
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _bring_back(self, label: str, one: Earlier) -> None:
        if one.fact is None:
            return
        sentence = say("{field}: è tornato «{value}».", field=label, value=one.value)
        self._record([one.fact], sentence)
        self.accept()
