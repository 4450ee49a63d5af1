"""A pupil's notebook: notes, highlights and bookmarks on lessons, each a page that is written as one."""

from typing import Literal

import msgspec

PageKind = Literal["appunto", "evidenza", "segnalibro"]

LONGEST_WORDS = 4_000
"""Letters of a note that are kept: a fact holds 16 KB."""
LONGEST_QUOTE = 600


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a page says.

    Attributes:
        kind: a note, some words lit in the lesson, or a place to come back to.
        lesson_ref: the lesson it is about; `anchor` the part of it, empty for its beginning.
        quote: the lesson's own words, as they were chosen.
        words: the pupil's.
    """

    kind: PageKind
    lesson_ref: str
    anchor: str = ""
    quote: str = ""
    words: str = ""


class NotebookPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page with its id and when it was last written."""

    page_id: str
    at_ms: int
    entry: Entry


def written_entry(entry: Entry) -> str:
    """An entry as `NotebookSet` holds it."""
    kept = msgspec.structs.replace(
        entry, words=entry.words[:LONGEST_WORDS], quote=entry.quote[:LONGEST_QUOTE]
    )
    return msgspec.json.encode(kept).decode("utf-8")


def read_page(page_id: str, text: str, at_ms: int) -> NotebookPage | None:
    """The page that such a text holds; None where it was thrown away or is not understood."""
    try:
        return NotebookPage(
            page_id=page_id, at_ms=at_ms, entry=msgspec.json.decode(text.encode("utf-8"), type=Entry)
        )
    except msgspec.DecodeError:
        return None
