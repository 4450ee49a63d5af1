"""Three laptops and a region, syncing in any order over lines that drop anywhere: all come to hold the same."""

import random
from pathlib import Path

import pytest
from format_samples import school_day
from region_in_process import LineInProcess, RegionInProcess
from school_samples import TestSchool

from scuola_digitale.domain.facts import PersonId
from scuola_digitale.format.vector import digest
from scuola_digitale.storage.replica import Replica
from sync.syncer import MEMORY_NAME, Syncer, SyncReport

LAPTOPS = 3


class Valley:
    """A school of three laptops and its region; `step` lets something happen by chance."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.chance = chance
        self.school = TestSchool(folder, laptops=LAPTOPS)
        self.region = RegionInProcess(folder, self.school.clock)
        self.school_id = self.school.founding.school_id.hex()
        self.region.register(self.school_id, self.school.founding.root_key)
        self.written = 0
        self.pupils: set[PersonId] = set()

    def step(self) -> None:
        """One laptop writes, syncs, starts again or forgets the region."""
        number = self.chance.randrange(LAPTOPS)
        self.school.clock.pass_ms(self.chance.randrange(60_000))
        happens = self.chance.random()
        if happens < 0.4:
            self.write(number)
        elif happens < 0.9:
            self.sync(number, self.any_line())
        elif happens < 0.95:
            self.school.reopen(number)
        else:
            (self.school.laptops[number].folder / MEMORY_NAME).unlink(missing_ok=True)

    def write(self, number: int) -> None:
        """Some pupils' facts."""
        facts = school_day(self.chance.randrange(1, 30), random_seed=self.chance.randrange(5))
        self.school.laptops[number].record(facts)
        self.written += len(facts)
        self.pupils |= {fact.person for fact in facts}  # type: ignore[attr-defined]

    def any_line(self) -> LineInProcess:
        """A line that may drop at any byte of either way."""
        cut = self.chance.choice([None, self.chance.randrange(3_000)])
        part = self.chance.choice([1 << 16, 200, 1_500])
        if self.chance.random() < 0.5:
            return LineInProcess(self.region.app, part_bytes=part, cut_up=cut)
        return LineInProcess(self.region.app, part_bytes=part, cut_down=cut)

    def sync(self, number: int, line: LineInProcess) -> SyncReport:
        """One sync over a line."""
        laptop = self.school.laptops[number]
        syncer = Syncer(laptop, "http://regione.example", self.school.clock, open_line=lambda _: line)
        return syncer.sync_once()

    def digests(self) -> set[bytes]:
        """What each holds; one when all agree."""
        scopes = self.school.first.replica.scopes()
        holders: list[Replica] = [laptop.replica for laptop in self.school.laptops]
        holders.append(self.region.store(self.school_id))
        return {digest(one.states(scopes)) for one in holders}

    def close(self) -> None:
        """Closes everything."""
        self.school.close()
        self.region.close()


def play(folder: Path, seed: int, steps: int) -> None:
    """So many steps of a valley drawn from a seed, then a good line: all must hold the same."""
    valley = Valley(folder, random.Random(seed))
    before = sum(
        state.seq for state in valley.school.first.replica.states(valley.school.first.replica.scopes())
    )
    for _ in range(steps):
        valley.step()
    for number in [*range(LAPTOPS), *range(LAPTOPS)]:
        assert valley.sync(number, valley.region.line()).good

    assert len(valley.digests()) == 1
    for laptop in valley.school.laptops:
        held = sum(state.seq for state in laptop.replica.states(laptop.replica.scopes()))
        assert held == before + valley.written
        assert laptop.exchange_state().waiting == 0
    for pupil in valley.pupils:
        assert len({repr(laptop.progress(pupil)) for laptop in valley.school.laptops}) == 1
    valley.close()


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_writing_syncing_and_dropping_ends_in_agreement(seed: int, tmp_path: Path) -> None:
    play(tmp_path, seed, steps=60)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 300))
def test_many_more_orders_end_in_agreement(seed: int, tmp_path: Path) -> None:
    play(tmp_path, seed, steps=150)
