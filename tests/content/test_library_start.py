"""The window opens the shelf before anything heavy is imported."""

import subprocess
import sys
from pathlib import Path

from packs import make_pack

from content.library.library import Library

HEAVY = "sqlite_utils markdown yaml whoosh Stemmer rapidfuzz ziamath pygments httpx typer rich PySide6"
WINDOW = f"""
import sys
from pathlib import Path
from content.library.library import Library
from content.search import is_up_to_date, open_search
from content.search.indexer import Indexer
library = Library(Path(sys.argv[1]))
assert library.lessons() and library.themes() and library.packs()
library.file("marche/acqua", "immagini/goccia.svg")
assert not is_up_to_date(library)
Indexer(library.folder)
library.close()
print(*(set({HEAVY.split()!r}) & sys.modules.keys()))
"""


def test_the_shelf_is_shown_without_importing_anything_heavy(tmp_path: Path) -> None:
    library = Library(tmp_path / "biblioteca")
    library.install(make_pack(tmp_path).folder)
    library.close()
    arguments = [sys.executable, "-c", WINDOW, str(library.folder)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("\n", "")
