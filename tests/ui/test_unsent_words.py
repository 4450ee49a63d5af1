"""Words that a teacher wrote and nobody got yet are not lost by going away."""

import pytest
from at_the_window import TEACHER, show_window
from desk_in_memory import DeskInMemory, a_morning
from pytestqt.qtbot import QtBot
from school_in_memory import PAOLA, Unlocked, pupil

from scuola_digitale.domain.facts import WordSent
from ui import background
from ui.widgets.marking_page import MarkingPage
from ui.widgets.pupil_panels import WordPanel
from ui.widgets.pupils_page import PupilsPage
from ui.widgets.window import MainWindow


@pytest.fixture
def parts() -> DeskInMemory:
    return a_morning(week_before=True)


@pytest.fixture
def window(parts: DeskInMemory, qtbot: QtBot) -> MainWindow:
    shown = show_window(parts.desk, qtbot)
    shown.come_in(TEACHER)
    return shown


def _comment(window: MainWindow, qtbot: QtBot) -> MarkingPage:
    page = window.go_to("da-leggere")
    assert isinstance(page, MarkingPage)
    qtbot.waitUntil(lambda: bool(page.cards))
    page.cards[0].comment.set_text("Hai visto bene, e poi")
    return page


def test_who_leaves_with_a_comment_half_written_is_led_back_to_it(window: MainWindow, qtbot: QtBot) -> None:
    page = _comment(window, qtbot)
    window.go_to("classe")

    window.rail.me.click()

    assert window.session is not None
    assert page.isVisible()
    assert page.cards[0].comment.text() == "Hai visto bene, e poi"
    assert "non l’hai mandato" in window.notice._message.text()

    window.notice._act.click()
    assert window.session is None


def test_the_window_closes_only_when_asked_again(window: MainWindow, qtbot: QtBot) -> None:
    _comment(window, qtbot)

    assert not window.close()
    assert window.isVisible()

    window.notice._act.click()
    assert not window.isVisible()


def test_without_such_words_one_leaves_at_once(window: MainWindow, qtbot: QtBot) -> None:
    page = _comment(window, qtbot)
    page.cards[0].comment.set_text("  ")

    window.rail.me.click()

    assert window.session is None


def test_a_word_for_a_pupil_stays_while_news_arrive(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    page = window.go_to("bambini")
    assert isinstance(page, PupilsPage)
    page.row("Lucia").open_panel("word")
    line = page.row("Lucia")
    panel = line.panel
    assert isinstance(panel, WordPanel)
    panel.words.set_text("Ho letto il tuo racconto")
    from_another_laptop = WordSent(person=pupil("Tommaso").person, text="Bravo!")
    parts.school.record([from_another_laptop], author=Unlocked(PAOLA.staff_id))

    page.refresh()

    assert page.row("Lucia").panel is panel
    assert panel.words.text() == "Ho letto il tuo racconto"

    window.rail.me.click()
    assert window.session is not None
    page.row("Lucia").close_panel()
    page.refresh()
    assert page.row("Lucia") is not line, "the news are shown once nothing is written"
    background.wait_for_all()
