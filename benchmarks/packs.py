"""Figures of packs: installing against copying, what an update and a look for news cost, memory, what cuts cost."""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.measuring import print_figures
from benchmarks.pack_material import Material
from benchmarks.relays import CutLine
from content.library.library import Library
from content.packing.build import BuiltPack
from scuola_digitale.clock import SystemClock
from scuola_digitale.storage.staff_keys import Effort
from sync.packs.getting import PackGetter
from sync.packs.http_place import HttpPlace
from sync.packs.meter import LineMeter
from sync.packs.trust import PackTrust
from sync.region.serving import EmbeddedRegion
from sync.region.shelf.keys import KeyFolder
from sync.region.shelf.shelf import PackShelf

_OTHER_PACKS = 40
_PAIRS = 5
"""Copies and installations in turn, so that what else the machine does meets both; the median counts."""
_MEMORY_PROBE = """
import sys, threading, psutil
from pathlib import Path
from content.library.library import Library
library = Library(Path(sys.argv[1]))
memory = psutil.Process().memory_info
before = most = memory().rss
done = threading.Event()
def watch():
    global most
    while not done.wait(0.005):
        most = max(most, memory().rss)
watching = threading.Thread(target=watch)
watching.start()
library.install(Path(sys.argv[2]))
done.set()
watching.join()
print((most - before) / 1e6)
"""


