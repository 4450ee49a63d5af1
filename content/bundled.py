"""The packs that come with the program, trusted as part of it."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say

SOURCES = Path(__file__).parent / "packs"


class BundledPackBrokenError(ScuolaError):
    """A pack that came with the program cannot be built: the program's own files are damaged."""

    def __init__(self, name: str) -> None:
        super().__init__(
            say("Le lezioni «{name}» che arrivano con il programma sono rovinate.", name=name),
            remedy=say("Installa di nuovo il programma."),
        )


def bundled_sources() -> tuple[Path, ...]:
    """The source folders of the bundled packs, one an area, in a fixed order."""
    return tuple(sorted(card.parent for card in SOURCES.glob("*/pacchetto.yml")))


def missing_sources(held: Mapping[str, int]) -> tuple[Path, ...]:
    """The source folders whose pack is not among `held` (pack id → edition), or is held in an older edition."""
    return tuple(
        folder for folder in bundled_sources() if (card := _card(folder)) and held.get(card[0], 0) < card[1]
    )


def _card(folder: Path) -> tuple[str, int] | None:
    """Pack id and edition, from the card's own lines: our own files need no reader and no YAML."""
    card = (folder / "pacchetto.yml").read_text(encoding="utf-8")
    found = {key: re.search(rf"^{key}:\s*(\S+)", card, re.MULTILINE) for key in ("editore", "id", "edizione")}
    if not (found["editore"] and found["id"] and found["edizione"]):
        return None
    return f"{found['editore'][1]}/{found['id'][1]}", int(found["edizione"][1])


def build_bundled(out: Path, sources: Sequence[Path]) -> tuple[Path, ...]:
    """Builds bundled packs into `out`; gives the folders of the built packs.

    Raises:
        BundledPackBrokenError: a source is damaged.
    """
    # Late: the reader is slow to import, and only a first start needs it.
    from content.packing.build import build_pack
    from content.reading import read_pack

    built = []
    for folder in sources:
        source, problems = read_pack(folder)
        if source is None or any(problem.blocking for problem in problems):
            raise BundledPackBrokenError(folder.name)
        built.append(build_pack(source, out).folder)
    return tuple(built)
