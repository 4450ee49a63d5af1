"""What every test starts from: Qt without a screen, and a data folder of its own."""

import os
from pathlib import Path

import pytest

# Before any Qt module is imported: tests draw into memory, whatever display the machine has.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["exchange_fixtures", "lesson_fixtures"]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the data of the person who runs it."""
    monkeypatch.setenv("SCUOLA_DIGITALE_HOME", str(tmp_path / "home"))


LONG_SECONDS = 3_600
"""Long tests have an hour, however they are called: the two minutes of the others would end them in the middle."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Gives long tests their time, where they do not say their own."""
    for item in items:
        if item.get_closest_marker("long") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(LONG_SECONDS))
