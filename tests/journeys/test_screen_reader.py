"""A lesson read with the ears: a screen reader outside of the program meets it in the order in which it is written."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lesson_shelf import bundled
from screen_reader import Node, ScreenReader, missing, session_bus
from virtual_screen import VirtualScreen

from scuola_digitale.domain.lesson import AnyBlock, ExerciseBlock, Heading, Paragraph, Table
from scuola_digitale.domain.text import plain

REF = "marche/acqua-grotta"
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"no screen reader can start here: {missing()}")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Node]]:
    """What a screen reader meets in the lesson."""
    with session_bus() as bus, VirtualScreen.opened(tmp_path_factory.mktemp("schermo")) as screen:
        environment = {
            **screen.environment,
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}",
        }
        program = str(ROOT / "tests" / "lesson_window.py")
        with subprocess.Popen(
            [sys.executable, program, REF], env=environment, stdout=subprocess.PIPE, text=True
        ) as window:
            try:
                assert window.stdout is not None
                assert window.stdout.readline() == "aperta\n"
                reader = ScreenReader(bus)
                lesson = reader.find(reader.program("lezione-di-prova"), "document")
                yield list(reader.walk(lesson))
            finally:
                window.terminate()


def _written(blocks: tuple[AnyBlock, ...]) -> Iterator[str]:
    """The beginnings of what the lesson says, in its order; a question as far as its first variable."""
    for block in blocks:
        match block:
            case Heading(spans=spans):
                yield plain(spans)
            case Paragraph(spans=spans):
                yield plain(spans)[:40]
            case ExerciseBlock(exercise=exercise):
                yield plain(exercise.question).partition("{")[0]
            case Table(header=header, rows=rows):
                yield from (plain(cell) for row in (header, *rows) for cell in row)


def test_the_lesson_is_read_in_the_order_in_which_it_is_written(read: list[Node]) -> None:
    told = [node.name for node in read]
    at = 0
    for words in _written(bundled(REF).blocks):
        later = [place for place in range(at, len(told)) if words in told[place]]
        assert later, f"not met after «{told[at - 1]}»: {words}"
        at = later[0]


def test_what_it_meets_has_a_role_that_says_what_it_is(read: list[Node]) -> None:
    roles = {node.role for node in read}

    assert {"heading", "graphic", "table", "column header", "cell", "note", "radio button", "text"} <= roles
    assert [node.name for node in read if node.role == "heading"][:2] == [
        bundled(REF).head.title,
        "La pietra di nonno Sante",
    ]


def test_no_control_is_without_a_name(read: list[Node]) -> None:
    controls = {"push button", "radio button", "check box", "text", "slider", "table", "graphic"}

    assert [node.path for node in read if node.role in controls and not node.name] == []
