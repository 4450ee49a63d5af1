"""The guides for who keeps a school or a region, and who offers lessons: every command in them exists, with its options."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from ui.commands.app import build_app
from ui.stage import QtStage

DOCS = Path(__file__).parents[1] / "docs"
GUIDE = (DOCS / "running-a-school.md").read_text("utf-8")
OFFERING = (DOCS / "offering-lessons.md").read_text("utf-8")
REGION_GUIDE = (DOCS / "running-a-region.md").read_text("utf-8")
COMMANDS = sorted(set(re.findall(r"scuola-digitale ([a-z][^\n`]*)", GUIDE + OFFERING + REGION_GUIDE)))


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_of_the_guide_exists_with_its_options(words: str) -> None:
    command = get_command(build_app(QtStage()))
    for word in words.split():
        inside = getattr(command, "commands", {})
        if word not in inside:
            break
        command = inside[word]

    assert not getattr(command, "commands", {}), f"«{words}» is no whole command"
    known = {option for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"--[a-z-]+", words)) <= known


def test_the_guide_says_all_that_a_school_can_do() -> None:
    school = getattr(get_command(build_app(QtStage())), "commands", {})["school"]

    for name in getattr(school, "commands", {}):
        assert f"scuola-digitale school {name}" in GUIDE


def test_the_guide_of_a_region_says_all_that_it_can_do() -> None:
    region = getattr(get_command(build_app(QtStage())), "commands", {})["region"]
    own = set(getattr(region, "commands", {})) - {"join", "keys"}

    for name in own | {f"keys {one}" for one in region.commands["keys"].commands}:
        assert f"scuola-digitale region {name}" in REGION_GUIDE
