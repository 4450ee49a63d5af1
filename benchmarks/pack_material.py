"""Packs of a given size for the figures: the same words and bytes at every run."""

import random
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path

from content.pack_head import PackHead
from content.packing.build import BuiltPack, build_pack
from content.reading import PackSource
from scuola_digitale.domain.lesson import Lesson, LessonHead
from scuola_digitale.domain.school_terms import Area, Grade

_SYLLABLES = [
    "la",
    "re",
    "mi",
    "to",
    "ca",
    "ne",
    "so",
    "pi",
    "da",
    "vu",
    "sto",
    "gra",
    "che",
    "tri",
    "fon",
    "ta",
    "mon",
    "bri",
    "cia",
    "lo",
]


class Material:
    """Makes sources in `folder`; texts have the length and about the variety of a lesson in Italian."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._chance = random.Random(8)
        words = range(4000)
        self._words = ["".join(self._chance.choices(_SYLLABLES, k=self._chance.randint(1, 4))) for _ in words]
        # Added up once: every lesson of a hundred thousand asks for them.
        self._weights = list(accumulate(1 / (rank + 3) for rank in words))

    def text(self, size: int) -> bytes:
        """So many bytes of words."""
        words = self._chance.choices(self._words, cum_weights=self._weights, k=size // 4)
        return " ".join(words).encode()[:size]

    def noise(self, size: int) -> bytes:
        """Bytes that no compression makes fewer, as of a picture or a film."""
        return self._chance.randbytes(size)

    def write(self, name: str, files: Iterable[tuple[str, bytes]]) -> dict[str, int]:
        """Writes a source folder; gives each path with its size."""
        sizes = {}
        for path, data in files:
            file = self._folder / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            sizes[path] = len(data)
        return sizes

    def build(self, name: str, paths: Iterable[str], edition: int = 1) -> BuiltPack:
        """Builds what was written; every Markdown file is a lesson."""
        head = PackHead(
            pack_id=f"marche/{name}", title=f"Pacchetto {name}", area=Area.SCUOLA, edition=edition
        )
        paths = tuple(paths)
        lessons = tuple(_lesson(head, path) for path in paths if path.endswith(".md"))
        return build_pack(PackSource(self._folder / name, head, lessons, paths), self._folder / "pacchetti")

    def small_files(self, name: str, count: int, size: int) -> BuiltPack:
        """A pack of many files of the same size, one half words and one half pictures."""
        files = (
            (f"dati/{number // 500:03}/{number:06}.txt", self.text(size))
            if number % 2
            else (f"figure/{number // 500:03}/{number:06}.png", self.noise(size))
            for number in range(count)
        )
        return self.build(name, self.write(name, files))


def _lesson(head: PackHead, path: str) -> Lesson:
    name = Path(path).stem
    return Lesson(
        head=LessonHead(
            ref=f"{head.publisher}/{name}",
            pack=head.pack_id,
            path=path,
            title=f"Lezione {name}",
            area=head.area,
            subject="scienze",
            summary=f"Che cosa si vede e si conta nella lezione {name}.",
            minutes=25,
            grades=(Grade.P3,),
            edition=head.edition,
            exercises=("es-1", "es-2", "es-3"),
        ),
        blocks=(),
    )
