"""The board for who reads by ear or by keys: cells that say their class, and a table with headers."""

from collections.abc import Iterator

import pytest
from at_the_window import TEACHER
from every_state import a_school
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidgetItem
from pytestqt.qtbot import QtBot

from ui.widgets.accessible import tell_parts
from ui.widgets.board_page import BoardPage
from ui.widgets.board_table import BoardTableDialog
from ui.widgets.steps_dialog import StepsDialog
from ui.widgets.text import Text
from ui.widgets.theme import dress
from ui.widgets.window import MainWindow


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> Iterator[BoardPage]:
    dress(qapp)
    window = MainWindow(a_school().desk)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.come_in(TEACHER)
    found = window.go_to("classe")
    assert isinstance(found, BoardPage)
    yield found
    over = QApplication.activeModalWidget()
    if over is not None:
        over.close()


def _words(item: QTableWidgetItem | None) -> str:
    assert item is not None
    return item.text()


def _table(page: BoardPage, qtbot: QtBot) -> BoardTableDialog:
    page.to_table.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), BoardTableDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BoardTableDialog)
    return dialog


def test_a_cell_says_whose_it_is_and_of_which_class_and_classes_are_headings(page: BoardPage) -> None:
    tell_parts()

    for column in page.columns:
        grade = f"lasse {column.cells[0].pupil.grade.label}"
        headings = [
            QAccessible.queryAccessibleInterface(text)
            for text in column.findChildren(Text)
            if text.accessibleName()
        ]
        assert [
            told.text(QAccessible.Text.Name)
            for told in headings
            if told and told.role() == QAccessible.Role.Heading
        ] == [f"C{grade}"]
        for cell in column.cells:
            assert cell.accessibleName().startswith(f"{cell.pupil.name}, c{grade}, ")


def test_the_table_has_a_header_for_each_column_and_each_line(page: BoardPage, qtbot: QtBot) -> None:
    table = _table(page, qtbot).table

    columns = [_words(table.horizontalHeaderItem(at)) for at in range(table.columnCount())]
    lines = [_words(table.verticalHeaderItem(at)) for at in range(table.rowCount())]
    told = QAccessible.queryAccessibleInterface(table)

    assert columns == ["Classe", "Come va", "Dove", "Esercizi giusti"]
    assert sorted(lines) == sorted(cell.pupil.name for column in page.columns for cell in column.cells)
    assert told is not None
    assert told.role() == QAccessible.Role.Table
    assert "alunno per alunno" in told.text(QAccessible.Text.Name)


def test_who_waits_stands_first_in_the_table(page: BoardPage, qtbot: QtBot) -> None:
    table = _table(page, qtbot).table

    waits = [table.waits(at) for at in range(table.rowCount())]
    states = [_words(table.item(at, 1)) for at in range(table.rowCount())]

    assert waits == sorted(waits, reverse=True)
    assert any(waits)
    assert [state == "ti aspetta" for state in states] == waits


def test_return_on_a_line_opens_what_the_child_answered(page: BoardPage, qtbot: QtBot) -> None:
    dialog = _table(page, qtbot)
    name = _words(dialog.table.verticalHeaderItem(1))

    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), StepsDialog))
    opened = QApplication.activeModalWidget()
    assert opened is not None
    assert name in opened.windowTitle()
