"""The technician's packs: installed, fetched over a bad line, carried by stick, mended, and gone after a yes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from at_the_window import TECHNICIAN, button_of, show_window, touch, words_of
from desk_in_memory import DeskInMemory, a_morning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from ui import background
from ui.widgets.packs_page import PacksPage
from ui.widgets.session import Session
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


def test_installing_shows_the_new_pack_and_a_stop_is_told(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    window.come_in(TECHNICIAN)
    page = window.go_to("contenuti")
    assert isinstance(page, PacksPage)

    page.install_from(tmp_path_factory.mktemp("pacco"))
    qtbot.waitUntil(window.notice.isVisible)

    assert window.notice.message() == "«Nuovo» è installato: 3 lezioni pronte."
    assert not page.progress.isVisible()

    parts.shelf.gate.clear()
    page.install_from(tmp_path_factory.mktemp("pacco"))
    touch(page.progress.stop_button)
    parts.shelf.gate.set()
    qtbot.waitUntil(lambda: window.notice.message() == "L’installazione è stata fermata.")
    assert len(parts.shelf.packs()) == 5


def test_a_pack_comes_after_its_difference_was_told_and_goes_on_after_a_pause(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    window.come_in(TECHNICIAN)
    page = window.go_to("contenuti")
    assert isinstance(page, PacksPage)
    touch(button_of(page, "Cerca novità"))
    qtbot.waitUntil(lambda: "Mestieri del legno" in words_of(page))

    touch(button_of(page, "Aggiorna"))
    qtbot.waitUntil(window.notice.isVisible)
    assert "1 lezione nuova («La Sibilla»), 2 lezioni cambiate" in words_of(window.notice)
    assert "Da scaricare 480 kB, circa 30 secondi." in words_of(window.notice)
    touch(button_of(window.notice, "Aggiorna"))
    qtbot.waitUntil(lambda: "12 MB di 30 MB" in words_of(page))
    assert "La linea è caduta una volta: si riprende da dove era." in words_of(page)

    touch(button_of(page, "Sospendi"))
    qtbot.waitUntil(page.progress.is_suspended)
    assert parts.travel.got == []
    touch(button_of(page, "Riprendi"))
    qtbot.waitUntil(lambda: parts.travel.got == ["marche/cultura"])
    qtbot.waitUntil(lambda: not page.progress.isVisible())
    assert "installato" in window.notice.message()


def test_a_stick_goes_both_ways(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot, tmp_path: Path
) -> None:
    window.come_in(TECHNICIAN)
    page = window.go_to("contenuti")
    assert isinstance(page, PacksPage)

    page.write_stick(tmp_path)
    qtbot.waitUntil(window.notice.isVisible)
    assert window.notice.message() == "Sulla chiavetta: 3 pacchetti pronti, 212 MB scritti adesso."

    page.install_from(tmp_path / "usb")
    qtbot.waitUntil(lambda: window.notice.message() == "Dalla chiavetta: «Storie dell’Appennino».")


def test_a_broken_pack_is_mended_from_the_line(window: MainWindow, parts: DeskInMemory, qtbot: QtBot) -> None:
    parts.shelf.broken = {"marche/cultura"}
    window.come_in(TECHNICIAN)
    page = window.go_to("contenuti")
    assert isinstance(page, PacksPage)

    page.verify(next(row for row in page._presenter.rows() if row.pack_id == "marche/cultura"))
    qtbot.waitUntil(window.notice.isVisible)
    touch(button_of(window.notice, "Ripara"))

    qtbot.waitUntil(lambda: "di nuovo intero" in window.notice.message())
    assert parts.travel.got == ["marche/cultura"]


def test_a_pack_goes_only_after_a_yes(window: MainWindow, parts: DeskInMemory, qtbot: QtBot) -> None:
    window.come_in(TECHNICIAN)
    page = window.go_to("contenuti")

    touch(button_of(page, "Togli"))
    assert len(parts.shelf.packs()) == 4

    touch(button_of(window.notice, "Togli"))
    qtbot.waitUntil(lambda: len(parts.shelf.packs()) == 3)


def test_packs_are_looked_for_by_a_chip(window: MainWindow, qtbot: QtBot) -> None:
    window.come_in(Session(pupil=pupil("Lucia")))
    window.search("frazioni")
    qtbot.waitUntil(lambda: "4 passi in 2 lezioni" in words_of(window))

    touch(button_of(window, "Pacchetti"))

    qtbot.waitUntil(lambda: "4 passi in 2 lezioni, 1 pacchetto" in words_of(window))
