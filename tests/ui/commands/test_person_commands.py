"""One pupil from the keyboard: handed over, sent to another site, taken along to another school."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command_line import Terminal
from format_samples import answered
from real_school import make_quick

from ui.home import Home
from ui.laptop import Laptop

TECHNICIAN, TEACHER = "sasso e prugnolo", "genziana"
At = Callable[[str], None]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    make_quick(monkeypatch)


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> At:
    def sit(name: str) -> None:
        monkeypatch.setenv("SCUOLA_DIGITALE_HOME", str(tmp_path / name))

    return sit


@contextmanager
def _opened(tmp_path: Path, name: str) -> Iterator[Laptop]:
    with Laptop.opened(Home(tmp_path / name)) as laptop:
        yield laptop


def _school(terminal: Terminal, name: str) -> None:
    for words in (
        (
            "found",
            "--name",
            name,
            "--technician",
            "Elvio",
            "--label",
            "Armadio",
            "--new-password",
            TECHNICIAN,
        ),
        ("add-group", "Pluriclasse", "--grade", "P1", "--grade", "P3", "--password", TECHNICIAN),
        ("add-staff", "Nives", "--password", TECHNICIAN, "--new-password", TEACHER),
    ):
        assert terminal.type("school", *words) == 0


def _ortensia(terminal: Terminal, tmp_path: Path, home: str) -> None:
    assert terminal.type("school", "add-pupil", "Ortensia", "--grade", "P3", "--animal", "gufo", "--password", TECHNICIAN) == 0  # fmt: skip
    assert terminal.type("school", "add-pupil", "Tobia", "--grade", "P1", "--animal", "tasso", "--password", TECHNICIAN) == 0  # fmt: skip
    with _opened(tmp_path, home) as laptop:
        person = next(one.person for one in laptop.school.pupils() if one.name == "Ortensia")
        laptop.school.record([answered(person=person), answered(person=person, attempt=2, answer=("a",))])


@pytest.mark.parametrize("who", ["Ortensia", "ortensia", "gufo"])
def test_a_teacher_hands_over_what_is_held_of_one_pupil(
    terminal: Terminal, at: At, tmp_path: Path, who: str
) -> None:
    at("casa")
    _school(terminal, "Pian di Sasso")
    _ortensia(terminal, tmp_path, "casa")

    said = terminal.json("person", "export", who, "--to", tmp_path / "fuori", "--password", TEACHER)

    data = json.loads((Path(said["cartella"]) / "dati.json").read_text("utf-8"))
    assert data["persona"]["nome"] == "Ortensia"
    assert said["fatti"] == len(data["fatti"])
    assert said["non_leggibili"] == 0


@pytest.mark.parametrize("who", ["Nessuno", "", "lupo", "aaaaaa"])
def test_who_is_not_one_pupil_is_not_handed_over(
    terminal: Terminal, at: At, tmp_path: Path, who: str
) -> None:
    at("casa")
    _school(terminal, "Pian di Sasso")
    _ortensia(terminal, tmp_path, "casa")

    assert terminal.type("person", "export", who, "--to", tmp_path / "fuori", "--password", TEACHER) == 1

    assert "non trovo un solo alunno" in terminal.refused
    assert not (tmp_path / "fuori").exists()


def test_a_wrong_password_hands_nothing_over(terminal: Terminal, at: At, tmp_path: Path) -> None:
    at("casa")
    _school(terminal, "Pian di Sasso")
    _ortensia(terminal, tmp_path, "casa")

    assert (
        terminal.type("person", "export", "gufo", "--to", tmp_path / "fuori", "--password", "sbagliata") == 1
    )

    assert "non è quella giusta" in terminal.refused
    assert not (tmp_path / "fuori").exists()


def test_a_pupil_goes_to_another_school_with_a_file_and_a_code(
    terminal: Terminal, at: At, tmp_path: Path
) -> None:
    stick = tmp_path / "chiavetta"
    at("vecchia")
    _school(terminal, "Pian di Sasso")
    _ortensia(terminal, tmp_path, "vecchia")
    handed = terminal.json("person", "send", "gufo", "--to", stick, "--password", TEACHER)
    assert b"Ortensia" not in Path(handed["file"]).read_bytes()
    assert "Ortensia" not in Path(handed["file"]).name

    at("nuova")
    _school(terminal, "Montelago")
    take = ("person", "welcome", "--from", stick, "--password", TEACHER, "--code")
    assert terminal.type(*take, "AAAA-AAAA-AAAA-AAAA") == 1
    assert "codice è sbagliato" in terminal.refused
    assert terminal.type(*take, handed["codice"]) == 1
    assert f"sei cifre {handed['cifre']}" in terminal.said
    assert terminal.type(*take, handed["codice"], "--digits", "000 000") == 1
    assert terminal.type(*take, handed["codice"], "--digits", handed["cifre"]) == 0

    with _opened(tmp_path, "nuova") as laptop:
        [pupil] = laptop.school.pupils()
        assert (pupil.name, pupil.avatar) == ("Ortensia", "gufo")
        assert pupil.group_id == laptop.school.groups()[0].group_id
        assert laptop.school.progress(pupil.person).exercise("marche/frazioni/quarti").attempts == 2
    assert terminal.type(*take, handed["codice"], "--digits", handed["cifre"]) == 1
    assert "già stato accolto" in terminal.refused


def test_a_pupil_goes_to_another_site_of_the_school(terminal: Terminal, at: At, tmp_path: Path) -> None:
    stick = tmp_path / "chiavetta"
    stick.mkdir()
    at("sasso")
    _school(terminal, "Pian di Sasso")
    _ortensia(terminal, tmp_path, "sasso")
    at("lago")
    assert terminal.type("school", "ask", "--stick", stick) == 0
    at("sasso")
    assert terminal.type("school", "admit", "--stick", stick, "--label", "Lago 1", "--site", "Montelago", "--password", TECHNICIAN) == 0  # fmt: skip
    at("lago")
    assert terminal.type("school", "enter", "--stick", stick) == 0
    assert terminal.type("school", "name-site", "Scuola di Montelago", "--password", TECHNICIAN) == 0
    at("sasso")
    assert terminal.type("person", "send", "Ortensia", "--password", TEACHER) == 0
    assert terminal.type("sync", "--stick", stick) == 0
    at("lago")
    assert terminal.type("sync", "--stick", stick) == 0

    [arrival] = terminal.json("person", "arrivals", "--password", TEACHER)
    assert (arrival["nome"], arrival["da"]) == ("Ortensia", "Pian di Sasso")
    assert terminal.type("person", "welcome", "Tobia", "--password", TEACHER) == 1
    assert terminal.type("person", "welcome", "Ortensia", "--password", TEACHER) == 0
    assert terminal.type("sync", "--stick", stick) == 0
    at("sasso")
    assert terminal.type("sync", "--stick", stick) == 0

    with _opened(tmp_path, "lago") as laptop:
        assert laptop.school.plesso_name() == "Scuola di Montelago"
        [pupil] = laptop.school.pupils()
        assert laptop.school.progress(pupil.person).exercise("marche/frazioni/quarti").attempts == 2
    with _opened(tmp_path, "sasso") as laptop:
        assert [one.name for one in laptop.school.pupils()] == ["Tobia"]
        assert [one.name for one in laptop.school.former_pupils()] == ["Ortensia"]
