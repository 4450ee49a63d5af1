"""The window's words: short enough for a child of seven, set as in a book, nothing foreign where Italian will do."""

import re

import pytest
from window_words import PUPILS, WINDOW, gulpease, sentences_of, straight_apostrophes

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
    found = list(sentences_of(*PUPILS))
    hard = [
        (where, round(gulpease(text)), text)
        for where, text in found
        if len(text.split()) >= LEAST_WORDS and gulpease(text) < 80
    ]

    assert len(found) > 100
    assert hard == []


def test_what_anybody_reads_in_the_window_is_easy() -> None:
    found = list(sentences_of(*WINDOW))
    hard = [
        (where, round(gulpease(text)), text)
        for where, text in found
        if len(text.split()) >= LEAST_WORDS and gulpease(text) < 60
    ]

    assert len(found) > 400
    assert hard == []


def test_apostrophes_are_those_of_a_book() -> None:
    places = (
        *WINDOW,
        "ui/home.py",
        "ui/stage.py",
        "scuola_digitale/storage/errors.py",
        "scuola_digitale/domain",
    )

    assert list(straight_apostrophes(*places)) == []


def test_pupils_meet_no_foreign_word() -> None:
    assert [text for _, text in sentences_of(*PUPILS) if FOREIGN.search(text)] == []
