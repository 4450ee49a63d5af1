"""Spaced review: when an exercise that was done comes back, so that it is not forgotten.

The plan is a pure fold of a pupil's answers in the order of their facts: every laptop that holds the same facts
plans the same review. The model is FSRS-6 (https://github.com/open-spaced-repetition), with its published
weights and without chance.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from scuola_digitale.domain.progress import Try

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

LONGEST_DAYS = 120
"""No exercise stays away for longer: a school year is short."""


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """How well an exercise is known.

    Attributes:
        last_ms: when it was last answered; `last_right` whether rightly.
        due_ms: when it should come back.
        strength: how likely it is remembered at `asked_ms` of the plan, 0..1.
    """

    exercise_ref: str
    last_ms: int
    last_right: bool
    due_ms: int
    strength: float


def plan_review(tries: Iterable[Try], asked_ms: int) -> Mapping[str, Remembered]:
    """What is remembered of every exercise tried, from all tries of a pupil, earliest first.

    What the teacher marks is left out: nobody writes the same text again on Tuesday.
    """
    from fsrs import Card, Scheduler  # late: it takes a twentieth of a second

    # Without learning steps an exercise comes back after a day or more: minutes are for who crams.
    scheduler = Scheduler(
        learning_steps=(), relearning_steps=(), maximum_interval=LONGEST_DAYS, enable_fuzzing=False
    )
    cards: dict[str, Card] = {}
    last: dict[str, Try] = {}
    for one in tries:
        if one.score is None or one.by_teacher:
            continue
        at = _time(one.at_ms)
        card = cards.get(one.exercise_ref) or Card(card_id=1, due=at)
        cards[one.exercise_ref] = _answered(scheduler, card, one, at)
        last[one.exercise_ref] = one
    now = _time(asked_ms)
    return {
        ref: Remembered(
            exercise_ref=ref,
            last_ms=last[ref].at_ms,
            last_right=last[ref].score == 100,
            due_ms=round(card.due.timestamp() * 1000),
            strength=round(scheduler.get_card_retrievability(card, now), 6),
        )
        for ref, card in cards.items()
    }


def _answered(scheduler: "Scheduler", card: "Card", one: Try, at: datetime) -> "Card":
    from fsrs import Rating

    rating = (Rating.Hard if one.hints else Rating.Good) if one.score == 100 else Rating.Again
    # Clocks of two laptops may disagree by a little: an answer is never before the one that it follows.
    if card.last_review is not None:
        at = max(at, card.last_review)
    return scheduler.review_card(card, rating, at)[0]


def _time(ms: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)
