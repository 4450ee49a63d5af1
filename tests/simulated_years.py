"""Runs simulated school years, many of them, and counts what must not be."""

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from contextlib import closing, nullcontext
from pathlib import Path

import msgspec
from ledger_samples import _ACTS, _QUARANTINE, _SAYINGS
from simulated_mutants import MUTANTS
from simulated_nodes import Laptop
from simulated_school import SECRET, STEPS, School

MEMORY_FOLDER = Path("/dev/shm")


class Outcome(msgspec.Struct, frozen=True):
    """What came of a school year, or of many.

    Attributes:
        seeds: how many were lived.
        acknowledged: facts of which «salvato» was said, and whose disk was not lost.
        lost: of those, without effect somewhere at the end; acknowledgements of what was not committed count too.
        duplicated: facts that count twice.
        diverged: scopes or laptops that hold something else than the others, or else than their own log says.
        leaked: streams where they do not belong, and sealed words in clear at the region or on the stick.
        forged_accepted: forged facts that have an effect.
    """

    seeds: int = 0
    acknowledged: int = 0
    lost: int = 0
    duplicated: int = 0
    diverged: int = 0
    leaked: int = 0
    forged_accepted: int = 0

    @property
    def good(self) -> bool:
        """Whether nothing happened that must not."""
        return not (self.lost or self.duplicated or self.diverged or self.leaked or self.forged_accepted)


def live_year(seed: int, *, mutant: str = "", steps: int = STEPS) -> Outcome:
    """One school year; the same seed lives the same year."""
    with MUTANTS[mutant]() if mutant else nullcontext():
        folder = Path(tempfile.mkdtemp(dir=MEMORY_FOLDER if MEMORY_FOLDER.is_dir() else None))
        try:
            with closing(School(random.Random(seed), folder, fsync=mutant != "no-fsync")) as school:
                school.live(steps)
                school.settle()
                return judge(school)
        finally:
            shutil.rmtree(folder)


def together(outcomes: Iterable[Outcome]) -> Outcome:
    """The sum of many."""
    total = Counter[str]()
    for outcome in outcomes:
        total.update(msgspec.structs.asdict(outcome))
    return Outcome(**total)


def judge(school: School) -> Outcome:
    """What came of a year that has settled."""
    effects = {laptop.name: _effects(laptop) for laptop in school.laptops}
    marks = {laptop.name: _marks(laptop) for laptop in school.laptops}
    lost = sum(
        mark not in marks[laptop.name]
        for mark, site in school.acknowledged.items()
        for laptop in school.laptops
        if laptop.plesso == site
    )
    rebuilt = school.laptops[school.chance.randrange(len(school.laptops))]
    rebuilt.writing.rebuild()
    return Outcome(
        seeds=1,
        acknowledged=len(school.acknowledged),
        lost=lost + _missing_at_region(school) + school.unkept,
        duplicated=sum(_twice(counted) for counted in marks.values())
        + _twice(Counter(school.region.marks())),
        diverged=len(school.diverged())
        + _differences(school, effects)
        + (_effects(rebuilt) != effects[rebuilt.name]),
        leaked=sum(_strays(laptop) for laptop in school.laptops) + _words_in_clear(school),
        forged_accepted=sum(mark in counted for counted in marks.values() for mark in school.forged),
    )


def _effects(laptop: Laptop) -> list[list[object]]:
    return [sorted(laptop.disk.raw.execute(query), key=repr) for query in (_ACTS, _SAYINGS, _QUARANTINE)]


def _marks(laptop: Laptop) -> Counter[str]:
    """How often each mark has an effect."""
    rows = laptop.disk.raw.execute(
        "SELECT value FROM act JOIN name ON number = subject UNION ALL SELECT key FROM saying WHERE thing = 'work'"
    )
    return Counter(mark for (mark,) in rows)


def _missing_at_region(school: School) -> int:
    held = set(school.region.marks())
    return sum(mark not in held for mark in school.acknowledged)


def _twice(counted: Counter[str]) -> int:
    return sum(times > 1 for mark, times in counted.items() if mark[0] in "ab")


def _differences(school: School, effects: dict[str, list[list[object]]]) -> int:
    """Laptops whose effects are not those of the first laptop of their site."""
    first: dict[str, list[list[object]]] = {}
    return sum(first.setdefault(one.plesso, effects[one.name]) != effects[one.name] for one in school.laptops)


def _strays(laptop: Laptop) -> int:
    rows = laptop.disk.raw.execute("SELECT scope FROM stream WHERE seq > 0")
    return sum(scope not in laptop.scopes for (scope,) in rows)


def _words_in_clear(school: School) -> int:
    word = SECRET.encode()
    on_stick = (path.read_bytes() for path in school.stick.rglob("*") if path.is_file())
    return sum(word in content for content in (school.region.image(), *on_stick))
