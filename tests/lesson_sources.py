"""Small sources of lessons and packs, for whoever tests the reader."""

from pathlib import Path

from content.pack_head import PackHead
from content.problems import Problem
from content.reading import read_lesson
from scuola_digitale.domain.exercise import Exercise
from scuola_digitale.domain.lesson import AnyBlock, ExerciseBlock, Lesson
from scuola_digitale.domain.school_terms import Area

HEAD = PackHead(pack_id="marche/prova", title="Prova", area=Area.SCUOLA, edition=3, authors=("Paola",))
FRONT = "---\nid: lezione-prova\ntitolo: Una prova\nmateria: scienze\nclassi: [P3]\n---\n"
FRONT_LINES = FRONT.count("\n")
CARD = "id: prova\neditore: marche\ntitolo: Prova\narea: scuola\nlicenza: CC-BY-SA-4.0\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="3"/></svg>'


def read(body: str, front: str = FRONT) -> tuple[Lesson | None, tuple[Problem, ...]]:
    """A lesson read from its source, with what there is to mend in it."""
    return read_lesson((front + body).encode(), path="lezioni/prova.md", head=HEAD)


def blocks_of(body: str) -> tuple[AnyBlock, ...]:
    """The blocks of a body that must have nothing wrong."""
    lesson, problems = read(body)
    assert lesson is not None
    assert problems == ()
    return lesson.blocks


def exercise_of(yaml: str) -> Exercise:
    """The one exercise of a fence that must have nothing wrong."""
    (block,) = blocks_of(fence(yaml))
    assert isinstance(block, ExerciseBlock)
    return block.exercise


def fence(yaml: str) -> str:
    """An exercise as it stands in a lesson."""
    return f"```esercizio\n{yaml.strip()}\n```\n"


def write_pack(
    folder: Path, lessons: dict[str, str], files: dict[str, bytes] | None = None, card: str = CARD
) -> Path:
    """A pack's folder with lessons by name."""
    (folder / "lezioni").mkdir(parents=True)
    (folder / "pacchetto.yml").write_text(card, "utf-8")
    for name, text in lessons.items():
        (folder / "lezioni" / f"{name}.md").write_text(text, "utf-8")
    for path, data in (files or {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder
