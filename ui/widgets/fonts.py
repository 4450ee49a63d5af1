"""The typefaces and the roles that text plays in the window."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

READING_FACES = ("Lora", "Atkinson Hyperlegible", "Lexend")
"""The faces a reader may choose for reading."""

ACTING_FACE = "Titillium Web"

_VARIABLE_FACES = frozenset({"Lora", "Lexend"})

_FILES = {
    ACTING_FACE: (
        "fontpkg_titillium_web",
        ("TitilliumWeb-Regular", "TitilliumWeb-SemiBold", "TitilliumWeb-Bold", "TitilliumWeb-Italic"),
    ),
    "Lora": ("fontpkg_lora", ("Lora[wght]", "Lora-Italic[wght]")),
    "Atkinson Hyperlegible": (
        "fontpkg_atkinson_hyperlegible",
        tuple(f"AtkinsonHyperlegible-{style}" for style in ("Regular", "Bold", "Italic", "BoldItalic")),
    ),
    "Lexend": ("fontpkg_lexend", ("Lexend[wght]",)),
}

Role = Literal[
    "display",
    "title",
    "title-narrow",
    "heading",
    "card",
    "book",
    "grade",
    "section",
    "reading",
    "said",
    "ui",
    "strong",
    "name",
    "brand",
    "big",
    "large",
    "field",
    "clock",
    "small",
    "small-strong",
    "label",
    "tiny",
    "tiny-strong",
]


class _Shape(NamedTuple):
    reading: bool
    pixels: int
    weight: int
    italic: bool = False


_SHAPES: dict[Role, _Shape] = {
    "display": _Shape(True, 40, 600),
    "title": _Shape(True, 36, 600),
    "title-narrow": _Shape(True, 28, 600),
    "heading": _Shape(True, 26, 600),
    "card": _Shape(True, 20, 600),
    "book": _Shape(True, 17, 600),
    "grade": _Shape(True, 22, 600),
    "section": _Shape(False, 20, 700),
    "reading": _Shape(True, 17, 400),
    "said": _Shape(True, 19, 500, italic=True),
    "ui": _Shape(False, 16, 400),
    "strong": _Shape(False, 16, 600),
    "name": _Shape(False, 17, 600),
    "brand": _Shape(False, 17, 700),
    "big": _Shape(False, 18, 600),
    "large": _Shape(False, 20, 400),
    "field": _Shape(False, 17, 400),
    "clock": _Shape(False, 28, 700),
    "small": _Shape(False, 15, 400),
    "small-strong": _Shape(False, 15, 600),
    "label": _Shape(False, 14, 600),
    "tiny": _Shape(False, 13, 400),
    "tiny-strong": _Shape(False, 13, 600),
}


@cache
def load_face(face: str) -> None:
    """Registers a typeface with Qt, once; needs a QGuiApplication."""
    package, files = _FILES[face]
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    for file in files:
        QFontDatabase.addApplicationFont(str(Path(spec.origin).parent / "files" / f"{file}.ttf"))


def face_font(face: str, pixels: int, weight: int = 400, *, italic: bool = False) -> QFont:
    """A font of a loaded face.

    Weight is set on the axis where the face is variable: Qt's FreeType engine knows only the default
    instance of such a file, so a plain `setWeight(600)` shows the regular one.
    """
    font = QFont(face)
    font.setPixelSize(pixels)
    font.setItalic(italic)
    if face in _VARIABLE_FACES:
        font.setVariableAxis(QFont.Tag("wght"), weight)
    else:
        font.setWeight(QFont.Weight(weight))
    return font


def role_font(role: Role, scale: float, reading_face: str, *, letter_gap: float = 0.0) -> QFont:
    """The font of a role at a text scale (1.0–2.0); what is read has `letter_gap` ems more between letters."""
    shape = _SHAPES[role]
    if not shape.reading:
        return face_font(ACTING_FACE, round(shape.pixels * scale), shape.weight, italic=shape.italic)
    font = face_font(reading_face, round(shape.pixels * scale), shape.weight, italic=shape.italic)
    return spaced(font, letter_gap)


def spaced(font: QFont, letter_gap: float) -> QFont:
    """The same font with `letter_gap` ems more between its letters."""
    if letter_gap:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, letter_gap * font.pixelSize())
    return font
