"""What every test starts from: Qt without a screen, and a data folder of its own."""

import os
from pathlib import Path

import pytest

# Before any Qt module is imported: tests draw into memory, whatever display the machine has.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["exchange_fixtures"]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the data of the person who runs it."""
    monkeypatch.setenv("SCUOLA_DIGITALE_HOME", str(tmp_path / "home"))
