"""Dates, counts and sizes are said as people say them."""

from datetime import date

import pytest

from scuola_digitale.domain.school_terms import Grade
from ui.presenters.italian import count_words, due_words, grades_words, school_days, size_words

WEDNESDAY = date(2026, 1, 14)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("", ""),
        ("2026-01-14", "per oggi"),
        ("2026-01-15", "per domani"),
        ("2026-01-19", "per lunedì 19"),
        ("2026-02-02", "per il 2 febbraio"),
        ("2026-01-13", "era per ieri"),
        ("2026-01-09", "era per venerdì 9"),
    ],
)
def test_a_due_date_is_said_from_today(due: str, words: str) -> None:
    assert due_words(due, WEDNESDAY) == words


@pytest.mark.parametrize(
    ("grades", "words"),
    [
        ("P4", "IV"),
        ("P1 P2 P3 P4 P5", "I–V"),
        ("P2 P4", "II e IV"),
        ("P3 P4", "III e IV"),
        ("S1 S2 S3", "I–III media"),
        ("P4 P5 S1", "IV, V e I media"),
        ("P1 P2 P3 P4 P5 S1 S2", "I–V, I e II media"),
        ("S2", "II media"),
    ],
)
def test_grades_are_joined_where_they_are_neighbours(grades: str, words: str) -> None:
    assert grades_words([Grade(one) for one in grades.split()]) == words


def test_no_work_is_due_on_a_sunday() -> None:
    days = school_days(WEDNESDAY, 6)

    assert len(days) == 6
    assert all(day.weekday() != 6 for day in days)


@pytest.mark.parametrize(
    ("size", "words"), [(640_000, "640 kB"), (1_900_000_000, "1,9 GB"), (3_000_000, "3 MB"), (12, "12 byte")]
)
def test_sizes_have_a_comma_and_few_digits(size: int, words: str) -> None:
    assert size_words(size) == words


def test_one_is_not_many() -> None:
    assert count_words(1, "lezione", "lezioni") == "1 lezione"
    assert count_words(0, "lezione", "lezioni") == "0 lezioni"
