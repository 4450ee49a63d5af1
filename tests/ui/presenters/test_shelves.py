"""The library's shelves, the search's answers, the cairn and the packs, as they are shown."""

from desk_in_memory import DeskInMemory, a_morning
from library_in_memory import FinderInMemory
from school_in_memory import pupil

from content.search.engine import Kind, SearchResult
from scuola_digitale.domain.school_terms import Area, Grade
from ui.presenters.library import LibraryPresenter
from ui.presenters.packs import PacksPresenter
from ui.presenters.search import Filters, SearchPresenter, readable
from ui.presenters.stones import StonesPresenter


def test_the_library_opens_on_the_pupils_own_grade() -> None:
    presenter = LibraryPresenter(DeskInMemory().desk, pupil("Lucia"))

    assert presenter.shelf_title() == "Lezioni per la IV"
    assert "marche/acqua-che-scava" in [card.ref for card in presenter.shelf()]
    assert "marche/dove-la-troviamo" not in [card.ref for card in presenter.shelf()]


def test_an_area_narrows_the_shelf_and_opens_it_again() -> None:
    presenter = LibraryPresenter(DeskInMemory().desk, None)

    presenter.choose_area(Area.CULTURA)
    assert {card.area for card in presenter.shelf()} == {Area.CULTURA}
    assert [label for _, label in presenter.subjects()] == ["Natura", "Tradizioni"]

    presenter.choose_area(Area.CULTURA)
    assert len({card.area for card in presenter.shelf()}) == 4


def test_passages_are_gathered_by_lesson_with_the_words_lit() -> None:
    presenter = SearchPresenter(DeskInMemory().desk, None)
    presenter.query = "frazioni"
    presenter.take(presenter.find("frazioni", Filters()))

    lessons = presenter.lessons()

    assert presenter.headline() == "4 passi in 2 lezioni"
    assert [lesson.card.ref for lesson in lessons] == [
        "marche/frazioni-parti-uguali",
        "marche/frazioni-confronto",
    ]
    assert [words for words, lit in lessons[0].passages[0].snippet if lit] == ["frazioni"]
    assert lessons[0].passages[0].anchor == "parte-0"


def test_an_answer_to_an_older_question_is_dropped() -> None:
    presenter = SearchPresenter(DeskInMemory().desk, None)
    presenter.query = "acqua"

    presenter.take(FinderInMemory().search("frazioni"))

    assert presenter.found is None


def test_what_is_not_found_comes_with_another_word() -> None:
    presenter = SearchPresenter(DeskInMemory().desk, None)
    presenter.query = "frazzioni"
    presenter.take(presenter.find("frazzioni", Filters()))

    assert presenter.lessons() == ()
    assert presenter.nothing() == "Non ho trovato «frazzioni»"
    assert presenter.try_words() == "Cerca «frazioni»"


def test_a_long_suggestion_is_shown_by_its_first_words_and_searched_whole() -> None:
    presenter = SearchPresenter(DeskInMemory().desk, None)
    for title, shown in (
        ("Di chi è il bosco? Le comunanze agrarie", "Cerca «Di chi è il bosco? Le…»"),
        ("precipitevolissimevolmente lontano", "Cerca «precipitevolissimevolmente…»"),
    ):
        presenter.found = SearchResult(query="zanzibar", hits=(), suggestion=title, milliseconds=1)

        assert presenter.try_words() == shown
        assert presenter.suggestion() == title


def test_six_stones_make_a_cairn() -> None:
    presenter = StonesPresenter(a_morning().desk, pupil("Lucia"))

    assert presenter.stones() == 9
    assert presenter.cairns() == (6, 3)
    assert presenter.growing() == "Ancora 3 sassi e questo ometto è intero."
    assert [row.can_do for row in presenter.known()] == ["Racconto la leggenda della Sibilla"]
    assert [row.count for row in presenter.going()] == ["2 su 5", "4 su 8"]


def test_a_pack_with_a_broken_file_is_to_be_copied_again() -> None:
    parts = DeskInMemory()
    parts.shelf.broken = {"marche/cultura"}
    presenter = PacksPresenter(parts.desk)

    said = presenter.take_check("marche/cultura", presenter.check("marche/cultura"))

    assert said == "«Storie dell’Appennino»: 1 file è rovinato. Installalo di nuovo dalla chiavetta."
    assert [row.chip.words for row in presenter.rows()] == [
        "a posto",
        "da ricopiare",
        "si prepara",
        "a posto",
    ]


def test_formulas_in_a_passage_are_written_as_on_a_line() -> None:
    assert readable(r"Ne porti \frac{3}{4} \cdot 20 a \text{casa}") == "Ne porti 3/4 · 20 a casa"


def test_a_filter_is_taken_off_by_choosing_it_again() -> None:
    presenter = SearchPresenter(DeskInMemory().desk, pupil("Lucia"))
    presenter.narrow(kind=Kind.PACK)
    presenter.narrow(grade=Grade.P4)
    assert presenter.filters == Filters(kind=Kind.PACK, grade=Grade.P4)
    presenter.narrow(grade=Grade.P4)
    presenter.narrow(kind=None)
    assert presenter.filters == Filters()


def test_what_is_typed_goes_on_to_a_title_or_a_word() -> None:
    presenter = SearchPresenter(DeskInMemory().desk, None)
    begun, ways = presenter.complete("il giro")
    assert (begun, [way.text for way in ways]) == ("il giro", ["Il giro della goccia", "il giro…"])
    assert presenter.place(ways[0]) == ("marche/giro-della-goccia", "parte-1")
    assert [presenter.completion_words(way) for way in ways] == [
        "Apri: Il giro della goccia",
        "Cerca: il giro…",
    ]


def test_languages_are_offered_only_where_there_are_several() -> None:
    assert SearchPresenter(DeskInMemory().desk, None).languages() == ()
