"""Laptops of one school that offer lessons of their own to each other, for tests."""

from pathlib import Path

from lesson_sources import CARD
from packs import lesson_text
from school_samples import PASSWORD, TestSchool

from content.library.library import Library
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import UnlockedStaff
from sync.http_carrier import HttpLine
from sync.packs.downloading import Downloader
from sync.packs.meter import Limits, LineMeter
from sync.packs.places import Place
from sync.packs.school.deposit import Deposit
from sync.packs.school.keeping import SchoolPackKeeper, debt_to, entrust
from sync.packs.school.offering import PackOffering
from sync.packs.school.store import SealedStore

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
