"""The window's language follows the pupil: chosen in «Come leggo», worn when they come in, taken off when they go."""

from collections.abc import Iterator

import pytest
from bracketed_window import bracketed_words, data_words, shown_texts, unmarked
from desk_in_memory import DeskInMemory, a_morning
from people_in_memory import PeopleInMemory
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from school_in_memory import PAOLA, SANDRO, Unlocked, pupil

from scuola_digitale.domain.facts import PreferenceSet
from scuola_digitale.domain.preferences import Preferences
from scuola_digitale.words import language, speak
from ui import background
from ui.languages import read_catalogue
from ui.presenters.sign_in import Teacher
from ui.widgets.chips import FilterChip
from ui.widgets.page_makers import PAGES
from ui.widgets.reading_page import ReadingPage
from ui.widgets.session import Session
from ui.widgets.theme import Ways, dress
from ui.widgets.tongue import speak_in
from ui.widgets.window import MainWindow

LUCIA, TOMMASO = Session(pupil=pupil("Lucia")), Session(pupil=pupil("Tommaso"))
TEACHER = Session(staff=Teacher(PAOLA, Unlocked(PAOLA.staff_id)))
TECHNICIAN = Session(staff=Teacher(SANDRO, Unlocked(SANDRO.staff_id)))


@pytest.fixture
def parts() -> DeskInMemory:
    parts = a_morning()
    parts.people = PeopleInMemory(parts.school)
    return parts


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, parts: DeskInMemory) -> Iterator[MainWindow]:
    dress(qapp, ways=Ways())
    shown = MainWindow(parts.desk)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    yield shown
    background.wait_for_all()
    shown.close()
    speak_in("it")
    dress(qapp, ways=Ways())


def _choose(window: MainWindow, code: str) -> None:
    page = window.go_to("lettura")
    assert isinstance(page, ReadingPage)
    QTest.mouseClick(page.chip("language", code), Qt.MouseButton.LeftButton)


def _places(window: MainWindow) -> list[str]:
    return [entry.words() for entry in window.rail.stops() if hasattr(entry, "words")]


def test_a_pupil_who_chooses_english_reads_the_window_in_english_at_once(window: MainWindow) -> None:
    window.come_in(LUCIA)

    _choose(window, "en")

    assert window.rail.entry("oggi").words() == "Today"
    page = window.go_to("lettura")
    assert isinstance(page, ReadingPage)
    assert page.chip("language", "en").isChecked()
    assert "How I read" in list(shown_texts(page))


def test_who_chose_a_language_by_keys_finds_themselves_on_it(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitActive(window)
    window.come_in(LUCIA)
    page = window.go_to("lettura")
    assert isinstance(page, ReadingPage)
    page.chip("language", "en").setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(page.chip("language", "en"), Qt.Key.Key_Space)

    here = QApplication.focusWidget()
    assert isinstance(here, FilterChip)
    assert here is not page.chip("language", "en")
    assert here.words() == "English"


def test_the_language_follows_the_pupil_and_nobody_else(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    window.come_in(LUCIA)
    _choose(window, "en")
    window.hand_over()
    qtbot.waitUntil(lambda: parts.school.preferences(pupil("Lucia").person).language == "en")
    assert parts.school.preferences(pupil("Lucia").person) == Preferences(language="en")
    assert language() == "it"

    window.come_in(TOMMASO)
    assert window.rail.entry("oggi").words() == "Oggi"
    window.come_in(LUCIA)
    assert window.rail.entry("oggi").words() == "Today"
    window.come_in(TEACHER)
    assert (language(), window.rail.entry("classe").words()) == ("it", "Classe")


def test_who_prefers_italian_reads_it_on_a_laptop_that_speaks_english(
    window: MainWindow, parts: DeskInMemory
) -> None:
    parts.school.record([PreferenceSet(person=pupil("Lucia").person, setting="language=it")])
    speak_in("en")

    window.come_in(LUCIA)
    assert window.rail.entry("oggi").words() == "Oggi"
    window.hand_over()
    assert language() == "en"


def test_a_language_that_this_laptop_does_not_know_leaves_its_own_and_is_not_forgotten(
    window: MainWindow, parts: DeskInMemory
) -> None:
    parts.school.record([PreferenceSet(person=pupil("Lucia").person, setting="language=ro")])
    before = len(parts.school.recorded)

    window.come_in(LUCIA)
    assert window.rail.entry("oggi").words() == "Oggi"
    window.hand_over()

    background.wait_for_all()
    assert len(parts.school.recorded) == before
    assert parts.school.preferences(pupil("Lucia").person).language == "ro"


def test_qts_own_words_follow_too(window: MainWindow) -> None:
    def copy() -> str:
        return QCoreApplication.translate("QWidgetTextControl", "&Copy")

    speak_in("it")
    window.come_in(LUCIA)
    window.speak("en")
    assert copy() == "&Copy"
    window.hand_over()
    assert copy() == "&Copia"


@pytest.mark.parametrize("session", [LUCIA, TEACHER, TECHNICIAN], ids=["pupil", "teacher", "technician"])
def test_a_window_that_stands_already_says_everything_in_the_new_language(
    window: MainWindow, session: Session
) -> None:
    """Opened in Italian, changed under way: not one Italian word may stay, seen or told."""
    window.come_in(session)
    for place in session.places():
        window.go_to(place.key)
    speak(bracketed_words())
    window.tell_anew()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    left: dict[str, str] = {}
    data = data_words()
    for place in session.places():
        window.go_to(place.key)
        background.wait_for_all()
        QApplication.processEvents()
        for part in (window.rail, window._rooms.currentWidget()):
            left |= {text: place.key for text in shown_texts(part) if unmarked(text, data)}
    assert left == {}


def test_every_page_is_one_that_the_walk_above_can_reach() -> None:
    walked = {place.key for one in (LUCIA, TEACHER, TECHNICIAN) for place in one.places()}

    assert set(PAGES) - walked == {"lettura", "mappa"}


def test_a_languages_words_are_read_once() -> None:
    assert read_catalogue("en") is read_catalogue("en")
