"""Answers the card of an exercise as a pupil does: with the mouse, with a finger, or with the keyboard alone."""

from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from scuola_digitale.domain.exercise import Cloze, Exercise, Matching, Number, Statement, TrueFalse, Words
from ui.presenters.formula_words import spoken_spans
from ui.widgets.exercises.body import Body
from ui.widgets.exercises.card import ExerciseCard
from ui.widgets.exercises.choosing import ChoiceBody, ChoicesBody
from ui.widgets.exercises.cloze import BankBody, TypedGapsBody
from ui.widgets.exercises.matching import MatchingBody
from ui.widgets.exercises.ordering import OrderingBody
from ui.widgets.exercises.spotting import SpottingBody
from ui.widgets.exercises.true_false import TrueFalseBody
from ui.widgets.exercises.typing import TypedBody

LEFT = Qt.MouseButton.LeftButton


def click(widget: QWidget) -> None:
    """A finger touches its middle."""
    QTest.mouseClick(widget, LEFT)


@cache
def _finger() -> QPointingDevice:
    return QTest.createTouchDevice()


def touch(widget: QWidget) -> None:
    """Touches the middle of a widget and lets go, as on a screen."""
    window = widget.window()
    at = widget.mapTo(window, widget.rect().center())
    QTest.touchEvent(window, _finger()).press(0, at, window).commit()
    QTest.touchEvent(window, _finger()).release(0, at, window).commit()


def tab_to(widget: QWidget) -> None:
    """Presses Tab until a widget has the keyboard."""
    for _ in range(250):
        focused = QApplication.focusWidget()
        if focused is widget:
            return
        QTest.keyClick(focused or widget.window(), Qt.Key.Key_Tab)
    raise AssertionError(f"the keyboard never reaches {widget.accessibleName()!r}")


def press(key: Qt.Key) -> None:
    """A key goes to whatever has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def by_mouse(card: ExerciseCard, *, right: bool) -> None:
    """Gives a right or a wrong answer, and asks for the verdict."""
    _answer(card, right=right, choose=click, typed=_type_after_click)
    click(card._act)


def by_touch(card: ExerciseCard, *, right: bool) -> None:
    """The same with a finger; only words are typed."""
    _answer(card, right=right, choose=touch, typed=_type_after_touch)
    touch(card._act)


def begin(card: ExerciseCard, *, right: bool) -> None:
    """Gives an answer and does not hand it in."""
    _answer(card, right=right, choose=click, typed=_type_after_click)


def by_keys(card: ExerciseCard, *, right: bool) -> None:
    """The same without a mouse."""
    card.take_focus()
    _answer(card, right=right, choose=_tab_and_space, typed=_type_after_tab)
    tab_to(card._act)
    press(Qt.Key.Key_Space)


def _tab_and_space(widget: QWidget) -> None:
    tab_to(widget)
    press(Qt.Key.Key_Space)


def _type_after_click(line: QWidget, words: str) -> None:
    click(line)
    QTest.keyClicks(line, words)


def _type_after_touch(line: QWidget, words: str) -> None:
    touch(line)
    QTest.keyClicks(line, words)


def _type_after_tab(line: QWidget, words: str) -> None:
    tab_to(line)
    QTest.keyClicks(line, words)


Choose = Callable[[QWidget], None]
Type = Callable[[QWidget, str], None]


def _answer(card: ExerciseCard, *, right: bool, choose: Choose, typed: Type) -> None:
    body, exercise = card._body, card.presenter.exercise
    match body:
        case ChoiceBody():
            wanted = next(place for place, one in enumerate(body._options) if one.correct == right)
            _pick_one(body._buttons, wanted, choose)
        case ChoicesBody():
            for option in body._options:
                if option.correct == right:
                    choose(body._buttons[option.option_id])
        case TrueFalseBody():
            for row in body._rows:
                true = next(
                    one.true for one in _statements(exercise) if spoken_spans(one.spans) == row.rich.spoken
                )
                _pick_one(row.buttons, 0 if true == right else 1, choose)
        case SpottingBody():
            wanted = next(place for place, one in enumerate(body._options) if one.correct == right)
            _pick_one(body.canvas.spots, wanted, choose)
        case OrderingBody():
            solved = [item.item_id for item in getattr(exercise, "items", ())]
            _order(body, solved if right else [solved[-1], *solved[:-1]], choose)
        case MatchingBody():
            _match_up(body, exercise, right=right, choose=choose)
        case _:
            _write(body, exercise, right=right, choose=choose, typed=typed)


def _write(body: Body, exercise: Exercise, *, right: bool, choose: Choose, typed: Type) -> None:
    match body, exercise:
        case TypedBody(), Number():
            typed(body._line, exercise.answer if right else "-1")
        case TypedBody(), Words():
            typed(body._line, exercise.accepted[0] if right else "boh")
        case TypedGapsBody(), Cloze():
            for gap, line in zip(exercise.gaps, body._lines, strict=True):
                typed(line, gap.accepted[0] if right else "boh")
        case BankBody(), Cloze():
            wanted = [gap.accepted[0] for gap in exercise.gaps]
            for word in wanted if right else _shifted(wanted, exercise.bank):
                choose(next(one for one in body._words if one.rich.spoken == word and one.isEnabled()))
        case _:
            raise AssertionError(type(body))


def _statements(exercise: Exercise) -> tuple[Statement, ...]:
    assert isinstance(exercise, TrueFalse)
    return exercise.statements


def _match_up(body: MatchingBody, exercise: Exercise, *, right: bool, choose: Choose) -> None:
    assert isinstance(exercise, Matching)
    pairs, count = body._pairs, len(exercise.left_items)
    for place in range(count):
        choose(pairs._left[place])
        target = exercise.right_items[place if right else (place + 1) % count].item_id
        choose(pairs._right[pairs._right_ids.index(target)])


def _pick_one(buttons: Sequence[QAbstractButton], wanted: int, choose: Choose) -> None:
    if choose is _tab_and_space:
        _arrow_to(buttons, wanted)
    else:
        choose(buttons[wanted])


def _arrow_to(buttons: Sequence[QAbstractButton], wanted: int) -> None:
    # One Tab stop for a group of radio buttons; the arrows go about inside.
    tab_to(next((one for one in buttons if one.isChecked()), buttons[0]))
    press(Qt.Key.Key_Space)
    for place in range(wanted):
        press(Qt.Key.Key_Down)
        if QApplication.focusWidget() is buttons[place]:
            press(Qt.Key.Key_Right)


def _shifted(wanted: list[str], bank: tuple[str, ...]) -> list[str]:
    if len(wanted) > 1:
        return [*wanted[1:], wanted[0]]
    return [next(word for word in bank if word not in wanted)]


def _order(body: OrderingBody, wanted: list[str], choose: Choose) -> None:
    rows, by_keys = body._rows, choose is _tab_and_space
    for place, item_id in enumerate(wanted):
        row = next(one for one in rows.order if one.item_id == item_id)
        if by_keys:
            tab_to(row)
            press(Qt.Key.Key_Space)
        while rows.order.index(row) > place:
            if by_keys:
                press(Qt.Key.Key_Up)
            else:
                choose(row._up)
        if by_keys:
            press(Qt.Key.Key_Space)
