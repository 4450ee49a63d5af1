"""`sync --stick`, `sync --hub`, `line`: what a technician types for an exchange."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Terminal
from format_samples import answered
from school_samples import TestSchool

from sync.hub.serving import Hub
from ui.home import default_home


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestSchool]:
    """A school whose second laptop is the one at which somebody types."""
    monkeypatch.setenv("SCUOLA_DIGITALE_HOME", str(tmp_path / "home"))
    founded = TestSchool(tmp_path / "altri", laptops=2)
    founded.laptops[1].close()
    (tmp_path / "home").mkdir()
    founded.laptops[1].folder.rename(tmp_path / "home" / "scuola")
    yield founded
    founded.first.close()


def test_a_stick_goes_from_laptop_to_laptop(terminal: Terminal, school: TestSchool, tmp_path: Path) -> None:
    from sync.stick import visit

    stick = tmp_path / "chiavetta"
    stick.mkdir()
    school.first.record([answered()])
    visit(
        stick,
        school.founding.school_id.hex(),
        school.first.replica,
        device_key=school.first.replica.device_key,
    )
    assert terminal.json("sync", "--stick", stick)["received"] == 1
    assert terminal.json("sync", "--stick", stick) == {"written": 0, "received": 0}


def test_a_stick_that_is_not_there_is_told(terminal: Terminal, school: TestSchool, tmp_path: Path) -> None:
    assert terminal.type("sync", "--stick", tmp_path / "niente") == 1
    assert "chiavetta" in terminal.refused


def test_a_hub_that_is_typed_is_remembered(terminal: Terminal, school: TestSchool) -> None:
    hub = Hub(school.first, host="127.0.0.1", port=0)
    hub.start()
    try:
        address = f"https://127.0.0.1:{hub.port}"
        school.first.record([answered()])
        assert terminal.json("sync", "--hub", address)["received"] == 1
    finally:
        hub.stop()
    assert default_home().settings().hub_url == address
    assert terminal.type("sync", "--hub", address) == 1
    assert "non risponde" in terminal.refused


def test_the_line_is_limited_and_tells_its_limits(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.type("line", "--per-day", "500", "--hours", "14-20") == 0
    assert terminal.json("line") == {"daily_kb": 500, "from_hour": 14, "to_hour": 20, "authority": ""}
    assert default_home().settings().line.daily_kb == 500
    wrong = tmp_path / "ca.pem"
    wrong.write_text("ciao")
    assert terminal.type("line", "--authority", wrong) == 1
    assert "certificato" in terminal.refused
    assert default_home().settings().line.authority == ""
