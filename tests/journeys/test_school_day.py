"""The whole way: lessons arrive, pupils answer without a line, the power goes, the teacher sees it elsewhere."""

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import Terminal


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The demo's day, played once for all promises of this file."""
    from ui.demo.day import play_day

    folder = tmp_path_factory.mktemp("giornata")
    return play_day(folder / "scuola", folder / "immagini")


def test_every_area_has_its_lessons_and_they_can_be_searched(report: dict[str, Any]) -> None:
    assert report["packs"] == 4
    assert report["lessons"] >= 24
    assert report["exercises"] >= 120
    assert report["sections_indexed"] > report["lessons"]
    assert report["search"]["hits"] > 0


def test_all_that_was_written_reaches_the_region_and_the_teacher(report: dict[str, Any]) -> None:
    assert report["answers_recorded"] > 0
    assert report["facts_sent"] == report["facts_at_region"] == report["facts_at_teacher"]


def test_the_teachers_board_shows_every_pupil_who_worked(report: dict[str, Any]) -> None:
    assert report["board_cells_filled"] == 12


def test_no_saved_answer_dies_with_the_power(report: dict[str, Any]) -> None:
    assert report["power_cut_survived"] is True


def test_the_day_leaves_its_pictures(report: dict[str, Any]) -> None:
    pictures = [Path(path) for path in report["screenshots"]]
    assert len(pictures) >= 11
    assert all(picture.stat().st_size > 10_000 for picture in pictures)


def test_the_region_keeps_no_name(report: dict[str, Any]) -> None:
    from ui.demo import valdoro

    region = Path(report["screenshots"][0]).parent.parent / "scuola" / "regione"
    held = b"".join(path.read_bytes() for path in region.iterdir())

    assert held
    for pupil in valdoro.PUPILS:
        assert pupil.name.encode() not in held
    for member in valdoro.STAFF:
        assert member.name.encode() not in held


def test_the_command_prints_one_object_with_every_figure(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal(capsys)

    assert terminal.type("demo", "--headless", "--json") == 0

    told = json.loads(terminal.said.strip().splitlines()[-1])
    assert list(told) == [
        "packs",
        "lessons",
        "exercises",
        "sections_indexed",
        "search",
        "answers_recorded",
        "facts_sent",
        "facts_at_region",
        "facts_at_teacher",
        "board_cells_filled",
        "power_cut_survived",
        "seconds",
        "screenshots",
    ]
