"""The indexing process: compiles lessons and brings the search index up to date, gently and one pack at a time.

`python -m content.search.indexing LIBRARY_FOLDER` writes a JSON object a line on its standard output:
`{"pack", "step": "lessons"|"index"|"removed", "done", "total"}` and at the end `{"sections", "seconds"}`.
It may be killed anywhere: the next run goes on from the last pack that was finished.
"""

import json
import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil

from content.library import index_records
from content.library.errors import UnknownPackError
from content.library.failures import told_in_words
from content.library.library import Library
from content.library.lock import try_lock
from content.search.engines import available
from content.search.index_folder import IndexFolder
from content.search.index_upkeep import IndexUpkeep
from scuola_digitale.errors import ScuolaError

_log = logging.getLogger(__name__)
_PATIENCE = 600
"""Seconds to wait for a run that is under way; it may be past the pack that this one was started for."""

_NICENESS = 10
Step = dict[str, str | int | float]


def bring_up_to_date(library: Library) -> Iterator[Step]:
    """Indexes what is installed and not indexed, forgets what was removed, tells each step; repeats safely."""
    folder = IndexFolder(library.folder / "indice", available())
    upkeep = IndexUpkeep(library, folder)
    while True:
        missing, gone = index_records.waiting(library.connection(), folder.lineage())
        for pack_id in gone:
            upkeep.remove_pack(pack_id)
            yield {"pack": pack_id, "step": "removed", "done": 1, "total": 1}
        if not missing:
            break
        with suppress(UnknownPackError):  # removed again while we were at it
            yield from _index(library, upkeep, missing[0])
    if upkeep.needs_another_engine():
        _log.info("The library has outgrown its search engine: the index is made anew by %s", upkeep.engine())
        with suppress(UnknownPackError):
            upkeep.rebuild()


def _index(library: Library, upkeep: IndexUpkeep, pack_id: str) -> Iterator[Step]:
    total = library.pack(pack_id).lessons
    for done, (head, readable) in enumerate(library.compile_waiting(pack_id), 1):
        if not readable:
            _log.warning("Lesson %s is left out of the search: it cannot be read", head.ref)
        yield {"pack": pack_id, "step": "lessons", "done": done, "total": total}
    sections = upkeep.add_pack(pack_id)
    yield {"pack": pack_id, "step": "index", "done": sections, "total": sections}


def main(arguments: list[str]) -> int:
    """Runs to the end, one process at a time; 0 when all is indexed, 1 with a sentence when it cannot be."""
    folder = Path(arguments[0])
    _step_back()
    started, sections = time.monotonic(), 0
    try:
        library = Library(folder)
        with told_in_words(), try_lock(folder / "indice.lock", _PATIENCE) as held:
            for step in bring_up_to_date(library) if held else ():
                print(json.dumps(step), flush=True)
                sections += int(step["done"]) if step["step"] == "index" else 0
        library.close()
    except ScuolaError as error:
        print(json.dumps({"error": str(error)}), flush=True)
        return 1
    print(json.dumps({"sections": sections, "seconds": time.monotonic() - started}), flush=True)
    return 0


def _step_back() -> None:
    """Lets the window and the lesson go first, on the two cores of a school laptop."""
    if sys.platform == "win32":
        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(_NICENESS)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    raise SystemExit(main(sys.argv[1:]))
