"""How somebody likes to read: they follow a pupil to every laptop of the school, and never leave it.

Each field is written by itself, so that two laptops that change different ones both count.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec

ReadingFace = Literal["", "Lora", "Atkinson Hyperlegible", "Lexend"]
Colours = Literal["", "chiaro", "scuro", "contrasto"]
Level = Literal[0, 1, 2, 3]
Language = Annotated[str, msgspec.Meta(pattern=r"\A(?:[a-z]{2,3}(?:_[A-Z]{2})?)?\Z")]
"""The code of a language; a laptop that has no words in it speaks its own."""


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader chose; the defaults where they chose nothing.

    Attributes:
        face: the typeface for reading, empty for the theme's own.
        scale: the text's size, percent; 0 for the laptop's own.
        letters: how far apart letters stand, 0 as the typeface has them.
        lines: how far apart lines stand, 0 as the look has them.
        colours: the theme, empty for the laptop's own.
        ruler: whether a ruler follows the line that is read.
        calm: whether colours are softer.
        still: whether nothing moves.
        speech: how fast the voice speaks, percent.
        language: the code of the language that the window speaks, empty for the laptop's own.
    """

    face: ReadingFace = ""
    scale: int = 0
    letters: Level = 0
    lines: Level = 0
    colours: Colours = ""
    ruler: bool = False
    calm: bool = False
    still: bool = False
    speech: int = 100
    language: Language = ""


SCALES = (100, 115, 130, 150, 175, 200)
SPEECHES = (60, 80, 100, 120)

_FIELDS = {field.name: field for field in msgspec.structs.fields(Preferences)}
_RANGES = {"scale": (100, 200), "speech": (50, 150)}


def fold_preferences(settings: Iterable[str]) -> Preferences:
    """The preferences after some `FIELD=VALUE`, earliest first; what this program does not know is passed over."""
    chosen: dict[str, object] = {}
    for setting in settings:
        name, _, text = setting.partition("=")
        value = _value(name, text)
        if value is not None:
            chosen[name] = value
    return Preferences(**chosen)  # type: ignore[arg-type]  # each was converted to its field's own type


def settings_between(before: Preferences, after: Preferences) -> tuple[str, ...]:
    """What is to be written where preferences changed, a `FIELD=VALUE` each."""
    return tuple(
        f"{name}={_text(getattr(after, name))}"
        for name in _FIELDS
        if getattr(before, name) != getattr(after, name)
    )


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)


def _value(name: str, text: str) -> object | None:
    if name not in _FIELDS:
        return None
    try:
        # `strict=False` reads numbers and yes or no from their text.
        value: object = msgspec.convert(text, _FIELDS[name].type, strict=False)
    except msgspec.ValidationError:
        return None
    if name in _RANGES and isinstance(value, int):
        low, high = _RANGES[name]
        return min(high, max(low, value))
    return value
