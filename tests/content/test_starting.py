"""Promises about how packs begin: an example that works, and other people's Markdown taken in with care."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lesson_sources import SVG

from content.problems import Problem
from content.reading import read_pack
from content.starting import FolderInUseError, NothingToImportError, import_folder, new_pack
from scuola_digitale.domain.exercise import Exercise
from scuola_digitale.domain.lesson import AnyBlock, Callout, Code, Details, ExerciseBlock, Figure

CORPUS = Path(__file__).parents[3] / "shared/corpora/lezioni/lost-in-space/it-IT"


def write(folder: Path, files: dict[str, str]) -> Path:
    """Lays files into a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def imported(tmp_path: Path, files: dict[str, str]) -> tuple[tuple[AnyBlock, ...], tuple[Problem, ...]]:
    """The blocks of the first lesson made of some files, which must pass the check, and what was told."""
    told = import_folder(write(tmp_path / "altrui", files), tmp_path / "pacchetto")
    source, problems = read_pack(tmp_path / "pacchetto")
    assert [problem for problem in problems if problem.blocking] == []
    assert source is not None
    return source.lessons[0].blocks, told


def test_a_new_pack_works_as_it_is(tmp_path: Path) -> None:
    new_pack(tmp_path / "Il mio pacchetto")
    source, problems = read_pack(tmp_path / "Il mio pacchetto")
    assert problems == ()
    assert source is not None
    assert source.head.pack_id == "la-mia-scuola/il-mio-pacchetto"
    (lesson,) = source.lessons
    kinds: set[type[Exercise]] = {
        type(block.exercise) for block in lesson.blocks if isinstance(block, ExerciseBlock)
    }
    assert len(kinds) == 3
    assert "immagini/lombrico.svg" in source.files


def test_a_title_with_quotes_and_colons_is_kept(tmp_path: Path) -> None:
    new_pack(tmp_path / "p", title="L'orto: terra, acqua", publisher="fiastra")
    source, _ = read_pack(tmp_path / "p")
    assert source is not None
    assert (source.head.title, source.head.publisher) == ("L'orto: terra, acqua", "fiastra")


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "p", {"mio.txt": "mio"})
    with pytest.raises(FolderInUseError, match="non è vuota"):
        new_pack(tmp_path / "p")
    with pytest.raises(FolderInUseError):
        import_folder(write(tmp_path / "s", {"a.md": "a"}), tmp_path / "p")
    assert [path.name for path in (tmp_path / "p").iterdir()] == ["mio.txt"]


def test_a_folder_without_lessons_is_told(tmp_path: Path) -> None:
    with pytest.raises(NothingToImportError, match="non ci sono lezioni"):
        import_folder(tmp_path, tmp_path / "p")
    assert not (tmp_path / "p").exists()


def test_the_text_stays_and_strange_marks_are_told_with_their_lines(tmp_path: Path) -> None:
    text = (
        '# Uno strano\n\nTesto `a`{:class="b"} e <b>grassetto</b>.\n\n--- task ---\n\nFai.\n\n```blocks3\nmove (1) {:x}\n```\n\n'
        '--- hints --- --- hint ---\n\nGuarda.\n\n--- /hint --- --- /hints ---\n--- /task ---\n\n--- collapse ---\n---\ntitle: Cosa "serve"\n---\n\nPane.\n\n'
        "--- /collapse ---\n\n--- print-only ---\n\ncarta\n\n--- /print-only ---\n\n[[[pezzo]]]\n\n--- boh ---\n\nFine.\n"
    )
    blocks, told = imported(tmp_path, {"a.md": text})
    _, task, opened, end = blocks
    assert isinstance(task, Callout)
    assert [type(block) for block in task.blocks][1:] == [Code, Details]
    assert task.blocks[1] == Code(text="move (1) {:x}")
    assert isinstance(opened, Details)
    assert opened.title == "Cosa ”serve”"
    assert "Fine." in str(end)
    assert "carta" not in str(blocks)
    lines = {
        problem.message.split("»")[0].strip("«"): problem.line for problem in told if problem.path == "a.md"
    }
    assert lines == {
        "{:…}": 3, "<b>": 3, "--- task ---": 5, "```blocks3": 9, "--- hints ---": 13, "--- hint ---": 13,
        "--- collapse ---": 20, "--- print-only ---": 29, "[[[pezzo]]]": 35, "--- boh ---": 37,
    }  # fmt: skip
    assert not any(problem.blocking for problem in told)


