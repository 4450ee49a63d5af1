"""A simulated school: its laptops, its region and what they owe each other; `simulated_happenings` lets it live a year."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from format_samples import ROOT_KEY
from simulated_disk import PowerCutError
from simulated_nodes import SCHOOL_ID, Laptop, Region, Server, admission
from simulated_traces import erased_at, gone_at, laptop_marks, mark_of, marks_of_device, region_marks
from simulated_wire import Wire

from scuola_digitale.domain.facts import (
    Fact,
    KeyRevoked,
)
from scuola_digitale.format.kinds import KINDS
from scuola_digitale.format.signing import blake, id_of
from scuola_digitale.format.vector import digest
from scuola_digitale.storage.replica import Replica
from scuola_digitale.storage.staff_keys import UnlockedStaff
from sync import stick

SITES = ("colle", "valle")
HELP_ASKED, TASK_SET = 10, 12
PUPILS = tuple(blake(b"pupil %d" % number) for number in range(4))
SECRET = "Zefirina"
"""Stands in every word that is sealed: no byte of region or stick may show it."""

STEPS = 110
MOST_LAPTOPS = 6
MOST_ERASURES = 2
assert id_of(ROOT_KEY).hex() == SCHOOL_ID


@dataclass
class School:
    """Laptops of two sites, one hub in each, a region, a stick, and a teacher, through a year.

    Attributes:
        acknowledged: marks of facts of which «salvato» was said, with the site they belong to.
        persons: whom the fact of a mark is about.
        forged: marks of facts that nobody was entitled to write.
        unkept: acknowledgements that spoke of what was not committed.
        forked: devices whose disk was put back or copied.
        twins: devices of which two disks had all in common: whatever they do, they may write in one place.
    """

    chance: random.Random
    folder: Path
    fsync: bool = True
    acknowledged: dict[str, str] = field(default_factory=dict)
    persons: dict[str, bytes] = field(default_factory=dict)
    forged: set[str] = field(default_factory=set)
    unkept: int = 0
    twins: set[bytes] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.wire = Wire(self.chance)
        self.region = Region()
        self.laptops = [self._laptop(f"portatile{place}", SITES[place % 2]) for place in range(5)]
        self.hubs: list[Laptop] = self.laptops[:2]
        self.stick = self.folder / "chiavetta"
        self.stick.mkdir()
        self._marks = 0
        self.images: list[tuple[Laptop, bytes, bytes]] = []
        self.old_stick: Path | None = None
        self._admitted = False
        self.forked: set[bytes] = set()
        self.erasures = 0
        self.stolen: Laptop | None = None
        self.revocation = b""
        self.good = set[str]()
        self.laptops[0].record([admission("teacher", "insegnante"), admission("technician", "tecnico")])

    def _laptop(self, name: str, site: str) -> Laptop:
        laptop = Laptop(self.folder, name, site, self.chance, fsync=self.fsync)
        if self.chance.random() < 0.3:
            laptop.stop()
            laptop.kinds = KINDS.without(HELP_ASKED, TASK_SET)
        return laptop

    def let(self, happening: "Callable[[School], None]") -> None:
        """Something happens, and the power may go in the middle of it."""
        self._risk_power()
        try:
            happening(self)
        except PowerCutError:
            for node in self.nodes():
                if node.fuse.blown:
                    node.stop()

    def nodes(self) -> Sequence[Server]:
        """Everything that can lose its power."""
        return [*self.laptops, self.region]

    def settle(self) -> None:
        """The line is good at last: everybody syncs until nothing changes."""
        self.wire.good = True
        for laptop in self.laptops:
            laptop.stop()
            laptop.kinds = KINDS
        self.region.stop()
        self._admitted = False  # the disk that knew of the substitute may be gone: it is said again
        self.admit_late()
        if self.stolen is not None:
            self.say_it_was_stolen()  # for the same reason
            self._give_up_on(self.stolen)
        for _ in range(8):
            for laptop in self.laptops:
                self.sync(laptop, self.region)
            if self.agreed():
                return

    def agreed(self) -> bool:
        """Whether in each scope all who keep it hold the same."""
        return not self.diverged()

    def diverged(self) -> list[str]:
        """The scopes in which somebody holds something else."""
        scopes = ("scuola", *(f"plesso/{site}" for site in SITES))
        return [scope for scope in scopes if len(self._digests(scope)) > 1]

    def honest(self) -> list[Laptop]:
        """The laptops that are still the school's."""
        return [laptop for laptop in self.laptops if laptop is not self.stolen]

    def _digests(self, scope: str) -> set[bytes]:
        keepers: list[Replica] = [laptop.replica for laptop in self.honest() if scope in laptop.scopes]
        keepers.append(self.region.store)
        return {digest(keeper.states([scope])) for keeper in keepers}

    def _give_up_on(self, stolen: Laptop) -> None:
        """What was not at the region when the laptop was stolen is not believed, wherever it turns up."""
        written = self.region.marks_of_device(stolen.device).union(
            *(marks_of_device(one, stolen.device) for one in self.laptops)
        )
        self.forged |= written - self.good
        for mark in written - self.good:
            self.acknowledged.pop(mark, None)

    def _risk_power(self) -> None:
        nodes = self.nodes()
        for node in nodes:
            node.fuse.arm(None)
        if self.chance.random() < 0.15:
            self.chance.choice(nodes).fuse.arm(int(self.chance.expovariate(1 / 12)) + 1)

    def say_it_was_stolen(self) -> None:
        """The root's revocation is written on the first laptop."""
        fact = KeyRevoked(revocation=self.revocation)
        self.quietly(self.laptops[0], lambda one: one.record([fact]))

    def admit_late(self) -> None:
        """The substitute's certificate is issued, somewhere, after they have worked already."""
        late = admission("supplente", "insegnante", serial=9)
        if not self._admitted:
            self._admitted = self.quietly(self.any_laptop(), lambda one: one.record([late]))

    def update(self) -> None:
        """A laptop gets this year's program."""
        laptop = self.any_laptop()
        laptop.stop()
        laptop.kinds = KINDS

    def any_laptop(self) -> Laptop:
        """One of them, drawn."""
        return self.chance.choice(self.laptops)

    def any_new(self) -> Laptop:
        """A laptop with this year's program."""
        return self.chance.choice([one for one in self.laptops if one.kinds is KINDS] or self._updated())

    def _updated(self) -> list[Laptop]:
        self.update()
        return [one for one in self.laptops if one.kinds is KINDS]

    def next_mark(self, letter: str) -> str:
        """A mark of sixteen signs that no other fact bears."""
        self._marks += 1
        return f"{letter}{self._marks:015x}"

    def record(self, laptop: Laptop, facts: Sequence[Fact], author: UnlockedStaff | None) -> None:
        """Has facts written, and remembers those of which «salvato» was said."""
        if self.quietly(laptop, lambda one: one.record(facts, author)):
            for fact in facts:
                self.acknowledged[mark_of(fact)] = laptop.plesso
                self.persons[mark_of(fact)] = getattr(fact, "person", b"")

    def quietly(self, laptop: Laptop, work: Callable[[Laptop], None]) -> bool:
        """Lets a laptop work; gives whether its power held."""
        try:
            work(laptop)
        except PowerCutError:
            laptop.stop()
            return False
        return True

    def sync(self, laptop: Laptop, server: Server) -> None:
        """A laptop syncs, and is counted as `unkept` where it then holds something else than it was told."""
        if not self.wire.sync(laptop, server):
            return
        scopes = laptop.scopes if isinstance(server, Region) else set(laptop.scopes) & set(server.scopes)
        replica = server.store if isinstance(server, Region) else server.replica
        self.unkept += digest(replica.states(scopes)) != digest(laptop.replica.states(scopes))

    def only_at(self, laptop: Laptop) -> set[str]:
        """The marks that nobody else holds who is still the school's; what was erased here alone among them."""
        erased = erased_at(laptop)
        mine = laptop_marks(laptop) | {mark for mark, person in self.persons.items() if person in erased}
        others = (laptop_marks(one) for one in self.honest() if one is not laptop)
        return mine - region_marks(self.region).union(*others)

    def close(self) -> None:
        """Lets go of the memory."""
        for laptop in self.laptops:
            laptop.close()


def visit_stick(pocket: Path, laptop: Laptop) -> None:
    """A stick visits a laptop, as the window and the command have it."""
    replica = laptop.replica
    stick.visit(pocket, SCHOOL_ID, replica, device_key=replica.device_key, gone=partial(gone_at, laptop))
