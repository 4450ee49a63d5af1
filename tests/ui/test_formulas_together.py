"""Formulas drawn by several threads at once are the ones that each would draw alone."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.lesson import maths

SOURCES = [
    r"\frac{a+b}{c}",
    r"\text{costo} = n \cdot (m \cdot p + c)",
    r"\sqrt{x^2+y^2}",
    r"\text{guadagno} = \text{valore} - \text{spesa}",
    r"\alpha + \beta_1 \le \gamma",
    r"\sum_{k=1}^{n} k",
]


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def _measures(size: int) -> list[tuple[float, float, float]]:
    drawn = [maths.formula(tex, size) for tex in SOURCES]
    return [(one.width, one.ascent, one.depth) for one in drawn if one is not None]


def test_threads_never_read_one_anothers_glyphs(qtbot: QtBot, hasty: None) -> None:
    sizes = range(20, 28)
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(_measures, sizes))
    maths._drawn.cache_clear()

    assert together == [_measures(size) for size in sizes]
