"""Promises of the cards of every kind: answered by mouse and by keys, right and wrong, told to the eye and the ear, never cut."""

from collections.abc import Callable, Iterator

import exercise_samples as samples
import msgspec
import pytest
from answering import by_keys, by_mouse, by_touch, click
from exercise_bench import KINDS, TYPED, MakeBench, benches
from lesson_samples import clipped, worn
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scuola_digitale.domain.exercise import Exercise, Feedback, Gap, PairFeedback
from scuola_digitale.domain.facts import ExerciseAnswered
from scuola_digitale.domain.text import words
from ui.widgets.exercises.choosing import ChoiceBody
from ui.widgets.exercises.lines import AnswerLine


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[MakeBench]:
    with benches(qtbot) as make:
        yield make


@pytest.mark.parametrize("give", [by_mouse, by_touch, by_keys])
@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_answered_rightly(bench: MakeBench, name: str, give: Callable[..., None]) -> None:
    one = bench(KINDS[name])

    give(one.card, right=True)

    verdict = one.card.presenter.verdict
    assert verdict is not None
    assert verdict.right, one.card.presenter.answer
    assert one.card._feedback.isVisible()
    assert one.card._feedback._title.text() == "Giusto!"
    assert [fact.score for fact in one.disk.written if isinstance(fact, ExerciseAnswered)] == [100]


@pytest.mark.parametrize("give", [by_mouse, by_touch, by_keys])
@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_answered_wrongly_and_tried_again(
    bench: MakeBench, name: str, give: Callable[..., None]
) -> None:
    one = bench(KINDS[name])

    give(one.card, right=False)

    verdict = one.card.presenter.verdict
    assert verdict is not None
    assert verdict.score is not None
    assert not verdict.right
    assert one.card._act.words() == "Riprova"
    assert one.card._feedback._title.text() in {"Non ancora.", "Ci sei quasi."}

    one.card._act.click()

    assert one.card.presenter.open
    assert one.card._act.words() == "Controlla"


SENTENCE = words("Guarda bene il disegno.")


TOLD: dict[str, Exercise] = {
    "completa": msgspec.structs.replace(
        TYPED, gaps=tuple(Gap(gap.accepted, (Feedback("boh", SENTENCE),)) for gap in TYPED.gaps)
    ),
    "abbina": msgspec.structs.replace(samples.MATCHING, feedback=(PairFeedback("b", "c", SENTENCE),)),
    "ordina": msgspec.structs.replace(samples.ORDERING, feedback=(PairFeedback("d", "a", SENTENCE),)),
}


@pytest.mark.parametrize("name", TOLD)
def test_the_sentence_for_the_very_mistake_is_seen_and_heard(
    bench: MakeBench, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = bench(TOLD[name])
    heard: list[str] = []
    monkeypatch.setattr("ui.widgets.exercises.card.announce", lambda _, said: heard.append(said))

    by_mouse(one.card, right=False)

    shown = one.card._feedback._words
    assert shown.isVisible()
    assert "Guarda bene il disegno." in QAccessible.queryAccessibleInterface(shown).text(
        QAccessible.Text.Name
    )
    assert any("Guarda bene il disegno." in said for said in heard)


@pytest.mark.parametrize("name", KINDS)
def test_a_right_answer_cannot_be_spoiled(bench: MakeBench, name: str) -> None:
    one = bench(KINDS[name])
    by_mouse(one.card, right=True)
    given = one.card._body.answer()

    for widget in one.card._body.findChildren(QWidget):
        if isinstance(widget, AnswerLine):
            QTest.keyClicks(widget, "x")
        elif hasattr(widget, "locked"):
            click(widget)
            QTest.keyClick(widget, Qt.Key.Key_Space)

    assert one.card._body.answer() == given


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("width", [640, 420])
def test_no_kind_is_cut_at_twice_the_size(bench: MakeBench, name: str, width: int) -> None:
    one = bench(KINDS[name], width=width)
    by_mouse(one.card, right=False)
    with worn(scale=2.0):
        one.fit(width)

        assert clipped(one) == []
        for line in one.card.findChildren(AnswerLine):
            assert line.height() >= line.sizeHint().height()


@pytest.mark.parametrize("name", KINDS)
def test_every_control_has_a_name(bench: MakeBench, name: str) -> None:
    one = bench(KINDS[name])

    reached = [w for w in one.card.findChildren(QWidget) if getattr(w, "focusPolicy", None)]
    nameless = [
        type(widget).__name__
        for widget in reached
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_no_state_is_told_by_colour_alone(bench: MakeBench) -> None:
    one = bench(samples.CHOICE)
    by_mouse(one.card, right=False)
    body = one.card._body
    assert isinstance(body, ChoiceBody)

    chosen = next(button for button in body._buttons if button.isChecked())
    assert chosen.accessibleDescription() == "non ancora"
