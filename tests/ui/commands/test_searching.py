"""`scuola-digitale search`: phrases, words that must not be there, kinds and languages from the keyboard."""

from pathlib import Path

import pytest
from command_line import Terminal
from packs import lesson_text, write_source

from content.packing.build import build_from_folder


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Terminal:
    terminal = Terminal(capsys)
    lessons = {
        "neve.md": lesson_text("neve", "La neve", "La neve copre il tetto della scuola."),
        "snow.md": lesson_text("snow", "Snow", "Snow is falling on the roofs.").replace(
            "classi:", "lingua: en\nclassi:"
        ),
    }
    built = build_from_folder(write_source(tmp_path / "sorgente", lessons), tmp_path / "uscita")
    assert terminal.type("pack", "install", built.folder) == 0
    return terminal


def test_phrases_and_minus_are_understood(terminal: Terminal) -> None:
    assert [hit["lesson"] for hit in terminal.json("search", '"il tetto della scuola"')["hits"]] == [
        "marche/neve"
    ]
    assert terminal.json("search", "neve -tetto")["hits"] == []


def test_kind_and_language_narrow(terminal: Terminal) -> None:
    assert [pack["pack"] for pack in terminal.json("search", "prova", "--che", "pacchetto")["packs"]] == [
        "marche/prova"
    ]
    assert [hit["lesson"] for hit in terminal.json("search", "roof", "--lingua", "en")["hits"]] == [
        "marche/snow"
    ]
    assert terminal.json("search", "roof", "--lingua", "it")["hits"] == []


def test_a_pack_is_shown_as_a_pack(terminal: Terminal) -> None:
    assert terminal.type("search", "pacchetto prova") == 0
    assert "Pacchetto prova · pacchetto" in terminal.said
