"""A child finds the lesson, however the word is typed."""

import errno
import gc
import logging
import re
import time
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packs import lesson_text, write_source

import content
from content.disk import DiskFullError
from content.library.library import Library
from content.packing.build import build_from_folder
from content.search import Completion, Hit, SearchEngine, is_up_to_date, open_search
from content.search.engines import CHOSEN_ENGINE, available
from content.search.indexing import bring_up_to_date
from content.search.languages import italian
from content.search.snippets import lit_tokens
from content.search.words import composed
from scuola_digitale.domain.school_terms import Area, Grade

LESSONS = {
    "cielo": (
        "Perché il cielo è blu",
        "La luce del sole entra nell'aria.\n\n## I colori\n\nL'azzurro vince.",
        "P3",
    ),
    "acqua": ("Il viaggio dell'acqua", "L'acqua evapora e torna ai laghi e ai fiumi delle città.", "P2"),
    "frazioni": (
        "Le frazioni",
        "Un intero in parti uguali.\n\n## La metà\n\nUna frazione si scrive così.",
        "P5",
    ),
    "uomini": (
        "Gli uomini delle caverne",
        "Un uomo accendeva il fuoco.\n\n## Amiche\n\nDue amiche e un amico.",
        "S1",
    ),
    "montagna": (
        "La montagna",
        "Sopra la scuola ci sono due laghetti e un vulcano. I vulcani dormono.",
        "P4",
    ),
}


def words_of_school() -> list[str]:
    """The words of the bundled lessons, and some whose stems are hard."""
    texts = [
        file.read_text(encoding="utf-8")
        for file in Path(content.__file__).parent.glob("packs/*/lezioni/*.md")
    ]
    hard = "differenza circonferenze uomini laghi città perché tecnologia soluzione zii acque gelatinoso"
    return sorted({*hard.split(), *re.findall(r"[^\W\d_]+", composed(" ".join(texts)))})


@pytest.fixture(scope="module", params=available(), autouse=True)
def engine(request: pytest.FixtureRequest) -> Iterator[str]:
    """Every promise here is kept by every engine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CHOSEN_ENGINE, request.param)
        yield request.param


@pytest.fixture(scope="module")
def library(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = _library(tmp_path_factory.mktemp("ricerca"))
    yield library
    library.close()


@pytest.fixture(scope="module")
def search(library: Library) -> Iterator[SearchEngine]:
    search = open_search(library)
    yield search
    search.close()


@pytest.fixture
def forgetful_whoosh() -> Iterator[None]:
    """Whoosh does not close a file in which it chokes: such files are swept up before the next test."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.mark.parametrize(
    ("query", "lesson"),
    [
        ("perche", "cielo"),
        ("PERCHÉ", "cielo"),
        ("perche\u0301", "cielo"),
        ("citta", "acqua"),
        ("città", "acqua"),
        ("dell'acqua", "acqua"),
        ("dell’acqua", "acqua"),
        ("acque", "acqua"),
        ("i laghi", "acqua"),
        ("lago", "acqua"),
        ("uomo", "uomini"),
        ("amico", "uomini"),
        ("vulcano", "montagna"),
        ("frazione", "frazioni"),
        ("frazzioni", "frazioni"),
        ("aqua", "acqua"),
        ("montania", "montagna"),
        ("squola", "montagna"),
        ("perche il celo e blu", "cielo"),
        ("blu cielo", "cielo"),
        ("fraz", "frazioni"),
    ],
)
def test_a_word_is_found_however_it_is_typed(search: SearchEngine, query: str, lesson: str) -> None:
    assert search.search(query).hits[0].lesson_ref == f"marche/{lesson}"


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("frazzioni", "frazioni"),
        ("perche il celo e blu", "perche il cielo e blu"),
        ("la montania", "la montagna"),
        ("sopra la squola", "sopra la scuola"),
        ("acqua", None),
        ("laghetto", None),
        ("perche", None),
    ],
)
def test_mistakes_are_mended_and_right_words_left_alone(
    search: SearchEngine, query: str, suggestion: str | None
) -> None:
    assert search.suggest(query) == suggestion
    assert search.search(query).suggestion == suggestion


