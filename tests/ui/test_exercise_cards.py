"""Promises of the cards: every kind, by mouse and by keys, right and wrong; saved only when it is."""

from collections.abc import Callable, Iterator, Sequence

import exercise_samples as samples
import msgspec
import pytest
import shiboken6
from answering import begin, by_keys, by_mouse, click, press
from lesson_samples import clipped, surroundings, worn
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.exercise import Choice, Cloze, Exercise, Feedback, Gap, Ordering, PairFeedback
from scuola_digitale.domain.facts import ExerciseAnswered, Fact, HelpAsked
from scuola_digitale.domain.progress import ExerciseProgress
from scuola_digitale.domain.text import words
from scuola_digitale.errors import ScuolaError
from ui.presenters.exercise import ExercisePresenter
from ui.presenters.lesson import ExerciseState
from ui.widgets.exercises.card import ExerciseCard
from ui.widgets.exercises.choosing import ChoiceBody
from ui.widgets.exercises.cloze import BankBody
from ui.widgets.exercises.lines import AnswerLine
from ui.widgets.exercises.matching import MatchingBody
from ui.widgets.exercises.open_text import OpenBody
from ui.widgets.exercises.ordering import OrderingBody
from ui.widgets.exercises.typing import TypedBody
from ui.widgets.lesson.stack import Stack

BANK = msgspec.structs.replace(samples.CLOZE, bank=("evapora", "vapore", "ghiaccio", "sabbia"))
TYPED = msgspec.structs.replace(samples.CLOZE, bank=())
KINDS: dict[str, Exercise] = {
    "scelta": samples.CHOICE,
    "scelte": samples.CHOICES,
    "vero-falso": samples.TRUE_FALSE,
    "numero": samples.NUMBER,
    "testo": samples.WORDS,
    "completa": TYPED,
    "completa con le parole": BANK,
    "abbina": samples.MATCHING,
    "ordina": samples.ORDERING,
    "immagine": samples.SPOTTING,
}


class Disk:
    """Writes at once, or when it is told to, or not at all."""

    def __init__(self) -> None:
        self.written: list[Fact] = []
        self.blocked = False
        self.full = False
        self._held: tuple[Sequence[Fact], Callable[[], None]] | None = None

    def __call__(
        self, facts: Sequence[Fact], *, saved: Callable[[], None], failed: Callable[[ScuolaError], None]
    ) -> None:
        if self.full:
            failed(ScuolaError("Il disco è pieno.", remedy="Chiama il tecnico."))
        elif self.blocked:
            self._held = (facts, saved)
        else:
            self.written.extend(facts)
            saved()

    def commit(self) -> None:
        assert self._held is not None
        facts, saved = self._held
        self.written.extend(facts)
        saved()


class Bench(Stack):
    """Where a card stands in a test."""

    def __init__(self, exercise: Exercise, *, person: bytes | None = b"l" * 16) -> None:
        super().__init__()
        self.disk = Disk()
        presenter = ExercisePresenter(
            exercise,
            ref=f"marche/prova/{exercise.exercise_id}",
            edition=1,
            person=person,
            earlier=ExerciseProgress(exercise_ref="x"),
            save=self.disk,
            clock=SetClock(0),
        )
        self.card = ExerciseCard(presenter, surroundings(), self)
        self.card.show_place(ExerciseState(number=2, total=3, stones=("done", "now", "empty")))
        self.add(self.card)

    def fit(self, width: int = 640) -> None:
        QApplication.processEvents()
        self.resize(width, self.heightForWidth(width))
        QApplication.processEvents()


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Callable[..., Bench]]:
    made: list[Bench] = []

    def make(exercise: Exercise, *, person: bytes | None = b"l" * 16, width: int = 640) -> Bench:
        one = Bench(exercise, person=person)
        made.append(one)
        one.fit(width)
        one.show()
        one.activateWindow()
        qtbot.waitActive(one)
        one.fit(width)
        return one

    with worn():
        yield make
    for one in made:
        shiboken6.delete(one)


@pytest.mark.parametrize("give", [by_mouse, by_keys])
@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_answered_rightly(
    bench: Callable[..., Bench], name: str, give: Callable[..., None]
) -> None:
    one = bench(KINDS[name])

    give(one.card, right=True)

    verdict = one.card.presenter.verdict
    assert verdict is not None
    assert verdict.right, one.card.presenter.answer
    assert one.card._feedback.isVisible()
    assert one.card._feedback._title.text() == "Giusto!"
    assert [fact.score for fact in one.disk.written if isinstance(fact, ExerciseAnswered)] == [100]