def test_pictures_come_along_and_missing_ones_leave_their_words(tmp_path: Path) -> None:
    text = "# T\n\n![](img/due.svg)\n\n![Un prato](manca.png)\n\n![Fuori](../segreto.svg)\n\n![Rete](http://a.it/b.png)\n"
    blocks, told = imported(tmp_path, {"a.md": text, "img/due.svg": SVG, "../segreto.svg": SVG})
    assert blocks[0] == Figure(path="immagini/img-due.svg", alt="due")
    assert [problem.line for problem in told if problem.path == "a.md"] == [3, 5, 7, 9]
    assert not (tmp_path / "pacchetto/immagini/segreto.svg").exists()
    assert "Un prato" in str(blocks[1])


def test_of_what_was_for_paper_alone_the_pictures_stay(tmp_path: Path) -> None:
    text = (
        "# T\n\n<iframe src='http://a.it'></iframe>\n\n--- print-only ---\n\nVedi a pagina 3.\n\n"
        "![Il gioco finito](img/due.svg)\n\n--- /print-only ---\n\nFine.\n"
    )
    blocks, told = imported(tmp_path, {"a.md": text, "img/due.svg": SVG})
    assert Figure(path="immagini/img-due.svg", alt="Il gioco finito") in blocks
    assert "pagina 3" not in str(blocks)
    assert any("restano le immagini" in problem.message and problem.line == 5 for problem in told)


def test_links_between_the_files_lead_to_the_lessons(tmp_path: Path) -> None:
    blocks, _ = imported(
        tmp_path,
        {
            "a.md": "# A\n\n[poi](b.md) e [altro](c.pdf), [fuori](https://a.it/x?utm_source=a&utm_b=c#d)\n",
            "b.md": "# B\n\nFine.\n",
        },
    )
    assert "lezione:la-mia-scuola/altrui-b" in str(blocks)
    assert "c.pdf" not in str(blocks)
    assert "https://a.it/x#d" in str(blocks)


def test_what_the_reader_would_refuse_stays_as_plain_text(tmp_path: Path) -> None:
    text = (
        "# T\n\nUna formula $\\frac{1$ rotta.\n\n!!! strano\n    dentro\n\nUna nota[^1].\n\n```\nmai chiuso\n"
    )
    blocks, told = imported(tmp_path, {"a.md": text})
    assert "\\frac{1$ rotta." in str(blocks).replace("\\\\", "\\")
    assert sum("testo semplice" in problem.message for problem in told) == 3


def test_files_of_windows_and_foreign_heads_are_read(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "it-IT",
        {
            "step_2.md": "---\ntitle: Due\nlayout: x\n---\n\nTesto.\n",
            "meta.yml": "---\ntitle: 'Il mio: corso'\n",
        },
    )
    (folder / "step_10.md").write_bytes("# Dieci\r\n\r\nPerché?\r\n".encode("cp1252"))
    told = import_folder(folder, tmp_path / "p")
    source, problems = read_pack(tmp_path / "p")
    assert not any(problem.blocking for problem in problems)
    assert source is not None
    assert source.head.title == "Il mio: corso"
    assert [lesson.head.title for lesson in source.lessons] == ["Due", "Dieci"]
    assert any("non è in UTF-8" in problem.message for problem in told)


MARKS = [
    "--- task ---",
    "--- /task ---",
    "--- collapse ---",
    "---",
    "title: a",
    "# a",
    "```",
    "$",
    "[a](b)",
    "![a](b)",
    "<p>",
    "!!! x",
    "- a",
    "    b",
    "[^1]",
    "",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.sampled_from(MARKS), max_size=12))
def test_whatever_is_imported_can_be_built(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    imported(tmp_path_factory.mktemp("altrui"), {"a.md": "\n".join(lines)})


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus of coding-club lessons is not beside this checkout"
)
def test_a_real_project_of_a_coding_club_becomes_a_pack(tmp_path: Path) -> None:
    told = import_folder(CORPUS, tmp_path / "p")
    source, problems = read_pack(tmp_path / "p")
    assert source is not None
    assert [problem for problem in problems if problem.blocking] == []
    assert (source.head.pack_id, source.head.title) == ("la-mia-scuola/lost-in-space", "Perduto nello Spazio")
    assert (len(source.lessons), len([path for path in source.files if path.endswith(".png")])) == (10, 21)
    assert "--- " not in str(source.lessons)
    assert "{:" not in str(source.lessons)
    assert {problem.path for problem in told} >= {"meta.yml", "step_1.md", "step_10.md"}
    assert any("print-only" in problem.message and problem.line == 24 for problem in told)
