"""`abbina`: choose on the left, then on the right; a line joins the two. Keys and touch alike."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.exercise import Answer, Item, Matching
from scuola_digitale.domain.judging import Verdict
from scuola_digitale.words import say
from ui.widgets import paint
from ui.widgets.exercises import states
from ui.widgets.exercises.body import Body
from ui.widgets.exercises.states import AnswerState, state_of
from ui.widgets.exercises.tiles import Tile
from ui.widgets.lesson.stack import Walked
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.theme import theme

_CHANNEL, _GAP = 56, 10


class MatchingBody(Body):
    """Two columns of papers and the lines between them."""

    def __init__(
        self, exercise: Matching, offered: tuple[str, ...], around: Surroundings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        known = {item.item_id: item for item in exercise.right_items}
        self._pairs = _Pairs(exercise.left_items, [known[one] for one in offered], around, self)
        self._pairs.changed.connect(self.touched)
        self.add(self._pairs)

    def answer(self) -> Answer:
        return self._pairs.answer()

    def restore(self, answer: Answer) -> None:
        self._pairs.restore(answer)

    def show_verdict(self, verdict: Verdict) -> None:
        self._pairs.show_parts(verdict.parts, locked=verdict.right)

    def reopen(self) -> None:
        self._pairs.drop_wrong()

    def first_control(self) -> QWidget:
        return self._pairs.first_free()


class _Pairs(Walked):
    changed = Signal()

    def __init__(
        self, left: tuple[Item, ...], right: list[Item], around: Surroundings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._right_ids = [item.item_id for item in right]
        self._left = [Tile(item.spans, self, around=around) for item in left]
        self._right = [Tile(item.spans, self, around=around) for item in right]
        for tile in self._right:
            tile.rank = 1
        self._joined: dict[int, int] = {}
        self._marks: dict[int, AnswerState] = {}
        self._hand: tuple[str, int] | None = None
        self._one_column = False
        for side, tiles in (("left", self._left), ("right", self._right)):
            for place, tile in enumerate(tiles):
                tile.clicked.connect(lambda _checked=False, at=(side, place): self._pressed(*at))
        self._show()

    def answer(self) -> Answer:
        """The id of the right item joined to each left one."""
        return tuple(
            self._right_ids[self._joined[place]] if place in self._joined else ""
            for place in range(len(self._left))
        )

    def restore(self, answer: Answer) -> None:
        """Joins as `answer` says, as far as the items are still there."""
        for left, right_id in enumerate(answer[: len(self._left)]):
            if right_id in self._right_ids:
                self._joined[left] = self._right_ids.index(right_id)
        self._show()

    def show_parts(self, parts: tuple[bool, ...], *, locked: bool) -> None:
        """Marks each pair."""
        self._hand = None
        joined = enumerate(parts)
        self._marks = {place: state_of(right=right) for place, right in joined if place in self._joined}
        for tile in (*self._left, *self._right):
            tile.locked = locked
        self._show()

    def drop_wrong(self) -> None:
        """Takes apart the pairs that were not right."""
        for place, mark in list(self._marks.items()):
            if mark == "not-yet":
                self._joined.pop(place, None)
                self._marks.pop(place)
        self._show()

    def first_free(self) -> Tile:
        """The first left item that is joined to nothing."""
        free = (tile for place, tile in enumerate(self._left) if place not in self._joined)
        return next(free, self._left[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._hand is not None:
            self._hand = None
            self._show()
        elif event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._part_focused()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        paint.begin(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for left, right in () if self._one_column else self._joined.items():
            colour = worn.color(states.EDGES[self._marks.get(left, "chosen")])
            painter.setPen(QPen(colour, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            start, end = self._left[left].geometry(), self._right[right].geometry()
            begin = QPointF(start.right() + 1, start.center().y())
            finish = QPointF(end.left(), end.center().y())
            middle = (begin.x() + finish.x()) / 2
            path = QPainterPath(begin)
            path.cubicTo(QPointF(middle, begin.y()), QPointF(middle, finish.y()), finish)
            painter.drawPath(path)

    def _pressed(self, side: str, place: int) -> None:
        if self._hand is None or self._hand[0] == side:
            self._hand = None if self._hand == (side, place) else (side, place)
            self._show()
            return
        left, right = (self._hand[1], place) if side == "right" else (place, self._hand[1])
        self._hand = None
        self._join(left, right)

    def _join(self, left: int, right: int) -> None:
        for other, joined in list(self._joined.items()):
            if joined == right:
                self._joined.pop(other)
                self._marks.pop(other, None)
        self._joined[left] = right
        self._marks.pop(left, None)
        self._show()
        self.changed.emit()

    def _part_focused(self) -> None:
        for place, tile in enumerate(self._left):
            if tile.hasFocus() and not tile.locked and place in self._joined:
                self._joined.pop(place)
                self._marks.pop(place, None)
                self._show()
                self.changed.emit()

    def _show(self) -> None:
        of_right = {right: left for left, right in self._joined.items()}
        for place, tile in enumerate(self._left):
            partner = self._right[self._joined[place]] if place in self._joined else None
            self._show_tile(tile, str(place + 1), partner, place if partner else None, ("left", place))
        for place, tile in enumerate(self._right):
            mate = of_right.get(place)
            badge = str(mate + 1) if mate is not None else ""
            self._show_tile(
                tile, badge, self._left[mate] if mate is not None else None, mate, ("right", place)
            )
        self.update()

    def _show_tile(
        self, tile: Tile, badge: str, partner: Tile | None, pair: int | None, place: tuple[str, int]
    ) -> None:
        state: AnswerState = "choose"
        if self._hand == place:
            state = "chosen"
        elif pair is not None:
            state = self._marks.get(pair, "chosen")
        tile.badge, tile.held = badge, self._hand == place
        tile.show_state(state)
        said = (
            say(", unito a {spoken}", spoken=partner.rich.spoken)
            if partner
            else say(", in mano")
            if self._hand == place
            else ""
        )
        tile.setAccessibleName(f"{tile.rich.spoken}{said}")
        tile.setAccessibleDescription(states.SAID()[state])

    def _walk(self, width: int, *, move: bool) -> int:
        channel = _CHANNEL if width > 420 else 28
        half = (width - channel) // 2
        tiles = (*self._left, *self._right)
        self._one_column = any(tile.breaks_words_in(half) for tile in tiles)
        own = width if self._one_column else half
        tall = max(tile.heightForWidth(own) for tile in tiles)
        step = tall + _GAP
        for place, tile in enumerate(self._left):
            if move:
                tile.setGeometry(0, place * step, own, tall)
        # Where the columns would break words they stand one over the other; the numbers alone tell the pairs.
        below = len(self._left) * step + 2 * _GAP if self._one_column else 0
        for place, tile in enumerate(self._right):
            if move:
                tile.setGeometry(width - own, below + place * step, own, tall)
        rows = len(self._right) if self._one_column else max(len(self._left), len(self._right))
        return below + rows * step - _GAP
