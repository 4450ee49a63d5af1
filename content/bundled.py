"""The packs that come with the program, trusted as part of it."""

from pathlib import Path

from scuola_digitale.errors import ScuolaError

SOURCES = Path(__file__).parent / "packs"


class BundledPackBrokenError(ScuolaError):
    """A pack that came with the program cannot be built: the program's own files are damaged."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Le lezioni «{name}» che arrivano con il programma sono rovinate.",
            remedy="Installa di nuovo il programma.",
        )


def bundled_sources() -> tuple[Path, ...]:
    """The source folders of the bundled packs, one an area, in a fixed order."""
    return tuple(sorted(card.parent for card in SOURCES.glob("*/pacchetto.yml")))


def build_bundled(out: Path) -> tuple[Path, ...]:
    """Builds the bundled packs into `out`; gives the folders of the built packs.

    Raises:
        BundledPackBrokenError: a source is damaged.
    """
    # Late: the reader is slow to import, and only a first start needs it.
    from content.packing.build import build_pack
    from content.reading import read_pack

    built = []
    for folder in bundled_sources():
        source, problems = read_pack(folder)
        if source is None or any(problem.blocking for problem in problems):
            raise BundledPackBrokenError(folder.name)
        built.append(build_pack(source, out).folder)
    return tuple(built)
