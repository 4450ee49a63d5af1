"""Photos as a school shows them or not: chosen by the technician, seen at the sign-in and in the corner, gone when they are taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from at_the_window import calm, labels_of, show_window
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from teachers_school import TeachersSchool, give_photo, pupil

from scuola_digitale.storage.photos import want_photos
from ui import background
from ui.widgets.faces import FaceCard
from ui.widgets.people_page import PeoplePage
from ui.widgets.school_photos import SchoolPhotosForm
from ui.widgets.session import Session
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow


@pytest.fixture
def school(tmp_path: Path, qapp: QApplication) -> Iterator[TeachersSchool]:
    dress(qapp)
    school = TeachersSchool(tmp_path / "casa")
    yield school
    background.wait_for_all()
    school.close()


def choice(school: TeachersSchool, qtbot: QtBot) -> SchoolPhotosForm:
    window = show_window(school.laptop.desk(), qtbot)
    window.come_in(Session(staff=school.technician))
    people = window.go_to("persone")
    assert isinstance(people, PeoplePage)
    assert people.photos_form is not None
    return people.photos_form


def test_the_school_begins_with_animals_and_the_technician_chooses(
    school: TeachersSchool, qtbot: QtBot
) -> None:
    form = choice(school, qtbot)
    assert "Serve il sì di ogni famiglia" in labels_of(form)
    assert "Nessuna macchina le guarda" in labels_of(form)
    assert not form.unwant.isVisibleTo(form)
    assert not form.take_all.isVisibleTo(form)

    form.want.click()
    qtbot.waitUntil(school.laptop.school.shows_photos)
    qtbot.waitUntil(lambda: form.unwant.isVisibleTo(form))

    form.unwant.click()
    qtbot.waitUntil(lambda: not school.laptop.school.shows_photos())
    qtbot.waitUntil(lambda: form.want.isVisibleTo(form))


def test_turned_off_it_says_how_many_photos_are_still_kept_and_takes_them_away(
    school: TeachersSchool, qtbot: QtBot
) -> None:
    give_photo(school, "Tobia")
    give_photo(school, "Zeno", 1)
    form = choice(school, qtbot)
    assert "2 foto sono ancora conservate" in form.now.text()

    form.take_all.click()
    assert len(school.laptop.school.photographed()) == 2  # it asks first
    form.take_all_away()

    qtbot.waitUntil(lambda: school.laptop.school.photographed() == {})
    qtbot.waitUntil(lambda: form.now.text() == "Adesso ci sono gli animali.")


# Who comes in


def faces(window: MainWindow) -> dict[str, FaceCard]:
    return {card.words(): card for card in window.sign_in.faces()}


def test_at_the_sign_in_a_photo_stands_where_the_animal_stood_and_the_name_stays(
    school: TeachersSchool, qtbot: QtBot
) -> None:
    window = show_window(school.laptop.desk(), qtbot)
    animals = {name: card.grab().toImage() for name, card in faces(window).items()}
    assert "Tocca il tuo animale." in labels_of(window.sign_in)

    want_photos(school.laptop.school, school.technician.author, wanted=True)
    give_photo(school, "Tobia")
    window.sign_in.refresh()
    QApplication.processEvents()

    shown = faces(window)
    assert shown["Tobia"].grab().toImage() != animals["Tobia"]
    assert shown["Zeno"].grab().toImage() == animals["Zeno"]
    assert shown["Tobia"].accessibleName() == "Tobia, classe I"
    assert shown["Zeno"].accessibleName() == "Zeno, classe V, lupo"
    assert "Tocca la tua foto, o il tuo animale." in labels_of(window.sign_in)


def test_turned_off_the_sign_in_shows_the_animals_at_once(school: TeachersSchool, qtbot: QtBot) -> None:
    window = show_window(school.laptop.desk(), qtbot)
    before = faces(window)["Tobia"].grab().toImage()
    want_photos(school.laptop.school, school.technician.author, wanted=True)
    give_photo(school, "Tobia")
    window.sign_in.refresh()

    want_photos(school.laptop.school, school.technician.author, wanted=False)
    window.sign_in.refresh()
    QApplication.processEvents()

    assert faces(window)["Tobia"].grab().toImage() == before


def test_who_came_in_sees_the_own_photo_in_the_corner(school: TeachersSchool, qtbot: QtBot) -> None:
    want_photos(school.laptop.school, school.technician.author, wanted=True)
    window = show_window(school.laptop.desk(), qtbot)
    window.come_in(Session(pupil=pupil(school, "Tobia")))
    animal = window.grab().toImage()
    give_photo(school, "Tobia")

    window.come_in(Session(pupil=pupil(school, "Tobia")))
    QApplication.processEvents()

    assert window.grab().toImage() != animal
    calm(qtbot)


def test_a_photo_taken_away_elsewhere_leaves_the_corner_when_the_news_arrive(
    school: TeachersSchool, qtbot: QtBot
) -> None:
    window = show_window(school.laptop.desk(), qtbot)
    window.come_in(Session(pupil=pupil(school, "Tobia")))
    animal = window.rail.me.grab().toImage()
    want_photos(school.laptop.school, school.technician.author, wanted=True)
    give_photo(school, "Tobia")
    window.refresh()
    assert window.rail.me.grab().toImage() != animal

    want_photos(school.laptop.school, school.technician.author, wanted=False)
    window.refresh()

    assert window.rail.me.grab().toImage() == animal
    assert window.pupil_here().photo == b""
    calm(qtbot)
