"""A lesson is read as its reader likes it."""

from collections.abc import Callable

from answering import by_mouse
from lesson_pages import Opened
from lesson_samples import clipped
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.theme import Ways, theme


def test_in_a_narrow_window_the_outline_is_the_first_button(
    qtbot: QtBot, opened: Callable[..., Opened]
) -> None:
    page, _ = opened(width=827)
    assert not page._outline.isVisible()
    assert page._bar._outline.isVisible()

    page._bar._outline.click()
    assert page._outline.isVisible()
    page._outline.went.emit("chiudi")

    assert not page._outline.isVisible()
    assert page._scroll.top() > 0


def test_larger_text_keeps_the_place_and_cuts_nothing(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, _ = opened(anchor="prova")
    assert page.column is not None
    assert page.cards is not None
    by_mouse(page.cards.cards[0], right=False)
    QTest.qWait(30)
    page.go_to("prova")

    for _ in range(5):
        page._bar.step(1)
    QTest.qWait(30)

    assert theme().scale == 2.0
    assert clipped(page) == []
    assert page.cards.cards[0].presenter.verdict is not None
    title = page.column.anchors["prova"]
    assert abs(title.mapTo(page._scroll.viewport(), QPoint(0, 0)).y()) < 120
    assert page.column.width() <= page._scroll.viewport().width()


def test_the_face_and_the_colours_are_chosen_in_the_bar(qtbot: QtBot, opened: Callable[..., Opened]) -> None:
    page, _ = opened()

    page._bar.wear("contrasto")
    assert (theme().name, theme().reading_face) == ("contrasto", "Atkinson Hyperlegible")
    page._bar.wear("chiaro")
    assert theme().reading_face == "Lora"
    page._bar.read_in("Lexend")
    page._bar.wear("scuro")

    assert (theme().name, theme().reading_face) == ("scuro", "Lexend")


def test_spaces_ruler_and_calm_colours_are_chosen_in_the_bar(opened: Callable[..., Opened]) -> None:
    page, _ = opened()

    spaces = {act.text(): act for act in page._bar.spaces_menu().actions()}
    spaces["Lettere: di più"].trigger()
    spaces["Righe: molto"].trigger()
    page._bar._ruler.click()
    more = {act.text(): act for act in page._bar.more_menu().actions()}
    more["Colori calmi"].trigger()
    more["Meno movimento"].trigger()

    assert theme().ways == Ways(letters=2, lines=3, ruler=True, calm=True, still=True)
    assert page._bar._ruler.accessibleDescription() == "in uso"
    page._bar.read_with(letters=0, lines=0, ruler=False, calm=False, still=False)


def test_a_lesson_alone_has_nothing_beside_it(opened: Callable[..., Opened]) -> None:
    page, _ = opened()
    assert page._outline.isVisible()

    page._bar.read_alone(alone=True)
    assert not page._outline.isVisible()

    page._bar.read_alone(alone=False)
    assert page._outline.isVisible()
