"""A teacher's own lessons and a download that goes on by itself, as the window shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from at_the_window import TEACHER, TECHNICIAN, labels_of, show_window
from desk_in_memory import DeskInMemory, a_morning
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sync.errors import LineDownError
from ui import background
from ui.widgets.buttons import Button
from ui.widgets.lessons_page import LessonsPage
from ui.widgets.packs_page import PacksPage
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow


@pytest.fixture
def parts() -> DeskInMemory:
    return a_morning()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, parts: DeskInMemory) -> Iterator[MainWindow]:
    dress(qapp)
    yield show_window(parts.desk, qtbot)
    background.wait_for_all()


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LessonsPage:
    window.come_in(TEACHER)
    page = window.go_to("lezioni")
    assert isinstance(page, LessonsPage)
    qtbot.waitUntil(lambda: "Il nostro orto" in labels_of(page))
    return page


def press(widget: QWidget, said: str) -> None:
    """A touch on the button with some words."""
    QApplication.processEvents()
    button = next(one for one in widget.findChildren(Button) if one.words() == said and one.isEnabled())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_folder_without_mistakes_is_offered_after_a_yes(
    window: MainWindow, page: LessonsPage, parts: DeskInMemory, qtbot: QtBot, tmp_path: Path
) -> None:
    page.look_at(tmp_path)
    qtbot.waitUntil(window.notice.isVisible)
    assert "2 lezioni, senza errori. 1 consiglio." in labels_of(window.notice)
    assert len(parts.own_lessons.offered) == 2

    press(window.notice, "Offri")
    qtbot.waitUntil(lambda: "Le api" in labels_of(page))

    assert window.notice.message() == "«Le api» è offerto alla scuola: edizione 1."


def test_mistakes_are_told_in_words_and_nothing_is_offered(
    window: MainWindow, page: LessonsPage, parts: DeskInMemory, qtbot: QtBot, tmp_path: Path
) -> None:
    page.look_at(tmp_path / "con errori")
    qtbot.waitUntil(window.notice.isVisible)

    assert window.notice.message() == "«Le api»: prima sistema 1 errore."
    qtbot.waitUntil(lambda: "Manca `titolo`." in labels_of(page))
    assert "lezioni/semi.md, riga 3" in labels_of(page)
    assert len(parts.own_lessons.offered) == 2


def test_lessons_are_taken_back_by_their_author_alone_and_after_a_yes(
    window: MainWindow, page: LessonsPage, parts: DeskInMemory, qtbot: QtBot
) -> None:
    assert sum(button.words() == "Ritira" for button in page.findChildren(Button)) == 1
    press(page, "Ritira")
    assert len(parts.own_lessons.offered) == 2

    press(window.notice, "Ritira")
    qtbot.waitUntil(lambda: "Il nostro orto" not in labels_of(page))

    assert [pack.title for pack in parts.own_lessons.offered] == ["Sul monte"]


def test_an_example_is_there_to_begin_with(
    window: MainWindow, page: LessonsPage, parts: DeskInMemory, qtbot: QtBot, tmp_path: Path
) -> None:
    page.write_example(tmp_path / "api")
    qtbot.waitUntil(window.notice.isVisible)

    assert parts.own_lessons.begun == ["api"]
    assert "lezione di esempio" in window.notice.message()


@dataclass(frozen=True)
class Asked:
    pack_id: str
    is_paused: bool


def test_what_was_paused_before_the_program_ended_stands_there_to_be_gone_on_with(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    parts.travel.asked_for = [Asked("marche/cultura", is_paused=True)]
    window.come_in(TECHNICIAN)
    page = window.go_to("contenuti")
    assert isinstance(page, PacksPage)

    assert page.progress.is_suspended()
    assert "In pausa" in labels_of(page)
    press(page, "Riprendi")
    parts.travel.gate.set()
    qtbot.waitUntil(lambda: parts.travel.got == ["marche/cultura"])


def test_a_download_that_goes_on_by_itself_is_seen(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    window.come_in(TECHNICIAN)
    page = window.go_to("contenuti")
    assert isinstance(page, PacksPage)
    [follower] = parts.travel.followers

    follower.began("marche/cultura")
    follower.told(12_000_000, 30_000_000, ())
    qtbot.waitUntil(lambda: "12 MB di 30 MB" in labels_of(page))
    follower.ended("marche/cultura", LineDownError())
    qtbot.waitUntil(page.progress.is_suspended)
    assert "La linea non c’è" in labels_of(page)

    follower.began("marche/cultura")
    follower.ended("marche/cultura", None)
    qtbot.waitUntil(lambda: not page.progress.isVisible())
    assert "installato" in window.notice.message()
