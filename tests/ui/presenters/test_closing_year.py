"""When the technician is asked to close a year, and what is said of it."""

from datetime import datetime

import pytest
from care_in_memory import CareInMemory
from desk_in_memory import a_morning

from scuola_digitale.domain.school_terms import last_year, year_began
from ui.presenters.closing_year import ClosingPresenter


@pytest.mark.parametrize(
    ("day", "year"),
    [
        ((2026, 8, 31), "2024/25"),
        ((2026, 9, 1), "2025/26"),
        ((2027, 1, 7), "2025/26"),
        ((2000, 6, 1), "1998/99"),
    ],
)
def test_a_school_year_is_over_when_september_begins(day: tuple[int, int, int], year: str) -> None:
    noon = datetime(*day, 12).astimezone()

    words, ended_ms = last_year(int(noon.timestamp() * 1000))

    ended = datetime.fromtimestamp(ended_ms / 1000).astimezone()
    assert words == year
    assert (ended.date(), ended.hour) == (year_began(noon.date()), 0)


def test_closing_a_year_is_proposed_while_there_is_something_to_close() -> None:
    desk = a_morning().desk
    assert isinstance(desk.care, CareInMemory)
    presenter = ClosingPresenter(desk)
    assert not presenter.is_due()

    desk.care.to_close = 4_000
    assert presenter.is_due()
    words = presenter.close()

    assert not presenter.is_due()
    assert words.endswith("è chiuso: 2,4 MB di spazio in più.")
    assert desk.care.done == [("close_year", last_year(desk.clock.now_ms())[1])]
