"""How a lesson looks in a list, on a shelf or in a search: the words beside its cover."""

from collections.abc import Sequence

import msgspec

from scuola_digitale.domain.lesson import LessonHead
from scuola_digitale.domain.progress import Progress
from scuola_digitale.domain.school_terms import AREA_LABELS, Area, subject_label
from scuola_digitale.words import say
from ui.presenters.italian import grades_words, minutes_words


class LessonCard(msgspec.Struct, frozen=True, kw_only=True):
    """A lesson as a card shows it.

    Attributes:
        kicker: its subject, or its area where the subject says less.
        detail: minutes and grades.
        steps: an entry an exercise: True done, False tried, None not yet.
    """

    ref: str
    area: Area
    kicker: str
    title: str
    detail: str
    pack: str
    cover: str | None
    steps: tuple[bool | None, ...] = ()


def lesson_card(head: LessonHead, progress: Progress | None = None) -> LessonCard:
    """The card of a lesson, with somebody's progress where there is somebody."""
    parts = [minutes_words(head.minutes)] if head.minutes else []
    if head.grades:
        parts.append(say("classe {grades}", grades=grades_words(head.grades)))
    return LessonCard(
        ref=head.ref,
        area=head.area,
        kicker=subject_label(head.subject) if head.subject else AREA_LABELS()[head.area],
        title=head.title,
        detail=" · ".join(parts),
        pack=head.pack,
        cover=head.cover,
        steps=lesson_steps(head.ref, head.exercises, progress) if progress is not None else (),
    )


def lesson_steps(ref: str, exercises: Sequence[str], progress: Progress) -> tuple[bool | None, ...]:
    """How far somebody is in a lesson's exercises: True done, False tried, None not yet."""
    tried = (progress.exercise(f"{ref}/{exercise}") for exercise in exercises)
    return tuple(one.passed if one.attempts else None for one in tried)


def spoken(card: LessonCard) -> str:
    """What a screen reader says of a card."""
    parts = [card.title, card.kicker, card.detail]
    if card.steps:
        parts.append(
            say("{sum} sassi su {number}", sum=sum(1 for step in card.steps if step), number=len(card.steps))
        )
    return ", ".join(part for part in parts if part)
