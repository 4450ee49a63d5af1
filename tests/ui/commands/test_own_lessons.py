"""A teacher offers lessons from the keyboard; another laptop gets them by itself, and a pupil finds and answers them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command_line import Terminal
from format_samples import PUPIL, answered
from real_school import TECHNICIAN_PASSWORD, make_quick
from school_lessons import write_lessons
from school_samples import pass_on

from scuola_digitale.domain.facts import ExerciseAnswered
from scuola_digitale.domain.school_packs import school_publisher
from sync.hub.serving import Hub
from sync.region.deposits import SchoolDeposits
from sync.region.serving import EmbeddedRegion
from ui.home import Home
from ui.laptop import Laptop
from ui.unlocking import unlock_any

TEACHER = "genziana gialla"
EXERCISE = "Il seme dorme.\n\n```esercizio\nid: dorme\ntipo: vero-falso\ndomanda: Che cosa è vero?\naffermazioni:\n  - testo: Il seme dorme.\n    risposta: vero\n  - testo: Il seme vola.\n    risposta: falso\n```\n"


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    make_quick(monkeypatch)
    return Terminal(capsys)


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Home]:
    def sit(name: str) -> Home:
        monkeypatch.setenv("SCUOLA_DIGITALE_HOME", str(tmp_path / name))
        return Home(tmp_path / name).ready()

    return sit


@pytest.fixture
def region(tmp_path: Path) -> Iterator[EmbeddedRegion]:
    served = EmbeddedRegion(tmp_path / "regione", deposits=SchoolDeposits(tmp_path / "depositi"))
    yield served
    served.stop()


def found_school(terminal: Terminal, at: Callable[[str], Home]) -> Home:
    """The first laptop, with a school and its teacher."""
    home = at("primo")
    founded = ("--name", "Pian di Sasso", "--technician", "Elvio", "--label", "Primo")
    assert terminal.type("school", "found", *founded, "--new-password", TECHNICIAN_PASSWORD) == 0
    member = ("Nives", "--password", TECHNICIAN_PASSWORD)
    assert terminal.type("school", "add-staff", *member, "--new-password", TEACHER) == 0, terminal.refused
    return home


def answer(ref: str) -> ExerciseAnswered:
    """Somebody works at the exercise of a lesson."""
    return answered(exercise_ref=f"{ref}/dorme", answer=("vero", "falso"))


def let_in(terminal: Terminal, at: Callable[[str], Home], stick: Path, name: str) -> Home:
    """A second laptop comes in by stick."""
    stick.mkdir(exist_ok=True)
    at(name)
    assert terminal.type("school", "ask", "--stick", stick) == 0
    at("primo")
    admit = ("school", "admit", "--stick", stick, "--label", name, "--password", TECHNICIAN_PASSWORD)
    assert terminal.type(*admit) == 0, terminal.refused
    home = at(name)
    assert terminal.type("school", "enter", "--stick", stick) == 0, terminal.refused
    return home


def test_a_lesson_goes_from_a_teacher_s_folder_to_a_pupil_on_another_laptop(
    terminal: Terminal, at: Callable[[str], Home], tmp_path: Path, region: EmbeddedRegion
) -> None:
    url = region.start()
    found_school(terminal, at)
    joined = ("region", "join", "--region", url, "--password", TECHNICIAN_PASSWORD, "--code", region.invite())
    assert terminal.type(*joined) == 0, terminal.refused
    let_in(terminal, at, tmp_path / "usb", "secondo").remember_region(url)
    first = at("primo")
    folder = write_lessons(tmp_path / "orto", {"semi": EXERCISE})

    offered = terminal.json("pack", "offer", folder, "--password", TEACHER)
    assert offered["nuova"]
    assert terminal.type("pack", "offer", folder, "--password", TEACHER) == 0
    assert "era già offerto" in terminal.said
    assert terminal.type("sync") == 0
    with Laptop.opened(first) as laptop:
        laptop.lessons.care()

    home = at("secondo")
    assert terminal.type("sync") == 0
    with Laptop.opened(home) as laptop:
        assert laptop.lessons.care().came == ("Prova",)
        laptop.shelf.wait_until_searchable()
        [hit] = laptop.shelf.search_engine().search("seme").hits
        ref = hit.lesson_ref
        lesson = laptop.shelf.lesson(ref)
        assert ref == f"{school_publisher(laptop.school.school_id.hex())}/semi"
        assert [f"{ref}/{one}" for one in lesson.head.exercises] == [f"{ref}/dorme"]
        laptop.school.record([answer(ref)])
        assert laptop.school.progress(PUPIL).exercises[f"{ref}/dorme"].best == 100
    [listed] = terminal.json("pack", "offers")
    assert (listed["titolo"], listed["installata"]) == ("Prova", True)

    at("primo")
    assert terminal.type("pack", "withdraw", "orto", "--password", TEACHER) == 0
    assert terminal.type("sync") == 0
    at("secondo")
    assert terminal.type("sync") == 0
    with Laptop.opened(home) as laptop:
        assert laptop.lessons.care().went == (offered["pacchetto"],)
        assert laptop.school.progress(PUPIL).exercises[f"{ref}/dorme"].best == 100


def test_lessons_go_in_a_pocket_with_the_facts(
    terminal: Terminal, at: Callable[[str], Home], tmp_path: Path
) -> None:
    found_school(terminal, at)
    stick = tmp_path / "usb"
    let_in(terminal, at, stick, "secondo")
    at("primo")
    folder = write_lessons(tmp_path / "orto", {"semi": EXERCISE})
    terminal.json("pack", "offer", folder, "--password", TEACHER)
    assert terminal.type("sync", "--stick", stick) == 0

    at("secondo")
    assert terminal.type("sync", "--stick", stick) == 0

    assert [pack["installata"] for pack in terminal.json("pack", "offers")] == [True]


def test_lessons_go_with_the_packs_of_a_stick_too(
    terminal: Terminal, at: Callable[[str], Home], tmp_path: Path
) -> None:
    found_school(terminal, at)
    stick, facts = tmp_path / "usb", tmp_path / "altra"
    let_in(terminal, at, facts, "secondo")
    at("primo")
    terminal.json(
        "pack", "offer", write_lessons(tmp_path / "orto", {"semi": EXERCISE}), "--password", TEACHER
    )
    stick.mkdir()
    terminal.type("pack", "export", "--to", stick)  # the region's own it has none of
    home = at("secondo")
    assert terminal.type("pack", "import", "--from", stick) == 1
    with Laptop.opened(home) as second, Laptop.opened(Home(tmp_path / "primo")) as first:
        pass_on(first.school.replica, second.school.replica)

    assert terminal.type("pack", "import", "--from", stick) == 0
    assert "«Prova» è installato" in terminal.said


def test_a_teacher_is_told_what_to_mend_and_who_may(
    terminal: Terminal, at: Callable[[str], Home], tmp_path: Path
) -> None:
    found_school(terminal, at)
    folder = write_lessons(tmp_path / "orto", {"semi": EXERCISE})

    assert terminal.type("pack", "offer", folder, "--password", TECHNICIAN_PASSWORD) == 1
    (folder / "lezioni/semi.md").write_text("senza testata", encoding="utf-8")
    assert terminal.type("pack", "offer", folder, "--password", TEACHER) == 1
    assert "semi.md" in terminal.said
    assert "niente è stato offerto" in terminal.said
    assert terminal.type("pack", "offers") == 0
    assert "Nessuno ha ancora offerto" in terminal.said
    assert terminal.type("pack", "withdraw", "orto", "--password", TEACHER) == 1


def test_a_guest_s_lessons_reach_the_hub_and_another_guest_over_the_school_s_network_alone(
    terminal: Terminal, at: Callable[[str], Home], tmp_path: Path
) -> None:
    hub_home = found_school(terminal, at)
    homes = [let_in(terminal, at, tmp_path / f"usb-{name}", name) for name in ("secondo", "terzo")]
    folder = write_lessons(tmp_path / "orto", {"semi": EXERCISE})
    with Laptop.opened(hub_home) as laptop:
        hub = Hub(
            laptop.school, host="127.0.0.1", port=0, packs=laptop.packs_here(), lessons=laptop.lessons.store
        )
        hub.start()
        url = f"https://127.0.0.1:{hub.port}"
        for home in homes:
            home.remember_hub(url)
        with Laptop.opened(homes[0]) as guest:
            guest.line.sync_with_hub(url)
            author = unlock_any(guest.school, TEACHER, role="insegnante")
            guest.lessons.offer(folder, author)
            guest.lessons.care()
            guest.line.sync_with_hub(url)
        with Laptop.opened(homes[1]) as guest:
            guest.line.sync_with_hub(url)
            assert guest.lessons.care().came == ("Prova",)
        assert laptop.lessons.care().came == ("Prova",)
        hub.stop()
