"""Whatever is typed, brought or answered: a sentence, a remedy, exit code 1, and nothing half-done."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command_line import Terminal
from one_answer import OneAnswer
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from school_samples import QUICK

from scuola_digitale.clock import SystemClock
from scuola_digitale.format.signing import public_key
from scuola_digitale.storage.founding import found_school
from scuola_digitale.storage.school_store import School
from ui.demo.alone import alone
from ui.home import Home
from ui.main import open_window
from ui.widgets.refusal import Refusal

Spoil = Callable[[Path], None]


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def source(terminal: Terminal, tmp_path: Path) -> Path:
    """A source that works, in a folder of its own."""
    assert terminal.type("pack", "new", tmp_path / "mio") == 0
    return tmp_path / "mio"


@pytest.fixture
def built(terminal: Terminal, source: Path, tmp_path: Path) -> Path:
    """The same, built."""
    return Path(terminal.json("pack", "build", source, "--out", tmp_path / "uscita")["cartella"])


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """This laptop's data folder, as the command line finds it."""
    return Home(tmp_path / "home")


@pytest.fixture
def school(home: Home) -> Path:
    """A school on this laptop."""
    founding = found_school(plesso="valdoro", plesso_name="Valdoro", clock=SystemClock(), effort=QUICK)
    founding.laptop(home.school, "Portatile Faggio").close()
    return home.school


def assert_refused(terminal: Terminal, *words: object) -> str:
    """A sentence and its remedy, on the right stream, with code 1; gives them."""
    assert terminal.type(*words) == 1
    assert terminal.said == ""
    sentence, remedy = terminal.refused.split("→")
    assert sentence.strip()
    assert remedy.strip()
    assert "Traceback" not in terminal.refused
    return " ".join(terminal.refused.split())


# Packs that somebody writes


def changed(old: str, new: str) -> Spoil:
    """Changes the lesson's text, once."""

    def spoil(source: Path) -> None:
        lesson = source / "lezioni" / "lombrico.md"
        text = lesson.read_text("utf-8")
        assert old in text
        lesson.write_text(text.replace(old, new, 1), "utf-8")

    return spoil


def with_a_film(source: Path) -> None:
    (source / "media" / "vecchio.avi").write_bytes(b"RIFF" + bytes(60))
    changed("## Com'è fatto", "![Un filmato](../media/vecchio.avi)\n\n## Com'è fatto")(source)


def with_a_hollow_film(source: Path) -> None:
    (source / "media" / "vuoto.mp4").write_bytes(b"")
    changed("## Com'è fatto", "![Un filmato](../media/vuoto.mp4)\n\n## Com'è fatto")(source)


def with_the_lesson_twice(source: Path) -> None:
    shutil.copy(source / "lezioni" / "lombrico.md", source / "lezioni" / "copia.md")


MISTAKES: dict[str, tuple[Spoil, str]] = {
    "a head without id": (changed("id: lombrico\n", ""), "lezioni/lombrico.md"),
    "a head that is no YAML": (changed("durata: 20", "durata: [20"), "lezioni/lombrico.md"),
    "an exercise that is no YAML": (changed("tipo: scelta\n", "tipo: [scelta\n"), "lezioni/lombrico.md"),
    "a missing image": (changed('lombrico.svg "La', 'manca.svg "La'), "lezioni/lombrico.md"),
    "an exercise id twice": (changed("id: vero-falso", "id: respira"), "lezioni/lombrico.md"),
    "a lesson id twice": (with_the_lesson_twice, "lezioni/"),
    "a film nobody can play": (with_a_film, "lezioni/lombrico.md"),
    "a film of no bytes": (with_a_hollow_film, "media/vuoto.mp4"),
    "a path outside the pack": (
        changed('../immagini/lombrico.svg "La', '../../fuori.svg "La'),
        "lezioni/lombrico.md",
    ),
    "an absolute path": (changed('../immagini/lombrico.svg "La', '/etc/passwd "La'), "lezioni/lombrico.md"),
}


