"""Desks that are rarely met: an empty school, a crowded one, an exchange under way or in trouble.

Each stands over a real one, and answers as that does but for what it is about.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import msgspec

from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.preferences import Preferences
from scuola_digitale.domain.progress import Progress
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.domain.work import Work
from scuola_digitale.school import ExchangeState, SchoolMemory
from scuola_digitale.words import say
from ui.presenters.desk import Desk, ExchangeLine, Shelf

_IN_A_CLASS, _WORKS = 28, 40
_HOUR_MS = 3_600_000
_NAMES = (
    "Ada", "Bruno", "Chiara", "Dario", "Elena", "Fabio", "Gaia", "Hamid", "Irene", "Jacopo", "Katia", "Luca",
    "Maria Francesca Addolorata", "Nadia", "Omar", "Piera", "Quinto", "Rosa", "Sara", "Tea", "Ugo", "Viola",
    "Walter", "Xenia", "Yuri", "Zoe", "Aldo", "Bianca",
)  # fmt: skip
_FACES = ("lupo", "volpe", "gufo", "riccio", "lepre", "tasso", "capriolo", "picchio", "aquila", "trota")


class _Over:
    """Answers as another one does, but for what a subclass says otherwise."""

    def __init__(self, real: object) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


class _QuietSchool(_Over):
    """Nobody was given anything and nobody did anything; `pupils` are told or not."""

    def works(self) -> tuple[Work, ...]:
        return ()

    def progress(self, _person: bytes) -> Progress:
        return Progress(exercises={}, visits={})

    def words_for(self, _person: bytes) -> tuple[()]:
        return ()

    def tries(self, _person: bytes) -> tuple[()]:
        return ()

    def open_answers(self, _person: bytes) -> tuple[()]:
        return ()

    def notebook(self, _person: bytes) -> tuple[()]:
        return ()


class _DesertedSchool(_QuietSchool):
    """Nobody is on the roster yet."""

    def pupils(self) -> tuple[Pupil, ...]:
        return ()


class _CrowdedSchool(_Over):
    """Twenty-eight pupils in each of some classes, one with a long name, and forty pieces of work."""

    def __init__(self, real: SchoolMemory, grades: Sequence[Grade]) -> None:
        super().__init__(real)
        self._grades = grades

    def pupils(self) -> tuple[Pupil, ...]:
        real: tuple[Pupil, ...] = self._real.pupils()  # type: ignore[attr-defined]  # a school
        made = [
            Pupil(
                person=bytes([place, number, *bytes(14)]),
                name=name,
                grade=grade,
                avatar=_FACES[(number + place) % len(_FACES)],
                group_id=real[0].group_id,
            )
            for place, grade in enumerate(self._grades)
            for number, name in enumerate(_NAMES)
        ]
        return (*made, *(one for one in real if one.grade in self._grades))

    def works(self) -> tuple[Work, ...]:
        real: tuple[Work, ...] = self._real.works()  # type: ignore[attr-defined]  # a school
        return tuple(
            msgspec.structs.replace(real[place % len(real)], work_id=f"{place:016x}")
            for place in range(_WORKS if real else 0)
        )


class _EnglishReaders(_Over):
    """Every pupil reads in English."""

    def preferences(self, person: bytes) -> Preferences:
        real: Preferences = self._real.preferences(person)  # type: ignore[attr-defined]  # a school
        return msgspec.structs.replace(real, language="en")


class _BareShelf(_Over):
    """A library without a pack."""

    def lessons(self, *_filters: object, **_named: object) -> tuple[()]:
        return ()

    def packs(self) -> tuple[()]:
        return ()

    def themes(self, *_filters: object) -> tuple[()]:
        return ()


class _Line(_Over):
    """An exchange with a region: running or at rest, with a diary."""

    def __init__(self, lines: tuple[ExchangeLine, ...], *, running: bool) -> None:
        super().__init__(None)
        self._lines, self._running = lines, running

    def address(self) -> str:
        return "https://regione.example"

    def is_running(self) -> bool:
        return self._running

    def recent(self) -> tuple[ExchangeLine, ...]:
        return self._lines

    def sync_now(self) -> None:
        """Nothing goes out of a picture."""

    def visit_stick(self, stick: Path) -> ExchangeLine:
        raise NotImplementedError(stick)

    def on_change(self, tell: Callable[[], None]) -> None:
        """Nothing changes."""


class _Exchanging(_Over):
    """A school that says how its exchange stands."""

    def __init__(self, real: object, state: ExchangeState) -> None:
        super().__init__(real)
        self._state = state

    def exchange_state(self) -> ExchangeState:
        return self._state


def quiet(desk: Desk) -> Desk:
    """Pupils on the roster, and nothing given or done."""
    return _with_school(desk, _QuietSchool(desk.school))


def deserted(desk: Desk) -> Desk:
    """A school on its first day: nobody on the roster."""
    return _with_school(desk, _DesertedSchool(desk.school))


def crowded(desk: Desk) -> Desk:
    """Very many pupils in five classes, and pieces of work."""
    return _with_school(desk, _CrowdedSchool(desk.school, [*Grade][:5]))


def one_class(desk: Desk) -> Desk:
    """A school of one class, full."""
    return _with_school(desk, _CrowdedSchool(desk.school, [Grade.P3]))


def read_in_english(desk: Desk) -> Desk:
    """Pupils who read the window in English, on a laptop that speaks Italian."""
    return _with_school(desk, _EnglishReaders(desk.school))


def bare(desk: Desk) -> Desk:
    """A laptop without a lesson."""
    shelf = cast("Shelf", _BareShelf(desk.library))
    return replace(_with_school(desk, _QuietSchool(desk.school)), open_library=lambda: shelf)


def syncing(desk: Desk) -> Desk:
    """An exchange is under way."""
    return _exchanging(desk, waiting=12, running=True)


def synced(desk: Desk) -> Desk:
    """All was sent an hour ago."""
    return _exchanging(desk, waiting=0)


def in_trouble(desk: Desk) -> Desk:
    """The last exchange failed."""
    return _exchanging(desk, waiting=12, problem=say("La regione non risponde."))


def _exchanging(desk: Desk, *, waiting: int, problem: str = "", running: bool = False) -> Desk:
    now = desk.clock.now_ms()
    good = ExchangeLine(at_ms=now - _HOUR_MS, sent=31, received=4)
    lines = (ExchangeLine(at_ms=now, sent=0, received=0, problem=problem), good) if problem else (good,)
    state = ExchangeState(waiting=waiting, last_ms=now - _HOUR_MS, problem=problem)
    changed = _with_school(desk, _Exchanging(desk.school, state))
    return replace(changed, sync=_Line(lines, running=running))


def _with_school(desk: Desk, school: _Over) -> Desk:
    return replace(desk, school=cast("SchoolMemory", school), open_library=lambda: desk.library)
