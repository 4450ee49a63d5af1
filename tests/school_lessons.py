"""Laptops of one school that offer lessons of their own to each other, for tests."""

import random
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from lesson_sources import CARD
from packs import lesson_text
from school_samples import PASSWORD, TestSchool, pass_on

from content.library.library import Library
from scuola_digitale.domain.school_packs import school_publisher
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import UnlockedStaff
from sync.http_carrier import HttpLine
from sync.packs.downloading import Downloader
from sync.packs.http_place import HttpPlace
from sync.packs.meter import Limits, LineMeter
from sync.packs.places import Place
from sync.packs.school.deposit import Deposit, deposit_path
from sync.packs.school.keeping import SchoolPackKeeper, debt_to, entrust
from sync.packs.school.offering import PackOffering
from sync.packs.school.sealed_pack import PIECE_BYTES
from sync.packs.school.store import SealedStore
from sync.region.deposits import SchoolDeposits
from sync.region.serving import EmbeddedRegion
from sync.syncer import Syncer

SOUND = b"RIFF\0\0\0\0WAVE" + random.Random(3).randbytes(2 * PIECE_BYTES + 4321)
ORCHARD = {"semi": "Il seme dorme sotto la neve.\n\n![la pioggia](../media/pioggia.wav)"}
CARD_OF_A_TEACHER = CARD.replace("id: prova", "id: orto").replace("marche", "maestra-nives")


class LessonLaptop:
    """A laptop's school, library and sealed pieces."""

    def __init__(self, folder: Path, school: TestSchool, number: int) -> None:
        self.folder = folder / f"lezioni-{number}"
        self._school, self._number = school, number
        self.library = Library(self.folder / "biblioteca")
        self.store = SealedStore(self.folder / "lezioni")

    @property
    def school(self) -> School:
        """Its memory."""
        return self._school.laptops[self._number]

    @property
    def teacher(self) -> UnlockedStaff:
        """The teacher, at this laptop."""
        return self.school.unlock(self._school.teacher_id, PASSWORD)

    def keeper(self, *places: Place, limits: Limits | None = None) -> SchoolPackKeeper:
        """What looks after the school's packs, over these places."""
        self.meter = LineMeter(self.folder / "scarichi" / "linea.json", self._school.clock, limits)
        downloader = Downloader(places, self.meter, patience=())
        return SchoolPackKeeper(self.school, self.library, self.store, self.folder / "scarichi", downloader)

    @property
    def offering(self) -> PackOffering:
        """What offers a teacher's lessons."""
        return PackOffering(self.school, self.library, self.store, self.keeper())

    def entrust(self, url: str) -> int:
        """Brings what is sealed to whoever serves at `url`; gives how many pieces."""
        memory = self.folder / "affidati"
        debt = debt_to(self.keeper(), memory)
        if debt is None:
            return 0
        line = HttpLine(url)
        deposit = Deposit(self.school, url, line, self._school.clock)
        try:
            return entrust(debt, self.store, deposit, memory)
        finally:
            line.close()

    def close(self) -> None:
        """Closes the library."""
        self.library.close()


@contextmanager
def lesson_laptops(folder: Path, school: TestSchool) -> Iterator[list[LessonLaptop]]:
    """Every laptop of a school with its lessons; at the first one sits the teacher."""
    with ExitStack() as stack:
        yield [
            stack.enter_context(closing(LessonLaptop(folder, school, number)))
            for number in range(len(school.laptops))
        ]


@contextmanager
def region_with_room(folder: Path, school: TestSchool) -> Iterator[EmbeddedRegion]:
    """A region that knows the school and keeps two megabytes of sealed pieces for it."""
    deposits = SchoolDeposits(folder / "depositi", 2_000_000)
    served = EmbeddedRegion(folder / "regione", clock=school.clock, deposits=deposits)
    served.register(school.first.school_id.hex(), school.founding.root_key)
    try:
        yield served
    finally:
        served.stop()


def orchard(folder: Path) -> Path:
    """The teacher's folder: a lesson on seeds, with a sound of rain."""
    return write_lessons(folder / "orto", ORCHARD, files={"media/pioggia.wav": SOUND})


def write_lessons(folder: Path, lessons: dict[str, str], *, files: dict[str, bytes] | None = None) -> Path:
    """A teacher's folder: each lesson's name and what it says."""
    (folder / "lezioni").mkdir(parents=True, exist_ok=True)
    (folder / "pacchetto.yml").write_text(CARD_OF_A_TEACHER, encoding="utf-8")
    for name, body in lessons.items():
        text = lesson_text(name, name.capitalize(), body)
        (folder / "lezioni" / f"{name}.md").write_text(text, encoding="utf-8")
    for path, data in (files or {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def sync(laptop: LessonLaptop, url: str) -> None:
    """Exchanges facts with a region."""
    syncer = Syncer(laptop.school, url, laptop.school._clock)
    assert syncer.sync_once().problem is None
    syncer.close()


def place_at(laptop: LessonLaptop, url: str) -> HttpPlace:
    """Where a region keeps the school's pieces."""
    return HttpPlace(url + deposit_path(laptop.school.school_id.hex()).removesuffix("/blobs"))


def pack_id(school: TestSchool) -> str:
    """The id of the teacher's pack."""
    return f"{school_publisher(school.first.school_id.hex())}/orto"


def ref(school: TestSchool, lesson: str = "semi") -> str:
    """One of its lessons."""
    return f"{school_publisher(school.first.school_id.hex())}/{lesson}"


def give_facts(school: TestSchool, number: int = 1) -> None:
    """Another laptop hears all that the first knows."""
    pass_on(school.first.replica, school.laptops[number].replica)


def get(laptop: LessonLaptop, *places: Place) -> None:
    """Gets all that comes by itself from these places."""
    cared = laptop.keeper(*places).care()
    assert cared.troubles == ()
