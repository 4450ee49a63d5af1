"""Where there is little room: a rail at twice the text, a full class, a long name, a head with much at its right."""

from collections.abc import Iterator

import pytest
from at_the_window import TEACHER
from desk_in_memory import a_morning
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from ui.demo.other_desks import crowded, one_class
from ui.demo.settling import settle
from ui.presenters.desk import Desk
from ui.widgets.buttons import Button
from ui.widgets.page import PageHead
from ui.widgets.session import Session
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    yield a_morning().desk
    dress(qapp)


def _window(qtbot: QtBot, desk: Desk, width: int, height: int) -> MainWindow:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    return window


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("session", [TEACHER, Session(pupil=pupil("Lucia"))], ids=["teacher", "pupil"])
@pytest.mark.parametrize("size", [(911, 512), (1366, 768)])
def test_at_twice_the_text_all_places_of_the_rail_are_in_sight(
    qapp: QApplication, qtbot: QtBot, desk: Desk, session: Session, size: tuple[int, int]
) -> None:
    window = _window(qtbot, desk, *size)
    window.come_in(session)
    dress(qapp, scale=2.0)
    settle(0.03)

    *entries, me = [_place(stop, window) for stop in window.rail.stops()]

    assert len(entries) >= 6
    assert all(above.bottom() < below.top() for above, below in zip(entries, [*entries[1:], me], strict=True))
    assert me.bottom() <= size[1]


def test_a_class_alone_stands_side_by_side_and_many_grades_one_beside_the_other(
    qtbot: QtBot, desk: Desk
) -> None:
    alone, together = (_window(qtbot, which(desk), 1366, 768) for which in (one_class, crowded))
    settle(0.03)

    in_a_row = {face.x() for face in alone.sign_in.faces()}
    lanes = {face.x() for face in together.sign_in.faces()}

    assert len(in_a_row) == 6
    assert len(lanes) == 5


def test_a_long_name_goes_on_under_itself(qtbot: QtBot, desk: Desk) -> None:
    window = _window(qtbot, one_class(desk), 911, 512)
    settle(0.03)
    long, short = (
        next(face for face in window.sign_in.faces() if face.pupil.name == name)
        for name in ("Maria Francesca Addolorata", "Ada")
    )

    assert long.height() > short.height()


def test_a_head_puts_what_does_not_fit_beside_the_title_under_it(qtbot: QtBot, desk: Desk) -> None:
    head = PageHead(desk, "Le mie lezioni", "Scrivi lezioni tue e offrile alla scuola.")
    acts = [Button("Comincia da un esempio"), Button("Offri una cartella", "primary")]
    for act in acts:
        head.right.addWidget(act)
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(1200, 400)
    head.setParent(holder)
    holder.show()

    stood = []
    for width in (1100, 760, 320):
        head.resize(width, head.sizeHint().height())
        settle(0.03)
        head.resize(width, head.sizeHint().height())
        settle(0.03)
        title = _place(head.title, head)
        places = [_place(act, head) for act in acts]
        assert all(place.right() <= width for place in places)
        beside, in_a_row = places[0].left() > title.right(), places[0].top() == places[1].top()
        stood.append((beside, in_a_row))

    assert stood == [(True, True), (False, True), (False, False)]


def test_the_chip_says_less_at_large_text_and_a_screen_reader_hears_the_whole(
    qapp: QApplication, qtbot: QtBot, desk: Desk
) -> None:
    dress(qapp, scale=2.0)
    head = PageHead(desk, "Oggi")
    qtbot.addWidget(head)
    whole = head.chip.text()

    head.set_narrow(narrow=True)

    assert isinstance(head.chip, QLabel)
    assert head.chip.text() == "Salvato qui"
    assert head.chip.accessibleName() == whole != "Salvato qui"
