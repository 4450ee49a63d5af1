"""Real texts by others go through the whole way: read, checked, built, installed, indexed, found."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpora_as_packs import (
    COMMEDIA,
    SECTIONS,
    Line,
    all_sections,
    commedia_source,
    install_and_index,
    read_lines,
    sections_source,
    title_of,
)

from content.library.library import Library
from content.search import SearchEngine, open_search

pytestmark = pytest.mark.skipif(
    not (SECTIONS.exists() and COMMEDIA.exists()),
    reason=f"the shared corpora are not at {SECTIONS.parent.name}/",
)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_WORD = re.compile(r"[^\W_]{3,}")
SAMPLE = 15
"""One section in so many, in the fast run."""


class Shelf:
    """The corpora, installed and searchable."""

    def __init__(self, folder: Path, lines: list[Line], commedia: str | None) -> None:
        self.lines = lines
        sources = [sections_source(lines, folder / "sezioni"), commedia_source(folder / "commedia", commedia)]
        self.library, self.seconds = install_and_index(sources, folder)
        self.search: SearchEngine = open_search(self.library)

    def close(self) -> None:
        self.search.close()
        self.library.close()


@pytest.fixture(scope="module", params=["sample", pytest.param("all", marks=pytest.mark.long)])
def shelf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    lines, verses = read_lines(), COMMEDIA.read_text(encoding="utf-8")
    few = request.param == "sample"
    shelf = Shelf(
        tmp_path_factory.mktemp("corpora"),
        lines[::SAMPLE] if few else lines,
        "\n".join(verses.splitlines()[:1000]) if few else verses,
    )
    yield shelf
    shelf.close()


def test_every_section_arrives_with_its_words(shelf: Shelf) -> None:
    sections = list(all_sections(shelf.library))
    # Apostrophes and quotes arrive curled: told apart from words, they are as they were.
    headings = {section.heading.translate(_STRAIGHT) for section in sections}
    assert {title_of(line).translate(_STRAIGHT) for line in shelf.lines} <= headings
    arrived = set(_WORD.findall(" ".join(section.text for section in sections).translate(_STRAIGHT)))
    for line in shelf.lines:
        assert set(_WORD.findall(line["body"].translate(_STRAIGHT))) <= arrived


def test_a_section_is_found_by_its_title(shelf: Shelf) -> None:
    asked = shelf.lines[:: max(1, len(shelf.lines) // 150)]
    missed = [title_of(line) for line in asked if not _is_found(shelf.search, title_of(line))]
    assert len(missed) <= 0.05 * len(asked), missed


def _is_found(search: SearchEngine, title: str) -> bool:
    shown = {hit.heading.translate(_STRAIGHT) for hit in search.search(title).hits}
    return title.translate(_STRAIGHT) in shown


@pytest.mark.parametrize(
    "query", ["selva oscura", "la selva OSCURA", "selve oscure", "mi ritrovai per una selva oscura"]
)
def test_dante_is_found(shelf: Shelf, query: str) -> None:
    first = shelf.search.search(query).hits[0]
    assert first.lesson_title == "Inferno, canto i"
    assert any(lit for _piece, lit in first.snippet)


def test_answers_come_soon(shelf: Shelf) -> None:
    times = sorted(shelf.search.search(title_of(line)).milliseconds for line in shelf.lines[::10])
    print(
        f"{shelf.seconds}; median {times[len(times) // 2]:.1f} ms, p95 {times[len(times) * 95 // 100]:.1f} ms"
    )
    assert times[len(times) // 2] < 200


def test_the_packs_verify(shelf: Shelf) -> None:
    library: Library = shelf.library
    assert [library.verify(pack.head.pack_id) for pack in library.packs()] == [(), ()]
