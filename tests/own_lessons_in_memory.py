"""A school's own lessons without a disk: one pack of the teacher who looks, one of a colleague."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import msgspec

from content.problems import Problem
from scuola_digitale.domain.school_terms import Area
from scuola_digitale.school import Author
from ui.presenters.offering import LessonCheck, OwnPack

MINE = OwnPack(
    pack_id="scuola-0/orto",
    title="Il nostro orto",
    area=Area.SCUOLA,
    edition=2,
    lessons=3,
    size=48_000,
    author="Paola",
    is_mine=True,
    is_here=True,
)
COLLEAGUE = msgspec.structs.replace(
    MINE, pack_id="scuola-0/monte", title="Sul monte", author="Remo", is_mine=False, is_here=False
)
MISTAKE = Problem("lezioni/semi.md", 3, "Manca `titolo`.", "Aggiungi una riga `titolo: …`.")
ADVICE = Problem("pacchetto.yml", 0, "Non è scritta la licenza.", "Aggiungi `licenza:`.", blocking=False)


class Outcome(NamedTuple):
    """What came of an offer."""

    title: str
    edition: int
    is_new_edition: bool


@dataclass
class OwnLessonsInMemory:
    """Folders whose name has `errori` in it have mistakes; all others can be offered."""

    offered: list[OwnPack] = field(default_factory=lambda: [MINE, COLLEAGUE])
    begun: list[str] = field(default_factory=list)

    def packs(self, author: Author) -> tuple[OwnPack, ...]:
        return tuple(self.offered)

    def check(self, folder: Path) -> LessonCheck:
        problems = (MISTAKE, ADVICE) if "errori" in folder.name else (ADVICE,)
        return LessonCheck(title="Le api", lessons=2, problems=problems)

    def offer(self, folder: Path, author: Author) -> Outcome:
        self.offered.append(msgspec.structs.replace(MINE, pack_id="scuola-0/api", title="Le api", edition=1))
        return Outcome("Le api", 1, is_new_edition=True)

    def withdraw(self, pack_id: str, author: Author) -> str:
        [gone] = [pack for pack in self.offered if pack.pack_id == pack_id]
        self.offered.remove(gone)
        return gone.title

    def begin(self, folder: Path) -> None:
        self.begun.append(folder.name)