def test_the_lit_words_are_the_right_ones_with_accents_and_stems(search: SearchEngine) -> None:
    assert _lit(search.search("citta lago").hits[0]) == ["laghi", "città"]
    assert _lit(search.search("dell'acqua").hits[0]) == ["acqua", "acqua"]
    by_section = {hit.heading: hit for hit in search.search("amica uomini").hits}
    assert _lit(by_section["Amiche"]) == ["amiche", "amico"]
    assert _lit(by_section["Gli uomini delle caverne"]) == ["uomini", "uomo"]


@given(st.lists(st.sampled_from(words_of_school()), min_size=1, max_size=8))
@settings(max_examples=50)
def test_every_word_that_is_asked_for_is_lit(words: list[str]) -> None:
    text = " ".join(words)
    terms = frozenset(token.term for token in italian().tokens(text))
    assert [token.folded for token in lit_tokens(text, terms)] == [
        token.folded for token in italian().tokens(text)
    ]


def test_results_come_lesson_by_lesson_with_the_best_section_first(search: SearchEngine) -> None:
    result = search.search("una frazione a metà")
    refs = [hit.lesson_ref for hit in result.hits]

    assert refs == sorted(refs, key=refs.index)
    first = [hit for hit in result.hits if hit.lesson_ref == "marche/frazioni"]
    assert [hit.section_id for hit in first] == ["marche/frazioni#la-meta", "marche/frazioni#"]
    assert first[0].lesson_title == "Le frazioni"
    assert first[0].score >= first[1].score


def test_filters_narrow_what_is_found(search: SearchEngine) -> None:
    assert {hit.lesson_ref for hit in search.search("lago", grade=Grade.P2).hits} == {"marche/acqua"}
    assert search.search("lago", area=Area.CULTURA).hits == ()
    assert search.search("lago", subject="storia").hits == ()
    assert len(search.search("fuoco sole", area=Area.SCUOLA, subject="scienze").hits) == 2


def test_nothing_found_comes_with_the_nearest_title(search: SearchEngine) -> None:
    result = search.search("kwyjibo frazkkkk")
    assert result.hits == ()
    assert result.suggestion == "Le frazioni"
    nothing = search.search("   ")
    assert (nothing.hits, nothing.suggestion) == ((), None)


def test_titles_are_completed_from_the_second_letter(search: SearchEngine) -> None:
    assert titles(search.complete("fr")) == ["Le frazioni"]
    assert titles(search.complete("il vi")) == ["Il viaggio dell’acqua"]
    assert titles(search.complete("dell'acq")) == ["Il viaggio dell’acqua"]
    assert titles(search.complete("PERCHE il c")) == ["Perché il cielo è blu"]
    assert titles(search.complete("metà")) == ["La metà"]
    assert search.complete("frazionix") == search.complete("f") == search.complete("") == ()
    assert len(search.complete("me", limit=1)) == 1
    assert search.complete("fr")[0].section_id == "marche/frazioni#"


def test_a_word_is_completed_behind_what_is_typed(search: SearchEngine) -> None:
    assert Completion("la luce e i vulcani") in search.complete("la luce e i vulc")
    assert Completion("città") in search.complete("cit")


def titles(completions: Iterable[Completion]) -> list[str]:
    """The completions that lead to a lesson."""
    return [each.text for each in completions if each.section_id]


@given(st.text(max_size=300) | st.text("'\"*?~^[](){}:AND OR NOT-+", max_size=60))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_safe_query(search: SearchEngine, query: str) -> None:
    result = search.search(query)
    assert result.hits or result.packs or result.suggestion or not query.strip()
    search.complete(query)


@pytest.mark.parametrize(
    "query", ["a" * 100_000, "acqua " * 20_000, "'" * 50_000, "\ud800 acqua", "\0" * 999]
)
def test_a_very_long_or_broken_query_is_answered_soon(search: SearchEngine, query: str) -> None:
    started = time.perf_counter()
    search.search(query)
    search.complete(query)
    assert time.perf_counter() - started < 1


