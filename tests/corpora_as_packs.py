"""Real Italian texts as packs, through the ways that lessons go: read, check, build, install, index, ask.

`python tests/corpora_as_packs.py FOLDER` does it with all of them and prints what it took.
"""

import gzip
import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypedDict

from packs import write_source

from content.library.library import Library
from content.packing.build import build_from_folder
from content.search import open_search
from content.search.indexer import Indexer
from scuola_digitale.domain.lesson import Section

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
SECTIONS = CORPORA / "sezioni-italiane.jsonl.gz"
COMMEDIA = CORPORA / "divina-commedia.txt"

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+.!$|-])")
_CANTO = re.compile(r"^\s*(Inferno|Purgatorio|Paradiso) • (Canto [IVXL]+)\s*$")


class Line(TypedDict):
    """One section of the corpus."""

    id: str
    title: str
    parent: str
    body: str
    source: str
    subject: str


def read_lines(file: Path = SECTIONS) -> list[Line]:
    """All the sections of a corpus, one JSON object a line."""
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def sections_source(lines: Iterable[Line], folder: Path) -> Path:
    """A pack's source: a lesson a `parent`, a section a line, all of it plain words to the Markdown reader."""
    groups: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        groups.setdefault((line["source"], line["parent"]), []).append(line)
    lessons = {}
    for number, parts in enumerate(groups.values()):
        body = "\n\n".join(f"## {_words(title_of(part))}\n\n{_paragraphs(part['body'])}" for part in parts)
        lessons[f"lezione-{number}.md"] = _lesson(f"lezione-{number}", parts[0]["parent"], body)
    return write_source(folder, lessons, name="sezioni")


def title_of(line: Line) -> str:
    """The title as people read it: one of the sources writes an anchor behind its titles."""
    return " ".join(re.sub(r"\{/\*.*?\*/\}", "", line["title"]).split())


def commedia_source(folder: Path, text: str | None = None) -> Path:
    """A pack's source: a lesson a canto."""
    lessons = {}
    for number, (title, verses) in enumerate(
        _cantos((text or COMMEDIA.read_text(encoding="utf-8")).splitlines())
    ):
        lessons[f"canto-{number}.md"] = _lesson(f"canto-{number}", title, _paragraphs("\n".join(verses)))
    return write_source(folder, lessons, name="commedia")


def install_and_index(sources: Iterable[Path], folder: Path) -> tuple[Library, dict[str, float]]:
    """Builds, installs and indexes the sources; gives the library and the seconds of each step."""
    started = time.perf_counter()
    built = [build_from_folder(source, folder / "pacchetti") for source in sources]
    built_at = time.perf_counter()
    library = Library(folder / "biblioteca")
    for pack in built:
        library.install(pack.folder)
    installed_at = time.perf_counter()
    indexer = Indexer(library.folder)
    indexer.start()
    end = indexer.wait()
    assert end.error == ""
    seconds = {
        "build": built_at - started,
        "install": installed_at - built_at,
        "index": time.perf_counter() - installed_at,
        "sections": end.sections,
    }
    return library, seconds


def all_sections(library: Library) -> Iterator[Section]:
    """Every section of the library."""
    for pack in library.packs():
        for _head, section in library.sections(pack.head.pack_id):
            yield section


def _lesson(name: str, title: str, body: str) -> str:
    quoted = json.dumps(" ".join(title.split()), ensure_ascii=False)
    return f"---\nid: {name}\ntitolo: {quoted}\nmateria: digitale\nclassi: [S1]\narea: formazione\n---\n\n{body}\n"


def _cantos(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    title, verses = "", list[str]()
    for line in lines:
        found = _CANTO.match(line)
        if found and title:
            yield title, verses
        if found:
            title, verses = f"{found[1]}, {found[2].lower()}", []
        else:
            verses.append(line)
    yield title, verses


def _paragraphs(text: str) -> str:
    return "\n\n".join(_words(part) for part in re.split(r"\n\s*\n", text) if part.strip())


def _words(text: str) -> str:
    """Text that Markdown leaves as it is."""
    apart = " ".join(text.split()).lstrip(":>~=").replace("[^", "[ ^")  # a footnote, even behind a bar
    return _MARKUP.sub(r"\\\1", apart.replace("&", "&amp;").replace("<", "&lt;"))


def main(folder: Path) -> None:
    """Does it all in `folder`, asks each title of the corpus, and prints the figures."""
    lines = read_lines()
    sources = [sections_source(lines, folder / "sezioni"), commedia_source(folder / "commedia")]
    library, seconds = install_and_index(sources, folder)
    print({name: round(spent, 2) for name, spent in seconds.items()})
    search = open_search(library)
    search.search("prova")
    spent, found = [], 0
    for line in lines[::9]:
        result = search.search(title_of(line))
        spent.append(result.milliseconds)
        found += any(hit.heading == title_of(line) for hit in result.hits)
    spent.sort()
    print(f"{len(spent)} titles asked, {found} found; median {spent[len(spent) // 2]:.1f} ms,", end=" ")
    print(f"p95 {spent[len(spent) * 95 // 100]:.1f} ms, slowest {spent[-1]:.1f} ms")
    search.close()
    library.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
