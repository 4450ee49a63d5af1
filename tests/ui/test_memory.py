"""What was freed goes back to the machine."""

import sys

import psutil
import pytest

from ui.memory import give_back


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
