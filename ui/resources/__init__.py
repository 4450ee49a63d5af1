"""The drawings of the program, by name."""

from functools import cache
from pathlib import Path

_DRAWINGS = Path(__file__).parent / "svg"


@cache
def drawing(name: str) -> bytes:
    """The SVG source of a drawing: `avatar-lupo`, `copertina-acqua`, `ometto-3`, `icons/libro`.

    Raises:
        FileNotFoundError: there is no such drawing.
    """
    return (_DRAWINGS / f"{name}.svg").read_bytes()


@cache
def has_drawing(name: str) -> bool:
    """Whether there is a drawing of that name."""
    return (_DRAWINGS / f"{name}.svg").is_file()


@cache
def marche_outline() -> tuple[tuple[float, float], ...]:
    """The border of the Marche, simplified: longitude and latitude in degrees, from any point round to it again."""
    # Late: the map alone asks.
    import json

    told = json.loads((Path(__file__).parent / "marche.json").read_text("utf-8"))
    return tuple((longitude, latitude) for longitude, latitude in told["outline"])
