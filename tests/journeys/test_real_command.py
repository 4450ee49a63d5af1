"""The program as people start it, in a process of its own: where it cannot go on it says why, on any terminal or screen."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.main import open_window
from ui.widgets.refusal import Refusal


@contextmanager
def _environment(**more: str) -> Iterator[dict[str, str]]:
    kept = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    yield {**kept, **more}


def as_a_person(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The real command, in a process of its own."""
    with _environment(**environment) as surroundings:
        return subprocess.run(
            [sys.executable, "-m", "ui.main", *words],
            capture_output=True, encoding="utf-8", errors="replace", check=False, env=surroundings, timeout=60,
        )  # fmt: skip


def test_the_real_command_refuses_with_code_1_and_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")

    told = [
        as_a_person("pack", "install", str(tmp_path)),
        as_a_person("sync"),
        as_a_person("pack", "list", SCUOLA_DIGITALE_HOME=str(file)),
    ]

    for one in told:
        assert (one.returncode, one.stdout) == (1, "")
        assert "→" in one.stderr
        assert "Traceback" not in one.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_cannot_write_every_letter_gets_the_others(encoding: str, tmp_path: Path) -> None:
    listed = as_a_person("pack", "--help", PYTHONIOENCODING=encoding)
    refused = as_a_person("sync", PYTHONIOENCODING=encoding)
    found = as_a_person("search", "perché", "--json", PYTHONIOENCODING=encoding)

    assert (listed.returncode, refused.returncode, found.returncode) == (0, 1, 0)
    assert "Comandi" in listed.stdout
    assert "scuola-digitale demo" in refused.stderr
    assert json.loads(found.stdout)["query"] == "perché"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_window_says_so() -> None:
    with _environment() as kept:
        kept.pop("QT_QPA_PLATFORM", None)
        told = subprocess.run(
            [sys.executable, "-m", "ui.main"],
            capture_output=True,
            text=True,
            check=False,
            env=kept,
            timeout=60,
        )

    assert told.returncode == 1
    assert "schermo" in told.stderr
    assert "→" in told.stderr


def test_a_laptop_that_cannot_be_opened_says_so_in_a_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("SCUOLA_DIGITALE_HOME", str(tmp_path / "file"))
    seen: list[str] = []

    def read_and_close() -> None:
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Refusal))
        seen.extend(label.text() for label in window.findChildren(QLabel))
        window.close_it.click()

    QTimer.singleShot(0, read_and_close)

    assert open_window() == 1

    told = capsys.readouterr().err
    assert "→" in told
    assert any(sentence and sentence in told for sentence in seen)