@pytest.mark.parametrize(("spoil", "place"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_in_a_lesson_is_named_with_its_place_and_nothing_is_built(
    spoil: Spoil, place: str, terminal: Terminal, source: Path, tmp_path: Path
) -> None:
    (tmp_path / "fuori.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    spoil(source)

    assert terminal.type("pack", "check", source) == 1
    assert f"{place}" in terminal.said
    assert "da correggere" in terminal.said
    told = terminal.json("pack", "check", source)["problemi"]
    blocking = [one for one in told if one["blocca"]]
    assert blocking
    assert all(one["problema"] and one["rimedio"] for one in blocking)
    assert terminal.type("pack", "build", source, "--out", tmp_path / "uscita") == 1
    assert not (tmp_path / "uscita").exists()


# Packs that somebody brings


def cut(path: str, left: int) -> Spoil:
    """Cuts a file of the built pack; a negative number counts from its end."""

    def spoil(built: Path) -> None:
        file = next(built.glob(path))
        file.write_bytes(file.read_bytes()[:left])

    return spoil


def _folder_instead(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _file_instead(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_bytes(b"")


BROUGHT: dict[str, Spoil] = {
    "a manifest of no bytes": cut("manifest.json", 0),
    "a cut manifest": cut("manifest.json", -40),
    "a blob of no bytes": cut("blobs/*/*", 0),
    "a cut blob": cut("blobs/*/*", -1),
    "a missing manifest": lambda built: (built / "manifest.json").unlink(),
    "missing blobs": lambda built: shutil.rmtree(built / "blobs"),
    "a folder for a manifest": lambda built: _folder_instead(built / "manifest.json"),
    "a file for a pack": _file_instead,
    "nothing": shutil.rmtree,
}


@pytest.mark.parametrize("spoil", BROUGHT.values(), ids=BROUGHT.keys())
def test_a_pack_that_arrived_broken_is_refused_and_leaves_nothing(
    spoil: Spoil, terminal: Terminal, built: Path, home: Home
) -> None:
    spoil(built)

    assert_refused(terminal, "pack", "install", built)

    assert terminal.json("pack", "list") == []
    assert not list((home.library / "media").glob("??/*"))


def test_a_source_is_not_installed_and_the_way_is_shown(terminal: Terminal, source: Path) -> None:
    assert "pack build" in assert_refused(terminal, "pack", "install", source)


# Regions that are none

RUBBISH: dict[str, bytes] = {
    "a portal's page": b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 13\r\n\r\n<html></html>",
    "a redirect": b"HTTP/1.1 302 Found\r\nlocation: http://portale.example/\r\ncontent-length: 0\r\n\r\n",
    "a reply cut short": b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n\x00\x00\x00\x20",
    "another type": b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}",
    "a type of its own": b"HTTP/1.1 204 No Content\r\nd: nessuno\r\n\r\n",
    "no HTTP": b"SSH-2.0-OpenSSH_9.6\r\n",
    "nothing at all": b"",
}


@pytest.mark.parametrize("answer", RUBBISH.values(), ids=RUBBISH.keys())
def test_what_answers_instead_of_a_region_is_told_and_not_remembered(
    answer: bytes, terminal: Terminal, school: Path, home: Home
) -> None:
    server = OneAnswer(answer)
    try:
        assert_refused(terminal, "sync", "--region", server.url)
    finally:
        server.close()

    assert home.settings().region_url == ""
    opened = School.open(school)
    assert opened.exchange_state().waiting == 1  # its own certificate
    opened.close()


@pytest.mark.parametrize(
    "url", ["https://regione.invalid", "http://127.0.0.1:1", "regione", "🐺", "http://\x07"]
)
def test_an_unknown_region_is_told_and_not_remembered(
    url: str, terminal: Terminal, school: Path, home: Home
) -> None:
    assert_refused(terminal, "sync", "--region", url)

    assert home.settings().region_url == ""


def test_syncing_without_a_school_or_without_a_region_says_what_is_missing(
    terminal: Terminal, home: Home
) -> None:
    assert "scuola-digitale demo" in assert_refused(terminal, "sync", "--region", "http://127.0.0.1:1")

    founding = found_school(plesso="valdoro", plesso_name="Valdoro", clock=SystemClock(), effort=QUICK)
    founding.laptop(home.school, "Portatile Faggio").close()
    assert "--region" in assert_refused(terminal, "sync")


# A region that cannot be served


def test_a_taken_port_and_a_foreign_address_are_told_before_anything_is_promised(
    terminal: Terminal, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert str(port) in assert_refused(terminal, "region", "serve", "--port", port)
    assert "203.0.113.7" in assert_refused(terminal, "region", "serve", "--host", "203.0.113.7", "--port", 1)
    assert_refused(terminal, "region", "serve", "--host", "", "--port", 1)


def test_a_database_that_is_none_is_told(terminal: Terminal, tmp_path: Path) -> None:
    rubbish = tmp_path / "rubbish.db"
    rubbish.write_bytes(b"questo non era un database" * 200)
    for address in (
        f"sqlite:///{rubbish}",
        f"sqlite:///{tmp_path}",
        f"sqlite:///{tmp_path / 'manca' / 'regione.db'}",
        "boh",
        "boh://x",
        "🐺",
    ):
        assert "database" in assert_refused(terminal, "region", "serve", "--database", address, "--port", 1)
        key = public_key(bytes(32)).hex()
        assert terminal.type("region", "register", "0" * 32, key, "--database", address) == 1
    assert rubbish.read_bytes().startswith(b"questo non")


def test_a_school_that_is_not_its_keys_is_not_registered(terminal: Terminal) -> None:
    key = public_key(bytes(32)).hex()
    for school_id in ("", "zz", "🐺", "0" * 32, "0" * 31):
        assert_refused(terminal, "region", "register", school_id, key)
    for crooked in ("", "zz", key[:-1], key + "00"):
        assert terminal.type("region", "register", "0" * 32, crooked) == 2


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


@contextmanager
def _environment(**more: str) -> Iterator[dict[str, str]]:
    kept = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    yield {**kept, **more}


def as_a_person(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The real command, in a process of its own."""
    with _environment(**environment) as surroundings:
        return subprocess.run(
            [sys.executable, "-m", "ui.main", *words],
            capture_output=True, encoding="utf-8", errors="replace", check=False, env=surroundings, timeout=60,
        )  # fmt: skip


def test_the_real_command_refuses_with_code_1_and_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")

    told = [
        as_a_person("pack", "install", str(tmp_path)),
        as_a_person("sync"),
        as_a_person("pack", "list", SCUOLA_DIGITALE_HOME=str(file)),
    ]

    for one in told:
        assert (one.returncode, one.stdout) == (1, "")
        assert "→" in one.stderr
        assert "Traceback" not in one.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_cannot_write_every_letter_gets_the_others(encoding: str, tmp_path: Path) -> None:
    listed = as_a_person("pack", "--help", PYTHONIOENCODING=encoding)
    refused = as_a_person("sync", PYTHONIOENCODING=encoding)
    found = as_a_person("search", "perché", "--json", PYTHONIOENCODING=encoding)

    assert (listed.returncode, refused.returncode, found.returncode) == (0, 1, 0)
    assert "Comandi" in listed.stdout
    assert "scuola-digitale demo" in refused.stderr
    assert json.loads(found.stdout)["query"] == "perché"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_window_says_so() -> None:
    with _environment() as kept:
        kept.pop("QT_QPA_PLATFORM", None)
        told = subprocess.run(
            [sys.executable, "-m", "ui.main"],
            capture_output=True,
            text=True,
            check=False,
            env=kept,
            timeout=60,
        )

    assert told.returncode == 1
    assert "schermo" in told.stderr
    assert "→" in told.stderr


def test_a_laptop_that_cannot_be_opened_says_so_in_a_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("SCUOLA_DIGITALE_HOME", str(tmp_path / "file"))
    seen: list[str] = []

    def read_and_close() -> None:
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Refusal))
        seen.extend(label.text() for label in window.findChildren(QLabel))
        window.close_it.click()

    QTimer.singleShot(0, read_and_close)

    assert open_window() == 1

    told = capsys.readouterr().err
    assert "→" in told
    assert any(sentence and sentence in told for sentence in seen)
