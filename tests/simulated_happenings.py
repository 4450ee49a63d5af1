"""What may happen in a simulated school year, each with its weight: work, exchanges, faults, thefts."""

import shutil
from collections.abc import Callable, Sequence

import msgspec
from format_samples import ROOT, START_MS, TEACHER_ID, seed
from simulated_disk import PowerCutError
from simulated_nodes import Laptop, Region, staff
from simulated_school import MOST_ERASURES, MOST_LAPTOPS, PUPILS, SECRET, SITES, STEPS, School, visit_stick
from simulated_traces import laptop_marks
from simulated_wire import damaged

from scuola_digitale.domain.facts import (
    ExerciseAnswered,
    Fact,
    HelpAsked,
    LessonOpened,
    PersonErased,
    TaskSet,
    WordSent,
)
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.format.chain import StreamState
from scuola_digitale.format.kinds import KINDS
from scuola_digitale.format.revocations import LastGood, Revocation, issue_revocation
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.staff_keys import UnlockedStaff

DAY_MS = 86_400_000


def write(school: School) -> None:
    """A pupil works: one fact or a few, in one transaction."""
    laptop = school.any_laptop()
    facts = [_act(school, laptop) for _ in range(school.chance.choice([1, 1, 1, 2, 4]))]
    school.record(laptop, facts, None)


def _act(school: School, laptop: Laptop) -> Fact:
    person, mark = school.chance.choice(PUPILS), school.next_mark("a")
    sort = school.chance.random()
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


def teach(school: School) -> None:
    """A teacher gives work or sends a word; the substitute may do so before anybody heard of them."""
    laptop = school.any_new()
    author = school.chance.choice([staff("teacher"), staff("teacher"), staff("supplente")])
    school.record(laptop, [_task(school.next_mark("b"))], author)
    if school.chance.random() < 0.3:
        word = WordSent(person=school.chance.choice(PUPILS), text=f"{SECRET}, brava!")
        school.quietly(school.any_laptop(), lambda laptop: laptop.record([word], staff("teacher")))


def _task(mark: str) -> Fact:
    return TaskSet(work_id=mark, grade=Grade.P3, lesson_ref="marche/frazioni")


def forge(school: School) -> None:
    """A pupil's laptop writes what only staff may: with another's name, or with its own."""
    laptop = school.any_new()
    mark = school.next_mark("f")
    school.forged.add(mark)
    hand = school.chance.choice(
        [UnlockedStaff(TEACHER_ID, seed("pupil"), b""), UnlockedStaff(laptop.device, laptop.seed, b"")]
    )
    school.quietly(laptop, lambda one: one.record([_task(mark)], hand))


def call_region(school: School) -> None:
    """A laptop syncs with the region."""
    school.sync(school.any_laptop(), school.region)


def call_hub(school: School) -> None:
    """A laptop syncs with a hub, of its own site or of another."""
    hub = school.chance.choice(school.hubs)
    laptop = school.any_laptop()
    if laptop is not hub:
        school.sync(laptop, hub)


def use_stick(school: School) -> None:
    """Somebody puts the stick into a laptop."""
    laptop = school.any_laptop()
    try:
        visit_stick(school.stick, laptop)
    except PowerCutError:
        laptop.stop()


def spoil_stick(school: School) -> None:
    """A stick is pulled out in the middle, copied, or an old one comes back weeks later."""
    files = [path for path in sorted(school.stick.rglob("*.sd")) if path.stat().st_size]
    fate = school.chance.random()
    if files and fate < 0.3:
        path = school.chance.choice(files)
        content = path.read_bytes()
        path.write_bytes(content[: school.chance.randrange(len(content))])
    elif files and fate < 0.5:
        path = school.chance.choice(files)
        path.write_bytes(damaged(path.read_bytes(), school.chance))
    elif fate < 0.75:
        school.old_stick = school.old_stick or school.folder / "chiavetta vecchia"
        shutil.rmtree(school.old_stick, ignore_errors=True)
        shutil.copytree(school.stick, school.old_stick)
    elif school.old_stick is not None:
        shutil.copytree(school.old_stick, school.stick, dirs_exist_ok=True)


def push(school: School) -> None:
    """Segments reach somebody out of order, cut, damaged, with some missing."""
    giver = school.any_laptop()
    segments = giver.replica.segments_after(PeerVector({}), giver.scopes)
    if school.chance.random() < 0.5:
        # From the middle of the streams: who holds less is left with a gap.
        held = [
            msgspec.structs.replace(state, seq=school.chance.randrange(state.seq))
            for state in giver.replica.states(giver.scopes)
        ]
        segments = giver.replica.segments_after(PeerVector.of(held), giver.scopes)
    school.chance.shuffle(segments)
    some = [
        damaged(one, school.chance) if school.chance.random() < 0.2 else one
        for one in segments
        if school.chance.random() < 0.7
    ]
    _give(school, some)


