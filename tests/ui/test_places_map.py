"""The map of places: what it shows, where, and that fingers, keys and ears all reach a lesson."""

import dataclasses

import msgspec
import pytest
from desk_in_memory import DeskInMemory, a_morning
from library_in_memory import HEADS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from scuola_digitale.domain.lesson import LessonHead, MapPlace
from ui.presenters.desk import Desk
from ui.presenters.places_map import PlacesMapPresenter
from ui.widgets.map_page import MapPage
from ui.widgets.places_map import PlacesMap
from ui.widgets.tab_order import tab_stops
from ui.widgets.theme import dress

FRASASSI = MapPlace("Grotte di Frasassi", 43.400, 12.962)
SIBILLA = MapPlace("Monte Sibilla", 42.900, 13.267)
SIBILLINI = MapPlace("Monti Sibillini", 42.905, 13.260)
URBINO = MapPlace("Urbino", 43.724, 12.637)
LISBON = MapPlace("Lisbona", 38.72, -9.14)


def _with_places(parts: DeskInMemory, **places: tuple[MapPlace, ...]) -> Desk:
    heads = tuple(
        msgspec.structs.replace(head, places=places.get(head.ref.partition("/")[2].replace("-", "_"), ()))
        for head in HEADS
    )

    class Shelf(type(parts.shelf)):  # type: ignore[misc]  # the same shelf, with places
        def lessons(self, *_: object) -> tuple[LessonHead, ...]:
            return heads

    return dataclasses.replace(parts.desk, open_library=Shelf)


@pytest.fixture
def desk() -> Desk:
    return _with_places(
        a_morning(),
        acqua_che_scava=(FRASASSI,),
        sibilla_e_fate=(SIBILLA, URBINO),
        camoscio=(SIBILLINI,),
        metro_del_falegname=(URBINO,),
        lettera_al_nonno=(LISBON,),
    )


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, desk: Desk) -> MapPage:
    dress(qapp)
    shown = MapPage(desk, pupil("Lucia"))
    qtbot.addWidget(shown)
    shown.resize(1140, 768)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def test_places_go_from_north_to_south_with_their_lessons(desk: Desk) -> None:
    spots = PlacesMapPresenter(desk, None).spots

    assert [spot.name for spot in spots] == [
        "Urbino",
        "Grotte di Frasassi",
        "Monti Sibillini",
        "Monte Sibilla",
        "Lisbona",
    ]
    assert spots[0].spoken == "Urbino: 2 lezioni"
    assert spots[1].spoken == "Grotte di Frasassi: L’acqua che scava: dentro la grotta"


def test_north_is_up_and_east_is_right_and_what_is_far_stands_in_the_list_alone(desk: Desk) -> None:
    urbino, frasassi, _, sibilla, lisbon = PlacesMapPresenter(desk, None).spots

    across = [spot.x or 0 for spot in (urbino, frasassi, sibilla)]
    down = [spot.y or 0 for spot in (urbino, frasassi, sibilla)]
    assert 0 < across[0] < across[1] < across[2] < 1
    assert 0 < down[0] < down[1] < down[2] < 1
    assert (lisbon.x, lisbon.y) == (None, None)


def test_the_outline_is_a_closed_ring_that_fills_the_map() -> None:
    ring = PlacesMapPresenter.outline()

    assert ring[0] == ring[-1]
    assert 50 < len(ring) < 400
    assert max(max(point) for point in ring) == pytest.approx(1 - 0.06 / 1.12, abs=0.02)
    assert all(0 < x < 1 and 0 < y < 1 for x, y in ring)


def test_a_touch_opens_the_lesson_of_a_place(page: MapPage, qtbot: QtBot) -> None:
    frasassi = next(one for one in page.map.buttons if one.spot.name == "Grotte di Frasassi")

    with qtbot.waitSignal(page.lesson_wanted) as wanted:
        QTest.mouseClick(frasassi, Qt.MouseButton.LeftButton)

    assert wanted.args == ["marche/acqua-che-scava"]


def test_a_place_with_several_lessons_shows_them_alone_and_all_come_back(page: MapPage) -> None:
    everything = len(page._rows)
    QTest.mouseClick(page.map.buttons[0], Qt.MouseButton.LeftButton)

    assert (everything, len(page._rows)) == (5, 2)
    assert page.map.buttons[0].isChecked()

    page._show_list(None)
    assert len(page._rows) == 5
    assert not page.map.buttons[0].isChecked()


def test_the_keys_walk_from_place_to_place_and_open_one(page: MapPage, qtbot: QtBot) -> None:
    page.map.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.map.buttons[0], Qt.Key.Key_Tab)
    assert page.map.buttons[1].hasFocus()

    with qtbot.waitSignal(page.lesson_wanted):
        QTest.keyClick(page.map.buttons[1], Qt.Key.Key_Return)


@pytest.mark.parametrize(("width", "scale"), [(1140, 1.0), (830, 1.0), (1140, 2.0)])
def test_every_place_is_a_finger_wide_and_none_covers_another(
    page: MapPage, qapp: QApplication, width: int, scale: float
) -> None:
    try:
        dress(qapp, scale=scale)
        page.resize(width, 768)
        page.set_narrow(narrow=width < 1000)
        qapp.processEvents()
        rects = [one.geometry() for one in page.map.buttons]

        assert len(rects) == 4
        assert all(rect.width() >= 44 and rect.height() >= 44 for rect in rects)
        assert all(page.map.rect().contains(rect) for rect in rects)
        assert not any(
            one.intersects(other) for place, one in enumerate(rects) for other in rects[place + 1 :]
        )
    finally:
        dress(qapp)


def test_without_places_the_map_says_so(qapp: QApplication, qtbot: QtBot) -> None:
    shown = MapPage(a_morning().desk, None)
    qtbot.addWidget(shown)

    shown.refresh()
    shown.set_narrow(narrow=True)
    assert shown.presenter.spots == ()


def test_a_place_without_room_for_its_name_shows_it_while_it_is_led_to(
    qapp: QApplication, qtbot: QtBot, desk: Desk
) -> None:
    dress(qapp)
    drawn = PlacesMap(PlacesMapPresenter(desk, pupil("Lucia")))
    qtbot.addWidget(drawn)
    drawn.resize(300, 300)
    with qtbot.waitActive(drawn):
        drawn.show()
        drawn.activateWindow()
    hidden = next(button for button in drawn.buttons if not button.shows_name())
    at_rest = hidden.geometry()

    hidden.setFocus(Qt.FocusReason.TabFocusReason)
    assert hidden.shows_name()
    assert drawn.rect().contains(hidden.geometry())

    hidden.clearFocus()
    assert hidden.geometry() == at_rest


def test_tab_goes_from_north_to_south_though_names_come_up_over_the_others(
    qapp: QApplication, qtbot: QtBot, desk: Desk
) -> None:
    dress(qapp)
    drawn = PlacesMap(PlacesMapPresenter(desk, pupil("Lucia")))
    qtbot.addWidget(drawn)
    drawn.resize(300, 300)
    with qtbot.waitActive(drawn):
        drawn.show()
        drawn.activateWindow()

    for button in drawn.buttons:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert tab_stops(drawn) == drawn.buttons
