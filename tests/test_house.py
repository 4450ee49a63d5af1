"""Promises of the house to who reads it next: one way through its modules, and a plan that is true."""

import re
from pathlib import Path

import pytest
from house import PACKAGES, ROOT, circle, names, needs

TOLD = (*PACKAGES, "docs")


def test_no_module_needs_itself_by_a_detour() -> None:
    assert circle(needs(ROOT)) == []


@pytest.mark.parametrize(
    "says",
    [
        "import room.above\n",
        "from room import above\n",
        "from . import above\n",
        "def late():\n    from room.above import thing\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from room.above import Thing\n",
    ],
    ids=["whole", "from its room", "beside it", "late", "for types"],
)
def test_a_circle_is_seen_however_it_is_imported(tmp_path: Path, says: str) -> None:
    room = tmp_path / "room"
    room.mkdir()
    (room / "__init__.py").touch()
    (room / "below.py").write_text(says, "utf-8")
    (room / "middle.py").write_text("from room.below import thing\n", "utf-8")
    (room / "above.py").write_text("from room.middle import thing\n", "utf-8")

    found = circle(needs(tmp_path, ("room",)))

    assert set(found) == {"room.below", "room.middle", "room.above"}
    assert found[0] == found[-1]


def plan() -> str:
    """The plan of the rooms, without what it says of words, names and files."""
    return (ROOT / "docs" / "architecture.md").read_text("utf-8").partition("\n## Words\n")[0]


def test_every_module_of_the_plan_stands_in_the_house() -> None:
    told = re.findall(r"`([\w/]+(?:\.py|\.md|/))`", plan())
    standing = [f"/{path.relative_to(ROOT).as_posix()}" for top in TOLD for path in (ROOT / top).rglob("*")]

    missing = [one for one in told if not any(path.endswith(f"/{one.rstrip('/')}") for path in standing)]

    assert len(told) > 60
    assert missing == []


def test_every_name_of_the_plan_is_defined_in_the_house() -> None:
    known = names(ROOT)

    told = re.findall(r"`([A-Za-z_]\w*(?:\.\w+)*)(?:\(.*?\))?`", plan())

    missing = [one for one in told if not set(one.split(".")) <= known]

    assert len(told) > 80
    assert missing == []
