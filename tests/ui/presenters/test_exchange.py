"""The chip tells what is saved and what was sent, and never more than is true."""

import pytest
from desk_in_memory import DeskInMemory, a_morning
from school_in_memory import WEDNESDAY_8_30

from scuola_digitale.school import ExchangeState
from ui.presenters.exchange import SyncPresenter, chip_words
from ui.presenters.italian import clock_words


@pytest.mark.parametrize(
    ("state", "words", "icon"),
    [
        (ExchangeState(waiting=0, last_ms=0), "Salvato qui", "fatto"),
        (ExchangeState(waiting=1, last_ms=1), "Salvato qui · aspetta la linea", "fatto"),
        (ExchangeState(waiting=3, last_ms=0), "Salvato qui · aspetta la linea", "fatto"),
    ],
)
def test_one_tick_until_everything_is_held_elsewhere(state: ExchangeState, words: str, icon: str) -> None:
    chip = chip_words(state, running=False, now_ms=WEDNESDAY_8_30)

    assert (chip.words, chip.icon) == (words, icon)


def test_two_ticks_when_all_was_sent() -> None:
    state = ExchangeState(waiting=0, last_ms=WEDNESDAY_8_30)

    chip = chip_words(state, running=False, now_ms=WEDNESDAY_8_30 + 60_000)

    assert chip.icon == "spedito"
    assert chip.words == f"Salvato qui · spedito alle {clock_words(WEDNESDAY_8_30)}"


def test_the_diary_says_what_went_what_came_and_what_failed() -> None:
    lines = SyncPresenter(a_morning().desk).lines()

    assert lines[0].words == "14 cose spedite, 3 arrivate."
    assert lines[1].words == "Niente di nuovo da nessuna parte."
    assert lines[2].chip.words == "non riuscito"
    assert lines[3].when.startswith("ieri")


def test_the_button_asks_for_an_exchange() -> None:
    parts = DeskInMemory()

    SyncPresenter(parts.desk).sync_now()

    assert parts.sync.asked == 1
