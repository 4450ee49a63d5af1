"""The narrow interface of the search: what may be asked of any engine, and what it answers."""

from enum import StrEnum
from typing import Protocol

import msgspec

from scuola_digitale.domain.school_terms import Area, Grade

Snippet = tuple[tuple[str, bool], ...]
"""Pieces of text, each with whether it is lit."""


class Kind(StrEnum):
    """What is looked for: in lessons, in exercises' questions, in what pictures show, or packs."""

    LESSON = "lezione"
    EXERCISE = "esercizio"
    PICTURE = "figura"
    PACK = "pacchetto"


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


class PackHit(msgspec.Struct, frozen=True, kw_only=True):
    """A pack whose card answers the query; `snippet` is its description."""

    pack_id: str
    title: str
    area: Area
    snippet: Snippet


class SearchResult(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a query.

    Attributes:
        query: as it was typed.
        hits: lesson by lesson, the best lesson first; inside a lesson its best section first.
        packs: the packs that answer, where packs were asked for.
        suggestion: the query with its mistakes mended, which the hits then answer too; without any hit, the
            title that comes nearest. None when there is nothing to suggest.
        milliseconds: how long it took.
    """

    query: str
    hits: tuple[Hit, ...]
    packs: tuple[PackHit, ...] = ()
    suggestion: str | None
    milliseconds: float


class Completion(msgspec.Struct, frozen=True):
    """How what is being typed may go on: a title, with the section it opens, or a word, with none."""

    text: str
    section_id: str = ""


class SearchEngine(Protocol):
    """Searches the sections of a library, from any thread, one question at a time. Any text is a safe query.

    Words in quotes must stand one after the other; a word behind a minus must not be there.
    """

    def search(
        self,
        query: str,
        *,
        area: Area | None = None,
        subject: str | None = None,
        grade: Grade | None = None,
        language: str | None = None,
        kind: Kind | None = None,
        near: Grade | None = None,
        lessons: int = 10,
    ) -> SearchResult:
        """The best sections of at most so many `lessons` that pass the filters.

        Args:
            query: any text.
            area: filters, like the three behind it; None lets everything through.
            subject: as `LessonHead.subject`.
            grade: among those of the lesson.
            language: BCP 47 tag of the lesson.
            kind: what is looked for; None means lessons and packs.
            near: the pupil's own grade, whose lessons weigh a little more.
            lessons: how many at most.
        """

    def suggest(self, query: str) -> str | None:
        """The query with its mistakes mended, or None when it has none that can be mended."""

    def complete(self, prefix: str, *, limit: int = 8) -> tuple[Completion, ...]:
        """Titles whose words begin as those typed so far, then words that the last one may become."""

    def add_pack(self, pack_id: str) -> int:
        """Takes in the compiled sections of a pack, instead of what it knew of it; gives how many."""

    def remove_pack(self, pack_id: str) -> None:
        """Forgets a pack."""

    def rebuild(self) -> None:
        """Starts anew from what the library holds, with the engine that it wants; answers as before until then."""

    def close(self) -> None:
        """Lets go of files and memory."""