@pytest.mark.parametrize("give", [by_mouse, by_keys])
@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_answered_wrongly_and_tried_again(
    bench: Callable[..., Bench], name: str, give: Callable[..., None]
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
    bench: Callable[..., Bench], name: str, monkeypatch: pytest.MonkeyPatch
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
def test_a_right_answer_cannot_be_spoiled(bench: Callable[..., Bench], name: str) -> None:
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
def test_no_kind_is_cut_at_twice_the_size(bench: Callable[..., Bench], name: str, width: int) -> None:
    one = bench(KINDS[name], width=width)
    by_mouse(one.card, right=False)
    with worn(scale=2.0):
        one.fit(width)

        assert clipped(one) == []
        for line in one.card.findChildren(AnswerLine):
            assert line.height() >= line.sizeHint().height()


@pytest.mark.parametrize("name", KINDS)
def test_every_control_has_a_name(bench: Callable[..., Bench], name: str) -> None:
    one = bench(KINDS[name])

    reached = [w for w in one.card.findChildren(QWidget) if getattr(w, "focusPolicy", None)]
    nameless = [
        type(widget).__name__
        for widget in reached
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_saved_is_not_said_before_the_commit(bench: Callable[..., Bench]) -> None:
    one = bench(samples.CHOICE)
    one.disk.blocked = True

    by_mouse(one.card, right=True)
    assert one.card._feedback.isVisible()
    assert one.card._head.saved.text() == "Sto salvando…"

    one.disk.commit()
    assert one.card._head.saved.text() == "Salvato qui"


def test_what_cannot_be_saved_stays_with_a_sentence_and_a_way_out(bench: Callable[..., Bench]) -> None:
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


def test_an_empty_answer_asks_kindly_and_counts_for_nothing(bench: Callable[..., Bench]) -> None:
    one = bench(samples.CHOICE)

    click(one.card._act)

    assert one.card._nudge.text() == "Scegli una risposta, poi conferma."
    assert not one.card._feedback.isVisible()
    assert one.disk.written == []


def test_hints_come_one_by_one(bench: Callable[..., Bench]) -> None:
    one = bench(msgspec.structs.replace(samples.CHOICE, hints=(words("Conta."), words("Conta ancora."))))

    click(one.card._hint)
    assert len(one.card._hints.widgets()) == 1
    assert one.card._hint.words() == "Un altro aiuto"
    one.fit()
    click(one.card._hint)

    assert len(one.card._hints.widgets()) == 2
    assert not one.card._hint.isVisible()


def test_the_teacher_is_called_once(bench: Callable[..., Bench]) -> None:
    one = bench(samples.CHOICE)

    click(one.card._help)
    click(one.card._help)

    assert one.card._help.words() == "Ho chiesto aiuto"
    assert [type(fact) for fact in one.disk.written] == [HelpAsked]


def test_who_has_no_name_here_tries_and_nothing_is_written(bench: Callable[..., Bench]) -> None:
    one = bench(samples.CHOICE, person=None)

    by_mouse(one.card, right=True)

    assert one.disk.written == []
    assert not one.card._head.saved.isVisible()
    assert not one.card._help.isVisible()


def test_choosing_another_answer_is_another_try(bench: Callable[..., Bench]) -> None:
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


def test_no_state_is_told_by_colour_alone(bench: Callable[..., Bench]) -> None:
    one = bench(samples.CHOICE)
    by_mouse(one.card, right=False)
    body = one.card._body
    assert isinstance(body, ChoiceBody)

    chosen = next(button for button in body._buttons if button.isChecked())
    assert chosen.accessibleDescription() == "non ancora"


def test_return_in_a_line_asks_for_the_verdict(bench: Callable[..., Bench]) -> None:
    one = bench(samples.NUMBER)
    body = one.card._body
    assert isinstance(body, TypedBody)

    QTest.keyClicks(body._line, "-1")
    QTest.keyClick(body._line, Qt.Key.Key_Return)

    assert len(one.disk.written) == 1
    assert one.card._act.words() == "Riprova"


def test_return_on_an_option_asks_for_the_verdict(bench: Callable[..., Bench]) -> None:
    one = bench(samples.CHOICE)
    one.card.take_focus()

    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)

    assert len(one.disk.written) == 1


def test_a_word_goes_back_to_the_bank(bench: Callable[..., Bench]) -> None:
    one = bench(BANK)
    body = one.card._body
    assert isinstance(body, BankBody)
    assert isinstance(one.card.presenter.exercise, Cloze)

    click(body._words[0])
    assert body.answer()[0] == body._words[0].rich.spoken
    assert not body._words[0].isEnabled()
    body._gaps[0].setFocus()
    QTest.keyClick(body._gaps[0], Qt.Key.Key_Delete)

    assert set(body.answer()) == {""}
    assert body._words[0].isEnabled()


def test_a_word_goes_to_the_gap_in_hand(bench: Callable[..., Bench]) -> None:
    one = bench(BANK)
    body = one.card._body
    assert isinstance(body, BankBody)

    click(body._gaps[-1])
    click(body._words[0])

    assert body.answer()[-1] == body._words[0].rich.spoken


def test_a_pair_is_parted_and_made_anew(bench: Callable[..., Bench]) -> None:
    one = bench(samples.MATCHING)
    body = one.card._body
    assert isinstance(body, MatchingBody)
    pairs = body._pairs

    click(pairs._right[0])
    click(pairs._left[0])
    assert body.answer()[0] == pairs._right_ids[0]
    assert "unito a" in pairs._left[0].accessibleName()
    click(pairs._left[1])
    click(pairs._right[0])

    assert body.answer()[0] == ""
    assert body.answer()[1] == pairs._right_ids[0]


def test_items_are_put_in_order_by_dragging_too(bench: Callable[..., Bench]) -> None:
    one = bench(samples.ORDERING)
    body = one.card._body
    assert isinstance(body, OrderingBody)
    assert isinstance(one.card.presenter.exercise, Ordering)
    first, second = body._rows.order[:2]

    start = first.rect().center()
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(first, start)
    QTest.mouseMove(first, start + second.rect().bottomLeft())
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=start)

    assert body._rows.order[:2] == [second, first]


def test_the_time_of_a_try_runs_from_when_the_card_is_seen(bench: Callable[..., Bench]) -> None:
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
def test_an_answer_that_was_begun_stands_there_again(kind: str, bench: Callable[..., Bench]) -> None:
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
def test_an_answer_of_another_edition_does_no_harm(kind: str, bench: Callable[..., Bench]) -> None:
    card = bench(KINDS[kind]).card

    card.go_on_with(("mai-visto", "", "x", "mai-visto", "v", "f", "z", "z", "z"))

    assert card.presenter.verdict is None
    click(card._act)
