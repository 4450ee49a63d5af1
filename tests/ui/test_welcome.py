"""A laptop in no school: with a finger it founds one, or comes into one, and never loses its way."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from at_the_window import labels_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from real_school import RealSchool, make_quick
from school_samples import QUICK

from scuola_digitale.storage.joining import admit, read_request
from scuola_digitale.storage.staff_keys import UnlockedStaff
from sync.joining_line import JoiningHost
from ui import background
from ui.home import Home
from ui.laptop import Laptop
from ui.widgets.buttons import Button
from ui.widgets.theme import dress
from ui.widgets.tokens import ThemeName
from ui.widgets.welcome import Welcome


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "nuovo").ready()


@pytest.fixture
def welcome(qapp: QApplication, qtbot: QtBot, home: Home) -> Iterator[Welcome]:
    dress(qapp)
    shown = Welcome(home)
    qtbot.addWidget(shown)
    shown.resize(911, 512)
    shown.show()
    yield shown
    background.wait_for_all()
    dress(qapp)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real argon2id, at low effort."""
    make_quick(monkeypatch)


def _press(widget: QWidget, words: str) -> None:
    QApplication.processEvents()
    button = next(one for one in widget.findChildren(Button) if one.words() == words and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _write(welcome: Welcome, **said: str) -> None:
    for name, words in said.items():
        welcome.steps.fields[name].set_text(words)


def test_a_school_is_founded_in_three_steps(welcome: Welcome, home: Home, qtbot: QtBot, quick: None) -> None:
    _press(welcome, "Fonda la tua scuola")
    _write(welcome, school="Scuola di Pian di Sasso", code="mcee123456")
    _press(welcome, "Avanti")
    _write(welcome, technician="Elvio", password="sasso e prugnolo", again="sasso e prugnolo")
    _press(welcome, "Avanti")
    _write(welcome, label="Armadio 1")
    _press(welcome, "Fonda la scuola")
    qtbot.waitUntil(lambda: "Il foglio della scuola" in labels_of(welcome))
    sheet = welcome.steps.letters.text()
    with qtbot.waitSignal(welcome.settled):
        _press(welcome, "Le ho scritte")

    with Laptop.opened(home) as laptop:
        assert laptop.school.plesso_name() == "Scuola di Pian di Sasso"
        [elvio] = laptop.school.staff()
        assert laptop.school.unlock(elvio.staff_id, "sasso e prugnolo").staff_id == elvio.staff_id
        assert [one.label for one in laptop.care.devices()] == ["Armadio 1"]
        laptop.care.rescue(sheet, "Amalia", "tre rane e un fosso")
        assert [one.name for one in laptop.school.staff()] == ["Amalia", "Elvio"]


def test_a_step_says_what_it_lacks_and_lets_nobody_past(welcome: Welcome, qtbot: QtBot) -> None:
    welcome.found()
    school, technician, _ = welcome.steps.forms
    _press(welcome, "Avanti")
    assert "Manca il nome della scuola" in school.trouble.text()
    _write(welcome, school="Valdoro", code="123")
    _press(welcome, "Avanti")
    assert "codice meccanografico" in school.trouble.text()
    _write(welcome, code="")
    _press(welcome, "Avanti")
    _write(welcome, technician="Elvio", password="corta")
    _press(welcome, "Avanti")
    assert "almeno 12 caratteri" in technician.trouble.text()
    _write(welcome, password="sasso e prugnolo", again="sasso e prugnoli")
    _press(welcome, "Avanti")
    assert "non sono uguali" in technician.trouble.text()

    _press(welcome, "Indietro")

    assert school.isVisible()
    assert welcome.steps.fields["school"].text() == "Valdoro"
    _press(welcome, "Indietro")
    assert welcome.try_it.isVisible()


def _answer(school: RealSchool, data: bytes) -> bytes:
    author = school.technician.author
    assert isinstance(author, UnlockedStaff)
    memory = school.laptop.school
    return admit(memory, memory.office(author, effort=QUICK), read_request(data), "Finestra 2")


def test_a_laptop_comes_in_by_a_code(welcome: Welcome, home: Home, qtbot: QtBot, tmp_path: Path) -> None:
    school = RealSchool(tmp_path / "casa")
    host = JoiningHost(lambda data: _answer(school, data), random=os.urandom, host="127.0.0.1")
    background.run("host", lambda: host.wait("472 915", seconds=20), lambda _: None)
    _press(welcome, "Entra in una scuola")
    welcome.joining.address.set_text(host.address)
    welcome.joining.code.set_text("472915")

    with qtbot.waitSignal(welcome.settled):
        _press(welcome.joining.by_code, "Entra")

    qtbot.waitUntil(lambda: not background.is_busy())
    host.close()
    school.close()
    assert Laptop.belongs_to_a_school(home)


def test_a_wrong_code_is_told_and_the_laptop_stays_outside(
    welcome: Welcome, home: Home, qtbot: QtBot
) -> None:
    welcome.join()
    welcome.joining.address.set_text("127.0.0.1:1")
    welcome.joining.code.set_text("123456")

    _press(welcome.joining.by_code, "Entra")

    qtbot.waitUntil(lambda: "non risponde" in welcome.joining.by_code.trouble.text())
    assert not Laptop.belongs_to_a_school(home)


def test_a_laptop_comes_in_by_stick_after_the_schools_digits_were_compared(
    welcome: Welcome, home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    school = RealSchool(tmp_path / "casa")
    stick = tmp_path / "chiavetta"
    stick.mkdir()
    welcome.join()
    welcome.joining.read_answer(stick)
    qtbot.waitUntil(lambda: "non c’è ancora la risposta" in welcome.joining.by_stick.trouble.text())
    welcome.joining.leave_request(stick)
    qtbot.waitUntil(lambda: "sei cifre" in welcome.joining.told.text())
    [request] = school.laptop.care.requests_on(stick)
    assert request.digits in welcome.joining.told.text()
    school.laptop.care.admit_from(school.technician.author, stick, request, "Finestra 2")
    welcome.joining.read_answer(stick)
    qtbot.waitUntil(lambda: school.laptop.care.digits() in welcome.joining.told.text())

    with qtbot.waitSignal(welcome.settled):
        _press(welcome, "Sono le stesse: entra")

    school.close()
    assert Laptop.belongs_to_a_school(home)


@pytest.mark.parametrize(("theme_name", "scale"), [("chiaro", 1.0), ("scuro", 1.5), ("contrasto", 2.0)])
def test_every_step_fits_the_smallest_screen_at_any_text(
    welcome: Welcome, qapp: QApplication, theme_name: ThemeName, scale: float
) -> None:
    dress(qapp, theme_name, scale=scale)
    for go in (None, welcome.found, welcome.join):
        if go is not None:
            go()
        QApplication.processEvents()
        room = welcome._rooms.currentWidget()
        assert room is not None
        assert room.horizontalScrollBar().maximum() == 0  # type: ignore[attr-defined]
    assert "Entra in una scuola" in labels_of(welcome)
