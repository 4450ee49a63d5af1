"""Hands that answer an exercise as a pupil does: they find controls by what a screen reader says, and press."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from scuola_digitale.domain.exercise import (
    Answer,
    Choice,
    Choices,
    Cloze,
    Exercise,
    Matching,
    Number,
    Open,
    Ordering,
    Spotting,
    TrueFalse,
    Words,
)
from scuola_digitale.domain.text import Spans
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui.presenters.formula_words import spoken_spans
from ui.widgets.exercises.body import Body
from ui.widgets.exercises.card import ExerciseCard
from ui.widgets.exercises.lines import AnswerLine
from ui.widgets.writing import WritingSheet


class NoSuchControlError(LookupError):
    """The page has no control with such a name: whoever uses a screen reader would be lost too."""


class PictureUnsavedError(ScuolaError):
    """A picture could not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Non sono riuscito a salvare l’immagine «{path}».",
            remedy="Controlla che sul disco ci sia posto e che la cartella si possa scrivere, poi riprova.",
        )


def keep_picture(window: QWidget, path: Path) -> None:
    """Keeps a picture of a window as it stands.

    Raises:
        PictureUnsavedError: there is no room for it, or its place cannot be written.
    """
    if not window.grab().save(str(path)):
        raise PictureUnsavedError(path)


def press(place: QWidget, name: str) -> None:
    """Presses the enabled button in `place` whose accessible name is or ends with `name`."""
    buttons = [one for one in place.findChildren(QAbstractButton) if one.isEnabled() and not one.isHidden()]
    exact = [one for one in buttons if one.accessibleName() == name or one.text() == name]
    near = [one for one in buttons if one.accessibleName().endswith(f". {name}")]
    found = next(iter(exact or near), None)
    if found is None:
        raise NoSuchControlError(name)
    click(found)


def click(button: QWidget) -> None:
    """Clicks in the middle of a control."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def give(card: ExerciseCard, answer: Answer) -> None:
    """Gives an answer to an exercise through its controls, and asks for the verdict."""
    fill_in(card, answer)
    press(card, say("Consegna") if isinstance(card.presenter.exercise, Open) else say("Controlla"))


def fill_in(card: ExerciseCard, answer: Answer) -> None:
    """Gives an answer, or some of it, through the controls of an exercise; what is empty stays as it is."""
    body = card.findChild(Body)
    if body is None:
        raise NoSuchControlError("the answer’s place")
    _put(card.presenter.exercise, answer, body, partial(spoken_spans, language=card.language))


def _put(exercise: Exercise, answer: Answer, body: Body, spoken: Callable[[Spans], str]) -> None:
    match exercise:
        case Open():
            body.findChildren(WritingSheet)[0].paper.setPlainText(answer[0])
        case Choice() | Choices() | Spotting():
            chosen = (option for option in exercise.options if option.option_id in answer)
            _press_all(body, (spoken(option.spans) for option in chosen))
        case TrueFalse():
            words = {"v": say("Vero"), "f": say("Falso")}
            pairs = zip(exercise.statements, answer, strict=True)
            _press_all(body, (f"{words[sign]}: {spoken(one.spans)}" for one, sign in pairs))
        case Number() | Words():
            _type(body, answer)
        case Cloze() if exercise.bank:
            _press_all(body, filter(None, answer))
        case Cloze():
            _type(body, answer)
        case Matching():
            _join(exercise, answer, body, spoken)
        case Ordering():
            _order(exercise, answer, body, spoken)


def _press_all(body: Body, names: Iterable[str]) -> None:
    for name in names:
        press(body, name)


def _type(body: Body, answer: Answer) -> None:
    for line, words in zip(body.findChildren(AnswerLine), answer, strict=True):
        line.selectAll()
        QTest.keyClicks(line, words)


def _join(exercise: Matching, answer: Answer, body: Body, spoken: Callable[[Spans], str]) -> None:
    rights = {item.item_id: spoken(item.spans) for item in exercise.right_items}
    for left, right in zip(exercise.left_items, answer, strict=True):
        if right:
            press(body, spoken(left.spans))
            press(body, rights[right])


def _order(exercise: Ordering, answer: Answer, body: Body, spoken: Callable[[Spans], str]) -> None:
    named = {item.item_id: spoken(item.spans) for item in exercise.items}
    for place, item in enumerate(answer):
        while body.answer().index(item) > place:
            press(body, say("Sposta {which}: {what}", which=say("in su"), what=named[item]))
