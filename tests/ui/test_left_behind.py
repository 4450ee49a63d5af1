"""Whoever goes leaves nothing behind: no name, no widget; and no word of theirs bends a page."""

from collections.abc import Iterator

import pytest
from at_the_window import TEACHER, calm, show_window, texts_of
from desk_in_memory import a_morning
from every_state import EVERYTHING, a_school
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from school_in_memory import Unlocked, pupil
from shiboken6 import dump

from scuola_digitale.domain.draft import Draft, Place
from scuola_digitale.domain.facts import WordSent
from ui.widgets.calculator_pad import CalculatorPad
from ui.widgets.fields import LONGEST_LINE
from ui.widgets.page import Page
from ui.widgets.search_page import SearchPage
from ui.widgets.session import Session
from ui.widgets.text import Text
from ui.widgets.theme import dress
from ui.widgets.toolbox import Toolbox, toggle_toolbox
from ui.widgets.window import MainWindow

ENDLESS = "a" * 4_000


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp)
    yield show_window(a_school().desk, qtbot)
    calm(qtbot)


def test_rail_and_notice_forget_who_was_here(window: MainWindow) -> None:
    window.come_in(Session(pupil=pupil("Lucia")))
    window.notice.tell("Fatto, Lucia.", act="Rimetti Lucia", action=window.begin_page)
    window.hand_over()

    for part in (window.rail, window.notice):
        told = [text for widget in (part, *part.findChildren(QWidget)) for text in texts_of(widget)]
        assert not [text for text in told if "Lucia" in text]


def test_the_calculator_goes_with_its_lesson_whatever_lies_on_its_shelf(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.come_in(Session(pupil=pupil("Lucia")))
    page = window.open_lesson(EVERYTHING.head.ref)
    calm(qtbot)
    toggle_toolbox(page)
    box = page.findChild(Toolbox)
    assert box is not None
    [pad] = box.findChildren(CalculatorPad)
    box.choose(1)
    assert pad.window() is window
    box.choose(0)
    assert pad.isVisible()


def test_a_word_without_end_makes_no_page_wider(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    parts = a_morning()
    lucia = pupil("Lucia")
    parts.school.record([WordSent(person=lucia.person, text=ENDLESS)], author=Unlocked(b"paola"))
    window = show_window(parts.desk, qtbot)
    for session, key in ((Session(pupil=lucia), "oggi"), (TEACHER, "cerca")):
        window.come_in(session)
        page = window.go_to(key)
        if isinstance(page, SearchPage):
            page.ask(ENDLESS)
        calm(qtbot)
        assert isinstance(page, Page)
        ground = page.widget()
        assert ground is not None
        assert ground.width() <= page.viewport().width()


def test_a_line_takes_no_more_than_anybody_writes(window: MainWindow) -> None:
    window.come_in(Session())
    page = window.go_to("cerca")
    assert isinstance(page, SearchPage)
    page.field.line.insert(ENDLESS)
    assert len(page.field.text()) == LONGEST_LINE


def test_a_long_word_is_read_as_it_was_written(qapp: QApplication) -> None:
    dress(qapp)
    label = Text(ENDLESS, wrap=True)
    assert label.text() == ENDLESS
    assert label.minimumSizeHint().width() < 500


def test_a_block_that_goes_takes_no_other_along(qapp: QApplication, qtbot: QtBot) -> None:
    """PySide kills with a widget whatever it believes to be its own: room, blocks and pages were each other's."""
    dress(qapp)
    parts, lucia = a_school(), pupil("Lucia")
    middle = Place(block=len(EVERYTHING.blocks) - 2)
    parts.school.keep_draft(lucia.person, EVERYTHING.head.ref, Draft(edition=1, place=middle))
    window = show_window(parts.desk, qtbot)
    window.come_in(Session(pupil=lucia))

    page = window.open_lesson(EVERYTHING.head.ref)
    with qtbot.waitSignal(page.ready):
        pass
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert page.column is not None
    assert all("\nparent" in dump(block) for block in page.column.widgets())
