"""Lessons opened on their page, over a school that writes when it is let."""

import threading
from collections.abc import Sequence

import exercise_samples as samples
from lesson_samples import BLOCKS, RICH, says
from lesson_shelf import lesson_of
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from school_in_memory import SchoolInMemory, pupil

from scuola_digitale.domain.facts import Fact
from scuola_digitale.domain.lesson import ExerciseBlock, Heading, Note, Term
from scuola_digitale.domain.text import words
from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import Author
from ui.widgets.lesson.page import LessonPage

LUCIA = pupil("Lucia")


def heading(title: str) -> Heading:
    """A heading with its anchor."""
    return Heading(level=2, spans=words(title), anchor=title.lower())


LESSON = lesson_of(
    heading("Guarda"),
    RICH,
    *(says(f"Riga {number}. " + "parole " * 60) for number in range(3)),
    BLOCKS["figure"],
    BLOCKS["maths"],
    BLOCKS["table"],
    BLOCKS["callout ricorda"],
    heading("Prova"),
    ExerciseBlock(exercise=samples.CHOICE),
    ExerciseBlock(exercise=samples.NUMBER),
    heading("Chiudi"),
    *(block for name, block in BLOCKS.items() if "heading" not in name),
    notes=(Note("n1", (says("Una nota."),)),),
    terms=(Term("denominatore", words("Il numero sotto.")),),
)


class SlowSchool(SchoolInMemory):
    """Writes only when it is let, or refuses."""

    def __init__(self) -> None:
        super().__init__()
        self.may_write = threading.Event()
        self.may_write.set()
        self.full = False

    def record(self, facts: Sequence[Fact], *, author: Author | None = None) -> None:
        assert self.may_write.wait(10)
        if self.full:
            raise ScuolaError("Il disco è pieno.", remedy="Chiama il tecnico.")
        super().record(facts, author=author)


Opened = tuple[LessonPage, SlowSchool]


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def facts_of(qtbot: QtBot, school: SlowSchool, count: int) -> list[Fact]:
    """What was recorded, once so much was."""
    qtbot.waitUntil(lambda: len(school.recorded) >= count)
    return school.recorded
