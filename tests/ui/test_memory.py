"""What was freed goes back to the machine."""

import gc
import sys
import weakref
from collections.abc import Iterator

import psutil
import pytest

from ui.memory import give_back, keep_large_apart, keep_what_stands, look_through_all


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc keeps what is freed")
def test_memory_that_was_freed_goes_back() -> None:
    me = psutil.Process()
    # Many small pieces with one kept at the end: the C library cannot give them back by itself.
    pieces = [bytes(1_000) for _ in range(60_000)]
    kept = pieces[-1]
    full = me.memory_info().rss
    pieces.clear()

    assert give_back()

    assert full - me.memory_info().rss > 20_000_000
    assert kept


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc learns to keep large pieces")
def test_large_pieces_stay_apart() -> None:
    assert keep_large_apart()


class _Circle:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.myself = self


@pytest.fixture
def _python_looks_again() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("_python_looks_again")
def test_what_was_spared_is_freed_once_somebody_leaves() -> None:
    circle = _Circle()
    seen = weakref.ref(circle)
    keep_what_stands()
    del circle
    gc.collect()
    assert seen() is not None

    look_through_all()

    assert seen() is None
