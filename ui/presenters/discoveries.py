"""Decides what a pupil whose work is done may like to open: other lessons for their grade, every day different ones."""

from collections.abc import Iterable
from datetime import date
from hashlib import blake2b
from itertools import zip_longest

from scuola_digitale.domain.lesson import LessonHead
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.progress import Progress
from scuola_digitale.domain.school_terms import Area

MANY = 4
"""How many are offered: a choice, not a list."""

_FIRST = (Area.CULTURA, Area.TEMPO_LIBERO, Area.FORMAZIONE, Area.SCUOLA)
"""Who has finished the work of school is offered the rest of the world first."""


def discoveries(
    heads: Iterable[LessonHead], pupil: Pupil, progress: Progress, day: date
) -> tuple[LessonHead, ...]:
    """Up to `MANY` lessons for the pupil's grade that they never opened, of as many areas as there are.

    The same all day long, and others the day after; each pupil of a class has their own.
    """
    new = [head for head in heads if _is_for(head, pupil) and head.ref not in progress.visits]
    shuffled = sorted(new, key=lambda head: _lot(head.ref, pupil, day))
    by_area = [[head for head in shuffled if head.area == area] for area in _FIRST]
    in_turn = (head for round_ in zip_longest(*by_area) for head in round_ if head is not None)
    return tuple(head for head, _ in zip(in_turn, range(MANY), strict=False))


def _is_for(head: LessonHead, pupil: Pupil) -> bool:
    return not head.grades or pupil.grade in head.grades


def _lot(ref: str, pupil: Pupil, day: date) -> bytes:
    return blake2b(f"{day.isoformat()} {ref}".encode(), key=pupil.person, digest_size=8).digest()
