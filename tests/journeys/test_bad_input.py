"""Whatever is typed, and whatever stands in a folder's place: a sentence, a remedy, exit code 1, and nothing half-done."""

from pathlib import Path

import pytest
from command_line import Terminal, assert_refused
from school_samples import found_small_school

from ui.demo.alone import alone
from ui.home import Home


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def source(terminal: Terminal, tmp_path: Path) -> Path:
    """A source that works, in a folder of its own."""
    assert terminal.type("pack", "new", tmp_path / "mio") == 0
    return tmp_path / "mio"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """This laptop's data folder, as the command line finds it."""
    return Home(tmp_path / "home")


@pytest.fixture
def school(home: Home) -> Path:
    """A school on this laptop."""
    found_small_school(home.school)
    return home.school


# Folders that are none


def every_command(folder: Path) -> list[tuple[object, ...]]:
    """Every command that opens the data folder, as it would be typed."""
    return [
        ("pack", "install", folder),
        ("pack", "list"),
        ("pack", "verify", "marche/scuola"),
        ("pack", "remove", "marche/scuola"),
        ("search", "acqua"),
        ("sync",),
        ("region", "serve", "--port", 1),
        ("region", "register", "0" * 32, "0" * 64),
        ("screenshots", "--out", folder / "immagini"),
        ("demo", "--headless"),
    ]


def test_a_file_where_the_data_folder_should_be_is_told_by_every_command(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"mio")
    monkeypatch.setenv("SCUOLA_DIGITALE_HOME", str(tmp_path / "file" / "sotto"))
    assert "file" in assert_refused(terminal, "pack", "list")
    monkeypatch.setenv("SCUOLA_DIGITALE_HOME", str(tmp_path / "file"))
    for words in every_command(tmp_path):
        assert "file" in assert_refused(terminal, *words)
    assert terminal.type("doctor") == 1
    assert "da guardare" in terminal.said
    assert (tmp_path / "file").read_bytes() == b"mio"


@pytest.mark.parametrize("room", ["biblioteca", "regione", "giornata", "immagini-scuola"])
def test_a_file_where_a_room_of_the_data_folder_should_be_is_told(
    room: str, terminal: Terminal, home: Home, tmp_path: Path
) -> None:
    (home.ready().folder / room).write_bytes(b"mio")
    commands: dict[str, tuple[object, ...]] = {
        "biblioteca": ("pack", "list"),
        "regione": ("region", "serve", "--port", 1),
        "giornata": ("demo", "--headless"),
        "immagini-scuola": ("screenshots", "--out", tmp_path / "immagini"),
    }

    assert_refused(terminal, *commands[room])

    assert (home.folder / room).read_bytes() == b"mio"


def test_a_file_where_something_is_to_be_written_is_told_and_kept(
    terminal: Terminal, source: Path, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"mio")
    for place in (file, file / "sotto"):
        assert_refused(terminal, "pack", "new", place)
        assert_refused(terminal, "pack", "new", place, "--from", source / "lezioni")
        assert_refused(terminal, "pack", "build", source, "--out", place)
        assert_refused(terminal, "screenshots", "--out", place)
        assert_refused(terminal, "demo", "--headless", "--out", place)
    assert file.read_bytes() == b"mio"
    assert_refused(terminal, "pack", "new", tmp_path / "altro", "--from", file)
    assert not (tmp_path / "altro").exists()


@pytest.mark.parametrize(
    ("room", "words"),
    [("giornata", ("demo", "--headless")), ("immagini-scuola", ("screenshots", "--out", "x"))],
)
def test_two_at_a_time_do_not_tread_on_each_others_school(
    room: str, words: tuple[str, ...], terminal: Terminal, home: Home
) -> None:
    with alone(home.ready().folder / room):
        assert "altro programma" in assert_refused(terminal, *words)


def test_a_school_whose_database_cannot_be_opened_is_told(terminal: Terminal, school: Path) -> None:
    for file in school.glob("scuola.db*"):
        file.unlink()
    (school / "scuola.db").mkdir()

    assert_refused(terminal, "sync", "--region", "http://127.0.0.1:1")
    assert terminal.type("doctor") == 1


# Odd words

ODD = [
    "",
    "   ",
    "🐺🌊",
    "\x01\x1b[31m\x07",
    "acqua " * 3_000,
    "[/bold]",
    "../../etc/passwd",
    "'; DROP TABLE pack;--",
]


@pytest.mark.parametrize(
    "word", ODD, ids=["empty", "blank", "emoji", "control", "long", "markup", "path", "sql"]
)
def test_odd_words_are_answered_in_words_by_every_command(
    word: str, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())

    assert terminal.type("search", word) == 0
    assert terminal.type("search", "acqua", "--materia", word) == 0
    for command in ("verify", "remove"):
        assert_refused(terminal, "pack", command, word)
    for command in ("check", "build", "install"):
        assert terminal.type("pack", command, word) in {1, 2}
        assert "Traceback" not in terminal.refused
    assert terminal.type("pack", "new", "x", "--from", word) in {1, 2}
    for option in ("--area", "--classe", "--quanti"):
        assert terminal.type("search", "acqua", option, word) == 2
        assert "→" in terminal.refused
    assert terminal.type(word) == 2
    assert "\x1b[31m" not in terminal.said + terminal.refused
    assert set(tmp_path.iterdir()) - before <= {tmp_path / "home"}
