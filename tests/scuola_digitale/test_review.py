"""The review is planned from the facts alone: the same on every laptop, nearer for what was not known."""

import random

from hypothesis import given
from hypothesis import strategies as st

from scuola_digitale.domain.folding import Deed, Happened, tries_of
from scuola_digitale.domain.progress import Try
from scuola_digitale.domain.review import LONGEST_DAYS, plan_review

DAY_MS = 86_400_000
MONDAY = 1_768_200_000_000


def _days_until_due(*tries: Try) -> float:
    last = tries[-1]
    return (plan_review(tries, last.at_ms)[last.exercise_ref].due_ms - last.at_ms) / DAY_MS


def test_what_was_right_comes_back_later_than_what_was_not() -> None:
    right = _days_until_due(Try("l/a", MONDAY, 100))
    helped = _days_until_due(Try("l/a", MONDAY, 100, hints=1))
    wrong = _days_until_due(Try("l/a", MONDAY, 40))

    assert right > helped >= wrong >= 1


def test_what_is_remembered_stays_away_longer_each_time_up_to_a_limit() -> None:
    tries = [Try("l/a", MONDAY, 100)]
    gaps = []
    for _ in range(6):
        gaps.append(_days_until_due(*tries))
        tries.append(Try("l/a", tries[-1].at_ms + round(gaps[-1] * DAY_MS), 100))

    assert gaps == sorted(gaps)
    assert gaps[0] < gaps[-1] == LONGEST_DAYS


def test_nothing_comes_back_on_the_same_day() -> None:
    cramming = [Try("l/a", MONDAY + minute * 60_000, score) for minute, score in enumerate((0, 0, 100, 100))]

    assert _days_until_due(*cramming) >= 1


def test_what_the_teacher_marks_is_not_reviewed() -> None:
    tries = [Try("l/aperta", MONDAY, 100, by_teacher=True), Try("l/b", MONDAY, None, by_teacher=True)]

    assert plan_review(tries, MONDAY) == {}


def test_strength_fades() -> None:
    tries = [Try("l/a", MONDAY, 100)]
    fresh, old = (plan_review(tries, MONDAY + days * DAY_MS)["l/a"].strength for days in (1, 60))

    assert 0 < old < fresh <= 1


def test_a_clock_that_was_set_back_does_no_harm() -> None:
    assert _days_until_due(Try("l/a", MONDAY, 100), Try("l/a", MONDAY - 5_000, 100)) > 0


ACTS = st.lists(
    st.tuples(
        st.integers(0, 40),
        st.sampled_from([b"first", b"second"]),
        st.sampled_from(["l/a", "l/b"]),
        st.sampled_from([0, 100, None]),
        st.integers(0, 1),
    ),
    max_size=14,
    unique_by=lambda act: act[:2],
)


@given(ACTS, st.randoms())
def test_every_laptop_plans_the_same_in_whatever_order_facts_arrived(
    drawn: list[tuple[int, bytes, str, int | None, int]], chance: random.Random
) -> None:
    acts: list[Happened] = [
        ((MONDAY + hour * 3_600_000, device, hour, 1, "plesso/x"), subject, Deed.ANSWERED, score, hints, 9)
        for hour, device, subject, score, hints in drawn
    ]
    shuffled = list(acts)
    chance.shuffle(shuffled)

    asked_ms = MONDAY + 9 * DAY_MS
    assert plan_review(tries_of(acts), asked_ms) == plan_review(tries_of(shuffled), asked_ms)
