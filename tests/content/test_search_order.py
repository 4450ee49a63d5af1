"""What stands first when many sections have the words that were asked for."""

from collections.abc import Iterator

import pytest
from packs import lesson_text, write_source

from content.library.library import Library
from content.packing.build import build_from_folder
from content.search import SearchEngine, open_search
from content.search.engines import CHOSEN_ENGINE, available
from content.search.indexing import bring_up_to_date

_CROWD = 70
"""Lessons that speak of lions: more than the search looks at closely."""


@pytest.fixture(scope="module", params=available())
def search(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SearchEngine]:
    folder = tmp_path_factory.mktemp("ordine")
    lessons = {
        f"storia-{number}.md": lesson_text(
            f"storia-{number}",
            f"Storia numero {number}",
            f"Il leone ruggisce al leone {number}. Leone, leone!",
        )
        for number in range(_CROWD)
    }
    lessons["belva.md"] = lesson_text("belva", "Il leone", "Vive nella savana e dorme venti ore, " * 12)
    lessons["prima.md"] = lesson_text("prima", "Il gatto e il topo", "Una favola di furbizia.")
    lessons["seconda.md"] = lesson_text("seconda", "Il topo e il gatto", "Una favola di furbizia.")
    lessons["foresta.md"] = lesson_text(
        "foresta", "In cammino", "Entrò nella foresta incantata." + " Cammina." * 30
    )
    lessons["incanto.md"] = lesson_text("incanto", "Incantata", "Una parola incantata.")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CHOSEN_ENGINE, request.param)
        library = Library(folder / "biblioteca")
        library.install(build_from_folder(write_source(folder / "a", lessons), folder / "uscita").folder)
        list(bring_up_to_date(library))
        search = open_search(library)
        yield search
        search.close()
        library.close()


def _first(search: SearchEngine, query: str) -> str:
    return search.search(query).hits[0].lesson_ref.partition("/")[2]


def test_a_heading_is_found_among_many_texts_that_say_it_more_often(search: SearchEngine) -> None:
    assert _first(search, "leone ") == "belva"


@pytest.mark.parametrize(("query", "lesson"), [("gatto e topo", "prima"), ("topo e gatto", "seconda")])
def test_of_two_headings_with_the_same_words_the_one_in_their_order_is_first(
    search: SearchEngine, query: str, lesson: str
) -> None:
    assert _first(search, query) == lesson


def test_a_text_with_both_words_comes_before_a_heading_with_one(search: SearchEngine) -> None:
    assert _first(search, "foresta incantata") == "foresta"
