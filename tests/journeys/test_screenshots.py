"""The command draws every state of the demo school, from its own lessons: a new one cannot break the pictures unseen."""

from pathlib import Path

import pytest
from every_state import states
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ui.demo.pictures import draw_pictures
from ui.home import Home
from ui.widgets.theme import dress

ONLY_IN_MEMORY = frozenset({"3-lezione-tutto"})
"""States of the tests' own lesson, which the demo does not have."""


@pytest.mark.long
@pytest.mark.qt_log_ignore("pipewire-0.3", "PulseAudioService", "No RHI backend")  # no sound card here
def test_every_state_is_drawn_from_the_demo_school(qapp: QApplication, tmp_path: Path) -> None:
    names = {state.name for state in states()} - ONLY_IN_MEMORY
    out = tmp_path / "pagine"

    drawn = draw_pictures(Home(tmp_path), out, only=names)
    dress(qapp)

    assert drawn == len(names)
    assert {path.stem for path in out.iterdir()} == names
    assert not [path.name for path in out.iterdir() if QImage(str(path)).isNull()]
