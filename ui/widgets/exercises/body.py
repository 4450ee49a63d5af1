"""What the card of an exercise asks of each kind."""

from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.exercise import Answer
from scuola_digitale.domain.judging import Verdict
from ui.widgets.abstract import AbstractWidget
from ui.widgets.lesson.stack import Stack


class Body(Stack, metaclass=AbstractWidget):
    """The part of a card where the answer is given.

    `touched` is told when the pupil changes the answer; `submitted` when they ask for the verdict from inside.
    """

    touched = Signal()
    submitted = Signal()

    @abstractmethod
    def answer(self) -> Answer:
        """The answer as it stands."""

    @abstractmethod
    def restore(self, answer: Answer) -> None:
        """Puts back an answer that was begun, as `answer` gave it; what does not fit any more is left out.

        Told by nobody: `touched` speaks of the pupil's hand.
        """

    @abstractmethod
    def show_verdict(self, verdict: Verdict) -> None:
        """Marks the parts of the answer; a right one cannot be changed any more."""

    @abstractmethod
    def reopen(self) -> None:
        """Makes ready for another try: what was right stays marked until it is touched."""

    @abstractmethod
    def first_control(self) -> QWidget:
        """Where the keyboard begins."""
