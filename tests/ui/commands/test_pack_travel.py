"""The region publishes, a laptop gets, another reads it from a stick: all from the keyboard."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command_line import Terminal
from pack_shelf import QUICK
from packs import make_pack

from sync.region.serving import EmbeddedRegion
from sync.region.shelf import keys
from sync.region.shelf.shelf import PackShelf
from ui.home import Home

PACK = "marche/acqua"


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    # A password's real price would be paid at every key of every test.
    monkeypatch.setattr(keys.KeyFolder.__init__, "__kwdefaults__", {"effort": QUICK})
    return Terminal(capsys)


@pytest.fixture
def words(tmp_path: Path) -> Path:
    file = tmp_path / "parola"
    file.write_text("quattro cavalli lenti\n", encoding="utf-8")
    return file


@pytest.fixture
def region(terminal: Terminal, tmp_path: Path, words: Path) -> Iterator[tuple[str, str]]:
    """A region with one pack; its address and the fingerprint of its keys."""
    shelf = tmp_path / "regione/scaffale"
    made = terminal.json(
        "region", "keys", "new", tmp_path / "chiavi", "--shelf", shelf, "--password-file", words
    )
    publish(terminal, tmp_path, words, make_pack(tmp_path).folder)
    served = EmbeddedRegion(tmp_path / "server", shelf=PackShelf(shelf))
    yield served.start(), made["impronta"]
    served.stop()


def publish(terminal: Terminal, folder: Path, words: Path, pack: Path, *options: object) -> None:
    """The region puts a pack on its shelf."""
    shelf = folder / "regione/scaffale"
    arguments = ("--keys", folder / "chiavi", "--shelf", shelf, "--password-file", words, *options)
    assert terminal.type("region", "publish", pack, *arguments) == 0, terminal.refused


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Home]:
    """Sits down at a laptop."""

    def sit(name: str) -> Home:
        monkeypatch.setenv("SCUOLA_DIGITALE_HOME", str(tmp_path / name))
        return Home(tmp_path / name).ready()

    return sit


def test_a_pack_goes_from_the_region_to_a_laptop_and_in_a_pocket_to_another(
    terminal: Terminal, tmp_path: Path, region: tuple[str, str], at: Callable[[str], Home]
) -> None:
    address, fingerprint = region
    at("primo").remember_region(address)
    assert terminal.type("pack", "trust", address, "--fingerprint", fingerprint) == 0

    assert [pack["nuovo"] for pack in terminal.json("pack", "check-updates")] == [True]
    assert terminal.type("pack", "get", "--yes") == 0
    assert "Pacchetto nuovo: 2 lezioni nuove" in terminal.said
    assert terminal.json("pack", "verify", PACK) == {"rovinati": []}
    assert terminal.type("pack", "check-updates") == 0
    assert "Nessuna novità" in terminal.said
    assert terminal.type("pack", "export", "--to", tmp_path / "usb") == 0
    assert "1 pacchetto" in terminal.said

    at("secondo")
    root = tmp_path / "regione/scaffale/metadata/1.root.json"
    assert terminal.type("pack", "trust", root, "--fingerprint", fingerprint) == 0
    assert terminal.type("pack", "import", "--from", tmp_path / "usb") == 0
    assert "«Pacchetto marche/acqua» è installato" in terminal.said
    assert terminal.json("pack", "import", "--from", tmp_path / "usb") == []


def test_a_broken_file_is_fetched_again_by_itself(
    terminal: Terminal, tmp_path: Path, region: tuple[str, str], at: Callable[[str], Home]
) -> None:
    home = at("primo")
    home.remember_region(region[0])
    terminal.type("pack", "trust", region[0], "--fingerprint", region[1])
    terminal.json("pack", "get")
    [film] = home.library.glob("media/??/*")
    film.write_bytes(b"x" * film.stat().st_size)

    assert terminal.type("pack", "verify", PACK) == 1
    assert "pack repair" in terminal.said
    assert terminal.json("pack", "repair", PACK) == {"riparati": 1}
    assert terminal.type("pack", "verify", PACK) == 0


def test_an_edition_is_rolled_out_in_stages(
    terminal: Terminal, tmp_path: Path, region: tuple[str, str], words: Path
) -> None:
    publish(terminal, tmp_path, words, make_pack(tmp_path, edition=2, text="Nuovo.").folder, "--percent", 10)
    shelf = tmp_path / "regione/scaffale"

    changed = terminal.json(
        "region", "rollout", PACK, "--percent", 50, "--school", "a" * 32, "--shelf", shelf
    )

    assert changed["edizioni"][0] == {"edizione": 2, "percento": 50, "scuole": 1}
    assert terminal.type("region", "rollout", "marche/neve", "--shelf", shelf) == 1


def test_keys_change_and_laptops_follow(
    terminal: Terminal, tmp_path: Path, region: tuple[str, str], words: Path, at: Callable[[str], Home]
) -> None:
    at("primo").remember_region(region[0])
    terminal.type("pack", "trust", region[0], "--fingerprint", region[1])
    options = (
        "--keys",
        tmp_path / "chiavi",
        "--shelf",
        tmp_path / "regione/scaffale",
        "--password-file",
        words,
    )

    for name in ("radice-2", "area-scuola", "in-linea", "pubblicazione"):
        assert terminal.type("region", "keys", "rotate", name, *options) == 0, terminal.refused
    assert terminal.json("region", "keys", "renew", *options)["rinnovate"][0] == "pubblicazione"

    assert len(terminal.json("pack", "get")) == 1


def test_wrong_words_and_places_are_told(
    terminal: Terminal, tmp_path: Path, region: tuple[str, str], at: Callable[[str], Home]
) -> None:
    at("primo")
    wrong = tmp_path / "altra"
    wrong.write_text("sbagliata", encoding="utf-8")
    pack = make_pack(tmp_path, pack_id="marche/terra", lessons=("valle",)).folder
    publishing = ("region", "publish", pack, "--shelf", tmp_path / "regione/scaffale")

    assert terminal.type("pack", "check-updates") == 1
    assert "pack trust" in terminal.refused
    assert terminal.type("pack", "trust", tmp_path / "manca") == 1
    assert terminal.type("pack", "trust", wrong, "--fingerprint", region[1]) == 2
    assert terminal.type(*publishing, "--keys", tmp_path / "chiavi", "--password-file", wrong) == 1
    assert terminal.type(*publishing, "--keys", tmp_path, "--password-file", wrong) == 1
    assert "area-scuola" in terminal.refused
    assert (
        terminal.type("region", "publish", pack, "--keys", tmp_path / "chiavi", "--password-file", wrong) == 1
    )
    assert "region keys new" in terminal.refused


def test_limits_are_told_and_kept(terminal: Terminal, at: Callable[[str], Home]) -> None:
    home = at("primo")

    assert terminal.type("pack", "limits", "--hours", "22-6", "--per-day", 80, "--space", 4000) == 0

    assert "dalle 22 alle 6" in terminal.said
    assert home.settings().packs.daily_mb == 80
    assert terminal.type("pack", "limits", "--hours", "sera") == 2


def test_a_library_within_its_space_refuses_more(
    terminal: Terminal, tmp_path: Path, region: tuple[str, str], at: Callable[[str], Home]
) -> None:
    at("primo").remember_region(region[0])
    terminal.type("pack", "trust", region[0], "--fingerprint", region[1])
    terminal.type("pack", "limits", "--space", 1)
    terminal.json("pack", "get")
    shutil.rmtree(tmp_path / "pacchetti")
    big = make_pack(tmp_path, pack_id="maestra/terra", lessons=("valle",), film=bytes(range(256)) * 4000)

    assert terminal.type("pack", "install", big.folder) == 1
    assert "spazio concesso" in terminal.refused


def test_no_pack_stands_in_for_the_region_s(
    terminal: Terminal, tmp_path: Path, region: tuple[str, str], at: Callable[[str], Home]
) -> None:
    at("primo").remember_region(region[0])
    terminal.type("pack", "trust", region[0], "--fingerprint", region[1])
    terminal.json("pack", "check-updates")
    signed = make_pack(tmp_path)
    forged = make_pack(tmp_path, edition=7, text="Falso.")
    mine = make_pack(tmp_path, pack_id="maestra/orto", lessons=("orto",))

    assert terminal.type("pack", "install", forged.folder) == 1
    assert "dice di essere di «marche»" in terminal.refused
    assert terminal.type("pack", "install", signed.folder) == 0
    assert terminal.type("pack", "install", mine.folder) == 0
