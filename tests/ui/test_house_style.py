"""The look is worn without a style sheet: quick to change, with scroll bars that can be taken hold of."""

import re
from pathlib import Path

import pytest
from lesson_samples import BLOCKS, RICH, surroundings, worn
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.lesson.blocks import fill
from ui.widgets.lesson.run import TextRun
from ui.widgets.lesson.stack import Stack
from ui.widgets.menu import Menu
from ui.widgets.theme import Ways, dress, theme
from ui.widgets.tokens import ThemeName


@pytest.fixture
def scroll(qtbot: QtBot) -> QScrollArea:
    dress_plainly()
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    inside.resize(200, 3000)
    area.setWidget(inside)
    area.resize(300, 300)
    area.show()
    return area


def dress_plainly(name: ThemeName = "chiaro") -> None:
    """A look without anything of a reader in it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, name)


def colour_at(widget: QWidget, x: int, y: int) -> QColor:
    """What is painted at a point."""
    return QColor(widget.grab().toImage().pixelColor(x, y))


def test_the_pill_of_a_scroll_bar_has_the_colour_of_edges(scroll: QScrollArea) -> None:
    bar = scroll.verticalScrollBar()

    assert colour_at(bar, bar.width() // 2, 20) == theme().color("bordo")
    assert colour_at(bar, bar.width() // 2, bar.height() - 20) != theme().color("bordo")


def test_the_pill_can_be_dragged(scroll: QScrollArea) -> None:
    bar = scroll.verticalScrollBar()
    middle = bar.width() // 2

    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(middle, 20))
    QTest.mouseMove(bar, QPoint(middle, bar.height() + 50))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(middle, bar.height() + 50))

    assert bar.value() == bar.maximum()


def test_a_touch_under_the_pill_scrolls_a_page(scroll: QScrollArea) -> None:
    bar = scroll.verticalScrollBar()

    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 2, bar.height() - 10))

    assert bar.value() == bar.pageStep()


class _Hears(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.heard.append(event.type())
        return False


@pytest.mark.parametrize(("other", "measured"), [("scuro", False), ("contrasto", True)])
def test_new_colours_alone_have_nothing_measured_again(
    qtbot: QtBot, qapp: QApplication, other: ThemeName, measured: bool
) -> None:
    with worn():
        run = TextRun((RICH,), surroundings())
        qtbot.addWidget(run)
        ears = _Hears()
        run.installEventFilter(ears)

        dress(qapp, other)

    assert (QEvent.Type.StyleChange in ears.heard) is measured


@pytest.mark.parametrize("block", ["paragraph", "table", "maths", "titled callout"])
def test_what_is_recoloured_looks_as_if_made_in_the_new_colours(
    qtbot: QtBot, qapp: QApplication, block: str
) -> None:
    def made() -> Stack:
        column = Stack()
        qtbot.addWidget(column)
        fill(surroundings(), column, (BLOCKS[block],))
        column.resize(640, column.heightForWidth(640))
        column.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        column.show()
        qtbot.waitExposed(column)
        return column

    with worn():
        old = made()
        before = old.grab().toImage()
        dress(qapp, "scuro")
        qapp.processEvents()  # a palette arrives by an event

        recoloured = old.grab().toImage()

        assert recoloured != before
        assert recoloured == made().grab().toImage()


def test_a_menu_wears_the_theme(qtbot: QtBot) -> None:
    dress_plainly("scuro")
    host = QWidget()
    qtbot.addWidget(host)
    menu = Menu(host)
    menu.addAction("Uno")

    assert colour_at(menu, menu.width() // 2, 5) == theme().color("foglio")
    dress_plainly()


def test_less_movement_keeps_everything_still(qapp: QApplication) -> None:
    effects = (Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeTooltip)
    try:
        dress(qapp, ways=Ways(still=True))
        assert qapp.cursorFlashTime() == 0
        assert not any(qapp.isEffectEnabled(effect) for effect in effects)

        dress(qapp, ways=Ways())
        assert qapp.cursorFlashTime() > 0
    finally:
        dress(qapp, ways=Ways())


def test_no_page_moves_by_itself() -> None:
    """Whoever adds an animation asks the theme first, whether there is to be any movement."""
    moving = re.compile(r"\b(QPropertyAnimation|QVariantAnimation|QTimeLine|QMovie|QGraphicsOpacityEffect)\b")
    root = Path(__file__).parents[2] / "ui" / "widgets"

    found = [file.name for file in root.rglob("*.py") if moving.search(file.read_text("utf-8"))]
    assert [name for name in found if ".still" not in next(root.rglob(name)).read_text("utf-8")] == []
