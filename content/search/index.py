"""What an engine must be able to do with an index folder; how it does it is its own business."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from content.search.documents import Document

Alternatives = Mapping[str, float]
"""Terms that may stand for one word of the query, each with how surely it does, up to 1."""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of an index.

    Attributes:
        words: one `Alternatives` a word; sections with more of them come first.
        without: terms that must not stand in the section.
        only: fields of `Document.ids` and the value that they must hold.
        part: which terms of a document are asked, one of `TEXT_PARTS`.
        limit: how many sections at most.
    """

    words: Sequence[Alternatives]
    without: Sequence[str] = ()
    only: Mapping[str, str] = {}
    part: str = "words"
    limit: int = 60


class Found(msgspec.Struct, frozen=True):
    """A section and how well it answers."""

    section_id: str
    score: float

    @property
    def lesson_ref(self) -> str:
        """The lesson it stands in."""
        return self.section_id.partition("#")[0]


class IndexReader(Protocol):
    """An open index. Whatever the folder holds, it raises nothing but `Exception`s."""

    def best(self, wish: Wish) -> list[Found]:
        """The best sections for a wish, best first."""

    def count(self, term: str) -> int:
        """In how many sections the term stands, about."""

    def has_language(self, language: str) -> bool:
        """Whether some section is written in it."""

    def titles(self, beginnings: Sequence[str], limit: int) -> list[str]:
        """Ids of sections whose heading has words that begin so, short headings first."""

    def close(self) -> None:
        """Lets go of the files."""


class IndexKind(Protocol):
    """A kind of index: Whoosh's or tantivy's."""

    name: str

    def open(self, folder: Path) -> IndexReader:
        """Opens the index in a folder for reading."""

    def write(self, folder: Path, pack_id: str, documents: Iterable[Document]) -> None:
        """Puts the documents of a pack into the index in `folder`, instead of what was there of it, in one commit."""
