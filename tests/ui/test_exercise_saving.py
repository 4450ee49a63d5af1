"""What a card keeps of an answer: every try and its time, saved only when it is; begun answers; hints and calls for help."""

from collections.abc import Iterator

import exercise_samples as samples
import msgspec
import pytest
from answering import begin, by_mouse, click
from exercise_bench import KINDS, MakeBench, benches
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.exercise import Choice
from scuola_digitale.domain.facts import ExerciseAnswered, HelpAsked
from scuola_digitale.domain.text import words
from ui.widgets.exercises.choosing import ChoiceBody
from ui.widgets.exercises.open_text import OpenBody


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[MakeBench]:
    with benches(qtbot) as make:
        yield make


def test_saved_is_not_said_before_the_commit(bench: MakeBench) -> None:
    one = bench(samples.CHOICE)
    one.disk.blocked = True

    by_mouse(one.card, right=True)
    assert one.card._feedback.isVisible()
    assert one.card._head.saved.text() == "Sto salvando…"

    one.disk.commit()
    assert one.card._head.saved.text() == "Salvato qui"


def test_what_cannot_be_saved_stays_with_a_sentence_and_a_way_out(bench: MakeBench) -> None:
    one = bench(samples.NUMBER)
    one.disk.full = True

    by_mouse(one.card, right=False)
    assert one.card._problem.isVisible()
    assert one.card._problem_words.text() == "Il disco è pieno. Chiama il tecnico."
    assert not one.card._head.saved.isVisible()
    assert one.card._body.answer() == ("-1",)

    one.disk.full = False
    one.fit()
    click(one.card._problem.widgets()[1])
    assert one.card._head.saved.text() == "Salvato qui"
    assert not one.card._problem.isVisible()
    assert len(one.disk.written) == 1


def test_an_empty_answer_asks_kindly_and_counts_for_nothing(bench: MakeBench) -> None:
    one = bench(samples.CHOICE)

    click(one.card._act)

    assert one.card._nudge.text() == "Scegli una risposta, poi conferma."
    assert not one.card._feedback.isVisible()
    assert one.disk.written == []


def test_hints_come_one_by_one(bench: MakeBench) -> None:
    one = bench(msgspec.structs.replace(samples.CHOICE, hints=(words("Conta."), words("Conta ancora."))))

    click(one.card._hint)
    assert len(one.card._hints.widgets()) == 1
    assert one.card._hint.words() == "Un altro aiuto"
    one.fit()
    click(one.card._hint)

    assert len(one.card._hints.widgets()) == 2
    assert not one.card._hint.isVisible()


def test_the_teacher_is_called_once(bench: MakeBench) -> None:
    one = bench(samples.CHOICE)

    click(one.card._help)
    click(one.card._help)

    assert one.card._help.words() == "Ho chiesto aiuto"
    assert [type(fact) for fact in one.disk.written] == [HelpAsked]


def test_who_has_no_name_here_tries_and_nothing_is_written(bench: MakeBench) -> None:
    one = bench(samples.CHOICE, person=None)

    by_mouse(one.card, right=True)

    assert one.disk.written == []
    assert not one.card._head.saved.isVisible()
    assert not one.card._help.isVisible()


def test_choosing_another_answer_is_another_try(bench: MakeBench) -> None:
    one = bench(samples.CHOICE)
    by_mouse(one.card, right=False)
    body = one.card._body
    assert isinstance(body, ChoiceBody)
    right = next(place for place, option in enumerate(body._options) if option.correct)

    one.fit()
    click(body._buttons[right])
    click(one.card._act)

    scores = [fact.score for fact in one.disk.written if isinstance(fact, ExerciseAnswered)]
    assert scores == [0, 100]


def test_the_time_of_a_try_runs_from_when_the_card_is_seen(bench: MakeBench) -> None:
    one = bench(samples.CHOICE)
    clock = one.card.presenter._clock
    assert isinstance(clock, SetClock)
    QGuiApplication.processEvents()

    clock.pass_ms(12_000)
    by_mouse(one.card, right=True)

    fact = one.disk.written[0]
    assert isinstance(fact, ExerciseAnswered)
    assert fact.seconds == 12
    assert isinstance(one.card.presenter.exercise, Choice)


@pytest.mark.parametrize("kind", [*KINDS, "aperta"])
def test_an_answer_that_was_begun_stands_there_again(kind: str, bench: MakeBench) -> None:
    exercise = samples.OPEN if kind == "aperta" else KINDS[kind]
    first = bench(exercise).card
    assert first.begun() is None
    if isinstance(first._body, OpenBody):
        QTest.keyClicks(first._body.sheet.paper, "La goccia cade.")
    else:
        begin(first, right=True)
    begun = first.begun()
    assert begun

    again = bench(exercise).card
    again.go_on_with(begun)

    assert again.begun() == begun
    click(again._act)
    assert again.presenter.verdict is not None
    assert again.presenter.verdict.right or again.presenter.verdict.waits
    assert again.begun() is None


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_of_another_edition_does_no_harm(kind: str, bench: MakeBench) -> None:
    card = bench(KINDS[kind]).card

    card.go_on_with(("mai-visto", "", "x", "mai-visto", "v", "f", "z", "z", "z"))

    assert card.presenter.verdict is None
    click(card._act)
