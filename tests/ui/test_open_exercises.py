"""`aperta` and `immagine`: what is written waits for the teacher, what is touched is judged at once."""

from collections.abc import Callable, Sequence

import exercise_samples as samples
import msgspec
import pytest
from answering import click, touch
from lesson_samples import surroundings, worn
from lesson_sources import exercise_of, fence, read
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.board import board
from scuola_digitale.domain.exercise import Exercise, Open, Spotting
from scuola_digitale.domain.facts import ExerciseAnswered, Fact
from scuola_digitale.domain.folding import Deed, fold_progress
from scuola_digitale.domain.judging import HANDED_IN, judge
from scuola_digitale.domain.open_answers import Mark, OpenAnswer, read_mark, written_mark
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.progress import ExerciseProgress
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.domain.text import plain
from scuola_digitale.domain.work import Task, Work
from scuola_digitale.errors import ScuolaError
from ui.presenters.exercise import ExercisePresenter
from ui.presenters.lesson import ExerciseState
from ui.widgets.exercises.card import ExerciseCard
from ui.widgets.exercises.open_text import OpenBody
from ui.widgets.exercises.spotting import SpottingBody

HEAD = "id: uno\ndomanda: Dove?\n"
FIGURE = "tipo: immagine\nfigura: ../immagini/a.svg\nfigura-alt: Una foglia\n"
ZONES = "zone:\n  - {testo: in alto, x: 50, y: 10}\n  - {testo: in basso, x: 50, y: 90, giusta: sì}\n"


def _card(
    qtbot: QtBot, exercise: Exercise, written: OpenAnswer | None = None
) -> tuple[ExerciseCard, list[Fact]]:
    written_down: list[Fact] = []

    def save(
        facts: Sequence[Fact], *, saved: Callable[[], None], failed: Callable[[ScuolaError], None]
    ) -> None:
        written_down.extend(facts)
        saved()

    presenter = ExercisePresenter(
        exercise,
        ref=f"marche/prova/{exercise.exercise_id}",
        edition=1,
        person=b"l" * 16,
        earlier=ExerciseProgress(exercise_ref="x"),
        save=save,
        clock=SetClock(0),
        written=written,
    )
    card = ExerciseCard(presenter, surroundings(), None)  # type: ignore[arg-type]
    card.show_place(ExerciseState(number=1, total=2, stones=("now", "empty")))
    qtbot.addWidget(card)
    card.resize(640, card.heightForWidth(640))
    card.show()
    QApplication.processEvents()
    return card, written_down


def _words(card: ExerciseCard) -> str:
    return " | ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_an_open_exercise_is_read_with_its_room_and_what_to_look_for() -> None:
    exercise = exercise_of(HEAD + "tipo: aperta\nrighe: 8\nguarda: Il sole scalda.")

    assert isinstance(exercise, Open)
    assert (exercise.lines, plain(exercise.look_for)) == (8, "Il sole scalda.")


def test_a_picture_has_places_in_hundredths() -> None:
    exercise = exercise_of(HEAD + FIGURE + ZONES)

    assert isinstance(exercise, Spotting)
    assert exercise.places == ((50, 10), (50, 90))
    assert exercise.asks_for_one
    assert [option.correct for option in exercise.options] == [False, True]


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        (HEAD + "tipo: immagine\n" + ZONES, "vuole una figura"),
        (HEAD + FIGURE + ZONES.replace(", giusta: sì", ""), "Nessuna zona è giusta"),
        (HEAD + FIGURE + ZONES.replace("y: 90", "y: 12"), "troppo vicine"),
        (HEAD + FIGURE + ZONES.replace(", y: 90", ""), "non si sa dove sta"),
        (HEAD + FIGURE + ZONES.replace("y: 90", "y: 900"), "tra 0 e 100"),
        (HEAD + FIGURE + ZONES.replace("in basso", "in alto"), "si offre due volte"),
        (HEAD + FIGURE, "Manca `zone`"),
        (HEAD + "tipo: aperta\nrighe: 200", "tra 1 e 20"),
    ],
)
def test_each_mistake_of_an_author_is_told(yaml: str, said: str) -> None:
    _, problems = read(fence(yaml))

    assert any(said in f"{problem.message} {problem.remedy}" for problem in problems), problems


def test_an_open_answer_is_an_attempt_that_waits_and_an_empty_one_is_none() -> None:
    given = judge(samples.OPEN, ("Perché sì.",))
    assert (given.score, given.waits, given.right, plain(given.feedback)) == (None, True, False, HANDED_IN())

    empty = judge(samples.OPEN, ("  \n",))
    assert (empty.score, empty.waits) == (None, False)


def test_several_right_places_are_all_wanted() -> None:
    both = msgspec.structs.replace(
        samples.SPOTTING,
        options=tuple(
            msgspec.structs.replace(option, correct=option.option_id != "c")
            for option in samples.SPOTTING.options
        ),
    )

    assert judge(both, ("a", "b")).right
    assert judge(both, ("a",)).score == 50
    assert not both.asks_for_one


