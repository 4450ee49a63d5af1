"""Walking a page's layouts finds what stands there, and keeps nothing of Qt's that Qt may free."""

import shiboken6
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow import FlowLayout
from ui.widgets.tab_order import widgets_in


def test_what_stands_in_a_layout_is_found_in_order_through_those_inside_it(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column, line, flow = QVBoxLayout(holder), QHBoxLayout(), FlowLayout()
    buttons = [QPushButton(str(number)) for number in range(5)]
    column.addWidget(buttons[0])
    column.addLayout(line)
    line.addWidget(buttons[1])
    line.addStretch(1)
    line.addWidget(buttons[2])
    column.addLayout(flow)
    flow.addWidget(buttons[3])
    column.addWidget(buttons[4])

    assert list(widgets_in(column)) == buttons
    assert list(widgets_in(column)) == buttons, "walking takes nothing away"


def test_no_item_of_qts_own_layouts_is_held_after_the_walk(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column, flow = QVBoxLayout(holder), FlowLayout()
    column.addWidget(QPushButton("uno"))
    column.addStretch(1)
    column.addLayout(flow)
    flow.addWidget(QPushButton("due"))
    items = [column.itemAt(0), column.itemAt(1)]
    ours = flow.itemAt(0)

    list(widgets_in(column))

    assert not any(shiboken6.isValid(item) for item in items)
    assert ours is not None
    assert shiboken6.isValid(ours)
    assert shiboken6.isValid(flow)
