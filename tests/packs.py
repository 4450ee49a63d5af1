"""Packs made by hand, for tests that need no reader."""

from pathlib import Path

from content.pack_head import PackHead
from content.packing.build import BuiltPack, build_pack
from content.reading import PackSource
from scuola_digitale.domain.lesson import Lesson, LessonHead
from scuola_digitale.domain.school_terms import Area, Grade

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="9" cx="10" cy="10"/></svg>\n' * 4
SMALL_SOUND = bytes(range(256)) * 8
LARGE_FILM = b"film" + bytes(range(251)) * 2000


def make_source(
    folder: Path,
    *,
    pack_id: str = "marche/acqua",
    edition: int = 1,
    lessons: tuple[str, ...] = ("sorgente", "fiume"),
    text: str = "L'acqua scende dal monte.",
    film: bytes = LARGE_FILM,
) -> PackSource:
    """A pack of a few lessons with a drawing, a small sound and a large film, as files and as values."""
    head = PackHead(pack_id=pack_id, title=f"Pacchetto {pack_id}", area=Area.SCUOLA, edition=edition)
    files = {f"lezioni/{name}.md": _markdown(name, text).encode() for name in lessons}
    files |= {"immagini/goccia.svg": SVG, "media/rumore.mp3": SMALL_SOUND, "media/piena.mp4": film}
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return PackSource(folder, head, tuple(_lesson(head, name) for name in lessons), tuple(files))


def make_pack(folder: Path, **kwargs: object) -> BuiltPack:
    """The same, built: sources in `folder/sorgenti-…`, the pack in `folder/pacchetti`."""
    number = len(list(folder.glob("sorgenti-*")))
    return build_pack(make_source(folder / f"sorgenti-{number}", **kwargs), folder / "pacchetti")  # type: ignore[arg-type]


def _lesson(head: PackHead, name: str) -> Lesson:
    return Lesson(
        head=LessonHead(
            ref=f"{head.publisher}/{name}",
            pack=head.pack_id,
            path=f"lezioni/{name}.md",
            title=name.capitalize(),
            area=head.area,
            subject="scienze",
            grades=(Grade.P2, Grade.P4) if name == "fiume" else (Grade.P3,),
            theme="acqua",
            cover="immagini/goccia.svg",
            edition=head.edition,
        ),
        blocks=(),
    )


def _markdown(name: str, text: str) -> str:
    return f"""---
id: {name}
titolo: {name.capitalize()}
materia: scienze
classi: [P3]
---

{text}

## Perché si muove

Dell'acqua che scorre nei laghi e nelle città parlano tutti.
"""


def write_source(folder: Path, lessons: dict[str, str], *, name: str = "prova", edition: int = 1) -> Path:
    """A source folder as a teacher writes it: `lessons` gives each file's name and its whole text."""
    card = f"id: {name}\neditore: marche\ntitolo: Pacchetto {name}\narea: scuola\nedizione: {edition}\n"
    (folder / "lezioni").mkdir(parents=True, exist_ok=True)
    (folder / "pacchetto.yml").write_text(card + "lingua: it\nlicenza: CC0-1.0\n", encoding="utf-8")
    for file, text in lessons.items():
        (folder / "lezioni" / file).write_text(text, encoding="utf-8")
    return folder


def lesson_text(name: str, title: str, body: str, *, subject: str = "scienze", grade: str = "P3") -> str:
    """A whole lesson file."""
    head = f'id: {name}\ntitolo: "{title}"\nmateria: {subject}\nclassi: [{grade}]\nsommario: {title}.\n'
    return f"---\n{head}---\n\n{body}\n"
