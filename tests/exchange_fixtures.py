"""Regions and laptops for the tests of the exchange."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from format_samples import ROOT_KEY, START_MS
from notebook import SCHOOL, Notebook
from region_in_process import RegionInProcess

from scuola_digitale.clock import SetClock


@pytest.fixture
def clock() -> SetClock:
    return SetClock(START_MS + 1_000)


@pytest.fixture
def region(tmp_path: Path, clock: SetClock) -> Iterator[RegionInProcess]:
    """A region that knows the school."""
    region = RegionInProcess(tmp_path, clock)
    region.register(SCHOOL, ROOT_KEY)
    yield region
    region.close()


@pytest.fixture
def notebook(tmp_path: Path, clock: SetClock) -> Iterator[Callable[..., Notebook]]:
    """Makes laptops by name; one name is one key."""
    opened: list[Notebook] = []

    def new(name: str, **more: object) -> Notebook:
        opened.append(Notebook(tmp_path, clock, name, **more))  # type: ignore[arg-type]
        return opened[-1]

    yield new
    for one in opened:
        one.close()
