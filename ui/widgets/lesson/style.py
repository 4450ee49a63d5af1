"""How the kinds of text of a lesson are set: face, size, line, colour."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from ui.widgets.fonts import ACTING_FACE, face_font, spaced
from ui.widgets.theme import theme

Voice = Literal[
    "reading",
    "cell",
    "question",
    "option",
    "feedback",
    "caption",
    "title",
    "title-narrow",
    "heading",
    "subheading",
]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A way to set text, in pixels at the text scale in use.

    Attributes:
        face: the typeface.
        pixels: its size.
        line: the least height of a line; taller things in it (a fraction) make it taller.
        weight: of plain words.
        strong: of words that stand out.
        ink: the colour token of plain words.
        low_maths: whether fractions are set low, as in running text.
        letter_gap: room added between letters, ems.
    """

    face: str
    pixels: int
    line: int
    weight: int = 400
    strong: int = 700
    ink: str = "ink"
    low_maths: bool = False
    letter_gap: float = 0.0

    def font(self, *, strong: bool = False, italic: bool = False) -> QFont:
        """The font of plain or of strong words."""
        weight = self.strong if strong else self.weight
        return spaced(face_font(self.face, self.pixels, weight, italic=italic), self.letter_gap)

    @property
    def air(self) -> float:
        """Half of what a line has over its font, pixels: Qt lays all of it over the words."""
        return max(0.0, (self.line - QFontMetricsF(self.font()).height()) / 2)


class _Shape(NamedTuple):
    """A voice at 100 %: its size and line in pixels."""

    reading: bool
    pixels: int
    line: int
    weight: int = 400
    ink: str = "ink"
    low: bool = False


_SHAPES: dict[Voice, _Shape] = {
    "reading": _Shape(True, 19, 31, low=True),
    "cell": _Shape(True, 19, 28),
    "title": _Shape(True, 40, 50, 600),
    "title-narrow": _Shape(True, 32, 40, 600),
    "heading": _Shape(True, 26, 34, 600),
    "subheading": _Shape(True, 21, 30, 600),
    "question": _Shape(True, 20, 30, 600),
    "option": _Shape(False, 17, 26),
    "feedback": _Shape(False, 17, 26, low=True),
    "caption": _Shape(False, 15, 22, ink="ink2", low=True),
}


def style(voice: Voice) -> TextStyle:
    """The style of a voice in the theme worn now."""
    worn, shape = theme(), _SHAPES[voice]
    return TextStyle(
        face=worn.reading_face if shape.reading else ACTING_FACE,
        pixels=worn.px(shape.pixels),
        line=worn.px(shape.line * worn.line_factor),
        weight=shape.weight,
        ink=shape.ink,
        low_maths=shape.low,
        letter_gap=worn.letter_gap,
    )
