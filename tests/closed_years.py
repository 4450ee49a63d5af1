"""A year of answers to be closed, and what is read and held of it before and after."""

import random

from format_samples import (
    PUPIL,
    answered,
)
from ledger_samples import SCOPES, MemoryLedger, admitting

from scuola_digitale.domain.facts import Fact
from scuola_digitale.format.signing import blake
from scuola_digitale.storage.school_store import School

KEEPER = b"keeper of others"
FAR_MS = 1 << 47
ROSTER = [PUPIL, blake(b"another pupil")]


def year_of(*persons: bytes, facts: int = 130) -> list[Fact]:
    """Answers, right and wrong, some typed and to be read, of some pupils in turn."""
    chance = random.Random(8)
    return [
        answered(
            person=persons[number % len(persons)],
            exercise_ref=f"marche/prova/{chance.randrange(9)}",
            score=None if number % 39 == 7 else chance.choice([100, 100, 50, 0]),
            typed=number % 39 == 7,
            answer=("ho contato i sassi",) if number % 39 == 7 else ("b",),
            hints=chance.randrange(3),
        )
        for number in range(facts)
    ]


def keeper(*segments: bytes) -> MemoryLedger:
    """A ledger of another laptop, with the staff admitted and some segments taken in."""
    ledger = MemoryLedger(device=KEEPER)
    ledger.take([admitting("teacher", "technician"), *segments], SCOPES)
    return ledger


def pieces_of(ledger: MemoryLedger) -> list[bytes]:
    """The packed segments that it holds."""
    return [one for (one,) in ledger.database.execute("SELECT segment FROM packed ORDER BY stream, last")]


def facts_in_rows(ledger: MemoryLedger) -> int:
    """How many facts of pupils are not packed."""
    wanted = "SELECT count(*) FROM fact JOIN stream ON number = stream WHERE scope != 'scuola'"
    return int(ledger.database.execute(wanted).fetchone()[0])


def seen(laptop: School) -> list[object]:
    """What the window reads of the pupils."""
    return [
        (
            laptop.progress(person),
            laptop.tries(person),
            laptop.open_answers(person),
            laptop.given_answers(person, "marche/prova"),
            laptop.notebook(person),
            laptop.preferences(person),
        )
        for person in ROSTER
    ]
