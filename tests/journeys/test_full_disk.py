"""A disk that is really full: every command says so, nothing is half-done, and with room again all goes on."""

import json
from pathlib import Path
from typing import Any

import pytest
from packs import make_pack, write_source
from small_disk import no_small_disk, on_small_disk

from ui.commands.app import run
from ui.stage import QtStage

pytestmark = pytest.mark.skipif(bool(no_small_disk()), reason=no_small_disk())


def assert_told(answer: list[Any]) -> None:
    """A sentence about the disk and its remedy, with code 1."""
    code, said, refused = answer
    assert (code, said) == (1, "")
    told = " ".join(refused.split())
    assert any(word in told for word in ("disco", "pieno", "scrivere"))
    assert "→" in told


def test_a_new_pack_leaves_nothing_behind(tmp_path: Path) -> None:
    told = on_small_disk(
        "16k",
        tmp_path / "disco",
        'fill(); print(json.dumps([typed("pack", "new", disk / "mio"), left()]))',
    )

    assert_told(told[0])
    assert told[1] in ([], ["mio"])


def test_a_built_pack_leaves_nothing_behind(tmp_path: Path) -> None:
    source = tmp_path / "mio"
    assert run(["pack", "new", str(source)], QtStage()) == 0

    told = on_small_disk(
        "8k",
        tmp_path / "disco",
        f'told = typed("pack", "build", {str(source)!r}, "--out", disk / "uscita"); print(json.dumps([told, left()]))',
    )

    assert_told(told[0])
    assert told[1] in ([], ["uscita"])


@pytest.mark.parametrize(
    "size", ["64k", "300k", *(pytest.param(f"{n}k", marks=pytest.mark.long) for n in (100, 200, 420, 600))]
)
def test_an_installation_leaves_the_library_as_it_was(size: str, tmp_path: Path) -> None:
    pack = make_pack(tmp_path).folder

    told = on_small_disk(
        size,
        tmp_path / "disco",
        f"""
first = typed("pack", "install", {str(pack)!r})
listed = typed("pack", "list", "--json")
media = [path for path in left() if "/media/" in path and path.count("/") > 3]
print(json.dumps([first, listed, media]))
""",
    )

    first, listed, media = told
    assert_told(first)
    assert listed[0] == 1 or json.loads(listed[1]) == []
    assert media == []


LESSON = "---\nid: a\ntitolo: Il fiume\nmateria: scienze\nclassi: [P3]\n---\n\nAcqua che va.\n"


@pytest.mark.parametrize("left", [0, 1_000_000])
def test_on_a_disk_with_next_to_no_room_lessons_are_found_and_the_remedy_works(
    left: int, tmp_path: Path
) -> None:
    source = write_source(tmp_path / "fonte", {"a.md": LESSON})
    assert run(["pack", "build", str(source), "--out", str(tmp_path / "uscita")], QtStage()) == 0
    built = next((tmp_path / "uscita").iterdir())

    installed, found, removed, examined, again = on_small_disk(
        "24m",
        tmp_path / "disco",
        f"""
installed = typed("pack", "install", {str(built)!r})
fill({left})
found = typed("search", "acqua")
removed = typed("pack", "remove", "marche/prova")
examined = typed("doctor")
free()
again = typed("pack", "remove", "marche/prova")
print(json.dumps([installed, found, removed, examined, again]))
""",
    )

    assert installed[0] == 0
    assert examined[0] == 1
    if left:
        # «Togli un pacchetto che non usi» can be done on the disk that it is said of.
        assert "Il fiume" in found[1]
        assert (removed[0], again[0]) == (0, 1)
    else:
        assert_told(found)
        assert_told(removed)
        assert again[0] == 0


def test_an_answer_that_finds_no_room_is_refused_and_the_others_stay(tmp_path: Path) -> None:
    told = on_small_disk(
        "1500k",
        tmp_path / "disco",
        """
from format_samples import answered
from school_samples import TestSchool
from scuola_digitale.errors import ScuolaError

school = TestSchool(disk)
(disk / "zeri").write_bytes(bytes(40_000))
saved, refusal = 0, None
while refusal is None and saved < 20_000:
    try:
        school.first.record([answered()])
        saved += 1
    except ScuolaError as error:
        refusal = [error.message, error.remedy]
full = school.first.progress(answered().person).exercise(answered().exercise_ref).attempts
free()
school.first.record([answered()])
after = school.first.progress(answered().person).exercise(answered().exercise_ref).attempts
print(json.dumps([saved, refusal, full, after, school.first.damage()]))
""",
    )

    saved, refusal, full, after, damage = told
    assert saved > 10
    assert refusal is not None
    assert "portatile è pieno" in refusal[0]
    assert (full, after, damage) == (saved, saved + 1, "")


@pytest.mark.parametrize(
    "size", ["100k", *(pytest.param(size, marks=pytest.mark.long) for size in ("1m", "3m"))]
)
def test_a_demo_that_does_not_fit_says_so(size: str, tmp_path: Path) -> None:
    told = on_small_disk(
        size,
        tmp_path / "disco",
        'os.environ["QT_QPA_PLATFORM"] = "offscreen"\nprint(json.dumps(typed("demo", "--headless")))',
    )

    assert_told(told)
