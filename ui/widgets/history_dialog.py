"""«Com'era prima»: a small dialog with the earlier values of one thing, each with who gave it, when, and the way back."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from scuola_digitale.words import say
from ui.presenters.history import BACK, CLOSE, NEVER, NOW, TITLE, Earlier, HistoryPresenter
from ui.widgets.buttons import Button
from ui.widgets.cards import Line
from ui.widgets.chips import Chip
from ui.widgets.layouts import show_through
from ui.widgets.pupil_panel import Record
from ui.widgets.text import Text
from ui.widgets.theme import theme

_WIDE, _TALL, _BARE, _ROW, _AROUND = 560, 520, 190, 64, 48


class HistoryDialog(QDialog):
    """Shows it over the window; a touch on «Rimetti» writes one fact and closes. Esc closes too."""

    def __init__(self, presenter: HistoryPresenter, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent.window() if parent is not None else None)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._presenter, self._record = presenter, record
        self.setWindowTitle(f"{TITLE()}: {presenter.about}")
        self._fit(parent)
        self.backs: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(f"{TITLE()}: {presenter.about}", "heading", wrap=True))
        column.addWidget(self._values(), 1)
        self.close_button = Button(CLOSE())
        self.close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 8, 0)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        (self.backs[0] if self.backs else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self, parent: QWidget | None) -> None:
        """As large as its values want at this size of text, and never larger than the window under it."""
        values = sum(len(field.values) + 1 for field in self._presenter.fields)
        wide, tall = theme().px(_WIDE), theme().px(_BARE + _ROW * values)
        most = parent.window().size() if parent is not None else QSize(_WIDE, _TALL)
        self.resize(min(wide, most.width() - _AROUND), min(tall, most.height() - _AROUND))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.backs:
            self._area.ensureWidgetVisible(self.backs[0], 0, 16)

    def _values(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        if not self._presenter.fields:
            column.addWidget(Text(NEVER(), "ui", "ink2", wrap=True))
        for field in self._presenter.fields:
            column.addWidget(Text(field.label, "section"))
            for place, one in enumerate(field.values):
                if place:
                    column.addWidget(Line())
                column.addWidget(self._row(field.label, one))
            column.addSpacing(16)
        column.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        show_through(area)
        return area

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
