"""Lessons that a coding club wrote for the web become a pack, are found, and open in the window."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from command_line import Terminal
from desk_in_memory import DeskInMemory
from lesson_samples import worn
from pytestqt.qtbot import QtBot

from ui import background
from ui.home import Home
from ui.shelf import Shelf
from ui.widgets.lesson.boxes import DetailsView
from ui.widgets.lesson.figure import MissingPicture, PictureView
from ui.widgets.lesson.page import LessonPage

CORPUS = Path(__file__).parents[3] / "shared/corpora/lezioni/lost-in-space/it-IT"

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus of coding-club lessons is not beside this checkout"
)

PUBLISHER = "la-mia-scuola"


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def shelf(terminal: Terminal, tmp_path: Path) -> Iterator[Shelf]:
    """The shelf of this laptop, with the pack made, checked, built and installed at the keyboard."""
    source, out = tmp_path / "spazio", tmp_path / "uscita"
    assert terminal.type("pack", "new", source, "--from", CORPUS) == 0
    assert terminal.type("pack", "check", source) == 0
    built = terminal.json("pack", "build", source, "--out", out)["cartella"]
    assert terminal.type("pack", "install", built) == 0
    with Shelf.opened(Home(tmp_path / "home")) as shelf:
        yield shelf


def test_what_was_not_understood_is_told_with_its_file_its_line_and_what_became_of_it(
    terminal: Terminal, tmp_path: Path
) -> None:
    told = terminal.json("pack", "new", tmp_path / "spazio", "--from", CORPUS)["osservazioni"]
    marks = [one for one in told if one["riga"] and "»: " in one["problema"]]

    assert {one["file"] for one in told} >= {"meta.yml", "step_1.md", "step_2.md", "step_10.md"}
    assert len(marks) > 30
    for one in marks:
        lines = (CORPUS / one["file"]).read_text("utf-8").splitlines()
        mark, _, fate = one["problema"].removeprefix("«").partition("»: ")
        shown = mark.replace("{:…}", "{:").rstrip("…")
        assert shown in lines[one["riga"] - 1]
        assert fate.endswith(".")
        assert one["rimedio"].endswith(".")

    assert terminal.type("pack", "new", tmp_path / "ancora", "--from", CORPUS) == 0
    assert "step_4.md:5 consiglio: «--- task ---»" in terminal.said
    assert f"{len(told)} cose da guardare" in terminal.said


def test_the_lessons_are_found_by_what_they_teach(terminal: Terminal, shelf: Shelf) -> None:
    for query, lesson in [
        ("animazioni usando i cicli", "lost-in-space-step-4"),
        ("stella splendente", "lost-in-space-step-7"),
        ("scimmia", "lost-in-space-step-5"),
    ]:
        hits = terminal.json("search", query)["hits"]
        assert f"{PUBLISHER}/{lesson}" in [hit["lesson"] for hit in hits], query


def stands(page: LessonPage) -> bool:
    """Whether the whole lesson is drawn."""
    return page.column is not None and page.column.is_complete()


def test_every_step_opens_with_its_pictures_and_its_hints(qtbot: QtBot, shelf: Shelf) -> None:
    desk = replace(DeskInMemory().desk, open_library=lambda: shelf)
    pictures = hints = 0
    with worn():
        for number in range(1, 11):
            page = LessonPage(desk, None, f"{PUBLISHER}/lost-in-space-step-{number}")
            page.resize(1100, 768)
            page.show()
            qtbot.waitUntil(partial(stands, page), timeout=10_000)
            assert page.findChildren(MissingPicture) == []
            for box in page.findChildren(DetailsView):
                box.open(True)
            drawn = page.findChildren(PictureView)
            assert not any(picture.grab().isNull() for picture in drawn)
            pictures += len(drawn)
            hints += len(page.findChildren(DetailsView))
            shiboken6.delete(page)
    background.wait_for_all()
    assert pictures >= 21
    assert hints >= 10
