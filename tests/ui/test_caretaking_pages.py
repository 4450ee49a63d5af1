"""The technician's pages over a real school: whoever comes in, is recovered or lost, with a finger."""

import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from at_the_window import labels_of, show_window
from format_samples import answered
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from real_school import RealSchool

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.storage.joining import ask_to_join, read_request
from scuola_digitale.storage.staff_keys import UnlockedStaff
from sync.errors import (
    AuthorityUnknownError,
    ClockWrongError,
    ProxyRefusedError,
    RegionAnswersRubbishError,
)
from sync.joining_line import ask_by_code
from sync.joining_stick import FOLDER, leave_request
from sync.region.serving import EmbeddedRegion
from ui import background
from ui.widgets.buttons import Button
from ui.widgets.closing_card import ClosingCard
from ui.widgets.laptops_page import LaptopsPage
from ui.widgets.people_page import PeoplePage
from ui.widgets.session import Session
from ui.widgets.sync_page import SyncPage
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow


@pytest.fixture
def school(tmp_path: Path) -> Iterator[RealSchool]:
    school = RealSchool(tmp_path / "casa")
    yield school
    school.close()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, school: RealSchool) -> Iterator[MainWindow]:
    dress(qapp)
    shown = show_window(school.laptop.desk(), qtbot)
    shown.come_in(Session(staff=school.technician))
    yield shown
    school.laptop.care.close_door()
    background.wait_for_all()


def _press(widget: QWidget, words: str) -> None:
    QApplication.processEvents()
    button = next(one for one in widget.findChildren(Button) if one.words() == words and one.isEnabled())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _laptops(window: MainWindow) -> LaptopsPage:
    page = window.go_to("portatili")
    assert isinstance(page, LaptopsPage)
    return page


def _people(window: MainWindow) -> PeoplePage:
    page = window.go_to("persone")
    assert isinstance(page, PeoplePage)
    return page


def test_a_class_a_pupil_and_a_teacher_are_all_that_a_school_needs_to_begin(
    window: MainWindow, school: RealSchool, qtbot: QtBot
) -> None:
    page = _people(window)
    assert "Ancora nessun alunno" in labels_of(page)

    page.class_form.name.set_text("pluriclasse I–V")
    page.class_form.chips[Grade.P2].click()
    _press(page.class_form, "Salva")
    qtbot.waitUntil(lambda: "pluriclasse I–V · classi I e III–V" in labels_of(page))
    page.pupil_form.name.set_text("Ortensia")
    page.pupil_form.grade.choose("P3")
    page.pupil_form.animal.choose("gufo")
    _press(page.pupil_form, "Aggiungi")
    qtbot.waitUntil(lambda: "Ortensia" in labels_of(page))
    page.staff_form.name.set_text("Nives")
    page.staff_form.password.set_text("genziana")
    page.staff_form.stay.choose("5")
    _press(page.staff_form, "Fai entrare")
    qtbot.waitUntil(lambda: "Nives" in labels_of(page))

    [pupil] = school.laptop.school.pupils()
    assert (pupil.name, pupil.grade, pupil.avatar) == ("Ortensia", Grade.P3, "gufo")
    assert pupil.group_id == school.laptop.school.groups()[0].group_id
    [nives] = [one for one in school.laptop.school.staff() if one.name == "Nives"]
    assert school.laptop.school.unlock(nives.staff_id, "genziana").staff_id == nives.staff_id
    assert nives.until_ms < school.technician.member.until_ms
    assert "gufo" not in page.presenter.free_animals()


def test_what_is_missing_is_said_at_the_foot_of_its_form(window: MainWindow, qtbot: QtBot) -> None:
    page = _people(window)
    page.staff_form.name.set_text("Nives")
    page.staff_form.password.set_text("corta")

    _press(page.staff_form, "Fai entrare")
    _press(page.pupil_form, "Aggiungi")

    qtbot.waitUntil(lambda: "almeno 8 caratteri" in page.staff_form.trouble.text())
    qtbot.waitUntil(lambda: "Manca il nome" in page.pupil_form.trouble.text())
    assert page.staff_form.name.text() == "Nives"


