"""An exercise of every kind, and a bench on which its card stands in a test, with a disk that writes when it is told to."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import exercise_samples as samples
import msgspec
import shiboken6
from lesson_samples import surroundings, worn
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.exercise import Exercise
from scuola_digitale.domain.facts import Fact
from scuola_digitale.domain.progress import ExerciseProgress
from scuola_digitale.errors import ScuolaError
from ui.presenters.exercise import ExercisePresenter
from ui.presenters.lesson import ExerciseState
from ui.widgets.exercises.card import ExerciseCard
from ui.widgets.lesson.stack import Stack

BANK = msgspec.structs.replace(samples.CLOZE, bank=("evapora", "vapore", "ghiaccio", "sabbia"))
TYPED = msgspec.structs.replace(samples.CLOZE, bank=())
KINDS: dict[str, Exercise] = {
    "scelta": samples.CHOICE,
    "scelte": samples.CHOICES,
    "vero-falso": samples.TRUE_FALSE,
    "numero": samples.NUMBER,
    "testo": samples.WORDS,
    "completa": TYPED,
    "completa con le parole": BANK,
    "abbina": samples.MATCHING,
    "ordina": samples.ORDERING,
    "immagine": samples.SPOTTING,
}


class Disk:
    """Writes at once, or when it is told to, or not at all."""

    def __init__(self) -> None:
        self.written: list[Fact] = []
        self.blocked = False
        self.full = False
        self._held: tuple[Sequence[Fact], Callable[[], None]] | None = None

    def __call__(
        self, facts: Sequence[Fact], *, saved: Callable[[], None], failed: Callable[[ScuolaError], None]
    ) -> None:
        if self.full:
            failed(ScuolaError("Il disco è pieno.", remedy="Chiama il tecnico."))
        elif self.blocked:
            self._held = (facts, saved)
        else:
            self.written.extend(facts)
            saved()

    def commit(self) -> None:
        """Writes what it held back."""
        assert self._held is not None
        facts, saved = self._held
        self.written.extend(facts)
        saved()


PUPIL = b"l" * 16


class Bench(Stack):
    """Where a card stands in a test."""

    def __init__(self, exercise: Exercise, *, person: bytes | None = PUPIL) -> None:
        super().__init__()
        self.disk = Disk()
        presenter = ExercisePresenter(
            exercise,
            ref=f"marche/prova/{exercise.exercise_id}",
            edition=1,
            person=person,
            earlier=ExerciseProgress(exercise_ref="x"),
            save=self.disk,
            clock=SetClock(0),
        )
        self.card = ExerciseCard(presenter, surroundings(), self)
        self.card.show_place(ExerciseState(number=2, total=3, stones=("done", "now", "empty")))
        self.add(self.card)

    def fit(self, width: int = 640) -> None:
        """Gives the card the height that it wants at a width."""
        QApplication.processEvents()
        self.resize(width, self.heightForWidth(width))
        QApplication.processEvents()


MakeBench = Callable[..., Bench]


@contextmanager
def benches(qtbot: QtBot) -> Iterator[MakeBench]:
    """Sets up benches, shown and in front, and takes them down at the end."""
    made: list[Bench] = []

    def make(exercise: Exercise, *, person: bytes | None = PUPIL, width: int = 640) -> Bench:
        one = Bench(exercise, person=person)
        made.append(one)
        one.fit(width)
        one.show()
        one.activateWindow()
        qtbot.waitActive(one)
        one.fit(width)
        return one

    with worn():
        yield make
    for one in made:
        shiboken6.delete(one)