def test_an_update_and_a_removal_change_what_is_found(tmp_path: Path) -> None:
    library = _library(tmp_path)
    search = open_search(library)
    assert is_up_to_date(library)
    assert search.search("cielo").hits

    other = {"acqua.md": lesson_text("acqua", "Il ghiaccio", "Il ghiaccio è duro.")}
    library.install(
        build_from_folder(write_source(tmp_path / "b", other, edition=2), tmp_path / "uscita").folder
    )
    assert not is_up_to_date(library)
    list(bring_up_to_date(library))
    assert is_up_to_date(library)
    assert library.packs()[0].searchable
    assert search.search("ghiaccio").hits[0].lesson_ref == "marche/acqua"
    assert search.search("cielo").hits == ()

    library.remove("marche/prova")
    assert not is_up_to_date(library)
    list(bring_up_to_date(library))
    assert is_up_to_date(library)
    assert search.search("ghiaccio").hits == ()
    assert search.suggest("giaccio") is None
    search.close()
    library.close()


def test_a_rebuilt_index_finds_the_same(library: Library, search: SearchEngine) -> None:
    before = search.search("una frazione in parti")
    search.rebuild()

    assert is_up_to_date(library)
    assert search.search("una frazione in parti").hits == before.hits


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.usefixtures("forgetful_whoosh")
@pytest.mark.parametrize("damage", ["cut", "empty", "rubbish", "missing"])
def test_a_broken_index_is_said_in_the_log_and_made_again(
    tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    library = _library(tmp_path)
    for file in (library.folder / "indice").glob("*/*"):
        data = file.read_bytes()
        broken = {"cut": data[: len(data) // 2], "empty": b"", "rubbish": b"\x80\x04rubbish" + bytes(50)}
        file.unlink() if damage == "missing" else file.write_bytes(broken[damage])
    search = open_search(library)
    with caplog.at_level(logging.WARNING):
        assert search.search("cielo").hits == ()
    assert "will be made again" in caplog.text
    assert not is_up_to_date(library)
    list(bring_up_to_date(library))

    assert search.search("cielo").hits[0].lesson_ref == "marche/cielo"
    search.close()
    library.close()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.usefixtures("forgetful_whoosh")
def test_a_broken_index_keeps_no_new_pack_from_being_indexed(tmp_path: Path) -> None:
    library = _library(tmp_path)
    for file in (library.folder / "indice").glob("*/*"):
        file.write_bytes(b"rubbish")
    more = {"neve.md": lesson_text("neve", "La neve", "Cade piano.")}
    library.install(
        build_from_folder(write_source(tmp_path / "b", more, name="neve"), tmp_path / "uscita").folder
    )
    list(bring_up_to_date(library))

    search = open_search(library)
    assert is_up_to_date(library)
    assert search.search("neve").hits
    assert search.search("cielo").hits
    search.close()
    library.close()


def test_a_full_disk_leaves_the_index_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = _library(tmp_path)
    search = open_search(library)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr("content.search.index_folder.os.fsync", full)
        with pytest.raises(DiskFullError, match="non c’è abbastanza posto"):
            search.add_pack("marche/prova")
    assert is_up_to_date(library)
    assert search.search("cielo").hits
    assert len([each for each in (library.folder / "indice").iterdir() if each.is_dir()]) == 1
    search.close()
    library.close()


def test_an_index_of_another_program_is_never_opened(tmp_path: Path) -> None:
    library = _library(tmp_path)
    current = library.folder / "indice/CURRENT"
    for name in ("0-00000000-whoosh.12345678.1\n", "../../altrove\n", "", "\xff\n"):
        current.write_bytes(name.encode("latin-1"))
        assert not is_up_to_date(library)
        search = open_search(library)
        assert search.search("cielo").hits == ()
        search.close()
    list(bring_up_to_date(library))
    assert is_up_to_date(library)
    assert len([each for each in current.parent.iterdir() if each.is_dir()]) == 1
    library.close()


def _library(folder: Path) -> Library:
    texts = {
        f"{name}.md": lesson_text(name, title, body, grade=grade)
        for name, (title, body, grade) in LESSONS.items()
    }
    built = build_from_folder(write_source(folder / "sorgente", texts), folder / "uscita")
    library = Library(folder / "biblioteca")
    library.install(built.folder)
    list(bring_up_to_date(library))
    return library


def _lit(hit: Hit) -> list[str]:
    return [piece for piece, lit in hit.snippet if lit]
