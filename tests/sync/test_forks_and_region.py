"""Two clones and the region: whoever asks first, all come to hold both branches."""

from collections.abc import Callable

import pytest
from format_samples import answered, rows_of
from notebook import PLESSO, SCHOOL, Notebook
from region_in_process import RegionInProcess

from scuola_digitale.format.chain import Stream
from scuola_digitale.format.vector import digest

NewNotebook = Callable[..., Notebook]


def write(notebook: Notebook, attempts: range) -> None:
    """Facts that two clones write differently, behind what they have."""
    stream = Stream(notebook.device, 1, PLESSO)
    seq = max((one.seq for one in notebook.states([PLESSO]) if one.stream == stream), default=0)
    notebook.append(PLESSO, rows_of([answered(attempt=n) for n in attempts], stream, first_seq=seq + 1))


def tips(notebook: Notebook) -> list[int]:
    """Where the branches of the site end."""
    return sorted(state.seq for state in notebook.states([PLESSO]))


@pytest.mark.parametrize(("first", "second"), [(5, 9), (9, 5), (6, 6), (40, 1), (0, 3)])
@pytest.mark.parametrize("common", [0, 3, 60])
def test_clones_that_never_meet_end_with_both_branches_through_the_region(
    region: RegionInProcess, notebook: NewNotebook, common: int, first: int, second: int
) -> None:
    one, other = notebook("laptop", file="one"), notebook("laptop", file="other")
    for clone in (one, other):
        if common:
            write(clone, range(1, common + 1))
    one.sync(region.line())
    for clone, count, name in ((one, first, 1000), (other, second, 2000)):
        if count:
            write(clone, range(name, name + count))

    for clone in (one, other, one, other):
        clone.sync(region.line())

    held = digest(region.store(SCHOOL).states(one.scopes()))
    assert digest(one.states(one.scopes())) == digest(other.states(other.scopes())) == held
    wanted = sorted(common + count for count in (first, second) if count)
    assert tips(one) == wanted
    late = notebook("tablet")
    late.sync(region.line())
    assert [n for n in tips(late) if n] == wanted
