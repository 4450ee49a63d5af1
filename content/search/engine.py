"""The narrow interface of the search: what may be asked of any engine, and what it answers."""

from typing import Protocol

import msgspec

from scuola_digitale.domain.school_terms import Area, Grade

Snippet = tuple[tuple[str, bool], ...]
"""Pieces of text, each with whether it is lit."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A section that answers the query.

    Attributes:
        section_id: `PUBLISHER/LESSON#ANCHOR`, where the lesson opens.
        heading: the section's own heading.
        snippet: the stretch of its text that answers best.
        score: higher is better; only comparable inside one result.
    """

    section_id: str
    lesson_ref: str
    lesson_title: str
    heading: str
    snippet: Snippet
    area: Area
    subject: str
    grades: tuple[Grade, ...]
    score: float


class SearchResult(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a query.

    Attributes:
        query: as it was typed.
        hits: lesson by lesson, the best lesson first; inside a lesson its best section first.
        suggestion: the query with its mistakes mended, which the hits then answer too; without any hit, the
            title that comes nearest. None when there is nothing to suggest.
        milliseconds: how long it took.
    """

    query: str
    hits: tuple[Hit, ...]
    suggestion: str | None
    milliseconds: float


class SearchEngine(Protocol):
    """Searches the sections of a library. Any text is a safe query."""

    def search(
        self,
        query: str,
        *,
        area: Area | None = None,
        subject: str | None = None,
        grade: Grade | None = None,
        lessons: int = 10,
    ) -> SearchResult:
        """The best sections of at most so many `lessons` that pass the filters."""

    def suggest(self, query: str) -> str | None:
        """The query with its mistakes mended, or None when it has none that can be mended."""

    def complete(self, prefix: str, *, limit: int = 8) -> tuple[str, ...]:
        """Titles whose words begin as the words typed so far."""

    def add_pack(self, pack_id: str) -> int:
        """Takes in the compiled sections of a pack, instead of what it knew of it; gives how many."""

    def remove_pack(self, pack_id: str) -> None:
        """Forgets a pack."""

    def rebuild(self) -> None:
        """Starts anew from what the library holds."""

    def close(self) -> None:
        """Lets go of files and memory."""
