"""A shelf with the bundled lessons, read from their sources, and one lesson that has a bit of everything."""

from functools import cache
from pathlib import Path

import msgspec
from library_in_memory import ShelfInMemory

from content.pack_head import PackHead
from content.reading.lesson import read_lesson
from content.reading.pack import read_pack
from scuola_digitale.domain.lesson import Lesson, LessonHead
from scuola_digitale.domain.school_terms import Area, Grade
from scuola_digitale.errors import ScuolaError

SOURCES = Path(__file__).parent.parent / "content" / "packs"


class LessonShelf(ShelfInMemory):
    """Lessons by their ref: those given, then the bundled ones; pictures from the sources' folders."""

    def __init__(self, *lessons: Lesson, files: dict[str, bytes] | None = None) -> None:
        super().__init__()
        self._given = {lesson.head.ref: lesson for lesson in lessons}
        self._files = files or {}

    def lesson(self, ref: str) -> Lesson:
        return self._given[ref] if ref in self._given else bundled(ref)

    def file(self, pack_id: str, path: str) -> bytes:
        if path in self._files:
            return self._files[path]
        found = SOURCES / pack_id.partition("/")[2] / path
        if not found.is_file():
            raise ScuolaError("Il file manca.", remedy="Installa di nuovo il pacchetto.")
        return found.read_bytes()


def bundled(ref: str) -> Lesson:
    """A lesson of the bundled packs, by its ref."""
    name = ref.partition("/")[2]
    path = next(SOURCES.glob(f"*/lezioni/{name}.md"), None)
    if path is None:
        raise ScuolaError(f"La lezione «{ref}» non c'è.", remedy="Cercala in Biblioteca.")
    lesson, _ = read_lesson(path.read_bytes(), path=f"lezioni/{path.name}", head=_card(path.parent.parent))
    assert lesson is not None
    return lesson


@cache
def _card(folder: Path) -> PackHead:
    source, _ = read_pack(folder)
    assert source is not None
    return source.head


def bundled_refs() -> list[str]:
    """Refs of every bundled lesson."""
    return sorted(f"marche/{path.stem}" for path in SOURCES.glob("*/lezioni/*.md"))


def lesson_of(*blocks: object, ref: str = "marche/prova", **more: object) -> Lesson:
    """A lesson made of these blocks."""
    head = LessonHead(
        ref=ref,
        pack="marche/scuola",
        path="lezioni/prova.md",
        title="Una prova",
        area=Area.SCUOLA,
        subject="matematica",
        grades=(Grade.P4,),
        minutes=15,
    )
    made: Lesson = msgspec.convert(
        msgspec.to_builtins(Lesson(head=head, blocks=blocks, **more)),  # type: ignore[arg-type]
        Lesson,
    )
    return made
