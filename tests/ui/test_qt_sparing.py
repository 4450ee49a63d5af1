"""What PySide does at a start that nobody needs is spared."""

import inspect
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from ui.widgets.qt_sparing import give_view, read_no_sources


def test_no_module_is_read_to_see_whether_it_names_qt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feature = sys.modules["shibokensupport.feature"]
    monkeypatch.setattr(feature, "_mod_uses_pyside", feature._mod_uses_pyside)
    read: list[str] = []
    getsource = inspect.getsource

    def noted(module: ModuleType) -> str:
        read.append(module.__name__)
        return getsource(module)

    monkeypatch.setattr(inspect, "getsource", noted)
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "imported_late.py").write_text("import PySide6.QtCore\n")

    read_no_sources()
    # As the word `import` does; PySide does not hear of `importlib`.
    __import__("imported_late")

    assert "imported_late" not in read


def test_a_view_of_our_own_lets_through_what_is_behind(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)

    give_view(area)

    assert not area.viewport().autoFillBackground()
