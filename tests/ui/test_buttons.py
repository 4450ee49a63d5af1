"""Buttons take the room of their words, whatever these are and however large."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button
from ui.widgets.theme import dress


def test_a_button_grows_with_its_words_and_with_the_text(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    button = Button("Avanti")
    qtbot.addWidget(button)
    short = button.sizeHint()

    button.setText("Avanti, ancora un po’")
    longer = button.sizeHint()
    dress(qapp, scale=2.0)
    larger = button.sizeHint()
    dress(qapp)

    assert longer.width() > short.width()
    assert larger.width() > longer.width()
    assert larger.height() > longer.height()
    assert button.sizeHint() == longer
