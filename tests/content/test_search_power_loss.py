"""Whatever a power cut leaves of the index, nobody sees an error, and it makes itself again."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from packs import lesson_text, write_source

from content.library import schema
from content.library.library import Library
from content.packing.build import build_from_folder
from content.search import index_state, is_up_to_date, open_search
from content.search.engines import CHOSEN_ENGINE, available
from content.search.indexer import Indexer
from content.search.indexing import bring_up_to_date
from ui.checkup import check_up
from ui.home import Home

QUESTIONS = ("cervo", "il lupo del bosco", "cerrvo", '"si parla" -orso', "lu")


@pytest.fixture(params=available())
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CHOSEN_ENGINE, request.param)
        library = Library(tmp_path / "biblioteca")
        for name in ("orso", "lupo", "cervo"):
            _install(library, tmp_path, name)
        list(bring_up_to_date(library))
        yield library
        library.close()


@pytest.mark.parametrize("rounds", [8, pytest.param(400, marks=pytest.mark.long)])
def test_any_damage_is_noticed_before_the_index_is_used(library: Library, rounds: int) -> None:
    chance = random.Random(7)
    root = library.folder / "indice"
    whole = library.folder / "intero"
    shutil.copytree(root, whole)
    for _ in range(rounds):
        _damage(root, chance)
        search = open_search(library)
        for question in QUESTIONS:
            search.search(question)
            search.complete(question)
        list(bring_up_to_date(library))
        assert is_up_to_date(library)
        assert search.search("cervo").hits[0].lesson_ref.startswith("marche/cervo")
        search.close()
        shutil.rmtree(root)
        shutil.copytree(whole, root)
        library.connection().execute("UPDATE indexed SET index_name = ?", (_lineage(root),))


@pytest.mark.parametrize("rounds", [2, pytest.param(60, marks=pytest.mark.long)])
def test_killed_at_any_moment_of_an_update_it_finds_the_old_or_the_new(
    library: Library, tmp_path: Path, rounds: int
) -> None:
    chance = random.Random(3)
    indexer = Indexer(library.folder)
    search = open_search(library)
    for number in range(rounds):
        edition = number + 2
        _install(library, tmp_path, "cervo", edition=edition, word=f"edizione{number}")
        indexer.start()
        indexer.wait(chance.uniform(0.1, 1.2))
        assert indexer._process is not None
        indexer._process.kill()
        indexer.wait()
        assert search.search("lupo").hits
        assert bool(search.search(f"edizione{number}").hits) or not is_up_to_date(library)
    indexer.start()
    assert indexer.wait().error == ""
    assert search.search(f"edizione{rounds - 1}").hits
    search.close()


def test_doctor_says_that_a_broken_index_made_itself_again(tmp_path: Path) -> None:
    home = Home(tmp_path)
    library = Library(home.library)
    assert "si prepara da sola" in _said(home)
    _install(library, tmp_path, "orso")
    list(bring_up_to_date(library))
    assert _said(home) == "La ricerca conosce tutti i pacchetti (whoosh)."

    next((library.folder / "indice").glob("*/*.seg")).write_bytes(b"rubbish")
    search = open_search(library)
    assert search.search("orso").hits == ()
    list(bring_up_to_date(library))

    assert "Il suo indice era rovinato" in _said(home)
    assert search.search("orso").hits
    search.close()
    library.close()


@pytest.mark.skipif("tantivy" not in available(), reason="the extra `grande` is not installed")
def test_a_library_that_grows_changes_its_engine_and_answers_all_the_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(tmp_path / "biblioteca")
    search = open_search(library)
    _install(library, tmp_path, "orso")
    list(bring_up_to_date(library))
    assert index_state(library).engine == "whoosh"

    monkeypatch.setattr("content.search.engines.LARGE_LIBRARY", 10)
    _install(library, tmp_path, "lupo")
    for _ in bring_up_to_date(library):
        assert search.search("orso").hits
    assert index_state(library).engine == "tantivy"
    assert {hit.lesson_ref[:11] for hit in search.search("parla", lessons=99).hits} == {
        "marche/lupo",
        "marche/orso",
    }

    monkeypatch.setattr("content.search.engines.find_spec", lambda _name: None)
    search.close()
    search = open_search(library)
    assert search.search("orso").hits == ()
    list(bring_up_to_date(library))
    assert index_state(library).engine == "whoosh"
    assert search.search("orso").hits
    search.close()
    library.close()


def test_a_library_of_the_first_version_is_read_again_for_exercises_and_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "VERSION", 1)
        patch.setattr(schema, "_CHANGES", {"first": schema._CHANGES["first"]})
        Library(tmp_path / "biblioteca").close()
    library = Library(tmp_path / "biblioteca")
    _install(library, tmp_path, "orso")
    list(bring_up_to_date(library))
    search = open_search(library)
    assert search.search("orso").hits
    search.close()
    library.close()


def _install(library: Library, folder: Path, name: str, *, edition: int = 1, word: str = "bosco") -> None:
    lessons = {
        f"{name}-{number}.md": lesson_text(
            f"{name}-{number}", f"{name} {number}", f"Si parla di {name}, {word}."
        )
        for number in range(6)
    }
    source = write_source(folder / f"{name}-{edition}", lessons, name=name, edition=edition)
    library.install(build_from_folder(source, folder / "uscita").folder)


def _damage(root: Path, chance: random.Random) -> None:
    """Cuts, empties, garbles, turns a bit of, or takes away one file."""
    files = [file for file in (*root.glob("*/*"), root / "CURRENT") if file.stat().st_size]
    file = chance.choice(files)
    data = bytearray(file.read_bytes())
    start = chance.randrange(len(data))
    how = chance.choice(("cut", "empty", "garble", "bit", "gone"))
    if how == "gone":
        file.unlink()
        return
    if how == "cut":
        del data[start:]
    elif how == "empty":
        data = bytearray()
    elif how == "garble":
        data[start : start + 512] = chance.randbytes(min(512, len(data) - start))
    else:
        data[start] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def _lineage(root: Path) -> str:
    return (root / "CURRENT").read_text().split(".")[1]


def _said(home: Home) -> str:
    return next(one.sentence for one in check_up(home) if one.name == "ricerca")
