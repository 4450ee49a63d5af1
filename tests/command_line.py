"""Runs the command line in this process, as a person or a program would."""

import json
from typing import Any

import pytest

from ui.commands.app import run
from ui.stage import QtStage


class Terminal:
    """A terminal that remembers what was said."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture
        self.said = ""
        self.refused = ""

    def type(self, *words: object) -> int:
        """Types a command; `said` and `refused` hold what came out."""
        self._capture.readouterr()
        code = run([str(word) for word in words], QtStage())
        self.said, self.refused = self._capture.readouterr()
        return code

    def json(self, *words: object) -> Any:
        """Types a command with `--json` and reads the object of the last line."""
        self.type(*words, "--json")
        return json.loads(self.said.strip().splitlines()[-1])


def assert_refused(terminal: Terminal, *words: object) -> str:
    """A sentence and its remedy, on the right stream, with code 1; gives them."""
    assert terminal.type(*words) == 1
    assert terminal.said == ""
    sentence, remedy = terminal.refused.split("→")
    assert sentence.strip()
    assert remedy.strip()
    assert "Traceback" not in terminal.refused
    return " ".join(terminal.refused.split())
