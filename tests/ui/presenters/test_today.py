"""A pupil's morning shows where to go on, what is for their grade, and no one else's."""

from datetime import date

import msgspec
from desk_in_memory import DeskInMemory, a_morning
from school_in_memory import answer, pupil

from scuola_digitale.domain.facts import LessonOpened
from scuola_digitale.domain.school_terms import Area, Grade
from ui.presenters.discoveries import MANY, discoveries
from ui.presenters.lesson import NOTHING_DONE
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


def test_who_has_something_to_do_is_not_led_elsewhere() -> None:
    assert _today("Lucia").discoveries() == ()


def test_whose_work_is_done_is_offered_a_few_lessons_of_their_grade_never_opened() -> None:
    parts = a_morning()
    offered = _today("Sofia", parts).discoveries()
    heads = {head.ref: head for head in parts.desk.library.lessons()}

    assert 0 < len(offered) <= MANY
    assert all(not heads[card.ref].grades or Grade.P1 in heads[card.ref].grades for card in offered)

    for card in offered:
        parts.school.record([LessonOpened(person=pupil("Sofia").person, lesson_ref=card.ref, edition=1)])
    offered_then = _today("Sofia", parts).discoveries()
    assert not {card.ref for card in offered} & {card.ref for card in offered_then}


def test_what_is_offered_stays_the_same_all_day_and_changes_the_day_after() -> None:
    heads = [
        msgspec.structs.replace(head, ref=f"marche/prova-{number}", grades=())
        for number, head in enumerate(a_morning().desk.library.lessons() * 20)
    ]
    days = [date(2026, 11, day) for day in range(2, 22)]

    def offered(day: date) -> list[str]:
        return [head.ref for head in discoveries(heads, pupil("Elia"), NOTHING_DONE, day)]

    assert offered(days[0]) == offered(days[0])
    assert len({tuple(offered(day)) for day in days}) > len(days) // 2


def test_the_areas_take_turns_and_school_comes_last() -> None:
    one = a_morning().desk.library.lessons()[0]
    heads = [
        msgspec.structs.replace(one, ref=f"marche/{area}-{number}", area=area, grades=())
        for area in Area
        for number in range(3)
    ]

    offered = discoveries(heads, pupil("Elia"), NOTHING_DONE, date(2026, 11, 23))

    assert [head.area for head in offered] == [Area.CULTURA, Area.TEMPO_LIBERO, Area.FORMAZIONE, Area.SCUOLA]
