"""How the kinds of text of a lesson are set: face, size, line, colour."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QFont, QFontMetricsF

from ui.widgets.fonts import ACTING_FACE, face_font
from ui.widgets.theme import theme

Voice = Literal["reading", "cell", "question", "option", "feedback", "caption", "title", "heading", "subheading"]


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
    """

    face: str
    pixels: int
    line: int
    weight: int = 400
    strong: int = 700
    ink: str = "ink"
    low_maths: bool = False

    def font(self, *, strong: bool = False, italic: bool = False) -> QFont:
        """The font of plain or of strong words."""
        return face_font(self.face, self.pixels, self.strong if strong else self.weight, italic=italic)

    @property
    def air(self) -> float:
        """Half of what a line has over its font: Qt lays all of it under the words."""
        return max(0.0, (self.line - QFontMetricsF(self.font()).height()) / 2)


def style(voice: Voice) -> TextStyle:
    """The style of a voice in the theme worn now."""
    worn = theme()
    reading = worn.reading_face

    def set_in(
        face: str, pixels: float, line: float, weight: int = 400, ink: str = "ink", *, low: bool = False
    ) -> TextStyle:
        return TextStyle(face, worn.px(pixels), worn.px(line), weight, max(700, weight), ink, low)

    match voice:
        case "reading":
            return set_in(reading, 19, 31, low=True)
        case "cell":
            return set_in(reading, 19, 28)
        case "title":
            return set_in(reading, 40, 50, 600)
        case "heading":
            return set_in(reading, 26, 34, 600)
        case "subheading":
            return set_in(reading, 21, 30, 600)
        case "question":
            return set_in(reading, 20, 30, 600)
        case "option":
            return set_in(ACTING_FACE, 17, 26)
        case "feedback":
            return set_in(ACTING_FACE, 17, 26, low=True)
        case "caption":
            return set_in(ACTING_FACE, 15, 22, ink="ink2", low=True)
