"""A simulated school year: what happens in it is drawn from a seed, what came of it is told at its end."""

import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import msgspec
from format_samples import ROOT, ROOT_KEY, START_MS, TEACHER_ID, seed
from simulated_closing import close_year, packed_facts
from simulated_disk import PowerCutError
from simulated_nodes import SCHOOL_ID, Laptop, Region, Server, admission, staff
from simulated_wire import Wire, damaged

from scuola_digitale.domain.facts import (
    ExerciseAnswered,
    Fact,
    HelpAsked,
    KeyRevoked,
    LessonOpened,
    PersonErased,
    TaskSet,
    WordSent,
)
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.format.chain import StreamState
from scuola_digitale.format.kinds import KINDS
from scuola_digitale.format.revocations import LastGood, Revocation, issue_revocation
from scuola_digitale.format.signing import blake, id_of
from scuola_digitale.format.vector import PeerVector, digest
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
        self._images: list[tuple[Laptop, bytes, bytes]] = []
        self._old_stick: Path | None = None
        self._admitted = False
        self._forked: set[bytes] = set()
        self._erasures = 0
        self.stolen: Laptop | None = None
        self._revocation = b""
        self.good = set[str]()
        self.laptops[0].record([admission("teacher", "insegnante"), admission("technician", "tecnico")])

    def _laptop(self, name: str, site: str) -> Laptop:
        laptop = Laptop(self.folder, name, site, self.chance, fsync=self.fsync)
        if self.chance.random() < 0.3:
            laptop.stop()
            laptop.kinds = KINDS.without(HELP_ASKED, TASK_SET)
        return laptop

    def live(self, steps: int = STEPS) -> None:
        """The year."""
        happenings = list(HAPPENINGS)
        weights = list(HAPPENINGS.values())
        for happening in self.chance.choices(happenings, weights, k=steps):
            self.let(happening)

    def let(self, happening: "Callable[[School], None]") -> None:
        """Something happens, and the power may go in the middle of it."""
        self._risk_power()
        try:
            happening(self)
        except PowerCutError:
            for node in self._nodes():
                if node.fuse.blown:
                    node.stop()

    def _nodes(self) -> Sequence[Server]:
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
            self._say_it_was_stolen()  # for the same reason
            self._give_up_on(self.stolen)
        for _ in range(8):
            for laptop in self.laptops:
                self._sync(laptop, self.region)
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

    # What happens

    def _risk_power(self) -> None:
        nodes = self._nodes()
        for node in nodes:
            node.fuse.arm(None)
        if self.chance.random() < 0.15:
            self.chance.choice(nodes).fuse.arm(int(self.chance.expovariate(1 / 12)) + 1)

    def write(self) -> None:
        """A pupil works: one fact or a few, in one transaction."""
        laptop = self._any()
        facts = [self._act(laptop) for _ in range(self.chance.choice([1, 1, 1, 2, 4]))]
        self._record(laptop, facts, None)

    def teach(self) -> None:
        """A teacher gives work or sends a word; the substitute may do so before anybody heard of them."""
        laptop = self._any_new()
        author = self.chance.choice([staff("teacher"), staff("teacher"), staff("supplente")])
        self._record(laptop, [self._task(self._mark("b"))], author)
        if self.chance.random() < 0.3:
            word = WordSent(person=self.chance.choice(PUPILS), text=f"{SECRET}, brava!")
            self._quietly(self._any(), lambda laptop: laptop.record([word], staff("teacher")))

    def forge(self) -> None:
        """A pupil's laptop writes what only staff may: with another's name, or with its own."""
        laptop = self._any_new()
        mark = self._mark("f")
        self.forged.add(mark)
        hand = self.chance.choice(
            [UnlockedStaff(TEACHER_ID, seed("pupil"), b""), UnlockedStaff(laptop.device, laptop.seed, b"")]
        )
        self._quietly(laptop, lambda one: one.record([self._task(mark)], hand))

    def call_region(self) -> None:
        """A laptop syncs with the region."""
        self._sync(self._any(), self.region)

    def call_hub(self) -> None:
        """A laptop syncs with a hub, of its own site or of another."""
        hub = self.chance.choice(self.hubs)
        laptop = self._any()
        if laptop is not hub:
            self._sync(laptop, hub)

    def visit_stick(self) -> None:
        """Somebody puts the stick into a laptop."""
        laptop = self._any()
        try:
            visit_stick(self.stick, laptop)
        except PowerCutError:
            laptop.stop()

    def spoil_stick(self) -> None:
        """A stick is pulled out in the middle, copied, or an old one comes back weeks later."""
        files = [path for path in sorted(self.stick.rglob("*.sd")) if path.stat().st_size]
        fate = self.chance.random()
        if files and fate < 0.3:
            path = self.chance.choice(files)
            content = path.read_bytes()
            path.write_bytes(content[: self.chance.randrange(len(content))])
        elif files and fate < 0.5:
            path = self.chance.choice(files)
            path.write_bytes(damaged(path.read_bytes(), self.chance))
        elif fate < 0.75:
            self._old_stick = self._old_stick or self.folder / "chiavetta vecchia"
            shutil.rmtree(self._old_stick, ignore_errors=True)
            shutil.copytree(self.stick, self._old_stick)
        elif self._old_stick is not None:
            shutil.copytree(self._old_stick, self.stick, dirs_exist_ok=True)

    def push(self) -> None:
        """Segments reach somebody out of order, cut, damaged, with some missing."""
        giver = self._any()
        segments = giver.replica.segments_after(PeerVector({}), giver.scopes)
        if self.chance.random() < 0.5:
            # From the middle of the streams: who holds less is left with a gap.
            held = [
                msgspec.structs.replace(state, seq=self.chance.randrange(state.seq))
                for state in giver.replica.states(giver.scopes)
            ]
            segments = giver.replica.segments_after(PeerVector.of(held), giver.scopes)
        self.chance.shuffle(segments)
        some = [
            damaged(one, self.chance) if self.chance.random() < 0.2 else one
            for one in segments
            if self.chance.random() < 0.7
        ]
        self._give(some)

    def _give(self, segments: Sequence[bytes]) -> None:
        taker = self.chance.choice(self._nodes())
        try:
            if isinstance(taker, Region):
                taker.store.take(segments, taker.store.scopes() or ("scuola",))
            else:
                # Whoever pushes claims scopes that may not be this laptop's.
                taker.replica.take(segments, ("scuola", *(f"plesso/{site}" for site in SITES)))
        except PowerCutError:
            taker.stop()

    def replay(self) -> None:
        """A question of long ago arrives again."""
        self.wire.replay([*self.hubs, self.region])

    def copy_disk(self) -> None:
        """Somebody makes an image of a laptop's database."""
        laptop = self._any()
        laptop.stop()
        self._images.append((laptop, laptop.disk.image(), laptop.identity_file()))

    def restore_disk(self) -> None:
        """An image made long ago is put back: of the database alone, or of the whole disk."""
        if not self._images:
            return
        laptop, image, identity = self.chance.choice(self._images)
        whole = self.chance.random() < 0.5
        laptop.stop()
        self._forgive(laptop, image)
        laptop.put_back(image, identity if whole else None)
        if whole:
            self._forked.add(laptop.device)
            self.twins.add(laptop.device)

    def clone_disk(self) -> None:
        """A laptop's whole disk is copied to another machine, and both work on under one name."""
        if len(self.laptops) >= MOST_LAPTOPS:
            return
        laptop = self._any()
        if laptop in self.hubs or laptop is self.stolen:
            return
        laptop.stop()
        clone = laptop.cloned(f"{laptop.name}-copia{len(self.laptops)}", self.folder)
        self._forked.add(laptop.device)
        if clone.machine == laptop.machine:
            self.twins.add(laptop.device)
        self.laptops.append(clone)

    def erase(self) -> None:
        """The technician has a pupil forgotten."""
        if self._erasures < MOST_ERASURES and self.chance.random() < 0.5:
            fact = PersonErased(erased=PUPILS[self._erasures])
            laptop = self._any_new()
            if self._quietly(laptop, lambda one: one.record([fact], staff("technician"))):
                self._erasures += 1

    def steal(self) -> None:
        """A laptop is stolen; the root revokes it up to what the region holds, and the thief works on."""
        laptop = self.laptops[2]
        if self.stolen is not None or laptop.device in self._forked:
            return
        points = tuple(
            LastGood(*astuple_of(state))
            for state in self.region.store.states(laptop.scopes)
            if state.stream.device == laptop.device
        )
        self._revocation = issue_revocation(ROOT, Revocation(1, laptop.device, START_MS, points))
        self.stolen = laptop
        self.good = self.region.marks_of_device(laptop.device)
        for mark in self._only_at(laptop):  # gone with it, whoever wrote it
            self.acknowledged.pop(mark, None)
        self._say_it_was_stolen()

    def _say_it_was_stolen(self) -> None:
        fact = KeyRevoked(revocation=self._revocation)
        self._quietly(self.laptops[0], lambda one: one.record([fact]))

    def turn_clock(self) -> None:
        """A clock jumps: a dead battery, a wrong year."""
        self._any().clock.pass_ms(self.chance.randrange(-30, 90) * 86_400_000)

    def admit_late(self) -> None:
        """The substitute's certificate is issued, somewhere, after they have worked already."""
        late = admission("supplente", "insegnante", serial=9)
        if not self._admitted:
            self._admitted = self._quietly(self._any(), lambda one: one.record([late]))

    def update(self) -> None:
        """A laptop gets this year's program."""
        laptop = self._any()
        laptop.stop()
        laptop.kinds = KINDS

    def forget(self) -> None:
        """What a laptop remembered of the others is gone."""
        self._any().memories.clear()

    # Helpers

    def _any(self) -> Laptop:
        return self.chance.choice(self.laptops)

    def _any_new(self) -> Laptop:
        """A laptop with this year's program."""
        return self.chance.choice([one for one in self.laptops if one.kinds is KINDS] or self._updated())

    def _updated(self) -> list[Laptop]:
        self.update()
        return [one for one in self.laptops if one.kinds is KINDS]

    def _mark(self, letter: str) -> str:
        self._marks += 1
        return f"{letter}{self._marks:015x}"

    def _act(self, laptop: Laptop) -> Fact:
        person, mark = self.chance.choice(PUPILS), self._mark("a")
        sort = self.chance.random()
        if sort < 0.15:
            return LessonOpened(person=person, lesson_ref=mark, edition=1)
        if sort < 0.3 and laptop.kinds is KINDS:
            return HelpAsked(person=person, exercise_ref=mark)
        typed = sort < 0.5
        return ExerciseAnswered(
            person=person,
            exercise_ref=mark,
            answer=(f"sono {SECRET}",) if typed else ("b",),
            typed=typed,
            score=None if typed else 100,
            seconds=20,
            hints=0,
            attempt=1,
            edition=1,
        )

    def _task(self, mark: str) -> Fact:
        return TaskSet(work_id=mark, grade=Grade.P3, lesson_ref="marche/frazioni")

    def _record(self, laptop: Laptop, facts: Sequence[Fact], author: UnlockedStaff | None) -> None:
        if self._quietly(laptop, lambda one: one.record(facts, author)):
            for fact in facts:
                self.acknowledged[mark_of(fact)] = laptop.plesso
                self.persons[mark_of(fact)] = getattr(fact, "person", b"")

    def _quietly(self, laptop: Laptop, work: Callable[[Laptop], None]) -> bool:
        try:
            work(laptop)
        except PowerCutError:
            laptop.stop()
            return False
        return True

    def _sync(self, laptop: Laptop, server: Server) -> None:
        if not self.wire.sync(laptop, server):
            return
        scopes = laptop.scopes if isinstance(server, Region) else set(laptop.scopes) & set(server.scopes)
        replica = server.store if isinstance(server, Region) else server.replica
        self.unkept += digest(replica.states(scopes)) != digest(laptop.replica.states(scopes))

    def _forgive(self, laptop: Laptop, image: bytes) -> None:
        """What only this disk held since the image is lost with it, and nobody's fault."""
        alone = self._only_at(laptop)
        laptop.disk.restore(image)
        for mark in alone - laptop_marks(laptop):
            self.acknowledged.pop(mark, None)

    def _only_at(self, laptop: Laptop) -> set[str]:
        """The marks that nobody else holds who is still the school's; what was erased here alone among them."""
        erased = erased_at(laptop)
        mine = laptop_marks(laptop) | {mark for mark, person in self.persons.items() if person in erased}
        others = (laptop_marks(one) for one in self.honest() if one is not laptop)
        return mine - region_marks(self.region).union(*others)

    def close(self) -> None:
        """Lets go of the memory."""
        for laptop in self.laptops:
            laptop.close()


