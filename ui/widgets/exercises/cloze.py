"""`completa`: gaps to write in, or to fill from a bank of words by touch or by keys."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.exercise import Answer, Cloze
from scuola_digitale.domain.judging import Verdict
from scuola_digitale.domain.text import words
from scuola_digitale.words import say
from ui.widgets import paint
from ui.widgets.exercises import states
from ui.widgets.exercises.body import Body
from ui.widgets.exercises.gap_text import GapText
from ui.widgets.exercises.lines import AnswerLine
from ui.widgets.exercises.states import state_of
from ui.widgets.exercises.tiles import Tile
from ui.widgets.lesson.stack import Flow
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.theme import theme


class TypedGapsBody(Body):
    """Gaps to write in."""

    def __init__(self, exercise: Cloze, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        text = GapText(exercise.pieces, around, self)
        self._lines = [
            AnswerLine(
                say("Spazio {number} di {total}", number=number, total=len(exercise.gaps)),
                text,
                letters=max(8, min(20, max(map(len, gap.accepted)) + 5)),
                low=True,
            )
            for number, gap in enumerate(exercise.gaps, start=1)
        ]
        for line in self._lines:
            line.textEdited.connect(self.touched)
            line.returnPressed.connect(self.submitted)
        text.hold(self._lines)
        self.add(text)

    def answer(self) -> Answer:
        return tuple(line.text() for line in self._lines)

    def restore(self, answer: Answer) -> None:
        for line, written in zip(self._lines, answer, strict=False):
            line.setText(written)

    def show_verdict(self, verdict: Verdict) -> None:
        for line, right in zip(self._lines, verdict.parts, strict=True):
            line.show_state(state_of(right=right))
            line.setReadOnly(verdict.right)

    def reopen(self) -> None:
        """What was written stays, to be mended."""

    def first_control(self) -> QWidget:
        return next((line for line in self._lines if line.state != "right"), self._lines[0])


class BankBody(Body):
    """Gaps to fill with the words of a bank: the word goes to the gap in hand, else to the first empty one."""

    def __init__(
        self, exercise: Cloze, offered: tuple[str, ...], around: Surroundings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._text = GapText(exercise.pieces, around, self)
        letters = max(map(len, exercise.bank))
        self._gaps = [
            _Gap(number, len(exercise.gaps), letters, self._text)
            for number, _ in enumerate(exercise.gaps, start=1)
        ]
        bank = Flow(self, gap=10, line_gap=10)
        self._words = [Tile(words(word), bank, low=True) for word in offered]
        self._offered = offered
        self._in_hand: _Gap | None = None
        for gap in self._gaps:
            gap.clicked.connect(lambda _checked=False, one=gap: self._gap_pressed(one))
            gap.given_back.connect(self._give_back)
        for word, tile in zip(offered, self._words, strict=True):
            tile.clicked.connect(lambda _checked=False, word=word, tile=tile: self._word_pressed(word, tile))
            bank.add(tile)
        self._text.hold(self._gaps)
        self.add(self._text)
        self.add(bank, above=18)

    def answer(self) -> Answer:
        return tuple(gap.word for gap in self._gaps)

    def restore(self, answer: Answer) -> None:
        for gap, word in zip(self._gaps, answer, strict=False):
            free = zip(self._offered, self._words, strict=True)
            tile = next((one for said, one in free if said == word and one.isEnabled()), None)
            if word and tile is not None:
                gap.put(word, tile)
                tile.setEnabled(False)
        self._text.write()

    def show_verdict(self, verdict: Verdict) -> None:
        self._take_in_hand(None)
        for gap, right in zip(self._gaps, verdict.parts, strict=True):
            gap.show_state(state_of(right=right) if gap.word or verdict.right else "choose")
            gap.locked = verdict.right
        for tile in self._words:
            tile.locked = verdict.right

    def reopen(self) -> None:
        for gap in self._gaps:
            if gap.state == "not-yet":
                self._free(gap)

    def first_control(self) -> QWidget:
        return next((gap for gap in self._gaps if not gap.word), self._gaps[0])

    def _gap_pressed(self, gap: "_Gap") -> None:
        if gap.word:
            self._give_back(gap)
        self._take_in_hand(gap)

    def _word_pressed(self, word: str, tile: Tile) -> None:
        gap = self._in_hand or next((one for one in self._gaps if not one.word), None)
        if gap is None:
            return
        self._free(gap)
        gap.put(word, tile)
        led_by_keys = tile.hasFocus()
        tile.setEnabled(False)
        if led_by_keys:
            # A word that is used cannot keep the keyboard: it goes on to the next one, or to its gap.
            free = next((one for one in self._words if one.isEnabled()), gap)
            free.setFocus(Qt.FocusReason.TabFocusReason)
        self._take_in_hand(None)
        self._text.write()
        self.touched.emit()

    def _give_back(self, gap: "_Gap") -> None:
        if gap.word and not gap.locked:
            self._free(gap)
            self.touched.emit()

    def _free(self, gap: "_Gap") -> None:
        if gap.tile is not None:
            gap.tile.setEnabled(True)
        gap.put("", None)
        self._text.write()

    def _take_in_hand(self, gap: "_Gap | None") -> None:
        for one in self._gaps:
            if one.in_hand != (one is gap):
                one.in_hand = one is gap
                one.update()
        self._in_hand = gap


class _Gap(Tile):
    """A place for a word of the bank, dashed while it is empty; `given_back` is told by Delete."""

    given_back = Signal(object)

    def __init__(self, number: int, total: int, letters: int, parent: QWidget) -> None:
        super().__init__((), parent, low=True)
        self._number, self._total, self._letters = number, total, letters
        self.word = ""
        self.tile: Tile | None = None
        self.in_hand = False
        self.put("", None)

    def put(self, word: str, tile: Tile | None) -> None:
        """Takes a word of the bank, or none."""
        self.word, self.tile = word, tile
        self.rich.write(words(word))
        self.show_state("choose")
        self.setAccessibleName(
            say(
                "Spazio {number} di {total}: {what}",
                number=self._number,
                total=self._total,
                what=word or say("vuoto"),
            )
        )

    def sizeHint(self) -> QSize:
        worn = theme()
        empty = worn.px(9) * max(6, min(14, self._letters)) + worn.px(16)
        return QSize(max(empty, super().sizeHint().width()), max(36, worn.px(26) + 10))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete} and not self.locked:
            self.given_back.emit(self)
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        if self.word:
            super().draw(painter, rect)
            return
        painter.setBrush(worn.color("primary_soft" if self.in_hand else "foglio"))
        painter.drawRoundedRect(rect, self.radius, self.radius)
        edge = worn.color("primary" if self.in_hand else states.EDGES[self.state])
        paint.dashed(painter, rect, edge, radius=self.radius)