def test_a_forgotten_password_is_given_anew(window: MainWindow, school: RealSchool, qtbot: QtBot) -> None:
    school.laptop.care.add_staff(school.technician.author, "Nives", "maestra", "insegnante", "genziana")
    page = _people(window)
    [row] = [one for one in page.presenter.staff() if one.name == "Nives"]

    page.ask_new_password(row)
    assert page.recovery is not None
    page.recovery.password.set_text("tre rane e un fosso")
    _press(page.recovery, "Dai la parola nuova")

    qtbot.waitUntil(lambda: page.recovery is None)
    [nives] = [one for one in school.laptop.school.staff() if one.name == "Nives"]
    assert nives.staff_id != row.member.staff_id
    assert school.laptop.school.unlock(nives.staff_id, "tre rane e un fosso").staff_id == nives.staff_id


def test_who_works_here_no_more_is_shut_out_only_after_a_question(
    window: MainWindow, school: RealSchool, qtbot: QtBot
) -> None:
    school.laptop.care.add_staff(school.technician.author, "Nives", "maestra", "insegnante", "genziana")
    page = _people(window)
    [row] = [one for one in page.presenter.staff() if one.name == "Nives"]

    page.ask_to_dismiss(row)
    assert "Nives non lavora più qui?" in window.notice.message()
    assert len(school.laptop.school.staff()) == 2
    _press(window.notice, "Ha finito")

    qtbot.waitUntil(lambda: "non lavora più qui" in labels_of(page))
    assert [one.name for one in school.laptop.school.staff()] == ["Elvio"]
    [gone] = [one for one in page.presenter.staff() if one.name == "Nives"]
    assert not gone.works_here


def test_a_technician_who_would_shut_themselves_out_is_told(window: MainWindow, qtbot: QtBot) -> None:
    page = _people(window)
    [row] = page.presenter.staff()

    page.ask_to_dismiss(row)
    _press(window.notice, "Ha finito")

    qtbot.waitUntil(lambda: "Non puoi escludere te stesso" in window.notice.message())


def test_a_laptop_comes_in_by_the_code_on_the_page(
    window: MainWindow, school: RealSchool, qtbot: QtBot, tmp_path: Path
) -> None:
    page = _laptops(window)
    page.door.label.set_text("Finestra 2")

    _press(page.door, "Con un codice a voce")
    qtbot.waitUntil(page.door.below.isVisible)
    address, code = (label.text() for label in page.door.below.findChildren(QLabel)[1:3])
    request = ask_to_join(tmp_path / "nuovo", os.urandom)
    here = f"127.0.0.1:{address.rsplit(':', 1)[1]}"
    asking = threading.Thread(target=ask_by_code, args=(here, code, request), kwargs={"random": os.urandom})
    asking.start()

    qtbot.waitUntil(lambda: "Finestra 2" in labels_of(page))
    asking.join()
    assert not page.door.below.isVisible()
    assert {one.label for one in school.laptop.care.devices()} == {"Armadio 1", "Finestra 2"}


def test_who_goes_to_another_page_leaves_no_door_open(window: MainWindow, qtbot: QtBot) -> None:
    page = _laptops(window)
    page.door.label.set_text("Finestra 2")
    _press(page.door, "Con un codice a voce")
    qtbot.waitUntil(page.door.below.isVisible)

    window.go_to("contenuti")

    qtbot.waitUntil(lambda: not background.is_busy())
    assert "Non si è presentato nessun portatile" in page.door.trouble.text()


