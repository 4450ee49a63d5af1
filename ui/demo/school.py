"""Founds the school of Valdoro on this machine: three laptops with folders of their own, and a region."""

import secrets
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from content.bundled import build_bundled, bundled_sources
from content.disk import disk_told
from scuola_digitale.clock import SetClock, SystemClock
from scuola_digitale.domain.facts import (
    Fact,
    GroupFieldSet,
    PersonId,
    PupilAdded,
    PupilFieldSet,
    TaskSet,
    WordSent,
    WorkFieldSet,
)
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.storage.founding import found_school
from scuola_digitale.storage.school_store import School
from ui.demo import valdoro
from ui.demo.life import live_earlier, live_this_morning, live_yesterday
from ui.home import Home
from ui.shelf import Shelf

_DAY_MS = 86_400_000
_BEGAN_DAYS_AGO = 4
"""Long enough that some of what was learnt is due for review."""
MORNING_MS = 60 * 60_000
"""How long ago this morning's work began: the acts are a minute apart, and there are some fifty."""

READY = "pronta"


class DemoSchool(msgspec.Struct, frozen=True):
    """The demo school as it lies on the disk."""

    folder: Path

    def laptop(self, number: int) -> Home:
        """The home of a laptop, from 0."""
        return Home(self.folder / f"portatile-{number + 1}")

    @property
    def region(self) -> Path:
        """The folder of its region."""
        return self.folder / "regione"

    @property
    def is_ready(self) -> bool:
        """Whether it was founded to the end."""
        return (self.folder / READY).exists()

    def card(self) -> tuple[str, bytes]:
        """What the region registers: the school's id in hexadecimal and its root's public key."""
        school_id, root_key = (self.folder / READY).read_text(encoding="ascii").split()
        return school_id, bytes.fromhex(root_key)


def found_valdoro(folder: Path, tell: Callable[[str], None], *, morning: bool) -> DemoSchool:
    """Founds the school anew in `folder`, with yesterday and some days before already lived.

    A half-founded school of an earlier time is swept away first.

    Args:
        folder: where everything goes.
        tell: hears each step in words.
        morning: whether this morning's work is begun as well, so that the board is alive.

    Raises:
        DiskFullError, DiskRefusedError: the folder cannot be filled; the next time it is swept away.
    """
    with disk_told(folder):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return _found(DemoSchool(folder), tell, morning=morning)


def _found(demo: DemoSchool, tell: Callable[[str], None], *, morning: bool) -> DemoSchool:
    clock = SetClock(SystemClock().now_ms() - _BEGAN_DAYS_AGO * _DAY_MS)
    founding = found_school(plesso=valdoro.PLESSO, plesso_name=valdoro.PLESSO_NAME, clock=clock)
    tell("Fondo la scuola di Valdoro: tre portatili, dodici bambini, una maestra, un tecnico…")
    teacher, technician = valdoro.STAFF
    # The technician first: a school's root needs a keeper.
    _, teacher_id = (
        founding.staff(one.name, one.title, one.role, valdoro.STAFF_PASSWORD) for one in (technician, teacher)
    )
    laptops = [
        founding.laptop(demo.laptop(number).ready().school, label)
        for number, label in enumerate(valdoro.LAPTOPS)
    ]
    _enrol(laptops[valdoro.TEACHER_LAPTOP], teacher_id, clock)
    founding.share()
    tell("Porto le lezioni sui tre portatili…")
    _fill_shelves(demo, tell)
    live_earlier(laptops, demo.laptop(0), clock)
    clock.ms = SystemClock().now_ms() - _DAY_MS
    live_yesterday(laptops, demo.laptop(0), clock)
    _send_words(laptops[valdoro.TEACHER_LAPTOP], teacher_id)
    if morning:
        clock.ms = SystemClock().now_ms() - MORNING_MS
        live_this_morning(laptops, demo.laptop(0), clock)
    founding.share()
    for laptop in laptops:
        laptop.close()
    (demo.folder / READY).write_text(
        f"{founding.school_id.hex()} {founding.root_key.hex()}", encoding="ascii"
    )
    return demo


def _send_words(school: School, teacher: bytes) -> None:
    """A word of the teacher's to three of them."""
    author = school.unlock(teacher, valdoro.STAFF_PASSWORD)
    persons = {pupil.name: pupil.person for pupil in school.pupils()}
    school.record([WordSent(person=persons[name], text=text) for name, text in valdoro.WORDS], author=author)


def _enrol(school: School, teacher: bytes, clock: SetClock) -> None:
    """The teacher's first evening: the roster and the work."""
    author = school.unlock(teacher, valdoro.STAFF_PASSWORD)
    persons = {pupil.name: secrets.token_bytes(16) for pupil in valdoro.PUPILS}
    school.record([*_group(), *_roster(persons)], author=author)
    for work in valdoro.WORKS:
        clock.pass_ms(1_000)
        school.record(list(_work(*work)), author=author)


def _group() -> Iterable[Fact]:
    grades = ",".join(dict.fromkeys(pupil.grade.value for pupil in valdoro.PUPILS))
    yield GroupFieldSet(group_id=valdoro.GROUP, field="name", value=valdoro.GROUP_NAME)
    yield GroupFieldSet(group_id=valdoro.GROUP, field="grades", value=grades)


def _roster(persons: dict[str, PersonId]) -> Iterable[Fact]:
    for pupil in valdoro.PUPILS:
        person = persons[pupil.name]
        yield PupilAdded(person=person)
        yield PupilFieldSet(person=person, field="name", value=pupil.name)
        yield PupilFieldSet(person=person, field="grade", value=pupil.grade.value)
        yield PupilFieldSet(person=person, field="avatar", value=pupil.avatar)
        yield PupilFieldSet(person=person, field="group", value=valdoro.GROUP)
        if pupil.figures:
            yield PupilFieldSet(person=person, field="figures", value=" ".join(pupil.figures))
        if pupil.card:
            yield PupilFieldSet(person=person, field="card", value=pupil.card)


def _work(work_id: str, theme: str, lessons: dict[Grade, str]) -> Iterable[Fact]:
    yield WorkFieldSet(work_id=work_id, field="theme", value=theme)
    yield WorkFieldSet(work_id=work_id, field="group", value=valdoro.GROUP)
    for grade, lesson_ref in lessons.items():
        yield TaskSet(work_id=work_id, grade=grade, lesson_ref=lesson_ref)


def _fill_shelves(demo: DemoSchool, tell: Callable[[str], None]) -> None:
    with TemporaryDirectory() as room:
        packs = build_bundled(Path(room), bundled_sources())
        for number in range(len(valdoro.LAPTOPS)):
            with Shelf.opened(demo.laptop(number)) as shelf:
                shelf.install_all(packs)
                if number == 0:
                    tell("Preparo la ricerca…")
                    shelf.wait_until_searchable()
