"""The words of a chip: the small sign beside a thing that tells how it stands."""

from typing import Literal

import msgspec

Mood = Literal["plain", "ok", "warn", "busy", "bad"]


class ChipWords(msgspec.Struct, frozen=True):
    """A chip: its words, its mood, its icon (one tick: saved here; two: sent too)."""

    words: str
    mood: Mood
    icon: str
    short: str = ""
