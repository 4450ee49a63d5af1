"""The technician and the author at the keyboard: packs are written, checked, built, installed, removed."""

from pathlib import Path

import pytest
from command_line import Terminal


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


def _built(terminal: Terminal, folder: Path) -> Path:
    assert terminal.type("pack", "new", folder / "mio") == 0
    built = terminal.json("pack", "build", folder / "mio", "--out", folder / "uscita")
    return Path(built["cartella"])


def test_a_new_pack_is_whole_and_goes_all_the_way(terminal: Terminal, tmp_path: Path) -> None:
    built = _built(terminal, tmp_path)

    assert terminal.type("pack", "install", built) == 0
    listed = terminal.json("pack", "list")

    assert [pack["lezioni"] for pack in listed] == [1]
    assert terminal.json("pack", "verify", listed[0]["pacchetto"]) == {"rovinati": []}


def test_what_is_installed_is_found_by_searching(terminal: Terminal, tmp_path: Path) -> None:
    terminal.type("pack", "install", _built(terminal, tmp_path))
    lesson = next((tmp_path / "mio" / "lezioni").glob("*.md")).read_text(encoding="utf-8")
    title = lesson.split("titolo:")[1].splitlines()[0].strip(" \"'")

    answer = terminal.json("search", title)

    assert answer["hits"][0]["title"] == title


def test_a_removed_pack_is_gone_from_list_and_search(terminal: Terminal, tmp_path: Path) -> None:
    terminal.type("pack", "install", _built(terminal, tmp_path))
    pack = terminal.json("pack", "list")[0]

    assert terminal.type("pack", "remove", pack["pacchetto"]) == 0

    assert terminal.json("pack", "list") == []
    assert terminal.json("search", pack["titolo"])["hits"] == []


def test_check_names_file_line_and_remedy(terminal: Terminal, tmp_path: Path) -> None:
    terminal.type("pack", "new", tmp_path / "mio")
    lesson = next((tmp_path / "mio" / "lezioni").glob("*.md"))
    head, _, rest = lesson.read_text(encoding="utf-8").partition("\nid:")
    lesson.write_text(head + "\n" + rest.partition("\n")[2], encoding="utf-8")

    code = terminal.type("pack", "check", tmp_path / "mio")

    assert code == 1
    assert f"lezioni/{lesson.name}" in terminal.said
    assert "→" in terminal.said
    assert "Da correggere: 1" in terminal.said


def test_a_pack_with_mistakes_is_not_built(terminal: Terminal, tmp_path: Path) -> None:
    terminal.type("pack", "new", tmp_path / "mio")
    (tmp_path / "mio" / "lezioni" / "rotta.md").write_text("senza testata", encoding="utf-8")

    assert terminal.type("pack", "build", tmp_path / "mio", "--out", tmp_path / "uscita") == 1
    assert not (tmp_path / "uscita").exists()


def test_a_folder_that_is_no_pack_is_refused_with_a_remedy(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.type("pack", "install", tmp_path) == 1
    assert "→" in terminal.refused


def test_a_refusal_can_be_read_by_a_program(terminal: Terminal, tmp_path: Path) -> None:
    answer = terminal.json("pack", "install", tmp_path)

    assert set(answer) == {"errore", "rimedio"}


def test_wrong_usage_is_told_in_italian_with_code_2(terminal: Terminal) -> None:
    assert terminal.type("pack", "instal") == 2
    assert "Non conosco questo comando" in terminal.refused
    assert terminal.type("search") == 2
    assert "Manca" in terminal.refused
    assert terminal.type("search", "acqua", "--are", "scuola") == 2
    assert "Non conosco l'opzione" in terminal.refused
    assert terminal.type("search", "acqua", "--classe", "Z9") == 2


@pytest.mark.parametrize(
    "command", [(), ("pack",), ("pack", "build"), ("search",), ("sync",), ("demo",), ("region", "serve")]
)
def test_help_speaks_italian(terminal: Terminal, command: tuple[str, ...]) -> None:
    assert terminal.type(*command, "--help") == 0
    assert "Mostra questo aiuto" in terminal.said
    assert "Show this message" not in terminal.said
