"""From the board a teacher opens what a child did: by a touch on the card, by Enter, by «Vai da…»."""

from functools import partial

import pytest
from at_the_window import TEACHER, show_window
from every_state import a_school
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.school_terms import Grade
from ui import background
from ui.widgets.board_cells import CellCard
from ui.widgets.board_page import BoardPage
from ui.widgets.steps_dialog import StepsDialog
from ui.widgets.text import Text
from ui.widgets.window import MainWindow


@pytest.fixture
def page(qtbot: QtBot) -> BoardPage:
    window = show_window(a_school().desk, qtbot)
    window.come_in(TEACHER)
    found = window.go_to("classe")
    assert isinstance(found, BoardPage)
    return found


def _card(page: BoardPage, name: str) -> CellCard:
    cards = [card for column in page.columns for card in column.cells]
    return next(card for card in cards if card.accessibleName().startswith(name))


def _opened(qtbot: QtBot) -> StepsDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), StepsDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StepsDialog)
    return dialog


def _begins_at(dialog: StepsDialog, step: int) -> bool:
    bar = dialog.area.verticalScrollBar()
    return 0 < bar.value() == min(dialog.cards[step].y(), bar.maximum())


def _words(dialog: StepsDialog) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(Text))


def test_a_touch_on_a_card_opens_what_the_child_answered(page: BoardPage, qtbot: QtBot) -> None:
    QTest.mouseClick(_card(page, "Giulia"), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))

    dialog = _opened(qtbot)

    assert "Giulia" in dialog.windowTitle()
    assert "giusta" in _words(dialog)
    assert "Passo 5" in _words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_by_keys_too(page: BoardPage, qtbot: QtBot) -> None:
    card = _card(page, "Giulia")
    card.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card, Qt.Key.Key_Return)

    _opened(qtbot).reject()


def test_who_waits_is_gone_to_and_the_sheet_opens_where_they_wait(page: BoardPage, qtbot: QtBot) -> None:
    button = _card(page, "Amina").go
    assert button is not None
    for _ in range(2):
        button = _card(page, "Amina").go
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        dialog = _opened(qtbot)
        qtbot.waitUntil(partial(_begins_at, dialog, 2))
        dialog.reject()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        # Pressed again it stays that grade's hour.
        assert page._presenter.direct_grade == Grade.P3


def test_nothing_opens_when_the_teacher_has_gone_on_meanwhile(page: BoardPage, qtbot: QtBot) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    QTest.mouseClick(_card(page, "Giulia"), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    window.go_to("assegna")
    qtbot.waitUntil(lambda: not background.is_busy())

    assert QApplication.activeModalWidget() is None