@pytest.mark.parametrize("text", ["100 Bravo", "50 ", "0", "250 troppo"])
def test_a_mark_is_read_as_it_was_written(text: str) -> None:
    mark = read_mark(text)

    assert mark is not None
    assert 0 <= mark.score <= 100
    assert read_mark(written_mark(mark)) == mark


@pytest.mark.parametrize("text", ["", "bravo", "-1 x", "²5 x"])
def test_what_is_no_mark_is_none(text: str) -> None:
    assert read_mark(text) is None


def test_what_is_written_is_handed_in_sealed_and_says_that_it_waits(qtbot: QtBot) -> None:
    with worn():
        card, facts = _card(qtbot, samples.OPEN)
        body = card._body
        assert isinstance(body, OpenBody)
        assert card._act.words() == "Consegna"

        QTest.keyClicks(body.sheet.paper, "Le fette sono uguali")
        QTest.keyClick(body.sheet.paper, Qt.Key.Key_Return)
        QTest.keyClicks(body.sheet.paper, "e sono otto.")
        QTest.keyClick(body.sheet.paper, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()

        fact = facts[-1]
        assert isinstance(fact, ExerciseAnswered)
        assert (fact.answer, fact.typed, fact.score) == (
            ("Le fette sono uguali\ne sono otto.",),
            True,
            None,
        )
        assert "aspetta di essere letta" in _words(card)
        assert "Consegnata." in _words(card)
        assert card._act.words() == "Avanti"


@pytest.mark.parametrize("press", [click, touch])
def test_a_text_is_written_and_handed_in_by_mouse_and_by_finger(
    qtbot: QtBot, press: Callable[[QWidget], None]
) -> None:
    with worn():
        card, facts = _card(qtbot, samples.OPEN)
        body = card._body
        assert isinstance(body, OpenBody)
        card.activateWindow()
        qtbot.waitActive(card)

        press(body.sheet.paper.viewport())
        assert QApplication.focusWidget() is body.sheet.paper
        QTest.keyClicks(body.sheet.paper, "Otto")
        press(card._act)

        assert [fact.answer for fact in facts if isinstance(fact, ExerciseAnswered)] == [("Otto",)]


def test_a_text_handed_in_can_be_written_again(qtbot: QtBot) -> None:
    with worn():
        card, facts = _card(qtbot, samples.OPEN)
        body = card._body
        assert isinstance(body, OpenBody)
        QTest.keyClicks(body.sheet.paper, "Otto")
        card._act.click()

        QTest.keyClicks(body.sheet.paper, " fette")
        QApplication.processEvents()
        assert card._act.words() == "Consegna"
        card._act.click()

        answers = [fact.answer for fact in facts if isinstance(fact, ExerciseAnswered)]
        assert answers == [("Otto",), ("Otto fette",)]


def test_the_teachers_word_stands_under_the_answer_on_any_day(qtbot: QtBot) -> None:
    written = OpenAnswer(
        person=b"l" * 16,
        exercise_ref="marche/prova/spiega",
        at_ms=5,
        text="Otto",
        mark=Mark(50, "Otto che cosa?"),
    )
    with worn():
        card, _ = _card(qtbot, samples.OPEN, written)
        body = card._body
        assert isinstance(body, OpenBody)

        assert body.sheet.text() == "Otto"
        assert "letta: puoi aggiungere" in _words(card)
        assert any("Otto che cosa?" in box.accessibleName() for box in body.findChildren(type(body._comment)))


def test_a_touch_beside_a_place_means_it(qtbot: QtBot) -> None:
    with worn():
        card, _ = _card(qtbot, samples.SPOTTING)
        body = card._body
        assert isinstance(body, SpottingBody)
        spot = body.canvas.spots[1]

        beside = spot.geometry().center() + QPoint(40, 0)
        QTest.mouseClick(body.canvas, Qt.MouseButton.LeftButton, pos=beside)
        card._act.click()

        assert card.presenter.verdict is not None
        assert card.presenter.verdict.right


def test_a_handed_in_text_is_done_for_the_board_and_a_stone_only_when_read() -> None:
    pupil = Pupil(person=b"l" * 16, name="Lucia", grade=Grade.P4, avatar="lupo", group_id="g")
    ref = "marche/prova/spiega"
    act = ((1_000, b"d", 1, 1, "plesso/x"), ref, int(Deed.ANSWERED), None, 0, 9)
    work = Work(
        work_id="w",
        theme="Prova",
        group_id="g",
        tasks=(Task(grade=Grade.P4, lesson_ref="marche/prova"),),
    )
    for marks, stones in (({}, 0), ({(ref, 1_000): 100}, 1)):
        progress = fold_progress([act], marks)
        drawn = board(work, [Grade.P4], [pupil], lambda _, p=progress: p, lambda _: ("spiega",))  # type: ignore[misc]
        assert drawn.columns[0].cells[0].state == "ha-finito"
        assert progress.stones() == stones

    almost = fold_progress([act], {(ref, 1_000): 50})
    assert not almost.exercise(ref).passed
