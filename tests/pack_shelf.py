"""A region's shelf in a folder, with quick keys, for tests."""

from dataclasses import dataclass, field
from pathlib import Path

from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.storage.staff_keys import Effort
from sync.packs.places import FolderPlace
from sync.packs.trust import PackTrust
from sync.region.shelf.keys import KeyFolder
from sync.region.shelf.shelf import PackShelf

QUICK = Effort(1, 8 << 10)


@dataclass
class RegionShelf:
    """A shelf that was begun, its keys, and laptops that trust it."""

    folder: Path
    clock: Clock = field(default_factory=SystemClock)

    def __post_init__(self) -> None:
        self.shelf = PackShelf(self.folder / "scaffale", self.clock)
        if not self.shelf.files.exist():
            self.shelf.begin(self.keys())

    def keys(self, *folders: Path) -> KeyFolder:
        """The offline keys, all in one folder where no others are given."""
        return KeyFolder(folders or (self.folder / "chiavi",), lambda name: f"parola di {name}", effort=QUICK)

    @property
    def place(self) -> FolderPlace:
        """The shelf as a plain folder."""
        return FolderPlace(self.shelf.folder, "la regione")

    def first_root(self) -> bytes:
        """What a laptop is given when it joins."""
        return (self.shelf.files.folder / "1.root.json").read_bytes()

    def trust(self, name: str = "portatile") -> PackTrust:
        """The trust of a laptop."""
        trust = PackTrust(self.folder / name / "fiducia")
        trust.begin(self.first_root())
        return trust
