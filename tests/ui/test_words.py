"""The window's words: short enough for a child of seven, set as in a book, nothing foreign where Italian will do."""

import re

import pytest
from rooms_of_pupils import pupils_rooms, told_to_pupils
from window_words import gulpease, sentences_of

LEAST_WORDS = 4
"""A label of three words is no sentence: the measure says nothing of it."""

FOREIGN = re.compile(
    r"\b(file|password|login|logout|account|username|download|upload|click|clicca|cliccare|tap|scroll|feedback"
    r"|score|quiz|test|link|online|offline|default|backup|sync|error|errore \d+)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Il gatto dorme. Il cane corre.", 95, 100),
        (
            "L’istituzione promuove l’implementazione sistematica di metodologie interdisciplinari innovative.",
            0,
            40,
        ),
    ],
)
def test_the_measure_tells_easy_from_hard(text: str, low: int, high: int) -> None:
    assert low <= gulpease(text) <= high


def test_what_a_pupil_reads_is_easy_at_seven() -> None:
    found = [*sentences_of(pupils_rooms()), *told_to_pupils()]
    hard = [
        (where, round(gulpease(text)), text)
        for where, text in found
        if len(text.split()) >= LEAST_WORDS and gulpease(text) < 80
    ]

    assert len(found) > 300
    assert hard == []


def test_a_pupils_rooms_are_found_by_what_their_pages_need() -> None:
    rooms = pupils_rooms()

    assert {"ui/presenters/today.py", "ui/widgets/exercises/card.py", "ui/widgets/picture_lock.py"} <= set(
        rooms
    )
    assert not {"ui/presenters/board.py", "ui/presenters/laptops.py", "ui/widgets/people_page.py"} & set(
        rooms
    )


def test_what_anybody_is_told_is_easy() -> None:
    found = list(sentences_of())
    hard = [
        (where, round(gulpease(text)), text)
        for where, text in found
        if len(text.split()) >= LEAST_WORDS and gulpease(text) < 60
    ]

    assert len(found) > 1200
    assert hard == []


def test_apostrophes_are_those_of_a_book() -> None:
    straight = re.compile(r"[a-zà-ù]'([a-zà-ù ]|$)", re.IGNORECASE)

    assert [text for _, text in sentences_of() if straight.search(text)] == []


def test_pupils_meet_no_foreign_word() -> None:
    assert [text for _, text in sentences_of(pupils_rooms()) if FOREIGN.search(text)] == []
