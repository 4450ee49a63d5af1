"""Finds what a child means: a narrow interface, and Whoosh behind it, or tantivy for large libraries."""

import warnings

from content.library import index_records
from content.library.library import Library
from content.search.engine import Completion, Hit, Kind, SearchEngine, SearchResult
from content.search.engines import available
from content.search.index_folder import IndexFolder

# Whoosh 2.7.4 is older than what Python now warns of; nobody at the keyboard can do anything about it.
warnings.filterwarnings("ignore", category=SyntaxWarning, module=r".*whoosh")
warnings.filterwarnings("ignore", category=DeprecationWarning, module=r".*whoosh")

__all__ = ["Completion", "Hit", "Kind", "SearchEngine", "SearchResult", "is_up_to_date", "open_search"]


def open_search(library: Library) -> SearchEngine:
    """The search over a library; it may be opened before there is an index, and finds one when it comes."""
    from content.search.library_search import LibrarySearch

    return LibrarySearch(library)


def is_up_to_date(library: Library) -> bool:
    """Whether the index holds just what is installed; otherwise an `Indexer` has work to do."""
    lineage = IndexFolder(library.folder / "indice", available()).lineage()
    return index_records.waiting(library.connection(), lineage) == ((), ())