class CountingPlace:
    """A place over HTTP that counts answers and the bytes of their bodies."""

    is_near = False

    def __init__(self, url: str) -> None:
        self._place = HttpPlace(url)
        self.name = self._place.name
        self.bodies = self.answers = 0

    @contextmanager
    def read(self, path: str, start: int = 0) -> Iterator[Iterator[bytes]]:
        """As `HttpPlace.read`."""
        with self._place.read(path, start) as pieces:
            self.answers += 1
            yield self._counted(pieces)

    def _counted(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self.bodies += len(piece)
            yield piece


def measure(folder: Path) -> dict[str, float]:
    """Every figure, once."""
    material = Material(folder)
    figures = _install(material, folder)
    with ExitStack() as stack:
        figures |= _travel(material, folder, stack)
    return figures


def _install(material: Material, folder: Path) -> dict[str, float]:
    pack = material.small_files("diecimila", 10_000, 10_000)
    os.sync()  # what building left to write is not the copy's to pay, nor the installation's
    pairs = [
        (_copied(pack, folder / f"copia-{turn}"), _installed(pack, folder / f"biblioteca-{turn}"))
        for turn in range(_PAIRS)
    ]
    many = material.small_files("centomila", 100_000, 400)
    library = Library(folder / "grande")
    library.install(many.folder)
    began = time.perf_counter()
    broken = library.verify("marche/centomila")
    verify = time.perf_counter() - began
    library.close()
    if broken:
        raise SystemExit("a pack just installed is broken")
    return {
        "install_seconds": round(statistics.median(install for _, install in pairs), 2),
        "copy_seconds": round(statistics.median(copy for copy, _ in pairs), 2),
        "install_ratio": round(statistics.median(install / copy for copy, install in pairs), 2),
        "verify_seconds": round(verify, 2),
    }


def _copied(pack: BuiltPack, target: Path) -> float:
    began = time.perf_counter()
    subprocess.run(["cp", "-r", pack.folder, target], check=True)
    subprocess.run(["sync", "-f", target], check=True)
    return time.perf_counter() - began


def _installed(pack: BuiltPack, home: Path) -> float:
    library = Library(home)
    began = time.perf_counter()
    library.install(pack.folder)
    seconds = time.perf_counter() - began
    library.close()
    return seconds


def _travel(material: Material, folder: Path, stack: ExitStack) -> dict[str, float]:
    shelf = PackShelf(folder / "regione" / "scaffale")
    keys = KeyFolder([folder / "chiavi"], lambda _name: "parola", effort=Effort(1, 8 << 10))
    shelf.begin(keys)
    for number in range(_OTHER_PACKS):
        other = material.build(f"altro-{number}", material.write(f"altro-{number}", [("a.txt", b"a")]))
        shelf.publish(other.folder, keys)
    files = _large_pack(material)
    paths = material.write("grande", files)
    first = material.build("grande", paths)
    shelf.publish(first.folder, keys)
    region = EmbeddedRegion(folder / "server", shelf=shelf)
    url = f"{region.start()}/packs"
    stack.callback(region.stop)

    memory = _memory(folder, first)
    laptop = _Laptop(folder / "portatile", shelf)
    stack.callback(laptop.library.close)
    place = CountingPlace(url)
    laptop.getter(place).get("marche/grande")
    check = _nothing_new(laptop, place)
    changed = material.write("grande", [(path, material.text(4096)) for path, _ in files[:12]])
    shelf.publish(material.build("grande", {**paths, **changed}, edition=2).folder, keys)
    return {
        "update_bytes": _update(laptop, place),
        "check_bytes": check,
        "install_memory_mb": round(memory, 1),
        "resent_share": round(_resent(material, shelf, keys, url, folder), 4),
    }


def _large_pack(material: Material) -> list[tuple[str, bytes]]:
    """Two hundred megabytes: lessons, pictures, a film."""
    files = [(f"lezioni/lezione-{number:03}.md", material.text(4096)) for number in range(400)]
    files += [(f"figure/figura-{number:02}.png", material.noise(1_000_000)) for number in range(99)]
    return [*files, ("video/valle.mp4", material.noise(100_000_000))]


def _nothing_new(laptop: "_Laptop", place: CountingPlace) -> int:
    """Bytes that it costs to hear that nothing is new."""
    place.bodies = 0
    if any(novelty.is_new and novelty.installed for novelty in laptop.getter(place).check()):
        raise SystemExit("nothing should be new")
    return place.bodies


def _update(laptop: "_Laptop", place: CountingPlace) -> int:
    """Bytes that the second edition costs."""
    place.bodies = 0
    getter = laptop.getter(place)
    if getter.check()[-1].offer.edition != 2 or getter.get("marche/grande").head.edition != 2:
        raise SystemExit("the update did not come")
    return place.bodies


def _memory(folder: Path, pack: BuiltPack) -> float:
    """Megabytes by which installing 200 MB makes a process grow."""
    command = [sys.executable, "-c", _MEMORY_PROBE, str(folder / "memoria"), str(pack.folder)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _resent(material: Material, shelf: PackShelf, keys: KeyFolder, url: str, folder: Path) -> float:
    """The share of bodies that came twice over a line of 4 MB/s that falls every 700 kB."""
    files = [(f"figure/{number:03}.png", material.noise(20_000)) for number in range(200)]
    paths = material.write("cadute", [*files, ("video/valle.mp4", material.noise(16_000_000))])
    shelf.publish(material.build("cadute", paths).folder, keys)
    line = CutLine(url, rate=4_000_000, cut_every=700_000)
    laptop = _Laptop(folder / "in-valle", shelf)
    place = CountingPlace(line.url)
    laptop.patient = True
    found = laptop.getter(CountingPlace(url)).difference("marche/cadute")
    laptop.getter(place).get("marche/cadute")
    laptop.library.close()
    line.close()
    # What the relay let through, less the heads of the answers that arrived, against what was to come.
    heads = _head_bytes(url) * place.answers
    return (line.down - heads - found.size) / found.size


def _head_bytes(url: str) -> int:
    """Bytes of the head of an answer that brings a part of a blob."""
    parts = urlsplit(url)
    with socket.create_connection((parts.hostname, parts.port)) as line:
        line.sendall(b"GET /packs/metadata/1.root.json HTTP/1.1\r\nHost: x\r\nRange: bytes=1-\r\n\r\n")
        head, _, _ = line.recv(1 << 16).partition(b"\r\n\r\n")
    return len(head) + 4


class _Laptop:
    def __init__(self, home: Path, shelf: PackShelf) -> None:
        self.library = Library(home / "biblioteca")
        self.patient = False
        self._home = home
        self._trust = PackTrust(home / "fiducia")
        self._trust.begin((shelf.folder / "metadata" / "1.root.json").read_bytes())

    def getter(self, place: CountingPlace) -> PackGetter:
        """Gets packs from this place."""
        cellar = self._home / "scarichi"
        meter = LineMeter(cellar / "linea.json", SystemClock())
        patience = [0.01] * 5 if self.patient else ()
        return PackGetter(self.library, self._trust, [place], cellar, meter, patience=patience)


if __name__ == "__main__":
    _folder = Path(tempfile.mkdtemp(prefix="scuola-pacchetti-"))
    try:
        print_figures("packs", measure(_folder))
    finally:
        shutil.rmtree(_folder)
