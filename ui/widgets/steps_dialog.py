"""What one pupil did in a task, for the teacher who comes to help: opens at the exercise where they wait."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.words import say
from ui.presenters.pupil_steps import NOTHING_YET, PupilSteps, StepView, TryView
from ui.widgets.cards import Card, Icon
from ui.widgets.chips import Chip
from ui.widgets.sheet_dialog import SheetDialog
from ui.widgets.text import Text

_WIDE, _TALL = 720, 640


class StepsDialog(SheetDialog):
    """A card a step: what was asked, every try, what is right."""

    def __init__(self, told: PupilSteps, parent: QWidget | None = None) -> None:
        super().__init__(told.name, told.lesson, parent)
        self.fit(_WIDE, _TALL)
        self.cards = [_step_card(step) for step in told.steps]
        for card in self.cards:
            self.column.addWidget(card)
            self.column.addSpacing(12)
        self.column.addStretch(1)
        self._first = next((place for place, step in enumerate(told.steps) if step.waits), 0)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # One turn later: before it is laid out, no card has its place.
        QTimer.singleShot(0, self, self._begin_where_they_wait)

    def _begin_where_they_wait(self) -> None:
        if self.cards:
            self.area.verticalScrollBar().setValue(self.cards[self._first].y())


def _step_card(step: StepView) -> Card:
    card = Card(padding=16, ground="warning_soft", edge="warning_edge") if step.waits else Card(padding=16)
    card.column.setSpacing(6)
    head = QHBoxLayout()
    head.addWidget(Text(step.title, "section"), 1)
    head.addWidget(Chip(step.chip.words, step.chip.mood, step.chip.icon))
    card.column.addLayout(head)
    if step.question:
        card.column.addWidget(Text(step.question, "ui", wrap=True))
    for one in step.tries:
        card.column.addWidget(_try_row(one))
    if not step.tries:
        card.column.addWidget(Text(NOTHING_YET(), "small", "ink2", wrap=True))
    if step.right_answer and not any(one.right for one in step.tries):
        card.column.addWidget(
            Text(say("Giusto: {answer}", answer=step.right_answer), "small-strong", wrap=True)
        )
    return card


def _try_row(one: TryView) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 4, 0, 4)
    line.setSpacing(10)
    icon = Icon("fatto", "success") if one.right else Icon("penna", "ink2")
    line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(one.answer, "said", wrap=True))
    words.addWidget(Text(one.told, "small", "ink2", wrap=True))
    line.addLayout(words, 1)
    return row
