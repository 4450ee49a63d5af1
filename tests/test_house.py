"""Promises of the house to who reads it next: one way through its modules, and a plan that is true."""

from pathlib import Path

import pytest
from house import ROOT, circle, needs


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
