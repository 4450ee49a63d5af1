"""A pack written with mistakes, or brought broken, is refused with a sentence and its place; nothing is left of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Terminal, assert_refused

from ui.home import Home

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
    """Adds a film of a kind that no player here knows."""
    (source / "media" / "vecchio.avi").write_bytes(b"RIFF" + bytes(60))
    changed("## Com'è fatto", "![Un filmato](../media/vecchio.avi)\n\n## Com'è fatto")(source)


def with_a_hollow_film(source: Path) -> None:
    """Adds a film of no bytes."""
    (source / "media" / "vuoto.mp4").write_bytes(b"")
    changed("## Com'è fatto", "![Un filmato](../media/vuoto.mp4)\n\n## Com'è fatto")(source)


def with_the_lesson_twice(source: Path) -> None:
    """Copies the lesson, its id with it."""
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
