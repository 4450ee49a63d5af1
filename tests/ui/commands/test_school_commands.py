"""A real school from the keyboard: founded, joined by stick and by code, recovered, and known to a region."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command_line import Terminal
from format_samples import answered
from real_school import make_quick

from scuola_digitale.clock import SetClock, SystemClock
from sync.region.serving import EmbeddedRegion
from ui.commands import years
from ui.home import Home
from ui.laptop import Laptop

TECHNICIAN, TEACHER, NEW = "sasso e prugnolo", "genziana", "tre rane e un fosso"
FOUND = (
    "school", "found", "--name", "Scuola di Pian di Sasso", "--technician", "Elvio",
    "--label", "Armadio", "--new-password", TECHNICIAN,
)  # fmt: skip

At = Callable[[str], None]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    make_quick(monkeypatch)


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> At:
    """Sits down at a laptop, by name."""

    def sit(name: str) -> None:
        monkeypatch.setenv("SCUOLA_DIGITALE_HOME", str(tmp_path / name))

    sit("armadio")
    return sit


@contextmanager
def _opened(tmp_path: Path, name: str) -> Iterator[Laptop]:
    with Laptop.opened(Home(tmp_path / name)) as laptop:
        yield laptop


def _school(terminal: Terminal) -> None:
    assert terminal.type(*FOUND) == 0
    assert terminal.type("school", "add-group", "Pluriclasse", "--grade", "P1", "--grade", "P3", "--password", TECHNICIAN) == 0  # fmt: skip
    assert terminal.type("school", "add-pupil", "Ortensia", "--grade", "P3", "--animal", "gufo", "--password", TECHNICIAN) == 0  # fmt: skip
    assert terminal.type("school", "add-staff", "Nives", "--password", TECHNICIAN, "--new-password", TEACHER) == 0  # fmt: skip


def test_a_year_that_is_over_is_closed_from_the_keyboard(
    terminal: Terminal, at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _school(terminal)
    with _opened(tmp_path, "armadio") as laptop:
        laptop.school.record([answered(attempt=number) for number in range(80)])
    assert terminal.type("school", "close-year") == 0
    assert "non c’è niente da chiudere" in terminal.said

    in_a_year = SetClock(SystemClock().now_ms() + 400 * 86_400_000)
    monkeypatch.setattr(years, "SystemClock", lambda: in_a_year)

    assert terminal.json("school", "close-year")["fatti"] >= 80
    with _opened(tmp_path, "armadio") as laptop:
        assert laptop.school.progress(answered().person).exercise(answered().exercise_ref).attempts == 80


def test_a_school_begins_on_one_laptop_and_a_second_one_comes_in_by_stick(
    terminal: Terminal, at: At, tmp_path: Path
) -> None:
    stick = tmp_path / "chiavetta"
    stick.mkdir()
    _school(terminal)
    at("nuovo")
    assert terminal.type("school", "ask", "--stick", stick) == 0
    digits = terminal.said.split("sei cifre sono ")[1][:7]
    at("armadio")
    assert terminal.type("school", "admit", "--stick", stick, "--label", "Finestra", "--password", TECHNICIAN) == 0  # fmt: skip
    assert digits in terminal.said
    at("nuovo")
    assert terminal.type("school", "enter", "--stick", stick) == 0

    assert "Scuola di Pian di Sasso" in terminal.said
    with _opened(tmp_path, "nuovo") as laptop:
        assert [pupil.name for pupil in laptop.school.pupils()] == ["Ortensia"]
        assert [group.name for group in laptop.school.groups()] == ["Pluriclasse"]
        [nives] = [one for one in laptop.school.staff() if one.name == "Nives"]
        laptop.school.unlock(nives.staff_id, TEACHER)
    laptops = terminal.json("school", "laptops")
    assert {one["nome"] for one in laptops} == {"Armadio", "Finestra"}
    assert all(one["plessi"] == ["scuoladipiandisasso"] for one in laptops)


def test_a_laptop_comes_in_by_a_code_said_aloud(
    terminal: Terminal, at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _school(terminal)
    with _opened(tmp_path, "armadio") as host:
        [elvio] = [one for one in host.school.staff() if one.role == "tecnico"]
        author = host.school.unlock(elvio.staff_id, TECHNICIAN)
        code, address = host.care.open_door(author, "Finestra")
        waiting = threading.Thread(target=host.care.wait_at_door, args=(code,))
        waiting.start()
        at("nuovo")

        port = address.rsplit(":", 1)[1]
        said = terminal.type("school", "enter", "--code", code, "--at", f"127.0.0.1:{port}")
        waiting.join()

    assert said == 0
    with _opened(tmp_path, "nuovo") as laptop:
        assert [pupil.name for pupil in laptop.school.pupils()] == ["Ortensia"]


def test_a_forgotten_password_and_a_changed_one(terminal: Terminal, at: At) -> None:
    _school(terminal)

    assert terminal.type("school", "recover", "Nives", "--password", TECHNICIAN, "--new-password", NEW) == 0
    assert terminal.type("school", "password", "nives", "--password", NEW, "--new-password", TEACHER) == 0
    assert terminal.type("school", "password", "Nives", "--password", NEW, "--new-password", TEACHER) == 1

    assert "non è quella giusta" in terminal.refused
    assert [one["nome"] for one in terminal.json("school", "staff")] == ["Elvio", "Nives"]


def test_the_region_learns_the_school_by_the_code_it_gave(terminal: Terminal, at: At, tmp_path: Path) -> None:
    _school(terminal)
    region = EmbeddedRegion(tmp_path / "regione")
    try:
        url = region.start()
        join = ("region", "join", "--region", url, "--password", TECHNICIAN, "--code")
        assert terminal.type(*join, "0000-0000-0000-0000") == 1
        assert "non accetta questo codice" in terminal.refused
        assert terminal.type(*join, region.invite()) == 0

        assert terminal.type("sync") == 0
        assert terminal.json("sync")["sent"] == 0
        card = terminal.json("school", "card")
        assert region.replica(card["pseudonimo"]).scopes() == ("plesso/scuoladipiandisasso", "scuola")
    finally:
        region.stop()


def test_the_region_prints_a_code(terminal: Terminal, at: At) -> None:
    assert len(terminal.json("region", "invite")["codice"]) == 19


def test_keys_are_changed_without_the_lost_laptop(terminal: Terminal, at: At, tmp_path: Path) -> None:
    stick = tmp_path / "chiavetta"
    stick.mkdir()
    _school(terminal)
    [this] = terminal.json("school", "laptops")
    at("finestra")
    assert terminal.type("school", "ask", "--stick", stick) == 0
    at("armadio")
    assert terminal.type("school", "admit", "--stick", stick, "--label", "Finestra", "--password", TECHNICIAN) == 0  # fmt: skip
    [lost] = [one for one in terminal.json("school", "laptops") if one["nome"] == "Finestra"]

    assert terminal.type("school", "change-keys", "--password", TECHNICIAN) == 0
    assert terminal.type("school", "change-keys", "--lost", "xyz", "--password", TECHNICIAN) == 1
    assert "school laptops" in terminal.said
    assert terminal.type("school", "change-keys", "--lost", this["id"][:8], "--password", TECHNICIAN) == 1
    assert "il portatile che stai usando" in terminal.refused
    assert terminal.type("school", "change-keys", "--lost", lost["id"][:8], "--password", TECHNICIAN) == 0

    assert {one["nome"]: one["perso"] for one in terminal.json("school", "laptops")} == {
        "Armadio": False,
        "Finestra": True,
    }
    assert terminal.type("school", "laptops") == 0
    assert "perso" in terminal.said


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("--name", "  "), "Manca il nome della scuola"),
        (("--technician", ""), "Manca il nome di chi segue i computer"),
        (("--label", " "), "Manca il nome di questo portatile"),
        (("--new-password", "corta"), "almeno 12 caratteri"),
        (("--code", "MC12"), "codice meccanografico"),
    ],
)
def test_what_is_missing_is_told_and_nothing_is_founded(
    terminal: Terminal, at: At, tmp_path: Path, change: tuple[str, str], sentence: str
) -> None:
    assert terminal.type(*FOUND, *change) == 1

    assert sentence in " ".join(terminal.refused.split())
    assert not Laptop.belongs_to_a_school(Home(tmp_path / "armadio"))


def test_a_laptop_in_a_school_founds_and_joins_no_other(terminal: Terminal, at: At, tmp_path: Path) -> None:
    assert terminal.type(*FOUND, "--code", "mcee 123456") == 0

    for words in (FOUND, ("school", "ask", "--stick", tmp_path)):
        assert terminal.type(*words) == 1
        assert "fa già parte di una scuola" in terminal.refused


@pytest.mark.parametrize(
    "words",
    [
        ("school", "enter"),
        ("school", "enter", "--code", "123456"),
        ("school", "admit", "--label", "x", "--password", TECHNICIAN),
    ],
)
def test_one_way_in_must_be_chosen(terminal: Terminal, at: At, words: tuple[str, ...]) -> None:
    assert terminal.type(*words) == 1

    assert "Scegli un modo" in terminal.refused


def test_a_stick_with_no_request_and_one_with_two_are_told(
    terminal: Terminal, at: At, tmp_path: Path
) -> None:
    stick = tmp_path / "chiavetta"
    stick.mkdir()
    _school(terminal)
    admit = ("school", "admit", "--stick", stick, "--label", "Finestra", "--password", TECHNICIAN)
    assert terminal.type(*admit) == 1
    assert "nessuna richiesta" in terminal.said
    asked = []
    for name in ("uno", "due"):
        at(name)
        assert terminal.type("school", "ask", "--stick", stick) == 0
        asked.append(terminal.said.split("sei cifre sono ")[1][:7])
    at("armadio")

    assert terminal.type(*admit) == 1
    assert all(digits in terminal.said for digits in asked)
    assert terminal.type(*admit, "--digits", asked[1]) == 0


def test_a_person_who_is_not_there_is_told(terminal: Terminal, at: At) -> None:
    _school(terminal)

    assert terminal.type("school", "recover", "Nessuno", "--password", TECHNICIAN, "--new-password", NEW) == 1
    assert "non c'è nessuno che si chiama" in terminal.refused


def test_doctor_folds_all_again_and_finds_what_the_live_memory_says(
    terminal: Terminal, at: At, tmp_path: Path
) -> None:
    _school(terminal)
    with _opened(tmp_path, "armadio") as laptop:
        laptop.school.record([answered(attempt=number, score=number % 101) for number in range(120)])
        laptop.school.close_year(SystemClock().now_ms() + 1)
        laptop.school.record([answered(attempt=number, score=number % 101) for number in range(120, 130)])
        live = _told(laptop)

    assert terminal.type("doctor", "--rebuild") in {0, 1}

    with _opened(tmp_path, "armadio") as laptop:
        assert _told(laptop) == live


def _told(laptop: Laptop) -> list[object]:
    school = laptop.school
    person = answered().person
    return [school.pupils(), school.groups(), school.staff(), school.progress(person), school.tries(person)]


def test_a_pupil_is_erased_for_good_and_the_memory_comes_back_from_its_copy(
    terminal: Terminal, at: At, tmp_path: Path
) -> None:
    _school(terminal)
    with _opened(tmp_path, "armadio") as laptop:
        laptop.school.copy_daily()
    assert terminal.type("school", "erase-pupil", "Nessuno", "--yes", "--password", TECHNICIAN) != 0

    assert terminal.type("school", "erase-pupil", "Ortensia", "--yes", "--password", TECHNICIAN) == 0
    with _opened(tmp_path, "armadio") as laptop:
        assert laptop.school.pupils() == ()
        folder = laptop.school.folder
    assert terminal.type("doctor", "--restore", "--rebuild") in {0, 1}
    assert "Rimessa la copia" in terminal.refused

    with _opened(tmp_path, "armadio") as laptop:
        assert laptop.school.pupils() == ()
        assert laptop.school.damage() == ""
    assert not list(folder.glob("copie/*nuova*"))


def test_a_school_is_rescued_with_the_sheet_from_the_drawer(terminal: Terminal, at: At) -> None:
    assert terminal.type(*FOUND) == 0
    first = terminal.said.split("Il foglio della scuola: ")[1].split()[0]
    assert terminal.type("school", "sheet", "--password", TECHNICIAN) == 0
    second = terminal.said.split("Il foglio della scuola: ")[1].split()[0]

    assert terminal.type("school", "rescue", "Elvio", "--sheet", first, "--new-password", NEW) == 1
    assert "foglio della scuola" in terminal.refused
    assert terminal.type("school", "rescue", "Elvio", "--sheet", second, "--new-password", NEW) == 0
    assert [one["nome"] for one in terminal.json("school", "staff")] == ["Elvio"]
    assert terminal.type("school", "sheet", "--password", NEW) == 0


def test_a_substitute_is_let_in_for_her_days_with_one_line(
    terminal: Terminal, at: At, tmp_path: Path
) -> None:
    _school(terminal)

    assert terminal.type("school", "substitute", "Ginevra", "--days", 3, "--password", TECHNICIAN, "--new-password", NEW) == 0  # fmt: skip

    assert "può entrare fino al" in terminal.said
    by_name = {one["nome"]: one for one in terminal.json("school", "staff")}
    assert by_name["Nives"]["fino_a_ms"] - by_name["Ginevra"]["fino_a_ms"] > 1000 * 86_400_000
    with _opened(tmp_path, "armadio") as laptop:
        [ginevra] = [one for one in laptop.school.staff() if one.name == "Ginevra"]
        assert laptop.school.unlock(ginevra.staff_id, NEW).staff_keys


@pytest.mark.parametrize("more", [(), ("--stolen",)])
def test_who_works_here_no_more_is_shut_out_and_the_keys_change(
    terminal: Terminal, at: At, tmp_path: Path, more: tuple[str, ...]
) -> None:
    _school(terminal)
    with _opened(tmp_path, "armadio") as laptop:
        keys = len(laptop.school.school_keys)

    assert terminal.type("school", "revoke", "nives", "--yes", *more, "--password", TECHNICIAN) == 0

    by_name = {one["nome"]: one["escluso"] for one in terminal.json("school", "staff")}
    assert by_name == {"Elvio": False, "Nives": True}
    with _opened(tmp_path, "armadio") as laptop:
        assert [one.name for one in laptop.school.staff()] == ["Elvio"]
        assert len(laptop.school.school_keys) == keys + 1
    assert terminal.type("school", "revoke", "Nives", "--yes", "--password", TECHNICIAN) == 1
    assert "non c'è nessuno" in terminal.refused


def test_a_technician_cannot_shut_themselves_out(terminal: Terminal, at: At) -> None:
    _school(terminal)

    assert terminal.type("school", "revoke", "Elvio", "--yes", "--password", TECHNICIAN) == 1
    assert "Non puoi escludere te stesso" in terminal.refused
    assert terminal.type("school", "revoke", "Elvio", "--yes", "--stolen", "--password", TECHNICIAN) == 1
    assert terminal.type("school", "sheet", "--password", TECHNICIAN) == 0


def test_a_school_chooses_photos_and_goes_back_to_animals(terminal: Terminal, at: At, tmp_path: Path) -> None:
    _school(terminal)
    with _opened(tmp_path, "armadio") as laptop:
        assert not laptop.school.shows_photos()

    assert terminal.type("school", "photos", "foto", "--password", TECHNICIAN) == 0
    assert "se la famiglia è d'accordo" in terminal.said
    with _opened(tmp_path, "armadio") as laptop:
        [pupil] = laptop.school.pupils()
        assert laptop.school.shows_photos()
        author = laptop.school.unlock(laptop.school.staff()[0].staff_id, TECHNICIAN)
        laptop.people.set_photo(author, pupil.person, b"a photo")

    assert terminal.type("school", "photos", "animali", "--password", TECHNICIAN) == 0
    with _opened(tmp_path, "armadio") as laptop:
        assert not laptop.school.shows_photos()
        assert len(laptop.school.photographed()) == 1

    assert terminal.type("school", "photos", "animali", "--remove", "--password", TECHNICIAN) == 0
    with _opened(tmp_path, "armadio") as laptop:
        assert laptop.school.photographed() == {}
