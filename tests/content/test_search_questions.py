"""What may be asked besides plain words: phrases, words that must not be there, kinds, languages, notes."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packs import lesson_text, write_source

from content.library.library import Library
from content.packing.build import build_from_folder
from content.search import Hit, Kind, SearchEngine, open_search
from content.search.engines import CHOSEN_ENGINE, available
from content.search.indexing import bring_up_to_date
from content.search.languages import english
from content.search.notes import NoteText, search_notes
from content.search.question import read_question
from content.search.snippets import lit_tokens
from scuola_digitale.domain.school_terms import Grade

BREAD = """Il grano diventa farina e la farina diventa pane.

```esercizio
id: forno
tipo: vero-falso
domanda: Che cosa si dice del forno?
affermazioni:
  - {testo: Scalda tutta la piazza, risposta: vero}
  - {testo: È una balena, risposta: falso}
```

## Il mulino

![La macina di pietra gira piano](../immagini/macina.svg "La macina del paese")

Il pane di ieri è secco.
"""
LESSONS = {
    "pane": lesson_text("pane", "Il pane", BREAD, grade="P2"),
    "forno": lesson_text("forno", "Il forno del paese", "Qui si cuoce il pane. La neve è lontana.", grade="P5"),
    "neve": lesson_text("neve", "La neve", "La neve cade sul paese e copre il mulino.", grade="P5"),
    "rivers": lesson_text(
        "rivers", "The river and its children", "Rivers are flowing to the sea. Two women wash the wool.\n\n"
        "## Mice by the water\n\nA mouse was hoping for cheese. The miller's cat is happy.",
        subject="inglese",
    ).replace("classi:", "lingua: en\nclassi:"),
}  # fmt: skip


@pytest.fixture(scope="module", params=available())
def search(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SearchEngine]:
    folder = tmp_path_factory.mktemp("domande")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CHOSEN_ENGINE, request.param)
        source = write_source(folder / "sorgente", {f"{name}.md": text for name, text in LESSONS.items()})
        (source / "immagini").mkdir()
        drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>'
        (source / "immagini/macina.svg").write_text(drawing)
        library = Library(folder / "biblioteca")
        library.install(build_from_folder(source, folder / "uscita").folder)
        list(bring_up_to_date(library))
        engine = open_search(library)
        yield engine
        engine.close()
        library.close()


def test_words_in_quotes_stand_one_after_the_other(search: SearchEngine) -> None:
    assert _lessons(search, "«il pane di ieri»") == ["pane"]
    assert _lessons(search, '"cade sul PAESE"') == ["neve"]
    assert _lessons(search, "“farina e la farina”") == ["pane"]
    assert _lessons(search, '"pane il secco"') == []
    assert set(_lessons(search, '"pane')) == {"pane", "forno"}


def test_a_word_behind_a_minus_must_not_be_there(search: SearchEngine) -> None:
    assert set(_lessons(search, "pane")) == {"pane", "forno"}
    assert _lessons(search, "pane -neve") == ["pane"]
    assert _lessons(search, "paese -pani") == ["neve"]


def test_a_minus_alone_or_before_a_number_is_no_minus(search: SearchEngine) -> None:
    assert set(_lessons(search, "-pane")) == {"pane", "forno"}
    assert read_question("-5 gradi").barred == ()
    assert read_question("e-mail e-book").barred == ()
    assert read_question("neve - pane").barred == ()


def test_exercises_and_pictures_are_searched_alone(search: SearchEngine) -> None:
    exercises = search.search("forno", kind=Kind.EXERCISE).hits
    assert [(hit.section_id, _lit(hit)) for hit in exercises] == [("marche/pane#", ["forno"])]
    pictures = search.search("macina", kind=Kind.PICTURE).hits
    assert [hit.section_id for hit in pictures] == ["marche/pane#il-mulino"]
    assert _lit(pictures[0]) == ["macina", "macina"]
    assert search.search("neve", kind=Kind.PICTURE).hits == ()


def test_packs_are_found_by_their_cards(search: SearchEngine) -> None:
    found = search.search("pacheto prova", kind=Kind.PACK)
    assert ([pack.pack_id for pack in found.packs], found.hits) == (["marche/prova"], ())
    assert search.search("neve", kind=Kind.PACK).packs == ()
    assert search.search("prova", kind=Kind.LESSON).packs == ()


def test_english_lessons_are_read_in_english(search: SearchEngine) -> None:
    assert _lessons(search, "child of the rivers") == ["rivers"]
    assert _lessons(search, "flow") == _lessons(search, "mouse") == _lessons(search, "woman") == ["rivers"]
    assert _lessons(search, "pane", language="en") == []
    assert _lessons(search, "the mice", language="en") == ["rivers"]
    assert _lessons(search, "mice", language="it") == []
    hit = search.search("mouse hope miller").hits[0]
    assert (hit.heading, _lit(hit)) == ("Mice by the water", ["mouse", "hoping", "miller"])


@given(st.lists(st.sampled_from(["rivers", "happiness", "hoping", "hopped", "cities", "organization", "children", "mice", "difference", "flying", "dying", "generously", "wolves"]), min_size=1, max_size=6))  # fmt: skip
def test_every_english_word_that_is_asked_for_is_lit(words: list[str]) -> None:
    text = " ".join(words)
    terms = frozenset(token.term for token in english().tokens(text))
    assert [token.folded for token in lit_tokens(text, terms, "en")] == words


def test_ones_own_grade_weighs_a_little(search: SearchEngine) -> None:
    assert _lessons(search, "mulino")[0] == "pane"
    scores = {hit.section_id: hit.score for hit in search.search("paese").hits}
    nearer = {hit.section_id: hit.score for hit in search.search("paese", near=Grade.P5).hits}
    assert nearer["marche/neve#"] > scores["marche/neve#"]
    assert nearer["marche/neve#"] < scores["marche/neve#"] * 1.1


def test_answers_of_exercises_are_never_found(search: SearchEngine) -> None:
    assert all("vero" not in "".join(text for text, _ in hit.snippet) for hit in search.search("vero").hits)


def test_notes_are_found_in_memory_by_all_their_words() -> None:
    notes = [
        NoteText("1", "Domani porto le castagne"),
        NoteText("2", "Il lago era gelato, e la città bianca"),
    ]
    assert [hit.key for hit in search_notes("i laghi citta", notes)] == ["2"]
    assert [hit.key for hit in search_notes("castagnie", notes)] == ["1"]
    assert [hit.key for hit in search_notes("casta", notes)] == ["1"]
    assert [hit.key for hit in search_notes("cità", notes)] == ["2"]
    assert [hit.key for hit in search_notes("lago -gelata", notes)] == []
    assert search_notes("", notes) == ()
    lit = search_notes("laghi", notes)[0].snippet
    assert [text for text, is_lit in lit if is_lit] == ["lago"]


def _lessons(search: SearchEngine, query: str, *, language: str | None = None) -> list[str]:
    found = search.search(query, language=language)
    return list(dict.fromkeys(hit.lesson_ref.partition("/")[2] for hit in found.hits))


def _lit(hit: Hit) -> list[str]:
    return [text for text, is_lit in hit.snippet if is_lit]
