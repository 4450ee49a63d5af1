"""Ids of packs, lessons and exercises: small plain words that never change."""

import re

from content.reading.column import slug

MAX_ID = 60
ID_REMEDY = "Usa lettere minuscole senza accenti, cifre e trattini, per esempio `{}`."

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether this may be an id."""
    return len(text) <= MAX_ID and _ID.fullmatch(text) is not None


def as_id(text: str) -> str:
    """An id made from a name."""
    return slug(text)
