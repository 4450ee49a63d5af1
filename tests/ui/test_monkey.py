"""Monkeys at the real window: whatever they do, it answers, keeps its words and loses nothing."""

from unittest.mock import patch

import pytest
from monkey import live, plan
from pytestqt.qtbot import QtBot

from ui.widgets import window
from ui.widgets.lesson.keeping import Keeping
from ui.widgets.rail import Rail

STEPS, LONG_STEPS = 150, 250


@pytest.fixture(autouse=True)
def _screen(qtbot: QtBot) -> None:
    """Monkeys need a Qt that runs."""


@pytest.mark.parametrize("seed", range(3))
def test_whatever_a_monkey_does_the_window_keeps_its_promises(seed: int) -> None:
    ending = live(plan(seed, STEPS))
    assert not ending.fault, f"python tests/monkey.py --seed {seed} --steps {STEPS} --shrink 60"


@pytest.mark.long
@pytest.mark.parametrize("first", range(100, 150, 10))
def test_many_monkeys_find_nothing(first: int) -> None:
    for seed in range(first, first + 10):
        ending = live(plan(seed, LONG_STEPS))
        assert not ending.fault, f"python tests/monkey.py --seed {seed} --steps {LONG_STEPS} --shrink 60"


def test_the_same_seed_does_the_same() -> None:
    steps = plan(5, 40)
    assert live(steps) == live(steps)


def test_a_monkey_notices_a_name_that_stays() -> None:
    with patch.object(Rail, "forget", Rail.hide):
        assert any("tells of" in live(plan(seed, 60)).fault for seed in range(5))


@pytest.mark.long
def test_a_monkey_notices_copied_words_that_stay() -> None:
    with patch.object(window, "forget_copied", lambda: None):
        assert any("the clipboard" in live(plan(seed, 200)).fault for seed in range(20))


@pytest.mark.long
def test_a_monkey_notices_a_draft_that_is_lost() -> None:
    with patch.object(Keeping, "keep", lambda _self: None):
        assert any(live(plan(seed, 200)).fault.startswith("begun in") for seed in range(20))