def test_a_laptop_on_a_stick_is_let_in_after_its_digits_were_compared(
    window: MainWindow, school: RealSchool, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "chiavetta"
    stick.mkdir()
    page = _laptops(window)
    page.door.admit_from(stick)
    qtbot.waitUntil(lambda: "nessun portatile chiede" in page.door.trouble.text())
    request = ask_to_join(tmp_path / "nuovo", os.urandom)
    leave_request(stick, request)

    page.door.label.set_text("Finestra 2")
    page.door.admit_from(stick)
    qtbot.waitUntil(lambda: read_request(request).digits in labels_of(page.door))
    assert len(list((stick / FOLDER).iterdir())) == 1
    _press(page.door, "Sono le stesse")

    qtbot.waitUntil(lambda: "Finestra 2" in labels_of(page))
    assert len(list((stick / FOLDER).iterdir())) == 2


def test_a_lost_laptop_is_given_up_only_after_a_question(
    window: MainWindow, school: RealSchool, qtbot: QtBot
) -> None:
    author = school.technician.author
    assert isinstance(author, UnlockedStaff)
    office = school.laptop.school.office(author)
    office.admit_device(signing_key=os.urandom(32), box_key=os.urandom(32), label="Perduto")
    page = _laptops(window)
    before = len(school.laptop.school.school_keys)

    _press(page, "È perso")
    assert "cambio le chiavi" in window.notice.message().lower()
    assert len(school.laptop.school.school_keys) == before
    _press(window.notice, "È perso")

    qtbot.waitUntil(lambda: len(school.laptop.school.school_keys) == before + 1)
    qtbot.waitUntil(lambda: not background.is_busy())
    [lost] = [one for one in page.presenter.rows() if one.label == "Perduto"]
    assert (lost.chip.words, lost.is_lost, lost.may_renew) == ("perso", True, False)


def test_the_technician_writes_the_regions_address_and_its_code(
    window: MainWindow, school: RealSchool, qtbot: QtBot, tmp_path: Path
) -> None:
    region = EmbeddedRegion(tmp_path / "regione")
    page = window.go_to("sincronizzazione")
    assert isinstance(page, SyncPage)
    try:
        url = region.start()
        page.region.set_text(url)
        page.code.set_text("0000-0000-0000-0000")
        _press(page, "Collega")
        qtbot.waitUntil(lambda: "non accetta questo codice" in labels_of(page))
        page.code.set_text(region.invite().lower())
        _press(page, "Collega")
        qtbot.waitUntil(lambda: url in labels_of(page))

        assert school.laptop.line.sync_once().sent > 0
        assert school.home.settings().region_url == url
    finally:
        school.laptop.line.close()
        region.stop()


def test_a_year_that_is_over_is_proposed_for_closing_and_then_no_more(
    school: RealSchool, qtbot: QtBot, qapp: QApplication
) -> None:
    dress(qapp)
    memory = school.laptop.school
    memory.record([answered(attempt=number) for number in range(80)])
    before = memory.progress(answered().person)
    now_ms = school.laptop.desk().clock.now_ms()
    told: list[str] = []

    def tell(message: str, *_: object, **__: object) -> None:
        told.append(message)

    this_year, next_year = (
        ClosingCard(replace(school.laptop.desk(), clock=SetClock(now_ms + later_ms)), tell)
        for later_ms in (0, 400 * 86_400_000)
    )
    for card in (this_year, next_year):
        qtbot.addWidget(card)
    qtbot.waitUntil(next_year.isVisible)

    _press(next_year, "Chiudi l’anno")
    qtbot.waitUntil(next_year.isHidden)

    assert this_year.isHidden()
    assert told[0].startswith("L’anno 20")
    assert "è chiuso" in told[0]
    assert memory.progress(answered().person) == before


def test_what_stopped_the_last_exchange_is_said_with_what_to_do(
    window: MainWindow, school: RealSchool
) -> None:
    school.home.remember_region("https://regione.example")
    for trouble in (
        ProxyRefusedError(),
        AuthorityUnknownError(),
        RegionAnswersRubbishError(),
        ClockWrongError(),
    ):
        school.laptop.school.note_exchange(f"{trouble.message} {trouble.remedy}")
        page = window.go_to("sincronizzazione")
        assert isinstance(page, SyncPage)
        page.refresh()
        assert trouble.message in labels_of(page)
        assert trouble.remedy in labels_of(page)


def test_every_control_of_the_new_pages_has_a_name(window: MainWindow) -> None:
    for key in ("persone", "portatili", "sincronizzazione"):
        page = window.go_to(key)
        for button in page.findChildren(Button):
            assert button.accessibleName() or button.words()


@pytest.mark.parametrize("size", [(911, 512), (1366, 768)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_new_pages_are_never_wider_than_the_window(
    window: MainWindow, size: tuple[int, int], scale: float
) -> None:
    window.resize(*size)
    window.set_text_scale(scale)
    for key in ("persone", "portatili", "sincronizzazione"):
        page = window.go_to(key)
        QApplication.processEvents()
        assert isinstance(page, PeoplePage | LaptopsPage | SyncPage)
        assert page.horizontalScrollBar().maximum() == 0, key
