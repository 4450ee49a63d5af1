"""The square that becomes a photo stays inside the picture, whatever one does with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.presenters.photo_cut import PhotoCut

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.floats(-3_000, 3_000), st.floats(-3_000, 3_000)),
        st.tuples(st.just("walk"), st.integers(-9, 9), st.integers(-9, 9)),
        st.tuples(st.just("zoom"), st.floats(-20, 20), st.just(0)),
    ),
    max_size=12,
)


def test_the_first_square_is_as_large_as_may_be_and_high_in_an_upright_picture() -> None:
    assert PhotoCut.of(400, 300) == PhotoCut(400, 300, 50, 0, 300)
    assert PhotoCut.of(300, 450) == PhotoCut(300, 450, 0, 50, 300)


@given(st.integers(1, 4_000), st.integers(1, 4_000), STEPS)
def test_it_never_leaves_the_picture(width: int, height: int, steps: list[tuple[str, float, float]]) -> None:
    cut = PhotoCut.of(width, height)
    for how, one, other in steps:
        if how == "move":
            cut = cut.moved(one, other)
        elif how == "walk":
            cut = cut.walked(int(one), int(other))
        else:
            cut = cut.zoomed(one)
        assert cut.left >= 0 <= cut.top
        assert cut.left + cut.side <= width + 1e-6
        assert cut.top + cut.side <= height + 1e-6
        assert min(width, height) / 6 - 1e-6 <= cut.side <= min(width, height)


def test_going_near_and_back_shows_the_same_middle() -> None:
    cut = PhotoCut.of(1_000, 1_000).zoomed(5)

    back = cut.zoomed(1).zoomed(-1)

    assert back.side == pytest.approx(cut.side)
    assert back.left == pytest.approx(cut.left)
    assert back.top == pytest.approx(cut.top)
