"""Finds what a child means: a narrow interface, and Whoosh behind it, or tantivy for large libraries."""

import warnings

import msgspec

from content.library import index_records
from content.library.library import Library
from content.search.engine import Completion, Hit, Kind, SearchEngine, SearchResult
from content.search.engines import available
from content.search.index_folder import IndexFolder

# Whoosh 2.7.4 is older than what Python now warns of; nobody at the keyboard can do anything about it.
warnings.filterwarnings("ignore", category=SyntaxWarning, module=r".*whoosh")
warnings.filterwarnings("ignore", category=DeprecationWarning, module=r".*whoosh")

__all__ = [
    "Completion",
    "Hit",
    "IndexState",
    "Kind",
    "SearchEngine",
    "SearchResult",
    "index_state",
    "is_up_to_date",
    "open_search",
]


def open_search(library: Library) -> SearchEngine:
    """The search over a library; it may be opened before there is an index, and finds one when it comes."""
    from content.search.library_search import LibrarySearch

    return LibrarySearch(library)


class IndexState(msgspec.Struct, frozen=True):
    """How the index of a library is.

    Attributes:
        engine: `whoosh` or `tantivy`; None where there is no index yet.
        is_up_to_date: whether it holds just what is installed; otherwise an `Indexer` has work to do.
        broken_ms: when a broken one was last let go, to be made again by itself; None for never.
    """

    engine: str | None
    is_up_to_date: bool
    broken_ms: int | None


def index_state(library: Library) -> IndexState:
    """How the index of a library is."""
    folder = IndexFolder(library.folder / "indice", available())
    current = folder.current()
    waiting = index_records.waiting(library.connection(), folder.lineage())
    return IndexState(current.engine if current else None, waiting == ((), ()), folder.dropped_ms())


def is_up_to_date(library: Library) -> bool:
    """Whether the index holds just what is installed; otherwise an `Indexer` has work to do."""
    return index_state(library).is_up_to_date
