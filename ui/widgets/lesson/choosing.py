"""Words of a lesson chosen with mouse or keys, from one block into another."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.widgets.lesson.column import Column
from ui.widgets.lesson.passages import Passage, passages_in
from ui.widgets.lesson.scroll import LessonScroll

_SCROLL_MS = 30
_FASTEST = 40
"""Pixels the page scrolls at most in a step while words are chosen beyond its edge."""
_LETTERS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}

_MADE_OF_TOUCH = frozenset(
    {Qt.MouseEventSource.MouseEventSynthesizedByQt, Qt.MouseEventSource.MouseEventSynthesizedBySystem}
)
"""Where a mouse comes from that is a finger: what a finger means, `ui.widgets.touch` tells."""


class Spot(NamedTuple):
    """A place of the lesson: the number of its passage, and the place in it."""

    number: int
    place: int


class Choosing(QObject):
    """What is chosen in a column; `changed` is told at every change.

    Press and drag, twice for a word, Shift and a touch or the arrows to go further, Ctrl+A for all, Ctrl+C to
    copy; a finger rests on a word first, since one that moves at once scrolls. Whatever the column shows later is found at the next press.
    """

    changed = Signal()

    def __init__(self, scroll: LessonScroll, column: Column) -> None:
        super().__init__(column)
        self._scroll, self._column = scroll, column
        self._passages: list[tuple[QWidget, Passage]] = []
        self._from: Spot | None = None
        self._to: Spot | None = None
        self._shown: list[Passage] = []
        self._pressed: QPoint | None = None
        self._hand = QPoint()
        self._pulling = QTimer(self)
        self._pulling.setInterval(_SCROLL_MS)
        self._pulling.timeout.connect(self._pull)
        column.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column.installEventFilter(self)
        column.complete.connect(self._find_again)

    # What is chosen

    def words(self) -> str:
        """The chosen words, blocks apart by an empty line."""
        return "\n\n".join(
            passage.words_between(start, end) for _, passage, start, end in self.stretches() if start < end
        )

    def stretches(self) -> list[tuple[QWidget, Passage, int, int]]:
        """The passages from one end of the choice to the other, each with the places chosen in it."""
        if self._from is None or self._to is None:
            return []
        first, last = sorted((self._from, self._to))
        return [
            (
                widget,
                passage,
                first.place if number == first.number else 0,
                last.place if number == last.number else passage.end_place(),
            )
            for number, (widget, passage) in enumerate(self._passages)
            if first.number <= number <= last.number
        ]

    def choose_all(self) -> None:
        """Chooses the whole lesson."""
        self._column.draw_all()
        self._find()
        if self._passages:
            last = len(self._passages) - 1
            self._from, self._to = Spot(0, 0), Spot(last, self._passages[last][1].end_place())
            self._show()

    def forget(self) -> None:
        """Chooses nothing."""
        self._from = self._to = None
        self._show()

    def copy(self) -> None:
        """Takes the chosen words to the clipboard; formulas as they are written."""
        words = self.words()
        if words:
            QGuiApplication.clipboard().setText(words)

    # Keys

    def take_key(self, event: QKeyEvent) -> bool:
        """Does what a key asks of the choice; gives whether it was one of those."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_all()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._step(event):
            self._show()
        else:
            return False
        return True

    def _step(self, event: QKeyEvent) -> bool:
        """Moves the end of the choice as an arrow says; gives whether it was an arrow."""
        key = Qt.Key(event.key())
        if key not in {*_LETTERS, *_LINES, *_ENDS}:
            return False
        if self._to is None:
            self._find()
            self._from = self._to = self._first_in_sight()
        if self._to is None:
            return False
        if key in _LINES:
            self._to = self._line_from(self._to, _LINES[key])
        elif key in _ENDS:
            self._to = Spot(self._to.number, self._end(self._to.number) if _ENDS[key] else 0)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._to = self._word_from(self._to, _LETTERS[key])
        else:
            self._to = self._letter_from(self._to, _LETTERS[key])
        self._keep_in_sight(self._to)
        return True

    def _letter_from(self, spot: Spot, step: int) -> Spot:
        place = spot.place + step
        if 0 <= place <= self._end(spot.number):
            return Spot(spot.number, place)
        number = spot.number + step
        if not 0 <= number < len(self._passages):
            return spot
        return Spot(number, 0 if step > 0 else self._end(number))

    def _word_from(self, spot: Spot, step: int) -> Spot:
        moved = self._letter_from(spot, step)
        while moved.number == spot.number and 0 < moved.place < self._end(moved.number):
            start, end = self._passages[moved.number][1].word_around(moved.place)
            if start < end:
                return Spot(moved.number, end if step > 0 else start)
            moved = self._letter_from(moved, step)
        return moved

    def _line_from(self, spot: Spot, step: int) -> Spot:
        area = self._area(spot)
        tall = max(8, area.height())
        for reach in range(1, 60):
            y = area.center().y() + step * (tall * 3 // 4 + (reach - 1) * tall // 2)
            found = self._spot_at(QPoint(area.left(), y))
            if found is not None and found != spot and self._area(found).center().y() != area.center().y():
                return found
            if not 0 <= y <= self._column.height():
                break
        return Spot(spot.number, self._end(spot.number) if step > 0 else 0)

    def _first_in_sight(self) -> Spot | None:
        top = self._scroll.top()
        rects = (self._rect(widget) for widget, _ in self._passages)
        first = next((rect for rect in rects if rect.bottom() > top), None)
        return None if first is None else self._spot_at(QPoint(first.left(), max(first.top(), top + 1)))

    # The mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or event.source() in _MADE_OF_TOUCH:
            return False
        self._hand = event.globalPosition().toPoint()
        at, kind = event.position().toPoint(), event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._press(at, further=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif kind == QEvent.Type.MouseButtonDblClick:
            self._choose_word(at)
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            self._drag(at)
        elif kind == QEvent.Type.MouseButtonRelease:
            self._pressed = None
            self._pulling.stop()
        return False

    def _press(self, at: QPoint, *, further: bool) -> None:
        self._pressed = at
        if further and self._from is not None:
            self._to = self._spot_at(at)
        else:
            self._find()
            self._from = self._to = self._spot_at(at)
        self._show()

    def _choose_word(self, at: QPoint) -> None:
        self._find()
        spot = self._spot_at(at)
        if spot is None:
            return
        start, end = self._passages[spot.number][1].word_around(spot.place)
        self._from, self._to = Spot(spot.number, start), Spot(spot.number, end)
        self._show()

    def _drag(self, at: QPoint) -> None:
        if self._pressed is not None and self._is_far(at - self._pressed):
            self._to = self._spot_at(at) or self._to
            self._show()
            if self._beyond_edge(at.y()):
                self._pulling.start()

    @staticmethod
    def _is_far(way: QPoint) -> bool:
        return way.manhattanLength() >= QApplication.startDragDistance() // 2

    def _beyond_edge(self, y: int) -> int:
        """How far a height of the column is over (below 0) or under what is seen, pixels."""
        top, tall = self._scroll.top(), self._scroll.viewport().height()
        return min(0, y - top) or max(0, y - top - tall)

    def _pull(self) -> None:
        at = self._column.mapFromGlobal(self._hand)
        beyond = self._beyond_edge(at.y())
        if self._pressed is None or not beyond:
            self._pulling.stop()
            return
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + max(-_FASTEST, min(_FASTEST, beyond)))
        self._drag(at)

    # Places

    def _find(self) -> None:
        self._passages = passages_in(self._column)

    def _find_again(self) -> None:
        """More stands than when words were chosen: the same ones stay chosen."""
        if self._from is None or self._to is None:
            return
        chosen = [(self._passages[spot.number][1], spot.place) for spot in (self._from, self._to)]
        self._find()
        number_of = {id(passage): number for number, (_, passage) in enumerate(self._passages)}
        self._from, self._to = (Spot(number_of[id(passage)], place) for passage, place in chosen)

    def _end(self, number: int) -> int:
        return self._passages[number][1].end_place()

    def _rect(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._column, QPoint(0, 0)), widget.size())

    def _area(self, spot: Spot) -> QRect:
        widget, passage = self._passages[spot.number]
        return passage.area_of(spot.place).translated(widget.mapTo(self._column, QPoint(0, 0)))

    def _spot_at(self, at: QPoint) -> Spot | None:
        """The place nearest to a point of the column: over a passage its beginning, under it its end."""
        if not self._passages:
            return None
        away = [_away(self._rect(widget), at) for widget, _ in self._passages]
        number = away.index(min(away))
        widget, passage = self._passages[number]
        inside = at - widget.mapTo(self._column, QPoint(0, 0))
        if inside.y() < 0:
            return Spot(number, 0)
        if inside.y() >= widget.height():
            return Spot(number, passage.end_place())
        return Spot(number, passage.place_at(inside))

    def _keep_in_sight(self, spot: Spot) -> None:
        area = self._area(spot)
        self._scroll.ensureVisible(area.left(), area.center().y(), 0, area.height() + 24)

    def _show(self) -> None:
        chosen = self.stretches()
        for passage in self._shown:
            if isValid(passage) and all(passage is not one for _, one, _, _ in chosen):
                passage.choose(0, 0)
        for _, passage, start, end in chosen:
            passage.choose(start, end)
        self._shown = [passage for _, passage, _, _ in chosen]
        self.changed.emit()


def _away(rect: QRect, at: QPoint) -> tuple[int, int]:
    """How far a point is from a rectangle, up and down first."""
    down = max(rect.top() - at.y(), at.y() - rect.bottom(), 0)
    aside = max(rect.left() - at.x(), at.x() - rect.right(), 0)
    return down, aside
