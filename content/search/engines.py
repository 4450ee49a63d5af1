"""Which engines there are on this laptop, and which one a library wants."""

import os
from importlib.util import find_spec

from content.search.index import IndexKind

LARGE_LIBRARY = 10_000
"""Sections from which on tantivy is chosen, where it is installed: Whoosh's answers grow slow about there."""


CHOSEN_ENGINE = "SCUOLA_DIGITALE_MOTORE"
"""The environment variable by which a technician or a benchmark chooses the engine: `whoosh` or `tantivy`."""


def available() -> tuple[str, ...]:
    """The names of the engines that can be opened here."""
    return ("whoosh", "tantivy") if find_spec("tantivy") else ("whoosh",)


def kind_of(name: str) -> IndexKind:
    """The engine of a name among `available`."""
    # Imported here: nobody waits for the one that is not used.
    if name == "tantivy":
        from content.search.tantivy_index import TantivyKind

        return TantivyKind()
    from content.search.whoosh_index import WhooshKind

    return WhooshKind()


def wanted(sections: int, present: str | None) -> str:
    """The engine for so many sections; one that is there already is kept while it is not clearly the wrong one."""
    chosen = os.environ.get(CHOSEN_ENGINE)
    if chosen in available():
        return chosen
    if "tantivy" not in available():
        return "whoosh"
    if present == "tantivy" and sections > LARGE_LIBRARY * 4 // 5:
        return "tantivy"
    return "tantivy" if sections > LARGE_LIBRARY else "whoosh"
