"""Packs of a hundred thousand files, and lessons by others, go all the way at the keyboard."""

from pathlib import Path

import pytest
from command_line import Terminal

LESSONS = Path(__file__).resolve().parents[3].parent / "shared/corpora/lezioni"
CARD = (
    "id: grande\neditore: marche\ntitolo: Grande\narea: scuola\nedizione: 1\nlingua: it\nlicenza: CC0-1.0\n"
)
LESSON = (
    "---\nid: una\ntitolo: Una\nmateria: scienze\nclassi: [P3]\nsommario: Una.\n---\n\nDi tutto un po'.\n"
)


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
    (source / "lezioni/una.md").write_text(LESSON, encoding="utf-8")
    for number in range(files):
        folder = source / f"dati/{number // 500:03}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:06}.txt").write_text(f"il dato numero {number}", encoding="utf-8")

    _goes_all_the_way(terminal, source, tmp_path / "uscita")


@pytest.mark.skipif(not LESSONS.exists(), reason="the shared lessons are not beside this checkout")
def test_lessons_by_others_are_imported_checked_built_installed_verified(
    terminal: Terminal, tmp_path: Path
) -> None:
    source = tmp_path / "spazio"
    assert terminal.type("pack", "new", source, "--from", LESSONS / "lost-in-space/it-IT") == 0

    _goes_all_the_way(terminal, source, tmp_path / "uscita")


def _goes_all_the_way(terminal: Terminal, source: Path, out: Path) -> None:
    assert terminal.type("pack", "check", source) == 0, terminal.said
    built = terminal.json("pack", "build", source, "--out", out)
    installed = terminal.json("pack", "install", built["cartella"])
    assert terminal.json("pack", "verify", installed["pacchetto"]) == {"rovinati": []}
