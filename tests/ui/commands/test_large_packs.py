"""Packs of a hundred thousand files, and lessons by others, go all the way at the keyboard."""

from pathlib import Path

import pytest
from command_line import Terminal
from packs import lesson_text

from content.packing.opening import open_pack

LESSONS = Path(__file__).resolve().parents[3].parent / "shared/corpora/lezioni"
CARD = (
    "id: grande\neditore: marche\ntitolo: Grande\narea: scuola\nedizione: 1\nlingua: it\nlicenza: CC0-1.0\n"
)
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" cx="4" cy="4"/><!-- {} --></svg>'
)
A_LESSON = 500
"""Pictures of one lesson."""


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.mark.parametrize("files", [2_000, pytest.param(100_000, marks=pytest.mark.long)])
def test_a_pack_of_very_many_files_is_checked_built_installed_verified(
    terminal: Terminal, tmp_path: Path, files: int
) -> None:
    source = tmp_path / "grande"
    (source / "lezioni").mkdir(parents=True)
    (source / "pacchetto.yml").write_text(CARD, encoding="utf-8")
    for number in range(files // A_LESSON):
        _write_lesson(source, f"lezione-{number}")

    built = _goes_all_the_way(terminal, source, tmp_path / "uscita")

    assert len(open_pack(built).manifest.files) == 1 + files + files // A_LESSON


def _write_lesson(source: Path, name: str) -> None:
    pictures = source / "immagini" / name
    pictures.mkdir(parents=True)
    shown = []
    for number in range(A_LESSON):
        (pictures / f"{number}.svg").write_text(PICTURE.format(f"{name} {number}"), encoding="utf-8")
        shown.append(f"![Il cerchio numero {number}](../immagini/{name}/{number}.svg)")
    text = lesson_text(name, name.capitalize(), "\n\n".join(shown))
    (source / f"lezioni/{name}.md").write_text(text, encoding="utf-8")


@pytest.mark.skipif(not LESSONS.exists(), reason="the shared lessons are not beside this checkout")
def test_lessons_by_others_are_imported_checked_built_installed_verified(
    terminal: Terminal, tmp_path: Path
) -> None:
    source = tmp_path / "spazio"
    assert terminal.type("pack", "new", source, "--from", LESSONS / "lost-in-space/it-IT") == 0

    _goes_all_the_way(terminal, source, tmp_path / "uscita")


def _goes_all_the_way(terminal: Terminal, source: Path, out: Path) -> Path:
    assert terminal.type("pack", "check", source) == 0, terminal.said
    built = terminal.json("pack", "build", source, "--out", out)
    installed = terminal.json("pack", "install", built["cartella"])
    assert terminal.json("pack", "verify", installed["pacchetto"]) == {"rovinati": []}
    return Path(built["cartella"])
