"""Finds what a child means: a narrow interface, and Whoosh behind it."""

import warnings

from content.library import index_records
from content.library.library import Library
from content.search.engine import Hit, SearchEngine, SearchResult
from content.search.index_folder import IndexFolder

# Whoosh 2.7.4 is older than what Python now warns of; nobody at the keyboard can do anything about it.
warnings.filterwarnings("ignore", category=SyntaxWarning, module=r".*whoosh")
warnings.filterwarnings("ignore", category=DeprecationWarning, module=r".*whoosh")

__all__ = ["Hit", "SearchEngine", "SearchResult", "is_up_to_date", "open_search"]


def open_search(library: Library) -> SearchEngine:
    """The search over a library; it may be opened before there is an index, and finds one when it comes."""
    from content.search.whoosh_engine import WhooshEngine

    return WhooshEngine(library)


def is_up_to_date(library: Library) -> bool:
    """Whether the index holds just what is installed; otherwise an `Indexer` has work to do."""
    lineage = IndexFolder(library.folder / "indice").lineage()
    return index_records.waiting(library.connection(), lineage) == ((), ())
