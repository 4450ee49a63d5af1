"""What is wrong in a form is seen, heard, and said again at its field."""

from at_the_window import TECHNICIAN, show_window
from every_state import a_school
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.demo.settling import settle
from ui.widgets.people_page import PeoplePage
from ui.widgets.theme import dress


def test_the_trouble_of_a_form_is_in_sight_and_tied_to_the_field_that_has_the_cursor(
    qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp)
    window = show_window(a_school().desk, qtbot)
    window.come_in(TECHNICIAN)
    page = window.go_to("persone")
    assert isinstance(page, PeoplePage)
    form = page.pupil_form

    form.say_trouble("Manca il nome.")
    settle(0.05)

    field = QApplication.focusWidget()
    assert field is not None
    assert form.isAncestorOf(field)
    assert field.accessibleDescription() == "Manca il nome."
    assert not form.trouble.visibleRegion().isEmpty()
    assert not field.visibleRegion().isEmpty()
