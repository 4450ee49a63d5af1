"""The teacher's board tells who waits, who works and whose hour it is."""

from desk_in_memory import DeskInMemory, a_morning
from school_in_memory import answer, pupil

from scuola_digitale.domain.school_terms import Grade
from ui.presenters.board import DIRECT_MINUTES, BoardPresenter


def test_who_waits_stands_on_top_and_says_why() -> None:
    columns = BoardPresenter(a_morning().desk).columns()
    third, fifth = columns[2].cells, columns[4].cells

    assert [cell.pupil.name for cell in third] == ["Amina", "Giulia", "Pietro"]
    assert third[0].need == "Passo 3: due prove o più."
    assert fifth[0].need == "Passo 4: ha chiesto aiuto."
    assert [cell.waits for cell in third] == [True, False, False]


def test_the_chips_count_every_state() -> None:
    chips = BoardPresenter(a_morning().desk).counts()

    assert [chip.words for chip in chips] == [
        "2 ti aspettano",
        "6 al lavoro",
        "3 hanno finito",
        "1 da iniziare",
    ]


def test_an_answer_that_arrives_moves_a_pupil() -> None:
    parts = a_morning()
    presenter = BoardPresenter(parts.desk)
    sofia, mattia = presenter.columns()[0].cells
    assert (sofia.chip.words, mattia.chip.words) == ("ha finito", "al lavoro")

    for place in (3, 4):
        parts.school.record([answer(pupil("Mattia").person, f"marche/dove-la-troviamo/es{place}", 100)])
    presenter.refresh()

    assert presenter.columns()[0].cells[1].chip.words == "ha finito"


def test_the_hour_goes_down_stops_and_goes_on() -> None:
    parts = a_morning()
    presenter = BoardPresenter(parts.desk)

    presenter.be_with(Grade.P3)
    parts.school.clock.pass_ms(7 * 60_000 + 20_000)
    assert presenter.left_words() == f"{DIRECT_MINUTES - 8}:40"

    presenter.pause()
    parts.school.clock.pass_ms(5 * 60_000)
    assert presenter.left_words() == f"{DIRECT_MINUTES - 8}:40"

    presenter.pause()
    parts.school.clock.pass_ms(40_000)
    assert presenter.left_words() == f"{DIRECT_MINUTES - 8}:00"


def test_the_teacher_is_sent_first_where_somebody_waits_then_on() -> None:
    presenter = BoardPresenter(a_morning().desk)

    assert presenter.next_grade() == Grade.P3
    presenter.be_with(Grade.P3)
    assert presenter.next_grade() == Grade.P4
    presenter.be_with(Grade.P5)
    assert presenter.next_grade() == Grade.P1


def test_without_work_the_board_is_empty() -> None:
    presenter = BoardPresenter(DeskInMemory().desk)

    assert presenter.work() is None
    assert presenter.columns() == ()
    assert presenter.counts() == ()
