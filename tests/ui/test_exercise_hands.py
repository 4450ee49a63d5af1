"""Words, pairs and items in the hand: moved by mouse and keys, and taken back."""

from collections.abc import Iterator

import exercise_samples as samples
import pytest
from answering import click, press
from exercise_bench import BANK, MakeBench, benches
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.exercise import Cloze, Ordering
from ui.widgets.exercises.cloze import BankBody
from ui.widgets.exercises.matching import MatchingBody
from ui.widgets.exercises.ordering import OrderingBody
from ui.widgets.exercises.typing import TypedBody


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[MakeBench]:
    with benches(qtbot) as make:
        yield make


def test_return_in_a_line_asks_for_the_verdict(bench: MakeBench) -> None:
    one = bench(samples.NUMBER)
    body = one.card._body
    assert isinstance(body, TypedBody)

    QTest.keyClicks(body._line, "-1")
    QTest.keyClick(body._line, Qt.Key.Key_Return)

    assert len(one.disk.written) == 1
    assert one.card._act.words() == "Riprova"


def test_return_on_an_option_asks_for_the_verdict(bench: MakeBench) -> None:
    one = bench(samples.CHOICE)
    one.card.take_focus()

    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)

    assert len(one.disk.written) == 1


def test_a_word_goes_back_to_the_bank(bench: MakeBench) -> None:
    one = bench(BANK)
    body = one.card._body
    assert isinstance(body, BankBody)
    assert isinstance(one.card.presenter.exercise, Cloze)

    click(body._words[0])
    assert body.answer()[0] == body._words[0].rich.spoken
    assert not body._words[0].isEnabled()
    body._gaps[0].setFocus()
    QTest.keyClick(body._gaps[0], Qt.Key.Key_Delete)

    assert set(body.answer()) == {""}
    assert body._words[0].isEnabled()


def test_a_word_goes_to_the_gap_in_hand(bench: MakeBench) -> None:
    one = bench(BANK)
    body = one.card._body
    assert isinstance(body, BankBody)

    click(body._gaps[-1])
    click(body._words[0])

    assert body.answer()[-1] == body._words[0].rich.spoken


def test_a_pair_is_parted_and_made_anew(bench: MakeBench) -> None:
    one = bench(samples.MATCHING)
    body = one.card._body
    assert isinstance(body, MatchingBody)
    pairs = body._pairs

    click(pairs._right[0])
    click(pairs._left[0])
    assert body.answer()[0] == pairs._right_ids[0]
    assert "unito a" in pairs._left[0].accessibleName()
    click(pairs._left[1])
    click(pairs._right[0])

    assert body.answer()[0] == ""
    assert body.answer()[1] == pairs._right_ids[0]


def test_items_are_put_in_order_by_dragging_too(bench: MakeBench) -> None:
    one = bench(samples.ORDERING)
    body = one.card._body
    assert isinstance(body, OrderingBody)
    assert isinstance(one.card.presenter.exercise, Ordering)
    first, second = body._rows.order[:2]

    start = first.rect().center()
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(first, start)
    QTest.mouseMove(first, start + second.rect().bottomLeft())
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=start)

    assert body._rows.order[:2] == [second, first]
