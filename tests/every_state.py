"""Every state of the window that the gallery draws, over a school in memory, and a lesson that has a bit of everything."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

import exercise_samples as samples
import msgspec
from at_the_window import TEACHER, TECHNICIAN
from desk_in_memory import DeskInMemory, a_morning
from lesson_samples import BLOCKS, RICH, says
from lesson_shelf import LessonShelf, bundled, lesson_of
from library_in_memory import HEADS, ShelfInMemory
from people_in_memory import PeopleInMemory
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget
from school_in_memory import pupil

from scuola_digitale.domain.lesson import ExerciseBlock, Heading, Lesson, LessonHead, Note, Term
from scuola_digitale.domain.school_terms import Area, Grade
from scuola_digitale.domain.text import words
from ui.demo import block_states, exercise_states
from ui.demo.state import WIDE, State, stand
from ui.demo.states import every_state
from ui.presenters.desk import Desk
from ui.resources import drawing
from ui.widgets.session import Session
from ui.widgets.window import MainWindow

LUCIA = Session(pupil=pupil("Lucia"))

_PATIENCE_MS = 20_000

WITH_HINT = msgspec.structs.replace(samples.CHOICE, hints=(words("Conta quelle che vedi."),))

EVERYTHING = lesson_of(
    Heading(level=2, spans=words("Guarda"), anchor="guarda"),
    RICH,
    *(block for name, block in BLOCKS.items() if "heading" not in name),
    Heading(level=2, spans=words("Prova"), anchor="prova"),
    *(ExerciseBlock(exercise=one) for one in (WITH_HINT, *samples.ONE_OF_EACH[1:], samples.OPEN)),
    ref="marche/tutto",
    notes=(Note("n1", (says("Una nota."),)),),
    terms=(Term("denominatore", words("Il numero sotto.")),),
)
"""A block of every kind, then the ten kinds of exercise."""


_SMALL = frozenset(head.ref for head in HEADS)
_bundled = cache(bundled)


SCENES = frozenset(scene.name for scene in (*block_states.SCENES, *exercise_states.SCENES))
"""The states of exercises and blocks."""


class _Shelf(LessonShelf):
    """The lesson with everything, the small ones of the desk in memory, and the bundled ones."""

    def lessons(
        self, area: Area | None = None, subject: str | None = None, grade: Grade | None = None
    ) -> tuple[LessonHead, ...]:
        mine = [EVERYTHING.head] if area in {None, Area.SCUOLA} and subject in {None, "matematica"} else []
        return (*super().lessons(area, subject, grade), *mine)

    def lesson(self, ref: str) -> Lesson:
        if ref == EVERYTHING.head.ref:
            return EVERYTHING
        return ShelfInMemory.lesson(self, ref) if ref in _SMALL else _bundled(ref)


def a_school() -> DeskInMemory:
    """The demo's morning, with the lesson that has everything on its shelf."""
    parts = a_morning(week_before=True)
    parts.people = PeopleInMemory(parts.school)
    parts.shelf = _Shelf(files={"goccia.svg": drawing("figura-goccia")})
    return parts


def states() -> Iterator[State]:
    """The gallery's, then the lesson with everything."""
    yield from every_state(LUCIA, TEACHER, TECHNICIAN)
    yield State("3-lezione-tutto", LUCIA, "oggi", _open_everything)


def _open_everything(window: MainWindow) -> None:
    """Opens it and waits until all of it stands: it comes in pieces."""
    stands = QEventLoop()
    window.open_lesson(EVERYTHING.head.ref).ready.connect(stands.quit)
    QTimer.singleShot(_PATIENCE_MS, stands.quit)
    stands.exec()


@contextmanager
def shown(
    desk: Desk, state: State, size: tuple[int, int] = WIDE, *, wear: Callable[[], None] | None = None
) -> Iterator[QWidget]:
    """A state's window, closed and forgotten afterwards."""
    window = stand(desk, state, size, wear=wear, calm=0.03)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(window: QWidget) -> Iterator[QWidget]:
    """The window's visible widgets."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            yield widget
