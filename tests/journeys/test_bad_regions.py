"""What answers in a region's place, or cannot serve as one, is told in words and not remembered."""

import socket
from pathlib import Path

import pytest
from command_line import Terminal, assert_refused
from one_answer import OneAnswer
from school_samples import found_small_school

from scuola_digitale.format.signing import public_key
from scuola_digitale.storage.school_store import School
from ui.home import Home


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """This laptop's data folder, as the command line finds it."""
    return Home(tmp_path / "home")


@pytest.fixture
def school(home: Home) -> Path:
    """A school on this laptop."""
    found_small_school(home.school)
    return home.school


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

    found_small_school(home.school)
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
