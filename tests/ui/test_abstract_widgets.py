"""A widget that others must finish cannot be made unfinished; a finished one is a widget like any."""

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button
from ui.widgets.exercises.body import Body
from ui.widgets.pressable import Pressable


@pytest.mark.parametrize(("kind", "lacking"), [(Pressable, "draw"), (Body, "answer, first_control")])
def test_an_unfinished_widget_says_what_it_lacks(qtbot: QtBot, kind: type, lacking: str) -> None:
    with pytest.raises(TypeError, match=f"{kind.__name__} lacks {lacking}"):
        kind()


def test_a_finished_one_is_found_by_its_abstract_class(qtbot: QtBot) -> None:
    button = Button("Salva")
    qtbot.addWidget(button)

    assert isinstance(button, Pressable)
    with qtbot.waitSignal(button.clicked, timeout=1_000):
        button.click()
