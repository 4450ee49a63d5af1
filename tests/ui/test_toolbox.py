"""The calculator, the tables and the box that holds them: right, typed or touched, never in the way."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.arithmetic import evaluate
from scuola_digitale.domain.lesson import Table
from scuola_digitale.domain.text import plain
from ui.presenters.calculator import KEYS, Calculator
from ui.presenters.tables_at_hand import TIMES, formulae, grammar, measures, times_table
from ui.widgets.theme import dress
from ui.widgets.toolbox import Toolbox, toggle_toolbox


def _typed(keys: str) -> Calculator:
    calculator = Calculator()
    for key in keys:
        calculator.press(key)
    return calculator


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        ("7×8=", "56"),
        ("2+3×4=", "14"),
        ("(2+3)×4=", "20"),
        ("0,1+0,2=", "0,3"),
        ("10÷3=", "≈ 3,3333"),
        ("5−9=", "−4"),
        ("007+1=", "8"),
        ("10+05=", "15"),
        ("1,05×2=", "2,1"),
        ("7÷0=", Calculator.by_zero),
        ("7+=", Calculator.unclear),
        ("(7=", Calculator.unclear),
        ("=", ""),
        ("9C", ""),
    ],
)
def test_it_reckons_as_school_does(keys: str, result: str) -> None:
    assert _typed(keys).result == result


def test_a_sign_goes_on_with_the_result_and_a_digit_begins_anew() -> None:
    assert _typed("2+3=×4=").result == "20"
    assert _typed("2+3=4").shown == "4"
    assert _typed("5−9=+1=").result == "−3"
    assert _typed("7÷0=+").shown == "+"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1366, 768), (827, 512)])
def test_every_key_is_in_sight_at_any_size(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int], scale: float
) -> None:
    dress(qapp, scale=scale)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()

    toggle_toolbox(page)
    QTest.qWait(10)

    box = page.findChild(Toolbox)
    assert box is not None
    assert box._room.verticalScrollBar().maximum() == 0
    assert box._room.horizontalScrollBar().maximum() == 0
    assert box._pad is not None
    assert all(not key.visibleRegion().isEmpty() for key in box._pad.keys.values())
    dress(qapp)


def test_two_signs_are_the_last_one_and_the_arrow_takes_one_away() -> None:
    assert _typed("7+−×8=").result == "56"
    assert _typed("78⌫+2=").result == "9"


@given(st.integers(0, 9999), st.sampled_from("+−×"), st.integers(0, 9999))
def test_whole_numbers_come_out_exact(one: int, sign: str, other: int) -> None:
    result = _typed(f"{one}{sign}{other}=").result

    assert evaluate(result) == evaluate(f"{one}{sign}{other}")


@given(st.text(st.sampled_from([sign for row in KEYS() for sign, _ in row]), max_size=40))
def test_no_row_of_keys_breaks_it(keys: str) -> None:
    calculator = _typed(keys)

    assert len(calculator.shown) <= 24


@pytest.mark.parametrize("number", TIMES)
def test_the_times_tables_are_right(number: int) -> None:
    for row in times_table(number).rows:
        sum_, product = (plain(cell) for cell in row)
        assert evaluate(sum_) == Fraction(product)


def test_every_table_has_a_head_for_each_column_and_no_empty_cell() -> None:
    for title, table in (*measures(), *formulae(), *grammar()):
        assert title
        assert isinstance(table, Table)
        assert all(len(row) == len(table.header) for row in table.rows)
        assert all(plain(cell) for row in table.rows for cell in row)


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> QWidget:
    dress(qapp)
    shown = QWidget()
    shown.resize(911, 512)
    shown.line = QLineEdit(shown)  # type: ignore[attr-defined]  # an exercise behind the box
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitActive(shown)
    return shown


def test_the_keys_alone_open_it_reckon_and_close_it(page: QWidget) -> None:
    line = page.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    toggle_toolbox(page)
    box = page.findChild(Toolbox)
    assert box is not None

    pad = box._pad
    assert pad is not None
    pad.keys["7"].setFocus()
    for key in "6*7":
        QTest.keyClicks(pad.keys["7"], key)
    QTest.keyClick(pad.keys["7"], Qt.Key.Key_Return)
    assert pad.calculator.result == "42"
    assert line.text() == ""

    QTest.keyClick(pad.keys["7"], Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert line.hasFocus()


def test_what_was_written_stays_while_the_box_is_closed(page: QWidget) -> None:
    toggle_toolbox(page)
    box = page.findChild(Toolbox)
    assert box is not None
    assert box._pad is not None
    box._pad.press("9")
    for shelf in range(5):
        box.choose(shelf)
    toggle_toolbox(page)
    toggle_toolbox(page)
    box.choose(0)

    assert box._pad.calculator.shown == "9"
    assert box.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_stays_on_its_page(page: QWidget, qapp: QApplication, scale: float) -> None:
    try:
        dress(qapp, scale=scale)
        toggle_toolbox(page)
        box = page.findChild(Toolbox)
        assert box is not None
        assert page.rect().contains(box.geometry())
        page.resize(640, 480)
        qapp.processEvents()
        assert page.rect().contains(box.geometry())
    finally:
        dress(qapp)


def test_every_key_has_a_name(page: QWidget) -> None:
    toggle_toolbox(page)
    box = page.findChild(Toolbox)
    assert box is not None
    assert box._pad is not None

    names = {sign: key.accessibleName() or key.words() for sign, key in box._pad.keys.items()}
    assert names["⌫"] == "cancella l’ultima"
    assert names["×"] == "per"
    assert box.cross.accessibleName() == "Chiudi"
