"""Schools founded for a test: small, quick to unlock, with a clock that stands still."""

import random
from pathlib import Path

from format_samples import START_MS

from scuola_digitale.clock import SetClock, SystemClock
from scuola_digitale.domain.facts import (
    Fact,
    GroupFieldSet,
    PersonId,
    PupilAdded,
    PupilFieldSet,
    TaskSet,
    WorkFieldSet,
)
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.format.certificates import Certificate
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.founding import Founding, found_school
from scuola_digitale.storage.office import Office
from scuola_digitale.storage.replica import Replica, Taken
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import Effort, UnlockedStaff

PASSWORD = "sasso e prugnolo"
NEW_PASSWORD = "tre rane e un fosso"
QUICK = Effort(1, 8192)


class TestSchool:
    """A founded school with laptops, a teacher and a technician; closes what it opened.

    Attributes:
        laptops: opened, in the order of their making.
        teacher, technician: unlocked on the first laptop.
    """

    __test__ = False

    def __init__(self, folder: Path, *, laptops: int = 1, random_seed: int = 5) -> None:
        self.clock = SetClock(START_MS)
        self.folder = folder
        self.random = random.Random(random_seed).randbytes
        self.founding: Founding = found_school(
            plesso="piandisasso",
            plesso_name="Pian di Sasso",
            clock=self.clock,
            random=self.random,
            effort=QUICK,
        )
        self.laptops = [
            self.founding.laptop(folder / f"portatile-{number}", f"Portatile {number}")
            for number in range(1, laptops + 1)
        ]
        self.technician_id = self.founding.staff("Elvio", "tecnico", "tecnico", PASSWORD)
        self.teacher_id = self.founding.staff("Nives", "maestra", "insegnante", PASSWORD)

    @property
    def first(self) -> School:
        """The first laptop."""
        return self.laptops[0]

    @property
    def teacher(self) -> UnlockedStaff:
        """The teacher's keys."""
        return self.first.unlock(self.teacher_id, PASSWORD)

    @property
    def technician(self) -> UnlockedStaff:
        """The technician's keys."""
        return self.first.unlock(self.technician_id, PASSWORD)

    def certificate_of(self, laptop: School) -> Certificate:
        """A laptop's certificate."""
        return self.first.certificates()[laptop.identity.device]

    def pupil(self, name: str, grade: Grade = Grade.P3) -> PersonId:
        """Puts a pupil into the roster, from the first laptop."""
        person = self.random(16)
        fields = {"name": name, "grade": str(grade), "avatar": "lupo", "group": "g1"}
        facts: list[Fact] = [PupilAdded(person=person)]
        facts += [
            PupilFieldSet(person=person, field=field, value=value)  # type: ignore[arg-type]
            for field, value in fields.items()
        ]
        self.first.record(facts, author=self.teacher)
        return person

    def founder(self) -> Office:
        """The technician's office on the first laptop."""
        return self.first.office(self.technician, effort=QUICK)

    def assign(self, work_id: str = "00112233aabbccdd") -> None:
        """Assigns one theme with two tasks, from the first laptop."""
        self.first.record(
            [
                GroupFieldSet(group_id="g1", field="name", value="Pluriclasse"),
                GroupFieldSet(group_id="g1", field="grades", value="P3,P5"),
                WorkFieldSet(work_id=work_id, field="theme", value="Le frazioni"),
                WorkFieldSet(work_id=work_id, field="group", value="g1"),
                TaskSet(work_id=work_id, grade=Grade.P5, lesson_ref="marche/frazioni-2"),
                TaskSet(work_id=work_id, grade=Grade.P3, lesson_ref="marche/frazioni", exercises=("a", "b")),
            ],
            author=self.teacher,
        )

    def reopen(self, number: int = 0) -> School:
        """Closes a laptop and opens it again."""
        folder = self.laptops[number].folder
        self.laptops[number].close()
        self.laptops[number] = School.open(folder, clock=self.clock, random=self.random)
        return self.laptops[number]

    def close(self) -> None:
        """Closes every laptop."""
        for laptop in self.laptops:
            laptop.close()


def found_small_school(folder: Path) -> None:
    """Founds a school of one laptop and nobody in it, whose memory lies in a folder; it is closed again."""
    founding = found_school(plesso="valdoro", plesso_name="Valdoro", clock=SystemClock(), effort=QUICK)
    founding.laptop(folder, "Portatile Faggio").close()


def staff_names(laptop: School) -> list[str]:
    """The staff who may come in now, in order of name."""
    return [member.name for member in laptop.staff()]


def pass_on(giver: Replica, taker: Replica) -> Taken:
    """Gives one replica everything the other holds."""
    giver.sign_heads()
    scopes = giver.scopes()
    held = PeerVector.of(taker.states(scopes))
    return taker.take(giver.segments_after(held, scopes, 1 << 30), scopes)
