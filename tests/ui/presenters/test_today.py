"""A pupil's morning shows where to go on, what is for their grade, and no one else's."""

from desk_in_memory import DeskInMemory, a_morning
from school_in_memory import answer, pupil

from ui.presenters.today import TodayPresenter


def _today(name: str, parts: DeskInMemory | None = None) -> TodayPresenter:
    return TodayPresenter((parts or a_morning()).desk, pupil(name))


def test_a_pupil_goes_on_with_the_lesson_left_half_way() -> None:
    go_on = _today("Lucia").go_on()

    assert go_on is not None
    assert go_on.card.ref == "marche/acqua-che-scava"
    assert go_on.button == "Continua"
    assert go_on.count == "2 di 5"
    assert "esercizio 3" in go_on.detail


def test_who_began_nothing_is_offered_the_first_task() -> None:
    go_on = _today("Elia").go_on()

    assert go_on is not None
    assert go_on.card.ref == "marche/giro-della-goccia"
    assert go_on.button == "Comincia"


def test_a_pupil_sees_the_work_of_their_own_grade_and_what_is_done_last() -> None:
    rows = _today("Lucia").works()

    assert [row.card.ref for row in rows] == [
        "marche/acqua-che-scava",
        "marche/frazioni-parti-uguali",
        "marche/sibilla-e-fate",
    ]
    assert [row.chip.words for row in rows if row.chip] == ["per oggi", "per domani", "fatto"]
    assert rows[-1].button == "Rivedi"


def test_a_task_counts_only_its_own_exercises() -> None:
    fractions = next(row for row in _today("Lucia").works() if "frazioni" in row.card.ref)

    assert fractions.card.steps == (None, None, None, None)


def test_a_lesson_that_is_not_installed_is_not_offered() -> None:
    parts = a_morning()
    parts.shelf.without = {"marche/acqua-che-scava"}

    refs = [row.card.ref for row in _today("Lucia", parts).works()]

    assert "marche/acqua-che-scava" not in refs


def test_the_teachers_word_says_from_whom_and_when() -> None:
    word = _today("Lucia").word()

    assert word is not None
    assert word.heading == "Una parola dalla maestra Paola"
    assert word.when == "stamattina"


def test_others_do_not_see_the_word() -> None:
    assert _today("Tommaso").word() is None


def test_todays_stones_are_counted_and_yesterdays_are_not() -> None:
    parts = a_morning()
    presenter = _today("Lucia", parts)

    assert presenter.stones_today() == 2
    assert presenter.stones() == 9

    parts.school.record([answer(pupil("Lucia").person, "marche/camoscio/es1", 100)])
    assert _today("Lucia", parts).stones_today() == 3
