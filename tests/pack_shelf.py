"""A region's shelf in a folder with quick keys, laptops that trust it, and places that behave badly, for tests."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from content.library.library import Library
from content.library.records import InstalledPack
from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.storage.staff_keys import Effort
from sync.errors import LineDownError
from sync.packs.downloading import Tell
from sync.packs.getting import PackGetter
from sync.packs.http_place import HttpPlace
from sync.packs.meter import Limits, LineMeter
from sync.packs.places import FolderPlace, Place
from sync.packs.trust import PackTrust
from sync.region.serving import EmbeddedRegion
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

    def laptop(self, name: str = "portatile", *, school_id: str = "") -> "PackLaptop":
        """A laptop that trusts this region."""
        return PackLaptop(self.folder / name, self.trust(name), self.clock, school_id)


@dataclass
class PackLaptop:
    """A library, its trust and its cellar."""

    folder: Path
    trust: PackTrust
    clock: Clock
    school_id: str = ""

    def __post_init__(self) -> None:
        self.library = Library(self.folder / "biblioteca")

    def getter(
        self,
        *places: Place,
        limits: Limits | None = None,
        patience: Sequence[float] = (),
        unheard: bool = False,
    ) -> PackGetter:
        """Gets packs from these places, and gives up at the first cut unless told otherwise."""
        cellar = self.folder / "scarichi"
        self.meter = LineMeter(cellar / "linea.json", self.clock, limits)
        return PackGetter(
            self.library,
            self.trust,
            places,
            cellar,
            self.meter,
            school_id=self.school_id,
            patience=patience,
            unheard=unheard,
        )

    def get(self, pack_id: str, *places: Place, tell: Tell | None = None) -> InstalledPack:
        """Gets a pack."""
        return self.getter(*places).get(pack_id, tell)

    def close(self) -> None:
        """Closes the library."""
        self.library.close()


@dataclass(eq=False)
class BadPlace:
    """A place over a folder that counts what it gives, may cut the line, and may change what it gives.

    Attributes:
        cut_every: bytes after which the line drops, each time; None for never.
        change: given a path and the file's bytes, what to give instead.
        given: bytes given so far, by path.
    """

    folder: Path
    name: str = "la regione"
    is_near: bool = False
    cut_every: int | None = None
    change: Callable[[str, bytes], bytes] | None = None
    given: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._left = self.cut_every

    @property
    def total(self) -> int:
        """Bytes given so far."""
        return sum(self.given.values())

    @contextmanager
    def read(self, path: str, start: int = 0) -> Iterator[Iterator[bytes]]:
        """The bytes of a file, until the line drops."""
        with FolderPlace(self.folder, self.name).read(path, 0) as pieces:
            data = b"".join(pieces)
        yield self._pieces(path, (self.change(path, data) if self.change else data)[start:])

    def _pieces(self, path: str, data: bytes) -> Iterator[bytes]:
        for begin in range(0, len(data), 8192):
            piece = data[begin : begin + 8192]
            if self._left is not None:
                if self._left < len(piece):
                    self._left = self.cut_every
                    raise LineDownError
                self._left -= len(piece)
            self.given[path] = self.given.get(path, 0) + len(piece)
            yield piece


Serve = Callable[[Path], AbstractContextManager[Place]]


@contextmanager
def as_folder(shelf: Path) -> Iterator[Place]:
    """The region as a plain folder."""
    yield FolderPlace(shelf, "la cartella")


@contextmanager
def over_the_line(shelf: Path) -> Iterator[Place]:
    """The real region in process, over HTTP."""
    server = EmbeddedRegion(shelf.parent / "server", shelf=PackShelf(shelf))
    place = HttpPlace(f"{server.start()}/packs")
    try:
        yield place
    finally:
        place.close()
        server.stop()
