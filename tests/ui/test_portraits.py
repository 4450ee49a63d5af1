"""A pupil's drawn animal."""

from pytestqt.qtbot import QtBot

from ui.widgets.pictures import picture, portrait


def test_an_animal_that_this_program_has_no_drawing_of_is_a_plain_figure(qtbot: QtBot) -> None:
    plain = picture("avatar-nessuno", 60).toImage()

    assert portrait("grifone-di-domani", 60).toImage() == plain
    assert portrait("", 60).toImage() == plain
    assert portrait("lupo", 60).toImage() != plain
