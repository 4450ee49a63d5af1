"""The judged queries hold for every engine, and the work of a query is bounded."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpora_as_packs import SECTIONS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import benchmarks
from benchmarks.search_corpus import Judged, filled_up, guess_language, lay_in, read_corpus, read_queries
from content.library.library import Library
from content.search import SearchEngine, whoosh_index
from content.search.engines import CHOSEN_ENGINE, available
from content.search.index import Wish
from content.search.indexing import bring_up_to_date
from content.search.library_search import LibrarySearch
from content.search.whoosh_index import WhooshReader

DATA = Path(benchmarks.__file__).parent / "data"
LEAST_MRR = 0.90
SAMPLE = 4
"""One section in so many stands beside those that are judged, in the fast run."""

needs_corpus = pytest.mark.skipif(
    not SECTIONS.exists(), reason=f"the shared corpus is not at {SECTIONS.parent.name}/"
)


class Judging:
    """A library of the corpus with its search."""

    def __init__(self, folder: Path, *, is_whole: bool) -> None:
        self.queries = [query for file in sorted(DATA.glob("ricerca-*.json")) for query in read_queries(file)]
        wanted = {each for query in self.queries for each in query.ids}
        sections = [
            each
            for number, each in enumerate(read_corpus(SECTIONS))
            if is_whole or number % SAMPLE == 0 or each.corpus_id in wanted
        ]
        self.library = Library(folder / "biblioteca")
        self.places = lay_in(self.library, sections)
        list(bring_up_to_date(self.library))
        self.search: SearchEngine = LibrarySearch(self.library)

    def reciprocal(self, query: Judged) -> float:
        """One over the place of the first hit that answers, 0 where none of ten does."""
        wanted = {self.places[each] for each in query.ids}
        shown = [hit.section_id for hit in self.search.search(query.q).hits][:10]
        return next((1 / place for place, each in enumerate(shown, 1) if each in wanted), 0.0)

    def close(self) -> None:
        self.search.close()
        self.library.close()


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((engine, is_whole), id=f"{engine}-{'all' if is_whole else 'sample'}",
                     marks=[pytest.mark.long] if is_whole else [])
        for engine, is_whole in itertools.product(available(), (False, True))
    ],
)  # fmt: skip
def judging(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judging]:
    engine, is_whole = request.param
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CHOSEN_ENGINE, engine)
        judging = Judging(tmp_path_factory.mktemp("giudizio"), is_whole=is_whole)
        yield judging
        judging.close()


@needs_corpus
def test_the_judged_queries_find_the_right_section_first(judging: Judging) -> None:
    reciprocals = {query.q: judging.reciprocal(query) for query in judging.queries}
    assert len(reciprocals) >= 200
    missed = [query for query, value in reciprocals.items() if value == 0]
    assert sum(reciprocals.values()) / len(reciprocals) >= LEAST_MRR, missed


@needs_corpus
def test_no_judged_query_stays_without_help(judging: Judging) -> None:
    for query in judging.queries:
        result = judging.search.search(query.q)
        assert result.hits or result.suggestion


@needs_corpus
@given(st.text(max_size=200) | st.lists(st.sampled_from(["funzione", "celle", "testo", "documento", "file", "il", "-a", '"la']),
                                        max_size=40).map(" ".join))  # fmt: skip
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_work_of_any_query_is_bounded(judging: Judging, query: str) -> None:
    reader = _reader(judging.search)
    before = reader.postings_read if isinstance(reader, WhooshReader) else 0
    judging.search.search(query)
    judging.search.complete(query)
    if isinstance(reader, WhooshReader):
        assert reader.postings_read - before <= 2 * whoosh_index.MOST_POSTINGS


def test_the_commonest_words_are_left_out_when_a_query_costs_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CHOSEN_ENGINE, "whoosh")
    library = Library(tmp_path / "biblioteca")
    file = tmp_path / "testi.jsonl"
    lines = [f'{{"id": "{n}", "body": "comune {"rara" if n == 7 else "altra"}"}}' for n in range(300)]
    file.write_text("\n".join(lines), encoding="utf-8")
    places = lay_in(library, read_corpus(file))
    list(bring_up_to_date(library))
    search = LibrarySearch(library)
    monkeypatch.setattr(whoosh_index, "MOST_POSTINGS", 50)
    assert search.search("comune rara.").hits[0].section_id == places["7"]
    reader = _reader(search)
    assert isinstance(reader, WhooshReader)
    before = reader.postings_read
    reader.best(Wish(words=[{"comun": 1.0}, {"rar": 1.0}]))
    assert reader.postings_read - before == 1
    search.close()
    library.close()


def test_a_corpus_may_lack_fields_and_be_in_english(tmp_path: Path) -> None:
    file = tmp_path / "corpus.jsonl"
    file.write_text('{"id": "a", "body": "The sea is deep and the fish are in it."}\n{"title": "Il mare"}\n')
    first, second = read_corpus(file)
    assert (first.language, first.title, first.parent) == ("en", first.body[:60], first.title)
    assert (second.corpus_id, second.language, second.body, second.subject) == ("1", "it", "", "")
    assert guess_language("Il mare è profondo") == "it"
    assert len(filled_up([first, second], 20)) == 20
    library = Library(tmp_path / "biblioteca")
    places = lay_in(library, [first, second])
    list(bring_up_to_date(library))
    search = LibrarySearch(library)
    assert search.search("fishes").hits[0].section_id == places["a"]
    search.close()
    library.close()


def _reader(search: SearchEngine) -> object:
    assert isinstance(search, LibrarySearch)
    search.suggest("")
    assert search._opened is not None
    return search._opened.reader
