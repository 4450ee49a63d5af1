"""`scelta` and `scelte`: options to choose."""

from PySide6.QtWidgets import QButtonGroup, QWidget

from scuola_digitale.domain.exercise import Answer, Choice, Choices, Option
from scuola_digitale.domain.judging import Verdict
from ui.widgets.exercises.answers import AnswerButton, AnswerGrid
from ui.widgets.exercises.body import Body
from ui.widgets.exercises.states import state_of
from ui.widgets.lesson.surroundings import Surroundings


def _in_order(options: tuple[Option, ...], offered: tuple[str, ...]) -> list[Option]:
    known = {option.option_id: option for option in options}
    return [known[one] for one in offered if one in known] or list(options)


class ChoiceBody(Body):
    """One option may be chosen."""

    def __init__(
        self, exercise: Choice, offered: tuple[str, ...], around: Surroundings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        grid = AnswerGrid(self)
        self._group = QButtonGroup(self)
        self._options = _in_order(exercise.options, offered)
        self._buttons = [
            AnswerButton(option.spans, grid, letter=letter, around=around)
            for letter, option in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", self._options, strict=False)
        ]
        for button in self._buttons:
            self._group.addButton(button)
            button.clicked.connect(self._clicked)
        grid.put(self._buttons)
        self.add(grid)

    def answer(self) -> Answer:
        pairs = zip(self._options, self._buttons, strict=False)
        return tuple(option.option_id for option, button in pairs if button.isChecked())

    def restore(self, answer: Answer) -> None:
        for option, button in zip(self._options, self._buttons, strict=False):
            button.setChecked(option.option_id in answer)

    def show_verdict(self, verdict: Verdict) -> None:
        for button in self._buttons:
            button.lock(locked=verdict.right)
            if button.isChecked():
                button.show_state(state_of(right=verdict.right))

    def reopen(self) -> None:
        # A radio group lets go of its last choice only while it is not exclusive.
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(False)
        self._group.setExclusive(True)

    def first_control(self) -> QWidget:
        return next((button for button in self._buttons if button.isChecked()), self._buttons[0])

    def _clicked(self) -> None:
        for button in self._buttons:
            button.show_state("choose")
        self.touched.emit()


class ChoicesBody(Body):
    """Several options may be chosen."""

    def __init__(
        self, exercise: Choices, offered: tuple[str, ...], around: Surroundings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        grid = AnswerGrid(self)
        self._exercise = exercise
        self._options = _in_order(exercise.options, offered)
        self._buttons = {
            option.option_id: AnswerButton(option.spans, grid, around=around) for option in self._options
        }
        for button in self._buttons.values():
            button.clicked.connect(self.touched)
        grid.put(list(self._buttons.values()))
        self.add(grid)

    def answer(self) -> Answer:
        return tuple(
            option.option_id
            for option in self._exercise.options
            if self._buttons[option.option_id].isChecked()
        )

    def restore(self, answer: Answer) -> None:
        for option_id, button in self._buttons.items():
            button.setChecked(option_id in answer)

    def show_verdict(self, verdict: Verdict) -> None:
        for button in self._buttons.values():
            button.lock(locked=verdict.right)
            button.show_state("choose")
        for option_id, right in zip(self.answer(), verdict.parts, strict=False):
            self._buttons[option_id].show_state(state_of(right=right))

    def reopen(self) -> None:
        for button in self._buttons.values():
            if button.state == "not-yet":
                button.setChecked(False)

    def first_control(self) -> QWidget:
        return next(iter(self._buttons.values()))