def astuple_of(state: StreamState) -> tuple[bytes, int, str, int, bytes]:
    """A point of a stream, as a revocation names it."""
    return (*msgspec.structs.astuple(state.stream), state.seq, state.chain)


def mark_of(fact: Fact) -> str:
    """What a fact of the simulation is known by."""
    for name in ("exercise_ref", "lesson_ref", "work_id"):
        value = getattr(fact, name, "")
        if value and value[0] in "abf" and len(value) == 16:
            return str(value)
    raise ValueError(fact)


def laptop_marks(laptop: Laptop) -> set[str]:
    """The marks in a laptop's log."""
    rows = laptop.disk.raw.execute("SELECT value FROM fact JOIN name ON number = subject")
    packed = {row.subject for _, row in packed_facts(laptop) if row.subject is not None}
    return packed | {mark for (mark,) in rows}


def visit_stick(pocket: Path, laptop: Laptop) -> None:
    """A stick visits a laptop, as the window and the command have it."""
    replica = laptop.replica
    stick.visit(pocket, SCHOOL_ID, replica, device_key=replica.device_key, erased=partial(erased_at, laptop))


def erased_at(laptop: Laptop) -> set[bytes]:
    """Whom a laptop was told to forget."""
    return {key for (key,) in laptop.disk.raw.execute("SELECT key FROM saying WHERE thing = 'erasure'")}


def marks_of_device(laptop: Laptop, device: bytes) -> set[str]:
    """The marks in a laptop's log that a device wrote, be it this or another."""
    rows = laptop.disk.raw.execute(
        "SELECT value FROM fact JOIN stream ON stream.number = stream JOIN name ON name.number = subject "
        "WHERE device = ?",
        (device,),
    )
    packed = {
        row.subject
        for stream, row in packed_facts(laptop)
        if stream.device == device and row.subject is not None
    }
    return packed | {mark for (mark,) in rows}


def region_marks(region: Region) -> set[str]:
    """The marks in the region's log."""
    return set(region.marks())


HAPPENINGS: dict[Callable[[School], None], int] = {
    School.write: 30,
    School.teach: 7,
    School.forge: 3,
    School.call_region: 14,
    School.call_hub: 14,
    School.visit_stick: 7,
    School.spoil_stick: 3,
    School.push: 8,
    School.replay: 3,
    School.copy_disk: 3,
    School.restore_disk: 2,
    School.clone_disk: 1,
    School.erase: 2,
    School.steal: 1,
    School.turn_clock: 2,
    School.admit_late: 1,
    School.update: 1,
    School.forget: 2,
    close_year: 3,
}
