"""The ten kinds of exercise as pupils leave them: begun, in hand, not yet right, almost, right, saved, handed in."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt

from scuola_digitale.domain.exercise import Answer, Choices, Exercise, Matching, Number, TrueFalse
from scuola_digitale.words import say
from ui.demo.answers import right_answer, wrong_answer
from ui.demo.hands import click, fill_in, give, press
from ui.demo.lesson_states import open_whole
from ui.demo.settling import settle
from ui.widgets.buttons import Button
from ui.widgets.exercises.card import ExerciseCard
from ui.widgets.exercises.tiles import Tile
from ui.widgets.lesson.scroll import LessonScroll
from ui.widgets.window import MainWindow

_CAVES, _WATER = "marche/grotte-frasassi", "marche/acqua-stati"
_THEATRES, _DIALECTS = "marche/teatri-palchetti", "marche/parlate-marche"


class ExerciseScene(NamedTuple):
    """An exercise of a bundled lesson, and what a pupil does at it."""

    name: str
    lesson_ref: str
    exercise_id: str
    act: Callable[[ExerciseCard], None]

    def play(self, window: MainWindow) -> None:
        """Opens the lesson there as «Avanti» does, and does it."""
        page = open_whole(window, self.lesson_ref)
        card = page.cards.card(f"{self.lesson_ref}/{self.exercise_id}") if page.cards is not None else None
        scroll = page.findChild(LessonScroll)
        if card is not None and scroll is not None:
            scroll.scroll_to(card)
            card.take_focus()
            settle()
            self.act(card)


def _one_mistake(exercise: Exercise) -> Answer:
    """An answer that is right but for a part, or one that the lesson foresaw."""
    right = right_answer(exercise)
    match exercise:
        case Number() if exercise.feedback:
            return (exercise.feedback[0].answer,)
        case TrueFalse():
            return (*right[:-1], "f" if right[-1] == "v" else "v")
        case Matching():
            return (*right[:-2], right[-1], right[-2])
        case Choices():
            return right[:-1]
        case _:
            return wrong_answer(exercise)


def _err(card: ExerciseCard) -> None:
    """A mistake that the lesson foresaw; it says what to look at."""
    give(card, _one_mistake(card.presenter.exercise))


def _err_and_ask(card: ExerciseCard) -> None:
    """The same, then a hint and the teacher."""
    _err(card)
    settle()
    press(card, say("Un aiuto"))
    # The last one calls the teacher, whatever the school calls her.
    click([button for button in card.findChildren(Button) if button.isVisible()][-1])


def _know(card: ExerciseCard) -> None:
    """The right answer at once."""
    give(card, right_answer(card.presenter.exercise))


def _err_then_know(card: ExerciseCard) -> None:
    """A mistake, «Riprova», the right answer."""
    _err(card)
    settle()
    press(card, say("Riprova"))
    _know(card)


def _ask_for_nothing(card: ExerciseCard) -> None:
    """«Controlla» with nothing written, after two hints."""
    press(card, say("Un aiuto"))
    press(card, say("Un altro aiuto"))
    press(card, say("Controlla"))


def _leave_begun(card: ExerciseCard, *, to_do: int) -> None:
    # What was begun in an earlier picture is still there.
    if card.begun() is None:
        answer = right_answer(card.presenter.exercise)
        fill_in(card, (*answer[:-to_do], *("" for _ in range(to_do))))


def _begin(card: ExerciseCard) -> None:
    """Some of the answer stands, the verdict is not asked for."""
    _leave_begun(card, to_do=1)


def _take_in_hand(card: ExerciseCard) -> None:
    """Two pairs stand, a third item is in hand."""
    _leave_begun(card, to_do=2)
    tiles = [tile for tile in card.findChildren(Tile) if tile.rank == 0]
    tiles[-2].setFocus(Qt.FocusReason.TabFocusReason)
    tiles[-2].click()


def _finish(card: ExerciseCard) -> None:
    """Every exercise of the lesson rightly, then «Avanti» from the last one."""
    column = card.parentWidget()
    cards = column.findChildren(ExerciseCard) if column is not None else []
    for one in cards:
        _know(one)
    settle()
    press(cards[-1], say("Avanti"))


SCENES = (
    ExerciseScene("3-esercizio-scelta", _CAVES, "soffio", _err_and_ask),
    ExerciseScene("3-esercizio-scelte", _WATER, "chi-e-solido", _err),
    ExerciseScene("3-esercizio-vero-falso", _CAVES, "grotta-vf", _err),
    ExerciseScene("3-esercizio-numero", _CAVES, "eta-stalattite", _err),
    ExerciseScene("3-esercizio-testo", _CAVES, "comune", _ask_for_nothing),
    ExerciseScene("3-esercizio-completa", _WATER, "fontana-completa", _begin),
    ExerciseScene("3-esercizio-abbina", _CAVES, "tre-forme", _take_in_hand),
    ExerciseScene("3-esercizio-abbina-quasi", _THEATRES, "parti-teatro", _err),
    ExerciseScene("3-esercizio-ordina", _CAVES, "goccia-passi", _err_then_know),
    ExerciseScene("3-esercizio-immagine", _THEATRES, "tocca-la-platea", _err),
    ExerciseScene("3-esercizio-aperta", _DIALECTS, "la-mia-parola", _know),
    ExerciseScene("3-lezione-finita", _THEATRES, "teatri-vf", _finish),
)
"""All ten kinds, and among them every way an answer can end."""
