"""Runs simulated school years, many of them, and counts what must not be."""

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path

import msgspec
from ledger_samples import _ACTS, _QUARANTINE, _SAYINGS
from simulated_happenings import live
from simulated_mutants import MUTANTS
from simulated_nodes import Laptop
from simulated_school import SECRET, STEPS, School, visit_stick
from simulated_shortcuts import shortcuts
from simulated_traces import erased_at, packed_acts, packed_traces

from scuola_digitale.format.chain import FactRow
from scuola_digitale.format.errors import BadSegmentError
from scuola_digitale.format.segment import parse_segment
from sync import stick
from sync.protocol import frames_of

MEMORY_FOLDER = Path("/dev/shm")


class Outcome(msgspec.Struct, frozen=True):
    """What came of a school year, or of many.

    Attributes:
        seeds: how many were lived.
        acknowledged: facts of which «salvato» was said, and whose disk was not lost.
        lost: of those, without effect somewhere at the end; acknowledgements of what was not committed count too.
        duplicated: facts that count twice.
        diverged: scopes or laptops that hold something else than the others, or else than their own log says; devices
            that wrote twice in one place although they could have told that their disk was set back or copied.
        leaked: streams where they do not belong, sealed words in clear at the region or on the stick, and what is left
            anywhere of somebody who was erased.
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
    """One school year; the same seed lives the same year. What breaks down in it says its seed."""
    with _naming(seed), shortcuts(), MUTANTS[mutant]() if mutant else nullcontext():
        folder = Path(tempfile.mkdtemp(dir=MEMORY_FOLDER if MEMORY_FOLDER.is_dir() else None))
        try:
            with closing(School(random.Random(seed), folder, fsync=mutant != "no-fsync")) as school:
                live(school, steps)
                school.settle()
                return judge(school)
        finally:
            shutil.rmtree(folder)


@contextmanager
def _naming(seed: int) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        error.add_note(f"in the school year --seed {seed}")
        raise


def together(outcomes: Iterable[Outcome]) -> Outcome:
    """The sum of many."""
    total = Counter[str]()
    for outcome in outcomes:
        total.update(msgspec.structs.asdict(outcome))
    return Outcome(**total)


def judge(school: School) -> Outcome:
    """What came of a year that has settled."""
    laptops = school.honest()
    effects = {laptop.name: _effects(laptop) for laptop in laptops}
    marks = {laptop.name: _marks(laptop) for laptop in laptops}
    erased = erased_at(laptops[0])
    due = {mark: site for mark, site in school.acknowledged.items() if school.persons[mark] not in erased}
    lost = sum(
        mark not in marks[laptop.name]
        for mark, site in due.items()
        for laptop in laptops
        if laptop.plesso == site
    )
    rebuilt = laptops[school.chance.randrange(len(laptops))]
    rebuilt.writing.rebuild()
    return Outcome(
        seeds=1,
        acknowledged=len(school.acknowledged),
        lost=lost + _missing_at_region(school, due) + school.unkept,
        duplicated=sum(_twice(counted) for counted in marks.values())
        + _twice(Counter(school.region.marks())),
        diverged=len(school.diverged())
        + _differences(school, effects)
        + (_effects(rebuilt) != effects[rebuilt.name])
        + len(_written_twice(school)),
        leaked=sum(_strays(laptop) for laptop in laptops)
        + _remembered(school, erased)
        + _words_in_clear(school),
        forged_accepted=sum(mark in counted for counted in marks.values() for mark in school.forged),
    )


def _effects(laptop: Laptop) -> list[list[object]]:
    acts, sayings, quarantine = (
        laptop.disk.raw.execute(query).fetchall() for query in (_ACTS, _SAYINGS, _QUARANTINE)
    )
    return [sorted(some, key=repr) for some in ([*acts, *packed_acts(laptop)], sayings, quarantine)]


def _marks(laptop: Laptop) -> Counter[str]:
    """How often each mark has an effect."""
    rows = laptop.disk.raw.execute(
        "SELECT value FROM act JOIN name ON number = subject UNION ALL SELECT key FROM saying WHERE thing = 'work'"
    )
    return Counter([mark for (mark,) in rows] + [str(act[1]) for act in packed_acts(laptop)])


def _missing_at_region(school: School, due: Iterable[str]) -> int:
    held = set(school.region.marks())
    return sum(mark not in held for mark in due)


def _remembered(school: School, erased: set[bytes]) -> int:
    """Places in which something is left of somebody who was erased, but for the word that they were."""
    left = 0
    for laptop in school.honest():
        for person in erased:
            in_rows = laptop.disk.raw.execute(_TRACES, (person, person, person)).fetchone()[0]
            left += in_rows + packed_traces(laptop, person) > 0
    rows = school.region.persons()
    return left + len(erased & rows) + len(erased & _persons_on(school))


def _persons_on(school: School) -> set[bytes]:
    """Whom the segments are about that lie on the stick, after a last visit of each site."""
    for laptop in {one.plesso: one for one in school.honest()}.values():
        visit_stick(school.stick, laptop)
    found = set[bytes]()
    for path in school.stick.rglob("*.sd"):
        for frame in frames_of(path.read_bytes()[len(stick.MAGIC) :]):
            try:
                rows = parse_segment(frame).rows
            except BadSegmentError:
                continue
            found |= {row.person for row in rows if isinstance(row, FactRow) and row.person is not None}
    return found


_TRACES = """
SELECT (SELECT count(*) FROM fact JOIN name ON number = person WHERE value = ?)
     + (SELECT count(*) FROM act JOIN name ON number = person WHERE value = ?)
     + (SELECT count(*) FROM salt JOIN name ON number = person WHERE value = ?)
"""


def _twice(counted: Counter[str]) -> int:
    return sum(times > 1 for mark, times in counted.items() if mark[0] in "ab")


def _differences(school: School, effects: dict[str, list[list[object]]]) -> int:
    """Laptops whose effects are not those of the first laptop of their site."""
    first: dict[str, list[list[object]]] = {}
    return sum(
        first.setdefault(one.plesso, effects[one.name]) != effects[one.name] for one in school.honest()
    )


def _written_twice(school: School) -> set[bytes]:
    """The devices of forked streams that had no twin: they took up an old epoch when a new one was due."""
    forked = school.region.forked()
    for laptop in school.honest():
        forked |= {
            device for (device,) in laptop.disk.raw.execute("SELECT device FROM stream WHERE parent > 0")
        }
    return forked - school.twins


def _strays(laptop: Laptop) -> int:
    rows = laptop.disk.raw.execute("SELECT scope FROM stream WHERE seq > 0")
    return sum(scope not in laptop.scopes for (scope,) in rows)


def _words_in_clear(school: School) -> int:
    word = SECRET.encode()
    on_stick = (path.read_bytes() for path in school.stick.rglob("*") if path.is_file())
    return sum(word in content for content in (school.region.image(), *on_stick))