def _give(school: School, segments: Sequence[bytes]) -> None:
    taker = school.chance.choice(school.nodes())
    try:
        if isinstance(taker, Region):
            taker.store.take(segments, taker.store.scopes() or ("scuola",))
        else:
            # Whoever pushes claims scopes that may not be this laptop's.
            taker.replica.take(segments, ("scuola", *(f"plesso/{site}" for site in SITES)))
    except PowerCutError:
        taker.stop()


def replay(school: School) -> None:
    """A question of long ago arrives again."""
    school.wire.replay([*school.hubs, school.region])


def copy_disk(school: School) -> None:
    """Somebody makes an image of a laptop's database."""
    laptop = school.any_laptop()
    laptop.stop()
    school.images.append((laptop, laptop.disk.image(), laptop.identity_file()))


def restore_disk(school: School) -> None:
    """An image made long ago is put back: of the database alone, or of the whole disk."""
    if not school.images:
        return
    laptop, image, identity = school.chance.choice(school.images)
    whole = school.chance.random() < 0.5
    laptop.stop()
    _forgive(school, laptop, image)
    laptop.put_back(image, identity if whole else None)
    if whole:
        school.forked.add(laptop.device)
        school.twins.add(laptop.device)


def _forgive(school: School, laptop: Laptop, image: bytes) -> None:
    """What only this disk held since the image is lost with it, and nobody's fault."""
    alone = school.only_at(laptop)
    laptop.disk.restore(image)
    for mark in alone - laptop_marks(laptop):
        school.acknowledged.pop(mark, None)


def clone_disk(school: School) -> None:
    """A laptop's whole disk is copied to another machine, and both work on under one name."""
    if len(school.laptops) >= MOST_LAPTOPS:
        return
    laptop = school.any_laptop()
    if laptop in school.hubs or laptop is school.stolen:
        return
    laptop.stop()
    clone = laptop.cloned(f"{laptop.name}-copia{len(school.laptops)}", school.folder)
    school.forked.add(laptop.device)
    if clone.machine == laptop.machine:
        school.twins.add(laptop.device)
    school.laptops.append(clone)


def erase(school: School) -> None:
    """The technician has a pupil forgotten."""
    if school.erasures < MOST_ERASURES and school.chance.random() < 0.5:
        fact = PersonErased(erased=PUPILS[school.erasures])
        laptop = school.any_new()
        if school.quietly(laptop, lambda one: one.record([fact], staff("technician"))):
            school.erasures += 1


def steal(school: School) -> None:
    """A laptop is stolen; the root revokes it up to what the region holds, and the thief works on."""
    laptop = school.laptops[2]
    if school.stolen is not None or laptop.device in school.forked:
        return
    points = tuple(
        LastGood(*_astuple_of(state))
        for state in school.region.store.states(laptop.scopes)
        if state.stream.device == laptop.device
    )
    school.revocation = issue_revocation(ROOT, Revocation(1, laptop.device, START_MS, points))
    school.stolen = laptop
    school.good = school.region.marks_of_device(laptop.device)
    for mark in school.only_at(laptop):  # gone with it, whoever wrote it
        school.acknowledged.pop(mark, None)
    school.say_it_was_stolen()


def turn_clock(school: School) -> None:
    """A clock jumps: a dead battery, a wrong year."""
    school.any_laptop().clock.pass_ms(school.chance.randrange(-30, 90) * DAY_MS)


def forget(school: School) -> None:
    """What a laptop remembered of the others is gone."""
    school.any_laptop().memories.clear()


def close_year(school: School) -> None:
    """A laptop packs what is older than some day: a few facts are a run here, and a year may end in any month."""
    chance = school.chance
    laptop = chance.choice(school.laptops)
    ledger = laptop.writing._ledger
    ledger.sign_heads(laptop.seed)
    until_ms = laptop.clock.now_ms() + chance.choice([1, chance.randrange(-60, 60) * DAY_MS])
    for _ in ledger.pack(until_ms, least=chance.choice([1, 4])):
        continue
    ledger.pack_acts()


def _astuple_of(state: StreamState) -> tuple[bytes, int, str, int, bytes]:
    """A point of a stream, as a revocation names it."""
    return (*msgspec.structs.astuple(state.stream), state.seq, state.chain)


HAPPENINGS: dict[Callable[[School], None], int] = {
    write: 30,
    teach: 7,
    forge: 3,
    call_region: 14,
    call_hub: 14,
    use_stick: 7,
    spoil_stick: 3,
    push: 8,
    replay: 3,
    copy_disk: 3,
    restore_disk: 2,
    clone_disk: 1,
    erase: 2,
    steal: 1,
    turn_clock: 2,
    School.admit_late: 1,
    School.update: 1,
    forget: 2,
    close_year: 3,
}


def live(school: School, steps: int = STEPS) -> None:
    """The year of a school."""
    for happening in school.chance.choices(list(HAPPENINGS), list(HAPPENINGS.values()), k=steps):
        school.let(happening)
